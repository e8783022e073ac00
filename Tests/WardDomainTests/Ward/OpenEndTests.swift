import Testing
import WardDomain

@Suite struct OpenEndTests {
    static func kinds(_ ward: WardFixture) -> [OpenEnd.Kind] {
        ward.ward.openEnds(now: ward.clock, rules: ward.rules).map(\.kind)
    }

    @Test(arguments: [(1800, []), (1801, [OpenEnd.Kind.runOverTarget])])
    func aRunIsOverItsTargetASecondAfterIt(seconds: Int, kinds: [OpenEnd.Kind]) throws {
        var ward = WardFixture()
        try ward.decide(try ward.admit())
        ward.wait(seconds: seconds)

        #expect(Self.kinds(ward) == kinds)
    }

    @Test(arguments: [(1800, false), (1801, true)])
    func aBirthOverTargetAsksForTheReason(seconds: Int, asks: Bool) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let run = try ward.decide(mother)
        ward.wait(seconds: seconds)
        try ward.birth(mother, mode: .caesarean)
        #expect(Self.kinds(ward).contains(.delayReasonMissing) == asks)
        guard asks else { return }

        try ward.record(GiveDelay(run: run, delay: "D01"))

        #expect(!Self.kinds(ward).contains(.delayReasonMissing))
    }

    @Test func aRunWithoutCategoryHasNoTarget() throws {
        var ward = WardFixture()
        try ward.decide(try ward.admit(), category: nil)
        ward.wait(seconds: 9999)

        #expect(Self.kinds(ward).isEmpty)
    }

    @Test func whatABabyStillNeedsIsListedByPriority() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let baby = try ward.birth(mother)
        #expect(Self.kinds(ward) == [.newbornUnbanded])
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
        #expect(Self.kinds(ward) == [.bandMissing])
        try ward.record(AttachBand(newborn: baby, band: "NA2", limb: .rightAnkle))
        #expect(Self.kinds(ward).isEmpty)
        try ward.record(MoveNewborn(newborn: baby, to: .nicu), by: nil)

        #expect(Self.kinds(ward) == [.handoverOwed, .signatureMissing])
    }

    @Test(arguments: [(1800, false), (1801, true)])
    func aBabyIsLateASecondAfterItsTime(seconds: Int, isLate: Bool) throws {
        var ward = WardFixture()
        try ward.pair()
        var errand = CustodyTests.handOver(place: .hearing)
        errand.expectedBack = ExpectedTime(.moment(ward.clock.moment.advanced(seconds: 1800)))
        try ward.record(errand)
        ward.wait(seconds: seconds)

        #expect(Self.kinds(ward).contains(.newbornLate) == isLate)
    }

    @Test func aMismatchStandsFirst() throws {
        var (ward, _) = try MismatchTests.twoPairs()
        try ward.record(CustodyTests.handOver(mother: "MB0"))

        #expect(Self.kinds(ward) == [.mismatchUncleared])
    }
}
