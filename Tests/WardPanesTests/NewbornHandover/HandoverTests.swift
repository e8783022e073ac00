import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// The handover dialog: four scans in any order, a place, Enter.
struct HandoverTests {
    private typealias Fixture = HandoverFixture

    /// All orders of four things.
    static let orders: [[Int]] = (0..<24).map { number in
        var (rest, order, left) = (number, [Int](), [0, 1, 2, 3])
        for count in [4, 3, 2, 1] {
            order.append(left.remove(at: rest % count))
            rest /= count
        }
        return order
    }

    private func signedIn(_ language: Language = .english) -> HandoverFixture {
        var ward = Fixture(language)
        ward.open()
        ward.signIn(Fixture.midwife)
        return ward
    }

    @Test(arguments: orders)
    func fourScansInAnyOrderAndTwoKeys(_ order: [Int]) {
        var ward = signedIn()
        let codes = [Fixture.liBaby[0], Fixture.liBand, Fixture.midwife.rawValue, Fixture.nurse.rawValue]
        ward.press(.character("h"))
        for index in order { ward.scan(codes[index]) }
        #expect(!(ward.facts.last is HandoverCompleted), "no scan confirms")
        ward.press(.character("2"), .enter)
        let custody = ward.baby(ward.li).custody
        #expect(custody.custodian == .staff(Fixture.nurse))
        #expect(custody.place == .nicu)
        #expect(ward.state.dialogs.isEmpty)
    }

    @Test(arguments: orders)
    func theMotherTakesHerBabyByHerBand(_ order: [Int]) {
        var ward = signedIn()
        let codes = [Fixture.wuBabyB[1], Fixture.wuBand, Fixture.midwife.rawValue, Fixture.wuBand]
        ward.press(.character("h"))
        for index in order { ward.scan(codes[index]) }
        ward.press(.character("1"), .enter)
        #expect(ward.baby(ward.wu, 2).custody.custodian == .mother)
        #expect(ward.baby(ward.wu, 1).custody.custodian == .staff(Fixture.midwife))
    }

    @Test(arguments: orders)
    func theMotherGivesHerBabyByHerBand(_ order: [Int]) {
        var ward = signedIn()
        ward.record(
            HandOver(
                band: Fixture.liBaby[0], motherBand: Fixture.liBand, giver: Fixture.midwife.rawValue,
                receiver: Fixture.liBand, to: .motherBed), by: Fixture.midwife)
        ward.advance(60)
        let codes = [Fixture.liBaby[1], Fixture.liBand, Fixture.liBand, Fixture.nurse.rawValue]
        ward.press(.character("h"))
        for index in order { ward.scan(codes[index]) }
        ward.press(.character("5"), .enter)
        #expect(ward.screen.contains("Back by when?"), "an errand needs its end")
        ward.type("+30")
        ward.press(.enter)
        let custody = ward.baby(ward.li).custody
        #expect(custody.custodian == .staff(Fixture.nurse))
        #expect(custody.expectedBack == ward.now.moment.advanced(seconds: 1800))
    }

    @Test func aScannedCodeShowsWhoItIs() {
        var ward = signedIn()
        ward.press(.character("h"))
        ward.scan(Fixture.wuBabyA[0])
        #expect(ward.screen.contains("BABY 吴*梅 Girl A 1/2 F ..6002, bed 5"))
        #expect(ward.screen.contains("with: 王敏"))
        ward.scan(Fixture.nurse.rawValue)
        #expect(ward.screen.contains("钱芳, nurse"))
        #expect((ward.state.dialogs.last?.panel as? HandoverDialog)?.scans.receiver == Fixture.nurse.rawValue)
    }

    @Test(arguments: ["COT-17", "B-WU-B1", "W1001"])
    func aCodeThatFitsNoFieldIsRefusedWithTheReason(_ code: String) {
        var ward = signedIn()
        ward.press(.character("h"))
        ward.scan(Fixture.wuBabyA[0], Fixture.midwife.rawValue)
        let before = (ward.state.dialogs.last?.panel as? HandoverDialog)?.scans
        ward.scan(code)
        let dialog = ward.state.dialogs.last?.panel as? HandoverDialog
        #expect(dialog?.scans == before)
        #expect(dialog?.order.message?.role == .fieldError)
        #expect(!(ward.facts.last is HandoverMismatched))
    }

