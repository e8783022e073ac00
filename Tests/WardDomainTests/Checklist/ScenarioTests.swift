import Testing
import WardDomain

/// The made-up case of a drill, its surprises, and what stops its clock.
@Suite struct ScenarioTests {
    private func started() throws -> (WardFixture, ChecklistID) {
        var ward = WardFixture()
        let made = try ward.record(StartChecklist<Drill>(drillProtocol: "newborn", scenario: "case"))
        return (ward, ChecklistID(made[0].stamp.id.rawValue))
    }

    @Test(arguments: [(59, []), (60, ["timed"]), (61, ["timed"])] as [(Int, [String])])
    func aTimedSurpriseComesByItself(second: Int, come: [String]) throws {
        let (ward, run) = try started()
        #expect(ward.checklist(run).injects(bySecond: second).compactMap(\.inject) == come)
        #expect(ward.checklist(run).exerciseSigns(bySecond: second)?.heartRate == (come.isEmpty ? 70 : 50))
    }

    @Test func sprungByKeyItComesNoSecondTime() throws {
        var (ward, run) = try started()
        ward.wait(seconds: 20)
        try ward.record(GiveInject(run: run, inject: "timed"))

        #expect(ward.checklist(run).injects(bySecond: 300).map(\.atSeconds) == [20])
        #expect(ward.refusal(of: GiveInject(run: run, inject: "timed")) == .injectGivenAlready)
        #expect(ward.refusal(of: GiveInject(run: run, inject: "x")) == .codeUnknown(field: "inject", code: "x"))
        #expect(ward.checklist(run).injectsToCome(afterSecond: 20).map(\.id) == ["key"])
        ward.wait(seconds: 60)
        try ward.record(GiveInject(run: run, inject: "key"))
        #expect(ward.checklist(run).injectsToCome(afterSecond: 80).isEmpty)
    }

    @Test func onceItsTimeHasComeItCanNotBeSprungAgain() throws {
        var (ward, run) = try started()
        ward.wait(seconds: 60)
        #expect(ward.refusal(of: GiveInject(run: run, inject: "timed")) == .injectGivenAlready)
    }

    @Test func aPauseStopsTheClockAndTheSurprises() throws {
        var (ward, run) = try started()
        ward.wait(seconds: 50)
        try ward.record(PauseDrill(run: run))
        ward.wait(seconds: 1000)
        #expect(ward.checklist(run).elapsed(now: ward.clock)?.seconds == 50)
        #expect(ward.checklist(run).suspendedFor == .pause)
        #expect(ward.refusal(of: PauseDrill(run: run)) == .nothingToRecord)
        #expect(ward.refusal(of: GiveInject(run: run, inject: "key")) == .checklistSuspended)
        #expect(ward.refusal(of: PauseDrill(run: run), by: nil) == .signatureNeeded)

        try ward.record(ResumeDrill(run: run))
        ward.wait(seconds: 9)
        let before = ward.checklist(run)
        #expect(before.injects(bySecond: try #require(before.elapsed(now: ward.clock)).seconds).isEmpty)
        ward.wait(seconds: 1)
        let after = ward.checklist(run)
        #expect(after.injects(bySecond: try #require(after.elapsed(now: ward.clock)).seconds).count == 1)
        #expect(after.pauses.map(\.cause) == [.pause])
    }

    @Test func aRealResponseHasNoScenarioNoPauseAndNoSurprise() throws {
        var ward = WardFixture()
        var start = StartChecklist<Response>(drillProtocol: "newborn")
        start.scenario = "case"
        #expect(ward.refusal(of: start) == .fieldNotHere("scenario"))
        let run = try ward.startResponse()
        #expect(ward.refusal(of: PauseDrill(run: run)) == .checklistUnknown)
        #expect(ward.refusal(of: SuspendDrill(run: run, reason: "x")) == .checklistUnknown)
        #expect(ward.refusal(of: GiveInject(run: run, text: "x")) == .checklistUnknown)
        #expect(!CommandKinds.all.map { $0.name }.contains { ["response.pause", "response.suspend"].contains($0) })
    }

    @Test func theRunKeepsTheCaseItUsedAndTheListWithoutTheOthers() throws {
        var (ward, run) = try started()
        #expect(ward.refusal(of: StartChecklist<Drill>(drillProtocol: "newborn", scenario: "x"))?.code == "codeUnknown")
        #expect(ward.checklist(run).scenario == SampleRules.newborn.scenarios?.first)
        #expect(ward.checklist(run).drillProtocol?.scenarios == nil)
        ward.rules.protocols = [SampleRules.pph]
        #expect(ward.checklist(run).drillProtocol?.steps == SampleRules.newborn.steps)
        try ward.record(MarkStep<Drill>(run: run, step: "heart-rate", result: .done, answer: "low"))
    }

    @Test func drillsAreNumberedByThemselves() throws {
        var ward = WardFixture()
        let first = try ward.startDrill()
        let response = try ward.startResponse()
        try ward.record(VoidChecklist<Drill>(run: first, reason: "wrong key"))
        let second = try ward.startDrill()

        #expect(ward.checklist(first).number == 1)
        #expect(ward.checklist(second).number == 2)
        #expect(ward.checklist(response).number == nil)
        #expect(ward.entries.last?.fact.summary.en == "DRILL 演练 2 started: PPH")
    }
}
