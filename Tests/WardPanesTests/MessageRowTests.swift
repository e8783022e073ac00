import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// The message over the keys.
struct MessageRowTests {
    private func rows(_ text: String, columns: Int = 80) -> [String] {
        var app = AppFixture(size: Size(columns: columns, rows: 24))
        app.send(.notice(Phrase(en: text, zhHans: text)))
        return app.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test(arguments: [(72, 1), (73, 2), (144, 2), (145, 3)])
    func aMessageTakesTheRowsThatItNeeds(characters: Int, needed: Int) {
        let text = String(repeating: "x", count: characters)
        let shown = rows(text).filter { $0.contains("xx") || $0.hasPrefix(" x") }
        #expect(shown.count == needed)
        #expect(shown.joined().count { $0 == "x" } == characters)
    }

    @Test func whereItEndsIsStillToBeRead() {
        let path = "/var/spool/matrona/register-1795708800000.txt"
        let shown = rows("No printer is set (pagePrinter). Kept as \(path)")
        #expect(shown.contains { $0.contains(path) })
    }

    @Test func theKeysStayInTheLastRow() {
        #expect(rows(String(repeating: "x ", count: 90)).last { !$0.isEmpty }?.contains("! emergency") == true)
    }

    @Test func whatADialogSaidGoesWithIt() {
        var app = AppFixture()
        app.press(.character(":"))
        app.scan("W1001")
        #expect(app.screen.contains("Finish or close this, then scan"))
        app.press(.escape)
        #expect(!app.screen.contains("Finish or close this, then scan"))
    }

    @Test func aHintAboutAPaneGoesWithThePane() {
        var app = AppFixture(size: Size(columns: 80, rows: 24))
        app.signIn("W1001")
        app.advance(milliseconds: 10_000)
        app.press(.character("o"))
        #expect(app.screen.contains("Select a mother first."))
        app.press(.character("2"))
        #expect(!app.screen.contains("Select a mother first."))
    }

    @Test func whatWasRecordedIsSaidAlsoAfterItsFormHasClosed() {
        var app = AppFixture(size: Size(columns: 80, rows: 24))
        app.signIn("W1001")
        app.press(.down, .down, .character("p"))
        app.type("CTG")
        app.press(.enter)
        #expect(app.session.state.dialogs.isEmpty)
        #expect(app.screen.contains("plan"))
    }

    /// Whatever stands over them in the frame, the alarm list says all that stands.
    @Test(arguments: [Size(columns: 120, rows: 36), Size(columns: 80, rows: 24)])
    func theAlarmListSaysAlsoWhatAMessageHides(size: Size) {
        var app = AppFixture(size: size)
        for notice in StandingNotice.allCases {
            let text = "\(notice) stands"
            app.send(.standing(notice, Phrase(en: text, zhHans: text)))
        }
        app.press(.character("0"))
        app.send(.notice(Phrase(en: "printed", zhHans: "printed")))
        for notice in StandingNotice.allCases { #expect(app.screen.contains("\(notice) stands"), "\(app.screen)") }
        app.send(.standing(.theme, nil))
        #expect(!app.screen.contains("theme stands"))
    }

    /// What is so for a while gives way to what is new, and comes back behind it; it goes when it is over.
    @Test func whatStandsComesBackBehindAToast() {
        var app = AppFixture()
        func send(_ notice: StandingNotice, _ text: String?) {
            app.send(.standing(notice, text.map { Phrase(en: $0, zhHans: $0) }))
        }
        send(.past, "the past is not whole")
        send(.library, "a file is not in force")
        #expect(app.screen.contains(" a file is not in force  the past is not whole"))
        app.send(.notice(Phrase(en: "printed", zhHans: "printed")))
        #expect(app.screen.contains("printed") && !app.screen.contains("not in force"))
        app.advance(milliseconds: 60_000)
        #expect(app.screen.contains("not in force"))
        send(.library, nil)
        #expect(app.screen.contains("the past is not whole") && !app.screen.contains("not in force"))
    }
}
