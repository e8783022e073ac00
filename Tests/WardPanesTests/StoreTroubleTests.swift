import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What the program does while the store does not answer, and when the store is another one than before.
@Suite struct StoreTroubleTests {
    @Test func aPINThatCouldNotBeCheckedIsNeitherRightNorWrong() {
        var app = AppFixture()
        app.storeIsBusy = true
        for _ in 1...4 { app.signIn("W1001") }
        let words = app.screen.split { $0.isWhitespace || $0 == "|" }.joined(separator: " ")
        #expect(words.contains("the PIN was not checked. Try"), "\(app.screen)")
        #expect(words.contains("again."), "\(app.screen)")
        app.storeIsBusy = false
        app.advance(milliseconds: 1000)
        app.type("1234")
        app.press(.enter)
        #expect(app.screen.contains("王敏 midwife"))
        #expect(!app.entries.contains { ($0.fact as? AccessNoted)?.act == .wrongPIN })
    }

    @Test func aParkedFormIsDoneOnceItsOrderIsRecorded() {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.character("n"))
        app.type("Maria")
        app.storeIsBusy = true
        app.press(.enter)
        app.advance(milliseconds: 301_000)
        #expect(!app.screen.contains("Admit a mother"))

        app.storeIsBusy = false
        app.advance(milliseconds: 1000)
        #expect(app.ward.admissions.values.contains { $0.identity.called == "Maria" })
        app.signIn("W1001")
        #expect(app.screen.contains("王敏 midwife"))
        #expect(!app.screen.contains("Admit a mother"))
    }

    @Test func aParkedFormWhoseOrderIsRefusedCanBeSentAgain() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.character("n"))
        app.type("Maria")
        app.storeIsBusy = true
        app.press(.enter)
        app.advance(milliseconds: 301_000)
        app.record(
            AdmitMother(identity: MotherIdentity(name: "Other"), bed: BedLabel("1")), by: Badge("C1001"))
        app.storeIsBusy = false
        app.advance(milliseconds: 1000)
        app.signIn("W1001")
        #expect(app.screen.contains("Admit a mother"))
        #expect(app.screen.contains("Bed 1 is taken"))
        let other = try #require(app.ward.occupant(of: BedLabel("1")))
        app.record(MoveMother(admission: other.id, bed: BedLabel("2")), by: Badge("C1001"))
        app.press(.enter)
        #expect(app.ward.occupant(of: BedLabel("1"))?.identity.called == "Maria")
    }

    /// What is recorded late happened when it was sent; a quarter of an hour later that still needs no reason.
    @Test(arguments: [0, 60, 20 * 60] as [Int64])
    func whatAFormSendsHappenedAtItsEnter(seconds: Int64) throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character("o"))
        app.type("142")
        app.storeIsBusy = seconds > 0
        let sent = app.reading
        app.press(.enter)
        for _ in 0..<seconds / 60 { app.advance(milliseconds: 60000) }
        app.storeIsBusy = false
        app.advance(milliseconds: 1000)
        let stamp = try #require(app.entries.last { $0.fact is LabourObserved }?.stamp)
        #expect(stamp.occurred == Occurrence(sent), "the reading of the key press, not derived from a typed time")
        #expect(stamp.reasonOfTime == nil)
    }

    @Test func escapeFromAFormThatIsNotSavedWithdrawsIt() {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character("o"))
        app.type("142")
        app.storeIsBusy = true
        app.press(.enter)
        #expect(app.screen.contains("The store is busy."))
        #expect(app.screen.contains("Esc withdraw it, record nothing"))
        app.press(.escape)
        #expect(app.screen.contains("Withdrawn: nothing was recorded."))
        #expect(app.session.state.notSaved.isEmpty)
        app.storeIsBusy = false
        app.advance(milliseconds: 2000)
        #expect(!app.entries.contains { $0.fact is LabourObserved })
    }

    /// Only what has been tried in vain is certainly not recorded.
    @Test func whatIsJustBeingRecordedIsNotWithdrawn() {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character("o"))
        app.type("142")
        var state = app.session.state
        let wanted = state.receive(.terminal(.key(.enter)), now: app.now)
        #expect(wanted.count == 1)
        #expect(state.receive(.terminal(.key(.escape)), now: app.now).isEmpty)
        #expect(state.dialogs.count == 1)
    }

    /// What the form shows is what will be recorded.
    @Test func aFormThatWaitsTakesNoOtherText() {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character("o"))
        app.type("142")
        app.storeIsBusy = true
        app.press(.enter)
        app.type("9")
        app.send(.terminal(.paste("9")))
        #expect(app.screen.contains("142") && !app.screen.contains("1429"))
        app.storeIsBusy = false
        app.advance(milliseconds: 1000)
        #expect(app.entries.compactMap { ($0.fact as? LabourObserved)?.observation.fetalHeartRate } == [142])
    }

    @Test func leavingNamesWhatIsNotSaved() {
        var app = AppFixture()
        app.storeIsBusy = true
        app.press(.character("!"), .character("c"))
        app.press(.character("q"))
        #expect(app.screen.contains("NOT SAVED: 1. Stay"))
    }

    @Test func whatWasAskedIsAskedAgainWhenAllWasReadAnew() {
        var app = AppFixture()
        let before = app.effects.count
        app.send(.wardReadAnew(app.ward))
        let asked = app.effects[before...].compactMap { effect in
            if case .ask(let question) = effect { question } else { nil }
        }
        #expect(asked.contains { if case .caesareans = $0 { true } else { false } })
        #expect(asked.contains { if case .handovers = $0 { true } else { false } })
        #expect(asked.contains { if case .drills = $0 { true } else { false } })
        #expect(asked.contains { if case .duties = $0 { true } else { false } })
    }

    @Test func aResizeAmongTheCharactersOfAScanStays() {
        var app = AppFixture()
        for character in "nobody" { app.send(.terminal(.key(.character(character)))) }
        app.send(.terminal(.resize(Size(columns: 80, rows: 24))))
        app.send(.terminal(.key(.enter)))
        app.advance(milliseconds: 200)
        #expect(app.session.state.size == Size(columns: 80, rows: 24))
        #expect(app.screen.contains("Nobody here has the code"))
    }

    @Test func whoTakesOverATerminalEndsTheSessionBefore() {
        var app = AppFixture()
        app.signIn("W1001")
        app.signIn("C1001")
        let acts = app.entries.compactMap { $0.fact as? AccessNoted }.map {
            "\($0.badge?.rawValue ?? "-") \($0.act.rawValue)"
        }
        #expect(acts == ["W1001 signedIn", "W1001 signedOut", "C1001 signedIn"])
    }
}
