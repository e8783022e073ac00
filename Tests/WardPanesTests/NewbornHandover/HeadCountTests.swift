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
        #expect(ward.screen.contains("counted already"))
    }

    @Test(arguments: [("COT-3", "no band and no badge"), ("M-LI", "no baby's band"), ("W1001", "no baby's band")])
    func aCodeThatIsNoBabysSaysSo(_ code: String, said: String) {
        var ward = counting()
        ward.scan(code)
        #expect(ward.screen.contains(said))
        #expect(ward.screen.contains("0/3"))
    }

    @Test func itRecordsNothing() {
        var ward = counting()
        let count = ward.entries.count
        ward.scan(Fixture.liBaby[0])
        ward.press(.enter, .escape)
        #expect(ward.entries.count == count)
        #expect(ward.state.dialogs.isEmpty)
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
        for _ in 0..<5 { ward.press(.tab, .character("3")) }
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
