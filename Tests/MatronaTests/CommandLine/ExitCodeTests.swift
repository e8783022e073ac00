import Foundation
import Testing

@testable import matrona

@Suite struct ExitCodeTests {
    @Test func wrongArgumentsAreUsage() throws {
        let program = try BuiltProgram()
        try program.run("--bogus").expectFailure(64, "--bogus")
        try program.run("list", "horses").expectFailure(64, "horses")
        try program.run("list", "mothers", "--from", "2026-02-30").expectFailure(64, "2026-02-30")
        try program.run("setup", "--ward", "A", "--beds", "1", "--pin", "12").expectFailure(64, "4 to 12 digits")
        try program.run("setup", "--ward", "A", "--beds", "1").expectFailure(64, "--pin")
        try program.run("ledger", "verify", "--head", "7").expectFailure(64, "--head")
    }

    @Test func whatIsNotThereIsNoInput() throws {
        let program = try BuiltProgram()
        try program.run("list", "mothers").expectFailure(66, "matrona setup")
        try program.run("ledger", "verify").expectFailure(66, "There is no store")
        try program.run("import", "mothers", "none.csv").expectFailure(66, "none.csv")
        try program.run("apply", "none.jsonl").expectFailure(66, "none.jsonl")
        try program.run("theme", "check", "none.toml").expectFailure(66, "none.toml")
        try program.run("drill", "show", "none").expectFailure(66, "none")
        try program.run("restore", "none.db").expectFailure(66, "none.db")
    }

    @Test func badDataIsNamed() throws {
        let program = try BuiltProgram.ward()
        try program.run("setup", "--ward", "B", "--beds", "1", "--pin", "2468").expectFailure(65, "set up already")
        try program.run("import", "mothers", "-").expectFailure(65, "standard input is empty")
        try program.run("import", "mothers", "-", input: "a,b\n1,2\n").expectFailure(65, "住院号")
        let binary = try program.folder.write("list.xlsx", [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00])
        try program.run("import", "mothers", binary).expectFailure(65, "is not text")
        let theme = try program.folder.write("mine.toml", "name = \"mine\"\ncolour = 1\n")
        let checked = try program.run("theme", "check", theme)
        checked.expectFailure(65, "mine.toml")
        #expect(checked.output.contains("mine.toml:2: "))
        let drill = try program.folder.write("drill.toml", "kind = \"drill\"\nid = 7\n")
        let faulty = try program.run("drill", "check", drill)
        faulty.expectFailure(65, "drill.toml")
        #expect(faulty.output.contains("drill.toml:2: "))
        let store = try program.folder.write("note.db", "this is no database, whatever its name says")
        try program.run("list", "mothers", "--store", store).expectFailure(65, "not a Matrona store")
    }

    @Test func whatARoleMayNotDoIsNotAllowed() throws {
        let program = try BuiltProgram.ward()
        try program.run("staff", "add", "--badge", "X1", "--name", "X", "--role", "nurse", "--by", "W1001")
            .expectFailure(77, "may not record")
        try program.run("staff", "retire", "--badge", "W1001").expectDone()
        try program.run("staff", "retire", "--badge", "W1001").expectFailure(77, "retired")
    }

    @Test func aBackupIsNotOverwrittenAndARestoreIsVerified() throws {
        let program = try BuiltProgram.ward()
        let backup = try program.run("backup", "copy.db")
        backup.expectDone()
        try program.run("backup", "copy.db").expectFailure(74, "copy.db")
        let head = backup.output.trimmingCharacters(in: .whitespacesAndNewlines)
        try program.run("staff", "retire", "--badge", "W1001").expectDone()
        try program.run("ledger", "verify", "--head", head).expectDone()
        try program.run("restore", "copy.db").expectDone()
        let restored = try program.run("ledger", "verify")
        #expect(restored.output.contains(head))
        let junk = try program.folder.write("junk.db", "nothing of the sort")
        try program.run("restore", junk).expectFailure(65, "junk.db")
        try program.run("ledger", "verify", "--head", head).expectDone()
    }

