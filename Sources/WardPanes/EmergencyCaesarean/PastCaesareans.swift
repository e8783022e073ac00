import WardDomain

/// The last cases as the ledger told them, and the medians that stand beside a running clock, reckoned once when they
/// come.
struct PastCaesareans: Sendable {
    /// Ended runs, the newest first.
    private(set) var rows: [CaesareanRow] = []
    /// By category, of the last twelve months.
    private(set) var medians: [CaesareanCategory: SplitMedians] = [:]
    private var known: [CaesareanID: CaesareanRow] = [:]

    private static let yearSeconds = 365 * 86400

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
        let yearAgo = scene.now.moment.advanced(seconds: -Self.yearSeconds)
        let recent = Dictionary(grouping: runs.filter { $0.decidedAt.moment >= yearAgo }, by: \.category)
        for category in CaesareanCategory.allCases {
            medians[category] = SplitMedians(recent[category, default: []])
        }
    }
}
