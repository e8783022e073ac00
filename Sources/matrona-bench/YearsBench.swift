import Foundation
import GRDB
import WardDomain
import WardLedger

/// A ward after ten years: what it costs to open its store and to look something up, beside a ward that began today.
struct YearsBench {
    let folder: BenchFolder
    /// Admissions in the old store, about twenty entries each.
    let admissions: Int

    /// One story in so many is an emergency caesarean.
    private static let templates = 15
    private static let openEntries = 7000

    func run() throws {
        let young = try ward(folder.store("years-young"), history: 0)
        let old = try ward(folder.store("years-old"), history: admissions)
        let (small, large) = (young.ledger.path, old.ledger.path)
        let entries = old.ledger.head.sequence
        let result = WardLedger.verify(large)
        print(
            "\nthe old store: \(entries) entries, \(result.isWhole ? "whole" : "NOT WHOLE: \(result)"), \(size(large)) MB"
        )
        for path in [small, large] {
            try DatabaseQueue(path: path).inDatabase { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        }
        try opening(small, large)
        try questions(old.ledger, try DatabaseQueue(path: large))
    }

    /// Both are opened in turn, so that whatever else the machine does slows both alike.
    private func opening(_ small: String, _ large: String) throws {
        var (young, old) = (Samples(), Samples())
        for _ in 0..<60 {
            try young.measure { _ = try WardLedger(opening: small) }
            try old.measure { _ = try WardLedger(opening: large) }
        }
        var table = Table("years: opening, with an open story of \(Self.openEntries) entries in both", "", "p50", "p99")
        table.add("a ward that began today", young.median.short, young.p99.short)
        table.add("after \(admissions) admissions", old.median.short, old.p99.short)
        table.add("ratio", old.median.times(young.median), old.p99.times(young.p99))
        table.show()
    }

    private func questions(_ ledger: WardLedger, _ store: DatabaseQueue) throws {
        var table = Table("years: questions over \(admissions) admissions", "", "p50", "p99", "floor p50", "ratio")
        func add(_ name: String, _ rows: String, _ question: () -> HistoryQuestion) throws {
            let ours = try Samples.of(50) { _ = try ledger.answer(question()) }
            let bare = try Samples.of(50) {
                _ = try store.inDatabase { db in try Row.fetchAll(db.cachedStatement(sql: rows)) }
            }
            table.add(name, ours.median.short, ours.p99.short, bare.median.short, ours.median.times(bare.median))
        }
        var random = SystemRandomNumberGenerator()
        try add("one baby's chain", "SELECT * FROM entry WHERE stream = 'admission/\(YearsStore.token(17))-1'") {
            let index = Int.random(in: 0..<max(1, admissions), using: &random)
            return .story(.admission(AdmissionID(YearsStore.token(index) + "-1")))
        }
        try add("the register's newest 200", "SELECT * FROM handover ORDER BY at DESC LIMIT 200") {
            .handovers(HistorySpan())
        }
        try add("newest 200 newborns", "SELECT * FROM newborn ORDER BY bornAt DESC LIMIT 200") {
            .newborns(HistorySpan())
        }
        try add("newest 200 mothers", "SELECT * FROM admission ORDER BY cameAt DESC LIMIT 200") {
            .mothers(HistorySpan())
        }
        try add("newest 200 caesareans", "SELECT * FROM caesarean ORDER BY decidedAt DESC LIMIT 200") {
            .caesareans(HistorySpan())
        }
        let year = Moment(milliseconds: YearsStore.firstMillisecond + Int64(admissions) * 9 / 10 * YearsStore.step)
        try add(
            "caesareans of the last year", "SELECT * FROM caesarean WHERE decidedAt >= \(year.milliseconds)"
        ) {
            .caesareans(HistorySpan(from: year, limit: .max))
        }
        table.show()
        var all = Samples()
        for _ in 0..<3 { try all.measure { _ = try ledger.answer(.caesareans(HistorySpan(limit: .max))) } }
        print("\nevery caesarean there ever was: \(all.median.short)")
    }

    /// A ward with a history of closed stories, and behind it twelve women here, one with a very long story.
    private func ward(_ path: String, history: Int) throws -> MadeUpWard {
        if history > 0 { try makeHistory(path, history) }
        let ward = history > 0 ? try MadeUpWard(joining: path, as: "now") : try MadeUpWard(making: path)
        ward.start(at: YearsStore.firstMillisecond + Int64(history + 100) * YearsStore.step)
        guard ward.ledger.ward.admissions.isEmpty else { return ward }
        let open = try ward.fillBeds()[0]
        try ward.recordAll((0..<Self.openEntries).map { _ in ward.observation(of: open) })
        return ward
    }

    private func makeHistory(_ path: String, _ stories: Int) throws {
        if FileManager.default.fileExists(atPath: path) { return }
        var ward: MadeUpWard? = try MadeUpWard(making: path)
        let first = ward?.ledger.head.sequence ?? 0
        for index in 0..<Self.templates {
            let maker = try MadeUpWard(joining: path, as: YearsStore.token(index))
            maker.start(at: YearsStore.firstMillisecond + Int64(index) * YearsStore.step)
            let stay = Stay(
                named: YearsStore.token(index), bed: index, byCaesarean: index == 0, observations: 12, in: maker)
            try maker.recordAll(stay.commands)
        }
        ward = nil
        var store = try YearsStore(path, templates: Self.templates, firstSequence: first + 1)
        try store.fill(to: stories) { done in
            if done.isMultiple(of: 50000) { print("made \(done) of \(stories) admissions") }
        }
    }

    private func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? Int ?? 0) / 1_000_000
    }
}
