import Testing
import WardDomain

@testable import WardLabels

@Suite("A label leaves for the printer whole or not at all")
struct ZPLTests {
    private func label(_ lines: [String], _ code: Label.Code? = nil) -> Label {
        Label(.newborn, lines: lines, code: code)
    }

    private func zpl(_ label: Label) throws -> [String] {
        try ZPL(label, font: "E:SIMSUN.TTF", dotsPerMillimetre: 8).text.split(separator: "\n").map(String.init)
    }

    @Test func aBandHasItsLinesInTheSitesFontAndItsElementsWithFNC1() throws {
        let elements = try ElementString([.init(.recipient, "690123400000000018"), .init(.serviceInstance, "2")])

        let commands = try zpl(label(["李娜之女A", "新生儿 女"], .elements(elements)))

        #expect(commands.first == "^XA" && commands.last == "^XZ")
        #expect(commands.contains("^CI28"))
        #expect(commands.contains("^PW640") && commands.contains("^LL176"))
        #expect(commands.contains { $0.contains("^BXN,") && $0.hasSuffix("^FD_18018690123400000000018_180192^FS") })
        #expect(commands.contains { $0.contains("E:SIMSUN.TTF^FH^FD李娜之女A^FS") })
        #expect(commands.contains { $0.contains("^FH^FD新生儿 女^FS") })
    }

    @Test func signsOfThePrintersLanguageStayText() throws {
        #expect(try zpl(label(["a^XZ~_b"])).contains { $0.hasSuffix("^FDa_5EXZ_7E_5Fb^FS") })
        #expect(throws: LabelFault.notEncodable("A^B")) { try zpl(label(["a"], .plain("A^B"))) }
        #expect(try zpl(label(["a"], .plain("NB_7"))).contains { $0.hasSuffix("^FDNB__7^FS") })
    }

    @Test func aLongNameIsWrappedWhole() throws {
        let name = "欧阳" + String(repeating: "娜", count: 26) + "之女B"

        let commands = try zpl(label([name, "TWIN II  2/2"]))

        let printed = commands.filter { $0.contains("^FH^FD") }
            .map { String($0.split(separator: "^FD")[1].dropLast(3)) }
        #expect(printed.dropLast().joined() == name)
        #expect(printed.last == "TWIN II  2/2")
    }

    @Test func aSitesLabelHasItsOwnSize() throws {
        let lines = ["李娜之女A", "新生儿 女"]
        let commands = try zpl(Label(.newborn, size: LabelSize(width: 60, height: 18), lines: lines, code: nil))
        #expect(commands.contains("^PW480") && commands.contains("^LL144"))
        #expect(throws: LabelFault.self) {
            try zpl(Label(.newborn, size: LabelSize(width: 10, height: 10), lines: lines, code: nil))
        }
    }

    @Test func whatDoesNotFitIsNotPrinted() {
        let name = String(repeating: "长", count: 400)
        #expect(throws: LabelFault.doesNotFit(name)) { try zpl(label([name])) }
    }

    @Test(arguments: [8, 12, 24])
    func nothingStandsOutsideTheLabel(dots: Int) throws {
        let elements = try ElementString([.init(.recipient, "690123400000000018")])
        let label = Label(.mother, lines: ["李娜", "ZY2026001", "1995-03-02"], code: .elements(elements))
        let matrix = try #require(try label.symbol())

        let layout = try LabelLayout(label, matrix, dotsPerMillimetre: dots)

        let symbol = try #require(layout.symbol)
        let end = symbol.row + matrix.side * symbol.module
        #expect(end <= layout.height)
        for line in layout.lines {
            #expect(line.column > symbol.column + matrix.side * symbol.module)
            #expect(line.row + line.height <= layout.height)
        }
    }
}
