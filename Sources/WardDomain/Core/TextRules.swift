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
        guard text.unicodeScalars.count <= noteCharacters else { throw .textTooLong(field: field) }
        return text
    }

    /// A name of at most 64 cells, trimmed; nil stays nil, and so does one of which nothing would be seen.
    static func name(_ text: String?, field: String) throws(Refusal) -> String? {
        guard let text = text?.trimmed, text.unicodeScalars.contains(where: \.isVisible) else { return nil }
        guard cells(text) <= nameCells else { throw .textTooLong(field: field) }
        return text
    }

    /// A hospital number as it is kept and compared: trimmed, upper case, full-width letters and digits as half-width
    /// ones.
    static func number(_ text: String) -> String {
        text.trimmed.halfWidth.uppercased()
    }

    /// An upper bound of the cells a text may need: two for everything from Hangul Jamo on.
    static func cells(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
    }

    /// A range in words: `0-10`, or `-5..5` where a minus sign would be misread.
    static func form(of range: ClosedRange<Int>) -> String {
        "\(range.lowerBound)\(range.lowerBound < 0 ? ".." : "-")\(range.upperBound)"
    }

    /// A whole number in a range.
    static func check(_ value: Int?, _ range: ClosedRange<Int>, _ field: String) throws(Refusal) {
        guard let value else { return }
        guard range.contains(value) else {
            throw .outOfRange(field: field, allowed: form(of: range))
        }
    }
}

extension Unicode.Scalar {
    /// False for white space, control characters and marks that only steer the text around them.
    fileprivate var isVisible: Bool {
        guard !properties.isWhitespace else { return false }
        switch properties.generalCategory {
        case .control, .format, .unassigned, .surrogate: return false
        default: return true
        }
    }
}

extension String {
    /// With full-width letters, digits and signs (U+FF01 to U+FF5E) as half-width ones.
    var halfWidth: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
                    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                }))
    }
}
