/// A column of a table.
public struct TableColumn: Hashable, Sendable {
    public let heading: String
    /// The width down to which the column shrinks (or an identity column wraps) before any column is left out.
    public let minimum: Int
    /// The greatest width; nil leaves it to the cells.
    public let maximum: Int?
    public let alignment: TextAlignment
    /// The order in which columns give way when the table is too wide: the highest shrinks to its minimum first and is
    /// then left out first; 0 does neither.
    public let givesWay: Int
    /// Whether this column tells who or what a row is about: it wraps when it must, and is never cut.
    public let isIdentity: Bool

    public init(
        _ heading: String, minimum: Int = 1, maximum: Int? = nil, alignment: TextAlignment = .leading,
        givesWay: Int = 0, isIdentity: Bool = false
    ) {
        self.heading = heading
        self.minimum = minimum
        self.maximum = maximum
        self.alignment = alignment
        self.givesWay = givesWay
        self.isIdentity = isIdentity
    }
}

/// A cell of a table: pieces of text in their roles.
public struct TableCell: Hashable, Sendable {
    public let spans: [Span]

    public init(_ text: String, _ role: StyleRole = .text) {
        spans = [Span(text, role)]
    }

    public init(_ spans: [Span]) {
        self.spans = spans
    }

    var text: String { spans.count == 1 ? spans[0].text : spans.map(\.text).joined() }
    /// The role of its first piece.
    public var role: StyleRole { spans.first?.role ?? .text }
    var width: Int { spans.reduce(0) { $0 + $1.text.displayWidth } }
}

/// Rows of cells under headings, with a `>` before the selected row.
public struct Table: Widget, Hashable, Sendable {
    public let columns: [TableColumn]
    /// One array of cells a row, as many as there are columns; missing ones stay empty.
    public let rows: [[TableCell]]
    /// The part in view and the selected row; nil shows the beginning and no selection.
    public let scroll: ListScroll?
    /// Whether the selected row is drawn as selected, as in the area with the focus.
    public let hasFocus: Bool
    public let showsHeadings: Bool

    public init(
        columns: [TableColumn], rows: [[TableCell]], scroll: ListScroll? = nil, hasFocus: Bool = false,
        showsHeadings: Bool = true
    ) {
        self.columns = columns
        self.rows = rows
        self.scroll = scroll
        self.hasFocus = hasFocus
        self.showsHeadings = showsHeadings
    }

    /// The row of the table that stands on a row of its area, for the mouse; nil for headings and free space.
    public func rowIndex(atRow row: Int, in size: Size) -> Int? {
        let layout = TableLayout(self, columns: size.columns)
        var top = headingRows
        for index in visibleRows(layout, rows: size.rows) {
            let next = top + layout.height(index)
            if (top..<next).contains(row) { return index }
            top = next
        }
        return nil
    }

    /// How many rows of the table do not stand whole in an area.
    public func hiddenRows(in size: Size) -> Int {
        let layout = TableLayout(self, columns: size.columns)
        var (top, whole) = (headingRows, 0)
        for index in visibleRows(layout, rows: size.rows) {
            top += layout.height(index)
            if top <= size.rows { whole += 1 }
        }
        return rows.count - whole
    }

    /// How many rows of its area the table would take with all of its rows shown; counted no further than `enough`.
    public func rowsNeeded(columns: Int, enough: Int = .max) -> Int {
        let layout = TableLayout(self, columns: columns)
        var needed = headingRows
        for index in rows.indices where needed < enough { needed += layout.height(index) }
        return needed
    }

    public func draw(on grid: inout CellGrid) {
        let layout = TableLayout(self, columns: grid.area.columns)
        if showsHeadings {
            for (column, place) in layout.places {
                let heading = columns[column].heading.padded(to: place.columns, columns[column].alignment)
                grid.put(heading, at: Point(place.column, 0), .columnHeading)
            }
        }
        var top = headingRows
        for index in visibleRows(layout, rows: grid.area.rows) {
            let area = Rect(column: 0, row: top, columns: grid.area.columns, rows: layout.height(index))
            grid.inside(area) { drawRow(index, layout, on: &$0) }
            top += area.rows
        }
    }

    private var headingRows: Int { showsHeadings ? 1 : 0 }

    private func visibleRows(_ layout: TableLayout, rows: Int) -> Range<Int> {
        (scroll ?? ListScroll()).visible(count: self.rows.count, rows: rows - headingRows, height: layout.height)
    }

    private func drawRow(_ index: Int, _ layout: TableLayout, on grid: inout CellGrid) {
        let cells = rows[index]
        for (column, place) in layout.places where column < cells.count {
            if layout.wraps(column) {
                for (line, text) in layout.lines(of: index, column).enumerated() {
                    grid.put(text, at: Point(place.column, line), cells[column].role)
                }
            } else {
                drawCell(cells[column], columns[column], at: place, on: &grid)
            }
        }
        guard let scroll, scroll.selected == index else { return }
        grid.put(">", at: Point(0, 0), hasFocus ? .selected : .text)
        if hasFocus { grid.select(grid.area) }
    }

    /// Draws a cell in one line; `~` stands at the end of what had to be cut.
    private func drawCell(_ cell: TableCell, _ column: TableColumn, at place: Rect, on grid: inout CellGrid) {
        let width = cell.width
        let spare = max(0, place.columns - width)
        let before =
            switch column.alignment {
            case .leading: 0
            case .centre: spare / 2
            case .trailing: spare
            }
        let used = grid.put(cell.spans, at: Point(place.column + before, 0), width: place.columns - before)
        if width > place.columns, used > 0 {
            grid.put("~", at: Point(place.column + place.columns - 1, 0), cell.spans.last?.role ?? .text)
        }
    }
}
