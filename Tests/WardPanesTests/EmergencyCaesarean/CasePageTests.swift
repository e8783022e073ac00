import ScreenGrid
import Testing

@testable import WardDomain
@testable import WardPanes

@Suite struct CasePageTests {
    /// A case at this terminal: decided, marked, born after the target, with a delay code and a doubtful pair of gases.
    private func fixture(_ language: Language = .english, columns: Int = 80, rows: Int = 24) -> CaesareanFixture {
        var fixture = CaesareanFixture(language, columns: columns, rows: rows)
        fixture.decide()
        fixture.mark(.call, .consent, .leave)
        fixture.wait(900)
        fixture.mark(.arrive)
        fixture.record(ArriveAtCaesarean(run: fixture.run().id, badge: Badge("W1")))
        fixture.wait(900)
        let mother = fixture.mother("3").id
        fixture.record(
            RecordBirth(
                admission: mother, mode: .caesarean, outcome: .live, sex: .female, weightGrams: 3120, apgar1: .total(8),
                apgar5: .total(9)), by: Badge("W1"))
        let baby = fixture.mother("3").newborns[0].id
        fixture.record(RecordCordGases(newborn: baby, arterialPH: 7.3, arterialBaseDeficit: 4.2, venousPH: 7.25))
        fixture.record(GiveDelay(run: fixture.run().id, delay: "D04"))
        fixture.press("j")
        fixture.answer(CaesareanCase(fixture.run(), of: fixture.mother("3")))
        return fixture
    }

    @Test(arguments: [(80, 24), (120, 36)])
    func itSaysWhereTheMinutesWentAndWhatBecameOfThem(columns: Int, rows: Int) {
        var fixture = fixture(columns: columns, rows: rows)
        if columns == 120 { fixture.press("z") }
        let text = fixture.screen
        #expect(text.contains("DDI 34:00"))
        #expect(text.contains("*** 04:00 OVER 30:00"))
        #expect(text.contains("longest: leaves room > arrives theatre 16:00"))
        #expect(text.contains("delay: D04 transfer to theatre"))
        #expect(text.contains("baby A  girl  3120 g  Apgar 8/9/-"))
        #expect(text.contains("cord arterial pH 7.30 BD 4.2, venous pH 7.25"))
        #expect(text.contains("! arterial pH is not below venous"))
        #expect(text.contains("王敏 here"))
        #expect(text.contains("=o"))
    }

    @Test func inChineseNothingIsCut() {
        let text = fixture(.chinese).screen
        for words in ["决定手术", "呼叫团队", "最长：", "到达手术室", "超 30:00", "延误：D04 转运延迟"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func itsReplayIsNoClock() {
        var fixture = fixture()
        fixture.press("r")
        #expect(fixture.screen.contains("paused x10"))
        let rows = fixture.pane(columns: 78, rows: 19).plainText().split(separator: "\n")
        #expect(rows.count == 19)
        #expect(rows.allSatisfy { $0.hasPrefix("REPLAY 回放") })
        fixture.press(" ")
        fixture.wait(12)
        #expect(fixture.screen.contains("at 02:00 / 34:00"))
        #expect(fixture.screen.contains("happened consent 02:00"))
        fixture.press(.right)
        #expect(fixture.screen.contains("at 03:00 / 34:00"))
        fixture.press(.escape)
        #expect(fixture.screen.contains("DDI 34:00"))
        fixture.press(.escape)
        #expect(!fixture.screen.contains("longest:"))
    }

    @Test func keysOfTheCasebookNeverDifferByCaseAndAreNotThoseOfEveryPane() {
        var fixture = fixture()
        for key in ["r", "y"] {
            let scene = fixture.app.scene(fixture.now)
            let here = fixture.app.panes[1].bindingLines(scene).map(\.key.bound)
            #expect(Set(here).count == here.count)
            #expect(Set(here).isDisjoint(with: GlobalAction.bindings(scene, themes: []).map(\.key.bound)))
            fixture.press(key)
        }
    }

    @Test func aWrongPairOfGasesIsDoubtedAtTheEdge() {
        func doubts(_ arterial: Int?, _ venous: Int?) -> [CordGasDoubt] {
            var baby = fixture().mother("3").newborns[0]
            baby.arterialGas = arterial.map { CordGas(pHThousandths: $0, baseDeficitTenths: nil) }
            baby.venousGas = venous.map { CordGas(pHThousandths: $0, baseDeficitTenths: nil) }
            return CordGasDoubt.doubts(baby)
        }
        #expect(doubts(7299, 7300).isEmpty)
        #expect(doubts(7300, 7300) == [.arterialNotBelowVenous])
        #expect(doubts(6500, 7600).isEmpty)
        #expect(doubts(6499, 7601) == [.implausiblePH])
        #expect(doubts(7200, nil) == [.unpaired])
        #expect(doubts(nil, nil).isEmpty)
    }
}
