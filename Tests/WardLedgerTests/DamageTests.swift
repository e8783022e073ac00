import Foundation
import Testing
import WardDomain

@testable import WardLedger

/// Rows that a disk or a hand has spoiled: named, never a crash, never skipped.
@Suite struct DamageTests {
    let folder: TestFolder
    let terminal: Terminal
    var ledger: WardLedger { terminal.ledger }

    init() throws {
        folder = try TestFolder()
        terminal = try Terminal(folder.store).setUp()
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        _ = try terminal.bearAndBand(admission)
    }

    /// Takes the types and rules of a table away, as no program of ours would; its rows stay as they are.
    private func loosen(_ table: String) throws {
        try ledger.dropTriggers()
        try ledger.sql(
            """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_master SET sql = replace(replace(replace(sql, ' NOT NULL', ''), ') STRICT', ')'),
                ' INTEGER,', ' ANY,') WHERE name = '\(table)' AND type = 'table';
            PRAGMA writable_schema = RESET;
            """)
    }

    @Test(arguments: [
        "id", "stream", "kind", "schema", "occurredAt", "occurredBootID", "occurredUptime", "occurredDerived",
        "recordedAt", "bootID", "uptime", "terminal", "origin", "payload", "previousDigest", "digest",
    ])
    func anEntryWithoutAColumnIsNamed(_ column: String) throws {
        try loosen("entry")
        try ledger.sql("UPDATE entry SET \(column) = NULL WHERE sequence = 6")
        let expected = LedgerFault.foldFault(sequence: 6, .unreadable(column))
        #expect(fault { _ = try ledger.entries() } == expected)
        #expect(WardLedger.verify(folder.store).fault == .changed(6))
        #expect(WardLedger.verify(folder.store).entries == 5)
    }

    @Test(arguments: [
        ("schema", "'one'"), ("occurredAt", "x'00'"), ("payload", "x'7B7D'"), ("staff", "x'07'"), ("account", "x'FF'"),
        ("terminal", "x''"), ("digest", "x'00'"), ("previousDigest", "'text'"), ("uptime", "'soon'"),
    ])
    func anEntryWithAColumnOfAnotherFormIsNamed(_ column: String, _ value: String) throws {
        try loosen("entry")
        try ledger.sql("UPDATE entry SET \(column) = \(value) WHERE sequence = 6")
        #expect(fault { _ = try ledger.entries() } == .foldFault(sequence: 6, .unreadable(column)))
        #expect(WardLedger.verify(folder.store).fault == .changed(6))
    }

    @Test(arguments: ["'nowhere'", "'admission/'", "''"])
    func anEntryOfNoStreamIsNamed(_ stream: String) throws {
        try ledger.dropTriggers()
        try ledger.sql("UPDATE entry SET stream = \(stream) WHERE sequence = 6; DELETE FROM streamState")
        #expect(WardLedger.verify(folder.store).fault == .changed(6))
        let stored = try #require(try ledger.entries(after: 5, limit: 1).first)
        #expect(fault { _ = try stored.entry() } != nil)
        #expect(fault { try ledger.rebuild() } != nil)
    }

    @Test func aDamagedEntryStopsTheFoldThere() throws {
        let other = try Terminal(folder.store, label: "T-02")
        try terminal.give(AddBed(bed: "x1"))
        try terminal.give(AddBed(bed: "x2"))
        let last = ledger.head.sequence
        try loosen("entry")
        try ledger.sql("UPDATE entry SET staff = x'07' WHERE sequence = \(last)")
        let expected = LedgerFault.foldFault(sequence: last, .unreadable("staff"))
        #expect(fault { _ = try other.ledger.catchUp() } == expected)
        #expect(fault { try other.give(AddBed(bed: "x3")) } == expected)
        #expect(try ledger.entries(after: last - 2, limit: 1).map(\.sequence) == [last - 1])
    }

    @Test(arguments: ["DELETE FROM ledgerHead", "UPDATE ledgerHead SET digest = x'00'"])
    func aDamagedHeadIsNamed(_ statement: String) throws {
        try ledger.sql(statement)
        guard case .corrupt = fault({ _ = try WardLedger(opening: folder.store) }) else {
            Issue.record("the damaged head was not named")
            return
        }
        #expect(!WardLedger.verify(folder.store).isWhole)
    }

    /// Folded state that can't be read is folded anew; the entries are the truth.
    @Test(arguments: ["state = 'x'", "state = '{}'", "schema = 0", "schema = 99"])
    func damagedFoldedStateIsFoldedAnew(_ change: String) throws {
        let ward = ledger.ward
        try ledger.sql("UPDATE streamState SET \(change)")
        #expect(try WardLedger(opening: folder.store).ward == ward)
    }

    @Test(arguments: [
        ("newborn", "state = '{'"), ("newborn", "admission = NULL"), ("admission", "place = 'moon'"),
        ("admission", "dueDate = 'soon'"), ("admission", "open = NULL"), ("band", "state = NULL"),
        ("streamState", "stream = 'nowhere'"),
    ])
    func damagedRowsAreNamedAndRebuilt(_ table: String, _ change: String) throws {
        let (rows, lists, ward) = (try ledger.readModelRows(), try ledger.lists(), ledger.ward)
        try loosen(table)
        try ledger.sql("UPDATE \(table) SET \(change) WHERE rowid = (SELECT max(rowid) FROM \(table))")
        let found = fault {
            let read = try Terminal(folder.store, label: "T-02")
            _ = try read.ledger.lists()
            try read.give(
                AttachBand(
                    newborn: try #require(lists.newborns.first).newborn.id, band: "B1R-\(lists.mothers[0].admission)",
                    limb: .leftWrist))
        }
        guard case .rowsDamaged = found else {
            Issue.record("\(table) \(change): \(String(describing: found))")
            return
        }
        let repairing = try WardLedger(opening: folder.store, for: .repairing)
        try repairing.rebuild()
        #expect(repairing.ward == ward)
        #expect(try repairing.readModelRows() == rows)
        #expect(try repairing.lists() == lists)
    }

    /// A stale row that holds another mother's bed does not keep a rebuild from its end.
    @Test func aRebuildGetsPastARowThatHoldsWhatIsAnothers() throws {
        let second = try terminal.admit("Zhang", mrn: "ZY2", bed: "4")
        let rows = try ledger.readModelRows()
        try ledger.sql(
            """
            UPDATE admission SET bed = '9' WHERE bed = '3';
            UPDATE admission SET bed = '3' WHERE id = '\(second)';
            """)
        try ledger.rebuild()
        #expect(try ledger.readModelRows() == rows)
    }
}
