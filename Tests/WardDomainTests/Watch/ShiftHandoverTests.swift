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

    @Test func onlyWhoeverIsInChargeHandsItOver() throws {
        var ward = WardFixture()
        try ward.record(HandOverShift(receiver: .chargeNurse))
        let change = HandOverShift(receiver: .nurse)
        #expect(ward.refusal(of: change, by: .midwife) == .notInCharge)
        #expect(ward.refusal(of: change, by: .chargeNurse) == nil)
        var offDuty = ward
        try offDuty.record(ChangeDuty(on: true), by: .chargeNurse)
        #expect(offDuty.refusal(of: change, by: .midwife) == .notInCharge)
        try offDuty.record(ChangeDuty(on: false), by: .chargeNurse)
        #expect(offDuty.refusal(of: change, by: .midwife) == nil, "she went without handing over")
        try ward.record(RetireStaff(badge: .chargeNurse), by: .admin)
        #expect(ward.refusal(of: change, by: .midwife) == nil)
    }

    @Test func noLineOfAFileClaimsThatAPINWasChecked() throws {
        let ward = WardFixture()
        let script = Origin(.apply, account: "script")
        let claiming = HandOverShift(receiver: .nurse, pinChecked: true)
        #expect(ward.refusal(of: claiming, origin: script) == .pinOnlyAtScreen)
        #expect(ward.refusal(of: claiming) == nil)
        var copy = ward
        let made = try copy.record(HandOverShift(receiver: .nurse), origin: script)
        #expect((made.first?.fact as? ShiftHandedOver)?.pinChecked == false)
    }

    @Test func theWordsOfAHandoverNameStaffAsTheyAreCalled() throws {
        var ward = WardFixture()
        try ward.pair()
        let group = try ward.record(HandOverGroup(bands: ["NA1"], giver: .midwife, receiver: .nurse)).last
        let shift = try ward.record(HandOverShift(receiver: .chargeNurse))
        for fact in [group?.fact].compactMap(\.self) + shift.map(\.fact) {
            let said = try #require(fact as? any NamesStaff).summary { "<\($0)>" }
            #expect(said.en.contains("<W") && said.zhHans.contains("<W"), "\(said.en)")
            #expect(!fact.summary.en.contains("<"))
        }
    }
}
