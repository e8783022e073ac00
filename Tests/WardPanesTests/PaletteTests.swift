import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// The palette: any letters of a command's name find it, and the closest fit stands first.
@Suite struct PaletteTests {
    private func firstFound(by typed: String) -> String {
        var app = AppFixture()
        app.press(.character(":"))
        app.type(typed)
        let rows = app.screen.split(separator: "\n").map(String.init)
        let title = rows.firstIndex { $0.contains("Commands") } ?? 0
        return rows[title...].first { $0.contains(">") } ?? app.screen
    }

    @Test(arguments: [
        ("birth", "birth"), ("the", "theme"), ("lang", "language"), ("语言", "language"), ("redr", "redraw"),
        ("mbd", "move bed"), ("bed", "move bed"),
    ])
    func theClosestStandsFirst(typed: String, label: String) {
        #expect(firstFound(by: typed).contains(label), "\(firstFound(by: typed))")
    }

    @Test func anUnknownCommandIsSaidToBeNone() {
        var app = AppFixture()
        app.press(.character(":"))
        app.type("xyzq")
        #expect(app.screen.contains("no such command"), "\(app.screen)")
    }

    @Test func whatIsPastedIsLookedFor() {
        var app = AppFixture()
        app.press(.character(":"))
        app.send(.terminal(.paste("redraw")))
        #expect(app.screen.contains(">redraw"), "\(app.screen)")
    }
}
