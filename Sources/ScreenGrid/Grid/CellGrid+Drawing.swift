/// A piece of text in one style role.
public struct Span: Hashable, Sendable {
    public let text: String
    public let role: StyleRole

    public init(_ text: String, _ role: StyleRole = .text) {
        self.text = text
        self.role = role
    }
}

/// Something that draws itself into the area it is given.
public protocol Widget {
    func draw(on grid: inout CellGrid)
}

extension CellGrid {
    /// Draws a widget into a part of the area, or into all of it.
    public mutating func draw(_ widget: some Widget, in rect: Rect? = nil) {
        inside(rect ?? area) { widget.draw(on: &$0) }
    }

    /// Writes pieces of text one after the other; returns the columns used.
    @discardableResult
    public mutating func put(_ spans: [Span], at point: Point, width: Int = .max) -> Int {
        var used = 0
        for span in spans where used < width {
            used += put(span.text, at: Point(point.column + used, point.row), span.role, width: width - used)
        }
        return used
    }

    /// Writes text into the first row of `rect`, aligned; it is clipped to the rectangle.
    public mutating func put(_ text: String, in rect: Rect, _ role: StyleRole = .text, _ alignment: TextAlignment) {
        put(text.padded(to: rect.columns, alignment), at: rect.origin, role)
    }

    /// Draws a frame along the edge of `rect`, its title in the upper edge; at least 2 by 2 cells, else nothing.
    public mutating func box(_ rect: Rect, title: [Span] = [], strong: Bool = false) {
        guard rect.columns >= 2, rect.rows >= 2 else { return }
        let role: StyleRole = strong ? .borderFocused : .border
        let weight: LinePiece = strong ? .strong : []
        let right = rect.endColumn - 1
        let bottom = rect.endRow - 1
        for column in rect.column + 1..<max(right, rect.column + 1) {
            put(weight.union(.horizontal), at: Point(column, rect.row), role)
            put(weight.union(.horizontal), at: Point(column, bottom), role)
        }
        for row in rect.row + 1..<max(bottom, rect.row + 1) {
            put(weight.union(.vertical), at: Point(rect.column, row), role)
            put(weight.union(.vertical), at: Point(right, row), role)
        }
        put(weight.union([.right, .down]), at: rect.origin, role)
        put(weight.union([.left, .down]), at: Point(right, rect.row), role)
        put(weight.union([.right, .up]), at: Point(rect.column, bottom), role)
        put(weight.union([.left, .up]), at: Point(right, bottom), role)
        put(title, at: Point(rect.column + 1, rect.row), width: rect.columns - 2)
    }

    /// Draws a horizontal line of `columns` cells.
    public mutating func horizontalLine(at point: Point, columns: Int, _ role: StyleRole = .border) {
        for column in 0..<max(0, columns) { put(.horizontal, at: Point(point.column + column, point.row), role) }
    }

    /// Marks a part of the area as selected: ordinary text takes the role `selected`; what has a meaning of its own,
    /// such as an alarm, keeps its role.
    public mutating func select(_ rect: Rect) {
        restyle(rect, .selected, where: \.isPlain)
    }
}
