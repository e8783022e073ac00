/// How much of a row or column of areas one of them takes, in cells.
public enum Extent: Hashable, Sendable {
    /// Exactly this many cells, as far as there are so many.
    case fixed(Int)
    /// A share of what is left, by `weight`, and never below `minimum` while there is room.
    case flexible(minimum: Int = 0, weight: Int = 1)
}

extension Rect {
    /// This rectangle cut into areas from left to right, with `gap` free columns between them.
    public func splitColumns(_ extents: [Extent], gap: Int = 0) -> [Rect] {
        var start = column
        return Extent.lengths(extents, total: columns, gap: gap).map { length in
            defer { start += length + gap }
            return Rect(column: start, row: row, columns: length, rows: rows)
        }
    }

    /// This rectangle cut into areas from top to bottom, with `gap` free rows between them.
    public func splitRows(_ extents: [Extent], gap: Int = 0) -> [Rect] {
        var start = row
        return Extent.lengths(extents, total: rows, gap: gap).map { length in
            defer { start += length + gap }
            return Rect(column: column, row: start, columns: columns, rows: length)
        }
    }

    /// The upper `count` rows and what is left below them.
    public func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
        let areas = splitRows([.fixed(count), .flexible()])
        return (areas[0], areas[1])
    }

    /// The lower `count` rows and what is left above them.
    public func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
        let height = min(max(0, count), rows)
        return (
            Rect(column: column, row: row, columns: columns, rows: rows - height),
            Rect(column: column, row: endRow - height, columns: columns, rows: height)
        )
    }

    /// One row of this rectangle, counted from its top.
    public func line(_ index: Int) -> Rect {
        intersection(Rect(column: column, row: row + index, columns: columns, rows: 1))
    }
}

extension Extent {
    /// The length of each area: fixed lengths and minimums first, in order, then the rest by weight, to the last cell.
    static func lengths(_ extents: [Extent], total: Int, gap: Int) -> [Int] {
        var left = max(0, total - gap * max(0, extents.count - 1))
        var lengths = extents.map { extent in
            let length = min(left, extent.minimum)
            left -= length
            return length
        }
        var weight = extents.reduce(0) { $0 + $1.weight }
        for (index, extent) in extents.enumerated() where extent.weight > 0 {
            let share = left * extent.weight / weight
            lengths[index] += share
            left -= share
            weight -= extent.weight
        }
        return lengths
    }

    private var minimum: Int {
        switch self {
        case .fixed(let length): max(0, length)
        case .flexible(let minimum, _): max(0, minimum)
        }
    }

    private var weight: Int {
        switch self {
        case .fixed: 0
        case .flexible(_, let weight): max(0, weight)
        }
    }
}
