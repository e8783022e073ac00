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
