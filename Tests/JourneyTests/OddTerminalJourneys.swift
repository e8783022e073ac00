import Foundation
import Testing

/// Terminals that can do less: the program works plainly, or says in one line what is missing.
@Suite(.serialized)
struct OddTerminalJourneys {
    @Test(arguments: ["vt100", "xterm-mono", "linux", "ansi"])
    func aPlainTerminalShowsEverythingThatMatters(type: String) throws {
        let ward = try orangeWard()
        let terminal = try ward.open(columns: 80, rows: 24, environment: ["TERM": type])
        let screen = try terminal.wait(for: "live")
        #expect(screen.contains("李*"))
        #expect(screen.contains("O+P"))
        try terminal.press("!")
        try terminal.wait(for: "EMERGENCY")
        try terminal.press("c")
        try terminal.wait(for: "DDI ?")
    }

    @Test(arguments: [
        (["TERM": "dumb"], "a terminal of type 'dumb' cannot show"), (["TERM": "nosuch"], "'nosuch' is not known"),
        (["TERM": ""], "TERM is not set"),
    ])
    func aTerminalThatCanShowNothingIsToldWhy(environment: [String: String], why: String) throws {
        let ward = try orangeWard()
        let terminal = try ward.open(columns: 160, rows: 24, environment: environment)
        let screen = try terminal.wait(for: "[exit 74]")
        #expect(screen.contains("matrona: This terminal can't show the program: "))
        #expect(screen.contains(why))
    }

    @Test(arguments: ["C", "POSIX", "en_US.ISO-8859-1"])
    func aLocaleWithoutUTF8StillShowsNames(locale: String) throws {
        let ward = try orangeWard()
        let terminal = try ward.open(columns: 80, rows: 24, environment: ["LC_ALL": locale])
        try terminal.wait(for: "李*")
    }

    @Test func outputThatIsNoTerminalIsToldSo() throws {
        let ward = try orangeWard()
        let done = try ward.matrona([])
        #expect(done.status == 74)
        #expect(done.error.contains("standard input and output must be a terminal"))
        #expect(done.output.isEmpty)
    }

    @Test func doctorSaysWhatTheTerminalCan() throws {
        let ward = try orangeWard()
        let terminal = try TmuxTerminal([WardFolder.matrona, "doctor", "--store", ward.store], columns: 100, rows: 36)
        let screen = try terminal.wait(for: "boot clock")
        for line in ["OK  terminal", "OK  size        100x36", "OK  width", "OK  locale      UTF-8", "OK  library"] {
            #expect(screen.contains(line), "\(line)")
        }
    }

    @Test func doctorTellsAScanFromTypingAndTheInputMethod() throws {
        let ward = try orangeWard()
        let terminal = try TmuxTerminal(
            [WardFolder.matrona, "doctor", "--scanner", "--store", ward.store], columns: 100)
        try terminal.wait(for: "Scan a badge or band")
        try terminal.scan("W1001")
        try terminal.wait(for: "OK  5 characters")
        try terminal.wait(for: "press the ! key")
        try terminal.type("！")
        try terminal.press("Enter")
        try terminal.wait(for: "starts an emergency")

        let again = try TmuxTerminal([WardFolder.matrona, "doctor", "--scanner", "--store", ward.store], columns: 100)
        try again.wait(for: "Scan a badge or band")
        try again.type("W1001")
        try again.press("Enter")
        try again.wait(for: "may read as typing")
    }

    @Test func setupAsksForThePINThatWasLeftOut() throws {
        let ward = try WardFolder()
        let terminal = try TmuxTerminal(
            [WardFolder.matrona, "setup", "--store", ward.store, "--ward", "Labour Ward A", "--beds", "1,2"],
            columns: 100)
        try terminal.wait(for: "PIN")
        try terminal.type("2468")
        try terminal.press("Enter")
        let screen = try terminal.screen()
        #expect(!screen.contains("2468"))
        try terminal.type("2468")
        try terminal.press("Enter")
        try terminal.wait(for: "badge A0001")
    }

    private func orangeWard() throws -> WardFolder {
        let ward = try WardFolder()
        try ward.setUp()
        try ward.apply(
            #"{"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李娜","bed":"1"}"#,
            #"{"do":"risk.grade","by":"W1001","mrn":"ZY1","grade":"orange","infectious":true}"#)
        return ward
    }
}
