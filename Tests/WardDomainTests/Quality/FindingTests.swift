import Testing
import WardDomain

@Suite struct FindingTests {
    static let today = CalendarDay("2026-11-22")!
    typealias Debrief = ChecklistRun.Debrief

    @Test func anActionLivesUntilItIsClosedWithAWord() throws {
        var ward = WardFixture()
        let action = try ward.openAction(due: Self.today.advanced(days: 1))
        #expect(ward.refusal(of: CloseFinding(finding: action, how: " ")) == .fieldMissing("how"))
        ward.wait(seconds: 60)

        try ward.record(CloseFinding(finding: action, how: "key hangs there"), by: .nurse)

        #expect(ward.ward.findings.isEmpty)
        let closed = try #require(ward.everyFinding.first)
        #expect(closed.closing?.how == "key hangs there")
        #expect(closed.closing?.staff == .nurse)
        #expect(closed.closing?.at.moment == ward.clock.moment)
        #expect(ward.refusal(of: CloseFinding(finding: action, how: "again")) == .findingClosed)
        #expect(ward.refusal(of: ChangeFinding(finding: action, owner: .nurse)) == .findingClosed)
        #expect(ward.refusal(of: CloseFinding(finding: FindingID("x"), how: "x")) == .findingUnknown)
    }

    @Test(arguments: [
        (OpenFinding(kind: .action, what: " ", owner: .midwife, due: today), Refusal.fieldMissing("what")),
        (OpenFinding(kind: .action, what: "x", due: today), .fieldMissing("owner")),
        (OpenFinding(kind: .action, what: "x", owner: .midwife), .fieldMissing("due")),
        (OpenFinding(kind: .action, what: "x", owner: "X9", due: today), .badgeUnknown("X9")),
        (
            OpenFinding(kind: .action, what: "x", owner: .midwife, due: today.advanced(days: -1)),
            .dueDayPast(today.advanced(days: -1))
        ),
        (OpenFinding(kind: .threat, what: "x"), .fieldMissing("tag")),
        (OpenFinding(kind: .defect, what: "x"), .fieldMissing("kit")),
        (OpenFinding(kind: .threat, what: "x", tag: .lift, run: ChecklistID("r")), .checklistUnknown),
    ])
    func whatLacksSomethingIsRefused(command: OpenFinding, refusal: Refusal) {
        #expect(WardFixture().refusal(of: command) == refusal)
    }

    @Test func theDayItselfIsStillInTime() throws {
        var ward = WardFixture()
        let action = try ward.openAction(due: Self.today)
        ward.turn(to: Self.today, 23, 59, second: 59)
        #expect(ward.ward.openEnds(now: ward.clock, rules: ward.rules).isEmpty)

        ward.wait(seconds: 1)

        let ends = ward.ward.openEnds(now: ward.clock, rules: ward.rules)
        #expect(ends.map(\.kind) == [.actionOverdue])
        #expect(ends.first?.about == .finding(action))
        #expect(ends.first?.secondsLate == 0)
        try ward.record(ChangeFinding(finding: action, due: Self.today.advanced(days: 1)))
        #expect(ward.ward.openEnds(now: ward.clock, rules: ward.rules).isEmpty)
    }

    @Test func aDefectIsItsFindersAndDueTheDayItWasFound() throws {
        var ward = WardFixture()
        try ward.record(OpenFinding(kind: .defect, what: "no blade", kit: "cart"), by: .nurse)

        let defect = try #require(ward.everyFinding.first)
        #expect(defect.owner == .nurse)
        #expect(defect.limit?.day == Self.today)
        ward.turn(to: Self.today.advanced(days: 1), 0, 0)
        #expect(ward.ward.openEnds(now: ward.clock, rules: ward.rules).map(\.kind) == [.defectOverdue])
    }

    @Test func aThreatWithoutADayIsNeverLate() throws {
        var ward = WardFixture()
        try ward.record(OpenFinding(kind: .threat, what: "lift slow", tag: .lift))

        ward.turn(to: Self.today.advanced(days: 400), 0, 0)

        #expect(ward.ward.openEnds(now: ward.clock, rules: ward.rules).isEmpty)
        #expect(ward.ward.findings.count == 1)
    }

    @Test func aDebriefLeavesActionsThreatsAndDefectsBehind() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        let due = Self.today.advanced(days: 14)
        let debrief = Debrief(
            wentWell: "calls", change: nil,
            actions: [
                Debrief.Action(what: "key at desk", owner: .chargeNurse, due: due),
                Debrief.Action(what: "train lift", owner: .nurse, due: due),
            ],
            threats: [
                Debrief.Threat(tag: .lift, what: "lift slow"),
                Debrief.Threat(tag: .battery, what: "laryngoscope dark", kit: "cart"),
            ])

        try ward.record(FinishChecklist<Drill>(run: run, debrief: debrief))

        let found = ward.everyFinding
        #expect(found.map(\.kind) == [.action, .action, .threat, .defect])
        #expect(found.map(\.what) == ["key at desk", "train lift", "lift slow", "laryngoscope dark"])
        #expect(found.allSatisfy { $0.origin?.run == run && $0.origin?.nature == .drill })
        #expect(found[3].kit == "cart" && found[3].tag == .battery && found[3].owner == .midwife)
        #expect(Set(found.map(\.id)).count == 4)
        #expect(ward.checklist(run).debrief == debrief)
    }

    @Test func aDebriefWrittenAgainOpensOnlyWhatIsNew() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        let due = Self.today.advanced(days: 14)
        let action = Debrief.Action(what: "key at desk", owner: .chargeNurse, due: due)
        let threat = Debrief.Threat(tag: .lift, what: "lift slow")
        try ward.record(
            FinishChecklist<Drill>(
                run: run, debrief: Debrief(wentWell: nil, change: nil, actions: [action], threats: [threat])))
        let again = Debrief(
            wentWell: nil, change: "x",
            actions: [
                Debrief.Action(what: "key at desk", owner: .nurse, due: due.advanced(days: 1)),
                Debrief.Action(what: "new", owner: .nurse, due: due),
            ], threats: [threat])

        let made = try ward.record(WriteDebrief<Drill>(run: run, debrief: again))

        #expect(made.map { type(of: $0.fact).kind } == ["debriefWritten", "findingReassigned", "findingOpened"])
        let found = ward.everyFinding
        #expect(found.map(\.what) == ["key at desk", "lift slow", "new"])
        #expect(found[0].owner == .nurse && found[0].limit?.day == due.advanced(days: 1))
        #expect(try ward.record(WriteDebrief<Drill>(run: run, debrief: again)).count == 1)
    }

    @Test func nothingIsDoneWhereAnActionLacksItsOwner() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        let debrief = Debrief(
            wentWell: "x", change: nil, actions: [], threats: [Debrief.Threat(tag: .lift, what: " ")])

        #expect(ward.refusal(of: FinishChecklist<Drill>(run: run, debrief: debrief)) == .fieldMissing("what"))
        #expect(ward.checklist(run).isRunning)
    }
}
