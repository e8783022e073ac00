internal import EscapeSequences

/// What typed text must keep to before it is recorded.
enum TextRules {
    /// A name may fill this many terminal cells; longer ones are refused, never cut.
    static let nameCells = 64
    /// A free text may have this many characters.
    static let noteCharacters = 2000

    /// A required reason, trimmed.
    static func reason(_ text: String?) throws(Refusal) -> String {
        guard let text = text?.trimmed, !text.isBlank else { throw .reasonNeeded }
        return try note(text, field: "reason")
    }

    /// A free text of at most 2,000 characters, without what would not be seen.
    static func note(_ text: String, field: String) throws(Refusal) -> String {
        let text = text.withoutEscapeSequences.withoutUnseen
        guard text.unicodeScalars.count <= noteCharacters else {
            throw .textTooLong(field: field, most: noteCharacters, .characters)
        }
        return text
    }

    /// A name of at most 64 cells in one line, trimmed, without what would not be seen; nil where nothing is left.
    static func name(_ text: String?, field: String) throws(Refusal) -> String? {
        guard let text, !text.isBlank else { return nil }
        let seen = text.inOneLine.trimmed
        guard cells(seen) <= nameCells else { throw .textTooLong(field: field, most: nameCells, .cells) }
        return seen
    }

    /// A hospital number as it is kept and compared: trimmed, upper case, full-width letters and digits as half-width
    /// ones, and nothing that would not be seen: two numbers that look the same are the same.
    static func number(_ text: String) -> String {
        text.withoutEscapeSequences.keeping { $0.isVisible || $0.isSpace }.trimmed.halfWidth.uppercased()
    }

    /// An upper bound of the cells a text may need: none for signs that stand on a letter, two for everything from Hangul
    /// Jamo on, one for the rest.
    static func cells(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.standsOnALetter ? 0 : $1.value >= 0x1100 ? 2 : 1) }
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
    var isVisible: Bool {
        guard !properties.isWhitespace else { return false }
        switch properties.generalCategory {
        case .control, .format, .unassigned, .surrogate: return false
        default: return true
        }
    }

    /// True for accents, vowel signs and joined letters that take no cell of their own.
    fileprivate var standsOnALetter: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    /// White space that moves within a line; a line end or a tab is none.
    fileprivate var isSpace: Bool { properties.generalCategory == .spaceSeparator }

    /// ZERO WIDTH NON-JOINER and ZERO WIDTH JOINER, without which some scripts can't be written.
    fileprivate var isJoiner: Bool { value == 0x200C || value == 0x200D }
}

extension String {
    /// True when nothing of it would be seen.
    var isBlank: Bool { !unicodeScalars.contains(where: \.isVisible) }
    /// Nil when nothing of it would be seen.
    var unlessBlank: String? { isBlank ? nil : self }

    /// Without control characters and marks that only steer the text around them; line ends and joiners stay.
    var withoutUnseen: String { keeping { $0.isVisible || $0.properties.isWhitespace || $0.isJoiner } }

    /// The same without escape sequences, and with one space for every line end and tab: what is kept of a name, however
    /// it came in.
    public var inOneLine: String {
        let line = withoutEscapeSequences.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
        return line.keeping { $0.isVisible || $0.isSpace || $0.isJoiner }
    }

    fileprivate func keeping(_ isKept: (Unicode.Scalar) -> Bool) -> String {
        guard !unicodeScalars.allSatisfy(isKept) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter(isKept)))
    }
}

extension String {
    /// With full-width letters, digits and signs (U+FF01 to U+FF5E) as half-width ones.
    public var halfWidth: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
                    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                }))
    }
}
