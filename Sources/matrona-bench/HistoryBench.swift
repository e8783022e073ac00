import GRDB
import WardDomain
import WardLedger

/// A store with years in it: how long it takes to open it, and to show what was.
struct HistoryBench {
    let folder: BenchFolder
    let admissions: Int

    func run() throws {
        let empty = try MadeUpWard(making: folder.store("history-empty"))
        let ward = try MadeUpWard(making: folder.store("history"))
        var last = AdmissionID("")
        for index in 0..<admissions {
            let stay = Stay(index, in: ward)
            try ward.recordAll(stay.commands)
            last = stay.admission
        }
        let (ledger, store) = (ward.ledger, try DatabaseQueue(path: ward.ledger.path))
        let open = ledger.ward.admissions.values.count { $0.isOpen }
        var table = Table(
            "history: \(admissions) admissions, \(ledger.head.sequence) entries, \(open) of them open", "", "p50",
            "p99", "floor p50", "ratio")
        func add(_ name: String, _ floor: () throws -> Void, _ body: () throws -> Void) throws {
            let (ours, bare) = (try Samples.of(50, body), try Samples.of(50, floor))
            table.add(name, ours.median.short, ours.p99.short, bare.median.short, ours.median.times(bare.median))
        }
        try add("open the store (floor: an empty one)") {
            _ = try WardLedger(opening: empty.ledger.path)
        } _: {
            _ = try WardLedger(opening: ledger.path)
        }
        try add("newest 200 handovers (floor: their rows)") {
            try newest("handover", by: "at", in: store)
        } _: {
            _ = try ledger.answer(.handovers(HistorySpan()))
        }
        try add("newest 200 caesareans (floor: their rows)") {
            try newest("caesarean", by: "decidedAt", in: store)
        } _: {
            _ = try ledger.answer(.caesareans(HistorySpan()))
        }
        try add("every caesarean with its babies (floor: the rows of both)") {
            for table in ["caesarean", "newborn"] { try every(table, in: store) }
        } _: {
            _ = try ledger.answer(.caesareanCases(HistorySpan(limit: .max)))
        }
        try add("one story (floor: its rows)") {
            _ = try story(last, in: store)
        } _: {
            _ = try ledger.answer(.story(.admission(last)))
        }
        table.show()
    }

    private func every(_ table: String, in store: DatabaseQueue) throws {
        try store.inDatabase { db in
            _ = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT * FROM \(table) WHERE admission IN (SELECT admission FROM caesarean)"))
        }
    }

    private func newest(_ table: String, by time: String, in store: DatabaseQueue) throws {
        try store.inDatabase { db in
            _ = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT * FROM \(table) ORDER BY \(time) DESC LIMIT 200"))
        }
    }
}
