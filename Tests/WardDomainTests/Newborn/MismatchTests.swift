import Testing
import WardDomain

@Suite struct MismatchTests {
    /// Two banded pairs.
    static func twoPairs() throws -> (ward: WardFixture, baby: NewbornID) {
        var ward = WardFixture()
        let (_, baby) = try ward.pair("李娜", codes: "A")
        try ward.pair("周敏", codes: "B")
        return (ward, baby)
    }

    @Test(arguments: [
        CustodyTests.handOver(mother: "MB0"), CustodyTests.handOver(mother: "NB1"),
        CustodyTests.handOver(mother: "XXX"),
        CustodyTests.handOver(from: "MB0"), CustodyTests.handOver(to: "MB0"), CustodyTests.handOver(to: "NB2"),
        CustodyTests.handOver(mother: nil, to: "MB0"),
    ])
    func aScanThatDoesNotBelongIsRecordedAndMovesNothing(command: HandOver) throws {
        var (ward, baby) = try Self.twoPairs()
        let custody = ward.baby(baby).custody

        let made = try ward.record(command)

        let mismatch = try #require(made.first?.fact as? HandoverMismatched)
        #expect(made.count == 1)
        #expect(mismatch.belongs == "MA0")
        #expect(mismatch.refusal.code == "mismatch")
        #expect(ward.baby(baby).custody == custody)
        #expect(ward.baby(baby).lastHandover?.result == .mismatch)
        #expect(ward.baby(baby).lastHandover?.band == BandCode.normalized(command.band), "the register keeps its band")
        #expect(ward.baby(baby).mismatch != nil)
    }

    /// The register names who stood there, and nobody whom the wrong scan only seems to name.
    @Test(
        arguments: [
            (CustodyTests.handOver(mother: "MB0"), .staff("W1001"), .staff("W2002")),
            (CustodyTests.handOver(mother: "MB0", from: "MA0"), .mother, .staff("W2002")),
            (CustodyTests.handOver(from: "MB0"), .staff("W1001"), .staff("W2002")),
            (CustodyTests.handOver(to: "MB0"), .staff("W1001"), nil),
        ] as [(HandOver, Custodian, Custodian?)])
    func theRegisterNamesWhoStoodThere(command: HandOver, giver: Custodian, receiver: Custodian?) throws {
        var (ward, baby) = try Self.twoPairs()

        try ward.record(command)

        let row = try #require(ward.baby(baby).lastHandover)
        #expect(row.giver == giver)
        #expect(row.receiver == receiver)
    }

    /// A mother without a band: what belongs is not recorded, and is not a sign that stands for nothing.
    @Test func withoutTheMothersBandNothingIsSaidToBelong() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", mrn: "ZY1", bed: "3")
        let baby = try ward.birth(mother)
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
        let other = try ward.admit("周兰", mrn: "ZY2", bed: "5")
        try ward.record(AttachMotherBand(admission: other, band: "MB0"))

        let made = try ward.record(CustodyTests.handOver(mother: "MB0"))

