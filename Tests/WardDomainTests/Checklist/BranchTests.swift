import Testing
import WardDomain

/// Steps that apply only on an answer.
@Suite struct BranchTests {
    private struct Newborn {
        var ward = WardFixture()
        let run: ChecklistID

        init() throws {
            run = try ward.startDrill("newborn")
        }

        var state: ChecklistRun { ward.checklist(run) }

        func step(_ id: String) throws -> ProtocolStep { try #require(SampleRules.newborn[step: id]) }

        func standing(_ id: String, at seconds: Int = 0) throws -> StepStanding {
            state.standing(of: try step(id), elapsedSeconds: seconds)
        }

        mutating func done(_ id: String, _ answer: String? = nil, after seconds: Int = 0) throws {
            ward.wait(seconds: seconds)
            try ward.record(MarkStep<Drill>(run: run, step: id, result: .done, answer: answer))
        }
    }

    @Test func aStepWaitsUntilItsQuestionIsAnswered() throws {
        var drill = try Newborn()
        #expect(try drill.standing("intubate", at: 9999) == .waiting)
        #expect(try drill.standing("heart-rate", at: 91) == .openLate(by: 1))

        try drill.done("heart-rate", "low", after: 80)

        #expect(drill.state.branch(to: try drill.step("intubate")) == .chosen(atSeconds: 80))
        #expect(try drill.standing("intubate", at: 120) == .open)
        #expect(try drill.standing("intubate", at: 121) == .openLate(by: 1))
        #expect(try drill.standing("wean") == .notChosen)
        #expect(drill.state.conditionText(of: try drill.step("intubate"))?.en == "low")
    }

    @Test func theOtherAnswerMakesItNotApplicableByBranchAndAllBehindIt() throws {
        var drill = try Newborn()
        try drill.done("heart-rate", "up", after: 80)

        #expect(try drill.standing("intubate") == .notChosen)
        #expect(try drill.standing("reassess") == .notChosen)
        #expect(try drill.standing("drug") == .notChosen)
        #expect(try drill.standing("wean") == .open)
    }

    /// A score below the limit opens the step; one at it closes it; none, or one that lacks signs, decides nothing.
    @Test(arguments: [(6, .chosen(atSeconds: 300)), (7, .notChosen), (nil, .waiting)] as [(Int?, StepBranch)])
    func aLowScoreOpensTheNextScore(total: Int?, branch: StepBranch) throws {
        var drill = try Newborn()
        let later = try drill.step("score-again")
        #expect(drill.state.branch(to: later) == .waiting)
        drill.ward.wait(seconds: 300)
        var mark = MarkStep<Drill>(run: drill.run, step: "score", result: .done)
        mark.apgar = total.map { ApgarGiven.total($0) } ?? .signs(ApgarScore(appearance: 1))
        try drill.ward.record(mark)

        #expect(drill.state.branch(to: later) == branch)
        #expect(drill.state.conditionText(of: later)?.en == "Apgar at 5 min below 7")
    }

    @Test func aScoreThatDoesNotApplyHasNoNext() throws {
        var drill = try Newborn()
        try drill.ward.record(MarkStep<Drill>(run: drill.run, step: "score", result: .notApplicable))
        #expect(drill.state.branch(to: try drill.step("score-again")) == .notChosen)
    }

    @Test func aLaterAnswerOpensABranchAndNoneClosesOne() throws {
        var drill = try Newborn()
        try drill.done("heart-rate", "up", after: 80)
        try drill.done("heart-rate", "low", after: 120)
        #expect(drill.state.branch(to: try drill.step("intubate")) == .chosen(atSeconds: 200))

        try drill.done("heart-rate", "up", after: 60)

        #expect(drill.state.branch(to: try drill.step("intubate")) == .chosen(atSeconds: 200))
        #expect(drill.state.answers["heart-rate"]?.map(\.code) == ["up", "low", "up"])
    }

    /// The protocol leaves 30 seconds between 1:30 and 2:00.
    @Test(arguments: [(80, 120), (90, 120), (91, 121), (200, 230)])
    func aBranchOpenedLateHasAsLongAsTheProtocolLeaves(answered: Int, due: Int) throws {
        var drill = try Newborn()
        try drill.done("heart-rate", "low", after: answered)

        #expect(drill.state.dueSeconds(of: try drill.step("intubate")) == due)
        #expect(drill.state.dueSeconds(of: try drill.step("reassess")) == due + 60)
    }

    @Test func aQuestionThatDoesNotApplyLeavesNothingBehindIt() throws {
        var drill = try Newborn()
        try drill.ward.record(MarkStep<Drill>(run: drill.run, step: "heart-rate", result: .notApplicable))
        #expect(try drill.standing("intubate") == .notChosen)

        try drill.ward.record(MarkStep<Drill>(run: drill.run, step: "heart-rate", result: .missed))

        #expect(try drill.standing("intubate") == .waiting)
    }

    @Test func aTargetCountsFromAnEarlierStep() throws {
        var drill = try Newborn()
        #expect(drill.state.dueSeconds(of: try drill.step("again")) == nil)
        #expect(try drill.standing("again", at: 9999) == .open)
        try drill.done("heart-rate", "low", after: 80)
        try drill.done("reassess", "still-low", after: 70)

        try drill.done("drug", after: 30)

        #expect(drill.state.dueSeconds(of: try drill.step("again")) == 420)
        #expect(try drill.standing("again", at: 421) == .openLate(by: 1))
    }

    @Test func anAnswerMustBeOneOfTheSteps() throws {
        var drill = try Newborn()
        func mark(_ step: String, _ answer: String?, _ result: StepResult = .done) -> MarkStep<Drill> {
            MarkStep<Drill>(run: drill.run, step: step, result: result, answer: answer)
        }
        #expect(drill.ward.refusal(of: mark("heart-rate", nil)) == .answerNeeded("up|low"))
        #expect(
            drill.ward.refusal(of: mark("heart-rate", "high")) == .codeUnknown(field: "answer", code: "high"))
        #expect(drill.ward.refusal(of: mark("warm", "up")) == .fieldNotHere("answer"))
        #expect(drill.ward.refusal(of: mark("heart-rate", "up", .missed)) == .fieldNotHere("answer"))
        #expect(drill.ward.refusal(of: mark("heart-rate", nil, .missed)) == nil)

        try drill.done("heart-rate", "up")
        #expect(drill.ward.entries.last?.fact.summary.en == "DRILL 演练: heart-rate: done, up")
    }

    @Test func whatNobodyDecidedAndWhatWasNotChosenDoNotCount() throws {
        var drill = try Newborn()
        try drill.done("heart-rate", "low", after: 10)
        for step in ["intubate", "again", "loss", "score", "warm"] { try drill.done(step) }

        let open = DrillScore(drill.state)
        #expect(open.missedCritical == 1 && open.undecidedCritical == 1)
        #expect(open.criticalInTime == 6 && open.critical == 7)
        try drill.done("reassess", "better")

        let score = DrillScore(drill.state)
        #expect(score.undecidedCritical == 0 && score.missedCritical == 0)
        #expect(score.critical == 7 && score.isMet)
        try drill.done("wean")
        #expect(DrillScore(drill.state).critical == 7, "done though not chosen: shown, not counted")
    }
}
