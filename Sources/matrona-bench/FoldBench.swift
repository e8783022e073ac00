import GRDB
import WardDomain
import WardLedger

/// Opening a store in which one story is very long and still open, as a newborn's in intensive care.
struct FoldBench {
    let folder: BenchFolder
    private static let entries = 7000

    func run() throws {
        let empty = try MadeUpWard(making: folder.store("folds-empty"))
        let ward = try MadeUpWard(making: folder.store("folds"))
        let admission = try ward.fillBeds()[0]
        try ward.recordAll((0..<Self.entries).map { _ in ward.observation(of: admission) })
        let opened = try Samples.of(50) { _ = try WardLedger(opening: ward.ledger.path) }
        let floor = try Samples.of(50) { _ = try WardLedger(opening: empty.ledger.path) }
        let store = try DatabaseQueue(path: ward.ledger.path)
        let rows = try Samples.of(20) { _ = try story(admission, in: store) }
        let told = try Samples.of(20) { _ = try ward.ledger.answer(.story(.admission(admission))) }
        var table = Table("folds: one open story of \(Self.entries) entries", "", "p50", "p99", "floor p50", "ratio")
        table.add(
            "open the store (floor: a store with staff alone)", opened.median.short, opened.p99.short,
            floor.median.short, opened.median.times(floor.median))
        table.add(
            "read the whole story (floor: its rows by SQLite)", told.median.short, told.p99.short, rows.median.short,
            told.median.times(rows.median))
        table.show()
    }
}

/// The rows of a story and nothing made of them.
func story(_ admission: AdmissionID, in store: DatabaseQueue) throws -> Int {
    try store.inDatabase { db in
        let statement = try db.cachedStatement(sql: "SELECT * FROM entry WHERE stream = ? ORDER BY sequence")
        return try Row.fetchAll(statement, arguments: [StreamID.admission(admission).rawValue]).count
    }
}
