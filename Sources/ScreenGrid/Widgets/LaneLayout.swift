/// Where the parts of rows stand that end in a drawing: a label, some figures under headings, and the lane drawn in.
///
/// Figures give way from the last while the lane is too narrow, then labels wrap; nothing is cut.
struct LaneLayout {
    /// The width of the labels, which stand behind the column of the selection's sign.
    let labelColumns: Int
    /// The figures that are shown, each with its column and width.
    let figures: [(index: Int, column: Int, columns: Int)]
    /// Where the lane begins, and its width.
    let laneColumn: Int
    let laneColumns: Int

    /// One column for the selection's sign stands before the label.
    static let labelColumn = 1
    /// A label is not wrapped to less than this.
    private static let leastLabel = 8
    private static let gap = 1

    /// - Parameter headings: of the label and of every figure.
    init(labels: [String], figures: [[Span]], headings: [String], columns available: Int, leastLane: Int) {
        let widest = max(labels.map(\.displayWidth).max() ?? 0, headings.first?.displayWidth ?? 0)
        let count = figures.map(\.count).max() ?? 0
        let widths = (0..<count).map { index in
            let cells = figures.map { index < $0.count ? $0[index].text.displayWidth : 0 }
            let heading = index + 1 < headings.count ? headings[index + 1].displayWidth : 0
            return max(cells.max() ?? 0, heading)
        }
        func lane(_ shown: Int, _ label: Int) -> Int {
            let used = Self.labelColumn + label + widths.prefix(shown).reduce(0) { $0 + $1 + Self.gap }
            return available - used - Self.gap
        }
        var shown = count
        while shown > 0, lane(shown, widest) < leastLane { shown -= 1 }
        let label = min(widest, max(Self.leastLabel, widest + lane(shown, widest) - leastLane))
        labelColumns = lane(shown, widest) >= leastLane ? widest : label
        var column = Self.labelColumn + labelColumns + Self.gap
        self.figures = widths.prefix(shown).enumerated().map { index, width in
            defer { column += width + Self.gap }
            return (index, column, width)
        }
        laneColumn = column
        laneColumns = max(0, available - column)
    }

    func lines(of label: String) -> [String] { label.wrapped(to: labelColumns) }

    /// Draws the headings of the label and of the figures into the first row.
    func drawHeadings(_ headings: [String], on grid: inout CellGrid) {
        guard let first = headings.first else { return }
        grid.put(first.padded(to: labelColumns), at: Point(Self.labelColumn, 0), .columnHeading)
        for (index, column, columns) in figures where index + 1 < headings.count {
            grid.put(headings[index + 1].padded(to: columns, .trailing), at: Point(column, 0), .columnHeading)
        }
    }

    /// Draws a row's label and figures from a row of the area on.
    func draw(_ label: Span, _ cells: [Span], atRow row: Int, on grid: inout CellGrid) {
        for (line, text) in lines(of: label.text).enumerated() {
            grid.put(text, at: Point(Self.labelColumn, row + line), label.role)
        }
        for (index, column, columns) in figures where index < cells.count {
            let spare = columns - cells[index].text.displayWidth
            grid.put(cells[index].text, at: Point(column + spare, row), cells[index].role)
        }
    }

    /// Marks a row as the selected one.
    func select(row: Int, rows: Int, hasFocus: Bool, on grid: inout CellGrid) {
        grid.put(">", at: Point(0, row), hasFocus ? .selected : .text)
        guard hasFocus else { return }
        grid.select(Rect(column: 0, row: row, columns: laneColumn, rows: rows))
    }
}
