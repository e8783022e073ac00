import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

@Suite struct MarkingTests {
    private func running(_ language: Language = .english) -> CaesareanFixture {
        var fixture = CaesareanFixture(language)
        fixture.decide()
        fixture.wait(40)
        return fixture
    }

    @Test func spaceMarksTheNextAtTheKeyPress() {
        var fixture = running()
        fixture.press(" ")
        #expect(fixture.run().elapsed(to: .call)?.seconds == 40)
        #expect(fixture.run().next == .leave)
    }

    @Test func aSecondSpaceWithinTwoSecondsIsIgnored() {
        var fixture = running()
        fixture.press(" ")
        fixture.wait(1.9)
        fixture.press(" ")
        #expect(fixture.run().time(of: .leave) == nil)
        #expect(fixture.screen.contains("ignored"))
        fixture.wait(0.2)
        fixture.press(" ")
        #expect(fixture.run().elapsed(to: .leave)?.seconds == 42)
    }

    @Test func spaceNeverMarksTheBirthItOpensTheForm() {
        var fixture = running()
        fixture.mark(.uterineIncision)
        fixture.wait(30)
        fixture.press(" ")
        #expect(fixture.run().isRunning)
        #expect(fixture.app.dialogs.count == 1)
        #expect(fixture.screen.contains("Birth of baby 1"))
    }

    @Test func theBirthFormOpenedBySpaceCarriesItsKeyPress() {
        var fixture = running()
        fixture.mark(.uterineIncision)
        fixture.wait(30)
        let pressedAt = fixture.run().elapsed(now: fixture.now.reading).seconds
        fixture.press(" ")
        fixture.wait(45)
        fixture.press("5")
        fixture.press(.tab)
        fixture.press("1")
        fixture.press(.enter)
        #expect(fixture.run().decisionToDelivery?.seconds == pressedAt)
    }

    @Test func arrowsAndEnterMarkAnyOther() {
        var fixture = running()
        fixture.press(.down, .enter)
        #expect(fixture.screen.contains("mark it now"))
        fixture.press("m")
        #expect(fixture.run().marks.keys.map(\.rawValue) == ["CONSENT"])
    }

    @Test func whatDoesNotComeIsSkippedByTheNext() {
        var fixture = running()
        fixture.press(.enter)
        fixture.press("n")
        #expect(fixture.run().notApplicable == [.call])
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("- team called"))
        fixture.press(" ")
        #expect(fixture.run().marks.keys.map(\.rawValue) == ["LEAVE"])
    }

    @Test func aMarkIsTakenBackWithAReason() {
        var fixture = running()
        fixture.press(" ")
        fixture.press(.up, .up, .enter)
        fixture.press("x")
        fixture.press(.enter)
        #expect(fixture.run().marks[.call] != nil)
        fixture.press("wrong key")
        fixture.press(.enter)
        #expect(fixture.run().marks[.call] == nil)
    }

    @Test func aChangedTimeAsksWhy() {
        var fixture = running()
        fixture.wait(600)
        fixture.press(" ")
        fixture.press(.up, .up)
        fixture.press("t")
        fixture.press("-5")
        fixture.press(.enter)
        #expect(fixture.app.dialogs.count == 1)
        fixture.press("clock read wrong")
        fixture.press(.enter)
        #expect(fixture.app.dialogs.isEmpty)
        #expect(fixture.run().elapsed(to: .call)?.seconds == 340)
    }

    @Test func theDecisionIsRetimedWithAReason() {
        var fixture = running()
        fixture.press(.home)
        fixture.press("t")
        fixture.press("-10")
        fixture.press(.tab)
        fixture.press("decided on the ward")
        fixture.press(.enter)
        #expect(fixture.run().elapsed(now: fixture.now.reading).seconds == 600)
    }

    @Test func outOfOrderIsFlaggedAndAsksWhy() {
        var fixture = running()
        fixture.mark(.arrive)
        fixture.wait(60)
        fixture.press(.up, .up, .up, .enter)
        fixture.press("m")
        fixture.press(.enter)
        #expect(fixture.run().marks[.leave] == nil)
        fixture.press("marked late")
        fixture.press(.enter)
        #expect(fixture.run().outOfOrder == [.arrive])
        #expect(fixture.role(of: "? arrives theatre") == .alarmLow)
    }

    @Test func unsignedMarksSayThatAndAreSignedFor() {
        var fixture = running()
        fixture.press(" ")
        let before = fixture.pane(columns: 78, rows: 19).plainText()
        #expect(before.contains("u team called"))
        #expect(before.contains("UNSIGNED 2 (w)"))
        fixture.press("w")
        #expect(!fixture.run().unsigned.isEmpty)
        fixture.press(.escape)
        fixture.signIn()
        fixture.press("w")
        #expect(fixture.run().unsigned.isEmpty)
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("v team called"))
    }

    @Test func aMarkThatIsNotSavedStandsWithItsFrozenTime() {
        var fixture = running()
        fixture.storeIsBusy = true
        fixture.press(" ")
        fixture.wait(20)
        let screen = fixture.pane(columns: 78, rows: 19).plainText()
        #expect(screen.contains("! team called"))
        #expect(screen.contains("NOT SAVED: team called"))
        #expect(fixture.run().marks.isEmpty)
        fixture.press(" ")
        fixture.storeIsBusy = false
        fixture.wait(10)
        #expect(fixture.run().elapsed(to: .call)?.seconds == 40)
        #expect(fixture.run().elapsed(to: .leave)?.seconds == 60)
    }

    @Test func aScanIsAnArrivalAndABandIsNot() {
        var fixture = running()
        fixture.record(AttachMotherBand(admission: fixture.mother("3").id, band: "MB001"), by: Badge("W1"))
        fixture.scan("W1")
        fixture.scan("W999")
        fixture.scan("MB001")
        #expect(fixture.run().arrivals.map(\.badge?.rawValue) == ["W1", "W999"])
        #expect(fixture.app.focus == .deliveryRooms)
        #expect(fixture.pane(columns: 78, rows: 24).plainText().contains("here: 王敏 00:40"))
    }

    @Test func aScanWithoutARunningClockSignsIn() {
        var fixture = CaesareanFixture()
        fixture.scan("W1")
        #expect(fixture.app.dialogs.last?.panel is SignInDialog)
    }
}
