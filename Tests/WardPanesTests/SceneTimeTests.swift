import Testing
import WardDomain

@testable import WardPanes

/// A drawing that asks the scene about the time looks the same exactly as long as the answer is the same.
struct SceneTimeTests {
    private static let now = 1_795_370_527_400
    private static let offset = LocalOffset.fixed(seconds: 28800)

    /// A question about the time, and what is answered at a moment.
    struct Question: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answer: @Sendable (Scene) -> String
    }

    private static func moment(_ milliseconds: Int) -> Moment { Moment(milliseconds: Int64(milliseconds)) }

    private static func scene(at milliseconds: Int) -> Scene {
        let reading = ClockReading(
            moment: moment(milliseconds), bootID: "boot", uptime: Int64(milliseconds) * 1_000_000)
        let state = AppState(
            settings: AppSettings(), ward: WardState(), rules: ClinicalRules(), ids: CommandIDs(seed: 1))
        return state.scene(Now(reading, offset))
    }

    private static let questions: [Question] =
        [
            Question(testDescription: "now") { "\($0.now.moment.milliseconds / 1000)" },
            Question(testDescription: "today") { "\($0.today)" },
        ]
        + [
            -90_000_000, -7_200_000, -3_600_001, -60_000, -59_400, -1000, -1, 0, 1, 600, 59_999, 60_000, 7_200_000,
            90_000_000,
        ]
        .flatMap { distance in
            let other = moment(now + distance)
            return [
                Question(testDescription: "has come \(distance)") { "\($0.hasCome(other))" },
                Question(testDescription: "is past \(distance)") { "\($0.isPast(other))" },
                Question(testDescription: "since \(distance)") { $0.short(since: other) },
                Question(testDescription: "until \(distance)") { $0.short(until: other) },
                Question(testDescription: "time \(distance)") { $0.time(other) },
                Question(testDescription: "short time \(distance)") { $0.shortTime(other) },
            ]
        }

    @Test(arguments: questions)
    func whatIsShownChangesWithTheAnswer(_ question: Question) {
        var scene = Self.scene(at: Self.now)
        let shown = TimeShown()
        scene.timeShown = shown
        let answer = question.answer(scene)
        let steps = (0...30).flatMap { [1 << $0, (1 << $0) - 1] } + (0...200).map { $0 * 300 }
        for step in steps + steps.map(-) where shown.includes(Self.moment(Self.now + step)) {
            #expect(question.answer(Self.scene(at: Self.now + step)) == answer, "\(step) ms later")
        }
        #expect(shown.includes(Self.moment(Self.now)))
    }

    @Test func whatSaysNothingOfTheTimeStays() {
        let shown = TimeShown()
        var scene = Self.scene(at: Self.now)
        scene.timeShown = shown
        _ = scene.offset
        #expect(shown.includes(Moment(milliseconds: .min)) && shown.includes(Moment(milliseconds: .max)))
    }

    @Test func minutesStayForAMinute() {
        var scene = Self.scene(at: Self.now)
        let shown = TimeShown()
        scene.timeShown = shown
        #expect(scene.short(since: Self.moment(Self.now - 125_000)) == "2分")
        #expect(shown.includes(Self.moment(Self.now + 54_999)) && !shown.includes(Self.moment(Self.now + 55_000)))
        #expect(shown.includes(Self.moment(Self.now - 5000)) && !shown.includes(Self.moment(Self.now - 5001)))
    }
}
