/// A bar that fills towards a target, such as `[########|......]`.
public struct ProgressBar: Widget, Hashable, Sendable {
    /// How far it is, as a share of the bar's whole length; shown within 0...1.
    public let share: Double
    /// Marks along the bar, as shares of its length.
    public let marks: [Double]
    public let role: StyleRole

    public init(share: Double, marks: [Double] = [], role: StyleRole = .barFilled) {
        self.share = share
        self.marks = marks
        self.role = role
    }

    public func draw(on grid: inout CellGrid) {
        let length = grid.area.columns - 2
        guard length > 0 else { return }
        let filled = cells(share, of: length)
        grid.put("[", at: Point(0, 0), .border)
        grid.put(String(repeating: "#", count: filled), at: Point(1, 0), role)
        grid.put(String(repeating: ".", count: length - filled), at: Point(1 + filled, 0), .barEmpty)
        grid.put("]", at: Point(length + 1, 0), .border)
        for mark in marks where mark > 0 && mark < 1 {
            grid.put("|", at: Point(1 + cells(mark, of: length), 0), .barTarget)
        }
    }

    /// The whole cells that a share fills; a share that is not a number fills none.
    private func cells(_ share: Double, of length: Int) -> Int {
        guard share > 0 else { return 0 }
        return share >= 1 ? length : Int(share * Double(length))
    }
}

/// Horizontal bars, one a row, with a label before and a value behind each.
public struct BarChart: Widget, Hashable, Sendable {
    /// One bar.
    public struct Bar: Hashable, Sendable {
        public let label: String
        public let value: Double
        public let valueText: String
        public let role: StyleRole

        public init(label: String, value: Double, valueText: String, role: StyleRole = .barFilled) {
            self.label = label
            self.value = value
            self.valueText = valueText
            self.role = role
        }
    }

    public let bars: [Bar]
    /// The value of a bar of full length; nil takes the largest one.
    public let maximum: Double?
    /// A value to mark on every bar, such as a target.
    public let target: Double?

    public init(bars: [Bar], maximum: Double? = nil, target: Double? = nil) {
        self.bars = bars
        self.maximum = maximum
        self.target = target
    }

    public func draw(on grid: inout CellGrid) {
        let labelWidth = bars.map(\.label.displayWidth).max() ?? 0
        let valueWidth = bars.map(\.valueText.displayWidth).max() ?? 0
        let length = grid.area.columns - labelWidth - valueWidth - 2
        let whole = maximum ?? max(bars.map(\.value).max() ?? 0, target ?? 0)
        for (row, bar) in bars.prefix(grid.area.rows).enumerated() {
            grid.put(bar.label, at: Point(0, row), .label)
            grid.put(bar.valueText.padded(to: valueWidth, .trailing), at: Point(grid.area.columns - valueWidth, row))
            guard length > 0, whole > 0 else { continue }
            let filled = Int(min(1, max(0, bar.value / whole)) * Double(length))
            grid.put(String(repeating: "#", count: filled), at: Point(labelWidth + 1, row), bar.role)
            if let target, target > 0, target < whole {
                grid.put("|", at: Point(labelWidth + 1 + Int(target / whole * Double(length)), row), .barTarget)
            }
        }
    }
}

/// A row of small signs whose height follows a series of values, lowest to highest: `_.-=*#`.
public struct Sparkline: Widget, Hashable, Sendable {
    /// The values from left to right; nil leaves a gap. Only the last ones that fit are drawn.
    public let values: [Double?]
    public let role: StyleRole

    public init(values: [Double?], role: StyleRole = .barFilled) {
        self.values = values
        self.role = role
    }

    private static let signs = Array("_.-=*#")

    public func draw(on grid: inout CellGrid) {
        let shown = values.suffix(grid.area.columns)
        let known = shown.compactMap { $0 }
        guard let least = known.min(), let greatest = known.max() else { return }
        let top = Double(Sparkline.signs.count - 1)
        for (column, value) in shown.enumerated() {
            guard let value else { continue }
            let share = greatest > least ? (value - least) / (greatest - least) : 0
            grid.put(String(Sparkline.signs[Int((share * top).rounded())]), at: Point(column, 0), role)
        }
    }
}
