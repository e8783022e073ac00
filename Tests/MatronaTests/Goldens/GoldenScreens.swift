import ScreenGrid
import Testing
import WardDomain

/// The frame, pane 1 and the dialogs that matter, on the demo's evening at a fixed moment.
struct GoldenScreens {
    private static let languages: [(Language, String)] = [(.english, "en"), (.chinese, "zh")]
    private let evening: DemoEvening

    init() throws {
        evening = try DemoEvening()
    }

    private func terminal(_ language: Language, _ columns: Int, _ rows: Int) -> DemoTerminal {
        DemoTerminal(evening, language, columns: columns, rows: rows)
    }

    @Test(arguments: languages) func board(_ language: Language, _ name: String) throws {
        try Golden.expect(terminal(language, 80, 24).grid, "board-80x24-\(name)")
        try Golden.expect(terminal(language, 40, 10).grid, "board-40x10-\(name)")
        try Golden.expect(terminal(language, 30, 5).grid, "clocks-30x5-\(name)")
    }

    @Test(arguments: languages) func story(_ language: Language, _ name: String) throws {
        var terminal = terminal(language, 80, 24)
        try terminal.signIn("W1001")
        terminal.press(.down, .down, .enter)
        terminal.wait(seconds: 10)
        try Golden.expect(terminal.grid, "story-80x24-\(name)")
    }

    @Test(arguments: languages) func emergency(_ language: Language, _ name: String) throws {
        var terminal = terminal(language, 80, 24)
        terminal.press(.character("!"))
        try Golden.expect(terminal.grid, "emergency-80x24-\(name)")
    }

    @Test(arguments: languages) func signIn(_ language: Language, _ name: String) throws {
        var terminal = terminal(language, 80, 24)
        terminal.press(.character("s"))
        terminal.type("W1001")
        terminal.press(.enter)
        terminal.type("99")
        try Golden.expect(terminal.grid, "sign-in-80x24-\(name)")
    }

    @Test(arguments: languages) func help(_ language: Language, _ name: String) throws {
        var terminal = terminal(language, 80, 24)
        terminal.press(.character("?"))
        try Golden.expect(terminal.grid, "help-80x24-\(name)")
    }
}

/// How a theme shows each role.
struct GoldenThemes {
    @Test(arguments: ["daylight", "monochrome"]) func styles(_ name: String) throws {
        let theme = try #require(Theme.named(name))
        let lines = StyleRole.allCases.map { role in "\(role.letter) \(role.name): \(described(theme.style(role)))" }
        try Golden.expect(lines.joined(separator: "\n") + "\n", "theme-\(name).txt")
    }

    private func described(_ style: Style) -> String {
        let marks = [
            (style.isBold, "bold"), (style.isUnderlined, "underlined"), (style.isReversed, "reversed"),
            (style.isDim, "dim"),
        ]
        let colours = "\(described(style.foreground)) on \(described(style.background))"
        return ([colours] + marks.filter(\.0).map(\.1)).joined(separator: " ")
    }

    private func described(_ color: Color) -> String {
        switch color {
        case .terminalDefault: "default"
        case .palette(let index): "palette \(index)"
        case .rgb(let red, let green, let blue): "rgb \(red) \(green) \(blue)"
        }
    }
}
