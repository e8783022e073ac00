import Testing
import WardDomain

/// Several terminals over one run: the ledger decides.
@Suite struct DoubledMarkTests {
    private static func mark(
        _ run: ChecklistID, _ step: String, _ result: StepResult = .done, seen: Int? = nil
    ) -> MarkStep<Drill> {
        MarkStep<Drill>(run: run, step: step, result: result, dose: "10 IU", seen: seen)
    }

    @Test func aStepThatAnotherTerminalMarkedIsNotMarkedAgain() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        try ward.record(Self.mark(run, "call", seen: 0))

        #expect(ward.refusal(of: Self.mark(run, "call", seen: 0))?.code == "stepChangedSince")
        #expect(ward.refusal(of: Self.mark(run, "call", .missed, seen: 0))?.code == "stepChangedSince")
        #expect(ward.refusal(of: Self.mark(run, "call"))?.code == "stepAlreadyMarked")
        #expect(ward.refusal(of: Self.mark(run, "call", seen: 1))?.code == "stepAlreadyMarked")
        #expect(ward.refusal(of: Self.mark(run, "call", .missed, seen: 1)) == nil)
    }

    @Test(arguments: ["oxytocin", "pulse"])
    func aDoseAndARepetitionAreRecordedOnceForEachLook(step: String) throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        try ward.record(Self.mark(run, step, seen: 0))

        #expect(ward.refusal(of: Self.mark(run, step, seen: 0))?.code == "stepChangedSince")
        try ward.record(Self.mark(run, step, seen: 1))

        #expect(ward.checklist(run).marksInOrder(of: step).count == 2)
        #expect(ward.checklist(run).timesMarked[step] == 2)
    }

    @Test func theCountGoesOnThroughEveryChangeOfMind() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        try ward.record(Self.mark(run, "call", seen: 0))
        try ward.record(Self.mark(run, "call", .notApplicable, seen: 1))
        try ward.record(Self.mark(run, "call", seen: 2))

        #expect(ward.checklist(run).marks["call"]?.result == .done)
        #expect(ward.refusal(of: Self.mark(run, "call", .missed, seen: 2))?.code == "stepChangedSince")
    }

    @Test func eachRepetitionKeepsItsTimeAndHowLateItCame() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        let pulse = try #require(SampleRules.pph[step: "pulse"])
        for wait in [20, 300, 301] {
            ward.wait(seconds: wait)
            try ward.record(Self.mark(run, "pulse"))
        }

        let times = ward.checklist(run).times(of: pulse)
        #expect(times.map(\.seconds) == [20, 320, 621])
        #expect(times.map(\.lateBy) == [0, 0, 1])
        #expect(ward.checklist(run).dueAgain(elapsedSeconds: 920).isEmpty)
        #expect(ward.checklist(run).dueAgain(elapsedSeconds: 921).map(\.id) == ["pulse"])
    }
}
