import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// The head count, the forms about bands and the first minutes.
struct HeadCountTests {
    private typealias Fixture = HandoverFixture

    private func counting() -> HandoverFixture {
        var ward = Fixture()
        ward.open()
        ward.press(.character("c"))
        return ward
    }

    @Test func theMissingStandFirstUntilAllAreSeen() {
        var ward = counting()
        ward.advance(65)
        #expect(ward.screen.contains("1:05"))
        #expect(ward.screen.contains("0/3"))
        ward.scan(Fixture.liBaby[0], Fixture.wuBabyB[1])
        #expect(ward.role(of: "1 MISSING") == .alarmHigh)
        let lines = ward.screen.split(separator: "\n").map(String.init)
        let missing = lines.firstIndex { $0.contains("MISSING BABY A 1/2") }!
        #expect(missing < lines.firstIndex { $0.contains("BABY A 1/1") }!)
        ward.scan(Fixture.wuBabyA[0])
        #expect(ward.role(of: "ALL HERE") == .match)
        ward.advance(60)
        #expect(ward.screen.contains("01:05"), "the time stands still at the last baby")
    }

    @Test func aBabyCountsOnceByWhicheverBand() {
        var ward = counting()
        ward.scan(Fixture.liBaby[0], Fixture.liBaby[1])
        #expect(ward.screen.contains("1/3"))
        #expect(ward.screen.contains("This baby is counted already. BABY 李* Girl 1/1"))
    }

    @Test(arguments: [("COT-3", "no band and no badge"), ("M-LI", "no baby's band"), ("W1001", "no baby's band")])
    func aCodeThatIsNoBabysSaysSo(_ code: String, said: String) {
        var ward = counting()
        ward.scan(code)
        #expect(ward.screen.contains(said))
        #expect(ward.screen.contains("0/3"))
    }

    @Test func nothingIsRecordedBeforeTheFirstScan() {
        var ward = counting()
        let count = ward.entries.count
        ward.press(.enter, .escape)
        #expect(ward.entries.count == count)
        #expect(ward.state.dialogs.isEmpty)
    }

    @Test func itBeginsAtTheKeyPressAndEndsWithTheLastBaby() throws {
        var ward = counting()
        ward.advance(5)
        ward.scan(Fixture.liBaby[0], Fixture.wuBabyB[1])
        ward.advance(60)
        ward.scan(Fixture.wuBabyA[0])
        ward.advance(30)
        ward.press(.enter)
        let end = try #require(ward.facts.last as? HeadCountFinished)
        #expect(end.missing.isEmpty)
        #expect(end.counted == 3)
        #expect(end.seconds == 65)
        #expect(ward.state.dialogs.isEmpty)
    }

    @Test func itGoesOnAtOtherTerminalsAndInTheClockRow() {
        var ward = counting()
        ward.scan(Fixture.liBaby[0])
        ward.press(.escape)
        #expect(ward.screen.contains("head count 1/3"))
        ward.record(CountNewborn(band: Fixture.wuBabyA[0]), by: Fixture.nurse)
        ward.press(.character("c"))
        #expect(ward.screen.contains("2/3"))
    }

    @Test func aCountThatEndsWithSomebodyMissingAsksWhyAndNamesThem() throws {
        var ward = counting()
        ward.scan(Fixture.liBaby[0], Fixture.wuBabyA[0])
        ward.press(.enter)
        #expect(ward.screen.contains("1 MISSING"))
        ward.press(.enter)
        #expect(ward.facts.last is NewbornCounted, "without a reason it does not end")
        ward.type("code pink called")
        ward.press(.enter)
        let end = try #require(ward.facts.last as? HeadCountFinished)
        #expect(end.missing.map(\.newborn) == [ward.baby(ward.wu, 2).id])
        #expect(ward.screen.contains("This count has ended"))
        ward.press(.escape)
        #expect(ward.state.dialogs.isEmpty)
    }

    @Test func anEvacuationReadsEveryBandAgainAtTheDestination() throws {
        var ward = counting()
        ward.press(.character("e"))
        ward.type("east corridor")
        ward.press(.enter)
        ward.scan(Fixture.liBaby[0], Fixture.wuBabyA[0], Fixture.wuBabyB[0])
        #expect(ward.screen.contains("EVACUATION > east corridor"))
        #expect(ward.screen.contains("0/3"))
        #expect(ward.screen.contains("3 under way"))
        ward.press(.character("d"))
        ward.scan(Fixture.liBaby[1])
        #expect((ward.facts.last as? NewbornCounted)?.stage == .destination)
        #expect(ward.role(of: "on way") == .dueSoon)
        ward.scan(Fixture.wuBabyA[0], Fixture.wuBabyB[0])
        #expect(ward.screen.contains("ALL HERE"))
    }

