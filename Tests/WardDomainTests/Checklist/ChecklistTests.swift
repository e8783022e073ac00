import Testing
import WardDomain

@Suite struct ChecklistTests {
    @Test(arguments: [(30, StepStanding.done), (31, .doneLate(by: 1)), (90, .doneLate(by: 60))])
    func aStepIsLateOnceItsTargetIsPassed(seconds: Int, standing: StepStanding) throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        ward.wait(seconds: seconds)
        ward.wait(milliseconds: 999)

        try ward.record(MarkStep<Drill>(run: run, step: "call", result: .done))

        let marked = ward.checklist(run)
        #expect(marked.standing(of: SampleRules.pph.steps[0], elapsedSeconds: 1000) == standing)
        #expect(marked.elapsed(at: SampleRules.pph.steps[0])?.seconds == seconds)
    }

    @Test(arguments: [(30, StepStanding.open), (31, .openLate(by: 1))])
    func anOpenStepTurnsLateAsTimeGoes(seconds: Int, standing: StepStanding) throws {
        var ward = WardFixture()
        let run = try ward.startDrill()

        #expect(ward.checklist(run).standing(of: SampleRules.pph.steps[0], elapsedSeconds: seconds) == standing)
        #expect(ward.checklist(run).standing(of: SampleRules.pph.steps[3], elapsedSeconds: 9999) == .open)
    }

    @Test(arguments: [(StepResult.missed, StepStanding.missed), (.notApplicable, .notApplicable)])
    func aStepCanBeMissedOrNotApply(result: StepResult, standing: StepStanding) throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        ward.wait(seconds: 600)

        try ward.record(MarkStep<Drill>(run: run, step: "call", result: result))

        #expect(ward.checklist(run).standing(of: SampleRules.pph.steps[0], elapsedSeconds: 600) == standing)
    }

    @Test func aDrugStepAsksForTheDose() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        func oxytocin(_ result: StepResult, dose: String?, giver: Badge? = nil) -> MarkStep<Drill> {
            MarkStep<Drill>(run: run, step: "oxytocin", result: result, dose: dose, giver: giver)
        }
        #expect(ward.refusal(of: oxytocin(.done, dose: nil)) == .doseNeeded)
        #expect(ward.refusal(of: oxytocin(.done, dose: " ")) == .doseNeeded)
        #expect(ward.refusal(of: oxytocin(.done, dose: "10 IU", giver: "X")) == .badgeUnknown("X"))
        #expect(ward.refusal(of: oxytocin(.missed, dose: nil)) == nil)

        try ward.record(oxytocin(.done, dose: "10 IU IM", giver: .nurse))

        #expect(ward.checklist(run).marks["oxytocin"]?.dose == ChecklistRun.Dose(text: "10 IU IM", giver: .nurse))
        try ward.record(oxytocin(.done, dose: "10 IU IM"), by: .doctor)
        #expect(ward.checklist(run).repeats["oxytocin"]?.last?.dose?.giver == .doctor)
    }

    @Test func aStepDoneAgainKeepsItsFirstTimeAndIsDueAnew() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        let pulse = SampleRules.pph.steps[4]
        func mark(_ result: StepResult) -> MarkStep<Drill> { MarkStep<Drill>(run: run, step: "pulse", result: result) }
        #expect(ward.checklist(run).nextRepeat(of: pulse) == nil)
        ward.wait(seconds: 10)
        try ward.record(mark(.done))
        #expect(ward.checklist(run).nextRepeat(of: pulse) == 310)
        ward.wait(seconds: 320)

        try ward.record(mark(.done))

        #expect(ward.checklist(run).elapsed(at: pulse)?.seconds == 10)
        #expect(ward.checklist(run).repeats["pulse"]?.count == 1)
        #expect(ward.checklist(run).nextRepeat(of: pulse) == 630)
        try ward.record(mark(.notApplicable))
        #expect(ward.checklist(run).nextRepeat(of: pulse) == nil)
        ward.wait(seconds: 60)
        try ward.record(mark(.done))
        #expect(ward.checklist(run).nextRepeat(of: pulse) == 690)
        #expect(ward.checklist(run).nextRepeat(of: SampleRules.pph.steps[0]) == nil)
    }

    @Test func stepsRolesProtocolsAndRunsMustExist() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        let people = [ChecklistRun.Participant(badge: .nurse, role: "PILOT")]

        #expect(ward.refusal(of: StartChecklist<Drill>(drillProtocol: "x")) == .protocolUnknown("x"))
        #expect(
            ward.refusal(of: StartChecklist<Drill>(drillProtocol: "pph", participants: people)) == .roleUnknown("PILOT")
        )
        #expect(ward.refusal(of: MarkStep<Drill>(run: run, step: "x", result: .done)) == .stepUnknown("x"))
        #expect(
            ward.refusal(of: ArriveAtChecklist<Drill>(run: run, badge: .nurse, role: "PILOT")) == .roleUnknown("PILOT"))
        #expect(ward.refusal(of: FinishChecklist<Drill>(run: ChecklistID("x"))) == .checklistUnknown)
    }

    @Test func participantsAreStaffWhoWorkHere() throws {
        var ward = WardFixture()
        try ward.record(RetireStaff(badge: .otherMidwife), by: .admin)
        func start(_ badge: Badge) -> StartChecklist<Drill> {
            StartChecklist<Drill>(
                drillProtocol: "pph", participants: [ChecklistRun.Participant(badge: badge, role: "LEAD")])
        }

        #expect(ward.refusal(of: start("X")) == .badgeUnknown("X"))
        #expect(ward.refusal(of: start(.otherMidwife)) == .badgeRetired(.otherMidwife))
        #expect(ward.refusal(of: start(.nurse)) == nil)
    }

    @Test func anArrivalIsNotedOnceForEachRole() throws {
        var ward = WardFixture()
        let people = [ChecklistRun.Participant(badge: .nurse, role: "MW")]
        let made = try ward.record(StartChecklist<Drill>(drillProtocol: "pph", participants: people))
        let run = ChecklistID(made[0].stamp.id.rawValue)
        let first = Occurrence(ward.clock)
        try ward.record(ArriveAtChecklist<Drill>(run: run, badge: .nurse, role: "MW"))
        ward.wait(seconds: 60)

        try ward.record(ArriveAtChecklist<Drill>(run: run, badge: .nurse, role: "MW"))
        try ward.record(ArriveAtChecklist<Drill>(run: run, badge: "X99", role: "LEAD"))

        #expect(ward.checklist(run).participants.map(\.badge) == [.nurse, "X99"])
        #expect(ward.checklist(run).participants[0].arrivedAt == first)
    }

    @Test(arguments: [(60, nil), (61, Refusal.milestoneBeforeDecision)] as [(Int, Refusal?)])
    func nothingLiesBeforeMomentZero(secondsAgo: Int, refusal: Refusal?) throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        ward.wait(seconds: 60)
        let time = ward.typed(secondsAgo: secondsAgo)

        #expect(ward.refusal(of: MarkStep<Drill>(run: run, step: "call", result: .done), at: time) == refusal)
        #expect(ward.refusal(of: FinishChecklist<Drill>(run: run), at: time) == refusal)
        #expect(ward.refusal(of: VoidChecklist<Drill>(run: run, reason: "x"), at: time) == refusal)
        #expect(ward.refusal(of: SuspendDrill(run: run, reason: "x"), at: time) == refusal)
    }

    @Test func aDrillIsRunToItsDebrief() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        ward.wait(seconds: 20)
        try ward.record(MarkStep<Drill>(run: run, step: "call", result: .done))
        try ward.record(GiveInject(run: run, text: "blood pressure 80/40"))
        try ward.record(NoteChecklist<Drill>(run: run, text: "lift was slow"))
        let debrief = ChecklistRun.Debrief(
            wentWell: "calls", change: "lift key",
            actions: [
                ChecklistRun.Debrief.Action(what: "key at desk", owner: .chargeNurse, due: CalendarDay("2026-12-31"))
            ])
        #expect(ward.refusal(of: WriteDebrief<Drill>(run: run, debrief: debrief)) == .checklistNotFinished)

        try ward.record(FinishChecklist<Drill>(run: run, debrief: debrief))

        #expect(ward.checklist(run).debrief == debrief)
        #expect(ward.checklist(run).injects.map(\.text) == ["blood pressure 80/40"])
        #expect(ward.ward.checklists.isEmpty)
        #expect(ward.checklist(run).elapsed(now: ward.clock)?.seconds == 20)
        let later = ChecklistRun.Debrief(wentWell: nil, change: nil, actions: [])
        try ward.record(WriteDebrief<Drill>(run: run, debrief: later))
        try ward.record(NoteChecklist<Drill>(run: run, text: "afterthought"))
        #expect(ward.checklist(run).debrief == later)
        #expect(ward.refusal(of: FinishChecklist<Drill>(run: run)) == .checklistUnknown)
    }

    @Test func aDebriefsActionsAreWholeAndOwnedByStaff() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        func finish(_ what: String, _ owner: Badge?) -> FinishChecklist<Drill> {
            FinishChecklist<Drill>(
                run: run,
                debrief: ChecklistRun.Debrief(
                    wentWell: nil, change: nil,
                    actions: [ChecklistRun.Debrief.Action(what: what, owner: owner, due: nil)]))
        }

        #expect(ward.refusal(of: finish(" ", nil)) == .fieldMissing("what"))
        #expect(ward.refusal(of: finish("key", "X")) == .badgeUnknown("X"))
        #expect(ward.refusal(of: finish("key", nil)) == .fieldMissing("owner"))
        #expect(ward.refusal(of: finish("key", .nurse)) == .fieldMissing("due"))
    }

    @Test func aDrillStandsStillWhileARealEmergencyInterruptsIt() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        ward.wait(seconds: 20)
        try ward.record(SuspendDrill(run: run, reason: "real emergency"), by: nil)
        ward.wait(seconds: 1800)
        #expect(ward.checklist(run).elapsed(now: ward.clock)?.seconds == 20)
        #expect(
            ward.refusal(of: MarkStep<Drill>(run: run, step: "call", result: .done)) == .checklistSuspended)
        #expect(ward.refusal(of: SuspendDrill(run: run, reason: "again")) == .nothingToRecord)

        try ward.record(ResumeDrill(run: run))
        ward.wait(seconds: 10)
        try ward.record(MarkStep<Drill>(run: run, step: "call", result: .done))

        #expect(ward.checklist(run).elapsed(at: SampleRules.pph.steps[0])?.seconds == 30)
        #expect(ward.checklist(run).standing(of: SampleRules.pph.steps[0], elapsedSeconds: 30) == .done)
        #expect(ward.refusal(of: ResumeDrill(run: run)) == .nothingToRecord)
    }

    @Test func aDrillFinishedWhileSuspendedEndsWhereItWasSuspended() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        ward.wait(seconds: 20)
        try ward.record(SuspendDrill(run: run, reason: "real emergency"))
        ward.wait(seconds: 1800)

        try ward.record(FinishChecklist<Drill>(run: run, reason: "not resumed"))

        #expect(ward.checklist(run).elapsed(now: ward.clock)?.seconds == 20)
    }

    @Test func aListStartedByMistakeIsVoid() throws {
        var ward = WardFixture()
        let run = try ward.startResponse(by: nil)
        try ward.record(VoidChecklist<Response>(run: run, reason: "wrong key"), by: nil)
        #expect(ward.checklist(run).voided)
        #expect(ward.checklist(run).isOpen)

        try ward.record(SignEntries(response: run))

        #expect(ward.ward.checklists.isEmpty)
    }

    @Test func aSecondStartForTheSameMotherJoinsTheListThatRuns() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let run = try ward.startResponse(mother)
        let again = StartChecklist<Response>(drillProtocol: "pph", admission: mother)
        #expect(ward.refusal(of: again, by: nil) == .checklistAlreadyRunning)

        try ward.record(FinishChecklist<Response>(run: run))

        #expect(ward.refusal(of: again, by: nil) == nil)
        try ward.startResponse()
        try ward.startResponse()
    }
}
