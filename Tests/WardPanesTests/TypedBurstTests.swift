import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What was typed while the line stalled comes at once with its Enter, as a scan does.
struct TypedBurstTests {
    @Test func aPinIsNeverTakenForABadge() {
        var app = AppFixture()
        app.scan("W1001")
        app.scan("1234")
        #expect(app.screen.contains("王敏 midwife"))
        #expect(app.session.state.dialogs.isEmpty)
    }

    @Test(arguments: ["9876", "987654321098"])
    func aWrongPinIsNeverShown(pin: String) {
        var app = AppFixture()
        app.scan("W1001")
        app.scan(pin)
        #expect(app.screen.contains("Wrong PIN"))
        #expect(app.screen.contains("W1001"))
        #expect(!app.screen.contains(pin))
    }

    @Test func theRestOfAPinIsAddedToWhatStands() {
        var app = AppFixture()
        app.pins[Badge("W1001")] = "123456"
        app.scan("W1001")
        app.type("12")
        app.scan("3456")
        #expect(app.screen.contains("王敏 midwife"))
    }

    @Test func anotherBadgeWhileAPinIsAwaitedIsABadge() {
        var app = AppFixture()
        app.scan("W1001")
        app.scan("C1001")
        app.type("1234")
        app.press(.enter)
        #expect(app.screen.contains("赵静"))
    }

    @Test func aPinForAHandoverIsNeverShown() {
        var ward = HandoverFixture()
        ward.askForPINs()
        ward.open()
        ward.signIn(HandoverFixture.chargeNurse)
        ward.press(.character("h"))
        ward.scan(
            HandoverFixture.liBaby[0], HandoverFixture.liBand, HandoverFixture.midwife.rawValue,
            HandoverFixture.nurse.rawValue)
        ward.press(.character("2"), .enter)
        ward.scan("9999")
        #expect(ward.screen.contains("Wrong PIN."))
        #expect(!ward.screen.contains("9999"))
        ward.scan("1234", "1234")
        #expect(ward.facts.last is HandoverCompleted)
    }

    @Test func aPinForAShiftHandoverMayComeAtOnce() {
        var ward = HandoverFixture()
        ward.signIn(HandoverFixture.midwife)
        ward.press(.character(":"))
        ward.type("shift handover of")
        ward.press(.enter)
        ward.scan(HandoverFixture.chargeNurse.rawValue, "1234")
        #expect(ward.facts.last is ChargeHandedOver)
    }

    @Test func wordsStayInTheirFieldAndSendNothing() throws {
        var app = Self.plan()
        app.scan("fast")
        #expect(app.screen.contains("> plan"))
        #expect(Self.text("text", app) == "fast")
        app.press(.enter)
        #expect(try #require(app.mother).planLine == "fast")
    }

    @Test func digitsStayWhereNoFieldWaitsForAScan() {
        var app = Self.plan()
        app.type("FHR ")
        app.scan("142 at 18:05")
        #expect(Self.text("text", app) == "FHR 142 at 18:05")
    }

    @Test func aNameIsNeverTakenForAHospitalNumber() {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.character("n"))
        app.scan("maria")
        #expect(Self.text("name", app) == "maria")
        #expect(Self.text("mrn", app) == "")
        app.scan("ZY77")
        #expect(Self.text("name", app) == "maria")
        #expect(Self.text("mrn", app) == "ZY77")
    }

    @Test func aDialogStaysItsOpenersAndTheNextBadgeIsToldSo() {
        var app = Self.plan()
        app.type("induction")
        app.scan("C1001")
        #expect(app.screen.contains("This is 王敏's: finish or close it, then the next badge takes over."))
        #expect(Self.text("text", app) == "induction")
        app.scan("W1001")
        #expect(app.screen.contains("No field here waits for a scan: W1001"))
        app.press(.escape, .escape)
        app.signIn("C1001")
        #expect(app.screen.contains("赵静"))
    }

    private static func plan() -> AppFixture {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character("p"))
        return app
    }

    private static func text(_ field: String, _ app: AppFixture) -> String? {
        (app.session.state.dialogs.last?.panel as? FormDialog)?.form.text(field)
    }
}