    @Test(arguments: [Language.english, .chinese])
    func everyKeyOfAnEvacuationStandsInTheFooterAt80Columns(language: Language) {
        var ward = Fixture(language)
        ward.open()
        ward.press(.character("c"), .character("e"))
        ward.type("east")
        ward.press(.enter)
        let footer = String(ward.screen.split(separator: "\n").last ?? "")
        let keys = language == .english ? ["Enter end", "Esc leave"] : ["Enter 结束", "Esc 离开"]
        for key in keys + ["p ", "e ", "d ", "w ", "t "] { #expect(footer.contains(key), "\(key): \(footer)") }
        #expect(footer.count { $0 == " " } > 0 && !footer.contains("..."))
    }

    // MARK: A baby without a band

    @Test func aBabyWithoutABandIsSeenByTwo() throws {
        var ward = Fixture()
        for limb in [Limb.leftWrist, .rightAnkle] {
            ward.record(LoseBand(newborn: ward.baby(ward.li).id, limb: limb, reason: "bath"), by: Fixture.midwife)
        }
        ward.open()
        ward.signIn(Fixture.midwife)
        ward.press(.character("c"), .character("w"))
        #expect(ward.screen.contains("Seen here without a band"))
        ward.press(.down, .enter)
        ward.scan("W2002")
        ward.press(.enter)
        let counted = try #require(ward.facts.compactMap { $0 as? NewbornCounted }.last, "\(ward.screen)")
        #expect(counted.band == nil && counted.second == Fixture.nurse)
        #expect(ward.screen.contains("1/3"))
        #expect(ward.role(of: "1 NO BAND") == .alarmMedium)
        ward.press(.character("w"))
        #expect(ward.screen.contains("has a band on record"))
    }

    // MARK: Drill and real

    private func drilling() -> HandoverFixture {
        var ward = Fixture(rules: ClinicalLibrary.compiledIn.rules)
        ward.record(StartChecklist<Drill>(drillProtocol: "infant-abduction"), by: Fixture.midwife)
        ward.open()
        ward.press(.character("c"), .character("p"))
        return ward
    }

    @Test func aRealCodePinkBeginsByKeysWhileADrillRuns() {
        var ward = drilling()
        #expect(!(ward.facts.last is HeadCountStarted), "which it is is asked")
        #expect(ward.screen.contains("DRILL suspended"))
        ward.press(.character("r"))
        #expect(ward.facts.contains { ($0 as? HeadCountStarted)?.drill == nil && $0 is HeadCountStarted })
        #expect(ward.facts.last is ChecklistSuspended)
        #expect(ward.screen.contains("CODE PINK"))
        ward.scan(Fixture.liBaby[0])
        #expect(ward.screen.contains("1/3"))
    }

    @Test func aRealCodePinkTakesThePlaceOfADrillsCount() throws {
        var ward = drilling()
        ward.press(.character("d"))
        #expect((ward.facts.last as? HeadCountStarted)?.drill != nil)
        ward.advance(60)
        ward.press(.character("p"), .character("r"))
        let begun = try #require(ward.facts.compactMap { $0 as? HeadCountStarted }.last)
        #expect(begun.drill == nil && begun.purpose == .codePink)
        #expect(!ward.screen.contains("This count has ended"))
        #expect(ward.screen.contains("0:00"), "it is a count of its own")
        ward.scan(Fixture.liBaby[0])
        #expect(ward.facts.last is NewbornCounted)
    }

    @Test func theCensusOnPaperNamesEveryBabyWithItsBandsAndNotTheDead() {
        var ward = Fixture()
        ward.open()
        ward.signIn(Fixture.midwife)
        let page = CensusPage.text(ward.state.scene(ward.now))
        for code in Fixture.liBaby + Fixture.wuBabyA + Fixture.wuBabyB { #expect(page.contains(code)) }
        #expect(page.contains("Census of newborns: 3"))
        #expect(page.contains("ZY2026002"))
        #expect(!page.contains("ZY2026003"))
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func theRegisterOnPaperSaysHowTheBabyWasFoundAndWhoSigned() throws {
        var ward = HandoverFixture()
        var condition = NewbornCondition()
        condition[.skin] = "intact"
        ward.record(NoteCondition(newborn: NewbornID(ward.li, order: 1), condition), by: HandoverFixture.midwife)
        ward.record(
            DischargeNewborn(
                band: HandoverFixture.liBaby[0], otherBand: HandoverFixture.liBaby[1],
                motherBand: HandoverFixture.liBand, to: .home, collector: "张伟", relation: "father",
                documentKind: .identityCard, documentLast4: "012X",
                second: HandoverFixture.nurse, signatureSeenBy: HandoverFixture.chargeNurse),
            by: HandoverFixture.midwife)
        let found = try #require(ward.state.ward.newborn(NewbornID(ward.li, order: 1)))
        let row = try #require(HandoverRow(found.newborn, of: found.admission))
        let scene = ward.state.scene(ward.now)
        let registered = RegisterRow(row, found.newborn)
        let page = RegisterPage.job([registered], RegisterFilter(), scene).text
        #expect(!page.contains("of the newest"))
        let newest = RegisterPage.job(Array(repeating: registered, count: 200), RegisterFilter(), scene).text
        #expect(newest.contains("of the newest 200"))
        for text in [
            "skin: intact", "B-LI-1 left wrist, B-LI-2 right ankle", "identity card ..012X", "second person 钱芳",
            "signed, seen by 赵蕾", "李娜  ZY2026001  bed 3", "baby's band B-LI-1  mother's band M-LI",
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func theRegisterOnPaperSaysWhatAMismatchScanned() throws {
        var ward = HandoverFixture()
        ward.record(
            HandOver(
                band: HandoverFixture.liBaby[0], motherBand: HandoverFixture.wuBand,
                giver: HandoverFixture.midwife.rawValue, receiver: HandoverFixture.nurse.rawValue, to: .nicu),
            by: HandoverFixture.midwife)
        let found = try #require(ward.state.ward.newborn(NewbornID(ward.li, order: 1)))
        let row = try #require(HandoverRow(found.newborn, of: found.admission))
        let page = RegisterPage.job([RegisterRow(row, found.newborn)], RegisterFilter(), ward.state.scene(ward.now))
            .text
        #expect(page.contains("baby's band B-LI-1  scanned / belongs M-WU / M-LI"), "\(page)")
        #expect(!page.contains("not scanned") && !page.contains("reason"))
    }

    @Test func aReasonStandsBehindTheMothersBandThatWasNotScanned() throws {
        var ward = HandoverFixture()
        ward.record(
            HandOver(
                band: HandoverFixture.liBaby[0], motherBand: nil, noMotherBandReason: "in theatre",
                giver: HandoverFixture.midwife.rawValue, receiver: HandoverFixture.nurse.rawValue, to: .nicu),
            by: HandoverFixture.midwife)
        let found = try #require(ward.state.ward.newborn(NewbornID(ward.li, order: 1)))
        let row = try #require(HandoverRow(found.newborn, of: found.admission))
        let page = RegisterPage.job([RegisterRow(row, found.newborn)], RegisterFilter(), ward.state.scene(ward.now))
            .text
        #expect(page.contains("mother's band not scanned: in theatre"), "\(page)")
    }

    @Test func whereNobodyIsSignedInTheCensusGivesNobodyAway() {
        let ward = Fixture()
        let page = CensusPage.text(ward.state.scene(ward.now))
        for code in Fixture.liBaby + Fixture.wuBabyA { #expect(page.contains(code)) }
        #expect(page.contains("..6002"))
        #expect(!page.contains("ZY2026002"))
        #expect(page.contains("吴*梅"))
    }

    @Test func aBandIsPutOnAndReplacedByTwo() {
        var ward = Fixture()
        ward.record(
            RecordBirth(admission: ward.zhou, mode: .vaginal, outcome: .live, sex: .female), by: Fixture.midwife)
        let child = NewbornID(ward.zhou, order: 2)
        ward.open()
        ward.signIn(Fixture.midwife)
        ward.press(.end, .character("b"), .character("a"))
        ward.scan("W2002", "B-ZHOU-1")
        ward.press(.character("1"), .enter)
        #expect((ward.facts.last as? BandAttached)?.newborn == child)
        ward.press(.character("b"), .character("r"), .character("1"))
        ward.scan("B-ZHOU-2", "W2002")
        ward.press(.tab)
        ward.type("in theatre")
        ward.press(.tab)
        ward.type("torn")
        ward.press(.enter)
        #expect((ward.facts.last as? BandReplaced)?.second == Fixture.nurse)
        #expect(ward.baby(ward.zhou, 2).bands.map(\.state) == [.void, .attached])
    }

    @Test func apgarIsScoredSignBySign() {
        var ward = Fixture()
        ward.open()
        ward.signIn(Fixture.midwife)
        ward.press(.character("g"), .character("1"))
        for _ in 0..<5 { ward.press(.tab, .character("2")) }
        ward.press(.enter)
        #expect(ward.baby(ward.li).apgar[1]?.total == 10)
        ward.press(.end, .character("g"))
        #expect(ward.state.dialogs.isEmpty, "a stillborn child is not scored")
    }

    @Test func cordGasesAreRecorded() {
        var ward = Fixture()
        ward.open()
        ward.press(.character("o"))
        ward.type("7.21")
        ward.press(.enter)
        #expect(ward.baby(ward.li).arterialGas?.pHThousandths == 7210)
    }
}
