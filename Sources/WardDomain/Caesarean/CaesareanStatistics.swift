/// What the runs of one category, or of those without one, add up to.
///
/// The denominator is the births by caesarean. Runs that were stood down or whose baby was born before the caesarean
/// are counted beside it; void ones, and those that still run, nowhere. A caesarean at a mother's cardiac arrest is
/// timed from the arrest, and its birth reported apart, by `ArrestStatistics`.
public struct CaesareanStatistics: Hashable, Sendable {
    /// Seconds from decision to delivery; nil where the category has no target.
    public let target: Int?
    /// Births by caesarean: the denominator.
    public let delivered: Int
    /// Births at or before the target of their own day, to the whole second.
    public let withinTarget: Int
    public let stoodDown: Int
    public let bornBeforeCaesarean: Int
    /// Seconds from decision to delivery in the middle case; of two middle ones the mean, rounded down.
    public let median: Int?
    /// Seconds within which nine of ten were born, by nearest rank.
    public let ninetiethCentile: Int?

    public init(_ cases: some Sequence<CaesareanBrief>, category: CaesareanCategory?, target: Int?) {
        let counted = cases.filter { $0.category == category }
        let births = counted.filter { !$0.isForArrest }
        let intervals = Centiles(births.compactMap(\.seconds))
        self.target = target
        delivered = intervals.count
        withinTarget = target.map { now in births.count { $0.isWithin($0.target ?? now) } } ?? 0
        stoodDown = counted.count { $0.ending == .stoodDown }
        bornBeforeCaesarean = counted.count { $0.ending == .bornBeforeCaesarean }
        median = intervals.median
        ninetiethCentile = intervals.nearestRank(percent: 90)
    }

    /// Of runs, whosever they are.
    public init(_ runs: some Sequence<CaesareanRun>, category: CaesareanCategory, target: Int?) {
        self.init(
            runs.map { CaesareanBrief($0, of: AdmissionID("")) }, category: category, target: target)
    }

    /// The share of births within the target, 0...1; nil without a target or without births.
    public var share: Double? {
        target == nil || delivered == 0 ? nil : Double(withinTarget) / Double(delivered)
    }

    /// The share with one decimal, such as `30.3 %`.
    public var shareText: String? {
        guard let share else { return nil }
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}

extension CaesareanBrief {
    fileprivate func isWithin(_ limit: Int) -> Bool { seconds.map { $0 <= limit } ?? false }
}

/// How the figures of one category went month by month.
public struct CaesareanTrend: Hashable, Sendable {
    /// One month's figures, by the local day of the decision.
    public struct Month: Hashable, Sendable {
        public let month: CalendarMonth
        public let statistics: CaesareanStatistics
    }

    /// The oldest first, months without a case included.
    public let months: [Month]

    /// - Parameters:
    ///   - count: how many months, the one of `day` being the last.
    public init(
        _ cases: some Sequence<CaesareanBrief>, category: CaesareanCategory, target: Int?, until day: CalendarDay,
        count: Int, offset: LocalOffset
    ) {
        let groups = Dictionary(grouping: cases) { CalendarMonth($0.decidedAt.localDay(offset)) }
        let last = CalendarMonth(day)
        months = (1 - count..<1).map { back in
            let month = last.advanced(months: back)
            return Month(
                month: month,
                statistics: CaesareanStatistics(groups[month, default: []], category: category, target: target))
        }
    }
}

/// Middle and outer values of a set of whole seconds.
struct Centiles {
    private let sorted: [Int]

    init(_ values: [Int]) {
        sorted = values.sorted()
    }

    var count: Int { sorted.count }

    /// The middle value; the mean of the two middle ones, rounded down; nil of nothing.
    var median: Int? {
        guard !sorted.isEmpty else { return nil }
        let upper = sorted[sorted.count / 2]
        return sorted.count.isMultiple(of: 2) ? (sorted[sorted.count / 2 - 1] + upper) / 2 : upper
    }

    /// The smallest value that at least `percent` of a hundred do not exceed; nil of nothing.
    func nearestRank(percent: Int) -> Int? {
        guard !sorted.isEmpty else { return nil }
        return sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }
}
