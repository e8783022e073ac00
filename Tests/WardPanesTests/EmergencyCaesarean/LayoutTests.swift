import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

@Suite struct CaesareanLayoutTests {
    private func case3(_ language: Language) -> CaesareanFixture {
        var fixture = CaesareanFixture(language)
        fixture.decide()
        fixture.mark(.call, .consent, .leave)
        fixture.wait(571)
        return fixture
    }

    @Test func besideTheClockAllMilestonesStandAt80x24() {
        for language in Language.allCases {
            let text = case3(language).pane(columns: 78, rows: 19).plainText()
            for milestone in Milestone.allCases { #expect(text.contains(milestone.label[language])) }
            #expect(text.contains("2:31"))
        }
    }

    @Test func theNextIsInViewAtEverySize() {
        for language in Language.allCases {
            let fixture = case3(language)
            for columns in stride(from: 40, through: 118, by: 6) {
                for rows in 6...33 {
                    let text = fixture.pane(columns: columns, rows: rows).plainText()
                    #expect(text.contains("李*"))
                    #expect(text.contains(Milestone.arrive.label[language]))
                }
            }
        }
    }

    /// Beside the clock or above the table: what there is no room for is counted, at every size.
    @Test func whatIsCutIsSaidAtEverySize() {
        for language in Language.allCases {
            var fixture = case3(language)
            fixture.press("c1")
            for seconds in 1...8 {
                fixture.wait(Double(seconds * 3))
                fixture.scan("X70\(seconds)")
            }
            let whole = fixture.pane(columns: 118, rows: 60).plainText()
            for columns in stride(from: 40, through: 118, by: 13) {
                for rows in stride(from: 6, through: 33, by: 3) {
                    let text = fixture.pane(columns: columns, rows: rows).plainText()
                    let isCut = !text.contains("X708")
                    let says = text.contains("j case") || text.contains("j 病例") || text.contains(": v, j")
                    #expect(!isCut || says, "\(columns)x\(rows)")
                }
            }
            #expect(whole.contains("X708") && !whole.contains("v, j"))
        }
    }

    /// What is not verified carries its mark, on the clock's table and in the lists of codes.
    @Test func goalsAndCodesCarryTheirMarks() {
        var fixture = case3(.english)
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("10:00R"))
        fixture.press("i")
        #expect(fixture.screen.contains("CORD cord prolapse [R]"))
        fixture.press(.escape)
        fixture.press("d")
        #expect(fixture.screen.contains("D04 transfer to theatre [R]"))
    }

    @Test(arguments: [(300, false), (301, true)])
    func aStretchOverItsLimitIsNamed(seconds: Double, isNamed: Bool) {
        var fixture = case3(.english)
        fixture.mark(.incision)
        fixture.wait(seconds - 60)
        fixture.mark(.uterineIncision)
        let text = fixture.pane(columns: 118, rows: 33).plainText()
        #expect(text.contains("knife to skin > uterine incision") == isNamed)
        #expect(!isNamed || text.contains(" 05:01") && text.contains("! (05:00 [R])"))
    }

    @Test func aLongNameIsWrappedAndNeverCut() {
        var fixture = CaesareanFixture()
        let name = "unknown woman brought by ambulance from the county hospital 7"
        fixture.record(DecideCaesarean(label: name, category: .one))
        for columns in [40, 54, 78] {
            let text = fixture.pane(columns: columns, rows: 13).plainText()
            #expect(text.split(separator: "\n").prefix(2).joined(separator: " ").contains(name))
        }
    }

    @Test func theTileSaysWhatMatters() {
        let english = case3(.english).pane(columns: 54, rows: 13).plainText()
        for word in ["bed 3  李*", "17:29 left of 30:00", "NEXT", "arrives theatre", "2:31"] {
            #expect(english.contains(word))
        }
        let chinese = case3(.chinese).pane(columns: 54, rows: 13).plainText()
        for word in ["3 床  李*", "剩 17:29", "下一步", "到达手术室"] { #expect(chinese.contains(word)) }
    }

    @Test func noTwoKeysDifferByCaseAloneOrCollideWithThoseOfEveryPane() {
        let fixture = case3(.english)
        let scene = fixture.app.scene(fixture.now)
        let here = EmergencyCaesareanPane().bindings(scene).map(\.key.bound)
        let everywhere = GlobalAction.bindings(scene).map(\.key.bound)
        #expect(Set(here).count == here.count)
        #expect(Set(here).isDisjoint(with: everywhere))
    }
}
