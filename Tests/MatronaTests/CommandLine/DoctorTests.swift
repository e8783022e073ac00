import Foundation
import Testing

/// `doctor` by the built program.
@Suite struct DoctorTests {
    @Test(arguments: [
        (0o700, "OK  file modes  600, 700"), (0o775, "OK  file modes  600, 775"),
        (0o777, "!!  file modes  600, 777: anybody may delete or replace it; chmod 700 "),
        (0o1777, "!!  file modes  600, 1777: anybody may delete or replace it; chmod 700 "),
    ])
    func aFolderThatIsOpenToAllIsNamed(mode: Int, line: String) throws {
        let program = try BuiltProgram.ward()
        let folder = URL(fileURLWithPath: program.store).deletingLastPathComponent().path
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder)
        let said = try program.run("doctor", environment: ["LANG": "en_US.UTF-8"]).output
        #expect(said.contains(line + (line.hasSuffix(" ") ? folder : "")), "\(said)")
    }

    @Test(arguments: [
        (nil, "OK  theme       daylight"), ("night-shift", "OK  theme       night-shift"),
        ("dusk.toml", "!!  theme "), ("mine.toml", "mine.toml:4: 'due' has a contrast of "),
    ])
    func theThemeOfTheSettingsIsRead(theme: String?, line: String) throws {
        let program = try BuiltProgram.ward()
        let folder = program.folder.path
        let faint = "name = \"mine\"\ninherits = \"daylight\"\n[styles]\ndue = { fg = \"#c0c0c0\" }\n"
        _ = try program.folder.write("mine.toml", faint)
        try FileManager.default.createDirectory(atPath: folder + "/config/matrona", withIntermediateDirectories: true)
        let path = theme.map { $0.hasSuffix(".toml") ? "\(folder)/\($0)" : $0 }
        _ = try program.folder.write("config/matrona/config.toml", path.map { "theme = \"\($0)\"\n" } ?? "")
        let said = try program.run("doctor", environment: ["LANG": "en_US.UTF-8"]).output
        #expect(said.contains(line), "\(said)")
    }

    @Test func aClockThatATestMovesIsNamed() throws {
        let program = try BuiltProgram.ward()
        let steps = program.folder.path + "/step"
        try "3600".write(toFile: steps, atomically: true, encoding: .utf8)
        let moved = ["LANG": "en_US.UTF-8", "MATRONA_CLOCK_STEP_FILE": steps]
        #expect(try program.run("doctor", environment: moved).output.contains("unset MATRONA_CLOCK_STEP_FILE"))
        let said = try program.run("doctor", environment: ["LANG": "en_US.UTF-8"]).output
        #expect(!said.contains("MATRONA_CLOCK_STEP_FILE"))
    }

    @Test func whatIsWrongIsSaidInOneLineThatHarmsNoTerminal() throws {
        let program = try BuiltProgram.ward()
        let said = try program.run("--store", "no\u{1B}[31mpe\nx", "list", "mothers").errors
        #expect(said.hasPrefix("matrona: "))
        #expect(said.count { $0 == "\n" } == 1 && said.hasSuffix("\n"))
        #expect(!said.contains("\u{1B}") && said.contains("nope x"))
    }
}
