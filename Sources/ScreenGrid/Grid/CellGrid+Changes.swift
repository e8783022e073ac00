import Glibc

/// Neighbouring cells of one row that changed, in grid coordinates.
public struct ChangedSpan: Hashable, Sendable {
    public let row: Int
    public let columns: Range<Int>

    public init(row: Int, columns: Range<Int>) {
        self.row = row
        self.columns = columns
    }
}

extension CellGrid {
    /// The cells in which this grid shows something other than `previous`, row by row; all of them when the sizes
    /// differ. A span never begins or ends inside a wide glyph.
    public func changes(from previous: CellGrid) -> [ChangedSpan] {
        guard size == previous.size else {
            return (0..<size.rows).map { ChangedSpan(row: $0, columns: 0..<size.columns) }
        }
        if clusters == previous.clusters {
            return changes(from: previous, skipsEqualRows: true) { $0 != $1 }
        }
        return changes(from: previous, skipsEqualRows: false) { new, old in
            guard let index = new.clusterIndex, let oldIndex = old.clusterIndex else { return new != old }
            return new.role != old.role || clusters[index] != previous.clusters[oldIndex]
        }
    }

    private func changes(
        from previous: CellGrid, skipsEqualRows: Bool, where differ: (Cell, Cell) -> Bool
    ) -> [ChangedSpan] {
        var spans: [ChangedSpan] = []
        cells.withUnsafeBufferPointer { new in
            previous.cells.withUnsafeBufferPointer { old in
                for row in 0..<size.rows {
                    let rowStart = row * size.columns
                    if skipsEqualRows, isEqual(new, old, rowStart, size.columns) { continue }
                    let rowEnd = rowStart + size.columns
                    var index = rowStart
                    while index < rowEnd {
                        let first = index
                        while index < rowEnd, differ(new[index], old[index]) { index += 1 }
                        guard first < index else {
                            index += 1
                            continue
                        }
                        // A wide glyph in place of another may have an equal second half.
                        while index < rowEnd, new[index].isContinuation { index += 1 }
                        spans.append(ChangedSpan(row: row, columns: first - rowStart..<index - rowStart))
                    }
                }
            }
        }
        return spans
    }

    /// Whether some cells are the same bit for bit; most rows are, and this is the fastest way to pass them over.
    private func isEqual(
        _ new: UnsafeBufferPointer<Cell>, _ old: UnsafeBufferPointer<Cell>, _ start: Int, _ count: Int
    ) -> Bool {
        guard let newRow = new.baseAddress, let oldRow = old.baseAddress else { return true }
        return memcmp(newRow + start, oldRow + start, count * MemoryLayout<Cell>.stride) == 0
    }
}
