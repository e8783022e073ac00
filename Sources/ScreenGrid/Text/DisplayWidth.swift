/// How many terminal columns a character takes, by Unicode 15.0.0 East Asian Width; ambiguous characters take one.
public enum DisplayWidth {
    /// The columns of a code point: 0 for marks and invisible characters, 2 for wide ones, otherwise 1.
    public static func width(of scalar: Unicode.Scalar) -> Int {
        if isZero(scalar) { return 0 }
        if scalar.value < 0x1100 { return 1 }
        return isCommonIdeograph(scalar.value) || contains(DisplayWidthTable.wide, scalar.value) ? 2 : 1
    }

    /// The columns of a character as the grid draws it: 0, 1 or 2, and more only for a cluster of several spacing
    /// characters or of more than four marks, which a terminal cell cannot hold and which is therefore broken up.
    public static func width(of character: Character) -> Int { String(character).displayWidth }

    /// Whether a code point takes no column of its own.
    static func isZero(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (value >= 0x7F && value < 0xA0) }
        return !isCommonIdeograph(value) && contains(DisplayWidthTable.zero, value)
    }

    /// Whether a code point without a column is drawn at all: marks and Hangul vowels and finals are, but variation
    /// selectors (terminals disagree on their width), controls and format characters are not.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard isZero(scalar) else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return !scalar.properties.isVariationSelector
        case .otherLetter: return true
        default: return false
        }
    }

    private static func isCommonIdeograph(_ value: UInt32) -> Bool { value >= 0x4E00 && value <= 0x9FFF }

    /// Binary search in a flat list of inclusive ranges.
    private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
        var low = 0
        var high = ranges.count / 2 - 1
        while low <= high {
            let middle = (low + high) / 2
            if value < ranges[2 * middle] {
                high = middle - 1
            } else if value > ranges[2 * middle + 1] {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }
}

extension StringProtocol {
    /// The columns this text takes on a screen row.
    public var displayWidth: Int {
        if isPrintableASCII { return utf8.count }
        return withGlyphs { glyphs in
            var columns = 0
            while let glyph = glyphs.next() { columns += glyph.width }
            return columns
        }
    }

    /// Whether every byte is a printable character of ASCII, where one byte is one column.
    var isPrintableASCII: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } } ?? false
    }
}
