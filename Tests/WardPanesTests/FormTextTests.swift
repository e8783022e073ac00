import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What forms say while they are filled in.
struct FormTextTests {
    @Test func aTimeOfYesterdayIsShownWithItsDay() {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character("o"))
        app.press(.backTab, .backTab)
        // The clock stands at 02:02 local time.
        app.type("23:50")
        #expect(app.screen.contains("= 2026-11-22 23:50 yesterday"))
        for _ in 1...5 { app.press(.backspace) }
        app.type("0201")
        #expect(!app.screen.contains("yesterday"))
    }

    @Test(arguments: [(Language.english, "e.g. 1995-03-02"), (.chinese, "如 1995-03-02")])
    func anExampleInAnEmptyFieldSaysThatItIsOneAndNeverLooksTyped(language: Language, example: String) throws {
        var app = AppFixture(language: language)
        app.signIn("W1001")
        app.press(.character("n"), .tab, .tab, .tab)
        let grid = app.session.state.draw(now: app.now)
        let rows = grid.plainText().split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(rows.firstIndex { $0.contains(example) })
        let start = try #require(rows[row].range(of: example)).lowerBound
        #expect(grid.role(column: rows[row][..<start].displayWidth, row: row) == .placeholder)
    }

    @Test func flagsAreTypedAsWordsAndShownOnTheBoard() throws {
        var app = AppFixture(size: Size(columns: 100, rows: 30))
        app.signIn("W1001")
        app.press(.down, .down, .character("i"), .character("n"))
        app.press(.backTab)
        app.type("GBS, s")
        app.press(.enter)
        #expect(try #require(app.mother).flags == [.gbs, .scar])
        #expect(app.screen.contains("GBS scar"))
    }

    @Test func anUnknownFlagStaysInItsFieldWithTheWordsThatAreKnown() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character("i"), .character("n"))
        app.press(.backTab)
        app.type("latex")
        app.press(.enter)
        #expect(app.screen.contains("'latex' is none of"))
        #expect(try #require(app.mother).flags.isEmpty)
    }
}
