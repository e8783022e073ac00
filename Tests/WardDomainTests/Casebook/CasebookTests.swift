import Testing

@testable import WardDomain

@Suite struct CasebookTests {
    private static let offset = LocalOffset.fixed(seconds: 8 * 3600)
    private static let today = CalendarDay("2026-11-22")!
    private static let targets = CasebookTargets(
        categories: [.one: 1800, .two: 4500], arrest: [.incision: 240, .delivery: 300], newbornDoctor: 600)

    private func brief(
        id: String = "r", day: String = "2026-11-20", hour: Int = 3, minute: Int = 0,
        _ category: CaesareanCategory? = .one, indication: String? = "FHR", place: DecisionPlace? = .labourWard,
        _ ending: CaesareanRun.Ending? = .delivered, seconds: Int? = 1500, delays: [String] = [],
        arrest: ArrestTimes? = nil, enteredAfterwards: Bool = false, doctor: Int? = nil, doctorFirst: Bool? = nil,
        target: Int? = nil
    ) -> CaesareanBrief {
        CaesareanBrief(
            id: CaesareanID(id), admission: AdmissionID("a"),
            decidedAt: Moment(day: CalendarDay(day)!, hour: hour, minute: minute, Self.offset), category: category,
            indication: indication, place: place, ending: ending, seconds: ending == .delivered ? seconds : nil,
            byWallClock: false, longestTo: nil, longestSeconds: nil, delays: delays, arrest: arrest,
            enteredAfterwards: enteredAfterwards,
            newbornDoctor: NewbornDoctorTimes(seconds: doctor, beforeBirth: doctorFirst), target: target)
    }

    private func book(_ briefs: [CaesareanBrief], _ filter: CasebookFilter = CasebookFilter()) -> Casebook {
        Casebook(briefs, filter: filter, targets: Self.targets, until: Self.today, offset: Self.offset)
    }

    private func count(_ briefs: [CaesareanBrief], _ change: (inout CasebookFilter) -> Void) -> Int {
        var filter = CasebookFilter()
        change(&filter)
        return book(briefs, filter).cases.count
    }

    @Test func casesAreTheNewestFirstAndRunningOnesAreLeftOut() {
        let book = book([
            brief(id: "old", day: "2026-11-01"), brief(id: "new", day: "2026-11-21"), brief(id: "runs", nil, nil),
        ])
        #expect(book.cases.map(\.id.rawValue) == ["new", "old"])
    }

    /// The library may be tightened later: what was within its target stays so, and what was over it too.
    @Test func aCaseIsJudgedByTheTargetOfItsDay() {
        let briefs = [
            brief(id: "strict", seconds: 1500, target: 1200), brief(id: "lax", seconds: 2000, target: 2100),
            brief(id: "silent", seconds: 1800), brief(id: "edge", seconds: 1200, target: 1200),
        ]
        #expect(briefs.map { $0.standing(target: 1800) } == [.over, .within, .within, .within])
        #expect(book(briefs).categories[.one]?.statistics.withinTarget == 3)
    }

