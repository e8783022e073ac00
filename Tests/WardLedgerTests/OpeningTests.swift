import Foundation
import Testing
import WardDomain

@testable import WardLedger

@Suite struct OpeningTests {
    let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test func aMissingStoreIsNamed() {
        #expect(fault { _ = try WardLedger(opening: folder.store) } == .missing(path: folder.store))
        let elsewhere = folder.file("no/such/ward.db")
        #expect(fault { _ = try WardLedger(opening: elsewhere, creating: true) } == .missing(path: elsewhere))
    }

    @Test func aNewStoreIsForItsAccountAlone() throws {
        _ = try WardLedger(opening: folder.store, creating: true)
        let facts = try WardLedger(opening: folder.store).facts()
        #expect(facts.mode == 0o600)
        #expect(facts.isPrivate)
    }

    @Test func aNewStoreInASharedFolderIsForTheGroup() throws {
        chmod(folder.path, 0o2770)
        let ledger = try WardLedger(opening: folder.store, creating: true)
        try ledger.setPIN("x", for: "W1")
        for file in [folder.store, folder.store + "-wal", folder.store + "-shm"] {
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o660, "\(file)")
        }
        #expect(try ledger.facts().isPrivate)
    }

    @Test func everyCommitGoesToTheDisk() throws {
        _ = try WardLedger(opening: folder.store, creating: true)
        let facts = try WardLedger(opening: folder.store).facts()
        #expect(facts.synchronous == 2)
        #expect(facts.journalMode == "wal")
        #expect(facts.isDurable)
    }

    @Test func whatIsNoStoreIsRefused() throws {
        let text = folder.file("text.db")
        try String(repeating: "not a database ", count: 100).write(toFile: text, atomically: true, encoding: .utf8)
        #expect(fault { _ = try WardLedger(opening: text) } == .notADatabase(path: text))
        #expect(fault { _ = try WardLedger(opening: text, creating: true) } == .notADatabase(path: text))

        let empty = folder.file("empty.db")
        try Data().write(to: URL(fileURLWithPath: empty))
        #expect(fault { _ = try WardLedger(opening: empty) } == .notADatabase(path: empty))
        #expect(throws: Never.self) { try WardLedger(opening: empty, creating: true) }
    }

    @Test func anotherProgramsDatabaseIsLeftAlone() throws {
        let ledger = try WardLedger(opening: folder.store, creating: true)
        try ledger.sql("PRAGMA application_id = 7")
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.store))
        #expect(
            fault { _ = try WardLedger(opening: folder.store, creating: true) } == .notADatabase(path: folder.store))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == before)
    }

    @Test func aStoreOfANewerProgramIsRefused() throws {
        let ledger = try WardLedger(opening: folder.store, creating: true)
        let known = StoreVersion.current.number
        for found in [known + 1, known + 1000] {
            try ledger.sql("PRAGMA user_version = \(found)")
            let expected = LedgerFault.newerSchema(found: found, known: known)
            #expect(fault { _ = try WardLedger(opening: folder.store) } == expected)
        }
    }

    @Test func aReadOnlyStoreShowsTheWardAndRecordsNothing() throws {
        let terminal = try Terminal(folder.store).setUp()
        _ = try terminal.admit("Li Na", bed: "3")
        let reader = try WardLedger(opening: folder.store, for: .reading)
        _ = try reader.catchUp()
        #expect(reader.ward == terminal.ledger.ward)
        let add = terminal.envelope(AddBed(bed: "x1"))
        let found = fault {
            _ = try reader.record(
                add, rules: terminal.rules, now: terminal.clock.reading, offset: Terminal.offset)
        }
        #expect(found == .readOnly)
        #expect(reader.ward == terminal.ledger.ward)
    }

    /// A link to nowhere in place of SQLite's shared memory stands for a disk on which nothing can be written.
    @Test func aStoreIsReadAlsoWhereNothingCanBeWrittenBesideIt() throws {
        try {
            let terminal = try Terminal(folder.store).setUp()
            _ = try terminal.admit("Li Na", bed: "3")
        }()
        try FileManager.default.createSymbolicLink(atPath: folder.store + "-shm", withDestinationPath: "no/such")

        let reader = try WardLedger(opening: folder.store, for: .reading)
        _ = try reader.catchUp()
        #expect(reader.ward.admissions.count == 1)
        #expect(try reader.entries().count == Int(reader.head.sequence))
        #expect(WardLedger.verify(folder.store).isWhole)
        let copy = folder.file("copy.db")
        #expect(try reader.backup(to: copy) == reader.head)
        #expect(fault { _ = try WardLedger(opening: folder.store) } == .io("unable to open \(folder.store)"))
    }

    /// As after a power cut: nobody must take the ward for what it was before its last entries.
    @Test func aStoreWithoutItsLastEntriesIsNotRead() throws {
        let terminal = try Terminal(folder.store).setUp()
        let cut = folder.file("a b#?.db")
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: terminal.ledger.path + suffix, toPath: cut + suffix)
        }
        try FileManager.default.createSymbolicLink(atPath: cut + "-shm", withDestinationPath: "no/such")

        #expect(fault { _ = try WardLedger(opening: cut, for: .reading) } == .logNotReadable(path: cut))
        #expect(WardLedger.verify(cut).fault == .unreadable(.logNotReadable(path: cut)))
    }

    @Test func aDeletedStoreIsNoticedBeforeAnythingIsLost() throws {
        let terminal = try Terminal(folder.store).setUp()
        try FileManager.default.moveItem(atPath: folder.store, toPath: folder.file("away.db"))
        #expect(fault { try terminal.give(AddBed(bed: "x1")) } == .missing(path: folder.store))
        #expect(fault { _ = try terminal.ledger.catchUp() } == .missing(path: folder.store))
        try Terminal(folder.store).give(SetUpWard(name: "Another ward", beds: ["1"]), by: nil)
        #expect(fault { try terminal.give(AddBed(bed: "x1")) } == .replaced(path: folder.store))
        #expect(fault { _ = try terminal.ledger.catchUp() } == .replaced(path: folder.store))
    }

    @Test func aTerminalGoesOnWhereTheSameLedgerTookThePlaceOfItsFile() throws {
        let terminal = try Terminal(folder.store).setUp()
        try terminal.ledger.backup(to: folder.file("backup.db"))
        try terminal.give(AddBed(bed: "x1"))
        for suffix in ["", "-wal", "-shm"] {
            try FileManager.default.moveItem(
                atPath: folder.store + suffix, toPath: folder.file("away.db\(suffix)"))
        }
        try FileManager.default.moveItem(atPath: folder.file("backup.db"), toPath: folder.store)
        #expect(fault { try terminal.give(AddBed(bed: "x2")) } == .replaced(path: folder.store))
        let news = try terminal.ledger.catchUp()
        #expect(news.isReadAnew && news.restored)
        #expect(terminal.ledger.ward == (try WardLedger(opening: folder.store).ward))
        try terminal.give(AddBed(bed: "x2"))
        #expect(try WardLedger(opening: folder.store).head == terminal.ledger.head)
        #expect(WardLedger.verify(folder.store).isWhole)
    }

    @Test func networkFileSystemsAreRefused() {
        let mounts = """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            30 22 0:41 / /mnt/nas rw,relatime shared:5 - nfs4 nas:/ward rw,vers=4.2
            31 22 0:42 / /home/w/far rw,nosuid - fuse.sshfs w@far:/ rw
            32 22 0:43 / /mnt/my\\040disk rw - cifs //pc/disk rw
            33 30 8:2 / /mnt/nas/local rw - xfs /dev/sdb1 rw
            """
        let expected = [
            ("/srv/ward.db", "ext4"), ("/mnt/nas/ward.db", "nfs4"), ("/mnt/nas2/ward.db", "ext4"),
            ("/home/w/far/a/ward.db", "fuse.sshfs"), ("/mnt/my disk/ward.db", "cifs"),
            ("/mnt/nas/local/ward.db", "xfs"),
        ]
        for (path, kind) in expected {
            #expect(FileSystem.kind(of: path, in: mounts) == kind, "\(path)")
            #expect(FileSystem.isNetwork(kind) == ["nfs4", "fuse.sshfs", "cifs"].contains(kind))
        }
    }

    @Test(arguments: [
        LedgerFault.busy, .diskFull, .readOnly, .logNotReadable(path: "p"), .missing(path: "p"), .replaced(path: "p"),
        .exists(path: "p"),
        .notADatabase(path: "p"), .newerSchema(found: 2, known: 1), .olderSchema(found: 1, known: 2),
        .corrupt("x"), .rowsDamaged("x"), .networkFileSystem("nfs"),
        .permission(path: "p"), .io("x"), .foldFault(sequence: 7, .impossible("x")), .unverified(.changed(7)),
    ])
    func everyFaultSaysWhatToDoInBothLanguages(_ fault: LedgerFault) {
        #expect(!fault.text.en.isEmpty && !fault.text.zhHans.isEmpty)
        #expect(fault.text.en != fault.text.zhHans)
        #expect(!fault.code.isEmpty)
    }
}