        let mismatch = try #require(made.first?.fact as? HandoverMismatched)
        #expect(mismatch.belongs == nil)
        #expect(mismatch.summary.en == "MISMATCH: scanned MB0, belongs no band on record")
        #expect(ward.baby(baby).lastHandover?.reason == "MB0")
    }

    @Test(arguments: [
        (CustodyTests.handOver(mother: "NA1"), Refusal.notAMotherBand("NA1")),
        (CustodyTests.handOver(mother: "NA2"), .notAMotherBand("NA2")),
        (CustodyTests.handOver(mother: "W1001"), .notAMotherBand("W1001")),
        (CustodyTests.handOver(from: "NA1"), .notAMotherBand("NA1")),
        (CustodyTests.handOver(to: "XXX"), Refusal.badgeUnknown("XXX").about("receiver")),
    ])
    func aSlipOfTheScannerIsRefusedAndStopsNobody(command: HandOver, refusal: Refusal) throws {
        let (ward, _) = try Self.twoPairs()

        #expect(ward.refusal(of: command) == refusal)
    }

    @Test func aMothersBandInABabysFieldIsRefused() throws {
        let (ward, _) = try Self.twoPairs()
        var command = CustodyTests.handOver()
        command.band = "MA0"

        #expect(ward.refusal(of: command) == .notABabyBand("MA0"))
    }

    @Test func aVoidIssueOfTheMothersOwnBandIsRefusedInEveryField() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()
        let number = "690123400000000018"
        func issue(_ issue: Int) -> String { "(8018)\(number)(8019)\(issue)" }
        for reason in ["person code", "wet"] {
            try ward.record(
                AttachMotherBand(
                    admission: mother, band: number, kind: .person, second: .nurse, babyBand: "NA1", reason: reason))
        }
        let void = Refusal.bandVoid("\(number) (2)")

        #expect(ward.refusal(of: CustodyTests.handOver(mother: issue(2))) == void)
        #expect(ward.refusal(of: CustodyTests.handOver(mother: nil, noMother: "x", to: issue(2))) == void)
        #expect(ward.refusal(of: CheckMotherBand(band: "NA1", motherBand: issue(2))) == void)
        #expect(ward.refusal(of: DischargeTests.discharge(mother: issue(2))) == void)
        #expect(ward.baby(baby).mismatch == nil)
        #expect(ward.refusal(of: CheckMotherBand(band: "NA1", motherBand: issue(3))) == nil)
        #expect(ward.refusal(of: CheckMotherBand(band: "NA1", motherBand: number)) == nil)
    }

    @Test func aBandThatCanNotBeComparedIsNoMatchAndNoAlarm() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))

        #expect(ward.refusal(of: CustodyTests.handOver(mother: "M99")) == .notAMotherBand("M99"))
    }

    @Test func noKeyLeadsPastAMismatch() throws {
        var (ward, baby) = try Self.twoPairs()
        try ward.record(CustodyTests.handOver(mother: "MB0"))

        #expect(ward.refusal(of: CustodyTests.handOver()) == .mismatchUncleared)
        #expect(ward.refusal(of: CustodyTests.handOver(mother: nil, noMother: "x")) == .mismatchUncleared)
        #expect(ward.refusal(of: DischargeTests.discharge()) == .mismatchUncleared)
        #expect(ward.refusal(of: ClearMismatch(newborn: baby, reason: "checked")) == .notAllowed(.midwife))
    }

    @Test func careIsNeverBlockedByAMismatch() throws {
        var (ward, baby) = try Self.twoPairs()
        try ward.record(CustodyTests.handOver(mother: "MB0"))

        try ward.record(MoveNewborn(newborn: baby, to: .nicu))

        #expect(ward.baby(baby).custody.place == .nicu)
        #expect(ward.baby(baby).mismatch != nil)
    }

    @Test func aSecondPersonWithAuthorityClearsItAndCompletesNothing() throws {
        var (ward, baby) = try Self.twoPairs()
        try ward.record(CustodyTests.handOver(mother: "MB0"), by: .chargeNurse)
        let custody = ward.baby(baby).custody
        let clear = ClearMismatch(newborn: baby, reason: "bands read aloud")
        #expect(ward.refusal(of: clear, by: .chargeNurse) == .secondPersonNeeded)
        #expect(ward.refusal(of: clear, by: .nurse) == .notAllowed(.nurse))
        #expect(ward.refusal(of: ClearMismatch(newborn: baby, reason: ""), by: .doctor) == .reasonNeeded)

        try ward.record(clear, by: .doctor)

        #expect(ward.baby(baby).mismatch == nil)
        #expect(ward.baby(baby).custody == custody)
        #expect(ward.refusal(of: clear, by: .doctor) == .noMismatch)
        try ward.record(CustodyTests.handOver())
        #expect(ward.baby(baby).custody.place == .nicu)
    }
}
