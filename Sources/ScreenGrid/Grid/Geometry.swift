/// A width and a height in terminal cells.
public struct Size: Hashable, Sendable {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// A place on the screen, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
    public var column: Int
    public var row: Int

    public init(_ column: Int, _ row: Int) {
        self.column = column
        self.row = row
    }
}

/// A rectangle of cells; its width and height are never negative.
public struct Rect: Hashable, Sendable {
    public let column: Int
    public let row: Int
    public let columns: Int
    public let rows: Int

    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// The rectangle of a size, at the origin.
    public init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    public var size: Size { Size(columns: columns, rows: rows) }
    public var origin: Point { Point(column, row) }
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    /// The first column to the right of the rectangle.
    public var endColumn: Int { column + columns }

    /// The first row below the rectangle.
    public var endRow: Int { row + rows }

    /// Whether the cell at `point` lies inside.
    public func contains(_ point: Point) -> Bool {
        (column..<endColumn).contains(point.column) && (row..<endRow).contains(point.row)
    }

    /// The part that both rectangles cover; empty when they are apart.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left, row: top, columns: min(endColumn, other.endColumn) - left,
            rows: min(endRow, other.endRow) - top)
    }

    /// This rectangle moved.
    public func offset(columns dx: Int, rows dy: Int) -> Rect {
        Rect(column: column + dx, row: row + dy, columns: columns, rows: rows)
    }

    /// This rectangle without `horizontal` columns at the left and right and `vertical` rows at the top and bottom.
    public func inset(horizontal: Int = 1, vertical: Int = 1) -> Rect {
        Rect(
            column: column + horizontal, row: row + vertical, columns: columns - 2 * horizontal,
            rows: rows - 2 * vertical)
    }

    /// A rectangle of at most `size` in the middle of this one.
    public func centred(_ size: Size) -> Rect {
        let width = min(size.columns, columns)
        let height = min(size.rows, rows)
        return Rect(
            column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width, rows: height)
    }
}
