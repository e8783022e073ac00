/// The screen as a value: rows of cells, each with a glyph and a style role, and where the text cursor stands.
///
/// Every row sums to the grid's width: a wide glyph is followed by one continuation cell, clipping never splits a
/// glyph, and overwriting one half of a glyph clears the other. All drawing is relative to the current `area`, which
/// `inside` narrows; nothing is ever drawn outside it.
public struct CellGrid: Sendable {
    public let size: Size
    /// Where the text cursor blinks, in grid coordinates; nil hides it.
    public private(set) var cursor: Point?

    private(set) var cells: [Cell]
    private(set) var clusters: [String] = []
    private var clusterNumbers: [String: Int] = [:]
    private var clip: Rect

    /// An empty grid: spaces in the role `text`.
    public init(size: Size) {
        let area = Rect(size)
        self.size = area.size
        clip = area
        cells = [Cell](repeating: .blank(.text), count: area.columns * area.rows)
    }

    /// The area that drawing goes to, in its own coordinates: its origin is always (0, 0).
    public var area: Rect { Rect(clip.size) }

    /// Draws into a part of the area, in that part's own coordinates; what lies outside the area is cut off.
    @discardableResult
    public mutating func inside<Result>(
        _ rect: Rect, _ draw: (inout CellGrid) throws -> Result
    ) rethrows -> Result {
        let outer = clip
        defer { clip = outer }
        clip = rect.offset(columns: outer.column, rows: outer.row).intersection(outer)
        return try draw(&self)
    }

    /// Puts the text cursor on a cell of the area; one outside it is ignored.
    public mutating func placeCursor(at point: Point) {
        let place = Point(point.column + clip.column, point.row + clip.row)
        if clip.contains(place) { cursor = place }
    }

    /// What stands in a cell, in grid coordinates.
    public func content(column: Int, row: Int) -> CellContent {
        content(of: cells[row * size.columns + column])
    }

    /// The style role of a cell, in grid coordinates.
    public func role(column: Int, row: Int) -> StyleRole {
        cells[row * size.columns + column].role
    }

    func content(of cell: Cell) -> CellContent {
        if cell.isContinuation { return .continuation }
        if let index = cell.clusterIndex { return .cluster(clusters[index]) }
        if let piece = cell.linePiece { return .line(piece) }
        return .scalar(cell.scalar ?? " ")
    }
}

// MARK: - Storing cells

