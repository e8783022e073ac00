import Foundation
import Testing
import WardDomain

@testable import matrona

/// `import mothers` by the built program.
@Suite struct ImportTests {
    private static let list = "住院号,姓名,床号\nZY1,李娜,1\nZY2,欧阳·㐀,2\n"

    @Test func theSameFileTwiceAdmitsNobodyTwice() throws {
        let program = try BuiltProgram.ward()
        let file = try program.folder.write("list.csv", Self.list)
        let first = try program.run("import", "mothers", file)
        first.expectDone()
        #expect(first.output.contains("2 admitted, 0 here before, 0 refused"))
        let second = try program.run("import", "mothers", file)
        second.expectDone()
        #expect(second.output.contains("0 admitted, 2 here before, 0 refused"))
        #expect(try program.run("list", "mothers", "--format", "json").rows.count == 2)
    }

    @Test func utf8WithAByteOrderMarkAndGB18030AreOneList() throws {
        let program = try BuiltProgram.ward()
        let marked = try program.folder.write("marked.csv", [0xEF, 0xBB, 0xBF] + Array(Self.list.utf8))
        try program.run("import", "mothers", marked).expectDone()
        let national = try #require(Self.list.data(using: String.Encoding(rawValue: 0x8000_0632)))
        let file = try program.folder.write("national.csv", national)
        let again = try program.run("import", "mothers", file)
        again.expectDone()
        #expect(again.output.contains("2 here before"))
        let names = try program.run("list", "mothers", "--format", "json").rows.compactMap { $0["name"] as? String }
        #expect(Set(names) == ["李娜", "欧阳·㐀"])
    }

    /// The same name is the same however it comes in: what is no text of it is left out, what its script needs stays.
    @Test func aNameIsKeptAlikeByEveryWay() throws {
        let program = try BuiltProgram.ward()
        let (typed, name) = ("می\u{200C}خواهم\u{1B}[31m\u{200B}", "می\u{200C}خواهم")
        let file = try program.folder.write("list.csv", "mrn,name\nZY1,\(typed)\n")
        try program.run("import", "mothers", file).expectDone()
        let line = try JSONSerialization.data(
            withJSONObject: ["do": "mother.admit", "by": "W1001", "mrn": "ZY2", "name": typed])
        try program.run("apply", input: String(decoding: line, as: UTF8.self)).expectDone()
        try program.run("staff", "add", "--badge", "X1", "--name", typed, "--role", "nurse").expectDone()

        let mothers = try program.run("list", "mothers", "--format", "json").rows.compactMap { $0["name"] as? String }
        #expect(mothers.map { Array($0.unicodeScalars) } == Array(repeating: Array(name.unicodeScalars), count: 2))
        let staff = try program.run("staff", "list", "--format", "json").rows.compactMap { $0["name"] as? String }
        #expect(staff.contains { Array($0.unicodeScalars) == Array(name.unicodeScalars) })
    }

    /// A list that is wrong from end to end is answered in a page, and is bad data; good rows make it a list with faults.
    @Test(arguments: [("", 65), ("ZY1,李娜,2026-12-04\n", 1)])
    func manyRowsOfOneFaultAreCounted(good: String, status: Int32) throws {
        let program = try BuiltProgram.ward()
        let bad = (2...31).map { "ZY\($0),周敏,\($0).13.2026\n" }.joined()
        let file = try program.folder.write("bad.csv", "mrn,name,dueDate\n" + bad + ",李娜,\n" + good)
        let run = try program.run("import", "mothers", file, environment: ["LANG": "en_US.UTF-8"])
        #expect(run.status == status, "\(run.errors)")
        #expect(run.output.split(separator: "\n").count { $0.hasPrefix("line ") && $0.contains("is no day") } == 20)
        #expect(run.output.contains("\nand 10 more rows, column 3 ("), "\(run.output)")
        #expect(run.output.contains("line 32, column 1 ("), "\(run.output)")
        #expect(run.output.contains("31 refused"))
    }

    @Test func aDryRunRecordsNothing() throws {
        let program = try BuiltProgram.ward()
        let file = try program.folder.write("list.csv", Self.list)
        let dry = try program.run("import", "mothers", file, "--dry-run")
        dry.expectDone()
        #expect(dry.output.contains("2 would be admitted"))
        #expect(try program.run("list", "mothers", "--format", "json").rows.isEmpty)
    }

    /// A list far longer than any ward is stopped where it has admitted too many; what came before stays.
    @Test func aListOfMoreMothersThanAnyWardHasIsStopped() throws {
        let program = try BuiltProgram.ward()
        let rows = (1...9).map { "ZY\($0),Mother \($0)\n" }.joined()
        let file = try program.folder.write("long.csv", "mrn,name\n" + rows)
        let option = try StoreOption.parse(["--store", program.store])
        var importing = MotherImport(
            rows: CSVReader(try ByteSource(path: file)), name: "long.csv",
            store: try WardStore(option, as: .import), by: nil, limit: 4)
        do throws(Failure) {
            _ = try importing.run()
            Issue.record("it was not stopped")
        } catch {
            #expect(error.code == .badData)
            #expect(error.message.en.contains("long.csv, line 6"))
        }
        #expect(try program.run("list", "mothers", "--format", "json").rows.count == 4)
    }

    /// What a long list needs in memory does not grow with it: read from the system once all but its end is read.
    @Test func aLongListIsReadInLittleMemory() throws {
        let program = try BuiltProgram.ward()
        let importing = program.process(["import", "mothers", "-"])
        let list = Pipe()
        importing.standardInput = list
        importing.standardOutput = FileHandle.nullDevice
        importing.standardError = FileHandle.nullDevice
        try importing.run()
        try list.fileHandleForWriting.write(contentsOf: Data("住院号,姓名,预产期,备注\n".utf8))
        let row = "ZY1,李娜,2026-13-45," + String(repeating: "备注", count: 400) + "\n"
        let rows = Data(String(repeating: row, count: 400).utf8)
        for _ in 1...20 { try list.fileHandleForWriting.write(contentsOf: rows) }
        let peak = try Self.peakKilobytes(of: importing.processIdentifier)
        try list.fileHandleForWriting.close()
        importing.waitUntilExit()
        #expect(importing.terminationStatus == 65, "no row of it is good")
        #expect(peak < 64 * 1024, "\(peak) KB")
    }

    private static func peakKilobytes(of process: Int32) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(Int(line.split(separator: " ")[1]))
    }
}