    @Test(arguments: [false, true])
    func twoScansAndOneKeyCheckABabyAgainstItsMother(motherFirst: Bool) {
        var ward = signedIn()
        ward.press(.character("v"))
        let codes = [Fixture.liBaby[0], Fixture.liBand]
        for code in motherFirst ? codes.reversed() : codes { ward.scan(code) }
        ward.press(.enter)
        #expect(ward.facts.last is MotherBandChecked)
        #expect(ward.state.dialogs.isEmpty)
    }

    @Test func aCheckAgainstAnotherMotherIsAMismatch() {
        var ward = signedIn()
        ward.press(.character("v"))
        ward.scan(Fixture.wuBabyA[0], Fixture.liBand)
        ward.press(.enter)
        #expect(ward.facts.last is HandoverMismatched)
        #expect(ward.screen.contains("STOP"))
    }

    @Test(arguments: ["COT-17", "W1001"])
    func aCotCardOrABadgeIsNoBandToCheck(_ code: String) {
        var ward = signedIn()
        ward.press(.character("v"))
        ward.scan(code)
        ward.press(.enter)
        #expect(!(ward.facts.last is MotherBandChecked))
        #expect(!ward.state.dialogs.isEmpty)
    }

    @Test func theSelectedBabyIsShownAndMustStillBeScanned() {
        var ward = signedIn()
        ward.press(.down, .down, .character("h"))
        #expect(ward.screen.contains("Selected: BABY 吴*梅 Boy B 2/2 M"))
        ward.scan(Fixture.wuBabyA[0])
        #expect(ward.role(of: "NOT the selected") == .alarmHigh)
    }

    @Test func whatIsMissingIsNamedAndNothingIsLost() {
        var ward = signedIn()
        ward.press(.character("h"))
        ward.scan(Fixture.liBaby[0], Fixture.midwife.rawValue)
        ward.press(.enter)
        #expect(ward.screen.contains("Scan the mother's band, or say why there is none."))
        #expect(ward.screen.contains("Choose a place."))
        ward.resize(100, 30)
        ward.scan(Fixture.nurse.rawValue)
        ward.press(.tab)
        #expect((ward.state.dialogs.last?.panel as? HandoverDialog)?.scans.giver == Fixture.midwife.rawValue)
    }

    @Test func aReasonStandsForTheMothersBand() {
        var ward = signedIn()
        ward.press(.character("h"))
        ward.scan(Fixture.liBaby[0], Fixture.midwife.rawValue, Fixture.nurse.rawValue)
        ward.press(.tab)
        ward.type("in theatre")
        ward.press(.tab, .tab, .tab, .character("2"), .enter)
        #expect((ward.facts.last as? HandoverCompleted)?.noMotherBandReason == "in theatre")
    }

    @Test func aRelativeIsTypedWithTheRelation() {
        var ward = signedIn()
        ward.press(.character("h"))
        ward.scan(Fixture.liBaby[0], Fixture.liBand, Fixture.midwife.rawValue)
        ward.type("father 张伟")
        ward.press(.tab, .character("1"), .enter)
        #expect(ward.screen.contains("has not named this relative"))
        ward.record(
            AuthoriseRelative(admission: ward.li, name: "张伟", relation: "father", motherBand: Fixture.liBand),
            by: Fixture.midwife)
        ward.press(.escape, .escape, .character("h"))
        ward.scan(Fixture.liBaby[0], Fixture.liBand, Fixture.midwife.rawValue)
        ward.type("father 张伟")
        ward.press(.tab, .character("1"), .enter)
        #expect(ward.baby(ward.li).custody.custodian == .relative(name: "张伟", relation: "father"))
    }

    @Test func whoHasNotTheBabyCannotGiveIt() {
        var ward = signedIn()
        ward.press(.character("h"))
        ward.scan(Fixture.liBaby[0], Fixture.liBand, Fixture.doctor.rawValue, Fixture.nurse.rawValue)
        ward.press(.character("2"), .enter)
        #expect(ward.screen.contains("The giver does not have the baby: 王敏 does."))
        #expect(ward.baby(ward.li).custody.place == .deliveryRoom)
    }

    @Test func theMortuaryStandsInTheListOfAChildWhoDiedOnly() {
        var ward = signedIn()
        ward.press(.character("h"))
        #expect((ward.state.dialogs.last?.panel as? HandoverDialog)?.places.contains(.mortuary) == false)
        ward.press(.escape, .end, .character("h"))
        #expect((ward.state.dialogs.last?.panel as? HandoverDialog)?.places.first == .mortuary)
    }

    @Test func aHandoverNeedsSomebodySignedIn() {
        var ward = Fixture()
        ward.open()
        ward.press(.character("h"))
        #expect(ward.screen.contains("Sign in first. Then: hand over"))
    }
}
