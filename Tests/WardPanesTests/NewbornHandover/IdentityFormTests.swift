import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// Identity on pane 3: bands lost, doubts, wrong bands, arrivals, relatives, visitors, the card, the farewell.
struct IdentityFormTests {
    private typealias Fixture = HandoverFixture

    private func opened(_ language: Language = .english, as badge: Badge = Fixture.midwife) -> HandoverFixture {
        var ward = Fixture(language)
        ward.open()
        ward.signIn(badge)
        return ward
    }

    @Test func aPairScannedOneAfterTheOtherBeginsTheHandoverWithoutAKey() {
        var ward = opened()
        ward.scan(Fixture.liBaby[0], Fixture.liBand, Fixture.nurse.rawValue, Fixture.midwife.rawValue)
        ward.press(.character("2"), .enter)
        #expect(ward.baby(ward.li).custody.custodian == .staff(Fixture.nurse))
        #expect(ward.baby(ward.li).custody.place == .nicu)
        #expect(ward.state.dialogs.isEmpty)
    }

    @Test func anotherMothersBandOrALaterOneBeginsNothing() {
        var ward = opened()
        ward.scan(Fixture.liBaby[0], Fixture.wuBand)
        #expect(ward.state.dialogs.isEmpty)
        ward.open()
        ward.scan(Fixture.liBaby[0])
        ward.advance(61)
        ward.scan(Fixture.liBand)
        #expect(ward.state.dialogs.isEmpty)
    }

    @Test func aLostBandIsTakenOffAndReplacedByTwoWithEveryScanFindingItsField() {
        var ward = opened()
        ward.scan(Fixture.liBaby[0])
        ward.press(.character("b"), .character("l"), .character("1"), .tab)
        ward.type("bath")
        ward.press(.enter)
        #expect((ward.facts.last as? BandLost)?.limb == .leftWrist)
        ward.press(.character("b"), .character("a"))
        ward.scan(Fixture.liBaby[1], Fixture.chargeNurse.rawValue, "B-LI-9", Fixture.liBand)
        ward.press(.character("1"), .tab, .tab, .tab, .tab, .tab)
        ward.type("lost")
        ward.press(.enter)
        let fact = ward.facts.last as? BandAttached
        #expect(fact?.code == "B-LI-9" && fact?.second == Fixture.chargeNurse)
        #expect(ward.baby(ward.li).attachedBands.count == 2)
    }

    /// A scanner sends number and issue; the band goes on with the issue that it says, and no other issue proves the baby.
    @Test func theIssueThatABandSaysIsKeptAndNoOtherIsTaken() {
        func scan(_ issue: Int) -> String { "]d28018690123400000000018\u{1D}8019\(issue)" }
        var ward = opened()
        ward.scan(Fixture.liBaby[0])
        ward.press(.character("b"), .character("l"), .character("1"), .tab)
        ward.type("bath")
        ward.press(.enter)
        ward.press(.character("b"), .character("a"))
        ward.scan(Fixture.liBaby[1], Fixture.chargeNurse.rawValue, scan(5), Fixture.liBand)
        ward.press(.character("1"), .tab, .tab, .tab, .tab, .tab)
        ward.type("lost")
        ward.press(.enter)
        let fact = ward.facts.last as? BandAttached
        #expect(fact?.code == "690123400000000018" && fact?.printedIssue == 5, "\(ward.screen)")
        ward.press(.character("m"))
        ward.scan(scan(6))
        #expect(ward.screen.contains("issue 6 was ever put on"), "\(ward.screen)")
        #expect(ward.state.dialogs.last?.panel.holdsWork != true, "it fills no field")
        ward.press(.character("b"), .character("r"))
        ward.scan(scan(6))
        #expect(ward.focusedField == "second", "an issue that is not on yet is the new band's")
    }

    @Test func aDeathIsNotRecordedBeforeItsTimeIsSaid() {
        var ward = opened()
        ward.scan(Fixture.liBaby[0])
        ward.press(.character("d"), .character("x"), .enter)
        #expect(ward.screen.contains("Type the time of death."))
        #expect(ward.baby(ward.li).outcome == .live)
        ward.type("-5")
        ward.press(.enter)
        #expect(ward.baby(ward.li).outcome == .diedLater)
        #expect(ward.entries.last?.stamp.occurred.moment == ward.now.moment.advanced(seconds: -300))
    }

