/// Causes by how often they occur, the most frequent first: a row each with its name, its figures, a bar of its share,
/// and `|` where the shares so far add up to.
///
/// Bars and sums share one scale of 0 to 100 %. Names are never cut.
public struct ParetoBars: Widget, Hashable, Sendable {
    /// One cause.
    public struct Cause: Hashable, Sendable {
        public let label: Span
        /// Texts under the headings behind the first, such as its count.
        public let figures: [Span]
        /// Its own share, 0...1.
        public let share: Double
        /// Its share and those of all causes before it, 0...1.
        public let cumulative: Double

        public init(_ label: Span, figures: [Span], share: Double, cumulative: Double) {
            self.label = label
            self.figures = figures
            self.share = share
            self.cumulative = cumulative
        }
    }

    /// In the order in which they are drawn.
    public let causes: [Cause]
    /// Headings of the names and the figures.
    public let headings: [String]
    public let scroll: ListScroll?
    public let hasFocus: Bool

    private static let leastBar = 12

    public init(causes: [Cause], headings: [String], scroll: ListScroll? = nil, hasFocus: Bool = false) {
        self.causes = causes
        self.headings = headings
        self.scroll = scroll
        self.hasFocus = hasFocus
    }

    public func draw(on grid: inout CellGrid) {
        let layout = LaneLayout(
            labels: causes.map(\.label.text), figures: causes.map(\.figures), headings: headings,
            columns: grid.area.columns, leastLane: Self.leastBar)
        layout.drawHeadings(headings, on: &grid)
        let height = { layout.lines(of: causes[$0].label.text).count }
        let shown = (scroll ?? ListScroll())
            .visible(count: causes.count, rows: grid.area.rows - 1, height: height)
        var row = 1
        for index in shown {
            layout.draw(causes[index].label, causes[index].figures, atRow: row, on: &grid)
            if let scroll, scroll.selected == index {
                layout.select(row: row, rows: height(index), hasFocus: hasFocus, on: &grid)
            }
            drawBar(causes[index], layout, row, on: &grid)
            row += height(index)
        }
    }

    private func drawBar(_ cause: Cause, _ layout: LaneLayout, _ row: Int, on grid: inout CellGrid) {
        let filled = Self.cells(cause.share, of: layout.laneColumns)
        grid.put(String(repeating: "#", count: filled), at: Point(layout.laneColumn, row), .barFilled)
        let sum = Self.cells(cause.cumulative, of: layout.laneColumns)
        if sum > 0 { grid.put("|", at: Point(layout.laneColumn + sum - 1, row), .barTarget) }
    }

    /// Whole cells of a share, rounded; a share above nothing has at least one.
    private static func cells(_ share: Double, of columns: Int) -> Int {
        guard share > 0, columns > 0 else { return 0 }
        return min(columns, max(1, Int((share * Double(columns)).rounded())))
    }
}
