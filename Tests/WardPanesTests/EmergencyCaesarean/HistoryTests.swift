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
        let cohort =
            rows(304, within: 92, .one, target: 1800, prefix: "one", fixture.now)
            + rows(198, within: 74, .two, target: 4500, prefix: "two", fixture.now)
        fixture.answer(cohort)
        fixture.answer(history: cohort)
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
        fixture.press(.left)
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
    }

    @Test func everyNumberOpensTheCasesBehindItAndTheFilterIsNamed() {
        var fixture = guangzhou(.english)
        #expect(fixture.screen.contains("filter:  none  502 cases"))
        fixture.press(.down, .enter)
        #expect(fixture.screen.contains("filter:  category 1  within target  92 cases"))
        #expect(fixture.screen.contains("[Cases]"))
        fixture.press("x")
        #expect(fixture.screen.contains("filter:  none  502 cases"))
    }

    @Test func filtersAreChosenFromWhatThereIs() {
        var fixture = guangzhou(.english)
        fixture.press("fc2")
        #expect(fixture.screen.contains("filter:  category 2  198 cases"))
        #expect(fixture.screen.contains("cat 2 within 75 min 37.4 % (74/198)"))
        fixture.press("fi")
        fixture.press(.down, .down, .down, .enter)
        #expect(fixture.screen.contains("category 2  indication CORD  0 cases"))
        fixture.press("x")
        fixture.press("fh")
        fixture.press(.down, .down, .enter)
        #expect(fixture.screen.contains("hour of day 08-20"))
        fixture.press("x")
        fixture.press("fp")
        fixture.press(.down, .down, .enter)
        #expect(fixture.screen.contains("place of decision labour ward  0 cases"))
        fixture.press("x")
        fixture.press("fm")
        fixture.press(.down, .down, .enter)
        #expect(fixture.screen.contains("month 2026-11"))
    }

    @Test func theMonthsAreDrawnWithTheirNumbersAndOpen() {
        var fixture = guangzhou(.english)
        fixture.press(.right)
        let text = fixture.screen
        #expect(text.contains("cat 1 median DDI, 24 months"))
        #expect(text.contains("2026-11  n=304  median 30:01  30.3 % (92/304)"))
        #expect(text.contains("no shift, no trend"))
        fixture.press("v")
        #expect(fixture.screen.contains("share within target, %"))
        fixture.press("c")
        #expect(fixture.screen.contains("cat 2 share within target, %, 24 months"))
        fixture.press(.enter)
        #expect(fixture.screen.contains("month 2026-11  category 2  births by caesarean  198 cases"))
    }

    @Test func fewCasesAreSaid() {
        var fixture = CaesareanFixture()
        fixture.press("y")
        fixture.answer(history: rows(9, within: 9, .one, target: 1800, prefix: "one", fixture.now))
        #expect(fixture.screen.contains("n=9: few cases"))
        fixture.answer(history: rows(10, within: 9, .one, target: 1800, prefix: "one", fixture.now))
        #expect(!fixture.screen.contains("few cases"))
    }

    @Test func delayCodesStandAsAParetoListThatOpens() {
        var fixture = CaesareanFixture()
        fixture.press("y")
        fixture.press(.right, .right)
        var cases = rows(5, within: 0, .one, target: 1800, prefix: "one", fixture.now)
        cases = cases.enumerated().map { index, row in
            var run = row.run
            run.delays = index < 3 ? [.init(code: "D04", text: nil)] : [.init(code: "D99", text: "lift")]
            return CaesareanRow(run: run, admission: row.admission, mother: row.mother, bed: nil)
        }
        fixture.answer(history: cases)
        #expect(fixture.screen.contains("D04 transfer to theatre 3  60 %"))
        fixture.press(.down, .enter)
        #expect(fixture.screen.contains("delay reason D99  all but void  2 cases"))
    }

    /// Apart from every share, by the targets from the arrest, each number with its cases.
    @Test func arrestsAreReportedApartByTheirOwnTargets() {
        var fixture = CaesareanFixture()
        fixture.press("y")
        let ways: [(incision: Int, birth: Int, onTheSpot: Bool)] = [
            (240, 300, true), (241, 300, true), (240, 301, false),
        ]
        let cases = zip(rows(3, within: 3, .one, target: 1800, prefix: "arrest", fixture.now), ways).map { row, way in
            var run = row.run
            func at(_ seconds: Int) -> Occurrence {
                Occurrence(
                    typed: run.decidedAt.moment.advanced(seconds: seconds), reckonedFrom: fixture.now.reading)
            }
            run.arrest = MaternalArrest(at: at(0), onTheSpot: way.onTheSpot)
            run.marks[.incision] = CaesareanRun.Mark(at: at(way.incision), staff: nil, reason: nil)
            run.end = CaesareanRun.End(ending: .delivered, at: at(way.birth), reason: nil)
            return CaesareanRow(run: run, admission: row.admission, mother: row.mother, bed: nil)
        }
        fixture.answer(history: cases)
        #expect(fixture.screen.contains("cat 1 within 30 min -"))
        #expect(fixture.screen.contains("arrest 3, apart"))
        #expect(fixture.screen.contains("arrest to knife to skin within 04:00"))
        #expect(fixture.screen.contains("2 of 3"))
        fixture.press(.down, .down, .enter)
        #expect(fixture.screen.contains("maternal cardiac arrest  knife to skin in time  2 cases"))
        fixture.press("x")
        fixture.press(.left, .left, .left)
        fixture.press(.down, .down, .down, .down, .down, .enter)
        #expect(fixture.screen.contains("on the spot  2 cases"))
    }

    /// The policy's consultation limit, measured: both numbers open their cases.
    @Test func theNewbornDoctorIsCountedOverTheCases() {
        var fixture = CaesareanFixture()
        fixture.press("y")
        let cases = zip(rows(3, within: 3, .one, target: 1800, prefix: "one", fixture.now), [660, 661, nil]).map {
            row, came in
            var run = row.run
            func mark(_ seconds: Int) -> CaesareanRun.Mark {
                let moment = run.decidedAt.moment.advanced(seconds: seconds)
                let at = Occurrence(typed: moment, reckonedFrom: fixture.now.reading)
                return CaesareanRun.Mark(at: at, staff: nil, reason: nil)
            }
            run.marks[.call] = mark(60)
            run.marks[.newbornTeam] = came.map(mark)
            return CaesareanRow(run: run, admission: row.admission, mother: row.mother, bed: nil)
        }
        fixture.answer(history: cases)
        let words = fixture.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("newborn doctor within 10:00 1 of 2"))
        #expect(words.contains("newborn doctor before the birth 2 of 2"))
        fixture.press(.end, .up, .up, .enter)
        #expect(fixture.screen.contains("newborn doctor in time  1 cases"))
    }

    @Test func ownMediansStandBesideTheClockFromTenCasesOn() {
        var fixture = CaesareanFixture()
        fixture.decide()
        fixture.wait(60)
        #expect(fixture.questions.contains { if case .caesareans = $0 { true } else { false } })
        fixture.answer(rows(9, within: 9, .one, target: 1800, prefix: "one", fixture.now))
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("(plan)"))
        fixture.answer(rows(10, within: 10, .one, target: 1800, prefix: "one", fixture.now))
        fixture.record(MarkMilestone(run: fixture.run().id, milestone: .arrive))
        let text = fixture.pane(columns: 78, rows: 19).plainText()
        #expect(text.contains("at this pace 19 min"))
        #expect(text.contains("12:00"))
        #expect(fixture.pane(columns: 118, rows: 30).plainText().contains("Best"))
    }
}
