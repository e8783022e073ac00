import ScreenGrid

/// What a terminal of the kind `xterm-256color` would show for the bytes it is sent; it understands what ncurses sends.
struct ShownScreen {
    /// The look of one cell.
    struct Look: Hashable {
        var foreground: Color = .terminalDefault
        var background: Color = .terminalDefault
        var isBold = false
        var isUnderlined = false
        var isReversed = false
    }

    /// One cell: its text (empty for the second half of a wide glyph) and look.
    struct Cell: Hashable {
        var text = " "
        var look = Look()
    }

    private(set) var size: Size
    private(set) var rows: [[Cell]]
    /// The private modes that are on, such as 1049 for the alternate screen.
    private(set) var modes: Set<Int> = []
    private(set) var bells = 0
    /// Sequences that this screen does not know.
    private(set) var unknown: [String] = []
    /// One past the last column while a character in the last one waits to wrap.
    private var column = 0
    private var row = 0
    /// Whether a character after the last column goes to the next row.
    private var wraps = true
    private var look = Look()
    private var last: Character = " "
    /// Where the last character stands: a mark that follows belongs to it.
    private var lastPlace = Point(0, 0)

    init(size: Size) {
        self.size = size
        rows = ShownScreen.blankRows(size, Look())
    }

    var cursor: Point { Point(column, row) }

    /// The rows as text without spaces at their ends.
    var text: String {
        rows.map { row in
            var line = row.map(\.text).joined()
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }

    /// Changes the size as a terminal does; what is shown is lost.
    mutating func resize(_ size: Size) {
        self.size = size
        rows = ShownScreen.blankRows(size, Look())
        (column, row) = (0, 0)
    }

    mutating func take(_ bytes: [UInt8]) {
        var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\u{1B}": takeEscape(&rest)
            case "\r": column = 0
            case "\n": row = min(size.rows - 1, row + 1)
            case "\u{8}": column = max(0, standingColumn - 1)
            case "\t": column = min(size.columns - 1, (column / 8 + 1) * 8)
            case "\u{7}": bells += 1
            default: show(scalar)
            }
        }
    }

    private static func blankRows(_ size: Size, _ look: Look) -> [[Cell]] {
        [[Cell]](
            repeating: [Cell](repeating: Cell(look: look), count: size.columns), count: size.rows)
    }

    private mutating func show(_ scalar: Unicode.Scalar) {
        let width = DisplayWidth.width(of: scalar)
        if width == 0 {
            rows[lastPlace.row][lastPlace.column].text.unicodeScalars.append(scalar)
            return
        }
        if column + width > size.columns {
            guard wraps else { return }
            column = 0
            row = min(size.rows - 1, row + 1)
        }
        lastPlace = Point(column, row)
        rows[row][column] = Cell(text: String(Character(scalar)), look: look)
        if width == 2 { rows[row][column + 1] = Cell(text: "", look: look) }
        column = min(column + width, wraps ? size.columns : size.columns - 1)
        last = Character(scalar)
    }

    private mutating func takeEscape(_ rest: inout String.UnicodeScalarView.SubSequence) {
        switch rest.popFirst() {
        case "[": takeControlSequence(&rest)
        case "(", ")": rest.removeFirst()
        case "=", ">", "7", "8": break
        case let other: unknown.append("ESC \(other.map(String.init) ?? "")")
        }
    }

    private mutating func takeControlSequence(_ rest: inout String.UnicodeScalarView.SubSequence) {
        let parameterText = String(rest.prefix { (0x20...0x3F).contains($0.value) })
        rest = rest.dropFirst(parameterText.unicodeScalars.count)
        guard let final = rest.popFirst() else { return }
        let isPrivate = parameterText.hasPrefix("?")
        let parameters = parameterText.drop { $0 == "?" }.split(separator: ";", omittingEmptySubsequences: false)
            .map { Int($0) ?? 0 }
        let count = max(1, parameters.first ?? 1)
        switch final {
        case "H":
            row = min(size.rows, max(1, parameters.first ?? 1)) - 1
            column = min(size.columns, max(1, parameters.count > 1 ? parameters[1] : 1)) - 1
        case "A": row = max(0, row - count)
        case "B": row = min(size.rows - 1, row + count)
        case "C": column = min(size.columns - 1, standingColumn + count)
        case "D": column = max(0, standingColumn - count)
        case "G": column = min(size.columns, count) - 1
        case "d":
            row = min(size.rows, count) - 1
            column = standingColumn
        case "J": eraseDisplay(parameters.first ?? 0)
        case "K": eraseLine(parameters.first ?? 0)
        case "X": erase(row, column..<min(size.columns, column + count))
        case "b": for _ in 0..<count { show(last.unicodeScalars.first ?? " ") }
        case "P": deleteCharacters(count)
        case "@": insertBlanks(count)
        case "m": setLook(parameters.isEmpty ? [0] : parameters)
        case "h" where parameterText == "?7": wraps = true
        case "l" where parameterText == "?7": wraps = false
        case "h" where isPrivate: modes.formUnion(parameters)
        case "l" where isPrivate: modes.subtract(parameters)
        case "l", "h", "r", "t": break
        default: unknown.append("CSI \(parameterText)\(final)")
        }
    }

    /// Where the cursor stands: in the last column, too, while a character there waits to wrap.
    private var standingColumn: Int { min(column, size.columns - 1) }

    private mutating func erase(_ row: Int, _ columns: Range<Int>) {
        let blank = Cell(look: Look(background: look.background))
        for column in columns { rows[row][column] = blank }
    }

    private mutating func eraseLine(_ part: Int) {
        erase(row, part == 0 ? min(column, size.columns)..<size.columns : part == 1 ? 0..<column + 1 : 0..<size.columns)
    }

    private mutating func eraseDisplay(_ part: Int) {
        if part == 2 {
            for row in 0..<size.rows { erase(row, 0..<size.columns) }
        } else {
            eraseLine(0)
            for below in row + 1..<max(size.rows, row + 1) { erase(below, 0..<size.columns) }
        }
    }

    private mutating func deleteCharacters(_ count: Int) {
        rows[row].removeSubrange(column..<min(size.columns, column + count))
        let blank = Cell(look: Look(background: look.background))
        rows[row] += [Cell](repeating: blank, count: size.columns - rows[row].count)
    }

    private mutating func insertBlanks(_ count: Int) {
        let blank = Cell(look: Look(background: look.background))
        rows[row].insert(contentsOf: [Cell](repeating: blank, count: count), at: column)
        rows[row].removeLast(rows[row].count - size.columns)
    }

    private mutating func setLook(_ parameters: [Int]) {
        var rest = parameters[...]
        while let number = rest.popFirst() {
            switch number {
            case 0: look = Look()
            case 1: look.isBold = true
            case 4: look.isUnderlined = true
            case 7: look.isReversed = true
            case 22: look.isBold = false
            case 24: look.isUnderlined = false
            case 27: look.isReversed = false
            case 30...37: look.foreground = .palette(UInt8(number - 30))
            case 90...97: look.foreground = .palette(UInt8(number - 82))
            case 40...47: look.background = .palette(UInt8(number - 40))
            case 100...107: look.background = .palette(UInt8(number - 92))
            case 39: look.foreground = .terminalDefault
            case 49: look.background = .terminalDefault
            case 38, 48:
                let color = Color.palette(UInt8(rest.dropFirst().first ?? 0))
                rest = rest.dropFirst(2)
                if number == 38 { look.foreground = color } else { look.background = color }
            default: unknown.append("SGR \(number)")
            }
        }
    }
}
