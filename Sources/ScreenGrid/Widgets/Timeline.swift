/// Events on a time axis, drawn to scale: a row each with its name, its figures, the stretch that led to it, and its
/// target.
///
///     Milestone    Time 0m     5m      10m     15m
///     team called 00:40 =o              :
///     arrives     12:31        |=======o:
///
/// Names are never cut: figures give way to the axis from the last one on, then names wrap.
public struct Timeline: Widget, Hashable, Sendable {
    /// Something that happened, or was to happen.
    public struct Event: Hashable, Sendable {
        public let label: Span
        /// Texts under the headings behind the first.
        public let figures: [Span]
        /// When the stretch that led here began, in seconds of the axis; nil draws none.
        public let from: Int?
        /// When it happened; nil where it has not.
        public let at: Int?
        /// When it should have; drawn as `|`.
        public let target: Int?
        /// How its stretch and sign are drawn.
        public let role: StyleRole
        /// The sign at its place.
        public let sign: Character

        public init(
            _ label: Span, figures: [Span] = [], from: Int? = nil, at: Int?, target: Int? = nil,
            role: StyleRole = .barFilled, sign: Character = "o"
        ) {
            self.label = label
            self.figures = figures
            self.from = from
            self.at = at
            self.target = target
            self.role = role
            self.sign = sign
        }
    }

    public let events: [Event]
    /// Headings of the names and the figures.
    public let headings: [String]
    /// The seconds at both ends of the axis.
    public let scale: ClosedRange<Int>
    /// A limit for the whole, drawn through every row as `:`.
    public let limit: Int?
    /// How far the time has come: nothing is drawn behind it, and `>` stands there; nil shows everything.
    public let cursor: Int?
    /// The part in view and the selected event; nil shows the beginning and no selection.
    public let scroll: ListScroll?
    public let hasFocus: Bool

    /// The axis keeps at least so many columns while there are figures to give way.
    public static let leastAxis = 24

    public init(
        events: [Event], headings: [String], scale: ClosedRange<Int>, limit: Int? = nil, cursor: Int? = nil,
        scroll: ListScroll? = nil, hasFocus: Bool = false
    ) {
        self.events = events
        self.headings = headings
        self.scale = scale
        self.limit = limit
        self.cursor = cursor
        self.scroll = scroll
        self.hasFocus = hasFocus
    }

    /// The rows that all events take at a width, with the axis.
    public func rowsNeeded(columns: Int) -> Int {
        let layout = layout(columns)
        return events.reduce(1) { $0 + layout.lines(of: $1.label.text).count }
    }

    public func draw(on grid: inout CellGrid) {
        let layout = layout(grid.area.columns)
        let axis = TimeAxis(scale, columns: layout.laneColumns)
        layout.drawHeadings(headings, on: &grid)
        grid.inside(lane(layout, row: 0, rows: 1)) { axis.drawLabels(on: &$0) }
        let height = { layout.lines(of: events[$0].label.text).count }
        let shown = (scroll ?? ListScroll())
            .visible(count: events.count, rows: grid.area.rows - 1, height: height)
        var row = 1
        for index in shown {
            let rows = height(index)
            layout.draw(events[index].label, events[index].figures, atRow: row, on: &grid)
            if let scroll, scroll.selected == index {
                layout.select(row: row, rows: rows, hasFocus: hasFocus, on: &grid)
            }
            grid.inside(lane(layout, row: row, rows: rows)) { draw(events[index], axis, on: &$0) }
            row += rows
        }
    }

    private func layout(_ columns: Int) -> LaneLayout {
        LaneLayout(
            labels: events.map(\.label.text), figures: events.map(\.figures), headings: headings, columns: columns,
            leastLane: Self.leastAxis)
    }

    private func lane(_ layout: LaneLayout, row: Int, rows: Int) -> Rect {
        Rect(column: layout.laneColumn, row: row, columns: layout.laneColumns, rows: rows)
    }

    private func draw(_ event: Event, _ axis: TimeAxis, on grid: inout CellGrid) {
        let end = cursor ?? .max
        for row in 0..<grid.area.rows {
            for tick in axis.ticks where tick <= end { put(".", tick, row, .barEmpty, axis, on: &grid) }
            if let limit, limit <= end { put(":", limit, row, .barTarget, axis, on: &grid) }
            if let cursor { put(">", cursor, row, .next, axis, on: &grid) }
        }
        if let at = event.at, let from = event.from, at <= end {
            for column in axis.column(of: min(from, at))..<axis.column(of: at) {
                grid.put("=", at: Point(column, 0), event.role)
            }
        }
        if let target = event.target, target <= end { put("|", target, 0, .barTarget, axis, on: &grid) }
        if let at = event.at, at <= end { put(String(event.sign), at, 0, event.role, axis, on: &grid) }
    }

    private func put(
        _ sign: String, _ seconds: Int, _ row: Int, _ role: StyleRole, _ axis: TimeAxis, on grid: inout CellGrid
    ) {
        guard scale.contains(seconds) else { return }
        grid.put(sign, at: Point(axis.column(of: seconds), row), role)
    }
}

/// A scale of seconds over columns, with round ticks whose labels have room.
public struct TimeAxis: Hashable, Sendable {
    public let scale: ClosedRange<Int>
    public let columns: Int
    /// Seconds between two ticks.
    public let step: Int

    private static let steps = [
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400,
    ]
    /// Free columns between two labels.
    private static let gap = 2

    public init(_ scale: ClosedRange<Int>, columns: Int) {
        self.scale = scale
        self.columns = columns
        step = Self.steps.first { Self.fits($0, scale, columns) } ?? max(86400, scale.upperBound - scale.lowerBound)
    }

    /// The cell of a second; what lies outside the scale stands at its end.
    public func column(of seconds: Int) -> Int {
        let length = max(1, scale.upperBound - scale.lowerBound)
        let into = min(max(seconds, scale.lowerBound), scale.upperBound) - scale.lowerBound
        return (into * max(0, columns - 1) + length / 2) / length
    }

    /// The seconds of the ticks.
    public var ticks: [Int] { Self.ticks(step, scale) }

    /// Writes the ticks' labels into the first row, each from its tick on; one that has no room is left out.
    func drawLabels(on grid: inout CellGrid) {
        for tick in ticks {
            let text = Self.text(tick, step)
            guard column(of: tick) + text.count <= columns else { continue }
            grid.put(text, at: Point(column(of: tick), 0), .columnHeading)
        }
    }

    private static func fits(_ step: Int, _ scale: ClosedRange<Int>, _ columns: Int) -> Bool {
        let length = max(1, scale.upperBound - scale.lowerBound)
        guard length / step <= columns else { return false }
        let widest = ticks(step, scale).map { text($0, step).count }.max() ?? 0
        return step * max(0, columns - 1) / length >= widest + gap
    }

    private static func ticks(_ step: Int, _ scale: ClosedRange<Int>) -> [Int] {
        let whole = scale.lowerBound >= 0 ? (scale.lowerBound + step - 1) / step : -(-scale.lowerBound / step)
        return Array(stride(from: whole * step, through: scale.upperBound, by: step))
    }

    /// `0:30` for steps below a minute, `5m`, and `2h` for steps of hours.
    private static func text(_ seconds: Int, _ step: Int) -> String {
        let (sign, size) = (seconds < 0 ? "-" : "", abs(seconds))
        if step >= 3600 { return "\(sign)\(size / 3600)h" }
        if step >= 60 { return "\(sign)\(size / 60)m" }
        return "\(sign)\(size / 60):\(size % 60 < 10 ? "0" : "")\(size % 60)"
    }
}
