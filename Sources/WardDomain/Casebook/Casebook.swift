/// The past cases that a filter means, and what they add up to.
public struct Casebook: Hashable, Sendable {
    /// Below this many cases a figure says little, and that is said.
    public static let fewCases = SplitMedians.casesNeeded

    /// One category's figures and how they went.
    public struct Category: Hashable, Sendable {
        public let statistics: CaesareanStatistics
        public let trend: CaesareanTrend
        /// Of the monthly medians.
        public let medianSignals: RunChartSignals
        /// Of the monthly shares within the target, in percent.
        public let shareSignals: RunChartSignals
    }

    /// The cases meant, the newest first; void ones among them.
    public let cases: [CaesareanBrief]
    public let categories: [CaesareanCategory: Category]
    public let delays: DelayPareto
    /// At a mother's cardiac arrest: in no category's figures.
    public let arrests: ArrestStatistics
    /// Over all births by caesarean, those at an arrest included.
    public let newbornDoctor: NewbornDoctorStatistics
    public let void: Int
    /// Counted cases that were kept on paper and entered afterwards.
    public let enteredAfterwards: Int
    /// Of the cases to which nobody gave a category: in no category's figures.
    public let uncategorised: CaesareanStatistics

    /// Over all cases, whatever their category: the decisions that were reversed, and the births that came before.
    public var stoodDown: Int { all.reduce(0) { $0 + $1.stoodDown } }
    public var bornBefore: Int { all.reduce(0) { $0 + $1.bornBeforeCaesarean } }
    private var all: [CaesareanStatistics] { categories.values.map(\.statistics) + [uncategorised] }

    /// - Parameters:
    ///   - all: every case there is, in any order; those that run still are left out.
    ///   - until: the day in whose month the trends end.
    public init(
        _ all: some Sequence<CaesareanBrief>, filter: CasebookFilter = CasebookFilter(),
        targets: CasebookTargets, until day: CalendarDay, months: Int = 24, offset: LocalOffset
    ) {
        let ended = all.filter { $0.ending != nil }
        let meant = filter.isEmpty ? ended : ended.filter { filter.admits($0, offset, targets) }
        cases = meant.sorted { ($1.decidedAt, $1.id.rawValue) < ($0.decidedAt, $0.id.rawValue) }
        let groups = Dictionary(grouping: cases, by: \.category)
        categories = Dictionary(
            uniqueKeysWithValues: CaesareanCategory.allCases.map { category in
                let group = groups[category, default: []]
                let target = targets.categories[category]
                let trend = CaesareanTrend(
                    group, category: category, target: target, until: day, count: months, offset: offset)
                let shares = trend.months.map { $0.statistics.share.map { $0 * 100 } }
                return (
                    category,
                    Category(
                        statistics: CaesareanStatistics(group, category: category, target: target),
                        trend: trend,
                        medianSignals: RunChartSignals(trend.months.map { $0.statistics.median.map(Double.init) }),
                        shareSignals: RunChartSignals(shares))
                )
            })
        delays = DelayPareto(cases)
        arrests = ArrestStatistics(cases, targets: targets.arrest)
        newbornDoctor = NewbornDoctorStatistics(cases, limit: targets.newbornDoctor)
        void = cases.count { $0.ending == .void }
        enteredAfterwards = cases.count { $0.enteredAfterwards && $0.ending != .void }
        uncategorised = CaesareanStatistics(groups[nil, default: []], category: nil, target: nil)
    }
}
