import GRDB
import ScreenGrid
import WardDomain
import WardLedger
import WardPanes

/// The history and a case page over very many caesareans: one is recorded, the others are its row of the casebook
/// copied with other times, intervals and categories.
struct CasebookBench {
    let folder: BenchFolder
    let runs: Int
    private static let sizes = [(80, 24), (120, 36)].map { Size(columns: $0, rows: $1) }

    func run() throws {
        let ward = try MadeUpWard(making: folder.store("casebook"))
        let admission = try ward.fillBeds()[0]
        let decided = ward.envelope(DecideCaesarean(admission: admission, category: .one, indication: "FHR"))
        try ward.record(decided)
        let run = CaesareanID(decided.id.rawValue)
        for milestone in [Milestone.call, .consent, .leave, .arrive, .anaesthesiaStart, .incision] {
            ward.advance(milliseconds: 120_000)
            try ward.record(MarkMilestone(run: run, milestone: milestone))
        }
        try ward.record(RecordBirth(admission: admission, mode: .caesarean, outcome: .live, sex: .female))
        try ward.record(GiveDelay(run: run, delay: "D04"))
        let store = try DatabaseQueue(path: ward.ledger.path)
        try copy(run, in: store)
        try asked(ward, store)
        try drawn(ward)
    }

    /// Copies over the last two years and more, an hour or so apart.
    private func copy(_ run: CaesareanID, in store: DatabaseQueue) throws {
        try store.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                try db.execute(
                    sql: """
                        WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
                        INSERT INTO casebook
                        SELECT id || '-' || n, admission, decidedAt - n * 3541000, 1 + n % 2, indication, place, ending,
                            900 + n * 7919 % 2400, byWallClock, longestTo, longestSeconds,
                            CASE n % 5 WHEN 0 THEN 'D04' WHEN 1 THEN 'D01 D05' ELSE '' END, isForArrest,
                            enteredAfterwards, arrestToIncisionSeconds, arrestToBirthSeconds, onTheSpot,
                            newbornDoctorSeconds, newbornDoctorBeforeBirth, targetSeconds
                        FROM casebook, number WHERE id = ?
                        """, arguments: [runs - 1, run.rawValue])
                return .commit
            }
        }
    }

    private func asked(_ ward: MadeUpWard, _ store: DatabaseQueue) throws {
        var table = Table("casebook: \(runs) caesareans", "", "p50", "p99", "floor p50", "ratio")
        let question = HistoryQuestion.casebook(HistorySpan(limit: runs))
        guard case .casebook(let briefs) = try ward.ledger.answer(question) else { return }
        let ours = try Samples.of(10) { _ = try ward.ledger.answer(question) }
        let floor = try Samples.of(10) {
            _ = try store.inDatabase { try Row.fetchAll($0, sql: "SELECT * FROM casebook ORDER BY decidedAt DESC") }
        }
        table.add(
            "ask for all in brief (floor: their rows)", ours.median.short, ours.p99.short, floor.median.short,
            ours.median.times(floor.median))
        let targets = CasebookTargets(ward.rules)
        var filter = CasebookFilter()
        filter.hours = HourSpan(from: 20, to: 8)
        let reckoned = Samples.of(10) {
            _ = Casebook(
                briefs, filter: filter, targets: targets, until: ward.now.today, offset: MadeUpWard.offset)
        }
        table.add("filter them and reckon every figure", reckoned.median.short, reckoned.p99.short, "-", "-")
        table.show()
    }

    private func drawn(_ ward: MadeUpWard) throws {
        let pages: [(String, [Key])] = [
            ("figures", [.character("2"), .character("z"), .character("y")]), ("24-month chart", [.right]),
            ("delay reasons", [.right]), ("list of cases", [.right]), ("case page", [.enter]),
            ("replay", [.character("r"), .character(" ")]),
        ]
        var table = Table("casebook: a frame over \(runs) caesareans", "page", "size", "p50", "p99")
        for size in Self.sizes {
            var screen = try BusyScreen(over: ward)
            screen.send(.terminal(.resize(size)))
            for (name, keys) in pages {
                for key in keys { screen.press(key) }
                var grid = screen.draw()
                let frames = Samples.of(500) {
                    let next = screen.draw()
                    _ = next.changes(from: grid)
                    grid = next
                }
                table.add(name, "\(size.columns)x\(size.rows)", frames.median.short, frames.p99.short)
            }
        }
        table.show()
    }
}
