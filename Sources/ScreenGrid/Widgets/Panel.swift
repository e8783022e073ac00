/// A framed area with a title, over whatever was there before.
public struct Panel: Widget, Hashable, Sendable {
    public let title: [Span]
    public let hasFocus: Bool

    public init(title: [Span], hasFocus: Bool = false) {
        self.title = title
        self.hasFocus = hasFocus
    }

    /// A panel whose title is plain text.
    public init(title: String, hasFocus: Bool = false) {
        self.init(title: title.isEmpty ? [] : [Span(title, .title)], hasFocus: hasFocus)
    }

    /// The part of `rect` inside the frame.
    public static func interior(of rect: Rect) -> Rect { rect.inset() }

    public func draw(on grid: inout CellGrid) {
        grid.fill(grid.area, .text)
        grid.box(grid.area, title: title, strong: hasFocus)
    }
}

/// A framed sheet in the middle of the screen that hides what is beneath it.
public struct Dialog: Widget, Hashable, Sendable {
    public let title: String
    /// The size of the content, without frame and margin.
    public let contentSize: Size

    public init(title: String, contentSize: Size) {
        self.title = title
        self.contentSize = contentSize
    }

    /// Where the dialog stands in an area: in its middle, as large as its content asks and the area has. The rows of a
    /// title that is too long for its edge stand above it.
    public func frame(in area: Rect) -> Rect {
        let columns = max(contentSize.columns, min(title.displayWidth, area.columns - 4)) + 4
        let above = titleLines(columns: min(columns, area.columns)).count - 1
        return area.centred(Size(columns: columns, rows: contentSize.rows + 2 + above)).splitTop(above).rest
    }

    /// The part of a dialog's frame that its content is drawn in.
    public static func interior(of frame: Rect) -> Rect { frame.inset(horizontal: 2) }

    public func draw(on grid: inout CellGrid) {
        let frame = frame(in: grid.area)
        let lines = titleLines(columns: frame.columns)
        let above = min(lines.count - 1, frame.row)
        let whole = Rect(
            column: frame.column, row: frame.row - above, columns: frame.columns, rows: frame.rows + above)
        grid.fill(whole, .dialog)
        grid.box(whole, strong: true)
        for (row, line) in lines.enumerated() {
            grid.put(line, at: Point(whole.column + 1, whole.row + row), .dialogTitle)
        }
    }

    /// The title as it fits into an edge of a frame so wide: it is never cut.
    private func titleLines(columns: Int) -> [String] {
        title.wrapped(to: max(1, columns - 2))
    }
}
