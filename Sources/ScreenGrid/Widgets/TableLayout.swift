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
        let natural = TableLayout.naturalWidths(table)
        let widths = TableLayout.fit(natural, table.columns, to: available)
        self.widths = widths
        wrapping = Set(widths.keys.filter { table.columns[$0].isIdentity && widths[$0, default: 0] < natural[$0] })
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
        return table.rows[row][column].text.wrapped(to: width)
    }

    /// The screen rows that a row of the table takes.
    func height(_ row: Int) -> Int {
        wrapping.reduce(1) { max($0, lines(of: row, $1).count) }
    }

    private static func naturalWidths(_ table: Table) -> [Int] {
        table.columns.enumerated().map { index, column in
            let widest = table.rows.reduce(column.heading.displayWidth) { widest, row in
                index < row.count ? max(widest, row[index].width) : widest
            }
            return max(column.minimum, min(widest, column.maximum ?? widest))
        }
    }

    /// Brings the widths down to what there is room for: columns that give way shrink, then leave, and at last the
    /// identity columns share what is left.
    private static func fit(_ natural: [Int], _ columns: [TableColumn], to available: Int) -> [Int: Int] {
        var widths = Dictionary(uniqueKeysWithValues: natural.enumerated().map { ($0.offset, $0.element) })
        var excess: Int { margin + widths.values.reduce(0, +) + gap * max(0, widths.count - 1) - available }
        let yielding = columns.indices.sorted { (columns[$0].givesWay, $0) > (columns[$1].givesWay, $1) }
        for column in yielding where excess > 0 && !columns[column].isIdentity {
            widths[column] = max(min(columns[column].minimum, natural[column]), natural[column] - excess)
        }
        for column in yielding where excess > 0 && columns[column].givesWay > 0 && !columns[column].isIdentity {
            widths[column] = nil
        }
        for column in yielding where excess > 0 && columns[column].isIdentity {
            widths[column] = max(min(columns[column].minimum, natural[column]), natural[column] - excess, 2)
        }
        return widths
    }
}
