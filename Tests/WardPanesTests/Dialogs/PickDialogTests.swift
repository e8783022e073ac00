import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// A choice among more than a small screen has room for.
struct PickDialogTests {
    private let letters = Array("abcdefghij")

    private func app(_ columns: Int, _ rows: Int, _ keys: [Key] = []) -> String {
        var app = AppFixture(size: Size(columns: columns, rows: rows))
        app.signIn("W1001")
        let choices = letters.map { letter in
            PickDialog.Choice(letter, Phrase(en: "choice \(letter)", zhHans: "选项 \(letter)"), effects: [])
        }
        var dialog = PickDialog(Phrase(en: "Which", zhHans: "选择"), choices: choices)
        let scene = app.session.state.scene(app.now)
        for key in keys { _ = dialog.take(key, scene) }
        var grid = CellGrid(size: Size(columns: columns, rows: rows))
        dialog.draw(on: &grid, scene)
        return grid.plainText()
    }

    private func words(_ screen: String) -> Set<String> {
        Set(screen.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    @Test(arguments: [(40, 10), (40, 6), (60, 8), (80, 24)])
    func everyKeyIsSeen(columns: Int, rows: Int) {
        let screen = app(columns, rows)
        #expect(letters.filter { !words(screen).contains(String($0)) } == [], "\(screen)")
    }

    @Test func whatIsCutIsCounted() {
        #expect(app(40, 8).contains("5 more: arrows"))
        #expect(!app(80, 24).contains("more: arrows"))
    }

    @Test func theArrowsBringTheRestIntoView() {
        let screen = app(40, 8, [.up])
        #expect(screen.contains("choice j"))
        #expect(screen.contains("5 more: arrows"))
    }

    @Test func anExplanationIsWrappedToTheWindow() {
        let text = Phrase(
            en: "A clock without a name runs already: unknown woman 02:15:30, 12:31.", zhHans: "已有未确认身份的计时。")
        let dialog = PickDialog(Phrase(en: "Which", zhHans: "选择"), explanation: text, choices: [])
        let app = AppFixture()
        var grid = CellGrid(size: Size(columns: 40, rows: 10))
        dialog.draw(on: &grid, app.session.state.scene(app.now))
        #expect(grid.plainText().contains("12:31."))
    }
}
