import ScreenGrid
import WardDomain

/// The cases of the past as the ledger told them, and the figures that they add up to, reckoned once when they come.
struct PastCaesareans: Sendable {
    /// Ended runs, the newest first.
    private(set) var rows: [CaesareanRow] = []
    /// By category, of the last twelve months.
    private(set) var medians: [CaesareanCategory: SplitMedians] = [:]
    /// All cases of each category that has a target.
    private(set) var statistics: [CaesareanCategory: CaesareanStatistics] = [:]
    private(set) var trends: [CaesareanCategory: CaesareanTrend] = [:]
    private(set) var voidCount = 0
    /// The category whose months are drawn.
    private(set) var category = CaesareanCategory.one
    private(set) var scroll = ListScroll()
    private var known: [CaesareanID: CaesareanRow] = [:]

    /// Months in the trend.
    static let trendMonths = 24
    private static let yearSeconds = 365 * 86400

    /// Every case there ever was, as far as one answer reaches.
    static let everything = HistoryQuestion.caesareans(HistorySpan(limit: 20_000))

    /// The cases that the medians beside a running clock are made of.
    static func lastYear(_ now: Now) -> HistoryQuestion {
        .caesareans(HistorySpan(from: now.moment.advanced(seconds: -yearSeconds), limit: 2000))
    }

    /// Whether news may change the medians or the last case.
    static func isNews(_ news: PaneNews) -> Bool {
        guard case .ward(let entries) = news else { return true }
        return entries.contains { entry in
            entry.fact is CaesareanDecided || entry.fact is NewbornBorn || entry.fact is EntryCorrected
        }
    }

    /// Takes in an answer. The last year's answer adds to what an earlier, longer one told.
    mutating func learn(_ answer: [CaesareanRow], _ scene: Scene) {
        for row in answer { known[row.run.id] = row }
        rows = known.values.filter { !$0.run.isRunning }.sorted { $1.run.decidedAt.moment < $0.run.decidedAt.moment }
        let runs = rows.map(\.run)
        voidCount = runs.count { $0.end?.ending == .void }
        let yearAgo = scene.now.moment.advanced(seconds: -Self.yearSeconds)
        let recent = Dictionary(grouping: runs.filter { $0.decidedAt.moment >= yearAgo }, by: \.category)
        for category in CaesareanCategory.allCases {
            medians[category] = SplitMedians(recent[category, default: []])
            guard let target = scene.rules.categoryTargets[category]?.seconds else { continue }
            statistics[category] = CaesareanStatistics(runs, category: category, target: target)
            trends[category] = CaesareanTrend(
                runs, category: category, target: target, until: scene.now.today, count: Self.trendMonths,
                offset: scene.now.offset)
        }
    }

    mutating func turnCategory() {
        category = category == .one ? .two : .one
    }

    mutating func take(_ key: Key) -> Bool {
        scroll.take(key, count: rows.count, rows: 8)
    }
}
