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

    /// Where the dialog stands in an area: in its middle, as large as its content asks and the area has.
    public func frame(in area: Rect) -> Rect {
        area.centred(Size(columns: max(contentSize.columns, title.displayWidth) + 4, rows: contentSize.rows + 2))
    }

    /// The part of a dialog's frame that its content is drawn in.
    public static func interior(of frame: Rect) -> Rect { frame.inset(horizontal: 2) }

    public func draw(on grid: inout CellGrid) {
        let frame = frame(in: grid.area)
        grid.fill(frame, .dialog)
        grid.box(frame, title: [Span(title, .dialogTitle)], strong: true)
    }
}

/// A passing message in one line at the end of an area's last row.
public struct Toast: Widget, Hashable, Sendable {
    public let text: String
    public let role: StyleRole

    public init(_ text: String, role: StyleRole = .toast) {
        self.text = text
        self.role = role
    }

    public func draw(on grid: inout CellGrid) {
        let line = " \(text) ".clipped(to: grid.area.columns)
        let place = Point(grid.area.columns - line.displayWidth, grid.area.rows - 1)
        grid.put(line, at: place, role)
    }
}

/// Text that wraps to the width of its area.
public struct Paragraph: Widget, Hashable, Sendable {
    public let text: String
    public let role: StyleRole

    public init(_ text: String, role: StyleRole = .text) {
        self.text = text
        self.role = role
    }

    /// The rows that the text takes at a width.
    public func rows(at columns: Int) -> Int { text.wrapped(to: columns).count }

    public func draw(on grid: inout CellGrid) {
        for (row, line) in text.wrapped(to: grid.area.columns).prefix(grid.area.rows).enumerated() {
            grid.put(line, at: Point(0, row), role)
        }
    }
}
