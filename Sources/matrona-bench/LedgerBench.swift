import Foundation
import GRDB
import WardDomain

/// Recording: one command after the other, many at once, and both at the same time.
struct LedgerBench {
    let folder: BenchFolder
    let commands: Int

    /// Both write in turn, so that whatever else the machine does slows both alike.
    func single() throws {
        let (ward, admissions) = try filled("single")
        let store = try DatabaseQueue(path: ward.ledger.path)
        let bare = try BareStore(copying: store, to: folder.store("single-bare"))
        var (ours, floor) = (Samples(), Samples())
        for index in 0..<max(1, commands / 5) {
            let envelope = ward.observation(of: admissions[index % admissions.count])
            let sequence = ward.ledger.head.sequence + 1
            try ours.measure { _ = try ward.record(envelope) }
            let rows = try BareStore.rows(of: store, from: sequence, count: 1)
            try floor.measure { try bare.write(rows) }
        }
        var table = Table("ledger: one command, \(ours.count) times", "", "p50", "p99")
        table.add("recorded command", ours.median.short, ours.p99.short)
        table.add("bare SQLite, same rows", floor.median.short, floor.p99.short)
        table.add("ratio", ours.median.times(floor.median), ours.p99.times(floor.p99))
        table.show()
    }

    func bulk() throws {
        let (ward, admissions) = try filled("bulk")
        let store = try DatabaseQueue(path: ward.ledger.path)
        let bare = try BareStore(copying: store, to: folder.store("bulk-bare"))
        let envelopes = (0..<commands).map { ward.observation(of: admissions[$0 % admissions.count]) }
        let first = ward.ledger.head.sequence + 1
        var watch = TransactionWatch(store)
        var ours = Samples()
        try ours.measure { try ward.recordAll(envelopes) { watch.look() } }
        var floor = Samples()
        for range in watch.ranges {
            let rows = try BareStore.rows(of: store, from: first + Int64(range.lowerBound), count: range.count)
            try floor.measure { try bare.write(rows) }
        }
        var table = Table(
            "ledger: \(commands) commands at once, \(watch.ranges.count) transactions", "", "time", "commands/s")
        table.add("recordAll", ours.total.short, rate(ours.total))
        table.add("bare SQLite, same transactions", floor.total.short, rate(floor.total))
        table.add("ratio", ours.total.times(floor.total), decimal(floor.total / ours.total, 2) + "x")
        table.show()
    }

    private func rate(_ time: Duration) -> String {
        decimal(Double(commands) / (time / .seconds(1)), 0)
    }

    private func filled(_ name: String) throws -> (MadeUpWard, [AdmissionID]) {
        let ward = try MadeUpWard(making: folder.store(name))
        return (ward, try ward.fillBeds())
    }
}

/// Finds where a bulk recording begins its transactions: SQLite tells a second connection of every commit.
struct TransactionWatch {
    private let queue: DatabaseQueue
    private var version: Int64?
    private var starts: [Int] = []
    private var looks = 0

    init(_ queue: DatabaseQueue) {
        self.queue = queue
    }

    /// Before each command.
    mutating func look() {
        let now = try? queue.inDatabase { db in
            try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
        }
        if now != version || looks == 0 { starts.append(looks) }
        version = now
        looks += 1
    }

    /// The commands of each transaction.
    var ranges: [Range<Int>] {
        zip(starts, starts.dropFirst() + [looks]).map { $0..<$1 }
    }
}
