import ScreenGrid
import Testing
import WardDomain

/// The windows of pane 3 on the demo's evening: counts, shift changes, cards, visitors, losses, the farewell, alarms.
struct GoldenNewborns {
    private static let languages: [(Language, String)] = [(.english, "en"), (.chinese, "zh")]
    private let evening: DemoEvening

    init() throws {
        evening = try DemoEvening()
    }

    /// A terminal whose screens are held at both sizes.
    private struct Walk {
        var terminal: DemoTerminal
        let language: String

        mutating func expect(_ screen: String) throws {
            for (columns, rows) in [(80, 24), (120, 36)] {
                terminal.resize(columns, rows)
                try Golden.expect(terminal.grid, "newborns/\(screen)-\(columns)x\(rows)-\(language)")
            }
            terminal.resize(80, 24)
        }

        /// Expects a screen and closes its window.
        mutating func expectAndLeave(_ screen: String) throws {
            try expect(screen)
            terminal.press(.escape)
            if terminal.grid.plainText().contains("Esc again") || terminal.grid.plainText().contains("再按 Esc") {
                terminal.press(.escape)
            }
            terminal.wait(seconds: 10)
        }
    }

    private func walk(_ language: Language, _ name: String, as badge: String) throws -> Walk {
        var terminal = DemoTerminal(evening, language, columns: 80, rows: 24)
        try terminal.signIn(badge)
        terminal.wait(seconds: 10)
        terminal.type("3z")
        return Walk(terminal: terminal, language: name)
    }

    @Test(arguments: languages) func countsAndChanges(_ language: Language, _ name: String) throws {
        var walk = try walk(language, name, as: "W1002")
        walk.terminal.type("c")
        walk.terminal.scan("690123400000000087")
        try walk.expect("headcount")
        walk.terminal.type("p")
        try walk.expect("codepink")
        walk.terminal.type("e")
        walk.terminal.type("east corridor")
        walk.terminal.press(.enter)
        walk.terminal.type("d")
        walk.terminal.scan("690123400000000087")
        try walk.expectAndLeave("evacuation")
        walk.terminal.type("a")
        walk.terminal.scan("690123400000000100")
        walk.terminal.scan("W1002")
        walk.terminal.scan("N2001")
        try walk.expectAndLeave("shiftchange")
        walk.terminal.type(":")
        walk.terminal.type("shift handover of")
        walk.terminal.press(.enter)
        try walk.expectAndLeave("shifthandover")
        walk.terminal.type("0")
        try walk.expectAndLeave("alarms")
    }

    @Test(arguments: languages) func familyAndForms(_ language: Language, _ name: String) throws {
        var walk = try walk(language, name, as: "W1002")
        walk.terminal.scan("690123400000000100")
        walk.terminal.type("dc")
        try walk.expectAndLeave("condition")
        walk.terminal.type("dv")
        try walk.expectAndLeave("visitor")
        walk.terminal.type("i")
        try walk.expectAndLeave("isbar")
        walk.terminal.type("i")
        walk.terminal.type("grunting since birth")
        walk.terminal.press(.enter)
        walk.terminal.wait(seconds: 10)
        walk.terminal.type("s")
        try walk.terminal.signIn("N2001")
        walk.terminal.wait(seconds: 10)
        walk.terminal.type("i")
        try walk.expectAndLeave("readback")
        walk.terminal.type("e")
        try walk.expectAndLeave("discharge")
        walk.terminal.type("bl")
        try walk.expectAndLeave("bandloss")
        walk.terminal.type("bp")
        try walk.expectAndLeave("label")
        walk.terminal.type("n")
        try walk.expectAndLeave("arrival")
    }

    @Test(arguments: languages) func farewell(_ language: Language, _ name: String) throws {
        var walk = try walk(language, name, as: "W1002")
        walk.terminal.scan("690123400000000100")
        walk.terminal.type("dx")
        walk.terminal.type("-0")
        walk.terminal.press(.enter)
        walk.terminal.wait(seconds: 10)
        try walk.expect("farewell")
        walk.terminal.type("d")
        try walk.expect("farewellmenu")
        walk.terminal.type("a")
        try walk.expectAndLeave("farewellagreed")
    }

    @Test(arguments: languages) func drillAndRegister(_ language: Language, _ name: String) throws {
        var walk = try walk(language, name, as: "W1002")
        walk.terminal.type("t")
        walk.terminal.scan("TRAIN-BABY")
        walk.terminal.scan("TRAIN-MOTHER")
        try walk.expectAndLeave("wrongbaby")
        walk.terminal.type("f")
        try walk.expect("filter")
        walk.terminal.press(.tab)
        walk.terminal.type("wu")
        walk.terminal.press(.enter)
        try walk.expect("filtered")
    }

    @Test(arguments: languages) func twoWithoutBands(_ language: Language, _ name: String) throws {
        var walk = try walk(language, name, as: "W1002")
        walk.terminal.scan("690123400000000087")
        walk.terminal.type("w3")
        walk.terminal.wait(seconds: 10)
        for band in ["690123400000000087", "690123400000000094", "690123400000000100", "690123400000000117"] {
            walk.terminal.scan(band)
            walk.terminal.type("bl1")
            walk.terminal.press(.tab)
            walk.terminal.type("bath")
            walk.terminal.press(.enter)
            walk.terminal.wait(seconds: 10)
        }
        try walk.expect("doubt")
    }
}
