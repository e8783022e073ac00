import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// Who is where, who is out, and what was handed over.
struct WhereaboutsTests {
    private typealias Fixture = HandoverFixture

    private func opened(_ language: Language = .english) -> HandoverFixture {
        var ward = Fixture(language)
        ward.open()
        return ward
    }

    private func toHearing(_ ward: inout HandoverFixture, backAfter seconds: Int) {
        ward.record(
            HandOver(
                band: Fixture.liBaby[0], motherBand: Fixture.liBand, giver: Fixture.midwife.rawValue,
                receiver: Fixture.nurse.rawValue, to: .hearing,
                expectedBack: ward.now.moment.advanced(seconds: seconds)), by: Fixture.midwife)
    }

    @Test func everyNewbornStandsOnALineOfItsOwn() {
        let screen = opened().screen
        for text in ["BABY A 1/1 F", "BABY A 1/2 F", "BABY B 2/2 M", "吴*梅", "2/2", "delivery room", "王敏"] {
            #expect(screen.contains(text))
        }
        #expect(screen.contains("nobody is out"))
    }

    /// Nobody who is out is unseen without a word, and the arrows show everybody.
    @Test func whereThereIsNoRoomForAllWhoAreOutItSaysHowManyMore() {
        var ward = opened()
        ward.signIn(Fixture.midwife)
        for order in 2...9 {
            ward.record(
                RecordBirth(admission: ward.li, order: order, mode: .vaginal, outcome: .live, sex: .male),
                by: Fixture.midwife)
            ward.record(
                AttachBand(newborn: NewbornID(ward.li, order: order), band: "B-LI-\(order)X", limb: .leftWrist),
                by: Fixture.midwife)
        }
        for order in 1...9 {
            ward.record(MoveNewborn(newborn: NewbornID(ward.li, order: order), to: .nicu), by: Fixture.midwife)
        }
        let shown = (1...9).filter { ward.screen.split(separator: "*Whereabouts")[0].contains("\($0)/9") }.count
        #expect((1..<9).contains(shown))
        #expect(ward.role(of: "\(9 - shown) MORE, not shown") == .overdue, "\(ward.screen)")
        ward.press(.left)
        for _ in 1...9 { ward.press(.down) }
        #expect(ward.screen.contains("BABY I 9/9"), "\(ward.screen)")
    }

    @Test func aBabyIsFoundByItsOwnNumber() {
        var ward = opened()
        ward.signIn(Fixture.midwife)
        ward.record(
            DescribeNewborn(newborn: NewbornID(ward.wu, order: 2), details: NewbornDetails(number: "XS778899")),
            by: Fixture.midwife)
        ward.press(.character("/"))
        ward.type("xs7788")
        #expect(ward.screen.contains("baby B  ..8899  bed 5  吴*梅  ..6002"), "\(ward.screen)")
        ward.press(.escape)
        #expect(CensusPage.text(ward.state.scene(ward.now)).contains("own number XS778899"))
    }

    @Test func aStillbornChildIsListedAndNothingIsUrged() {
        let ward = opened()
        let row = ward.screen.split(separator: "\n").first { $0.contains("周*") }
        #expect(row?.contains("stillborn") == true)
        #expect(row?.contains("!") == false)
        #expect(ward.role(of: "stillborn") == .dim)
        #expect(!ward.screen.contains("!! "), "the header counts no alarm")
    }

    @Test func aBabyWithoutABandIsFlagged() {
        var ward = opened()
        ward.record(
            RecordBirth(admission: ward.zhou, mode: .vaginal, outcome: .live, sex: .female), by: Fixture.midwife)
        #expect(ward.role(of: "0/2 NONE !") == .overdue)
    }

    @Test func aBabyIsLateAfterItsTimeAndNotAtIt() {
        var ward = opened()
        toHearing(&ward, backAfter: 1800)
        ward.advance(1800)
        #expect(!ward.screen.contains("late !"))
        #expect(ward.screen.contains("in 0s"))
        ward.advance(1)
        #expect(ward.role(of: "1s late !") == .overdue)
        #expect(ward.screen.contains("to hearing screen"))
    }

    @Test func aBabyRushedAwayIsSaidToBeOwedUntilTheHandoverFollows() {
        var ward = opened()
        ward.press(.character("w"), .character("1"))
        #expect((ward.facts.last as? NewbornMoved)?.to == .nicu)
        #expect(ward.entries.last?.stamp.staff == nil, "nobody was signed in")
        #expect(ward.role(of: "moved, not yet handed over") == .overdue)
        #expect(ward.role(of: "NOT HANDED OVER") == .overdue)
        ward.signIn(Fixture.midwife)
        ward.press(.character("h"))
        ward.scan(
            Fixture.nurse.rawValue, Fixture.liBaby[0], Fixture.midwife.rawValue, Fixture.liBand)
        ward.press(.character("2"), .enter)
        #expect((ward.facts.last as? HandoverCompleted)?.retrospective == true)
        #expect(!ward.screen.contains("NOT HANDED OVER"))
        #expect(ward.screen.contains("match, retrospective"))
    }

    @Test func aRefusalLeavesCustodyWhereItWas() {
        var ward = opened()
        ward.signIn(Fixture.midwife)
        ward.press(.character("r"))
        ward.scan(Fixture.nurse.rawValue)
        ward.press(.character("2"), .tab)
        ward.type("no cot free")
        ward.press(.enter)
        #expect((ward.facts.last as? HandoverRefused)?.reason == "no cot free")
        #expect(ward.baby(ward.li).custody.custodian == .staff(Fixture.midwife))
        #expect(ward.role(of: "refused") != nil)
    }

