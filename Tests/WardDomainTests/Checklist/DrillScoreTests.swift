import Testing
import WardDomain

@Suite struct DrillScoreTests {
    /// What is done at which second; critical in time, critical, missed, met, percent, delays.
    struct Case: Sendable {
        var marks: [(step: String, result: StepResult, at: Int)]
        var inTime: Int
        var critical: Int
        var missed: Int
        var isMet: Bool
        var percent: Int?
        var delays: [String: Int] = [:]
    }

    static let cases = [
        Case(marks: [], inTime: 0, critical: 3, missed: 3, isMet: false, percent: 0),
        Case(
            marks: [("call", .done, 30), ("massage", .done, 60), ("oxytocin", .done, 120)], inTime: 3, critical: 3,
            missed: 0, isMet: true, percent: 100),
        Case(
            marks: [("call", .done, 31), ("massage", .done, 60), ("oxytocin", .done, 180)], inTime: 1, critical: 3,
            missed: 0, isMet: true, percent: 33, delays: ["call": 1, "oxytocin": 60]),
        Case(
            marks: [("call", .done, 1), ("massage", .done, 2), ("oxytocin", .missed, 3)], inTime: 2, critical: 3,
            missed: 1, isMet: false, percent: 66),
        Case(
            marks: [("call", .done, 1), ("massage", .done, 2)], inTime: 2, critical: 3, missed: 1, isMet: false,
            percent: 66),
        Case(
            marks: [("call", .done, 1), ("massage", .done, 2), ("oxytocin", .notApplicable, 3)], inTime: 2, critical: 2,
            missed: 0, isMet: true, percent: 100),
        Case(
            marks: [("call", .notApplicable, 1), ("massage", .notApplicable, 2), ("oxytocin", .notApplicable, 3)],
            inTime: 0, critical: 0, missed: 0, isMet: false, percent: nil),
        Case(
            marks: [("call", .done, 1), ("massage", .done, 2), ("oxytocin", .done, 3), ("warm", .missed, 4)], inTime: 3,
            critical: 3, missed: 0, isMet: true, percent: 100),
    ]

    @Test(arguments: cases)
    func theScoreIsCriticalStepsInTimeOfAllCritical(expected: Case) throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        let start = ward.clock
        for mark in expected.marks {
            ward.clock = start
            ward.wait(seconds: mark.at)
            try ward.record(MarkStep<Drill>(run: run, step: mark.step, result: mark.result, dose: "10 IU"))
        }

        let score = DrillScore(ward.checklist(run))

        #expect(score.criticalInTime == expected.inTime)
        #expect(score.critical == expected.critical)
        #expect(score.missedCritical == expected.missed)
        #expect(score.isMet == expected.isMet)
        #expect(score.percent == expected.percent)
        #expect(Dictionary(uniqueKeysWithValues: score.delays.map { ($0.step, $0.lateSeconds) }) == expected.delays)
    }

    @Test func theLongestDelayComesFirst() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        ward.wait(seconds: 130)
        for step in ["call", "massage", "oxytocin"] {
            try ward.record(MarkStep<Drill>(run: run, step: step, result: .done, dose: "10 IU"))
        }

        #expect(DrillScore(ward.checklist(run)).delays.map(\.step) == ["call", "massage", "oxytocin"])
    }

    @Test(arguments: [
        ("2026-01-01", 2026, 1), ("2026-03-31", 2026, 1), ("2026-04-01", 2026, 2), ("2026-06-30", 2026, 2),
        ("2026-07-01", 2026, 3), ("2026-09-30", 2026, 3), ("2026-10-01", 2026, 4), ("2026-12-31", 2026, 4),
        ("2027-01-01", 2027, 1),
    ])
    func aQuarterHasThreeMonths(day: String, year: Int, number: Int) throws {
        let quarter = Period.quarter.around(try #require(CalendarDay(day)))

        #expect(quarter.year == year)
        #expect((quarter.firstMonth + 2) / 3 == number)
    }

    @Test func aQuarterIsLocal() {
        let justBeforeMidnightInGreenwich = Moment(milliseconds: 1_790_812_799_000)

        #expect(Period.quarter.around(justBeforeMidnightInGreenwich.localDay(.fixed(seconds: 0))).firstMonth == 7)
        #expect(Period.quarter.around(justBeforeMidnightInGreenwich.localDay(.fixed(seconds: 28800))).firstMonth == 10)
    }
}
