import Foundation
import Testing
import WardDomain

@testable import WardLedger

/// Stores that earlier programs wrote, one for each version of the schema before this one.
///
/// Before a step or another form of folded state is released, a store that was written without it is kept as
/// `Fixtures/version<N>.store`: recorded by the program of then (`Fixtures/record.sh PROGRAM` gives it the commands of
/// `story.jsonl`), vacuumed, without its write-ahead log. N is the store's own number: form and steps in one. The stores
/// up to 6007 hold the demo's evening; behind it `version1.store` has merges (one with a caesarean, a banded newborn and
/// its handover), a caesarean that was moved with its baby, corrections, a mismatch, deaths, discharges, a response and a
/// voided drill.
@Suite struct MigrationTests {
    let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    /// Every version that has a fixture.
    static let versions = [1, 3004, 6007, 7009, 8009, 9009, 10009, 11010]

    private func copy(_ version: Int) throws {
        let fixture = try #require(
            Bundle.module.url(forResource: "Fixtures/version\(version)", withExtension: "store"))
        try FileManager.default.copyItem(at: fixture, to: URL(fileURLWithPath: folder.store))
    }

    @Test(arguments: versions)
    func anOldStoreComesUpWithAllItsRows(_ version: Int) throws {
        try copy(version)
        let before = WardLedger.verify(folder.store)
        #expect(before.isWhole)
        let ledger = try WardLedger(opening: folder.store)
        #expect(try ledger.facts().schema == StoreVersion.current.number)
        try ledger.bringUpAllHistory(uptime: { 0 })
        #expect(try ledger.wardFromEntries() == ledger.ward)
        #expect(WardLedger.verify(folder.store, against: before.head).isWhole)

        let (rows, lists) = (try ledger.readModelRows(), try ledger.lists())
        try ledger.rebuild()
        #expect(try ledger.readModelRows() == rows)
        #expect(try ledger.lists() == lists)
    }

    @Test(arguments: [WardLedger.Purpose.recording, .reading])
    func whoOpensAnOldStoreIsToldBeforeTheWaitAndOnlyOnce(_ purpose: WardLedger.Purpose) throws {
        try copy(1)
        var told = 0
        for _ in 1...2 { _ = try WardLedger(opening: folder.store, for: purpose) { told += 1 } }
        #expect(told == 1)
    }

    @Test func anotherWardsOldStoreInThePlaceOfAnOpenOneIsLeftAsItIs() throws {
        let terminal = try Terminal(folder.store).setUp()
        for suffix in ["", "-wal", "-shm"] {
            try FileManager.default.moveItem(
                atPath: folder.store + suffix, toPath: folder.file("away.db\(suffix)"))
        }
        try copy(1)
        let placed = try Data(contentsOf: URL(fileURLWithPath: folder.store))
        for _ in 1...2 {
            let refusal = #expect(throws: LedgerFault.self) { _ = try terminal.ledger.catchUp() }
            #expect(refusal == .replaced(path: folder.store))
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == placed)
    }

    @Test func aNewStoreIsNoOldOne() throws {
        var told = 0
        _ = try WardLedger(opening: folder.store, creating: true) { told += 1 }
        #expect(told == 0)
    }

    @Test func theFirstVersionsEveningIsAllThere() throws {
        try copy(1)
        let lists = try WardLedger(opening: folder.store).lists()
        #expect(lists.mothers.count == 19)
        #expect(lists.newborns.count == 7)
        #expect(lists.caesareans.count == 6)
        #expect(lists.handovers.count == 7)
        #expect(lists.drills.count == 3)
    }

    @Test func aVersionIsOneNumber() {
        for version in [
            StoreVersion(steps: 0, form: 1), StoreVersion(steps: 1, form: 1), StoreVersion(steps: 7, form: 3),
        ] {
            #expect(StoreVersion(version.number) == version)
        }
        #expect(StoreVersion(1) == StoreVersion(steps: 1, form: 1))
        #expect(!StoreVersion(steps: 1, form: 2).isNewer(than: StoreVersion(steps: 1, form: 2)))
        #expect(StoreVersion(steps: 1, form: 2).isNewer(than: StoreVersion(steps: 2, form: 1)))
    }

    /// Rows that hold folded state of an older form are written anew, those of closed stories too.
    @Test func rowsOfAnOlderFormAreWrittenAnew() throws {
        try copy(1)
        let ledger = try WardLedger(opening: folder.store)
        let lists = try ledger.lists()
        try ledger.sql("UPDATE drill SET state = '{}'; UPDATE newborn SET state = '{}'")
        #expect(fault { _ = try ledger.lists() } == .rowsDamaged("state"))
        try ledger.sql("PRAGMA user_version = \(Schema.migrations.count)")
        let reader = try WardLedger(opening: folder.store, for: .reading)
        try reader.bringUpAllHistory(uptime: { 0 })
        #expect(try reader.lists() == lists)
    }

    /// A step that drops a table of rows and makes it anew leaves it full.
    @Test func aStepIsFollowedByItsRows() throws {
        try copy(1)
        _ = try WardLedger(opening: folder.store)
        let ledger = try WardLedger(opening: folder.store)
        let rows = try ledger.readModelRows()
        let table = try #require(
            try ledger.texts("SELECT sql FROM sqlite_master WHERE name = 'milestone'").first)
        let step = "DROP TABLE milestone; \(table); ALTER TABLE handover ADD COLUMN note TEXT;"
        try ledger.queue.inDatabase { db in
            try db.execute(sql: "DELETE FROM streamState; DELETE FROM newborn WHERE birthOrder = 1")
            try Migrations.run(db, Schema.migrations + [SchemaStep(step, rows: .atOnce)])
            #expect(try StoreVersion.stored(db).steps == Schema.migrations.count + 1)
        }
        #expect(try ledger.readModelRows() == rows)
        let ward = ledger.ward
        try ledger.reading { db in try ledger.reload(db) }
        #expect(ledger.ward == ward)
    }

    /// A step whose rows can't be made is not taken: the store stays whole, of its version.
    @Test func aStepIsTakenWithItsRowsOrNotAtAll() throws {
        try copy(1)
        let ledger = try WardLedger(opening: folder.store)
        let rows = try ledger.readModelRows()
        try ledger.dropTriggers()
        try ledger.sql("UPDATE entry SET payload = 'x' WHERE kind = 'newbornDischarged'")
        let sequence = try #require(try ledger.texts("SELECT sequence FROM entry WHERE payload = 'x'").first)
        let found = fault {
            try ledger.reading { db in
                try Migrations.run(
                    db, Schema.migrations + [SchemaStep("ALTER TABLE drill ADD COLUMN note TEXT", rows: .atOnce)])
            }
        }
        #expect(found == .foldFault(sequence: try #require(Int64(sequence)), .unreadable("payload")))
        #expect(try ledger.facts().schema == StoreVersion.current.number)
        #expect(try ledger.readModelRows() == rows)
    }

    @Test func whoHasTheStoreOpenLearnsThatItsVersionIsAnother() throws {
        let terminal = try Terminal(folder.store).setUp()
        let other = try WardLedger(opening: folder.store)
        let known = StoreVersion.current.number
        try other.sql("PRAGMA user_version = \(known + 1)")
        let newer = LedgerFault.newerSchema(found: known + 1, known: known)
        #expect(fault { try terminal.give(AddBed(bed: "x1")) } == newer)
        #expect(fault { try terminal.ledger.rebuild() } == newer)
        try other.sql("PRAGMA user_version = \(known - 1)")
        let older = LedgerFault.olderSchema(found: known - 1, known: known)
        #expect(fault { try terminal.give(AddBed(bed: "x1")) } == older)
        try other.sql("PRAGMA user_version = \(known)")
        #expect(throws: Never.self) { try terminal.give(AddBed(bed: "x1")) }
    }
}
