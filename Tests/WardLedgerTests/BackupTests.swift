import Foundation
import Synchronization
import Testing
import WardDomain

@testable import WardLedger

@Suite struct BackupTests {
    let folder: TestFolder
    let terminal: Terminal
    var ledger: WardLedger { terminal.ledger }
    var copy: String { folder.file("copy.db") }

    init() throws {
        folder = try TestFolder()
        terminal = try Terminal(folder.store).setUp()
        _ = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        try ledger.setPIN("verifier", for: "W1")
    }

    @Test func aBackupIsOneWholeFileForItsAccountAlone() throws {
        let head = try ledger.backup(to: copy)
        #expect(head == ledger.head)
        #expect(WardLedger.verify(copy, against: head).isWhole)
        #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("copy") }
        #expect(names == ["copy.db"])
        #expect(try WardLedger(opening: copy).ward == ledger.ward)
    }

    @Test func aBackupNeverOverwrites() throws {
        try ledger.backup(to: copy)
        #expect(fault { try ledger.backup(to: copy) } == .exists(path: copy))
        #expect(fault { try ledger.backup(to: folder.store) } == .exists(path: folder.store))
    }

    @Test func aBackupWaitsForNobodyAndHoldsWhatWasCommitted() throws {
        let other = try WardLedger(opening: folder.store)
        try other.queue.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE; INSERT INTO pinVerifier VALUES ('W9', 'not committed')")
            let head = try ledger.backup(to: copy)
            #expect(head == ledger.head)
            try db.execute(sql: "COMMIT")
        }
        #expect(try WardLedger(opening: copy).pinVerifier(for: "W9") == nil)
        #expect(try WardLedger(opening: copy).pinVerifier(for: "W1") == "verifier")
    }

    @Test func aRestoreReachesWhoeverHasTheStoreOpen() throws {
        try ledger.backup(to: copy)
        let atBackup = (ledger.head, ledger.ward)
        let other = try Terminal(folder.store, label: "T-02")
        _ = try terminal.admit("Zhang", bed: "4")
        _ = try other.ledger.catchUp()
        let newer = ledger.head

        let restored = try WardLedger.restore(from: copy, into: folder.store)
        #expect(restored.head == atBackup.0)
        let seen = try other.ledger.catchUp()
        #expect(seen.restored)
        #expect(seen.isReadAnew)
        #expect(seen.entries.isEmpty)
        #expect(other.ledger.head == atBackup.0)
        #expect(other.ledger.ward == atBackup.1)
        #expect(try !other.ledger.catchUp().restored)

        // A command of one who has not looked yet is decided on what is there now, and the restore is still reported.
        try terminal.give(AddBed(bed: "x1"))
        #expect(ledger.ward.occupant(of: "4") == nil)
        #expect(try ledger.catchUp().restored)
        #expect(WardLedger.verify(folder.store).isWhole)
        let kept = try #require(restored.previous)
        #expect(WardLedger.verify(kept, against: newer).isWhole)
    }

    @Test func aStoreThatIsGoneIsRestored() throws {
        try ledger.backup(to: copy)
        let path = folder.file("new.db")
        #expect(try WardLedger.restore(from: copy, into: path) == Restored(head: ledger.head, previous: nil))
        #expect(try WardLedger(opening: path).ward == ledger.ward)
        #expect(try WardLedger(opening: path).facts().isDurable)
    }

    /// What every message about a damaged store advises also works on it.
    @Test(arguments: [0, 1, 100])
    func aDamagedStoreIsSetAsideForABackup(goodPages: Int) throws {
        try ledger.backup(to: copy)
        let (head, ward) = (ledger.head, ledger.ward)
        let path = folder.file("damaged.db")
        try ledger.backup(to: path)
        try WardLedger(opening: path).sql(goodPages == 100 ? "DELETE FROM ledgerHead" : "SELECT 1")
        var bytes = try Data(contentsOf: URL(filePath: path))
        let good = min(goodPages * 4096, bytes.count)
        bytes.replaceSubrange(good..., with: Data(repeating: 0xA5, count: bytes.count - good))
        try bytes.write(to: URL(filePath: path))
        let restored = try WardLedger.restore(from: copy, into: path)
        #expect(restored.head == head)
        let aside = try #require(restored.previous)
        #expect(aside == path + ".damaged")
        #expect(try Data(contentsOf: URL(filePath: aside)) == bytes)
        #expect(WardLedger.verify(path, against: head).isWhole)
        #expect(try WardLedger(opening: path).ward == ward)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }

    @Test func anotherProgramsDatabaseIsNeverSetAside() throws {
        try ledger.backup(to: copy)
        let path = folder.file("other.db")
        try ledger.backup(to: path)
        let other = try WardLedger(opening: path)
        try other.sql("PRAGMA application_id = 7")
        #expect(fault { _ = try WardLedger.restore(from: copy, into: path) } == .notADatabase(path: path))
        #expect(try other.texts("PRAGMA application_id") == ["7"])
    }

    @Test func aBadFileIsNotRestored() throws {
        try ledger.backup(to: copy)
        let bad = try WardLedger(opening: copy)
        try bad.dropTriggers()
        try bad.sql("UPDATE entry SET payload = replace(payload, 'Li', 'Lu') WHERE sequence = 6")
        let head = ledger.head
        #expect(
            fault { _ = try WardLedger.restore(from: copy, into: folder.store) } == .unverified(.changed(6)))
        let text = folder.file("text.db")
        try String(repeating: "not a database ", count: 100).write(toFile: text, atomically: true, encoding: .utf8)
        #expect(
            fault { _ = try WardLedger.restore(from: text, into: folder.store) }
                == .unverified(.unreadable(.notADatabase(path: text))))
        #expect(try !ledger.catchUp().restored)
        #expect(ledger.head == head)
        #expect(WardLedger.verify(folder.store, against: head).isWhole)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains { $0.contains("restor") })
    }

    @Test func aRestoreInTheMiddleOfAWriteIsBusyAndChangesNothing() throws {
        try ledger.backup(to: copy)
        _ = try terminal.admit("Zhang", bed: "4")
        let head = ledger.head
        let other = try WardLedger(opening: folder.store)
        try other.queue.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect(fault { _ = try WardLedger.restore(from: copy, into: folder.store) } == .busy)
            try db.execute(sql: "ROLLBACK")
        }
        #expect(WardLedger.verify(folder.store, against: head).isWhole)
    }

    /// Whoever records beside a restore is told the truth: what was taken stands in a store that is kept, or in the
    /// restored one.
    @Test func nothingThatWasTakenBesideARestoreIsLost() throws {
        try ledger.backup(to: copy)
        let (path, copy) = (folder.store, self.copy)
        let taken = Mutex<[String]>([])
        let isOver = Mutex(false)
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            if index == 0 {
                for _ in 1...40 { while (try? WardLedger.restore(from: copy, into: path)) == nil {} }
                isOver.withLock { $0 = true }
            } else {
                guard let writer = try? Terminal(path, label: "T-02", creating: false) else { return }
                var number = 0
                while !isOver.withLock({ $0 }) {
                    number += 1
                    guard let made = try? writer.give(AddBed(bed: BedLabel("x\(number)"))) else { continue }
                    taken.withLock { $0 += made.map(\.stamp.id.rawValue) }
                }
            }
        }
        let stores = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasPrefix("ward.db.before-restore") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
        }
        var kept: Set<String> = []
        for store in [path] + stores.map(folder.file) {
            kept.formUnion(try WardLedger(opening: store, for: .reading).texts("SELECT id FROM entry"))
        }
        let acknowledged = taken.withLock { $0 }
        #expect(acknowledged.count > 40)
        #expect(acknowledged.filter { !kept.contains($0) }.isEmpty)
    }
}
