import Foundation
import Testing
import WardDomain

@testable import WardLedger

@Suite struct ChainTests {
    let folder: TestFolder
    let terminal: Terminal
    var ledger: WardLedger { terminal.ledger }

    init() throws {
        folder = try TestFolder()
        terminal = try Terminal(folder.store).setUp()
        _ = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        _ = try terminal.admit("Zhang Hua", mrn: "ZY2", bed: "4")
    }

    private func verify(_ kept: LedgerHead? = nil) -> VerifyResult {
        WardLedger.verify(folder.store, against: kept)
    }

    @Test func aLedgerThatNobodyTouchedIsWhole() {
        let result = verify(ledger.head)
        #expect(result.isWhole)
        #expect(result.entries == 7)
        #expect(result.head == ledger.head)
        #expect(LedgerHead(ledger.head.description) == ledger.head)
    }

    @Test(arguments: [
        "UPDATE entry SET payload = '{}' WHERE sequence = 2",
        "UPDATE entry SET sequence = 99 WHERE sequence = 2",
        "DELETE FROM entry WHERE sequence = 7",
        "DELETE FROM entry",
        "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE sequence = 2",
        "REPLACE INTO entry SELECT 2, 'x', stream, kind, schema, occurredAt, occurredBootID, occurredUptime, "
            + "occurredDerived, recordedAt, bootID, uptime, terminal, staff, origin, account, payload, "
            + "previousDigest, digest FROM entry WHERE sequence = 7",
        // A gap.
        "INSERT INTO entry SELECT 9, 'x', stream, kind, schema, occurredAt, occurredBootID, occurredUptime, "
            + "occurredDerived, recordedAt, bootID, uptime, terminal, staff, origin, account, payload, "
            + "previousDigest, digest FROM entry WHERE sequence = 7",
        // The next sequence with a known id: REPLACE would delete the old entry.
        "REPLACE INTO entry SELECT 8, id, stream, kind, schema, occurredAt, occurredBootID, occurredUptime, "
            + "occurredDerived, recordedAt, bootID, uptime, terminal, staff, origin, account, payload, "
            + "previousDigest, digest FROM entry WHERE sequence = 2",
        // SQLite's own numbering.
        "INSERT INTO entry SELECT NULL, 'x', stream, kind, schema, occurredAt, occurredBootID, occurredUptime, "
            + "occurredDerived, recordedAt, bootID, uptime, terminal, staff, origin, account, payload, "
            + "previousDigest, digest FROM entry WHERE sequence = 7",
    ])
    func triggersRefuseEveryChange(_ statement: String) throws {
        #expect(throws: (any Error).self) { try ledger.sql(statement) }
        #expect(verify(ledger.head).isWhole)
    }

    /// Whoever has the file could change an entry that nothing guards.
    @Test(arguments: ["entryIsNeverChanged", "entryIsNeverDeleted", "entryFollowsTheLast", "entryIsRecordedOnce"])
    func aTriggerThatIsMissingOrChangedIsNamed(_ trigger: String) throws {
        try ledger.sql("DROP TRIGGER \(trigger)")
        #expect(verify(ledger.head).fault == .unguarded(trigger: trigger))
        try ledger.sql("CREATE TRIGGER \(trigger) BEFORE UPDATE ON entry BEGIN SELECT 1; END")
        #expect(verify(ledger.head).fault == .unguarded(trigger: trigger))
    }

    /// What every terminal shows comes from the folded state, which nothing guards.
    @Test func aStateThatIsNotWhatItsEntriesSayIsNamed() throws {
        try ledger.sql("UPDATE streamState SET state = replace(state, 'Zhang Hua', 'Zhang Hui')")
        guard case .stateChanged(.admission)? = verify(ledger.head).fault else {
            Issue.record("\(String(describing: verify().fault))")
            return
        }
        try ledger.rebuild()
        #expect(verify(ledger.head).isWhole)
    }

    /// Every column of an entry is under its digest.
    @Test(arguments: [
        "id = id || 'x'", "stream = 'roster/'", "kind = 'bedAdded'", "schema = 2", "occurredAt = occurredAt + 1",
        "occurredBootID = 'b'", "occurredUptime = 0", "occurredDerived = 1", "recordedAt = recordedAt - 1",
        "bootID = ''", "uptime = 5", "terminal = 'T'", "staff = NULL", "staff = 'W9'", "origin = 'apply'",
        "account = 'root'", "account = ''", "payload = replace(payload, 'Qian', 'Qiam')", "payload = payload || ' '",
        "payload = CAST(CAST(payload AS BLOB) || x'00' || 'x' AS TEXT)", "digest = zeroblob(32)",
    ])
    func aChangedColumnIsNamedByItsSequence(_ change: String) throws {
        try ledger.dropTriggers()
        try ledger.sql("UPDATE entry SET \(change) WHERE sequence = 5")
        #expect(verify().fault == .changed(5))
    }

