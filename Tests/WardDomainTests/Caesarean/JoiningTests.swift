import Testing

@testable import WardDomain

/// Two clocks of one caesarean become one; every time stays.
@Suite struct JoiningTests {
    private static func twoClocks() throws -> (ward: WardFixture, unnamed: CaesareanID, hers: CaesareanID) {
        var ward = WardFixture()
        let mother = try ward.admit(bed: "3")
        let unnamed = try ward.decide(nil, category: nil)
        ward.wait(seconds: 30)
        try ward.record(MarkMilestone(run: unnamed, milestone: .call))
        ward.wait(seconds: 60)
        let hers = try ward.decide(mother)
        return (ward, unnamed, hers)
    }

    @Test func theFirstDecisionStandsAndTheTimesJoin() throws {
        var (ward, unnamed, hers) = try Self.twoClocks()
        ward.wait(seconds: 10)
        try ward.record(MarkMilestone(run: hers, milestone: .call))
        try ward.record(MarkMilestone(run: hers, milestone: .leave))
        let (first, second) = (ward.run(unnamed), ward.run(hers))
        try ward.record(JoinCaesareans(run: unnamed, into: hers))
        let joined = ward.run(hers)

        #expect(joined.decidedAt == first.decidedAt)
        #expect(joined.marks[.call] == first.marks[.call], "of two times the earlier")
        #expect(joined.marks[.leave] == second.marks[.leave])
        #expect(joined.category == .one)
        #expect(ward.ward.caesarean(unnamed) == nil)
        #expect(ward.ward.admissions.values.filter(\.isHere).count == 1, "the unnamed woman was she")
    }

    @Test func theStoryKeepsBoth() throws {
        var (ward, unnamed, hers) = try Self.twoClocks()
        try ward.record(JoinCaesareans(run: unnamed, into: hers))
        let joined = try #require(ward.entries.compactMap { $0.fact as? CaesareansJoined }.first)

        #expect(joined.other.id == unnamed && joined.other.marks[.call] != nil)
    }

    @Test func whatHasEndedIsNotJoinedNorASecondClockOfNobody() throws {
        var (ward, unnamed, hers) = try Self.twoClocks()
        #expect(ward.refusal(of: JoinCaesareans(run: unnamed, into: unnamed)) == .sameMother)
        #expect(ward.refusal(of: JoinCaesareans(run: unnamed, into: CaesareanID("x"))) == .caesareanUnknown)
        try ward.record(StandDownCaesarean(run: hers, reason: "recovered"))
        #expect(ward.refusal(of: JoinCaesareans(run: unnamed, into: hers)) == .caesareanEnded(.stoodDown))
        #expect(ward.refusal(of: JoinCaesareans(run: hers, into: unnamed)) == .caesareanEnded(.stoodDown))
    }

    @Test func aRunWhoseBabyIsBornTakesInTheClockThatWentOn() throws {
        var (ward, unnamed, hers) = try Self.twoClocks()
        let mother = try #require(ward.ward.caesarean(hers)?.admission.id)
        ward.wait(seconds: 600)
        try ward.birth(mother, mode: .caesarean)
        try ward.record(JoinCaesareans(run: unnamed, into: hers))

        #expect(ward.run(hers).decisionToDelivery?.seconds == 690)
    }
}

/// Order is flagged and asks why; a quiet clock asks whether it is true.
@Suite struct AskingTests {
    private static func left() throws -> (ward: WardFixture, run: CaesareanID) {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit())
        ward.wait(seconds: 300)
        try ward.record(MarkMilestone(run: run, milestone: .leave))
        ward.wait(seconds: 30)
        return (ward, run)
    }

    @Test func aMarkOutOfOrderIsTakenWithAReasonAndFlagged() throws {
        var (ward, run) = try Self.left()
        let late = MarkMilestone(run: run, milestone: .call)
        #expect(ward.refusal(of: late) == .outOfOrder(.call))
        #expect(ward.refusal(of: late, at: ward.typed(secondsAgo: 60)) == nil, "a time in order asks nothing")

        try ward.record(MarkMilestone(run: run, milestone: .call, reason: "called when we left"))

        #expect(ward.run(run).outOfOrder == [.leave])
        #expect(ward.run(run).marks[.call]?.reason == "called when we left")
    }

    @Test(arguments: [Milestone.consent, .timeOut, .newbornTeam])
    func whatFloatsBreaksNoOrder(milestone: Milestone) throws {
        let (ward, run) = try Self.left()
        #expect(ward.refusal(of: MarkMilestone(run: run, milestone: milestone)) == nil)
    }

    @Test(arguments: [(299, nil), (300, 300)] as [(Int, Int?)])
    func aClockWithoutAnEntryAsksAfterFiveMinutes(seconds: Int, quiet: Int?) throws {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit())
        ward.wait(seconds: seconds)

        #expect(ward.run(run).quiet(now: ward.clock) == quiet)
    }

    @Test func sayingThatItIsTrueQuietsItAndAnEndDoesToo() throws {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit())
        ward.wait(seconds: 400)
        try ward.record(ConfirmCaesarean(run: run), by: nil)
        #expect(ward.run(run).quiet(now: ward.clock) == nil)
        ward.wait(seconds: 400)
        try ward.record(StandDownCaesarean(run: run, reason: "recovered"))

        #expect(ward.run(run).quiet(now: ward.clock) == nil)
        #expect(ward.refusal(of: ConfirmCaesarean(run: run)) == .caesareanEnded(.stoodDown))
    }

    @Test func theUpgradeIsReportedBesideTheFirstDecision() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let run = try ward.decide(mother, category: .two)
        ward.wait(seconds: 600)
        try ward.record(GiveCategory(run: run, category: .one))
        ward.wait(seconds: 900)
        try ward.birth(mother, mode: .caesarean)
        let upgrade = try #require(ward.run(run).upgrade)

        #expect(ward.run(run).decisionToDelivery?.seconds == 1500)
        #expect(upgrade.at.interval(to: try #require(ward.run(run).end).at).seconds == 900)
    }
}
