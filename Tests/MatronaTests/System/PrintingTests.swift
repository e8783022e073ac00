import Foundation
import Testing
import WardDomain
import WardPanes

@testable import matrona

@Suite struct PrinterTests {
    @Test(arguments: [
        ("device:/dev/usb/lp0", Printer.device("/dev/usb/lp0")), ("command:lp -d bands", .command("lp -d bands")),
        ("file:a:b", .file("a:b")),
    ])
    func aSettingNamesAPrinter(setting: String, printer: Printer) {
        #expect(Printer(setting) == printer)
    }

    @Test(arguments: ["", "lp", "file:", "file: ", "tcp:10.0.0.1"])
    func anythingElseIsNone(setting: String) {
        #expect(Printer(setting) == nil)
    }

    @Test func aFileIsAddedToAndOnlyItsOwnerReadsIt() throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/labels.zpl"

        _ = try Printer.file(file).send("one\n")
        _ = try Printer.file(file).send("二\n")

        #expect(try String(contentsOfFile: file, encoding: .utf8) == "one\n二\n")
        #expect(try permissions(file) == 0o600)
    }

    @Test func aPrinterThatIsNotThereIsNamed() {
        let failure = #expect(throws: Failure.self) { try Printer.device("/no/such/printer").send("text") }
        #expect(failure?.message.en.contains("/no/such/printer") == true)
    }
}

@Suite struct PrintingTests {
    private let job = PrintJob(name: "census", text: "王芳之女A\n")
    private let moment = Moment(milliseconds: 1_795_678_901_234)

    @Test func pagesGoToThePrinterThatIsSet() throws {
        let folder = try TemporaryFolder()
        let said = Printing(pages: .file("\(folder.path)/pages"), labels: nil, site: SiteRules()).print(job, at: moment)

        #expect(said.en == "Printing: added to \(folder.path)/pages.")
        #expect(try String(contentsOfFile: "\(folder.path)/pages", encoding: .utf8) == job.text)
    }

    @Test(arguments: [nil, Printer.device("/no/such/printer")])
    func pagesThatNobodyTakesAreKeptForTheirOwner(printer: Printer?) throws {
        let said = Printing(pages: printer, labels: nil, site: SiteRules()).print(job, at: moment)

        let file = try #require(said.en.split(separator: " ").last.map(String.init))
        defer { try? FileManager.default.removeItem(atPath: file) }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == job.text)
        #expect(try permissions(file) == 0o600)
        #expect(said.en.contains(printer == nil ? "No printer is set (pagePrinter)." : "/no/such/printer"))
    }
}

private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
}
