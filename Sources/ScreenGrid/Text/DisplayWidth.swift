/// How many terminal columns a character takes, by Unicode 15.0.0 East Asian Width; ambiguous characters take one.
public enum DisplayWidth {
    /// The columns of a code point: 0 for marks and invisible characters, 2 for wide ones, otherwise 1.
    public static func width(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return isControl(value) ? 0 : 1 }
        if value >= 0x4E00, value <= 0x9FFF { return 2 }
        if contains(DisplayWidthTable.zero, value) { return 0 }
        return contains(DisplayWidthTable.wide, value) ? 2 : 1
    }

    /// The columns of a character as the grid draws it: 0, 1 or 2, and more only for a cluster of several spacing
    /// characters or of more than four marks, which a terminal cell cannot hold and which is therefore broken up.
    public static func width(of character: Character) -> Int {
        if let ascii = character.asciiValue { return isControl(UInt32(ascii)) ? 0 : 1 }
        var columns = 0
        Glyph.forEach(in: character) { columns += $0.width }
        return columns
    }

    private static func isControl(_ value: UInt32) -> Bool {
        value < 0x20 || (value >= 0x7F && value < 0xA0)
    }

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
        if let columns = utf8.withContiguousStorageIfAvailable(printableASCIICount), let columns { return columns }
        return reduce(0) { $0 + DisplayWidth.width(of: $1) }
    }
}

/// The byte count when every byte is printable ASCII, where one byte is one column; otherwise nil.
private func printableASCIICount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? bytes.count : nil
}