    @Test(arguments: [Language.english, .chinese])
    func twoUnbandedBabiesTurnThePaneUntilEachIsFoundOut(_ language: Language) {
        var ward = opened(language)
        for (mother, limbs) in [(ward.li, 1), (ward.wu, 1)] {
            for limb in [Limb.leftWrist, .rightAnkle] {
                ward.record(
                    LoseBand(newborn: NewbornID(mother, order: limbs), limb: limb, reason: "bath"), by: Fixture.midwife)
            }
        }
        #expect(ward.role(of: "STOP 停") == .stop)
        #expect(ward.screen.contains(language == .english ? "WITHOUT A BAND AT ONCE" : "无腕带"))
        #expect(ward.screen.contains(language == .english ? "李* Girl 1/1" : "李*之女 1/1"))
        #expect(ward.screen.contains(language == .english ? "吴*梅 Girl A 1/2" : "吴*梅之女A 1/2"))
        ward.press(.character("k"))
        #expect(ward.state.dialogs.isEmpty, "a midwife may not")
        ward.signIn(Fixture.doctor)
        for _ in 0..<2 {
            ward.press(.character("k"), .character("1"), .tab)
            ward.type("left foot")
            ward.scan(Fixture.nurse.rawValue)
            ward.press(.tab, .tab)
            ward.type("head")
            ward.press(.enter)
        }
        #expect(ward.facts.filter { $0 is IdentityResolved }.count == 2)
        #expect(!ward.screen.contains("STOP"))
    }

    @Test func wrongBandsAreSaidAndNothingIsHandedOver() {
        var ward = opened()
        ward.press(.character("h"))
        ward.scan(Fixture.wuBabyB[0], Fixture.liBand)
        ward.signIn(Fixture.chargeNurse)
        ward.press(.character("k"), .character("2"), .tab)
        ward.type("bands swapped")
        ward.press(.enter)
        #expect(ward.facts.last is RebandingOrdered)
        ward.scan(Fixture.wuBabyB[0])
        #expect(ward.role(of: "The bands were found to be wrong") == .alarmHigh)
        #expect(ward.screen.contains("adverse event draft"))
        ward.press(.character("h"))
        ward.scan(Fixture.wuBabyB[0], Fixture.wuBand, Fixture.midwife.rawValue, Fixture.nurse.rawValue)
        ward.press(.character("2"), .enter)
        #expect(ward.screen.contains("The bands were found to be wrong"))
        #expect(ward.baby(ward.wu, 2).custody.place == .deliveryRoom)
    }

    @Test func everyScanStartsAgainWhenAMismatchCameFromElsewhere() {
        var ward = opened()
        ward.press(.character("h"))
        ward.scan(Fixture.liBaby[0], Fixture.liBand, Fixture.midwife.rawValue, Fixture.nurse.rawValue)
        let wrong = HandOver(
            band: Fixture.liBaby[1], motherBand: Fixture.wuBand, giver: Fixture.midwife.rawValue,
            receiver: Fixture.nurse.rawValue, to: .nicu)
        ward.record(wrong, by: Fixture.nurse)
        ward.record(ClearMismatch(newborn: NewbornID(ward.li, order: 1), reason: "read aloud"), by: Fixture.doctor)
        ward.press(.character("2"), .enter)
        let dialog = ward.state.dialogs.last?.panel as? HandoverDialog
        #expect(dialog?.scans == HandoverScans())
        #expect(ward.screen.contains("every scan starts again"))
        #expect(ward.baby(ward.li).custody.place == .deliveryRoom)
    }

    @Test func aSimilarNameIsSaidInTheDialogAndOnThePage() {
        var ward = opened()
        ward.record(
            AdmitMother(identity: MotherIdentity(name: "黎娜", mrn: "ZY2025001")), by: Fixture.midwife)
        ward.press(.character("h"))
        ward.scan(Fixture.liBaby[0])
        #expect(ward.role(of: "= SIMILAR NAME: 黎* ..5001") == .lookAlike)
        ward.press(.escape, .escape)
        ward.scan(Fixture.liBaby[0])
        #expect(ward.role(of: "= SIMILAR NAME") == .lookAlike)
        ward.press(.escape)
        #expect(!ward.screen.contains("SIMILAR NAME"), "the list has a sign and the number")
        for keys in ["b", "e", "r", "w", "dc", "dv"] {
            for key in keys { ward.press(.character(key)) }
            #expect(ward.screen.contains("SIMILAR NAME"), "\(keys)")
            ward.press(.escape)
        }
    }

