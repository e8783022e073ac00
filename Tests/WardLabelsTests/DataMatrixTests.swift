import Testing
import WardDomain

@testable import WardLabels

@Suite("Symbols are read by programs that are not ours")
struct DataMatrixTests {
    @Test(arguments: ["690123400000000018", "690123400000000025", "943646579210943643"])
    func aBandsSymbolIsWhatAnotherEncoderDraws(number: String) throws {
        let body = String(number.prefix(17))
        let right = body + "\(CheckDigit.of(body))"
        let string = try ElementString([.init(.recipient, right)])

        let matrix = try DataMatrix(string.encoded, isElementString: true)

        let drawn = (0..<matrix.side).map { row in
            (0..<matrix.side).map { matrix.isDark(row: row, column: $0) ? "1" : "0" }.joined()
        }
        #expect(matrix.side == 16)
        #expect(try OutsideProgram.draw("[8018]\(right)").map { String($0.prefix(16)) } == drawn)
    }

    @Test func elementsAreReadBack() throws {
        let elements: [ElementString.Element] = [
            .init(.recipient, "690123400000000018"), .init(.serviceInstance, "2"),
            .init(.birthTime, "202611260305"), .text(.baby, "李娜之女A"), .init(.birthSequence, "1/2"),
        ]
        let string = try ElementString(elements)

        let read = try OutsideProgram.read(try DataMatrix(string.encoded, isElementString: true))

        #expect(try ElementString(reading: "]d2" + read.replacing("~", with: "\u{1D}")) == string)
        #expect(BandCode.normalized("]d2" + read.replacing("~", with: "\u{1D}")) == "690123400000000018")
    }

    @Test("Every size, one and four regions, holds what it says")
    func everySize() throws {
        var sides: Set<Int> = []
        for length in [1, 4, 7, 11, 17, 21, 29, 35, 43, 61, 85, 113, 143, 173] {
            let code = String((0..<length).map { "ABCDEFGHIJKLMNOPQRSTUVWXYZ-/."[index: $0 * 7 % 29] })
            let matrix = try DataMatrix(code, isElementString: false)
            sides.insert(matrix.side)
            #expect(try OutsideProgram.read(matrix) == code, "\(matrix.side) modules")
        }
        #expect(sides == Set(DataMatrixSize.all.map(\.side)))
    }

    @Test func whatASymbolCantHoldIsRefused() throws {
        #expect(throws: Never.self) { try DataMatrix(String(repeating: "A", count: 174), isElementString: false) }
        let tooLong = String(repeating: "A", count: 175)
        #expect(throws: LabelFault.notEncodable(tooLong)) { try DataMatrix(tooLong, isElementString: false) }
        #expect(throws: LabelFault.notEncodable("李")) { try DataMatrix("李", isElementString: false) }
    }
}

extension String {
    fileprivate subscript(index position: Int) -> Character {
        self[index(startIndex, offsetBy: position)]
    }
}
