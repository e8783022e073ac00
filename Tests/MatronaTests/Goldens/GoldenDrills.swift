import ScreenGrid
import Testing
import WardDomain

/// Pane 4 while a drill runs and after it, and pane 5 part by part, at both sizes in both languages.
struct GoldenDrills {
    private static let screens: [(Language, Int, Int)] = [
        (.english, 80, 24), (.chinese, 80, 24), (.english, 120, 36), (.chinese, 120, 36),
    ]
    private let evening: DemoEvening

    init() throws {
        evening = try DemoEvening()
    }

    private func terminal(_ screen: (language: Language, columns: Int, rows: Int)) throws -> DemoTerminal {
        var terminal = DemoTerminal(evening, screen.language, columns: screen.columns, rows: screen.rows)
        try terminal.signIn("W1001")
        terminal.wait(seconds: 10)
        return terminal
    }

    private func name(_ page: String, _ screen: (language: Language, columns: Int, rows: Int)) -> String {
        "\(page)-\(screen.columns)x\(screen.rows)-\(screen.language == .english ? "en" : "zh")"
    }

    @Test(arguments: screens) func aDrillFromStartToResult(_ language: Language, _ columns: Int, _ rows: Int) throws {
        let screen = (language, columns, rows)
        var terminal = try terminal(screen)
        if columns >= 120 { terminal.type("4z") } else { terminal.type("4") }
        terminal.type("np")
        terminal.press(.enter)
        for _ in 0..<4 {
            terminal.wait(seconds: 20)
            terminal.type(" ")
        }
        terminal.wait(seconds: 5)
        terminal.type(" ")
        try Golden.expect(terminal.grid, name("drill-vitals", screen))
        terminal.type("118")
        terminal.press(.tab)
        terminal.type("92")
        terminal.press(.enter)
        terminal.wait(seconds: 180)
        try Golden.expect(terminal.grid, name("drill-running", screen))
        terminal.press(.down)
        terminal.type(" ")
        try Golden.expect(terminal.grid, name("drill-dose", screen))
        terminal.press(.escape)
        terminal.wait(seconds: 1)
        terminal.type("ff")
        terminal.wait(seconds: 10)
        try Golden.expect(terminal.grid, name("drill-result", screen))
        terminal.type("d")
        try Golden.expect(terminal.grid, name("drill-debrief", screen))
    }

    @Test(arguments: screens) func followUp(_ language: Language, _ columns: Int, _ rows: Int) throws {
        let screen = (language, columns, rows)
        var terminal = try terminal(screen)
        terminal.type("5")
        try Golden.expect(terminal.grid, name("findings", screen))
        terminal.press(.right)
        try Golden.expect(terminal.grid, name("rhythms", screen))
        terminal.press(.right)
        try Golden.expect(terminal.grid, name("readiness", screen))
        terminal.press(.enter)
        try Golden.expect(terminal.grid, name("kit", screen))
    }
}