    @Test func howABabyWasFoundStandsOnItsPageAndIsHandedOnWithIt() throws {
        var ward = opened()
        ward.scan(Fixture.liBaby[0])
        ward.press(.character("d"), .character("c"))
        ward.type("9e99")
        ward.press(.tab)
        ward.type("98")
        ward.press(.enter)
        #expect(ward.screen.contains("is out of range"))
        ward.press(.control("u"))
        ward.type("36.8")
        ward.press(.tab, .tab)
        ward.type("pink")
        ward.press(.enter)
        #expect(ward.screen.contains("36.8 C  SpO2 98 %  colour: pink"))
        ward.record(
            HandOver(
                band: Fixture.liBaby[0], motherBand: Fixture.liBand, giver: Fixture.midwife.rawValue,
                receiver: Fixture.nurse.rawValue, to: .nicu), by: Fixture.midwife)
        let found = try #require(ward.baby(ward.li).lastHandover?.found)
        #expect(found.condition.temperatureTenths == 368 && found.by == Fixture.midwife)
    }

    @Test func aBabyComesWithoutItsMother() {
        var ward = opened()
        ward.press(.character("n"), .character("4"), .tab, .tab)
        ward.type("foundling 1")
        ward.press(.tab, .tab, .tab, .tab, .tab, .tab, .tab, .character("1"), .enter)
        let fact = ward.facts.last as? NewbornAdmitted
        #expect(fact?.how == .foundling && fact?.mother.label == "foundling 1" && fact?.sex == nil)
        #expect(ward.screen.contains("foundling 1 Baby 1/1"))
        #expect(ward.screen.contains("police: not told yet"))
        ward.press(.character("d"), .character("p"), .character("1"), .tab)
        ward.type("officer 117")
        ward.press(.enter)
        #expect((ward.facts.last as? AuthorityNotified)?.authority == .police)
        #expect(ward.screen.contains("police: officer 117"))
    }

    @Test func aRelativeIsNamedAndTakesTheBabyByAPass() {
        var ward = opened()
        ward.scan(Fixture.liBaby[0])
        ward.press(.character("d"), .character("r"))
        ward.scan("PASS-77", Fixture.liBand)
        ward.type("张伟")
        ward.press(.tab)
        ward.type("father")
        ward.press(.enter)
        let fact = ward.facts.last as? RelativeAuthorised
        #expect(fact?.pass == "PASS-77" && fact?.motherBand == Fixture.liBand)
        #expect(ward.screen.contains("may give and take:  张伟 (father)"))
        ward.press(.character("h"))
        ward.scan(Fixture.liBaby[0], Fixture.liBand, "PASS-77", Fixture.midwife.rawValue)
        #expect(ward.screen.contains("张伟 (father)"))
        ward.press(.character("3"), .enter)
        #expect(ward.baby(ward.li).custody.custodian == .relative(name: "张伟", relation: "father"))
    }

    @Test func visitorsComeInAndGoOut() {
        var ward = opened()
        ward.scan(Fixture.liBaby[0])
        ward.press(.character("d"), .character("v"))
        ward.type("张伟")
        ward.press(.tab)
        ward.type("father")
        ward.press(.enter)
        #expect((ward.facts.last as? VisitorEntered)?.name == "张伟")
        #expect(ward.screen.contains("visitors in:"))
        ward.press(.character("d"), .character("o"), .character("1"))
        #expect((ward.facts.last as? VisitorLeft)?.name == "张伟")
        #expect(!ward.screen.contains("visitors in:"))
    }

