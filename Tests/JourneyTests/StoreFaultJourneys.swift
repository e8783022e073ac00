import Foundation
import Testing

/// The store fails under an open program: one clear line, what was typed is kept, and it is recorded once the store is
/// back.
@Suite(.serialized)
struct StoreFaultJourneys {
    @Test func aMissingStoreIsWaitedFor() throws {
        try outlast("There is no store at") { ward in
            try FileManager.default.moveItem(atPath: ward.store, toPath: ward.store + ".away")
        } mend: { ward in
            try FileManager.default.moveItem(atPath: ward.store + ".away", toPath: ward.store)
        }
    }

    @Test func aBusyStoreIsWaitedFor() throws {
        var holder: StoreHolder?
        try outlast("The store is busy") { ward in
            holder = try StoreHolder(of: ward.store)
        } mend: { _ in
            try holder?.release()
        }
    }

    @Test func aStoreOfANewerProgramIsNotTouched() throws {
        var known = ""
        try outlast("The store is of version 999") { ward in
            known = try sqlite(ward.store, "PRAGMA user_version")
            _ = try sqlite(ward.store, "PRAGMA user_version = 999")
        } mend: { ward in
            _ = try sqlite(ward.store, "PRAGMA user_version = \(known)")
        }
    }

    @Test(.enabled(if: SmallDisk.canBeMounted, "mounting needs the rights of root"))
    func aFullDiskIsWaitedFor() throws {
        let disk = try SmallDisk(megabytes: 4)
        try outlast("The disk is full", ward: WardFolder(at: disk.path + "/ward")) { _ in
            try disk.fill()
        } mend: { _ in
            try disk.clear()
        }
    }

    @Test func aClockStartedWhileTheStoreIsBusyKeepsTheInstantOfItsKey() throws {
        let ward = try WardFolder()
        let (terminal, holder, pressed) = try clockNotSaved(ward)
        try terminal.wait(for: "00:03 29:57 left")
        try holder.release()
        try terminal.wait(whileShown: "NOT SAVED")
        try terminal.wait(for: "DDI ?")

        let listed = try ward.run(["list", "caesareans", "--format", "json"])
        let decided = try #require(listed.firstMatch(of: /"decidedAt": ?"([^"]+)"/)?.1)
        let moment = try #require(try? Date(String(decided), strategy: .iso8601))
        #expect(abs(moment.timeIntervalSince(pressed)) < 2)
    }

    /// The seconds of the clock that is not saved, which is not the only one.
    private func hers(in screen: String) -> Int { ClockReader.clock(after: "NOT SAVED 未保存 DDI ?", in: screen) ?? 0 }

