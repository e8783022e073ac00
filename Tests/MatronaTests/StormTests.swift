import Foundation
import Testing

/// A short storm: random commands over babies from several processes with kills and restarts, audited at every entry.
@Suite struct StormTests {
    @Test func thePromiseHoldsAtEveryEntryOfAShortStorm() throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = BuiltProgram.executable.deletingLastPathComponent()
            .appendingPathComponent("matrona-bench")
        process.arguments = [
            "storm", "--commands", "2000", "--processes", "4", "--babies", "20", "--seed", "7",
        ]
        process.environment = ["TMPDIR": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()

        #expect(process.terminationStatus == 0, "\(said)")
        #expect(said.contains("promise at every entry: held"), "\(said)")
        #expect(said.contains("ledger verify: whole; folded anew: the same"), "\(said)")
    }
}
