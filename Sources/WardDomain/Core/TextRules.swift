/// What typed text must keep to before it is recorded.
enum TextRules {
    /// A name may fill this many terminal cells; longer ones are refused, never cut.
    static let nameCells = 64
    /// A free text may have this many characters.
    static let noteCharacters = 2000

    /// A required reason, trimmed.
    static func reason(_ text: String?) throws(Refusal) -> String {
        guard let text = text?.trimmed, !text.isEmpty else { throw .reasonNeeded }
        return try note(text, field: "reason")
    }

    /// A free text of at most 2,000 characters.
    static func note(_ text: String, field: String) throws(Refusal) -> String {
        guard text.count <= noteCharacters else { throw .textTooLong(field: field) }
        return text
    }

    /// A name of at most 64 cells, trimmed; nil stays nil, and so does a blank one.
    static func name(_ text: String?, field: String) throws(Refusal) -> String? {
        guard let text = text?.trimmed, !text.isEmpty else { return nil }
        guard cells(text) <= nameCells else { throw .textTooLong(field: field) }
        return text
    }

    /// An upper bound of the cells a text may need: two for everything from Hangul Jamo on.
    static func cells(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
    }

    /// A whole number in a range.
    static func check(_ value: Int?, _ range: ClosedRange<Int>, _ field: String) throws(Refusal) {
        guard let value else { return }
        guard range.contains(value) else {
            throw .outOfRange(field: field, allowed: "\(range.lowerBound)-\(range.upperBound)")
        }
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