    @Test(.enabled(if: StoreHolder.isHere))
    func aStoreThatSomebodyHoldsIsBusy() throws {
        let program = try BuiltProgram.ward()
        let holder = try StoreHolder(program.store)
        holder.run("BEGIN IMMEDIATE;")
        try program.run("apply", input: #"{"do":"bed.add","by":"C3001","bed":"7"}"#).expectFailure(75, "Line 1")
        holder.run("ROLLBACK;")
        try program.run("apply", input: #"{"do":"bed.add","by":"C3001","bed":"7"}"#).expectDone()
    }

    /// A nightly export on a full disk must not look done.
    @Test(arguments: [
        ["ledger", "export"], ["list", "mothers"], ["apply"], ["ledger", "verify"], ["backup", "copy.db"],
    ])
    func outputThatCanNotBeWrittenIsNoSuccess(arguments: [String]) throws {
        let program = try BuiltProgram.ward()
        let process = program.process(arguments)
        let errors = Pipe()
        let input = try program.folder.write("lines", #"{"do":"bed.add","by":"C3001","bed":"7"}"#)
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 74)
        #expect(said.contains("could not be written") && said.split(separator: "\n").count == 1, "\(said)")
    }

    @Test func aFolderThatIsNotThereIsNamed() throws {
        let program = try BuiltProgram.ward()
        try program.run("backup", "none/copy.db").expectFailure(74, "There is no folder none")
        try program.run("backup", "copy.db").expectDone()
        try program.run("restore", "copy.db", "--store", "none/ward.db").expectFailure(74, "There is no folder none")
        try program.run("list", "mothers", "--store", program.folder.path).expectFailure(65, "not a Matrona store")
    }

    @Test func whoImportsIsAskedForOnce() throws {
        let program = try BuiltProgram.ward()
        let list = "住院号,姓名,孕次\nZY1,李娜,２\nZY2,周敏,1\n"
        try program.run("import", "mothers", "-", "--by", "NOPE", input: list).expectFailure(65, "NOPE")
        try program.run("import", "mothers", "-", "--by", "W1001", input: list).expectDone()
        let rows = try program.run("list", "mothers", "--format", "json").rows
        #expect(rows.first { $0["mrn"] as? String == "ZY1" }?["gravida"] as? Int == 2)
    }

    @Test(arguments: [
        (["--ward", "", "--beds", "1"], 64, "--ward is empty"), (["--ward", "A", "--beds", ","], 64, "--beds"),
        (["--ward", "A", "--beds", "1", "--name", "\u{200B}"], 64, "--name is empty"),
        (["--ward", "A", "--beds", "1,1"], 65, "bed 1 already"),
    ])
    func aRefusedSetUpNamesItsOptionAndLeavesNothing(arguments: [String], code: Int32, said: String) throws {
        let program = try BuiltProgram()
        let run = try program.run(all: ["setup", "--pin", "2468"] + arguments)
        #expect(run.status == code)
        #expect(run.errors.contains(said), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/data"))
        try program.run("list", "mothers").expectFailure(66, "matrona setup")
    }

    @Test(arguments: [(0o777, true), (0o700, false)])
    func setUpWarnsOfAFolderThatIsOpenToAll(mode: Int, warns: Bool) throws {
        let program = try BuiltProgram()
        let folder = URL(fileURLWithPath: program.store).deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder)
        let run = try program.run("setup", "--ward", "A", "--beds", "1", "--pin", "2468")
        run.expectDone()
        #expect(run.errors.contains("anybody may delete or replace it; chmod 700 \(folder)") == warns, "\(run.errors)")
    }

    @Test func theHelpOfApplySaysWhatMayBeCorrected() throws {
        let help = try BuiltProgram().run("apply", "--help").output
        #expect(help.contains("newbornBorn: apgar, cordClamps, mode"), "\(help.suffix(2000))")
    }

    @Test func messagesComeInTheLanguageOfTheLocale() throws {
        let program = try BuiltProgram()
        try program.run("list", "mothers", environment: ["LANG": "zh_CN.UTF-8"]).expectFailure(66, "没有数据库")
    }

    @Test func helpAndVersionAreNoFailure() throws {
        let program = try BuiltProgram()
        let version = try program.run("--version")
        version.expectDone()
        #expect(version.output == "\(Matrona.version)\n")
        let help = try program.run("--help")
        help.expectDone()
        #expect(help.output.contains("SUBCOMMANDS"))
        try program.run("--generate-completion-script", "bash").expectDone()
    }
}