    /// Another woman's clock runs; hers is started and marked while somebody else holds the store.
    @Test func aSecondClockWhileTheStoreIsBusyTakesItsOwnMarks() throws {
        let ward = try WardFolder()
        try ward.setUp()
        try ward.apply(
            #"{"do":"mother.admit","by":"W1001","name":"Ana Ruiz","mrn":"ZY1","bed":"1"}"#,
            #"{"do":"mother.admit","by":"W1001","name":"Maria Lopez","mrn":"ZY2","bed":"2"}"#,
            #"{"do":"caesarean.decide","by":"W1001","mrn":"ZY1"}"#)
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        try terminal.signIn("W1001", "王敏 midwife")
        try terminal.press("1")
        try terminal.press("Home")
        try terminal.press("Down")
        let holder = try StoreHolder(of: ward.store)
        try terminal.press("!")
        try terminal.wait(for: "bed 2 M* L*")
        try terminal.press("c")
        try terminal.wait(for: "NOT SAVED 未保存 DDI ?")
        try terminal.wait(until: "her clock stands at 3") { hers(in: $0) >= 3 }
        try terminal.press("Space")
        try terminal.wait(for: "NOT SAVED: team called")
        try terminal.wait(until: "her clock stands at 6") { hers(in: $0) >= 6 }
        try holder.release()
        try terminal.wait(whileShown: "NOT SAVED")

        let recorded = try sqlite(
            ward.store,
            """
            SELECT kind, occurredUptime / 1000000000, recordedAt - occurredAt > 2000 FROM entry
            WHERE stream = 'admission/' || (SELECT id FROM admission WHERE mrn = 'ZY2') AND terminal = 'T-01'
            ORDER BY sequence
            """)
        let entries = recorded.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
        #expect(entries.map(\.first) == ["caesareanDecided", "milestoneMarked"])
        #expect(entries.map(\.last) == ["1", "1"], "both keep the time of their key: \(recorded)")
        let seconds = entries.compactMap { Int($0[1]) }
        #expect(seconds.count == 2 && (2...5).contains(seconds[1] - seconds[0]), "\(recorded)")
        let others = "SELECT count(*) FROM entry WHERE kind = 'milestoneMarked'"
        #expect(try sqlite(ward.store, others) == "1")
        try ward.run(["ledger", "verify"])
    }

    @Test func aProgramKilledBetweenKeyAndCommitLeavesAWholeStoreAndNoClock() throws {
        let ward = try WardFolder()
        let (terminal, holder, _) = try clockNotSaved(ward)
        let program = try terminal.processID()
        kill(program, SIGKILL)
        try terminal.wait(until: "the program is gone") { _ in kill(program, 0) != 0 }
        try holder.release()

        try ward.run(["ledger", "verify"])
        let again = try ward.open()
        try again.wait(for: "live")
        #expect(try !again.screen().contains("DDI"))
        #expect(try ward.run(["list", "caesareans", "--format", "json"]).contains("decidedAt") == false)
    }

    /// A story that ended can't be read any more: what is open is shown and recorded, and the screen says what is not.
    @Test func aPastThatCantBeBroughtUpIsNamedWhileTheWardWorks() throws {
        let ward = try WardFolder()
        try ward.setUp()
        try ward.apply(
            #"{"do":"mother.admit","by":"W1001","name":"Ana Past","mrn":"ZY1"}"#,
            #"{"do":"mother.depart","by":"W1001","mrn":"ZY1","to":"home"}"#,
            #"{"do":"mother.admit","by":"W1001","name":"Maria Lopez","bed":"3"}"#)
        let sequence = try sqlite(ward.store, "SELECT min(sequence) FROM entry WHERE stream LIKE 'admission/%'")
        let version = try #require(Int(try sqlite(ward.store, "PRAGMA user_version")))
        _ = try sqlite(
            ward.store,
            """
            DROP TRIGGER entryIsNeverChanged; UPDATE entry SET payload = 'x' WHERE sequence = \(sequence);
            PRAGMA user_version = \(version - 1000)
            """)
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        try terminal.wait(for: "Lists of the past may lack something. Entry \(sequence) can't be taken in")
        try terminal.signIn("W1001", "王敏 midwife")
        try terminal.wait(for: "M* L*")
    }

    /// Starts a clock while somebody else holds the store: the program, who holds it, and when the key was pressed.
    private func clockNotSaved(_ ward: WardFolder) throws -> (TmuxTerminal, StoreHolder, pressed: Date) {
        try ward.setUp()
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        let holder = try StoreHolder(of: ward.store)
        try terminal.press("!")
        try terminal.wait(for: "EMERGENCY")
        let pressed = Date()
        try terminal.press("c")
        try terminal.wait(for: "NOT SAVED 未保存 DDI ?")
        try terminal.wait(for: "left unknown woman")
        return (terminal, holder, pressed)
    }

    /// A store that can't be read any more is named under the open form; with the backup in its place the program goes
    /// on, and records what waited.
    @Test func aStoreThatIsDamagedIsNamedAndRestored() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let backup = ward.store + ".backup"
        try ward.run(["backup", backup])
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        try terminal.signIn("W1001", "王敏 midwife")
        try terminal.press("n")
        try terminal.wait(for: "Admit a mother")
        try terminal.type("Maria Lopez")
        try #require(FileHandle(forWritingAtPath: ward.store)).write(contentsOf: Data(repeating: 0xA5, count: 200_000))
        try terminal.press("Enter")
        try terminal.wait(for: "The store is damaged")
        #expect(try terminal.screen().contains("Maria Lopez"))

        #expect(try ward.run(["restore", backup]).contains(".damaged"))
        try terminal.wait(for: ": admitted")
        try ward.run(["ledger", "verify"])
        #expect(try ward.run(["list", "mothers"]).contains("Maria Lopez"))
    }

    /// Types an admission, breaks the store, sends it, and expects the fault, the text, and after the mending the entry.
    private func outlast(
        _ fault: String, ward given: WardFolder? = nil, cause: (WardFolder) throws -> Void,
        mend: (WardFolder) throws -> Void
    ) throws {
        let ward = try given ?? WardFolder()
        try ward.setUp()
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        try terminal.signIn("W1001", "王敏 midwife")
        try terminal.press("n")
        try terminal.wait(for: "Admit a mother")
        try terminal.type("Maria Lopez")
        try cause(ward)
        try terminal.press("Enter")
        try terminal.wait(for: fault)
        try terminal.wait(for: "Maria Lopez")
        #expect(try !terminal.screen().contains(": admitted"))

        try mend(ward)
        try terminal.wait(for: ": admitted")
        try terminal.wait(whileShown: fault)
        try ward.run(["ledger", "verify"])
        let mothers = try ward.run(["list", "mothers", "--format", "json"])
        #expect(mothers.components(separatedBy: "Maria Lopez").count == 2)
    }
}

private func sqlite(_ store: String, _ statement: String) throws -> String {
    let done = try Command("/usr/bin/sqlite3", [store, statement])
    #expect(done.status == 0, "\(done.error)")
    return done.output.trimmingCharacters(in: .whitespacesAndNewlines)
}

/// Another program that has begun to write and does not end.
private struct StoreHolder {
    private let terminal: TmuxTerminal

    init(of store: String) throws {
        terminal = try TmuxTerminal(["sqlite3", "-cmd", "BEGIN IMMEDIATE", "-cmd", "SELECT 'held' || 1", store])
        try terminal.wait(for: "held1")
    }

    func release() throws {
        try terminal.type(".quit")
        try terminal.press("Enter")
        try terminal.wait(for: "[exit 0]")
    }
}

/// A disk of a few megabytes, in memory.
private final class SmallDisk {
    let path = NSTemporaryDirectory() + "matrona-disk-\(UUID().uuidString)"
    private var filler: String { path + "/filler" }

    static let canBeMounted: Bool = {
        guard let disk = try? SmallDisk(megabytes: 1) else { return false }
        return FileManager.default.fileExists(atPath: disk.path)
    }()

    init(megabytes: Int) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let done = try Command("/bin/mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m", "matrona", path])
        guard done.status == 0 else {
            try FileManager.default.removeItem(atPath: path)
            throw JourneyEnded()
        }
    }

    deinit {
        _ = try? Command("/bin/umount", ["-l", path])
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes until nothing more fits.
    func fill() throws {
        _ = try Command("/bin/dd", ["if=/dev/zero", "of=\(filler)", "bs=1k"])
    }

    func clear() throws {
        try FileManager.default.removeItem(atPath: filler)
    }
}
