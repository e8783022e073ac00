import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// The alarm list and the shift handover, by keys and scans.
struct WatchDialogTests {
    private typealias Fixture = HandoverFixture

    /// A baby that was rushed away: an alarm of the midwife's.
    private func rushed(_ language: Language = .english) -> HandoverFixture {
        var ward = Fixture(language)
        ward.record(MoveNewborn(newborn: ward.baby(ward.li).id, to: .nicu), by: Fixture.midwife)
        return ward
    }

    @Test func anAlarmStandsWithItsOwnerUntilItIsAcknowledged() throws {
        var ward = rushed()
        ward.signIn(Fixture.nurse)
        ward.press(.character("0"))
        #expect(ward.screen.contains("moved, not yet"))
        #expect(ward.screen.contains("王敏"))
        #expect(ward.screen.contains("not"))
        ward.press(.character("a"))
        let answer = try #require(ward.facts.last as? AlarmAnswered)
        #expect(answer.alarm == .handoverOwed && answer.until == nil)
        #expect(ward.screen.contains("钱芳"))
        #expect(ward.screen.contains("seen"))
    }

    @Test func anAlarmThatEndedIsShownWhenItsStoryIsClosed() {
        var ward = rushed()
        ward.record(
            HandOver(
                band: Fixture.liBaby[0], motherBand: Fixture.liBand, giver: Fixture.midwife.rawValue,
                receiver: Fixture.nurse.rawValue, to: .nicu), by: Fixture.midwife)
        ward.record(
            DischargeNewborn(
                band: Fixture.liBaby[0], otherBand: Fixture.liBaby[1], motherBand: Fixture.liBand, to: .home,
                collector: nil, relation: nil, second: Fixture.nurse, signatureSeenBy: Fixture.nurse),
            by: Fixture.midwife)
        ward.record(DepartMother(admission: ward.li, to: .home, keepsBed: false), by: Fixture.midwife)
        ward.press(.character("0"))
        for text in ["BABY 李* Girl", "moved, not yet", "handed over"] {
            #expect(ward.screen.contains(text), "\(text)")
        }
        #expect(ward.role(of: "end") == .done)
    }

    @Test func anAlarmThatEndsWhileTheListIsOpenIsToldThere() {
        var ward = rushed()
        ward.press(.character("0"))
        func newestEnded() -> Substring? { ward.screen.split(separator: "\n").first { $0.contains("end BABY") } }
        #expect(newestEnded()?.contains("moved") == false)
        ward.advance(60)

        ward.record(
            HandOver(
                band: Fixture.liBaby[0], motherBand: Fixture.liBand, giver: Fixture.midwife.rawValue,
                receiver: Fixture.nurse.rawValue, to: .nicu), by: Fixture.midwife)

        #expect(newestEnded()?.contains("moved") == true)
    }

    @Test func withoutALimitNothingIsPutOff() {
        var ward = rushed()
        ward.signIn(Fixture.nurse)
        ward.press(.character("0"), .character("w"))
        ward.type("10")
        ward.press(.tab)
        ward.type("resuscitation")
        ward.press(.enter)
        #expect(!(ward.facts.last is AlarmAnswered))
        #expect(ward.screen.contains("can't be put off"))
    }

    @Test func whoIsNotSignedInOnlyLooks() {
        var ward = rushed(.chinese)
        let count = ward.entries.count
        ward.press(.character("0"), .character("a"))
        #expect(ward.screen.contains("请先登录"))
        #expect(ward.entries.count == count)
        ward.press(.enter)
        #expect(ward.state.dialogs.isEmpty, "Enter opens the baby")
    }

    @Test func theNextInChargeAcceptsByBadgeAndPIN() throws {
        var ward = rushed()
        ward.signIn(Fixture.midwife)
        ward.press(.character(":"))
        ward.type("shift handover of")
        ward.press(.enter)
        #expect(ward.screen.contains("Open ends"))
        ward.press(.enter)
        #expect(!(ward.facts.last is ChargeHandedOver), "nobody has accepted")
        ward.scan("W1001")
        #expect(ward.screen.contains("must be different people"))
        ward.scan("C3003")
        ward.type("9999")
        ward.press(.enter)
        #expect(ward.screen.contains("Wrong PIN"))
        ward.type("1234")
        ward.press(.enter)
        let charge = try #require(ward.facts.last as? ChargeHandedOver)
        #expect(charge.receiver == Fixture.chargeNurse)
        #expect(ward.state.dialogs.isEmpty)
        #expect(ward.screen.contains("in charge: 赵蕾"), "\(ward.screen)")
        #expect(!ward.screen.contains("C3003"))
    }

    @Test(arguments: [(Language.english, "died; in the care of"), (.chinese, "已故；照护人")])
    func theShiftPageSaysThatAChildDied(language: Language, said: String) throws {
        let ward = Fixture(language)
        let scene = ward.state.scene(ward.now)
        let snapshot = scene.ward.shiftSnapshot(now: ward.now.reading, rules: ClinicalRules(), sinceLast: [:])
        let lines = ShiftPage.lines(snapshot, scene).map(\.text)
        let dead = lines.filter { $0.contains("周*") && $0.contains(said) }
        #expect(dead.count == 1, "\(lines)")
        #expect(lines.count { $0.contains(said) } == 1)
    }
}
