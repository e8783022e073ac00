import Foundation
import Testing

@testable import WardLedger
@testable import matrona

/// `ledger`, `backup` and `restore` by the built program.
@Suite struct LedgerCommandTests {
    @Test func showTellsOneStreamALineAnEntry() throws {
        let program = try BuiltProgram.ward()
        let roster = try program.run("ledger", "show", "--stream", "roster").output.split(separator: "\n")
        #expect(roster.count == 8)
        #expect(roster.allSatisfy { $0.contains("roster") })
        let all = try program.run("ledger", "show").output.split(separator: "\n")
        #expect(all.count == 9)
        #expect(all.first?.contains("wardSetUp") == true)
        try program.run("ledger", "show", "--stream", "elsewhere").expectFailure(64, "--stream")
        #expect(try program.run("ledger", "show", "--stream", "admission/none").output.isEmpty)
    }

    @Test func showSaysWhyAnEntryCameLate() throws {
        let program = try BuiltProgram.ward()
        try program.run("apply", input: #"{"do":"bed.add","by":"C3001","bed":"x1","at":"-20","reason":"power cut"}"#)
            .expectDone()
        let shown = try program.run("ledger", "show", "--stream", "ward").output
        #expect(shown.contains("(entered later: power cut)") || shown.contains("（补录：power cut）"))
    }

    @Test func followGoesOnWithWhatOthersRecord() throws {
        let program = try BuiltProgram.ward()
        let following = program.process(["ledger", "show", "--stream", "ward", "--follow"])
        let said = Pipe()
        following.standardOutput = said
        try following.run()
        defer { kill(following.processIdentifier, SIGKILL) }
        var text = ""
        func hear(_ word: String) {
            while !text.contains(word) {
                let data = said.fileHandleForReading.availableData
                guard !data.isEmpty else { return }
                text += String(decoding: data, as: UTF8.self)
            }
        }
        hear("wardSetUp")
        try program.run("apply", input: #"{"do":"bed.add","by":"C3001","bed":"77"}"#).expectDone()
        hear("bedAdded")
        #expect(text.split(separator: "\n").count == 2)
        #expect(text.contains("77"))
    }

    @Test func aBackupIsWholeWhileOthersRecord() throws {
        let program = try BuiltProgram.ward()
        let recording = program.process(["apply", "-"])
        let (lines, answers) = (Pipe(), Pipe())
        recording.standardInput = lines
        recording.standardOutput = answers
        try recording.run()
        let note = Data((#"{"do":"access.note","by":"W1001","act":"signedIn"}"# + "\n").utf8)
        for _ in 1...50 { try lines.fileHandleForWriting.write(contentsOf: note) }
        _ = answers.fileHandleForReading.availableData
        let backup = try program.run("backup", "copy.db")
        backup.expectDone()
        for _ in 1...50 { try lines.fileHandleForWriting.write(contentsOf: note) }
        try lines.fileHandleForWriting.close()
        let answered = answers.fileHandleForReading.readDataToEndOfFile()
        recording.waitUntilExit()
        #expect(recording.terminationStatus == 0)
        #expect(!answered.isEmpty)

        let head = backup.output.trimmingCharacters(in: .whitespacesAndNewlines)
        try program.run("ledger", "verify", "--store", "copy.db", "--head", head).expectDone()
        try program.run("ledger", "verify", "--head", head).expectDone()
        let exported = try program.run("ledger", "export").rows
        #expect(exported.count { $0["kind"] as? String == "accessNoted" } == 100)
    }

    @Test func aHeadThatWasKeptShowsWhatWasCutOff() throws {
        let program = try BuiltProgram.ward()
        let head = try program.run("backup", "copy.db").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let sequence = try #require(head.split(separator: ":").first)
        try program.run("restore", "copy.db").expectDone()
        let other = "\(sequence):" + String(repeating: "0", count: 64)
        try program.run("ledger", "verify", "--head", other).expectFailure(65, "kept head")
        try program.run("ledger", "verify", "--head", "99:" + String(repeating: "0", count: 64))
            .expectFailure(65, "cut off")
    }

    @Test(.enabled(if: StoreHolder.isHere))
    func damagedRowsAreNamedAndRebuilt() throws {
        let program = try BuiltProgram.ward()
        try program.run("apply", input: #"{"do":"mother.admit","by":"W1001","name":"李娜","bed":"3"}"#).expectDone()
        try sqlite(program, "UPDATE admission SET place = 'moon'")
        try program.run("list", "mothers").expectFailure(65, "ledger rebuild")
        try program.run("ledger", "rebuild").expectDone()
        #expect(try program.run("list", "mothers", "--format", "json").rows.count == 1)
    }

    /// Lists of a store that an older program wrote are whole, whoever asks first; a script is told why it waits.
    @Test(.enabled(if: StoreHolder.isHere))
    func aStoreOfAnOlderFormIsListedWhole() throws {
        let program = try BuiltProgram.ward()
        try program.run("apply", input: #"{"do":"mother.admit","by":"W1001","name":"李娜","bed":"3"}"#).expectDone()
        let known = StoreVersion.current
        let older = StoreVersion(steps: known.steps, form: known.form - 1).number
        try sqlite(program, "UPDATE admission SET name = 'old'; PRAGMA user_version = \(older)")
        let first = try program.run("list", "mothers", "--format", "json")
        #expect(first.errors.contains("Bringing the store up to this version"))
        #expect(first.rows.map { $0["name"] as? String } == ["李娜"])
        #expect(try program.run("list", "mothers").errors.isEmpty)
    }

    private func sqlite(_ program: BuiltProgram, _ statements: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [program.store, statements]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func aStoreIsForItsAccountOrForItsGroup() throws {
        let program = try BuiltProgram.ward()
        func mode(_ path: String) throws -> Int {
            try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
        }
        #expect(try mode(program.store) == 0o600)
        let shared = program.folder.path + "/shared"
        try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: true)
        #expect(chmod(shared, 0o2770) == 0)
        let store = shared + "/ward.db"
        try program.run("setup", "--ward", "B", "--beds", "1", "--pin", "2468", "--store", store).expectDone()
        #expect(try mode(store) == 0o660)
        try program.run("backup", "copy.db").expectDone()
        #expect(try mode(program.folder.path + "/copy.db") == 0o600)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func aShellLearnsTheWords(_ shell: String) throws {
        let script = try BuiltProgram().run("--generate-completion-script", shell)
        script.expectDone()
        for word in ["matrona", "apply", "ledger", "verify", "caesareans"] {
            #expect(script.output.contains(word), "\(shell): \(word)")
        }
    }
}
