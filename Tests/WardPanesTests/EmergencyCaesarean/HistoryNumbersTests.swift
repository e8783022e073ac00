import ScreenGrid
import Testing

@testable import WardDomain
@testable import WardPanes

/// Every number of the history opens as many cases as it says, whatever is filtered already.
@Suite struct HistoryNumbersTests {
    private let scene: Scene
    private let briefs: [CaesareanBrief]

    init() {
        let fixture = CaesareanFixture()
        scene = fixture.app.scene(fixture.now)
        briefs = Self.briefs(before: fixture.now.moment)
    }

    /// Cases of every kind, mixed by the remainders of their numbers.
    private static func briefs(before now: Moment) -> [CaesareanBrief] {
        let endings: [CaesareanRun.Ending] = [
            .delivered, .delivered, .delivered, .stoodDown, .delivered, .bornBeforeCaesarean, .void,
        ]
        let categories: [CaesareanCategory?] = [.one, .two, .one, .three, nil]
        let delays = [[], ["D04"], ["D99", "D04"], [], ["D99"], []]
        return (0..<840).map { index in
            let ending = endings[index % endings.count]
            let seconds = ending == .delivered ? 900 + index * 131 % 4800 : nil
            let arrest =
                index % 11 == 0 ? ArrestTimes(toIncision: index % 400, toBirth: nil, onTheSpot: index % 2 == 0) : nil
            return CaesareanBrief(
                id: CaesareanID("r\(index)"), admission: AdmissionID("a"),
                decidedAt: now.advanced(seconds: -index * 70_000), category: categories[index % categories.count],
                indication: index % 4 == 0 ? nil : "FHR", place: index % 3 == 0 ? nil : .ward, ending: ending,
                seconds: seconds, byWallClock: false, longestTo: nil, longestSeconds: nil,
                delays: delays[index % delays.count], arrest: arrest, enteredAfterwards: index % 13 == 0,
                newbornDoctor: NewbornDoctorTimes(
                    seconds: index % 5 == 0 ? nil : index, beforeBirth: index % 8 == 0 ? nil : index % 8 < 5))
        }
    }

    private func book(_ filter: CasebookFilter) -> Casebook { CasebookState.book(briefs, filter, scene) }

    private static let filters: [@Sendable (inout CasebookFilter) -> Void] = [
        { _ in }, { $0.category = .value(.one) }, { $0.category = .notRecorded }, { $0.indication = .notRecorded },
        { $0.place = .value(.ward) }, { $0.hours = HourSpan(from: 20, to: 8) }, { $0.standing = [.over] },
        { $0.standing = [.stoodDown] }, { $0.standing = [.void] }, { $0.delays = [.code("D04")] },
        { $0.delays = [.notRecorded] }, { $0.arrest = [.onTheSpot] }, { $0.newbornDoctor = [.beforeBirth] },
        { $0.enteredAfterwards = true }, { $0.month = CalendarMonth(CalendarDay("2026-09-01")!) },
    ]

    @Test(arguments: filters.indices) func figuresOpenTheirCases(filter index: Int) {
        var filter = CasebookFilter()
        Self.filters[index](&filter)
        let lines = FigureLine.lines(book(filter), scene)
        for line in lines {
            var narrowed = filter
            line.narrow(&narrowed)
            #expect(book(narrowed).cases.count == line.count, "\(line.label)")
        }
        #expect(index > 0 || lines.count > 20)
    }

    @Test(arguments: filters.indices) func delaysAndMonthsOpenTheirCases(filter index: Int) {
        var filter = CasebookFilter()
        Self.filters[index](&filter)
        for cause in book(filter).delays.causes {
            var narrowed = filter
            narrowed.narrow(to: .code(cause.code))
            #expect(book(narrowed).cases.count == cause.count, "\(cause.code)")
        }
        filter.month = nil
        for (category, figures) in book(filter).categories {
            for month in figures.trend.months where month.statistics.delivered > 0 {
                var narrowed = filter
                narrowed.narrow(toBirthsOf: category, in: month.month)
                #expect(book(narrowed).cases.count == month.statistics.delivered, "\(month.month.text)")
            }
        }
    }

    /// A decision that was reversed is counted, without a category and at an arrest too.
    @Test func everyReversedDecisionIsCounted() {
        let whole = book(CasebookFilter())
        #expect(whole.stoodDown == briefs.count { $0.ending == .stoodDown })
        #expect(whole.bornBefore == briefs.count { $0.ending == .bornBeforeCaesarean })
    }
}
