import Foundation
import Testing

/// The program and its terminal: resized, stopped, ended, crashed; the terminal is always given back as it was.
@Suite(.serialized)
struct TerminalJourneys {
    @Test func theDemoOpensAndSignsIn() throws {
        let terminal = try TmuxTerminal([WardFolder.matrona, "--demo", "--language", "en"])
        try terminal.wait(for: "DEMO 演示")
        try terminal.press("s")
        try terminal.wait(for: "DEMO badges and PINs")
        let line = try #require(
            try terminal.screen().split(separator: "\n").first { $0.contains("midwife") && !$0.contains("nobody") })
        let words = line.split(whereSeparator: { " |".contains($0) }).map(String.init)
        let badge = try #require(words.first { $0.first?.isLetter == true && $0.last?.isNumber == true })
        let pin = try #require(words.first { $0.allSatisfy(\.isNumber) && $0.count >= 4 })
        try terminal.type(badge)
        try terminal.press("Tab")
        try terminal.type(pin)
        try terminal.press("Enter")
        try terminal.wait(whileShown: "nobody signed in")
    }

    @Test func aResizeStormLosesNothing() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        try terminal.signIn("W1001", "王敏 midwife")
        try terminal.press("n")
        try terminal.wait(for: "Admit a mother")
        try terminal.type("Maria Lopez")
        for step in 1...60 {
            try terminal.resize(20 + (step * 37) % 180, 4 + (step * 13) % 60)
        }
        try terminal.resize(120, 36)
        try terminal.wait(for: "Maria Lopez")
        try terminal.press("Enter")
        try terminal.wait(for: ": admitted")
    }

    @Test(arguments: ["TERM", "HUP", "INT", "SEGV", "ABRT", "QUIT", "USR1", "ALRM", "XCPU", "SYS"])
    func theTerminalIsGivenBackAfter(signal: String) throws {
        let ward = try WardFolder()
        try ward.setUp()
        let script =
            "stty -a > \(ward.path)/before; \(WardFolder.matrona) --store \(ward.store) --language en; stty -a > \(ward.path)/after; echo ended"
        let terminal = try TmuxTerminal(["sh", "-c", script])
        try terminal.wait(for: "live")
        let processID = try TmuxTerminal.run("/usr/bin/pgrep", ["-f", "^\(WardFolder.matrona) --store \(ward.store)"])
        _ = try TmuxTerminal.run(
            "/bin/kill", ["-\(signal)", processID.trimmingCharacters(in: .whitespacesAndNewlines)])
        try terminal.wait(for: "ended")
        let before = try String(contentsOfFile: "\(ward.path)/before", encoding: .utf8)
        let after = try String(contentsOfFile: "\(ward.path)/after", encoding: .utf8)
        #expect(before == after)
    }

    @Test func controlZStopsAndForegroundRepaints() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let terminal = try TmuxTerminal(["bash", "--norc", "--noprofile", "-i"])
        try terminal.wait(for: "bash")
        try terminal.type("\(WardFolder.matrona) --store \(ward.store) --language en")
        try terminal.press("Enter")
        try terminal.wait(for: "Labour Ward A")
        try terminal.press("C-z")
        try terminal.wait(for: "Stopped")
        try terminal.type("fg")
        try terminal.press("Enter")
        try terminal.wait(for: "1 Delivery rooms")
        try terminal.press("?")
        try terminal.wait(for: "emergency")
        try terminal.press("NPage", "NPage", "NPage")
        try terminal.wait(for: "This is a log")
    }

    @Test func aResizeWhileItIsStoppedIsSeenWhenItGoesOn() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let terminal = try TmuxTerminal(["bash", "--norc", "--noprofile", "-i"], columns: 80, rows: 24)
        try terminal.wait(for: "bash")
        try terminal.type("\(WardFolder.matrona) --store \(ward.store) --language en")
        try terminal.press("Enter")
        try terminal.wait(for: "nobody signed in")
        for (columns, rows) in [(120, 36), (100, 30)] {
            try terminal.press("C-z")
            try terminal.wait(for: "Stopped")
            try terminal.resize(columns, rows)
            try terminal.type("fg")
            try terminal.press("Enter")
            try terminal.wait(until: "the footer stands in the last of \(rows) rows") { screen in
                let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
                return lines.count >= rows && lines[rows - 1].contains("! emergency")
            }
        }
    }

    @Test func chineseColumnsStandInLine() throws {
        let ward = try WardFolder()
        try ward.setUp()
        try ward.apply(
            #"{"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李娜","bed":"1"}"#,
            #"{"do":"mother.admit","by":"W1001","mrn":"ZY2","name":"欧阳晓芳","bed":"2"}"#,
            #"{"do":"mother.admit","by":"W1001","mrn":"ZY3","name":"Maria Lopez","bed":"3"}"#)
        let terminal = try ward.open(columns: 80, rows: 24, language: "zh-Hans")
        let screen = try terminal.wait(for: "M* L*")
        let rows = screen.split(separator: "\n").filter {
            $0.contains("李*") || $0.contains("欧*芳") || $0.contains("M* L*")
        }
        #expect(rows.count == 3)
        #expect(Set(rows.map { columns(upTo: "|", in: $0.dropFirst()) }).count == 1, "\(screen)")
    }

    /// The terminal columns before the last bar of a row.
    private func columns(upTo bar: Character, in row: Substring) -> Int {
        let before = row.lastIndex(of: bar).map { row[..<$0] } ?? row
        return before.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
    }
}
