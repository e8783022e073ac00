import Foundation
import SeededNumbers
import Testing
import WardDomain

@testable import WardLedger

/// The promise of custody on one store shared by three terminals, through crashes, a full disk, a busy store and
/// commands that are sent twice: judged entry by entry, as the ledger holds them.
@Suite struct LedgerPromiseTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func everyEntryKeepsThePromiseThroughFaults(_ seed: UInt64) throws {
        let folder = try TestFolder()
        var night = try RandomNight(folder.store, seed: seed, babies: 12)
        for step in 1...200 { try night.step(step) }

        #expect(night.faults.count == RandomNight.Fault.allCases.count, "\(night.faults)")
        #expect(night.handovers > 15, "the night was too quiet: \(night.handovers)")
        let ledger = night.terminals[0].ledger
        _ = try ledger.catchUp()
        let judged = try judged(ledger)
        #expect(judged > 60, "\(judged)")
        #expect(CustodyPromise.broken(in: ledger.ward) == [])
        #expect(WardLedger.verify(folder.store, against: ledger.head).isWhole)
        #expect(try WardLedger(opening: folder.store).ward == ledger.ward)
    }

    /// Folds every story an entry at a time, and counts the newborns that were judged.
    private func judged(_ ledger: WardLedger) throws -> Int {
        var stories: [StreamID: StreamState] = [:]
        var count = 0
        for stored in try ledger.entries(limit: .max) {
            let entry = try stored.entry()
            guard case .admission(let id) = entry.stream else { continue }
            let before = stories[entry.stream] ?? StreamState(empty: entry.stream)
            var after = before
            try after.apply(entry)
            stories[entry.stream] = after
            guard case .admission(let old) = before, case .admission(let new) = after else { continue }
            let broken = CustodyPromise.broken(by: entry, before: old, after: new)
            #expect(broken == [], "entry \(entry.sequence) of \(id)")
            count += new.newborns.count
        }
        return count
    }
}

/// Three terminals at one store, and a night of handovers, wrong scans, rushes, discharges and faults.
private struct RandomNight {
    enum Fault: CaseIterable {
        case crash, fullDisk, busyStore, sentTwice
    }

    private let store: String
    private(set) var terminals: [Terminal]
    private(set) var faults: Set<Fault> = []
    private(set) var handovers = 0
    private var random: SeededRandom
    private var openings = 3
    private let staff = ["W1", "W2", "W3"]

    init(_ store: String, seed: UInt64, babies: Int) throws {
        self.store = store
        random = SeededRandom(seed: seed)
        terminals = [
            try Terminal(store).setUp(), try Terminal(store, label: "T-02"), try Terminal(store, label: "T-03"),
        ]
        for number in 1...babies {
            let mother = try terminals[0].admit("Mother \(number)", mrn: "ZY\(number)")
            _ = try terminals[0].bearAndBand(mother)
        }
    }

    /// One command at one terminal, which may be behind the others; now and then with a fault.
    mutating func step(_ number: Int) throws {
        let index = Int.random(in: 0..<terminals.count, using: &random)
        terminals[index].clock.seconds =
            (terminals.map(\.clock.seconds).max() ?? 0) + Int64.random(in: 0...40, using: &random)
        guard let command = command(terminals[index].ledger.ward) else { return }
        let by = Badge(pick(staff))
        switch number % 16 {
        case 0: try crash(index)
        case 8 where number % 64 == 8: try recordOnAFullDisk(command, by, index)
        case 4: try recordOnABusyStore(command, by, index)
        case 10...12: try recordTwice(command, by, index)
        default: try record(command, by, index)
        }
    }

    private mutating func record(_ command: any WardCommand, _ by: Badge, _ index: Int, id: CommandID? = nil) throws {
        do {
            let made = try terminals[index].give(command, by: by, id: id)
            handovers += made.filter { $0.fact is HandoverCompleted }.count
        } catch RecordFault.refused {
            return
        }
    }

    /// A terminal ends without a word and another is opened in its place.
    private mutating func crash(_ index: Int) throws {
        openings += 1
        let seconds = terminals[index].clock.seconds
        terminals[index] = try Terminal(store, label: "T-\(openings + 100)")
        terminals[index].clock.seconds = seconds
        faults.insert(.crash)
    }

