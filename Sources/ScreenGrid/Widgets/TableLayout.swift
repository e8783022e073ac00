/// Where the columns of a table stand at a width, and how many lines each row takes there.
struct TableLayout {
    /// The columns that are shown, each with the place of its cells.
    let places: [(column: Int, place: Rect)]
    private let table: Table
    private let widths: [Int: Int]
    private let wrapping: Set<Int>

    /// One column for the selection's sign stands before the first, and one stays free between any two.
    private static let margin = 1
    private static let gap = 1

    init(_ table: Table, columns available: Int) {
        self.table = table
        let widest = table.columns.indices.map { TableLayout.widest($0, table) }
        let widths = TableLayout.fit(widest, table.columns, to: available)
        self.widths = widths
        wrapping = Set(widths.keys.filter { table.columns[$0].isIdentity && widths[$0, default: 0] < widest[$0] })
        var start = TableLayout.margin
        places = widths.keys.sorted().map { column in
            let place = Rect(column: start, row: 0, columns: widths[column, default: 0], rows: 1)
            start = place.endColumn + TableLayout.gap
            return (column, place)
        }
    }

    /// Whether a column's texts are broken into lines.
    func wraps(_ column: Int) -> Bool { wrapping.contains(column) }

    /// The lines of a cell in a column that wraps.
    func lines(of row: Int, _ column: Int) -> [String] {
        guard column < table.rows[row].count, let width = widths[column] else { return [] }
        let cell = table.rows[row][column]
        return cell.width <= width ? [cell.text] : cell.text.wrapped(to: width)
    }

    /// The screen rows that a row of the table takes.
    func height(_ row: Int) -> Int {
        wrapping.reduce(1) { max($0, lines(of: row, $1).count) }
    }

    /// The width of a column's widest cell, or of its heading where headings are shown.
    private static func widest(_ column: Int, _ table: Table) -> Int {
        let heading = table.showsHeadings ? table.columns[column].heading.displayWidth : 0
        return table.rows.reduce(heading) { widest, row in
            column < row.count ? max(widest, row[column].width) : widest
        }
    }

    /// The widths of the columns for which there is room: those that give way shrink first, then identity columns wrap
    /// down to their minimum, then columns are left out one by one; at last identity columns share what there is.
    private static func fit(_ widest: [Int], _ columns: [TableColumn], to available: Int) -> [Int: Int] {
        let yielding = columns.indices
            .filter { columns[$0].givesWay > 0 && !columns[$0].isIdentity }
            .sorted { (columns[$0].givesWay, $0) > (columns[$1].givesWay, $1) }
        let identities = columns.indices.filter { columns[$0].isIdentity }
        var widths: [Int: Int] = [:]
        var excess: Int { margin + widths.values.reduce(0, +) + gap * max(0, widths.count - 1) - available }
        func shrink(_ column: Int, to least: Int) {
            guard excess > 0, let width = widths[column] else { return }
            widths[column] = max(min(least, width), width - excess)
        }
        for leftOut in 0...yielding.count {
            let shown = columns.indices.filter { !yielding.prefix(leftOut).contains($0) }
            widths = Dictionary(
                uniqueKeysWithValues: shown.map { column in
                    (column, max(columns[column].minimum, min(widest[column], columns[column].maximum ?? .max)))
                })
            for column in yielding + identities { shrink(column, to: columns[column].minimum) }
            if excess <= 0 { return widths }
        }
        for column in identities { shrink(column, to: 2) }
        return widths
    }
}