    @Test func theRegisterIsFilteredByBabyAndStaff() {
        var ward = opened()
        toHearing(&ward, backAfter: 1800)
        ward.signIn(Fixture.midwife)
        ward.press(.character("f"))
        ward.scan(Fixture.wuBabyA[0])
        ward.press(.enter)
        #expect(ward.screen.contains("filter: B-WU-A1"))
        #expect(ward.screen.contains("no handover to show"))
        ward.press(.character("f"), .tab, .control("u"))
        ward.scan(Fixture.nurse.rawValue)
        ward.press(.enter)
        #expect(ward.screen.contains("王敏 > 钱芳"))
    }

    @Test(arguments: [false, true])
    func theChainOfABabyWhoHasLeftIsOpenedFromTheRegister(motherLeftToo: Bool) {
        var ward = opened()
        toHearing(&ward, backAfter: 1800)
        let discharge = DischargeNewborn(
            band: Fixture.liBaby[0], otherBand: Fixture.liBaby[1], motherBand: Fixture.liBand, to: .home,
            collector: nil, relation: nil, second: Fixture.nurse, signatureSeenBy: Fixture.nurse)
        #expect(ward.record(discharge, by: Fixture.midwife) == nil)
        if motherLeftToo {
            #expect(
                ward.record(DepartMother(admission: ward.li, to: .home, keepsBed: false), by: Fixture.midwife) == nil)
        }
        ward.press(.right, .enter)
        for text in ["BABY A F  李*", "has left the hospital", "left for home", "handed over, match"] {
            #expect(ward.screen.contains(text), "\(text)")
        }
        ward.press(.escape)
        #expect(ward.screen.contains("Register, newest first"))
    }

    @Test func aRegisterOfMoreRowsThanCanBeGoneThroughSaysSo() throws {
        var ward = opened()
        toHearing(&ward, backAfter: 1800)
        let scene = ward.state.scene(ward.now)
        let row = try #require(BabyHere.all(scene.ward).lazy.compactMap { HandoverRow($0.baby, of: $0.mother) }.first)
        var register = HandoverRegister()
        register.learn(Array(repeating: row, count: 199), scene)
        #expect(!register.hasMore && register.rows(scene).count == 199)
        register.learn(Array(repeating: row, count: 200), scene)
        #expect(register.hasMore, "200 were asked for")
        register.filter.baby = "li"
        register.learn(Array(repeating: row, count: 201), scene)
        #expect(register.hasMore && register.rows(scene).count == 200)
    }

    @Test(arguments: [(true, "[struck]", "struck out: not moved"), (false, "[corrected]", "corrected: not moved")])
    func whatWasCorrectedSaysSoInWordsAndItsCorrectionStandsInTheChain(
        struck: Bool, mark: String, said: String
    ) throws {
        var ward = Fixture(.english)
        let baby = ward.baby(ward.li).id
        ward.record(MoveNewborn(newborn: baby, to: .nicu), by: Fixture.midwife)
        let moved = try #require(ward.entries.last)
        let stamp = EntryStamp(
            id: EntryID(rawValue: "correction"), occurred: moved.stamp.occurred, recorded: moved.stamp.recorded,
            terminal: "T-03", staff: Fixture.midwife, origin: Origin(.screen))
        let payload = #"{"target":"\#(moved.stamp.id)","reason":"not moved","struck":\#(struck)}"#
        let correction = Entry(
            sequence: moved.sequence + 1, stream: moved.stream, stamp: stamp,
            fact: try FactKinds.decode(kind: "entryCorrected", schema: 1, payload: payload))
        var chain = BabyChain(try #require(BabyHere.find(baby, ward.state.ward)))
        chain.learn([
            StoryLine(entry: moved, correctedBy: stamp.id, struck: struck),
            StoryLine(entry: correction, correctedBy: nil, struck: false),
        ])

        var grid = CellGrid(size: Size(columns: 78, rows: 30))
        chain.draw(on: &grid, ward.state.scene(ward.now))

        #expect(grid.plainText().contains(mark))
        #expect(grid.plainText().contains(said))
    }

    @Test func aBandOpensTheChainOfItsBaby() {
        var ward = opened()
        toHearing(&ward, backAfter: 1800)
        ward.scan(Fixture.liBaby[1])
        for text in [
            "BABY 李* Girl 1/1 F ..6001, bed 3", "B-LI-1", "right ankle", "back by 19:12", "handed over, match",
        ] {
            #expect(ward.screen.contains(text))
        }
        #expect(!ward.screen.contains("B-WU-A1"))
        ward.press(.escape)
        #expect(ward.screen.contains("Whereabouts"))
    }

    @Test func theArrowsGoThroughTheThreeParts() {
        var ward = opened()
        toHearing(&ward, backAfter: 1800)
        ward.press(.right)
        #expect(ward.screen.contains("*Register"))
        ward.press(.right)
        #expect(ward.screen.contains("*Out now"))
        ward.press(.left, .left)
        #expect(ward.screen.contains("*Whereabouts"))
    }

    @Test(arguments: [Language.english, .chinese], [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)])
    func identityIsNeverCut(_ language: Language, _ size: Size) {
        var ward = opened(language)
        toHearing(&ward, backAfter: 60)
        ward.advance(120)
        ward.press(.down, .character("w"), .character("1"))
        ward.resize(size.columns, size.rows)
        let tag = language == .english ? "BABY" : "婴"
        for text in ["\(tag) A 1/2", "\(tag) B 2/2", "吴*梅", "李*", "周*"] { #expect(ward.screen.contains(text)) }
        #expect(ward.screen.contains(language == .english ? "late !" : "超 1分 !"))
    }
}
