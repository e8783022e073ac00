/// Values in the order of time with a line at their middle, a column each: what moves, and whether it moves for good.
///
///     32:10 |    o
///     28:40 |--o----------
///     21:05 |o        + +
///            J F M A M J J
///
/// A value that is nil leaves a gap. The newest values are shown where not all fit.
public struct RunChart: Widget, Hashable, Sendable {
    /// One value and how it is drawn.
    public struct Value: Hashable, Sendable {
        public let value: Double?
        /// The sign at its place, which says without colour what the role says with it.
        public let sign: Character
        public let role: StyleRole
        /// Texts below it, one for each heading of the chart; nothing is cut, what has no room is left out.
        public let captions: [String]

        public init(_ value: Double?, sign: Character = "o", role: StyleRole = .barFilled, captions: [String] = []) {
            self.value = value
            self.sign = sign
            self.role = role
            self.captions = captions
        }
    }

    /// A value named at the left of the chart, with a line through it where `sign` is given.
    public struct Level: Hashable, Sendable {
        public let value: Double
        public let text: String
        public let sign: Character?
        public let role: StyleRole

        public init(_ value: Double, _ text: String, sign: Character? = nil, role: StyleRole = .label) {
            self.value = value
            self.text = text
            self.sign = sign
            self.role = role
        }
    }

    public let points: [Value]
    /// The most important first: of two that fall on one row the first is named.
    public let levels: [Level]
    /// What the rows of captions are, at the left below the chart.
    public let headings: [String]
    /// The point that keys act on.
    public let selected: Int?
    public let hasFocus: Bool

    public init(
        points: [Value], levels: [Level], headings: [String] = [], selected: Int? = nil, hasFocus: Bool = false
    ) {
        self.points = points
        self.levels = levels
        self.headings = headings
        self.selected = selected
        self.hasFocus = hasFocus
    }

    public func draw(on grid: inout CellGrid) {
        let margin = (levels.map(\.text) + headings).map(\.displayWidth).max().map { $0 + 1 } ?? 0
        let (plot, below) = grid.area.splitTop(max(0, grid.area.rows - headings.count))
        let room = max(0, grid.area.columns - margin - 1)
        let shown = points.indices.suffix(room)
        guard !shown.isEmpty, !plot.isEmpty else { return }
        let step = max(1, room / shown.count)
        let columns = margin + 1..<margin + 1 + step * shown.count
        drawLevels(rows: plot.rows, columns, on: &grid)
        for (place, index) in shown.enumerated() {
            let column = columns.lowerBound + place * step + step / 2
            draw(points[index], column: column, rows: plot.rows, on: &grid)
            grid.inside(below) { drawCaptions(index, column: column, step: step, on: &$0) }
        }
        grid.inside(below) { grid in
            for (row, heading) in headings.enumerated() {
                grid.put(heading, at: Point(0, row), .label)
            }
        }
    }

    /// The row of a value in a chart of so many rows: the greatest at the top.
    private func row(of value: Double, rows: Int) -> Int {
        let values = points.compactMap(\.value) + levels.map(\.value)
        let (least, greatest) = (values.min() ?? 0, values.max() ?? 0)
        guard greatest > least else { return rows / 2 }
        return Int(((greatest - value) / (greatest - least) * Double(rows - 1)).rounded())
    }

    private func drawLevels(rows: Int, _ columns: Range<Int>, on grid: inout CellGrid) {
        for row in 0..<rows { grid.put("|", at: Point(columns.lowerBound - 1, row), .border) }
        var named: Set<Int> = []
        for level in levels {
            let row = row(of: level.value, rows: rows)
            if named.insert(row).inserted {
                grid.put(level.text, at: Point(0, row), level.role)
            }
        }
        for level in levels.reversed() {
            guard let sign = level.sign else { continue }
            let row = row(of: level.value, rows: rows)
            grid.put(
                String(repeating: sign, count: columns.count), at: Point(columns.lowerBound, row),
                level.role)
        }
    }

    private func draw(_ point: Value, column: Int, rows: Int, on grid: inout CellGrid) {
        guard let value = point.value else { return }
        grid.put(String(point.sign), at: Point(column, row(of: value, rows: rows)), point.role)
    }

    /// Captions that are too wide for their step stand below every second, third ... value: among them the selected one,
    /// else the newest.
    private func drawCaptions(_ index: Int, column: Int, step: Int, on grid: inout CellGrid) {
        for row in headings.indices where row < points[index].captions.count {
            let text = points[index].captions[row]
            let widest = points.map { row < $0.captions.count ? $0.captions[row].displayWidth : 0 }.max() ?? 0
            let every = max(1, (widest + step) / step)
            guard (index - (selected ?? points.count - 1)).isMultiple(of: every) else { continue }
            let start = min(column - (text.displayWidth - 1) / 2, grid.area.columns - text.displayWidth)
            let role: StyleRole = index != selected ? .label : hasFocus ? .selected : .title
            grid.put(text, at: Point(start, row), role)
        }
    }
}
