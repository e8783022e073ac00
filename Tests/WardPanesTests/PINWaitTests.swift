import Testing
import WardDomain
import WardPanes

/// Three wrong PINs wait: at this terminal, at every other, and after a restart.
@Suite struct PINWaitTests {
    private let midwife = Badge("W1001")

    @Test func theThirdWrongPINSaysAtOnceHowLongItWaits() {
        var app = AppFixture()
        app.scan("W1001")
        for _ in 1...2 { app.tryPIN("9999") }
        #expect(app.screen.contains("Wrong PIN."))
        app.tryPIN("9999")
        #expect(app.screen.contains("Three wrong PINs: wait 30 s."), "\(app.screen)")

        app.tryPIN("1234")
        #expect(app.screen.contains("Three wrong PINs: wait 29 s."), "\(app.screen)")
        #expect(app.screen.contains("nobody signed in"))
        app.advance(milliseconds: 31000)
        app.tryPIN("1234")
        #expect(app.screen.contains("王敏 midwife"))
    }

    @Test func wrongPINsCountAlsoAfterARestart() {
        var app = AppFixture()
        app.scan("W1001")
        for _ in 1...3 { app.tryPIN("9999") }
        app.restart()
        app.signIn("W1001")
        #expect(app.screen.contains("Three wrong PINs"), "\(app.screen)")
        #expect(app.screen.contains("nobody signed in"))
    }

    @Test func wrongPINsOfAnotherTerminalCountHere() {
        var app = AppFixture()
        for _ in 1...2 { app.record(NoteAccess(act: .wrongPIN, badge: midwife), by: nil) }
        app.scan("W1001")
        app.tryPIN("9999")
        #expect(app.screen.contains("Three wrong PINs: wait 30 s."), "\(app.screen)")
    }

    @Test func whoSignedInHasNoWrongPINsAnyMore() {
        var app = AppFixture()
        app.scan("W1001")
        for _ in 1...2 { app.tryPIN("9999") }
        app.tryPIN("1234")
        app.press(.character("s"))
        app.scan("W1001")
        app.tryPIN("9999")
        #expect(app.screen.contains("Wrong PIN."), "\(app.screen)")
    }

    @Test func wrongPINsCountAlsoWhereTheStoreCanNotTakeThem() {
        var app = AppFixture()
        app.scan("W1001")
        app.storeIsBusy = true
        for _ in 1...3 { app.send(.pinChecked(midwife, matches: false)) }
        app.send(.pinChecked(midwife, matches: true))
        #expect(app.screen.contains("Three wrong PINs"), "\(app.screen)")
        #expect(app.screen.contains("nobody signed in"))
    }

    @Test func anEmergencyAndItsMarksWaitForNobody() throws {
        var app = AppFixture()
        app.scan("W1001")
        for _ in 1...3 { app.tryPIN("9999") }
        app.press(.character("!"), .character("c"))
        let run = try #require(app.ward.admissions.values.flatMap(\.runs).first)
        #expect(run.isRunning)
        app.press(.escape)
        app.advance(milliseconds: 3000)
        app.press(.character(" "))
        #expect(app.ward.caesarean(run.id)?.run.marks.isEmpty == false, "\(app.screen)")
    }
}

extension AppFixture {
    /// Types a PIN where one is waited for.
    fileprivate mutating func tryPIN(_ pin: String) {
        type(pin)
        press(.enter)
    }
}
