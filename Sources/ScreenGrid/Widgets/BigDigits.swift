/// A time or number in large digits that can be read from across the room.
public struct BigDigits: Widget, Hashable, Sendable {
    /// How tall the digits are.
    public enum Height: Int, Hashable, Sendable, CaseIterable {
        case three = 3
        case five = 5
    }

    /// Digits, `:`, `+`, `-` and spaces; any other character is left out.
    public let text: String
    public let height: Height
    public let role: StyleRole

    public init(_ text: String, height: Height = .five, role: StyleRole = .text) {
        self.text = text
        self.height = height
        self.role = role
    }

    /// The cells that the digits take.
    public var size: Size {
        let widths = glyphs.map { $0[0].count }
        return Size(columns: max(0, widths.reduce(0, +) + widths.count - 1), rows: height.rawValue)
    }

    public func draw(on grid: inout CellGrid) {
        var column = 0
        for glyph in glyphs {
            for (row, line) in glyph.enumerated() {
                draw(line, at: Point(column, row), on: &grid)
            }
            column += glyph[0].count + 1
        }
    }

    /// Draws one row of a digit. Tall digits are shapes of their own on any ground; small ones are line drawings and need
    /// their ground around them.
    private func draw(_ line: String, at point: Point, on grid: inout CellGrid) {
        guard height == .five else {
            grid.put(line, at: point, role)
            return
        }
        for (offset, sign) in line.enumerated() where sign != " " {
            grid.put(String(sign), at: Point(point.column + offset, point.row), role)
        }
    }

    private var glyphs: [[String]] {
        let font = height == .five ? BigDigitFont.five : BigDigitFont.three
        return text.compactMap { font[$0] }
    }
}

/// The shapes of large digits, a string a row.
private enum BigDigitFont {
    static let five: [Character: [String]] = [
        "0": ["#####", "#   #", "#   #", "#   #", "#####"],
        "1": ["  #  ", " ##  ", "  #  ", "  #  ", "#####"],
        "2": ["#####", "    #", "#####", "#    ", "#####"],
        "3": ["#####", "    #", " ####", "    #", "#####"],
        "4": ["#   #", "#   #", "#####", "    #", "    #"],
        "5": ["#####", "#    ", "#####", "    #", "#####"],
        "6": ["#####", "#    ", "#####", "#   #", "#####"],
        "7": ["#####", "    #", "   # ", "  #  ", "  #  "],
        "8": ["#####", "#   #", "#####", "#   #", "#####"],
        "9": ["#####", "#   #", "#####", "    #", "#####"],
        ":": ["   ", " # ", "   ", " # ", "   "],
        "+": ["     ", "  #  ", "#####", "  #  ", "     "],
        "-": ["     ", "     ", "#####", "     ", "     "],
        " ": ["   ", "   ", "   ", "   ", "   "],
    ]

    static let three: [Character: [String]] = [
        "0": [" _ ", "| |", "|_|"], "1": ["   ", "  |", "  |"], "2": [" _ ", " _|", "|_ "], "3": [" _ ", " _|", " _|"],
        "4": ["   ", "|_|", "  |"], "5": [" _ ", "|_ ", " _|"], "6": [" _ ", "|_ ", "|_|"], "7": [" _ ", "  |", "  |"],
        "8": [" _ ", "|_|", "|_|"], "9": [" _ ", "|_|", " _|"], ":": [" ", ".", "."], "+": ["   ", "_|_", " | "],
        "-": ["   ", "___", "   "], " ": ["  ", "  ", "  "],
    ]
}
