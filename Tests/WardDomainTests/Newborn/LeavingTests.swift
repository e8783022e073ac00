import Testing
import WardDomain

/// A baby that leaves is given by whoever has it, as at every handover.
@Suite struct LeavingTests {
    private static func leave(
        second: Badge = .nurse, seenBy: Badge = .nurse, collector: String? = "张伟", mother: String? = "MA0"
    ) -> DischargeNewborn {
        DischargeTests.discharge(mother: mother, second: second, collector: collector, seenBy: seenBy)
    }

    @Test func theNurseWhoHasItIsOneOfThoseWhoSign() throws {
        var ward = WardFixture()
        try ward.pair()
        try ward.record(CustodyTests.handOver(place: .postnatal))
        #expect(ward.refusal(of: Self.leave()) == .giverNotCustodian(.staff(.nicuNurse)))

        #expect(ward.refusal(of: Self.leave(), by: .nicuNurse) == nil)
        #expect(ward.refusal(of: Self.leave(second: .nicuNurse)) == nil)
        #expect(ward.refusal(of: Self.leave(seenBy: .nicuNurse)) == nil)
    }

    @Test func aMotherWhoHasItGivesItByHerBand() throws {
        var ward = WardFixture()
        try ward.pair()
        try ward.record(CustodyTests.handOver(to: "MA0", place: .motherBed))
        let without = DischargeTests.discharge(
            mother: nil, without: .adoption, second: .chargeNurse, collector: "民政", relation: "agency", office: "吴主任")
        #expect(ward.refusal(of: without) == .giverNotCustodian(.mother))

        #expect(ward.refusal(of: Self.leave()) == nil)
        #expect(ward.refusal(of: Self.leave(collector: nil)) == nil)
    }

    /// She went away and left it: somebody takes it in, by the key for a rush, and gives it from then on.
    @Test func aBabyWhoseMotherLeftIsTakenInBeforeItLeaves() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()
        try ward.record(CustodyTests.handOver(to: "MA0", place: .motherBed))
        try ward.record(DepartMother(admission: mother, to: .home, keepsBed: nil))
        let leave = DischargeTests.discharge(
            mother: nil, without: .left, second: .chargeNurse, collector: "民政", relation: "agency", office: "吴主任")
        try ward.record(MoveNewborn(newborn: baby, to: .postnatal), by: .nurse)
        #expect(ward.refusal(of: leave) == .handoverOwed)
        try ward.record(
            CustodyTests.handOver(mother: nil, noMother: "left", from: "W2001", to: "W1001", place: .postnatal))

        try ward.record(leave)

        #expect(!ward.baby(baby).isHere)
    }

    @Test func aRelativeWhoHasItTakesItHome() throws {
        var ward = WardFixture()
        let (mother, _) = try ward.pair()
        try ward.record(AuthoriseRelative(admission: mother, name: "张伟", relation: "father", motherBand: "MA0"))
        try ward.record(CustodyTests.handOver(to: "relative:father:张伟", place: .postnatal))
        let other = Self.leave(collector: "李强")

        #expect(ward.refusal(of: other) == .giverNotCustodian(.relative(name: "张伟", relation: "father")))
        #expect(ward.refusal(of: Self.leave()) == nil)
    }

    @Test func aMoveThatNobodyHandedOverIsHandedOverFirst() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        try ward.record(MoveNewborn(newborn: baby, to: .nicu))
        #expect(ward.refusal(of: Self.leave()) == .handoverOwed)

        try ward.record(CustodyTests.handOver())

        #expect(ward.refusal(of: Self.leave(second: .nicuNurse)) == nil)
    }
}

/// A mother has her baby only while she can answer for it.
@Suite struct MotherAsCustodianTests {
    @Test func aMotherWhoDiedGivesAndTakesNothing() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()
        let taking = CustodyTests.handOver(to: "MA0", place: .motherBed)
        #expect(ward.refusal(of: taking) == nil)
        var held = ward
        try held.record(taking)
        try held.record(DepartMother(admission: mother, to: .died, keepsBed: nil))
        try ward.record(DepartMother(admission: mother, to: .died, keepsBed: nil))

        #expect(ward.refusal(of: taking) == .notHere)
        #expect(held.refusal(of: CustodyTests.handOver(from: "MA0", to: "W2001", place: .ward)) == .notHere)
        try held.record(MoveNewborn(newborn: baby, to: .nicu), by: .nurse)
        #expect(held.refusal(of: CustodyTests.handOver(from: "W2001")) == nil, "who took it in gives it")
    }

    private static func hasAlarm(_ ward: WardFixture) -> Bool {
        ward.ward.openEnds(now: ward.clock, rules: ward.rules).contains { $0.kind == .custodianOffDuty }
    }

    @Test(arguments: [
        (MotherPlace.home, true), (.otherHospital, true), (.died, true), (.icu, false), (.postnatal, false),
        (.theatre, false),
    ])
    func oneWhoLeftHersBehindIsAnAlarm(place: MotherPlace, isAlarm: Bool) throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair(bed: "3")
        try ward.record(CustodyTests.handOver(to: "MA0", place: .motherBed))
        #expect(!Self.hasAlarm(ward))

        try ward.record(DepartMother(admission: mother, to: place, keepsBed: false))

        #expect(Self.hasAlarm(ward) == isAlarm)
        guard isAlarm else { return }
        let alarm = try #require(
            ward.ward.alarms(now: ward.clock, rules: ward.rules).first { $0.kind == .custodianOffDuty })
        #expect(alarm.owner == .role(.chargeNurse))
        try ward.record(AcknowledgeAlarm(kind: .custodianOffDuty, about: baby.rawValue), by: .nurse)
        try ward.record(MoveNewborn(newborn: baby, to: .nicu), by: .nurse)
        try ward.record(
            CustodyTests.handOver(mother: nil, noMother: "left", from: "W2001"), by: .nurse)
        #expect(!Self.hasAlarm(ward))
        let ended = ward.ward.endedAlarms(ward.endedWaits, now: ward.clock, rules: ward.rules)
        #expect(ended.contains { $0.end.kind == .custodianOffDuty }, "an alarm is never silently gone")
    }

    @Test func oneWhoComesBackForItIsNone() throws {
        var ward = WardFixture()
        let (mother, _) = try ward.pair()
        try ward.record(DepartMother(admission: mother, to: .home, keepsBed: nil))
        ward.wait(seconds: 3600)

        try ward.record(CustodyTests.handOver(to: "MA0", place: .ward))

        #expect(!Self.hasAlarm(ward))
    }
}
