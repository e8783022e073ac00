/// What a series of monthly values says beyond chance, by the usual rules of run charts.
///
/// A shift is six or more values in a row on one side of the median; values on the median neither add to a row nor
/// break it. A trend is five or more values in a row that all rise or all fall; of equal ones that follow each other
/// only the first counts. What is nil, a month without a case, is no value and is passed over.
public struct RunChartSignals: Hashable, Sendable {
    public static let valuesOfShift = 6
    public static let valuesOfTrend = 5

    /// A row of values that says something: where it begins and ends in the series, both included, and its direction.
    public struct Signal: Hashable, Sendable {
        /// A shift to one side of the median, or a trend.
        public enum Kind: Hashable, Sendable {
            case shiftAbove, shiftBelow, rising, falling
        }

        public let kind: Kind
        public let from: Int
        public let to: Int
        /// The values that make it up, which may be fewer than the places from its first to its last.
        public let count: Int
    }

    /// The middle value of the series; nil of nothing.
    public let median: Double?
    /// Shifts and trends in the order of their beginning.
    public let signals: [Signal]

    public init(_ values: [Double?]) {
        let known = values.enumerated().compactMap { index, value in value.map { (index: index, value: $0) } }
        let sorted = known.map(\.value).sorted()
        let middle =
            sorted.isEmpty
            ? nil
            : sorted.count.isMultiple(of: 2)
                ? (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2 : sorted[sorted.count / 2]
        median = middle
        guard let middle else {
            signals = []
            return
        }
        signals = (Self.shifts(known, middle) + Self.trends(known)).sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    private static func shifts(_ known: [(index: Int, value: Double)], _ median: Double) -> [Signal] {
        var signals: [Signal] = []
        var row: [Int] = []
        var isAbove = false
        func close() {
            guard row.count >= valuesOfShift, let first = row.first, let last = row.last else { return }
            signals.append(
                Signal(kind: isAbove ? .shiftAbove : .shiftBelow, from: first, to: last, count: row.count))
        }
        for (index, value) in known where value != median {
            if (value > median) != isAbove {
                close()
                row = []
                isAbove = value > median
            }
            row.append(index)
        }
        close()
        return signals
    }

    private static func trends(_ known: [(index: Int, value: Double)]) -> [Signal] {
        var signals: [Signal] = []
        var row: [(index: Int, value: Double)] = []
        var rises = false
        func close() {
            guard row.count >= valuesOfTrend else { return }
            signals.append(
                Signal(
                    kind: rises ? .rising : .falling, from: row[0].index, to: row[row.count - 1].index,
                    count: row.count))
        }
        for point in known {
            guard let last = row.last else {
                row = [point]
                continue
            }
            guard point.value != last.value else { continue }
            let up = point.value > last.value
            if row.count > 1, up != rises {
                close()
                row = [last]
            }
            rises = up
            row.append(point)
        }
        close()
        return signals
    }
}
