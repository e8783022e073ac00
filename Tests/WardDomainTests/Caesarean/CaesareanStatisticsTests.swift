import Testing

@testable import WardDomain

@Suite struct CaesareanStatisticsTests {
    /// A run of a category, decided at a second of the boot clock, that ended after so many seconds.
    private func run(
        _ category: CaesareanCategory = .one, after seconds: Int, _ ending: CaesareanRun.Ending? = .delivered,
        decidedAt: Int64 = 0, marks: [Milestone: Int] = [:]
    ) -> CaesareanRun {
        func at(_ second: Int64) -> Occurrence {
            Occurrence(
                ClockReading(
                    moment: Moment(milliseconds: second * 1000), bootID: "boot", uptime: second * 1_000_000_000))
        }
        var run = CaesareanRun(id: CaesareanID("run"), decidedAt: at(decidedAt), lastEntryAt: at(decidedAt))
        run.gradings = [CaesareanRun.Grading(category: category, at: at(decidedAt))]
        run.end = ending.map { CaesareanRun.End(ending: $0, at: at(decidedAt + Int64(seconds)), reason: nil) }
        run.marks = marks.mapValues {
            CaesareanRun.Mark(at: at(decidedAt + Int64($0)), staff: nil, reason: nil)
        }
        return run
    }

    private func briefs(_ runs: [CaesareanRun]) -> [CaesareanBrief] {
        runs.map { CaesareanBrief($0, of: AdmissionID("a")) }
    }

    @Test func sharesOfTheGuangzhouCohort() {
        let first = (0..<304).map { run(.one, after: $0 < 92 ? 30 * 60 : 30 * 60 + 1) }
        let second = (0..<198).map { run(.two, after: $0 < 74 ? 75 * 60 : 75 * 60 + 1) }
        let one = CaesareanStatistics(first + second, category: .one, target: 30 * 60)
        let two = CaesareanStatistics(first + second, category: .two, target: 75 * 60)
        #expect(one.delivered == 304)
        #expect(one.withinTarget == 92)
        #expect(one.shareText == "30.3 %")
        #expect(two.delivered == 198)
        #expect(two.withinTarget == 74)
        #expect(two.shareText == "37.4 %")
    }

    @Test(arguments: [(1799, 1), (1800, 1), (1801, 0)])
    func theTargetItselfIsWithin(seconds: Int, within: Int) {
        #expect(CaesareanStatistics([run(after: seconds)], category: .one, target: 1800).withinTarget == within)
    }

    @Test func onlyBirthsByCaesareanAreTheDenominator() {
        let runs = [
            run(after: 1200), run(after: 60, .void), run(after: 300, .stoodDown), run(after: 400, .stoodDown),
            run(after: 500, .bornBeforeCaesarean), run(after: 0, nil), run(.two, after: 900),
        ]
        let figures = CaesareanStatistics(runs, category: .one, target: 1800)
        #expect(figures.delivered == 1)
        #expect(figures.stoodDown == 2)
        #expect(figures.bornBeforeCaesarean == 1)
        #expect(figures.shareText == "100.0 %")
    }

    @Test func nothingGivesNoFigures() {
        let figures = CaesareanStatistics([CaesareanRun](), category: .one, target: 1800)
        #expect(figures.share == nil)
        #expect(figures.median == nil)
        #expect(figures.ninetiethCentile == nil)
    }

    @Test func medianAndNinetiethCentile() {
        #expect(Centiles([5, 1, 9]).median == 5)
        #expect(Centiles([1, 2, 4, 9]).median == 3)
        #expect(Centiles(Array(1...10)).nearestRank(percent: 90) == 9)
        #expect(Centiles(Array(1...11)).nearestRank(percent: 90) == 10)
        #expect(Centiles([7]).nearestRank(percent: 90) == 7)
    }

    @Test func monthsFollowTheLocalDayOfTheDecision() throws {
        let offset = LocalOffset.fixed(seconds: 8 * 3600)
        let newYear = try #require(CalendarDay(year: 2026, month: 1, day: 1))
        let midnight = Moment(day: newYear, hour: 0, minute: 0, offset).milliseconds / 1000
        let runs = [run(after: 1000, decidedAt: midnight - 1), run(after: 2000, decidedAt: midnight)]
        let trend = CaesareanTrend(briefs(runs), category: .one, target: 1800, until: newYear, count: 3, offset: offset)
        #expect(trend.months.map(\.month.text) == ["2025-11", "2025-12", "2026-01"])
        #expect(trend.months.map(\.statistics.delivered) == [0, 1, 1])
        #expect(trend.months.map(\.statistics.shareText) == [nil, "100.0 %", "0.0 %"])
    }

    @Test func splitsFollowTimeAndAreNeverNegative() {
        let run = run(after: 1500, marks: [.call: 60, .leave: 300, .consent: 200, .arrive: 250])
        #expect(run.outOfOrder == [.arrive])
        #expect(run.splits.map(\.to) == [.call, .consent, .arrive, .leave, .delivery])
        #expect(run.splits.map(\.from) == [.decision, .call, .call, .arrive, .leave])
        #expect(run.splits.map(\.interval.seconds) == [60, 140, 190, 50, 1200])
        #expect(run.longestSplit?.to == .delivery)
    }

    @Test func theLongestSplitEndsWithTheDelivery() {
        let run = run(after: 1500, marks: [.arrive: 900, .placenta: 5000])
        #expect(run.longestSplit?.to == .arrive)
    }

    @Test(arguments: [(9, nil), (10, 545)] as [(Int, Int?)])
    func mediansNeedTenCases(count: Int, median: Int?) {
        let runs = (0..<count).map { run(after: 1500, marks: [.arrive: 500 + $0 * 10]) }
        #expect(SplitMedians(runs).seconds(from: .decision, to: .arrive) == median)
    }

    @Test(arguments: [(9, nil), (10, 520), (12, 520), (13, 530)] as [(Int, Int?)])
    func theBestQuarterNeedsTenCasesToo(count: Int, best: Int?) {
        let runs = (0..<count).map { run(after: 1500, marks: [.arrive: 500 + $0 * 10]) }
        #expect(SplitMedians(runs).bestQuarter(from: .decision, to: .arrive) == best)
    }

    @Test func mediansCountDeliveredRunsOnly() {
        let runs = (0..<10).map { run(after: 1500, $0 < 9 ? .delivered : .stoodDown, marks: [.arrive: 500]) }
        #expect(SplitMedians(runs).seconds(from: .decision, to: .arrive) == nil)
    }
}
