/// A Data Matrix symbol (ECC 200) of ASCII text: its modules as they are printed, without the quiet zone.
public struct DataMatrix: Hashable, Sendable {
    /// Modules along a side.
    public let side: Int
    /// Row by row from the top; true is dark.
    private let modules: [Bool]

    private static let fnc1: UInt8 = 232
    private static let padding: UInt8 = 129
    private static let separator = UInt8(0x1D)

    /// A symbol of a plain code, or of a GS1 element string whose separators are `U+001D`.
    ///
    /// - Throws: `LabelFault.notEncodable` for anything but ASCII, or for more than a symbol of 48 modules holds.
    public init(_ text: String, isElementString: Bool) throws(LabelFault) {
        guard text.utf8.allSatisfy({ $0 < 128 }) else { throw .notEncodable(text) }
        let words = (isElementString ? [Self.fnc1] : []) + Self.words(of: Array(text.utf8), isElementString)
        guard let size = DataMatrixSize.all.first(where: { $0.dataWords >= words.count }) else {
            throw .notEncodable(text)
        }
        let data = Self.padded(words, to: size.dataWords)
        let codewords = data + ReedSolomon.checkWords(of: data, count: size.checkWords)
        let placement = DataMatrixPlacement(side: size.mappedSide)
        side = size.side
        modules = Self.framed(size) { placement.isDark(row: $0, column: $1, codewords) }
    }

    /// Whether a module is dark, counted from the upper left.
    public func isDark(row: Int, column: Int) -> Bool {
        modules[row * side + column]
    }

    /// Two digits in one codeword, anything else in one of its own.
    private static func words(of bytes: [UInt8], _ isElementString: Bool) -> [UInt8] {
        var words: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if isDigit(byte), let next = rest.first, isDigit(next) {
                rest.removeFirst()
                words.append(130 + (byte - 48) * 10 + (next - 48))
            } else {
                words.append(isElementString && byte == separator ? fnc1 : byte + 1)
            }
        }
        return words
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// Fills the symbol: one padding word, then padding that differs from place to place.
    private static func padded(_ words: [UInt8], to count: Int) -> [UInt8] {
        var words = words
        if words.count < count { words.append(padding) }
        while words.count < count {
            let scrambled = Int(padding) + (149 * (words.count + 1)) % 253 + 1
            words.append(UInt8(scrambled > 254 ? scrambled - 254 : scrambled))
        }
        return words
    }

    /// The mapped modules within the finders: solid at the left and bottom of every region, dotted at top and right.
    private static func framed(_ size: DataMatrixSize, _ mapped: (Int, Int) -> Bool) -> [Bool] {
        let region = size.side / size.regions
        var modules: [Bool] = []
        for row in 0..<size.side {
            for column in 0..<size.side {
                let (inRow, inColumn) = (row % region, column % region)
                if inColumn == 0 || inRow == region - 1 {
                    modules.append(true)
                } else if inRow == 0 {
                    modules.append(inColumn.isMultiple(of: 2))
                } else if inColumn == region - 1 {
                    modules.append(!inRow.isMultiple(of: 2))
                } else {
                    modules.append(mapped(row - 1 - 2 * (row / region), column - 1 - 2 * (column / region)))
                }
            }
        }
        return modules
    }
}