    /// What a full disk refuses is not there; with room again the same command is taken once.
    private mutating func recordOnAFullDisk(_ command: any WardCommand, _ by: Badge, _ index: Int) throws {
        let ledger = terminals[index].ledger
        try ledger.sql("PRAGMA wal_checkpoint(TRUNCATE)")
        try ledger.sql("PRAGMA max_page_count = 1")
        let id = CommandID("full-\(openings)-\(terminals[index].clock.seconds)")
        let mother = ledger.ward.admissions.keys.min { $0.rawValue < $1.rawValue }
        let note = String(repeating: "x", count: 1900)
        for number in 1...200 where mother != nil {
            let filler = mother.map { WritePlan(admission: $0, text: "\(number) \(note)") }
            _ = try ledger.catchUp()
            let before = (ledger.ward, ledger.head)
            guard let filler, fault({ try terminals[index].give(filler, by: by) }) == .diskFull else { continue }
            #expect((ledger.ward, ledger.head) == before)
            faults.insert(.fullDisk)
            _ = fault { try terminals[index].give(command, by: by, id: id) }
            break
        }
        try ledger.sql("PRAGMA max_page_count = 1000000")
        try record(command, by, index, id: id)
    }

    private mutating func recordOnABusyStore(_ command: any WardCommand, _ by: Badge, _ index: Int) throws {
        let other = terminals[(index + 1) % terminals.count].ledger
        let id = CommandID("busy-\(openings)-\(terminals[index].clock.seconds)")
        let terminal = terminals[index]
        let found = try other.queue.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            let found = fault { try terminal.give(command, by: by, id: id) }
            try db.execute(sql: "ROLLBACK")
            return found
        }
        if found == .busy { faults.insert(.busyStore) }
        try record(command, by, index, id: id)
    }

    /// A command whose answer was lost is sent again, from another terminal too: it is recorded once.
    private mutating func recordTwice(_ command: any WardCommand, _ by: Badge, _ index: Int) throws {
        let id = CommandID("twice-\(openings)-\(terminals[index].clock.seconds)")
        try record(command, by, index, id: id)
        let head = terminals[index].ledger.head
        let stored = try terminals[index].ledger.entries(limit: .max).contains { $0.id.rawValue == id.rawValue }
        guard stored else { return }
        let other = (index + 1) % terminals.count
        _ = try terminals[other].give(command, by: by, id: id)
        #expect(terminals[other].ledger.head == head)
        faults.insert(.sentTwice)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements.randomElement(using: &random)! }

    private mutating func command(_ ward: WardState) -> (any WardCommand)? {
        let stories = ward.admissions.values.sorted { $0.id.rawValue < $1.id.rawValue }
        guard let story = stories.randomElement(using: &random),
            let baby = story.newborns.randomElement(using: &random)
        else { return nil }
        if baby.mismatch != nil, Bool.random(using: &random) {
            return ClearMismatch(newborn: baby.id, finding: pick(MismatchFinding.allCases), reason: "looked")
        }
        let bands = stories.compactMap(\.band?.code)
        let mother = Int.random(in: 0..<8, using: &random) == 0 ? bands.randomElement(using: &random) : story.band?.code
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return MoveNewborn(newborn: baby.id, to: pick([.nicu, .theatre]))
        case 1: return discharge(baby, mother: mother)
        case 2:
            return baby.attachedBands.first.flatMap { band in
                band.limb.map { LoseBand(newborn: baby.id, limb: $0, reason: "lost") }
            }
        case 3:
            let fresh = "N\(Int.random(in: 1000...9_999_999, using: &random))"
            return AttachBand(
                newborn: baby.id, band: fresh, limb: pick(Limb.allCases), second: Badge(pick(staff)),
                motherBand: story.band?.code, otherBand: baby.attachedBands.first?.code, reason: "lost")
        case 4:
            return baby.identityDoubt.map { _ in
                ResolveIdentity(
                    newborn: baby.id, means: .footprint, finding: "left", second: Badge(pick(staff)),
                    escalatedTo: "head")
            }
        default: return handOver(baby, mother: mother)
        }
    }

    private mutating func handOver(_ baby: Newborn, mother: String?) -> (any WardCommand)? {
        guard let band = baby.attachedBands.first?.code else { return nil }
        var giver = pick(staff)
        if case .staff(let badge) = baby.custody.custodian { giver = badge.rawValue }
        if baby.custody.custodian == .mother { giver = mother ?? giver }
        let toMother = Int.random(in: 0..<4, using: &random) == 0
        return HandOver(
            band: band, motherBand: mother, giver: giver, receiver: toMother ? mother ?? "W1" : pick(staff),
            to: toMother ? .motherBed : pick([.nicu, .postnatal, .theatre]))
    }

    private mutating func discharge(_ baby: Newborn, mother: String?) -> (any WardCommand)? {
        guard let band = baby.attachedBands.first?.code, Int.random(in: 0..<5, using: &random) == 0 else { return nil }
        return DischargeNewborn(
            band: band, otherBand: baby.attachedBands.last?.code, motherBand: mother, to: .home, collector: nil,
            relation: nil, second: Badge(pick(staff)),
            signatureSeenBy: "W1")
    }
}
