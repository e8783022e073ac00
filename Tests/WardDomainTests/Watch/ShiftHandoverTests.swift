import Testing
import WardDomain

@Suite struct ShiftHandoverTests {
    private static func handover(_ entries: [Entry]) throws -> ShiftHandedOver {
        try #require(entries.first?.fact as? ShiftHandedOver)
    }

    @Test func whatWasAcceptedIsKeptAsItWas() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair("李娜", codes: "A", bed: "3")
        var errand = CustodyTests.handOver(place: .hearing)
        errand.expectedBack = ExpectedTime(.moment(ward.clock.moment.advanced(seconds: 60)))
        try ward.record(errand)
        ward.wait(seconds: 120)

        let entries = try ward.record(HandOverShift(receiver: .chargeNurse, note: "quiet"))
        try ward.record(
            HandOver(band: "NA1", motherBand: "MA0", giver: "W2002", receiver: "W1001", to: .motherBed))

        let fact = try Self.handover(entries)
        #expect(fact.snapshot.mothers.map(\.admission) == [mother])
        #expect(fact.snapshot.babies.map(\.newborn) == [baby])
        #expect(fact.snapshot.babies.map(\.place) == [.hearing])
        #expect(fact.snapshot.babies.map(\.isOut) == [true])
        #expect(fact.snapshot.waiting.map(\.kind) == [.newbornLate])
        #expect(fact.since == nil)
        #expect(fact.note == "quiet")
        #expect(ward.ward.plan.inCharge == .chargeNurse)
        guard case .shift(let record)? = ward.folded(entries[0].stream) else { return #expect(Bool(false)) }
        #expect(record.handover == fact)
    }

    @Test func theNextCountsWhatWasRecordedSince() throws {
        var ward = WardFixture()
        try ward.record(HandOverShift(receiver: .chargeNurse))
        try ward.pair()
        ward.wait(seconds: 60)

        let fact = try Self.handover(try ward.record(HandOverShift(receiver: .nurse), by: .chargeNurse))

        #expect(fact.since == WardFixture.evening)
        #expect(fact.snapshot.sinceLast["newbornBorn"] == 1)
        #expect(fact.snapshot.sinceLast["bandAttached"] == 2)
        #expect(fact.snapshot.sinceLast["shiftHandedOver"] == nil)
        #expect(ward.ward.plan.inCharge == .nurse)
    }

    @Test func nobodyAcceptsHerOwnShiftAndOnlyCareTakesCharge() throws {
        let ward = WardFixture()
        #expect(ward.refusal(of: HandOverShift(receiver: .midwife)) == .sameGiverAndReceiver)
        #expect(ward.refusal(of: HandOverShift(receiver: .admin)) == .notAllowed(.administrator))
        #expect(ward.refusal(of: HandOverShift(receiver: "X9")) == .badgeUnknown("X9"))
        #expect(ward.refusal(of: HandOverShift(receiver: .nurse), by: nil) == .signatureNeeded)
    }
}
