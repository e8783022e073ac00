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
        since(now.moment.advanced(seconds: -yearSeconds))
    }

    /// What has to be asked after entries that may change the medians or the last case; nil where none does. A case
    /// asks from its own decision on, whenever that was: a year's cases take longer to read than a key may wait.
    static func question(after entries: [Entry], _ scene: Scene) -> HistoryQuestion? {
        if entries.contains(where: { $0.fact is EntryCorrected }) { return lastYear(scene.now) }
        let ended = entries.compactMap(\.fact.caesarean).compactMap { scene.ward.caesarean($0)?.run }
            .filter { !$0.isRunning }
        return ended.map(\.decidedAt.moment).min().map(since)
    }

    private static func since(_ moment: Moment) -> HistoryQuestion {
        .caesareans(HistorySpan(from: moment, limit: 2000))
    }

    /// Takes in an answer, which adds to what an earlier, longer one told.
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
