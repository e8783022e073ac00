import ClinicalLibrary
import Foundation
import SeededNumbers
import WardDomain
import WardLedger

/// Random commands over many babies from several processes on one store, with refusals, kills and restarts; then every
/// entry is audited: at each, every baby has one custodian and one place, and nothing that did not match was completed.
struct Storm {
    let store: String
    let commands: Int
    let processes: Int
    let babies: Int
    let seed: UInt64

    /// A process is killed after so many seconds, at the most, while it has work left.
    private static let secondsBetweenKills = 2.0

    /// - Returns: whether the promise held at every entry, and the chain is whole.
    func run() throws -> Bool {
        try StormWard.make(store, babies: babies)
        let start = ContinuousClock.now
        let tally = try work()
        let taken = Double((ContinuousClock.now - start) / .seconds(1))
        let (audit, entries) = try audited()
        let verified = WardLedger.verify(store)
        let refolded = try isRefoldedTheSame()
        var table = Table(
            "storm: \(processes) processes, \(babies) babies, seed \(seed)", "commands", "recorded", "refused", "busy",
            "kills", "entries", "seconds")
        table.add(
            "\(tally.given)", "\(tally.recorded)", "\(tally.refused)", "\(tally.busy)", "\(tally.kills)", "\(entries)",
            String(format: "%.0f", taken))
        table.show()
        let kinds = audit.kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        print("entries: " + kinds.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        for violation in audit.violations.prefix(20) { print("VIOLATION \(violation)") }
        print("promise at every entry: \(audit.violations.isEmpty ? "held" : "BROKEN \(audit.violations.count) times")")
        print(
            "ledger verify: \(verified.isWhole ? "whole" : "BROKEN"); folded anew: \(refolded ? "the same" : "OTHER")")
        if tally.failed > 0 { print("processes that ended by a fault: \(tally.failed)") }
        return audit.violations.isEmpty && verified.isWhole && refolded && tally.failed == 0
    }

    /// Keeps the processes at work until all commands were given, killing one now and then.
    private func work() throws -> StormTally {
        var tally = StormTally()
        var random = SeededRandom(seed: seed)
        let share = commands / processes
        var workers = try (0..<processes).map { number in
            try StormWorker(store: store, number: number, seed: random.next(), commands: share, babies: babies)
        }
        var nextKill = Date().addingTimeInterval(0.5)
        while workers.contains(where: \.isAtWork) {
            usleep(20_000)
            for index in workers.indices { tally.add(workers[index].hear()) }
            if Date() > nextKill,
                let victim = workers.indices.filter({ workers[$0].isAtWork }).randomElement(using: &random)
            {
                workers[victim].kill()
                tally.add(workers[victim].hear())
                tally.kills += 1
                nextKill = Date().addingTimeInterval(.random(in: 0.1...Self.secondsBetweenKills, using: &random))
            }
            for index in workers.indices { try workers[index].restartWhenKilled(seed: random.next()) }
        }
        for index in workers.indices { tally.add(workers[index].hear()) }
        tally.failed = workers.count(where: \.hasFailed)
        return tally
    }

    private func audited() throws -> (CustodyAudit, Int) {
        let ledger = try WardLedger(opening: store)
        var audit = CustodyAudit()
        var last: Int64 = 0
        while true {
            let entries = try ledger.entries(after: last, limit: 5000)
            guard let newest = entries.last else { return (audit, Int(last)) }
            for stored in entries { try audit.take(try stored.entry()) { try ledger.story($0, upTo: $1) } }
            last = newest.sequence
        }
    }

    /// What the processes folded step by step is what the entries fold to from the beginning.
    private func isRefoldedTheSame() throws -> Bool {
        let ledger = try WardLedger(opening: store)
        let ward = ledger.ward
        try ledger.rebuild { StormWard.now().uptime }
        return ledger.ward == ward
    }
}

extension WardLedger {
    /// A stream's entries up to one of them.
    fileprivate func story(_ stream: StreamID, upTo sequence: Int64) throws -> [Entry] {
        try entries(of: stream, limit: .max).filter { $0.sequence <= sequence }.map { try $0.entry() }
    }
}

/// What became of the commands.
struct StormTally {
    var given = 0
    var recorded = 0
    var refused = 0
    var busy = 0
    var kills = 0
    /// Processes that ended by a fault of their own.
    var failed = 0

    mutating func add(_ other: StormTally) {
        given += other.given
        recorded += other.recorded
        refused += other.refused
        busy += other.busy
    }
}
