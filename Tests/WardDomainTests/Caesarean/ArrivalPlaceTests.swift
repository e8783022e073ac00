import Testing

@testable import WardDomain

/// Where she is follows the mark of her arrival in theatre, and comes back with it.
@Suite struct ArrivalPlaceTests {
    private struct Arrived {
        var ward = WardFixture()
        let mother: AdmissionID
        let run: CaesareanID
        let before: Occurrence?

        init() throws {
            mother = try ward.admit()
            before = ward.mother(mother).placeSince
            ward.wait(seconds: 3600)
            run = CaesareanID(try ward.record(DecideCaesarean(admission: mother))[0].stamp.id.rawValue)
            ward.wait(seconds: 600)
            try ward.record(MarkMilestone(run: run, milestone: .arrive))
        }

        mutating func strike() throws {
            try ward.record(StrikeMilestone(run: run, milestone: .arrive, reason: "wrong woman"))
        }
    }

    @Test func aStruckArrivalLeavesHerWhereSheWasSinceSheWasThere() throws {
        var arrived = try Arrived()
        #expect(arrived.ward.mother(arrived.mother).place == .theatre)
        try arrived.strike()
        #expect(arrived.ward.mother(arrived.mother).place == .ward)
        #expect(arrived.ward.mother(arrived.mother).placeSince == arrived.before)
    }

    /// The struck mark does not forbid a move of before it.
    @Test func aMoveBeforeTheStruckArrivalIsTaken() throws {
        var arrived = try Arrived()
        let move = MoveMother(admission: arrived.mother, bed: "5")
        #expect(arrived.ward.refusal(of: move, at: arrived.ward.typed(secondsAgo: 60)) == .placeChangedSince)
        try arrived.strike()
        #expect(arrived.ward.refusal(of: move, at: arrived.ward.typed(secondsAgo: 60)) == nil)
    }

    @Test func anArrivalThatIsMarkedAnewEarlierIsTheOneThatCounts() throws {
        var arrived = try Arrived()
        arrived.ward.wait(seconds: 120)
        let time = arrived.ward.typed(secondsAgo: 300)
        let made = try arrived.ward.record(
            MarkMilestone(run: arrived.run, milestone: .arrive, reason: "phone log"), at: time)
        #expect(arrived.ward.mother(arrived.mother).placeSince == made[0].stamp.occurred)
        try arrived.strike()
        #expect(arrived.ward.mother(arrived.mother).placeSince == arrived.before)
    }

    /// She was taken there before anybody marked it: the mark's end does not bring her back.
    @Test func whoWasInTheatreBeforeStaysThere() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let run = CaesareanID(try ward.record(DecideCaesarean(admission: mother))[0].stamp.id.rawValue)
        ward.wait(seconds: 60)
        try ward.record(DepartMother(admission: mother, to: .theatre, keepsBed: true))
        let taken = ward.mother(mother).placeSince
        ward.wait(seconds: 60)
        try ward.record(MarkMilestone(run: run, milestone: .arrive))
        try ward.record(StrikeMilestone(run: run, milestone: .arrive, reason: "too early"))
        #expect(ward.mother(mother).place == .theatre)
        #expect(ward.mother(mother).placeSince == taken)
    }

    /// The unnamed woman's way goes into the story that she joins.
    @Test func aStruckArrivalLeavesTheatreAfterAMergeToo() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1", bed: "3")
        let run = try ward.decide(nil)
        try ward.record(MarkMilestone(run: run, milestone: .arrive))
        let unknown = try #require(ward.ward.caesarean(run)?.admission.id)
        try ward.record(MergeMother(admission: unknown, into: known))
        #expect(ward.mother(known).place == .theatre)
        try ward.record(StrikeMilestone(run: run, milestone: .arrive, reason: "wrong woman"))
        #expect(ward.mother(known).place == .ward)
    }

    @Test func whoWasMovedSinceStaysThere() throws {
        var arrived = try Arrived()
        arrived.ward.wait(seconds: 60)
        try arrived.ward.record(DepartMother(admission: arrived.mother, to: .icu, keepsBed: false))
        try arrived.strike()
        #expect(arrived.ward.mother(arrived.mother).place == .icu)
    }
}
