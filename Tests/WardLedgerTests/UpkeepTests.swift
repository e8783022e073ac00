import Testing
import WardDomain

@testable import WardLedger

/// A store whose rows are of an older form: it opens at once, and its rows are written anew while the ward works.
@Suite struct UpkeepTests {
    let folder: TestFolder
    let terminal: Terminal
    /// The rows as they are to be again.
    let rows: [String]

    init() throws {
        folder = try TestFolder()
        terminal = try Terminal(folder.store).setUp()
        for number in 1...4 {
            let mother = try terminal.admit("Mother \(number)", mrn: "ZY\(number)", bed: BedLabel("\(number)"))
            _ = try terminal.bearAndBand(mother)
        }
        rows = try terminal.ledger.readModelRows()
    }

    private var ledger: WardLedger { terminal.ledger }

    /// Makes the store one that a program of the form before this one wrote, with rows that it knew nothing of.
    private func makeOlder() throws {
        let known = StoreVersion.current
        try ledger.sql(
            """
            UPDATE newborn SET weightGrams = 1; DELETE FROM milestone; UPDATE streamState SET schema = schema - 1;
            PRAGMA user_version = \(StoreVersion(steps: known.steps, form: known.form - 1).number);
            """)
    }

    /// A clock by which every stream takes longer than one transaction may last.
    private func slowClock() -> () -> Int64 {
        var reading: Int64 = 0
        return {
            reading += 30_000_000
            return reading
        }
    }

    @Test func anOlderFormOpensAtOnceAndItsRowsFollow() throws {
        let ward = ledger.ward
        try makeOlder()
        var told = 0
        let opened = try WardLedger(opening: folder.store) { told += 1 }
        #expect(told == 0)
        #expect(opened.ward == ward)
        #expect(opened.historyIsBehind)
        #expect(try opened.readModelRows() != rows)

        try opened.bringUpAllHistory(uptime: { 0 })
        #expect(!opened.historyIsBehind)
        #expect(try opened.readModelRows() == rows)
        #expect(try !WardLedger(opening: folder.store).historyIsBehind)
    }

    @Test func aTransactionEndsWhenItsTimeIsOverAndAnotherTerminalGoesOn() throws {
        try makeOlder()
        let (one, two) = (try WardLedger(opening: folder.store), try WardLedger(opening: folder.store))
        var reached: [String] = []
        while one.historyIsBehind {
            for ledger in [one, two] {
                try ledger.bringUpHistory(uptime: slowClock())
                reached += try ledger.texts("SELECT before FROM upkeep")
            }
        }
        let streams = try ledger.texts("SELECT DISTINCT stream FROM entry ORDER BY stream DESC")
        #expect(reached == streams)
        #expect(try ledger.readModelRows() == rows)
    }

    @Test func whatIsRecordedMeanwhileStandsInTheRows() throws {
        try makeOlder()
        let late = try Terminal(folder.store, label: "T-02")
        try late.ledger.bringUpHistory(uptime: slowClock())
        #expect(late.ledger.historyIsBehind)
        let mother = try late.admit("Late", mrn: "ZY9", bed: "6")
        for admission in late.ledger.ward.admissions.values.filter({ $0.id != mother }) {
            try late.give(WritePlan(admission: admission.id, text: "told at \(admission.id)"))
        }
        try late.ledger.bringUpAllHistory(uptime: slowClock())

        let brought = try late.ledger.readModelRows()
        try late.ledger.rebuild()
        #expect(try late.ledger.readModelRows() == brought)
        #expect(try late.ledger.texts("SELECT name FROM admission WHERE id = '\(mother)'") == ["Late"])
        #expect(try late.ledger.texts("SELECT id FROM admission WHERE planLine LIKE 'told at%'").count == 4)
    }

    @Test func anEntryThatCantBeTakenInStopsItThereAndIsNamed() throws {
        try makeOlder()
        let opened = try WardLedger(opening: folder.store)
        let lastInLine = "SELECT sequence FROM entry WHERE kind = 'motherAdmitted' ORDER BY stream LIMIT 1"
        let sequence = try #require(try ledger.texts(lastInLine).first.flatMap { Int64($0) })
        try ledger.dropTriggers()
        try ledger.sql("UPDATE entry SET payload = 'x' WHERE sequence = \(sequence)")
        #expect(
            fault { try opened.bringUpAllHistory(uptime: slowClock()) }
                == .foldFault(sequence: sequence, .unreadable("payload")))
        #expect(opened.historyIsBehind)
        #expect(try WardLedger(opening: folder.store, for: .reading).historyIsBehind)
        #expect(try ledger.texts("SELECT count(*) FROM newborn WHERE weightGrams = 1") == ["1"])
    }

    /// Whoever has a store open when an older backup takes its place brings its past up too.
    @Test func aRestoredOlderBackupIsBroughtUpByWhoHasTheStoreOpen() throws {
        let copy = folder.file("copy.db")
        try ledger.backup(to: copy)
        let known = StoreVersion.current
        try WardLedger(opening: copy).sql(
            """
            UPDATE newborn SET weightGrams = 1;
            PRAGMA user_version = \(StoreVersion(steps: known.steps, form: known.form - 1).number);
            """)
        _ = try terminal.admit("Later", bed: "5")
        _ = try WardLedger.restore(from: copy, into: folder.store)
        #expect(try ledger.catchUp().restored)
        #expect(ledger.historyIsBehind)
        try ledger.bringUpAllHistory(uptime: { 0 })
        #expect(try ledger.readModelRows() == rows)
    }

    @Test func aStepThatAsksForNoRowsLeavesNothingBehind() throws {
        let step = SchemaStep("CREATE INDEX admissionByName ON admission (name)", rows: .asTheyAre)
        try ledger.queue.inDatabase { db in
            try Migrations.run(db, Schema.migrations + [step])
            #expect(try Upkeep.stored(db) == nil)
        }
    }

    @Test func aStepForListsAloneLeavesItsRowsForLater() throws {
        let step = SchemaStep("ALTER TABLE drill ADD COLUMN note TEXT", rows: .byAndBy)
        try ledger.queue.inDatabase { db in
            try Migrations.run(db, Schema.migrations + [step]) { Issue.record("somebody was kept waiting") }
            #expect(try Upkeep.stored(db) == Upkeep.behindAll)
        }
    }
}
