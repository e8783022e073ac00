import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What was typed is never lost unasked.
struct FormLossTests {
    private static let asks = "Esc again drops what was typed."

    /// The form of an admission, with nothing typed; the free bed stands in it.
    private func admitting(_ language: Language = .english) -> AppFixture {
        var app = AppFixture(language: language)
        app.signIn("W1001")
        app.press(.character("n"))
        return app
    }

    private func isOpen(_ app: AppFixture) -> Bool { app.session.state.dialogs.last?.panel is FormDialog }

    @Test func anUntouchedFormClosesAtOnce() {
        var app = admitting()
        app.press(.tab, .tab, .escape)
        #expect(!isOpen(app))
    }

    @Test func aFormThatWasEmptiedAgainClosesAtOnce() {
        var app = admitting()
        app.type("M")
        app.press(.backspace, .escape)
        #expect(!isOpen(app))
    }

    @Test(arguments: [(Language.english, Self.asks), (.chinese, "再按 Esc 将丢弃已填内容。")])
    func typedTextIsDroppedByTheSecondEscInARow(language: Language, words: String) {
        var app = admitting(language)
        app.type("Maria")
        app.press(.escape)
        #expect(isOpen(app))
        #expect(app.screen.contains(words))
        #expect(app.screen.contains("Maria"))
        app.press(.escape)
        #expect(!isOpen(app))
        #expect(app.ward.admissions.count == 1)
    }

    @Test func anyOtherKeyTakesTheQuestionAway() {
        var app = admitting()
        app.type("Maria")
        app.press(.escape, .left)
        #expect(!app.screen.contains(Self.asks))
        app.press(.escape)
        #expect(isOpen(app), "it is asked again")
        app.type("x")
        app.press(.escape)
        #expect(isOpen(app))
    }

    @Test func aScanAndAPasteTakeTheQuestionAwayToo() {
        var app = admitting()
        app.type("Maria")
        app.press(.escape)
        app.scan("ZY777")
        app.press(.escape)
        #expect(isOpen(app))
        app.send(.terminal(.paste("x")))
        app.press(.escape)
        #expect(isOpen(app))
    }

    @Test func aChoiceIsSomethingTypedToo() {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character("r"), .character("3"), .escape)
        #expect(isOpen(app))
        app.press(.escape)
        #expect(!isOpen(app))
        #expect(app.mother?.risk == nil)
    }

    @Test func aHandoverAsksToo() {
        var ward = HandoverFixture()
        ward.open()
        ward.signIn(HandoverFixture.midwife)
        ward.press(.character("h"), .escape)
        #expect(ward.state.dialogs.isEmpty, "nothing was scanned")
        ward.press(.character("h"))
        ward.scan(HandoverFixture.liBaby[0])
        ward.press(.escape)
        #expect(ward.screen.contains(Self.asks))
        ward.press(.escape)
        #expect(ward.state.dialogs.isEmpty)
    }

    /// Its Esc is named in the footer: it withdraws what the store has not taken.
    @Test func aFormThatWaitsForTheStoreClosesAtOnce() {
        var app = admitting()
        app.type("Maria")
        app.storeIsBusy = true
        app.press(.enter, .escape)
        #expect(!isOpen(app))
        #expect(app.screen.contains("Withdrawn: nothing was recorded."))
        app.storeIsBusy = false
        app.advance(milliseconds: 1000)
        #expect(!app.ward.admissions.values.contains { $0.identity.name == "Maria" })
    }

    @Test func whoQuitsIsToldOfAFilledForm() {
        var app = admitting()
        app.press(.control("c"))
        #expect(!app.screen.contains("filled in"))
        app.press(.escape)
        app.type("Maria")
        app.press(.control("c"))
        #expect(app.screen.contains("A form is filled in and not recorded"))
    }

    @Test func aSuggestedBedGivesWayToTheFirstTypedCharacter() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.character("n"))
        app.type("Maria")
        for _ in 1...9 { app.press(.tab) }
        #expect((app.session.state.dialogs.last?.panel as? FormDialog)?.form.text("bed") == "1")
        app.type("2")
        app.press(.enter)
        #expect(app.ward.occupant(of: BedLabel("2"))?.identity.name == "Maria")
    }
}