    @Test func aRemovedEntryIsNamed() throws {
        try ledger.dropTriggers()
        try ledger.sql("DELETE FROM entry WHERE sequence = 4")
        #expect(verify().fault == .removed(4))
        try ledger.sql("UPDATE entry SET sequence = sequence - 1 WHERE sequence > 4")
        #expect(verify().fault == .reordered(4))
    }

    @Test func anInsertedEntryIsNamed() throws {
        try ledger.dropTriggers()
        for sequence in [7, 6, 5] {
            try ledger.sql("UPDATE entry SET sequence = \(sequence + 1) WHERE sequence = \(sequence)")
        }
        let forged = try forgedEntry(at: 5)
        try ledger.queue.inDatabase { db in try forged.insert(db) }
        #expect(verify().fault == .inserted(5))
    }

    @Test func anAppendedEntryIsNamed() throws {
        let forged = try forgedEntry(at: 8)
        try ledger.queue.inDatabase { db in try forged.insert(db) }
        #expect(verify().fault == .inserted(8))
    }

    /// An entry with a right digest of its own, behind the one before it.
    private func forgedEntry(at sequence: Int64) throws -> StoredEntry {
        let before = try #require(try ledger.entries(after: sequence - 2, limit: 1).first)
        let occurred = Occurrence(terminal.clock.reading)
        let stamp = EntryStamp(
            id: EntryID("forged"), occurred: occurred, recorded: terminal.clock.reading, terminal: "T", staff: "W1",
            origin: .screen)
        let draft = Draft(
            stream: .ward, occurred: occurred,
            fact: try FactKinds.decode(kind: "bedAdded", schema: 1, payload: #"{"bed":"9"}"#))
        return try StoredEntry(draft, stamp, sequence: sequence, after: before.digest)
    }

    @Test func reorderedEntriesAreNamed() throws {
        try ledger.dropTriggers()
        try ledger.sql("UPDATE entry SET sequence = -4 WHERE sequence = 4")
        try ledger.sql("UPDATE entry SET sequence = 4 WHERE sequence = 5")
        try ledger.sql("UPDATE entry SET sequence = 5 WHERE sequence = -4")
        #expect(verify().fault == .reordered(4))
    }

    @Test func aCutOffTailIsSeenByTheHead() throws {
        let kept = ledger.head
        let triggers = try ledger.dropTriggers()
        try ledger.sql("DELETE FROM entry WHERE sequence > 5")
        #expect(verify().fault == .cutOff(6))
        // Whoever owns the file can set its own head right, but not the one that is kept elsewhere.
        try ledger.sql("UPDATE ledgerHead SET sequence = 5, digest = (SELECT digest FROM entry WHERE sequence = 5)")
        try ledger.coverTracks(triggers)
        #expect(verify().isWhole)
        #expect(verify(kept).fault == .cutOff(6))
    }

    @Test func aRewrittenChainIsSeenByAKeptHead() throws {
        let kept = ledger.head
        let forged = try forgedEntry(at: 7)
        let triggers = try ledger.dropTriggers()
        try ledger.sql("DELETE FROM entry WHERE sequence = 7")
        try ledger.queue.inDatabase { db in
            try forged.insert(db)
            try forged.head.write(db)
        }
        try ledger.coverTracks(triggers)
        #expect(verify().isWhole)
        #expect(verify(kept).fault == .otherThanHead(7))
    }

    @Test func aKeptHeadHoldsWhileTheLedgerGrows() throws {
        let kept = ledger.head
        _ = try terminal.admit("Wu", bed: "5")
        #expect(verify(kept).isWhole)
    }

    @Test func anEmptyLedgerIsWhole() throws {
        let path = folder.file("empty.db")
        _ = try WardLedger(opening: path, creating: true)
        #expect(WardLedger.verify(path).isWhole)
        #expect(WardLedger.verify(path).head == .empty)
        #expect(WardLedger.verify(folder.file("none.db")).fault == .unreadable(.missing(path: folder.file("none.db"))))
    }

    @Test func damageBesideTheEntriesIsNamedWithHowManyAreWhole() throws {
        try ledger.sql("PRAGMA wal_checkpoint(TRUNCATE)")
        let page = try #require(
            try ledger.texts("SELECT rootpage || '' FROM sqlite_master WHERE name = 'bed'").first
                .flatMap { UInt64($0) })
        let copy = folder.file("damaged.db")
        try FileManager.default.copyItem(atPath: folder.store, toPath: copy)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
        try file.seek(toOffset: (page - 1) * 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        try file.close()

        let result = WardLedger.verify(copy)

        guard case .damagedBeside(let entries, _)? = result.fault else {
            Issue.record("\(String(describing: result.fault))")
            return
        }
        #expect(entries == ledger.head.sequence)
        #expect(result.fault?.text.en.contains("verify") == false)
    }

    /// The columns in the digest's order, by hand: the form may never change.
    @Test func theDigestIsTakenOverTagFormLengthAndBytes() {
        var input = ChainInput()
        input.append(Digest.beforeFirst)
        input.append(1)
        input.append("甲")
        input.append(nil as String?)
        #expect(input.digest().hex == "d157f06e83c63429d186dfda3a40a8d1da88e7636ea15b98ea8e2a5a8f65fddf")
    }
}