    @Test func aRunKeepsTheTargetThatItWasGiven() throws {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit())
        let given = try #require(ward.rules.categoryTargets[.one])
        var tightened = ward.rules
        tightened.categoryTargets[.one] = ClinicalRules.Target(seconds: given.seconds - 600, source: given.source)
        #expect(ward.run(run).target(tightened) == given.seconds)
        #expect(CaesareanBrief(ward.run(run), of: AdmissionID("a")).target == given.seconds)
    }

    @Test func monthsAndHoursAreLocalAndKeepTheirEdges() {
        let briefs = [
            brief(day: "2026-10-31", hour: 23, minute: 59), brief(day: "2026-11-01", hour: 0),
            brief(day: "2026-11-30", hour: 21, minute: 59), brief(day: "2026-12-01", hour: 6),
        ]
        #expect(count(briefs) { $0.month = CalendarMonth(CalendarDay("2026-11-15")!) } == 2)
        #expect(count(briefs) { $0.hours = HourSpan(from: 22, to: 6) } == 2)
        #expect(count(briefs) { $0.hours = HourSpan(from: 6, to: 22) } == 2)
        #expect(count(briefs) { $0.hours = HourSpan(from: 0, to: 24) } == 4)
    }

    @Test func everyFilterSparesWhatItMeansAndNotRecordedIsNotAny() {
        let briefs = [
            brief(), brief(.two), brief(nil), brief(indication: nil), brief(indication: "CORD"), brief(place: nil),
            brief(place: .clinic), brief(delays: ["D04", "D01"]), brief(enteredAfterwards: true),
        ]
        #expect(count(briefs) { _ in } == 9)
        #expect(count(briefs) { $0.category = .value(.two) } == 1)
        #expect(count(briefs) { $0.category = .notRecorded } == 1)
        #expect(count(briefs) { $0.indication = .value("CORD") } == 1)
        #expect(count(briefs) { $0.indication = .notRecorded } == 1)
        #expect(count(briefs) { $0.place = .value(.clinic) } == 1)
        #expect(count(briefs) { $0.place = .notRecorded } == 1)
        #expect(count(briefs) { $0.delays = [.code("D01")] } == 1)
        #expect(count(briefs) { $0.delays = [.notRecorded] } == 8)
        #expect(count(briefs) { $0.enteredAfterwards = true } == 1)
        #expect(
            count(briefs) {
                $0.category = .value(.one)
                $0.indication = .value("FHR")
            } == 5)
    }

    @Test(arguments: [(1800, CaesareanBrief.Standing.within), (1801, .over)])
    func theTargetItselfIsWithin(seconds: Int, standing: CaesareanBrief.Standing) {
        #expect(brief(seconds: seconds).standing(target: 1800) == standing)
        #expect(count([brief(seconds: seconds)]) { $0.standing = [standing] } == 1)
        #expect(count([brief(seconds: seconds)]) { $0.standing = [.stoodDown] } == 0)
    }

    @Test func whatIsNoBirthByCaesareanIsInNoDenominator() {
        let book = book([
            brief(seconds: 1800), brief(seconds: 1801), brief(.one, .stoodDown), brief(.one, .bornBeforeCaesarean),
            brief(.one, .void), brief(.one, nil),
            brief(seconds: 300, arrest: ArrestTimes(toIncision: 240, toBirth: 301, onTheSpot: true)),
            brief(nil, seconds: 900),
            brief(seconds: 1200, enteredAfterwards: true), brief(.three, seconds: 9000),
        ])
        let one = book.categories[.one]?.statistics
        #expect(one?.delivered == 3)
        #expect(one?.withinTarget == 2)
        #expect(one?.shareText == "66.7 %")
        #expect(one?.stoodDown == 1)
        #expect(one?.bornBeforeCaesarean == 1)
        #expect(book.arrests.delivered == 1)
        #expect(book.void == 1)
        #expect(book.uncategorised.delivered == 1)
        #expect(book.enteredAfterwards == 1)
        #expect(book.categories[.three]?.statistics.share == nil)
        #expect(book.categories[.three]?.statistics.median == 9000)
    }

    @Test func theRowsBehindANumberAreAsManyAsTheNumberSays() {
        func arrest(_ seconds: Int) -> ArrestTimes {
            ArrestTimes(toIncision: seconds, toBirth: seconds + 60, onTheSpot: seconds % 2 == 0)
        }
        var briefs: [CaesareanBrief] = []
        for index in 0..<400 {
            let ending: CaesareanRun.Ending = index % 11 == 0 ? .stoodDown : index % 17 == 0 ? .void : .delivered
            briefs.append(
                brief(
                    id: "r\(index)", day: "2026-0\(index % 9 + 1)-10", hour: index % 24, index % 3 == 0 ? .two : .one,
                    ending, seconds: 900 + index * 13 % 4000,
                    arrest: index % 23 == 0 ? arrest(index) : nil))
        }
        let whole = book(briefs)
        for category in [CaesareanCategory.one, .two] {
            let figures = whole.categories[category]!.statistics
            let rows = { (standings: Set<CaesareanBrief.Standing>) in
                count(briefs) {
                    $0.category = .value(category)
                    $0.standing = standings
                }
            }
            #expect(rows([.within]) == figures.withinTarget)
            #expect(rows([.within, .over]) == figures.delivered)
        }
        #expect(count(briefs) { $0.standing = [.void] } == whole.void)
        #expect(count(briefs) { $0.standing = [.arrest] } == whole.arrests.delivered)
        for milestone in [Milestone.incision, .delivery] {
            let rows = count(briefs) {
                $0.standing = [.arrest]
                $0.arrest = [.within(milestone)]
            }
            #expect(rows == whole.arrests.ways[milestone]?.within)
        }
        #expect(
            count(briefs) {
                $0.standing = [.arrest]
                $0.arrest = [.onTheSpot]
            } == whole.arrests.onTheSpot)
    }

    /// The limit is kept to the second; what is not recorded is in no denominator.
    @Test func theNewbornDoctorIsCountedWhereItIsRecorded() {
        let briefs = [
            brief(doctor: 600, doctorFirst: true), brief(doctor: 601, doctorFirst: false), brief(doctor: 0),
            brief(doctorFirst: true), brief(), brief(.one, .stoodDown, doctor: 60),
        ]
        let figures = book(briefs).newbornDoctor
        #expect(figures.within == 2 && figures.timed == 3)
        #expect(figures.beforeBirth == 2 && figures.known == 3)
        let findings: [(CasebookFilter.NewbornDoctorFinding, Int)] = [
            (.withinLimit, 2), (.beforeBirth, 2), (.timed, 3), (.known, 3),
        ]
        for (finding, rows) in findings {
            let found = count(briefs) {
                $0.standing = CaesareanBrief.Standing.births
                $0.newbornDoctor = [finding]
            }
            #expect(found == rows)
        }
    }

    @Test func delayCodesAreCountedOnceACaseTheMostFrequentFirst() {
        let pareto = DelayPareto([
            brief(delays: ["D04", "D01"]), brief(delays: ["D04"]), brief(delays: ["D05", "D04"]), brief(),
            brief(.one, .void, delays: ["D99"]), brief(delays: ["D05"]),
        ])
        #expect(pareto.causes.map(\.code) == ["D04", "D05", "D01"])
        #expect(pareto.causes.map(\.count) == [3, 2, 1])
        #expect(pareto.total == 6)
        #expect(pareto.cases == 4)
        #expect(pareto.causes.map(\.share) == [0.5, 2.0 / 6, 1.0 / 6])
        #expect(pareto.causes.last?.cumulative == 1)
        #expect(DelayPareto([]).causes.isEmpty)
    }

    @Test func monthsReachBackTwoYearsWithTheirGaps() {
        let book = book([
            brief(day: "2024-12-01", seconds: 2000), brief(day: "2024-11-30", seconds: 9), brief(seconds: 1000),
        ])
        let months = book.categories[.one]!.trend.months
        #expect(months.count == 24)
        #expect(months.first?.month.text == "2024-12")
        #expect(months.first?.statistics.median == 2000)
        #expect(months.last?.month.text == "2026-11")
        #expect(months.dropFirst().dropLast().allSatisfy { $0.statistics.median == nil })
        #expect(book.categories[.one]?.medianSignals.median == 1500)
    }

    @Test func aBriefSaysWhatTheRunSays() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", mrn: "ZY1")
        let id = try ward.decide(mother)
        ward.wait(seconds: 60)
        try ward.record(MarkMilestone(run: id, milestone: .call))
        ward.wait(seconds: 700)
        try ward.record(MarkMilestone(run: id, milestone: .arrive))
        ward.wait(seconds: 300)
        try ward.birth(mother, mode: .caesarean)
        let run = try #require(ward.ward.caesarean(id)?.run)
        let brief = CaesareanBrief(run, of: mother)
        #expect(brief.seconds == 1060)
        #expect(brief.longestTo == .arrive)
        #expect(brief.longestSeconds == 700)
        #expect(brief.category == .one)
        #expect(brief.standing(target: 1060) == .within)
        #expect(brief.target == 1800)
        #expect(brief.standing(target: 1059) == .within, "by the target of its own day")
    }
}
