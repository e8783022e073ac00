extension CellGrid {
    /// The screen as text, a line a row, without spaces at line ends: what a person would copy off the screen.
    public func plainText(lineArt: LineArt = .ascii) -> String {
        rowsOfCells { row in
            var line = ""
            for cell in row {
                switch content(of: cell) {
                case .scalar(let scalar): line.unicodeScalars.append(scalar)
                case .cluster(let text): line += text
                case .line(let piece): line.unicodeScalars.append(piece.character(in: lineArt))
                case .continuation: break
                }
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// The style of the screen as text, a line a row and the letter of its role for each column.
    public var styleText: String {
        rowsOfCells { row in String(row.map { $0.role.letter }) }
    }

    private func rowsOfCells(_ text: (ArraySlice<Cell>) -> String) -> String {
        (0..<size.rows)
            .map { text(cells[$0 * size.columns..<($0 + 1) * size.columns]) }
            .joined(separator: "\n")
    }
}

extension CellGrid: Equatable {
    /// Whether two grids show the same: glyphs, roles and cursor.
    public static func == (one: CellGrid, other: CellGrid) -> Bool {
        one.size == other.size && one.cursor == other.cursor && one.changes(from: other).isEmpty
    }
}
