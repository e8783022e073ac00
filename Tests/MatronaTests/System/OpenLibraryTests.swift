import Foundation
import Testing

@testable import matrona

/// A hospital's own clinical file that can't be taken: whoever works is told that the shipped one is in force.
@Suite struct OpenLibraryTests {
    private func program(file text: String) throws -> BuiltProgram {
        let program = try BuiltProgram.ward()
        let folder = (program.store as NSString).deletingLastPathComponent + "/library"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/pph.toml"))
        return program
    }

    @Test(arguments: [["list", "mothers"], ["apply", "-"]])
    func aFileWithAFaultIsNamedWithItsLine(_ arguments: [String]) throws {
        let program = try program(file: "kind = \"drill\"\nid = \u{1B}[31m\n")
        let done = try program.run(all: arguments)
        #expect(done.status == 0)
        #expect(done.errors.contains("1 file of the hospital is NOT in force") || done.errors.contains("1 个本院文件未生效"))
        #expect(done.errors.contains("pph.toml:2:"))
        #expect(!done.errors.contains("\u{1B}"))
        #expect(done.errors.split(separator: "\n").count == 1)
    }

    @Test func nothingIsSaidWhereAllAreInForce() throws {
        let program = try BuiltProgram.ward()
        #expect(try program.run("list", "mothers").errors.isEmpty)
    }
}
