import Testing
import WardDomain

/// A child who died keeps its identity and its custody; what is meant for the living is not offered.
@Suite struct ChildWhoDiedTests {
    /// A banded pair whose child has died, in the midwife's custody.
    private static func scene() throws -> (ward: WardFixture, mother: AdmissionID, child: NewbornID) {
        var ward = WardFixture()
        let (mother, child) = try ward.pair()
        try ward.record(RecordNewbornDeath(newborn: child))
        return (ward, mother, child)
    }

    private static func release(
        _ child: NewbornID, second: Badge = .nurse, seenBy: Badge = .nurse, mother: String? = nil
    ) -> ReleaseChild {
        ReleaseChild(
            newborn: child, band: "NA1", to: "张伟", relation: "father", documentKind: .identityCard,
            documentLast4: "1234", second: second, signatureSeenBy: seenBy, motherBand: mother)
    }

    private static func agree(_ ward: inout WardFixture, _ child: NewbornID) throws {
        try ward.record(AgreeFarewell(newborn: child, wish: .familyTakes, with: "张伟", relation: "father"))
        try ward.record(ReportDeath(newborn: child, to: "medical office"))
    }

    @Test func nothingForTheLivingIsDoneToIt() throws {
        var ward = WardFixture()
        let (_, child) = try ward.pair()
        let commands: [any WardCommand] = [
            MoveNewborn(newborn: child, to: .nicu), CheckMotherBand(band: "NA1", motherBand: "MA0"),
            WriteTransferCard(newborn: child, card: TransferCard([.situation: "grunting"])),
        ]
        for command in commands { #expect(ward.refusal(of: command) == nil) }
        try ward.record(RecordNewbornDeath(newborn: child))

        for command in commands { #expect(ward.refusal(of: command) == .notLive) }
    }

    @Test(arguments: Place.allCases)
    func itIsHandedOverAndExpectedBackNowhere(place: Place) throws {
        let (ward, _, _) = try Self.scene()

        let refusal = ward.refusal(of: CustodyTests.handOver(place: place))

        switch place {
        case .hearing, .vaccination: #expect(refusal == .notLive)
        case .home, .otherHospital, .released: #expect(refusal == .placeIsDischarge)
        default: #expect(refusal == nil)
        }
    }

    @Test(
        arguments: [(HandoverPurpose.screening, Refusal.notLive), (.vaccination, .notLive), (.bath, nil)]
            as [(HandoverPurpose, Refusal?)])
    func noPurposeOfTheLivingIsMeant(purpose: HandoverPurpose, refusal: Refusal?) throws {
        let (ward, _, _) = try Self.scene()
        var command = CustodyTests.handOver(place: .ward)
        command.purpose = purpose

        #expect(ward.refusal(of: command) == refusal)
    }

    @Test func itIsCountedNowhereAndGoesWithNoGroup() throws {
        var (ward, _, _) = try Self.scene()
        try ward.pair("周敏", codes: "B")
        try ward.record(StartHeadCount())

        #expect(ward.refusal(of: CountNewborn(band: "NA1")) == .notInCount)
        #expect(ward.refusal(of: HandOverGroup(bands: ["NA1"], giver: .midwife, receiver: .nurse)) == .notInCount)
        #expect(ward.refusal(of: CountNewborn(band: "NB1")) == nil)
    }

    /// What the family wished, and that the death was reported, stand under the release for good.
    @Test func nothingIsStruckFromUnderItsRelease() throws {
        var (ward, _, child) = try Self.scene()
        let agreed = try #require(
            try ward.record(AgreeFarewell(newborn: child, wish: .familyTakes, with: "张伟", relation: "father")).first)
        let reported = try #require(try ward.record(ReportDeath(newborn: child, to: "medical office")).first)
        for entry in [agreed, reported] {
            #expect(ward.refusal(of: CorrectEntry(entry: entry.stamp.id, reason: "wrong", strike: true)) == nil)
        }

        try ward.record(Self.release(child))

        for entry in [agreed, reported] {
            let strike = CorrectEntry(entry: entry.stamp.id, reason: "wrong", strike: true)
            #expect(ward.refusal(of: strike)?.code == "correctionImpossible")
        }
    }

    /// Without the handover that ended a hasty move nobody would have said who had the child.
    @Test func theHandoverThatWasOwedStandsUnderItsRelease() throws {
        var ward = WardFixture()
        let (_, child) = try ward.pair()
        try ward.record(MoveNewborn(newborn: child, to: .nicu))
        let owed = try #require(try ward.record(CustodyTests.handOver(place: .nicu)).first)
        try ward.record(RecordNewbornDeath(newborn: child))
        try Self.agree(&ward, child)
        let strike = CorrectEntry(entry: owed.stamp.id, reason: "wrong", strike: true)
        #expect(ward.refusal(of: strike) == nil)

        try ward.record(Self.release(child, second: .nicuNurse))

        #expect(ward.refusal(of: strike)?.code == "correctionImpossible")
    }

    @Test func aWrongScanStopsItsHandoverAndItsRelease() throws {
        var (ward, _, child) = try Self.scene()
        try ward.pair("周敏", codes: "B")
        try Self.agree(&ward, child)
        #expect(ward.refusal(of: Self.release(child, mother: "MA0")) == nil)
        #expect(ward.refusal(of: Self.release(child)) == nil, "a family in mourning is not asked for her band")

        let made = try ward.record(Self.release(child, mother: "MB0"))

        #expect(made.map { ($0.fact as? HandoverMismatched)?.during } == [.discharge])
        #expect(ward.baby(child).isHere)
        #expect(ward.refusal(of: Self.release(child)) == .mismatchUncleared)
        #expect(ward.refusal(of: CustodyTests.handOver(place: .mortuary)) == .mismatchUncleared)
        try ward.record(ClearMismatch(newborn: child, reason: "bands read aloud"), by: .doctor)
        try ward.record(Self.release(child, mother: "MA0"))
        #expect(ward.baby(child).lastHandover?.motherBand == "MA0")
    }

    @Test func anotherChildsBandReleasesNobody() throws {
        var (ward, _, child) = try Self.scene()
        try ward.pair("周敏", codes: "B")
        try Self.agree(&ward, child)
        var release = Self.release(child)
        release.band = "NB1"

        #expect(ward.refusal(of: release) == .referencesDisagree)
    }

    @Test func whoeverHasItSaysThatItGoes() throws {
        var (ward, _, child) = try Self.scene()
        try ward.record(CustodyTests.handOver(place: .mortuary))
        try Self.agree(&ward, child)
        #expect(ward.refusal(of: Self.release(child)) == .giverNotCustodian(.staff(.nicuNurse)))
        #expect(ward.refusal(of: Self.release(child, seenBy: .nicuNurse)) == nil)

        try ward.record(Self.release(child, second: .nicuNurse))

        #expect(ward.baby(child).lastHandover?.giver == .staff(.nicuNurse))
    }

    @Test func whoHoldsHerChildHasAgreedAndNeedsNoBadge() throws {
        var (ward, _, child) = try Self.scene()
        try ward.record(CustodyTests.handOver(to: "MA0", place: .motherBed))
        try Self.agree(&ward, child)

        try ward.record(Self.release(child))

        #expect(ward.baby(child).custody.place == .released)
    }

    @Test func aRushBeforeItsDeathIsHandedOverBeforeItGoes() throws {
        var ward = WardFixture()
        let (_, child) = try ward.pair()
        try ward.record(MoveNewborn(newborn: child, to: .nicu))
        try ward.record(RecordNewbornDeath(newborn: child))
        try Self.agree(&ward, child)
        #expect(ward.refusal(of: Self.release(child)) == .handoverOwed)

        try ward.record(CustodyTests.handOver())

        #expect(ward.refusal(of: Self.release(child, second: .nicuNurse)) == nil)
    }
}
