import Testing
import WardDomain

@Suite struct MovingCaesareanTests {
    @Test func aClockOfTheWrongMotherMovesAndItsTimesStay() throws {
        var (ward, wrong, run) = try MarkingTests.running()
        try ward.record(MarkMilestone(run: run, milestone: .arrive))
        let right = try ward.admit("周敏", bed: "4")
        let before = ward.run(run)
        ward.wait(seconds: 60)

        try ward.record(MoveCaesarean(run: run, to: right), by: nil)

        #expect(ward.mother(wrong).runs.isEmpty)
        #expect(ward.mother(right).runs == [before])
        #expect(ward.mother(wrong).place == .ward)
        #expect(ward.mother(right).place == .theatre)
        #expect(ward.run(run).elapsed(now: ward.clock).seconds == 660)
    }

    @Test func theClockOfAnUnknownWomanTakesHerWholeStoryAlong() throws {
        var ward = WardFixture()
        let run = try ward.decide(nil, by: nil)
        let unknown = try #require(ward.ward.caesarean(run)?.admission.id)
        let right = try ward.admit("周敏")

        try ward.record(MoveCaesarean(run: run, to: right), by: nil)

        #expect(ward.mother(unknown).mergedInto == right)
        #expect(ward.mother(right).runs.map(\.id) == [run])
    }

    /// The clock ran for the wrong mother, and the birth was recorded at the right one.
    @Test(arguments: [true, false]) func aClockThatComesAfterTheBirthEndsWithIt(isUnknown: Bool) throws {
        var ward = WardFixture()
        let right = try ward.admit("周敏")
        let wrong = isUnknown ? nil : try ward.admit()
        let run = try ward.decide(wrong)
        ward.wait(seconds: 1200)
        try ward.birth(right, mode: .caesarean)
        ward.wait(seconds: 300)
        try ward.record(MoveCaesarean(run: run, to: right))

        #expect(ward.run(run).end?.ending == .delivered)
        #expect(ward.run(run).decisionToDelivery?.seconds == 1200)
        #expect(ward.mother(right).babies(of: ward.run(run)).count == 1)
    }

    @Test func twoWomenAreNotMergedByAClock() throws {
        var ward = WardFixture()
        let unknown = try ward.admit(label: "unknown woman 1")
        let run = try ward.decide(unknown)
        let right = try ward.admit("周敏")

        try ward.record(MoveCaesarean(run: run, to: right))

        #expect(ward.mother(unknown).mergedInto == nil)
        #expect(ward.mother(unknown).isHere)
        #expect(ward.mother(right).runs.map(\.id) == [run])
    }

    @Test func babiesBornInItGoWithItAndWaitForTheirSignatureThere() throws {
        var (ward, wrong, run) = try MarkingTests.running()
        let baby = try ward.birth(wrong, mode: .caesarean, by: nil)
        let right = try ward.admit("周敏")
        let before = ward.baby(baby)

        try ward.record(MoveCaesarean(run: run, to: right))

        #expect(ward.mother(wrong).newborns.isEmpty && ward.mother(wrong).unsigned.isEmpty)
        #expect(ward.mother(right).newborns == [before])
        #expect(ward.run(run).decisionToDelivery?.seconds == 600)
        try ward.record(SignEntries(admission: right), by: .doctor)
        #expect(ward.baby(baby).custody.custodian == .staff(.doctor))
    }

    @Test func theNextBabyOfTheFirstMotherIsAnotherBaby() throws {
        var (ward, wrong, run) = try MarkingTests.running()
        let moved = try ward.birth(wrong, mode: .caesarean)
        try ward.record(MoveCaesarean(run: run, to: try ward.admit("周敏")))

        let own = try ward.birth(wrong)

        #expect(own != moved)
        #expect(ward.ward.newborn(own)?.admission.id == wrong)
        #expect(ward.ward.newborn(moved)?.admission.id != wrong)
    }

    @Test func aBirthThatEndedTheClockAnotherWayMustBePlacedByWord() throws {
        var (ward, wrong, run) = try MarkingTests.running()
        let baby = try ward.birth(wrong)
        let right = try ward.admit("周敏")
        #expect(ward.refusal(of: MoveCaesarean(run: run, to: right)) == .fieldMissing("withBabies"))
        var together = ward

        try ward.record(MoveCaesarean(run: run, to: right, withBabies: false))
        try together.record(MoveCaesarean(run: run, to: right, withBabies: true))

        #expect(ward.mother(wrong).newborns.map(\.id) == [baby])
        #expect(ward.run(run).isRunning)
        #expect(together.mother(right).newborns.map(\.id) == [baby])
        #expect(together.run(run).end?.ending == .bornBeforeCaesarean)
    }

    @Test func movesThatWouldMixAreRefused() throws {
        var (ward, wrong, run) = try MarkingTests.running()
        let right = try ward.admit("周敏")
        try ward.decide(right)
        #expect(ward.refusal(of: MoveCaesarean(run: run, to: right)) == .caesareanAlreadyRunning)
        #expect(ward.refusal(of: MoveCaesarean(run: run, to: wrong)) == .sameMother)
        try ward.birth(right, mode: .caesarean)
        try ward.birth(wrong, mode: .caesarean)

        #expect(ward.refusal(of: MoveCaesarean(run: run, to: right)) == .mergeWouldMixBabies)
    }
}
