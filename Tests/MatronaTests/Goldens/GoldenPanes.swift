import ScreenGrid
import Testing
import WardDomain

/// All four panes on the demo's evening at a fixed moment, the handover's sheet, and STOP.
struct GoldenPanes {
    private static let languages: [(Language, String)] = [(.english, "en"), (.chinese, "zh")]
    private let evening: DemoEvening

    init() throws {
        evening = try DemoEvening()
    }

    private func signedIn(_ language: Language, _ columns: Int, _ rows: Int) throws -> DemoTerminal {
        var terminal = DemoTerminal(evening, language, columns: columns, rows: rows)
        try terminal.signIn("W1001")
        terminal.wait(seconds: 10)
        return terminal
    }

    @Test(arguments: languages) func tiled(_ language: Language, _ name: String) throws {
        try Golden.expect(try signedIn(language, 120, 36).grid, "tiled-120x36-\(name)")
    }

    @Test(arguments: languages) func panes(_ language: Language, _ name: String) throws {
        var terminal = try signedIn(language, 80, 24)
        for (key, pane) in [("2", "caesarean"), ("3", "newborns"), ("4", "drills")] {
            terminal.type(key)
            try Golden.expect(terminal.grid, "\(pane)-80x24-\(name)")
        }
    }

    @Test(arguments: languages) func casebook(_ language: Language, _ name: String) throws {
        var terminal = try signedIn(language, 80, 24)
        terminal.type("2y")
        try Golden.expect(terminal.grid, "figures-80x24-\(name)")
        terminal.press(.right)
        try Golden.expect(terminal.grid, "months-80x24-\(name)")
        terminal.press(.right)
        terminal.press(.right)
        terminal.press(.enter)
        try Golden.expect(terminal.grid, "case-80x24-\(name)")
    }

    @Test(arguments: languages) func caesareanOnAWholeScreen(_ language: Language, _ name: String) throws {
        var terminal = try signedIn(language, 120, 36)
        terminal.type("2z")
        try Golden.expect(terminal.grid, "caesarean-120x36-\(name)")
    }

    /// Two years of past cases, at both sizes.
    @Test(arguments: languages) func casebookOfTwoYears(_ language: Language, _ name: String) throws {
        try TwoYears.record(in: evening)
        var terminal = try signedIn(language, 120, 36)
        terminal.type("2zy")
        for part in ["figures", "months", "delays", "cases"] {
            try Golden.expect(terminal.grid, "years-\(part)-120x36-\(name)")
            if part != "cases" { terminal.press(.right) }
        }
        terminal.press(.enter)
        try Golden.expect(terminal.grid, "years-case-120x36-\(name)")
        var small = try signedIn(language, 80, 24)
        small.type("2y")
        small.press(.right)
        try Golden.expect(small.grid, "years-months-80x24-\(name)")
    }

    @Test(arguments: languages) func handoverAndStop(_ language: Language, _ name: String) throws {
        var terminal = try signedIn(language, 80, 24)
        terminal.type("3h")
        terminal.scan("690123400000000100")
        terminal.scan("W1001")
        try Golden.expect(terminal.grid, "handover-80x24-\(name)")
        terminal.scan("690123400000000018")
        terminal.wait(seconds: 10)
        try Golden.expect(terminal.grid, "stop-80x24-\(name)")
    }
}
