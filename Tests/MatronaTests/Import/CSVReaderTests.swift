import Foundation
import Testing

@testable import matrona

@Suite struct CSVReaderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private struct Read: Equatable {
        var rows: [[String]] = []
        var lines: [Int] = []
        var faults: [String] = []
    }

    private func read(_ bytes: some Sequence<UInt8>) throws -> Read {
        var reader = CSVReader(try ByteSource(path: try folder.write("\(UUID().uuidString).csv", bytes)))
        var read = Read()
        while let next = try reader.next() {
            switch next {
            case .success(let row):
                read.rows.append(row.fields)
                read.lines.append(row.line)
            case .failure(let fault): read.faults.append("\(fault.line):\(fault.column ?? 0)")
            }
        }
        return read
    }

    private func read(_ text: String) throws -> Read {
        try read(text.utf8)
    }

    @Test(arguments: [
        "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2", "a,b\n1,2", "\u{FEFF}a,b\n\n1,2\n\n", "a\tb\n1\t2", "a;b\n1;2",
    ])
    func rowsAndLineEndsOfAllSorts(text: String) throws {
        #expect(try read(text).rows == [["a", "b"], ["1", "2"]])
    }

    @Test func quotesHoldSeparatorsLineEndsAndQuotes() throws {
        let read = try read("a,b\n\"x,\"\"y\"\"\",\"two\nlines\"\r\nlast,row\n")
        #expect(read.rows == [["a", "b"], ["x,\"y\"", "two\nlines"], ["last", "row"]])
        #expect(read.lines == [1, 2, 4])
    }

    @Test func emptyFieldsStandAndEmptyRowsDoNot() throws {
        let read = try read("a,b,c\n,,\n1,,\n\n,,3")
        #expect(read.rows == [["a", "b", "c"], ["1", "", ""], ["", "", "3"]])
        #expect(read.lines == [1, 3, 5])
    }

    @Test func anEmptyFileHasNoRows() throws {
        #expect(try read("") == Read())
        #expect(try read([0xEF, 0xBB, 0xBF]) == Read())
        #expect(try read("\n\n").rows.isEmpty)
    }

    @Test func aQuoteThatIsNotClosedCostsItsRowAlone() throws {
        let read = try read("a,b\n1,2\n3,\"4\n5,6\n7,8\n")
        #expect(read.rows == [["a", "b"], ["1", "2"], ["5", "6"], ["7", "8"]])
        #expect(read.lines == [1, 2, 4, 5])
        #expect(read.faults == ["3:2"])
    }

    @Test func textAfterAClosingQuoteCostsItsRowAlone() throws {
        let read = try read("a,b\n\"1\"x,2\n3,4\n")
        #expect(read.rows == [["a", "b"], ["3", "4"]])
        #expect(read.faults == ["2:1"])
    }

    @Test func aRowThatIsTooLongCostsItselfAlone() throws {
        let long = String(repeating: "x", count: 200_000)
        let read = try read("a,b\n\(long),1\n\"\(long)\n2,3\n")
        #expect(read.rows == [["a", "b"], ["2", "3"]])
        #expect(read.faults == ["2:0", "3:1"])
    }

    @Test func rowsAcrossBlocksComeWhole() throws {
        let rows = (0..<30_000).map { "\($0),孕产妇\($0),\"第\($0)行\"" }
        let read = try read("号,姓名,备注\n" + rows.joined(separator: "\r\n"))
        #expect(read.rows.count == 30_001)
        #expect(read.rows[20_000] == ["19999", "孕产妇19999", "第19999行"])
        #expect(read.lines.last == 30_001)
        #expect(read.faults.isEmpty)
    }

    @Test func gb18030IsRead() throws {
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        let rows = (0..<9_000).map { "ZY\($0),欧阳·㐀𠀀,1床" }
        let bytes = try #require(("住院号,姓名,床号\n" + rows.joined(separator: "\n")).data(using: encoding))
        let read = try read(bytes)
        #expect(read.rows.count == 9_001)
        #expect(read.rows[0] == ["住院号", "姓名", "床号"])
        #expect(read.rows[8_999] == ["ZY8998", "欧阳·㐀𠀀", "1床"])
    }

    @Test func gb18030AfterALongBeginningInASCIIIsRead() throws {
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        let ascii = String(repeating: "1,abc\n", count: 20_000)
        let bytes = try #require((ascii + "2,李娜\n").data(using: encoding))
        #expect(try read(bytes).rows.last == ["2", "李娜"])
    }

    @Test func aDamagedRowOfUTF8CostsItselfAlone() throws {
        let read = try read(Array("号,姓名\n1,李\n2,".utf8) + [0xFF, 0xFE] + Array("\n3,王\n".utf8))
        #expect(read.rows == [["号", "姓名"], ["1", "李"], ["3", "王"]])
        #expect(read.faults == ["3:2"])
    }

    @Test func binaryIsNoCSV() throws {
        let archive: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 99)
        #expect(throws: Failure.self) { try read(archive) }
    }
}
