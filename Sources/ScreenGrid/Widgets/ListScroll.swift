/// Which part of a long list is in view, and which item is selected.
public struct ListScroll: Hashable, Sendable {
    /// The selected item, from 0; 0 also when there are no items.
    public private(set) var selected: Int
    /// The first item in view.
    public private(set) var first: Int

    public init(selected: Int = 0) {
        self.selected = max(0, selected)
        first = 0
    }

    /// Selects an item, kept within the list.
    public mutating func select(_ index: Int, count: Int) {
        selected = min(max(0, index), max(0, count - 1))
    }

    /// Moves the selection by a number of items.
    public mutating func move(by offset: Int, count: Int) {
        select(selected + offset, count: count)
    }

    /// Takes a key that moves in a list with `rows` rows in view; answers whether it was one.
    @discardableResult
    public mutating func take(_ key: Key, count: Int, rows: Int) -> Bool {
        let page = max(1, rows - 1)
        switch key {
        case .up: move(by: -1, count: count)
        case .down: move(by: 1, count: count)
        case .pageUp: move(by: -page, count: count)
        case .pageDown: move(by: page, count: count)
        case .home: select(0, count: count)
        case .end: select(count - 1, count: count)
        default: return false
        }
        return true
    }

    /// The items in view when there is room for `rows` rows: as before if the selection is among them, otherwise moved
    /// as little as shows it, and without free rows at the end while items stand above. An item takes `height` rows.
    public func visible(count: Int, rows: Int, height: (Int) -> Int = { _ in 1 }) -> Range<Int> {
        guard count > 0, rows > 0 else { return 0..<0 }
        let selected = min(selected, count - 1)
        var start = min(first, selected)
        var used = (start...selected).reduce(0) { $0 + height($1) }
        while used > rows, start < selected {
            used -= height(start)
            start += 1
        }
        var end = selected + 1
        while end < count, used + height(end) <= rows {
            used += height(end)
            end += 1
        }
        while start > 0, used + height(start - 1) <= rows {
            start -= 1
            used += height(start)
        }
        return start..<end
    }

    /// Keeps the part in view for the next time; for after a change, with the room there is.
    public mutating func settle(count: Int, rows: Int, height: (Int) -> Int = { _ in 1 }) {
        select(selected, count: count)
        first = visible(count: count, rows: rows, height: height).lowerBound
    }
}
