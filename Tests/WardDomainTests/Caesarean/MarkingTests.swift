import Testing
import WardDomain

@Suite struct MarkingTests {
    /// A ward with a clock that has run for ten minutes.
    static func running() throws -> (ward: WardFixture, mother: AdmissionID, run: CaesareanID) {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", bed: "3")
        let run = try ward.decide(mother)
        ward.wait(seconds: 600)
        return (ward, mother, run)
    }

    @Test func aMarkKeepsItsSplitAndWhoSetIt() throws {
        var (ward, mother, run) = try Self.running()

        try ward.record(MarkMilestone(run: run, milestone: .arrive), by: .doctor)

        #expect(ward.run(run).elapsed(to: .arrive)?.seconds == 600)
        #expect(ward.run(run).marks[.arrive]?.staff == .doctor)
        #expect(ward.mother(mother).place == .theatre)
        #expect(ward.mother(mother).bed == "3")
    }

    @Test(arguments: [(600, nil), (601, Refusal.milestoneBeforeDecision)] as [(Int, Refusal?)])
    func nothingIsMarkedBeforeTheDecision(secondsAgo: Int, refusal: Refusal?) throws {
        let (ward, _, run) = try Self.running()

        #expect(
            ward.refusal(of: MarkMilestone(run: run, milestone: .call), at: ward.typed(secondsAgo: secondsAgo))
                == refusal)
    }

    @Test func theDeliveryIsNeverMarkedByAKey() throws {
        let (ward, _, run) = try Self.running()

        #expect(ward.refusal(of: MarkMilestone(run: run, milestone: .delivery)) == .milestoneIsBirth)
        #expect(
            ward.refusal(of: MarkMilestone(run: run, milestone: .delivery, notApplicable: true)) == .milestoneIsBirth)
        #expect(ward.refusal(of: StrikeMilestone(run: run, milestone: .delivery, reason: "x")) == .milestoneIsBirth)
    }

    @Test func anOrderThatIsNotTheUsualOneIsFlaggedAndNotRefused() throws {
        var (ward, _, run) = try Self.running()
        try ward.record(MarkMilestone(run: run, milestone: .anaesthesiaStart), at: ward.typed(secondsAgo: 60))
        try ward.record(MarkMilestone(run: run, milestone: .leave), at: ward.typed(secondsAgo: 120))
        #expect(ward.run(run).outOfOrder.isEmpty)

        let early = MarkMilestone(run: run, milestone: .arrive)
        #expect(ward.refusal(of: early, at: ward.typed(secondsAgo: 150)) == .outOfOrder(.arrive))
        try ward.record(
            MarkMilestone(run: run, milestone: .arrive, reason: "so it was"), at: ward.typed(secondsAgo: 150))
        try ward.record(
            MarkMilestone(run: run, milestone: .anaesthesiaReady, reason: "so it was"), at: ward.typed(secondsAgo: 100))

        #expect(ward.run(run).outOfOrder == [.arrive, .anaesthesiaReady])
        #expect(
            ward.run(run).reached.map(\.milestone) == [
                .decision, .arrive, .leave, .anaesthesiaReady, .anaesthesiaStart,
            ])
    }

    @Test(arguments: [Milestone.consent, .timeOut, .newbornTeam])
    func whatFloatsIsNeverOutOfOrder(milestone: Milestone) throws {
        var (ward, _, run) = try Self.running()
        try ward.record(MarkMilestone(run: run, milestone: .incision), at: ward.typed(secondsAgo: 60))

        try ward.record(MarkMilestone(run: run, milestone: milestone))
        try ward.record(MarkMilestone(run: run, milestone: .end))

        #expect(ward.run(run).outOfOrder.isEmpty)
    }

    @Test(
        arguments: [
            ([], .call), ([.call], .leave), ([.arrive], .anaesthesiaStart), ([.arrive, .leave], .anaesthesiaStart),
            ([.consent], .call), ([.newbornTeam], .call), ([.incision], .uterineIncision),
            ([.uterineIncision], .delivery),
            ([.clamp], .delivery), ([.end], .delivery),
        ] as [([Milestone], Milestone)])
    func theNextOneFollowsTheFurthestAndNeverPassesTheBirth(marked: [Milestone], next: Milestone) throws {
        var (ward, _, run) = try Self.running()
        for milestone in marked { try ward.record(MarkMilestone(run: run, milestone: milestone)) }

        #expect(ward.run(run).next == next)
    }

    @Test func theNextOneSkipsWhatDoesNotApply() throws {
        var (ward, _, run) = try Self.running()

        try ward.record(MarkMilestone(run: run, milestone: .call, notApplicable: true))

        #expect(ward.run(run).next == .leave)
        #expect(ward.run(run).notApplicable == [.call])
    }

    @Test func afterTheBirthTheRestComesInItsOrder() throws {
        var (ward, mother, run) = try Self.running()
        try ward.birth(mother, mode: .caesarean)
        #expect(ward.run(run).next == .clamp)
        for milestone in [Milestone.clamp, .placenta, .end] {
            #expect(ward.run(run).next == milestone)
            try ward.record(MarkMilestone(run: run, milestone: milestone))
        }

        #expect(ward.run(run).next == nil)
    }

    @Test func aRunThatWasStoodDownHasNoNext() throws {
        var (ward, _, run) = try Self.running()

        try ward.record(StandDownCaesarean(run: run, reason: "recovered"))

        #expect(ward.run(run).next == nil)
        #expect(ward.refusal(of: MarkMilestone(run: run, milestone: .call)) == .caesareanEnded(.stoodDown))
    }

    @Test func aSecondPressOfTheSameMilestoneChangesNothing() throws {
        var (ward, _, run) = try Self.running()
        try ward.record(MarkMilestone(run: run, milestone: .arrive))
        ward.wait(seconds: 5)

        #expect(ward.refusal(of: MarkMilestone(run: run, milestone: .arrive)) == .milestoneAlreadyMarked)
        #expect(
            ward.refusal(of: MarkMilestone(run: run, milestone: .arrive), at: .frozen(ward.clock))
                == .milestoneAlreadyMarked)
        #expect(
            ward.refusal(of: MarkMilestone(run: run, milestone: .arrive, notApplicable: true))
                == .milestoneAlreadyMarked)
    }

    @Test func aMarkIsGivenAnotherTimeOrMarkedAnewWithAReason() throws {
        var (ward, _, run) = try Self.running()
        try ward.record(MarkMilestone(run: run, milestone: .arrive))

        try ward.record(MarkMilestone(run: run, milestone: .arrive), at: ward.typed(secondsAgo: 60))
        #expect(ward.run(run).elapsed(to: .arrive)?.seconds == 540)
        ward.wait(seconds: 60)
        try ward.record(MarkMilestone(run: run, milestone: .arrive, reason: "wrong patient at first"))

        #expect(ward.run(run).elapsed(to: .arrive)?.seconds == 660)
    }

    @Test func aMarkIsTakenBackWithAReason() throws {
        var (ward, mother, run) = try Self.running()
        try ward.record(MarkMilestone(run: run, milestone: .arrive))
        #expect(ward.refusal(of: StrikeMilestone(run: run, milestone: .arrive, reason: " ")) == .reasonNeeded)
        #expect(ward.refusal(of: StrikeMilestone(run: run, milestone: .call, reason: "x")) == .milestoneNotMarked)

        try ward.record(StrikeMilestone(run: run, milestone: .arrive, reason: "pressed too early"))

        #expect(ward.run(run).time(of: .arrive) == nil)
        #expect(ward.mother(mother).place == .ward)
        #expect(ward.run(run).next == .call)
    }

    @Test func anArrivalMarkedLateDoesNotTakeHerBackToTheatre() throws {
        var (ward, mother, run) = try Self.running()
        try ward.birth(mother, mode: .caesarean)
        try ward.record(DepartMother(admission: mother, to: .theatre, keepsBed: true), at: ward.typed(secondsAgo: 300))
        try ward.record(MoveMother(admission: mother, bed: "3"))

        try ward.record(MarkMilestone(run: run, milestone: .arrive), at: ward.typed(secondsAgo: 240))

        #expect(ward.mother(mother).place == .ward)
    }

    @Test func theDecisionGetsAnotherTimeWithAReasonOnly() throws {
        var (ward, _, run) = try Self.running()
        let retime = MarkMilestone(run: run, milestone: .decision)
        let time = ward.typed(secondsAgo: 720)
        #expect(ward.refusal(of: retime, at: ward.typed(secondsAgo: 590)) == .reasonNeeded)
        #expect(
            ward.refusal(of: MarkMilestone(run: run, milestone: .decision, notApplicable: true))
                == .milestoneIsDecision)
        #expect(ward.refusal(of: StrikeMilestone(run: run, milestone: .decision, reason: "x")) == .milestoneIsDecision)

        try ward.record(MarkMilestone(run: run, milestone: .decision, reason: "said at the bedside"), at: time)

        #expect(ward.run(run).elapsed(now: ward.clock).seconds == 720)
        #expect(ward.run(run).gradings.map(\.at) == [ward.run(run).decidedAt])
    }

    @Test(arguments: [(300, nil), (299, Refusal.milestoneBeforeDecision)] as [(Int, Refusal?)])
    func theDecisionStaysBeforeEverythingElse(secondsAgo: Int, refusal: Refusal?) throws {
        var (ward, _, run) = try Self.running()
        try ward.record(MarkMilestone(run: run, milestone: .call), at: ward.typed(secondsAgo: 300))

        let retime = MarkMilestone(run: run, milestone: .decision, reason: "x")

        #expect(ward.refusal(of: retime, at: ward.typed(secondsAgo: secondsAgo)) == refusal)
    }

    @Test func theDecisionStaysBeforeTheBirth() throws {
        var (ward, mother, run) = try Self.running()
        try ward.birth(mother, mode: .caesarean)
        ward.wait(seconds: 60)

        let retime = MarkMilestone(run: run, milestone: .decision, reason: "x")

        #expect(ward.refusal(of: retime, at: ward.typed(secondsAgo: 59)) == .milestoneBeforeDecision)
        #expect(ward.refusal(of: retime, at: ward.typed(secondsAgo: 60)) == nil)
    }
}
