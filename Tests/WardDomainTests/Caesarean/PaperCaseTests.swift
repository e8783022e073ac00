import Testing

@testable import WardDomain

/// A case that was kept on paper while nothing ran.
@Suite struct PaperCaseTests {
    private static func paper(
        _ ward: WardFixture, _ admission: AdmissionID?, minutes: [Milestone: Int], label: String? = nil
    ) -> (command: EnterCaesareanAfterwards, at: CommandEnvelope.Time) {
        let decided = ward.clock.moment.advanced(seconds: -7200)
        let times = minutes.mapValues { decided.advanced(seconds: $0 * 60) }
        var command = EnterCaesareanAfterwards(
            admission: admission, label: label, category: .one, times: times, reason: "power cut")
        command.outcome = minutes[.delivery] == nil ? nil : .live
        return (command, .typed(decided))
    }

    @Test func allItsTimesAreEnteredAtOnceAndItCounts() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let (command, at) = Self.paper(
            ward, mother, minutes: [.call: 1, .leave: 7, .arrive: 10, .incision: 24, .delivery: 28, .newbornTeam: 20])
        try ward.record(command, at: at)
        let run = try #require(ward.mother(mother).runs.first)

        #expect(run.enteredAfterwards == true)
        #expect(run.decisionToDelivery?.seconds == 28 * 60)
        #expect(run.elapsed(to: .arrive)?.seconds == 600)
        #expect(run.splits.last { $0.to == .incision }?.interval.seconds == 14 * 60)
        #expect(ward.mother(mother).newborns.count == 1)
        #expect(CaesareanStatistics([run], category: .one, target: 1800).withinTarget == 1)
    }

    @Test(arguments: [(10, false), (9, true)])
    func aTimeOutOfOrderAsksWhy(arrive: Int, asks: Bool) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        var (command, at) = Self.paper(ward, mother, minutes: [.leave: 10, .arrive: arrive, .delivery: 28])
        #expect(ward.refusal(of: command, at: at) == (asks ? .outOfOrder(.arrive) : nil))

        command.orderReason = "as the paper has it"
        try ward.record(command, at: at)

        #expect(ward.mother(mother).runs[0].outOfOrder == (asks ? [.arrive] : []))
        #expect(ward.mother(mother).runs[0].splits.allSatisfy { $0.interval.seconds >= 0 })
    }

    @Test func itNeedsTheBirthAReasonAndTimesBehindTheDecision() throws {
        let ward = WardFixture()
        var (command, at) = Self.paper(ward, nil, minutes: [.call: 1], label: "纸质 1")
        #expect(ward.refusal(of: command, at: at) == .fieldMissing("DELIVERY"))
        (command, at) = Self.paper(ward, nil, minutes: [.call: -1, .delivery: 20], label: "纸质 1")
        #expect(ward.refusal(of: command, at: at) == .milestoneBeforeDecision)
        (command, at) = Self.paper(ward, nil, minutes: [.delivery: 121], label: "纸质 1")
        #expect(ward.refusal(of: command, at: at) == .timeInFuture)
        (command, at) = Self.paper(ward, nil, minutes: [.delivery: 20], label: "纸质 1")
        command.reason = " "
        #expect(ward.refusal(of: command, at: at) == .reasonNeededForTime)
        command.reason = "power cut"
        #expect(ward.refusal(of: command, at: at) == nil)
        #expect(ward.refusal(of: command, by: nil, at: at) == .signatureNeeded)
        command.times[.decision] = .moment(ward.clock.moment)
        #expect(ward.refusal(of: command, at: at) == .milestoneIsDecision)
    }

    @Test func aWomanOfWhomThereIsALabelIsAdmittedByIt() throws {
        var ward = WardFixture()
        let (command, at) = Self.paper(ward, nil, minutes: [.delivery: 35], label: "纸质 1")
        let made = try ward.record(command, at: at)

        guard case .admission(let id)? = made.first?.stream else { throw PaperCaseFault() }
        #expect(ward.mother(id).identity.label == "纸质 1")
        #expect(ward.mother(id).runs.first?.decisionToDelivery?.seconds == 35 * 60)
    }

    @Test func whetherTheBabyLivedMustBeSaid() throws {
        let ward = WardFixture()
        var (command, at) = Self.paper(ward, nil, minutes: [.delivery: 20], label: "纸质 1")
        command.outcome = nil
        #expect(ward.refusal(of: command, at: at) == .fieldMissing("outcome"))
        command.outcome = .diedInLabour
        command.apgar1 = .total(1)
        #expect(ward.refusal(of: command, at: at) == .notLive)
    }

    @Test func twinsAreEnteredWithItAndTheFirstStopsTheClock() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        var (command, at) = Self.paper(ward, mother, minutes: [.delivery: 28])
        let first = ward.clock.moment.advanced(seconds: -7200 + 28 * 60)
        command.laterBabies = [PaperBaby(bornAt: .moment(first.advanced(seconds: -1)), outcome: .live)]
        #expect(ward.refusal(of: command, at: at) == .bornBeforeSibling)
        command.laterBabies = [
            PaperBaby(bornAt: .moment(first), outcome: .live, sex: .male, apgar1: .total(7)),
            PaperBaby(bornAt: .moment(first.advanced(seconds: 120)), outcome: .live),
        ]
        try ward.record(command, at: at)

        let run = try #require(ward.mother(mother).runs.first)
        let babies = ward.mother(mother).babies(of: run)
        #expect(run.decisionToDelivery?.seconds == 28 * 60)
        #expect(babies.map(\.order) == [1, 2, 3])
        #expect(babies.map { run.decidedAt.interval(to: $0.bornAt).seconds } == [1680, 1680, 1800])
        #expect(babies[1].sex == .male && babies[1].apgar[1]?.total == 7)
        #expect(Set(babies.map(\.id)).count == 3)
    }

    @Test func whoWasCalledAndCameIsEnteredWithItByTheListOfThatHour() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        var (command, at) = Self.paper(ward, mother, minutes: [.newbornTeam: 12, .delivery: 28])
        let decided = ward.clock.moment.advanced(seconds: -7200)
        command.calls = [
            .newborn: .moment(decided.advanced(seconds: 120)), .firstLine: .moment(decided.advanced(seconds: -60)),
        ]
        command.arrivals = [.obstetrician: .moment(decided.advanced(seconds: 180))]
        try ward.record(command, at: at)

        let run = try #require(ward.mother(mother).runs.first)
        #expect(run.teamTime(.newbornDoctor).interval?.seconds == 600)
        #expect(run.teamTime(.obstetrician).interval?.seconds == 240)
        #expect(run.teamTime(.anaesthetist).arrivedAt == nil && run.newbornDoctorBeforeBirth == true)
        command.arrivals = [.anaesthetist: .moment(ward.clock.moment.advanced(seconds: 60))]
        #expect(ward.refusal(of: command, at: at) != nil, "nobody came in the future")
    }

    @Test(arguments: [(9, nil), (10, nil), (11, Refusal.caesareanEnded(.stoodDown))] as [(Int, Refusal?)])
    func aCaseThatWasStoodDownEndsBehindAllItsTimes(leave: Int, refusal: Refusal?) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        var (command, at) = Self.paper(ward, mother, minutes: [.call: 1, .leave: leave])
        command.stoodDownAt = .moment(ward.clock.moment.advanced(seconds: -7200 + 600))
        #expect(ward.refusal(of: command, at: at) == .fieldMissing("stoodDownReason"))
        command.stoodDownReason = "trace recovered"
        #expect(ward.refusal(of: command, at: at) == refusal)
        guard refusal == nil else { return }
        command.outcome = .live
        #expect(ward.refusal(of: command, at: at) == .caesareanEnded(.stoodDown), "a baby and no birth")
        command.outcome = nil
        try ward.record(command, at: at)

        let run = try #require(ward.mother(mother).runs.first)
        #expect(run.end?.ending == .stoodDown && run.end?.reason == "trace recovered")
        #expect(run.enteredAfterwards == true && run.elapsed(to: .leave)?.seconds == leave * 60)
        let figures = CaesareanStatistics([run], category: .one, target: 1800)
        #expect(figures.delivered == 0 && figures.stoodDown == 1)
    }

    @Test func aReversalBeforeTheDecisionIsRefused() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        var (command, at) = Self.paper(ward, mother, minutes: [:])
        command.stoodDownReason = "trace recovered"
        command.stoodDownAt = .moment(ward.clock.moment.advanced(seconds: -7201))
        #expect(ward.refusal(of: command, at: at) == .milestoneBeforeDecision)
        command.stoodDownAt = .moment(ward.clock.moment.advanced(seconds: -7200))
        #expect(ward.refusal(of: command, at: at) == nil)
    }

    @Test func aBirthByAnotherWayIsOutsideTheDenominator() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        var (command, at) = Self.paper(ward, mother, minutes: [.call: 1, .delivery: 12])
        command.mode = .forceps
        try ward.record(command, at: at)

        let run = try #require(ward.mother(mother).runs.first)
        #expect(run.end?.ending == .bornBeforeCaesarean && run.decisionToDelivery == nil)
        #expect(ward.mother(mother).newborns.first?.mode == .forceps)
    }

    @Test(arguments: [(nil, nil), (28 * 60 + 59, nil), (29 * 60, Refusal.babyAlreadyBorn)] as [(Int?, Refusal?)])
    func aBirthThatIsRecordedAlreadyEndsItAndIsNotToldTwice(written: Int?, refusal: Refusal?) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        var (command, at) = Self.paper(ward, mother, minutes: [.call: 1, .leave: 7])
        let decided = ward.clock.moment.advanced(seconds: -7200)
        let born = decided.advanced(seconds: 28 * 60)
        try ward.record(
            RecordBirth(admission: mother, mode: .caesarean, outcome: .live, place: .theatre, reason: "late"),
            at: .typed(born))
        command.times[.delivery] = written.map { .moment(decided.advanced(seconds: $0)) }
        #expect(ward.refusal(of: command, at: at) == refusal)
        guard refusal == nil else { return }
        command.outcome = .live
        #expect(ward.refusal(of: command, at: at) == .babyAlreadyBorn, "told twice")
        command.outcome = nil
        try ward.record(command, at: at)

        let run = try #require(ward.mother(mother).runs.first)
        #expect(run.decisionToDelivery?.seconds == 28 * 60 && run.enteredAfterwards == true)
        #expect(ward.mother(mother).babies(of: run).count == 1 && ward.mother(mother).newborns.count == 1)
    }

    @Test(arguments: [(-1, nil), (0, Refusal.babyAlreadyBorn)] as [(Int, Refusal?)])
    func aReversalBehindARecordedBirthIsNone(seconds: Int, refusal: Refusal?) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        var (command, at) = Self.paper(ward, mother, minutes: [:])
        let born = ward.clock.moment.advanced(seconds: -6000)
        try ward.record(
            RecordBirth(admission: mother, mode: .vaginal, outcome: .live, place: .deliveryRoom, reason: "late"),
            at: .typed(born))
        command.stoodDownAt = .moment(born.advanced(seconds: seconds))
        command.stoodDownReason = "trace recovered"
        #expect(ward.refusal(of: command, at: at) == refusal)
    }

    @Test func aRunningClockOfHersIsNotOverwritten() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        try ward.decide(mother)
        let (command, at) = Self.paper(ward, mother, minutes: [.delivery: 20])

        #expect(ward.refusal(of: command, at: at) == .caesareanAlreadyRunning)
    }
}

private struct PaperCaseFault: Error {}
