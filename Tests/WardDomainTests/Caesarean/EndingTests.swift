import Testing
import WardDomain

@Suite struct EndingTests {
    @Test(arguments: [(1800, 1800), (1801, 1801)])
    func theFirstBabyByCaesareanStopsTheClock(seconds: Int, interval: Int) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let run = try ward.decide(mother)
        ward.wait(seconds: seconds)
        ward.wait(milliseconds: 999)

        try ward.birth(mother, mode: .caesarean)
        ward.wait(seconds: 120)
        try ward.birth(mother, mode: .caesarean)

        #expect(ward.run(run).end?.ending == .delivered)
        #expect(ward.run(run).decisionToDelivery?.seconds == interval)
        #expect(ward.run(run).elapsed(now: ward.clock).seconds == interval)
        #expect(ward.mother(mother).newborns.count == 2)
    }

    @Test(arguments: [BirthMode.vaginal, .forceps, .vacuum, .breech])
    func aBirthAnotherWayEndsItAsBornBefore(mode: BirthMode) throws {
        var (ward, mother, run) = try MarkingTests.running()

        try ward.birth(mother, mode: mode)

        #expect(ward.run(run).end?.ending == .bornBeforeCaesarean)
        #expect(ward.run(run).decisionToDelivery == nil)
        #expect(ward.refusal(of: MarkMilestone(run: run, milestone: .call)) == .caesareanEnded(.bornBeforeCaesarean))
    }

    @Test(arguments: [(600, nil), (601, Refusal.birthBeforeDecision)] as [(Int, Refusal?)])
    func noCaesareanBirthLiesBeforeItsDecision(secondsAgo: Int, refusal: Refusal?) throws {
        let (ward, mother, _) = try MarkingTests.running()
        let birth = RecordBirth(admission: mother, mode: .caesarean, outcome: .live, reason: "late")

        #expect(ward.refusal(of: birth, at: ward.typed(secondsAgo: secondsAgo)) == refusal)
    }

    @Test func aFirstTwinBornBeforeTheDecisionEndsNothing() throws {
        var (ward, mother, run) = try MarkingTests.running()
        try ward.birth(mother, at: ward.typed(secondsAgo: 700), reason: "recorded late")
        #expect(ward.run(run).isRunning)

        try ward.birth(mother, mode: .caesarean)

        #expect(ward.run(run).decisionToDelivery?.seconds == 600)
    }

    @Test func aCaesareanWithoutAClockEndsNone() throws {
        var ward = WardFixture()
        let mother = try ward.admit()

        try ward.birth(mother, mode: .caesarean)

        #expect(ward.mother(mother).runs.isEmpty)
    }

    @Test func aDecisionIsReversedWithAReason() throws {
        var (ward, mother, run) = try MarkingTests.running()
        #expect(ward.refusal(of: StandDownCaesarean(run: run, reason: " "), by: nil) == .reasonNeeded)

        try ward.record(StandDownCaesarean(run: run, reason: "trace recovered"), by: nil)

        #expect(ward.run(run).end?.ending == .stoodDown)
        #expect(ward.run(run).end?.reason == "trace recovered")
        #expect(ward.refusal(of: StandDownCaesarean(run: run, reason: "x")) == .caesareanEnded(.stoodDown))
        let second = try ward.decide(mother)
        #expect(ward.mother(mother).runningCaesarean?.id == second)
    }

    @Test(arguments: [(600, nil), (601, Refusal.milestoneBeforeDecision)] as [(Int, Refusal?)])
    func noEndLiesBeforeTheDecision(secondsAgo: Int, refusal: Refusal?) throws {
        let (ward, _, run) = try MarkingTests.running()
        let time = ward.typed(secondsAgo: secondsAgo)

        #expect(ward.refusal(of: StandDownCaesarean(run: run, reason: "x"), at: time) == refusal)
        #expect(ward.refusal(of: VoidCaesarean(run: run, reason: "x"), at: time) == refusal)
    }

    @Test func aClockStartedByMistakeIsVoid() throws {
        var (ward, mother, run) = try MarkingTests.running()

        try ward.record(VoidCaesarean(run: run, reason: "wrong key"))

        #expect(ward.run(run).end?.ending == .void)
        #expect(ward.run(run).decisionToDelivery == nil)
        #expect(ward.mother(mother).isHere)
        #expect(ward.refusal(of: VoidCaesarean(run: run, reason: "x")) == .caesareanEnded(.void))
        #expect(ward.refusal(of: GiveCategory(run: run, category: .two)) == .caesareanEnded(.void))
    }

    @Test func aWomanWhomOnlyAVoidClockAdmittedIsNobody() throws {
        var ward = WardFixture()
        let run = try ward.decide(nil)
        let woman = try #require(ward.ward.caesarean(run)?.admission.id)

        try ward.record(VoidCaesarean(run: run, reason: "wrong key"))

        #expect(ward.ward.admissions.isEmpty)
        #expect(ward.mother(woman).isVoid && !ward.mother(woman).isHere)
        #expect(ward.mother(woman).place == .ward)
    }

    @Test func whoPressedAVoidClockIsStillAsked() throws {
        var ward = WardFixture()
        let run = try ward.decide(nil, by: nil)
        let woman = try #require(ward.ward.caesarean(run)?.admission.id)
        try ward.record(VoidCaesarean(run: run, reason: "wrong key"), by: nil)
        #expect(ward.mother(woman).isOpen && !ward.mother(woman).isHere)

        try ward.record(SignEntries(admission: woman))

        #expect(ward.ward.admissions.isEmpty)
    }

    @Test func aWomanWhoIsReallyThereStaysWhenHerClockIsVoid() throws {
        var ward = WardFixture()
        let woman = try ward.admit(label: "unknown woman 1")
        let run = try ward.decide(woman)

        try ward.record(VoidCaesarean(run: run, reason: "wrong key"))

        #expect(ward.mother(woman).isHere && ward.mother(woman).isOpen)
    }

    @Test func anUnknownWomanOfWhomMoreIsKnownStays() throws {
        var ward = WardFixture()
        let run = try ward.decide(nil)
        let woman = try #require(ward.ward.caesarean(run)?.admission.id)
        try ward.record(IdentifyMother(admission: woman, known: MotherIdentity(name: "李娜")))

        try ward.record(VoidCaesarean(run: run, reason: "not needed"))

        #expect(ward.mother(woman).isHere)
    }
}