extension CellGrid {
    /// Writes text from a place of the area to the right, at most `width` columns and not beyond the area; returns the
    /// columns used. A wide glyph that the area's edge would split becomes a space.
    @discardableResult
    public mutating func put(_ text: String, at point: Point, _ role: StyleRole = .text, width: Int = .max) -> Int {
        let start = point.column + clip.column
        let row = point.row + clip.row
        guard row >= clip.row, row < clip.endRow, start < clip.endColumn, width > 0 else { return 0 }
        let end = min(clip.endColumn - start, width) + start
        var column = start
        let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
            storePrintableASCII(bytes, row: row, from: &column, to: end, role)
        }
        if isPlain != true {
            text.withGlyphs { glyphs in
                while column < end, let glyph = glyphs.next() {
                    store(glyph, of: glyphs, row: row, from: &column, to: end, role)
                }
            }
        }
        return column - start
    }

    /// Gives every cell of a part of the area a space in `role`.
    public mutating func fill(_ rect: Rect, _ role: StyleRole) {
        forEachRow(of: rect) { grid, range in
            grid.releaseHalves(around: range)
            for index in range { grid.cells[index] = .blank(role) }
        }
    }

    /// Changes the role of what stands in a part of the area; glyphs stay. With a condition, only of those cells whose
    /// role fulfils it.
    public mutating func restyle(
        _ rect: Rect, _ role: StyleRole, where isReplaced: (StyleRole) -> Bool = { _ in true }
    ) {
        forEachRow(of: rect) { grid, range in
            for index in range where isReplaced(grid.cells[index].role) {
                if index == range.lowerBound, grid.cells[index].isContinuation { continue }
                grid.cells[index] = grid.cells[index].with(role)
                let next = index + 1
                if next < grid.cells.count, grid.cells[next].isContinuation {
                    grid.cells[next] = .continuation(role)
                }
            }
        }
    }

    /// Puts a piece of line art into a cell of the area; it joins with line art that is already there.
    public mutating func put(_ piece: LinePiece, at point: Point, _ role: StyleRole) {
        let place = Point(point.column + clip.column, point.row + clip.row)
        guard clip.contains(place) else { return }
        let index = place.row * size.columns + place.column
        let joined = cells[index].linePiece.map { piece.union($0) } ?? piece
        store(Cell(joined, role), columns: 1, at: index)
    }

    private mutating func forEachRow(of rect: Rect, _ body: (inout CellGrid, Range<Int>) -> Void) {
        let target = rect.offset(columns: clip.column, rows: clip.row).intersection(clip)
        guard !target.isEmpty else { return }
        for row in target.row..<target.endRow {
            let first = row * size.columns + target.column
            body(&self, first..<first + target.columns)
        }
    }

    /// Stores text of printable ASCII, one byte a cell; answers false, having done nothing, for any other text.
    private mutating func storePrintableASCII(
        _ bytes: UnsafeBufferPointer<UInt8>, row: Int, from column: inout Int, to end: Int, _ role: StyleRole
    ) -> Bool {
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return false }
        let hidden = max(0, clip.column - column)
        let stop = min(end, column + bytes.count)
        guard column + hidden < stop else {
            column = stop
            return true
        }
        let first = row * size.columns + column
        releaseHalves(around: first + hidden..<first + stop - column)
        for offset in hidden..<stop - column {
            cells[first + offset] = Cell(ascii: bytes[offset], role)
        }
        column = stop
        return true
    }

    private mutating func store(
        _ glyph: Glyph, of glyphs: GlyphReader, row: Int, from column: inout Int, to end: Int, _ role: StyleRole
    ) {
        let rowStart = row * size.columns
        let isSplit = column + glyph.width > end || (column < clip.column && column + glyph.width > clip.column)
        if isSplit {
            let visible = max(column, clip.column)
            if visible < end { store(.blank(role), columns: 1, at: rowStart + visible) }
        } else if column >= clip.column {
            store(cell(for: glyph, of: glyphs, role), columns: glyph.width, at: rowStart + column)
        }
        column = min(end, column + glyph.width)
    }

    private mutating func cell(for glyph: Glyph, of glyphs: GlyphReader, _ role: StyleRole) -> Cell {
        if glyph.tail.isEmpty { return Cell(glyph.base, role) }
        let text = glyphs.text(of: glyph)
        guard text.unicodeScalars.count > 1 else { return Cell(glyph.base, role) }
        if let number = clusterNumbers[text] { return Cell(cluster: number, role) }
        guard clusters.count < Cell.maximumClusters else { return Cell("?", role) }
        clusterNumbers[text] = clusters.count
        clusters.append(text)
        return Cell(cluster: clusters.count - 1, role)
    }

    private mutating func store(_ cell: Cell, columns: Int, at index: Int) {
        releaseHalves(around: index..<index + columns)
        cells[index] = cell
        if columns == 2 { cells[index + 1] = .continuation(cell.role) }
    }

    /// Blanks the outer halves of the wide glyphs that the ends of `range` cut through.
    private mutating func releaseHalves(around range: Range<Int>) {
        let first = range.lowerBound
        if cells[first].isContinuation { cells[first - 1] = .blank(cells[first - 1].role) }
        let next = range.upperBound
        if next < cells.count, cells[next].isContinuation { cells[next] = .blank(cells[next].role) }
    }
}