    @Test func theCardIsWrittenByOneAndReadBackByAnother() {
        var ward = opened()
        ward.scan(Fixture.liBaby[0])
        ward.press(.character("i"))
        ward.type("grunting")
        ward.press(.enter)
        #expect((ward.facts.last as? TransferCardWritten)?.card[.situation] == "grunting")
        #expect(ward.screen.contains("not read back"))
        ward.signIn(Fixture.nurse)
        ward.press(.character("i"))
        #expect(ward.screen.contains("Read back: I BABY 李* Girl 1/1 F ..6001, bed 3."))
        #expect(ward.screen.contains("grunting"))
        ward.press(.enter)
        #expect(ward.facts.last is TransferCardReadBack)
        #expect(ward.screen.contains("read back by 钱芳"))
    }

    @Test func theRegisteredNameStandsBesideTheDistinctOne() {
        var ward = opened(.chinese)
        ward.record(
            DescribeNewborn(
                newborn: NewbornID(ward.li, order: 1), details: NewbornDetails(registeredName: "张安")),
            by: Fixture.midwife)
        ward.scan(Fixture.liBaby[0])
        #expect(ward.screen.contains("婴 李*之女 1/1 女 ..6001"))
        #expect(ward.screen.contains("登记姓名 张安"))
    }

    @Test func aChildWhoDiedHasItsOwnQuietWay() {
        var ward = opened()
        ward.press(.end, .enter)
        #expect(ward.screen.contains("family: not recorded"))
        ward.press(.character("d"), .character("a"), .character("1"), .tab)
        ward.type("周强")
        ward.press(.tab)
        ward.type("father")
        ward.press(.enter)
        #expect((ward.facts.last as? FarewellAgreed)?.wish == .familyTakes)
        ward.press(.character("d"), .character("r"))
        ward.type("medical office")
        ward.press(.enter)
        #expect(ward.screen.contains("family: the family takes the child"))
        ward.press(.character("d"), .character("g"))
        ward.scan(Fixture.nurse.rawValue, Fixture.chargeNurse.rawValue)
        #expect(ward.focusedField == "to", "its band and its mother's are asked of nobody: it wears none")
        ward.type("周强")
        ward.press(.tab)
        ward.type("father")
        ward.press(.tab, .character("1"), .tab)
        ward.type("123X")
        ward.press(.enter)
        let fact = ward.facts.last as? ChildReleased
        #expect(fact?.second == Fixture.nurse && fact?.signatureSeenBy == Fixture.chargeNurse)
        #expect(fact?.to == "周强" && fact?.band == nil)
    }

    @Test(arguments: [Language.english, .chinese])
    func nothingForTheLivingIsOfferedForAChildWhoDied(_ language: Language) {
        var ward = opened(language)
        ward.press(.end)
        for key in ["w", "v", "e", "i", "g"] {
            let count = ward.entries.count
            ward.press(.character(Character(key)))
            #expect(ward.state.dialogs.isEmpty && ward.entries.count == count, "\(key)")
        }
        ward.press(.character("h"))
        let places = (ward.state.dialogs.last?.panel as? HandoverDialog)?.places ?? []
        #expect(places.first == .mortuary && places.contains(.bath) && places.contains(.motherBed))
        #expect(!places.contains(.hearing) && !places.contains(.vaccination))
    }

    @Test func aMothersNewBandIsPutOnByTwoAndEveryScanFindsItsField() {
        var ward = opened()
        ward.scan(Fixture.liBaby[0])
        ward.press(.character("b"), .character("m"))
        ward.scan(Fixture.chargeNurse.rawValue, Fixture.liBaby[1], "M-LI-9")
        ward.press(.enter)
        #expect(!(ward.facts.last is MotherBandAttached), "it says why")
        ward.type("cut off in theatre")
        ward.press(.enter)
        let fact = ward.facts.last as? MotherBandAttached
        #expect(fact?.code == "M-LI-9" && fact?.second == Fixture.chargeNurse && fact?.babyBand == Fixture.liBaby[1])
        #expect(fact?.reason == "cut off in theatre")
    }

    @Test func anotherMothersBabyStopsTheMothersNewBand() {
        var ward = opened()
        ward.scan(Fixture.liBaby[0])
        ward.press(.character("b"), .character("m"))
        ward.scan(Fixture.chargeNurse.rawValue, Fixture.wuBabyA[0], "M-LI-9")
        ward.press(.enter)
        ward.type("cut off in theatre")
        ward.press(.enter)
        #expect((ward.facts.last as? HandoverMismatched)?.during == .banding)
        #expect(ward.screen.contains("STOP"))
        #expect(ward.screen.contains(Fixture.liBaby[0]), "what belongs")
    }

