import Testing
import WardDomain

@Suite struct DecidingTests {
    @Test func theClockRunsFromTheKeyPress() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let pressed = ward.clock
        ward.wait(seconds: 7)

        try ward.record(DecideCaesarean(admission: mother, category: .one), by: nil, at: .frozen(pressed))

        ward.wait(seconds: 744)
        let run = try #require(ward.mother(mother).runningCaesarean)
        #expect(run.elapsed(now: ward.clock) == Interval(seconds: 751, byWallClock: false))
        #expect(run.category == .one)
    }

    @Test func aSecondStartForTheSameMotherJoinsTheClockThatRuns() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        try ward.decide(mother)

        #expect(ward.refusal(of: DecideCaesarean(admission: mother), by: nil) == .caesareanAlreadyRunning)
    }

    @Test func severalMothersHaveTheirOwnClocks() throws {
        var ward = WardFixture()
        let first = try ward.decide(try ward.admit("李娜"))
        ward.wait(seconds: 60)
        let second = try ward.decide(try ward.admit("周敏"))
        ward.wait(seconds: 1)

        #expect(ward.run(first).elapsed(now: ward.clock).seconds == 61)
        #expect(ward.run(second).elapsed(now: ward.clock).seconds == 1)
    }

    @Test func nobodyIsNeededToStartAClock() throws {
        var ward = WardFixture()

        let run = try ward.decide(nil, category: nil, by: nil)

        let woman = try #require(ward.ward.caesarean(run)?.admission)
        #expect(woman.identity == MotherIdentity(label: "unknown woman 18:00:00"))
        #expect(woman.isHere && woman.isOpen)
        #expect(woman.runningCaesarean?.category == nil)
    }

    @Test func twoUnknownWomenOfOneSecondHaveTwoLabels() throws {
        var ward = WardFixture()
        let first = try ward.decide(nil, by: nil)
        let second = try ward.decide(nil, by: nil)

        let labels = [first, second].compactMap { ward.ward.caesarean($0)?.admission.identity.label }

        #expect(Set(labels).count == 2)
    }

    @Test func aLabelMeansTheWomanWhoHasIt() throws {
        var ward = WardFixture()
        let woman = try ward.admit(label: "unknown woman 1")

        let made = try ward.record(DecideCaesarean(label: "unknown woman 1"), by: nil)

        #expect(made.map(\.stream) == [.admission(woman)])
        #expect(ward.refusal(of: DecideCaesarean(label: "unknown woman 1"), by: nil) != nil)
    }

    @Test func aNewLabelNamesANewWoman() throws {
        var ward = WardFixture()

        let made = try ward.record(DecideCaesarean(label: "ambulance", bed: "2"), by: nil)

        #expect(made.count == 2)
        #expect(ward.ward.occupant(of: "2")?.identity.label == "ambulance")
    }

    @Test func anUnknownWomanTakesNobodysBed() throws {
        var ward = WardFixture()
        try ward.admit("李娜", bed: "3")

        #expect(ward.refusal(of: DecideCaesarean(bed: "3"), by: nil) == .bedOccupied("3"))
        #expect(ward.refusal(of: DecideCaesarean(bed: "9"), by: nil) == .noSuchBed("9"))
    }

    @Test func anIndicationIsACodeOfTheLibrary() throws {
        var ward = WardFixture()
        let mother = try ward.admit()

        #expect(
            ward.refusal(of: DecideCaesarean(admission: mother, indication: "X"))
                == .codeUnknown(field: "indication", code: "X"))
        #expect(ward.refusal(of: DecideCaesarean(admission: mother, indication: "FHR")) == nil)
    }

    @Test func aDecisionBeforeTheAdmissionComesWithItsPlace() throws {
        var ward = WardFixture()
        let mother = try ward.admit(admittedAt: ward.clock.moment)
        let time = ward.typed(secondsAgo: 300)

        #expect(
            ward.refusal(of: DecideCaesarean(admission: mother, reason: "in A&E"), at: time) == .beforeAdmission)
        try ward.record(DecideCaesarean(admission: mother, place: .emergency, reason: "in A&E"), at: time)

        #expect(ward.mother(mother).runningCaesarean?.decidedPlace == .emergency)
        #expect(ward.mother(mother).runningCaesarean?.decidedReason == "in A&E")
    }

    /// Nobody pressed the key: the decision is written down when the birth stands already.
    @Test(arguments: [(BirthMode.caesarean, CaesareanRun.Ending.delivered), (.vacuum, .bornBeforeCaesarean)])
    func aDecisionWrittenDownAfterTheBirthEndsWithIt(mode: BirthMode, ending: CaesareanRun.Ending) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        ward.wait(seconds: 3600)
        try ward.birth(mother, mode: mode)
        ward.wait(seconds: 60)
        let late = DecideCaesarean(admission: mother, category: .one, reason: "nobody pressed")
        try ward.record(late, at: ward.typed(secondsAgo: 60 + 1500))

        let run = try #require(ward.mother(mother).runs.first)
        #expect(run.end?.ending == ending)
        #expect(run.elapsed(now: ward.clock).seconds == 1500)
        #expect(run.decisionToDelivery?.seconds == (mode == .caesarean ? 1500 : nil))
    }

    @Test func theBirthOfAnotherRunIsNotTakenForIts() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        try ward.decide(mother)
        ward.wait(seconds: 900)
        try ward.birth(mother, mode: .caesarean)
        ward.wait(seconds: 60)
        let other = DecideCaesarean(admission: mother, category: .one, reason: "late")
        try ward.record(other, at: ward.typed(secondsAgo: 30))
        #expect(ward.mother(mother).runs.map(\.isRunning) == [false, true])
        #expect(ward.mother(mother).birthWithoutClock(since: ward.mother(mother).runs[0].decidedAt) == nil)
    }

    @Test func theWallClockServesAfterARestartOfTheMachine() throws {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit())
        ward.wait(seconds: 300)
        ward.reboot()

        #expect(ward.run(run).elapsed(now: ward.clock) == Interval(seconds: 300, byWallClock: true))
    }

    @Test(arguments: [3600, -3600, 3, -3])
    func aStepOfTheWallClockMovesNoClock(step: Int) throws {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit())
        ward.wait(seconds: 300)
        ward.stepWallClock(seconds: step)
        try ward.record(MarkMilestone(run: run, milestone: .arrive))
        ward.wait(seconds: 300)

        #expect(ward.run(run).elapsed(to: .arrive) == Interval(seconds: 300, byWallClock: false))
        #expect(ward.run(run).elapsed(now: ward.clock) == Interval(seconds: 600, byWallClock: false))
    }
}
