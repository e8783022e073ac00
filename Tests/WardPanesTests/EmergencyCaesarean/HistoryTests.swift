import ScreenGrid
import Testing

@testable import WardDomain
@testable import WardPanes

@Suite struct CaesareanHistoryTests {
    /// Past runs, a day apart, of which the first so many were born at the target and the others a second after it.
    private func rows(
        _ count: Int, within: Int, _ category: CaesareanCategory, target: Int, prefix: String, _ now: Now
    ) -> [CaesareanRow] {
        let mother = Admission(id: AdmissionID("past"))
        return (0..<count).map { index in
            let decided = now.moment.advanced(seconds: -(index + 1) * 3600)
            func at(_ seconds: Int) -> Occurrence {
                Occurrence(typed: decided.advanced(seconds: seconds), reckonedFrom: now.reading)
            }
            var run = CaesareanRun(
                id: CaesareanID("\(prefix)\(index)"), decidedAt: at(0), lastEntryAt: at(0))
            run.gradings = [CaesareanRun.Grading(category: category, at: at(0))]
            run.indication = "FHR"
            run.marks = [.arrive: CaesareanRun.Mark(at: at(720), staff: nil, reason: nil)]
            run.end = CaesareanRun.End(
                ending: .delivered, at: at(index < within ? target : target + 1), reason: nil)
            return CaesareanRow(run, of: mother)
        }
    }

    private func guangzhou(_ language: Language) -> CaesareanFixture {
        var fixture = CaesareanFixture(language)
        fixture.press("y")
        fixture.answer(rows(304, within: 92, .one, target: 1800, prefix: "one", fixture.now))
        fixture.answer(rows(198, within: 74, .two, target: 4500, prefix: "two", fixture.now))
        return fixture
    }

    @Test func theGuangzhouSharesStandOnTheScreen() {
        let english = guangzhou(.english).screen
        #expect(english.contains("cat 1 within 30 min 30.3 % (92/304)"))
        #expect(english.contains("cat 2 within 75 min 37.4 % (74/198)"))
        let chinese = guangzhou(.chinese).screen
        #expect(chinese.contains("30 分钟内 30.3 % (92/304)"))
        #expect(chinese.contains("75 分钟内 37.4 % (74/198)"))
    }

    @Test func theListScrollsAndEscapeGoesBack() {
        var fixture = guangzhou(.english)
        #expect(fixture.screen.contains("2026-11-22 17:00"))
        fixture.press(.end)
        #expect(!fixture.screen.contains("2026-11-22 17:00"))
        fixture.press(.escape)
        #expect(fixture.screen.contains("No caesarean is open here."))
        #expect(fixture.screen.contains("Last case: 2026-11-22 17:00"))
    }

    @Test func itFitsTheTile() {
        let text = guangzhou(.english).pane(columns: 54, rows: 13).plainText()
        #expect(text.contains("30.3 % (92/304)"))
        #expect(text.contains("! 30:01") || text.contains("30:00"))
    }

    @Test func ownMediansStandBesideTheClockFromTenCasesOn() {
        var fixture = CaesareanFixture()
        fixture.decide()
        fixture.wait(60)
        #expect(fixture.questions.contains { if case .caesareans = $0 { true } else { false } })
        fixture.answer(rows(9, within: 9, .one, target: 1800, prefix: "one", fixture.now))
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("(library's plan)"))
        fixture.answer(rows(10, within: 10, .one, target: 1800, prefix: "one", fixture.now))
        fixture.record(MarkMilestone(run: fixture.run().id, milestone: .arrive))
        let text = fixture.pane(columns: 78, rows: 19).plainText()
        #expect(text.contains("at this pace 19 min"))
        #expect(text.contains("12:00"))
    }
}