    @Test func aVoidIssueThatIsTypedIsRefusedToo() {
        var ward = opened()
        let number = "690123400000000018"
        for reason in ["person code", "wet"] {
            ward.record(
                AttachMotherBand(
                    admission: ward.li, band: number, kind: .person, second: Fixture.chargeNurse,
                    babyBand: Fixture.liBaby[0], reason: reason), by: Fixture.midwife)
        }
        ward.press(.character("h"))
        ward.scan(Fixture.liBaby[0], Fixture.midwife.rawValue, Fixture.nurse.rawValue)
        ward.press(.up, .up, .up)
        for _ in 0..<6 { if ward.focusedHandoverField != .mother { ward.press(.tab) } }
        ward.type("(8018)\(number)(8019)2")
        ward.press(.enter)
        #expect(ward.screen.contains("void"))
        #expect(!(ward.facts.last is HandoverCompleted))
    }

    @Test func whereTheSiteAsksThePINsAreAskedOneAfterTheOther() {
        var ward = Fixture()
        ward.askForPINs()
        ward.open()
        ward.signIn(Fixture.chargeNurse)
        ward.press(.character("h"))
        ward.scan(Fixture.liBaby[0], Fixture.liBand, Fixture.midwife.rawValue, Fixture.nurse.rawValue)
        ward.press(.character("2"), .enter)
        #expect(ward.screen.contains("[ ] 王敏"))
        ward.type("9999")
        ward.press(.enter)
        #expect(ward.screen.contains("Wrong PIN."))
        ward.press(.escape)
        #expect((ward.state.dialogs.last?.panel as? HandoverDialog)?.scans.giver == Fixture.midwife.rawValue)
        ward.press(.enter)
        for _ in 0..<2 {
            ward.type("1234")
            ward.press(.enter)
        }
        #expect((ward.facts.last as? HandoverCompleted)?.pinChecked == [Fixture.midwife, Fixture.nurse])
        #expect(ward.state.session?.badge == Fixture.chargeNurse, "a PIN for a handover signs nobody in")
        #expect(ward.state.dialogs.isEmpty)
    }

    @Test func aShiftChangeAsksForThePINsAsAHandoverDoesAndLosesNoScan() {
        var ward = Fixture()
        ward.askForPINs()
        ward.open()
        ward.signIn(Fixture.chargeNurse)
        ward.press(.character("a"))
        ward.scan(Fixture.liBaby[0], Fixture.wuBabyA[0], Fixture.midwife.rawValue, Fixture.nurse.rawValue)
        ward.press(.enter)
        if ward.screen.contains("Say why") {
            ward.type("asleep")
            ward.press(.enter)
        }
        #expect(ward.screen.contains("[ ] 王敏"))
        let before = ward.entries.count
        for _ in 0..<2 {
            ward.type("1234")
            ward.press(.enter)
        }
        #expect(ward.entries.count > before)
        #expect(ward.facts.last is GroupHandedOver)
        let handed = ward.facts.compactMap { $0 as? HandoverCompleted }.suffix(2)
        #expect(handed.allSatisfy { $0.pinChecked == [Fixture.midwife, Fixture.nurse] })
    }

    @Test func theWrongBabyDrillIsMarkedOnEveryRowAndTouchesNobody() {
        var ward = opened()
        let before = ward.entries.count
        ward.press(.character("t"))
        ward.scan(Fixture.liBaby[0])
        #expect(ward.screen.contains("training bands only"))
        ward.scan("TRAIN-B1", "TRAIN-M2")
        let rows = ward.screen.split(separator: "\n").dropFirst().dropLast()
        #expect(rows.filter { $0.contains("DRILL 演练") }.count >= 10)
        #expect(ward.screen.contains("STOP 停"))
        #expect(ward.role(of: "STOP 停") == .drill)
        ward.scan(Fixture.midwife.rawValue)
        #expect(!ward.screen.contains("Cleared by"))
        ward.scan(Fixture.chargeNurse.rawValue)
        #expect(ward.screen.contains("Cleared by 赵蕾"))
        ward.press(.escape)
        #expect(ward.entries.count == before)
    }
}
