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

    @Test func aNameThatIsTooLongIsRefusedAndKept() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.character("n"))
        let name = String(repeating: "张", count: 32) + "欧"
        app.type(name)
        #expect(app.screen.contains("张欧"))
        app.press(.enter)
        #expect(app.screen.contains("name is too long"))
        #expect(Self.form(app)?.text("name") == name)
        #expect(app.ward.admissions.count == 1)
        app.press(.backspace, .enter)
        #expect(app.ward.admissions.values.contains { $0.identity.name == String(repeating: "张", count: 32) })
    }

    @Test(arguments: [(64, true), (65, false)])
    func aHospitalNumberIsRecordedWholeOrNotAtAll(count: Int, isTaken: Bool) throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.character("n"))
        app.type("Ana")
        app.press(.tab, .tab)
        let number = String(repeating: "7", count: count)
        app.send(.terminal(.paste(number)))
        app.press(.enter)
        #expect(app.ward.admissions.values.contains { $0.identity.mrn == number } == isTaken)
        #expect(app.ward.admissions.count == (isTaken ? 2 : 1))
        if !isTaken { #expect(Self.form(app)?.text("mrn") == number) }
    }

    @Test func aLongPlanIsRefusedWithAllOfItsText() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character("p"))
        app.send(.terminal(.paste(String(repeating: "x", count: 2001))))
        app.press(.enter)
        #expect(app.screen.contains("plan is too long"))
        #expect(Self.form(app)?.text("text").count == 2001)
        app.press(.backspace, .enter)
        #expect(try #require(app.mother).planLine?.count == 2000)
    }

    @Test func aFieldThatIsFullSaysSoAndCutsNothing() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character("p"))
        app.type("start ")
        app.send(.terminal(.paste(String(repeating: "x", count: 4000))))
        #expect(app.screen.contains("At most 4000 characters: nothing was added."))
        #expect(Self.form(app)?.text("text") == "start ")
        app.type("y")
        #expect(!app.screen.contains("At most 4000"))
    }

    private static func form(_ app: AppFixture) -> Form<String>? {
        (app.session.state.dialogs.last?.panel as? FormDialog)?.form
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
