import Testing
import WardDomain

/// What a handover carries beside the four scans: purpose, PIN, unit, relatives, the transfer card; and visitors.
@Suite struct HandoverDetailTests {
    @Test(arguments: [
        (Place.motherBed, HandoverPurpose.toMother), (.postnatal, .toMother), (.nicu, .nicu), (.theatre, .theatre),
        (.ward, .care),
    ])
    func aPlaceSaysWhatItIsFor(place: Place, purpose: HandoverPurpose) throws {
        var ward = WardFixture()
        try ward.pair()

        let fact = try ward.record(CustodyTests.handOver(place: place)).first?.fact as? HandoverCompleted

        #expect(fact?.purpose == purpose)
    }

    @Test(arguments: [HandoverPurpose.bath, .screening, .vaccination, .examination])
    func anErrandHasAnEnd(purpose: HandoverPurpose) throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        var errand = CustodyTests.handOver(place: .ward)
        errand.purpose = purpose
        #expect(ward.refusal(of: errand) == .fieldMissing("expectedBack"))
        errand.expectedBack = ExpectedTime(.moment(ward.clock.moment.advanced(seconds: 1)))

        try ward.record(errand)

        #expect(ward.baby(baby).custody.expectedBack != nil)
    }

    @Test(arguments: [HandoverPurpose.home, .otherHospital])
    func leavingIsNoPurposeOfAHandover(purpose: HandoverPurpose) throws {
        var ward = WardFixture()
        try ward.pair()
        var command = CustodyTests.handOver()
        command.purpose = purpose

        #expect(ward.refusal(of: command) == .placeIsDischarge)
    }

    @Test func theUnitHasCustodyByANamedNurse() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        #expect(ward.refusal(of: CustodyTests.handOver(to: "MA0", place: .nicu)) == .unitNeedsNurse)
        #expect(ward.baby(baby).custody.unit == nil)

        try ward.record(CustodyTests.handOver())

        #expect(ward.baby(baby).custody.unit == .nicu)
        #expect(ward.baby(baby).custody.custodian == .staff(.nicuNurse))
    }

    @Test func whereTheSiteAsksBothEnterThePIN() throws {
        var ward = WardFixture()
        ward.rules.site.asksPINAtHandover = true
        let (mother, _) = try ward.pair()
        var command = CustodyTests.handOver()
        #expect(ward.refusal(of: command) == .pinNeeded(.nicuNurse), "the giver is signed in")
        #expect(ward.refusal(of: command, by: .nurse) == .pinNeeded(.midwife))
        command.pinChecked = [.midwife]
        #expect(ward.refusal(of: command, by: .nurse) == .pinNeeded(.nicuNurse))
        command.pinChecked = [.midwife, .nicuNurse]
        #expect(ward.refusal(of: command, by: .nurse) == nil)
        let script = Origin(.apply, account: "script")
        #expect(ward.refusal(of: command, by: .nurse, origin: script) == .pinOnlyAtScreen)
        command.pinChecked = nil
        #expect(
            ward.refusal(of: command, origin: script) == .pinNeeded(.midwife), "a line of a file is signed in nowhere")
        try ward.record(AuthoriseRelative(admission: mother, name: "张伟", relation: "father", motherBand: "MA0"))
        #expect(
            ward.refusal(of: CustodyTests.handOver(to: "relative:father:张伟", place: .motherBed)) == nil,
            "families sign on paper")
        ward.rules.site.asksPINAtHandover = false
        #expect(ward.refusal(of: CustodyTests.handOver()) == nil)
    }

    // MARK: Relatives

    @Test func aRelativeIsNamedByTheMotherAndGivesAndTakesByAPass() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair("李娜", codes: "A")
        let (other, _) = try ward.pair("周敏", codes: "B")
        func authorise(
            _ admission: AdmissionID, band: String? = "MA0", pass: String? = "PASS7", four: String? = nil
        ) -> AuthoriseRelative {
            AuthoriseRelative(
                admission: admission, name: "张伟", relation: "father", documentKind: four.map { _ in .identityCard },
                documentLast4: four, pass: pass, motherBand: band)
        }
        #expect(ward.refusal(of: authorise(mother, band: "MB0")) == .notAMotherBand("MB0"))
        #expect(ward.refusal(of: authorise(mother, band: nil)) == .motherBandNeeded)
        #expect(ward.refusal(of: authorise(mother, pass: "W1001")) == .bandIsBadge("W1001"))
        #expect(ward.refusal(of: authorise(mother, pass: "NB1")) == .bandInUse("NB1"))
        try ward.record(authorise(mother, four: "123X"))
        #expect(ward.refusal(of: authorise(other, band: "MB0")) == .bandInUse("PASS7"))

        try ward.record(CustodyTests.handOver(to: "pass7", place: .postnatal))
        #expect(ward.baby(baby).custody.custodian == .relative(name: "张伟", relation: "father"))
        try ward.record(WithdrawRelative(admission: mother, name: "张伟", relation: "father", reason: "asked"))
        #expect(
            ward.refusal(of: CustodyTests.handOver(from: "relative:father:张伟", to: "W2001", place: .ward)) == nil,
            "who has the baby can always give it back")
        try ward.record(CustodyTests.handOver(from: "relative:father:张伟", to: "W2001", place: .ward))
        #expect(
            ward.refusal(of: CustodyTests.handOver(from: "W2001", to: "relative:father:张伟", place: .postnatal))
                == Refusal.relativeNotAuthorised.about("receiver"))
    }

    @Test func anotherFamilysPassIsAMismatch() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair("李娜", codes: "A")
        let (other, _) = try ward.pair("周敏", codes: "B")
        try ward.record(
            AuthoriseRelative(admission: other, name: "吴刚", relation: "father", pass: "PASS8", motherBand: "MB0"))

        try ward.record(CustodyTests.handOver(to: "PASS8", place: .postnatal))

        #expect(ward.baby(baby).mismatch?.scanned == "PASS8")
    }

    // MARK: The transfer card

    @Test func theCardIsReadBackAndCompletedByAnother() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        let card = TransferCard([.situation: "grunting at 20 min", .steroids: " ", .due: "HBIG by 06:00"])
        #expect(ward.refusal(of: ReadBackTransferCard(newborn: baby)) == .noTransferCard)
        #expect(
            ward.refusal(of: WriteTransferCard(newborn: baby, card: TransferCard([.due: "x"])))
                == .fieldMissing("situation"))
        try ward.record(WriteTransferCard(newborn: baby, card: card))
        #expect(ward.baby(baby).transferCard?.card[.steroids] == nil, "blank is not recorded")
        #expect(ward.baby(baby).transferCard?.isReadBack == false)
        #expect(ward.refusal(of: ReadBackTransferCard(newborn: baby)) == .secondPersonNeeded)

        try ward.record(
            ReadBackTransferCard(newborn: baby, adding: TransferCard([.temperature: "36.4"])), by: .nicuNurse)

        let state = try #require(ward.baby(baby).transferCard)
        #expect(state.writtenBy == .midwife && state.readBackBy == .nicuNurse && state.isReadBack)
        #expect(state.added[.temperature] == "36.4" && state.card[.temperature] == nil)
        #expect(ward.refusal(of: ReadBackTransferCard(newborn: baby), by: .nurse) == .nothingToRecord)
    }

    @Test func inTheNICUOnlyWhoeverHasTheBabyReadsTheCardBack() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        try ward.record(WriteTransferCard(newborn: baby, card: TransferCard([.situation: "grunting"])))
        try ward.record(CustodyTests.handOver(to: Badge.nicuNurse.rawValue, place: .nicu))
        #expect(ward.refusal(of: ReadBackTransferCard(newborn: baby), by: .nurse) == .receiverReadsBack)
        #expect(ward.refusal(of: ReadBackTransferCard(newborn: baby), by: .nicuNurse) == nil)
    }

    @Test func whatTheRecordKnowsIsNotWrittenTwiceAndBlankIsNotRecorded() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()
        let blank = TransferCard.known(ward.baby(baby), of: ward.mother(mother), ward.rules, ward.offset).map(\.en)
        #expect(blank.contains("risk not recorded") && blank.contains("weight g not recorded"))
        try ward.record(GradeRisk(admission: mother, grade: .orange, infectious: true, factors: []))
        try ward.record(DescribeNewborn(newborn: baby, weightGrams: 1890))

        let known = TransferCard.known(ward.baby(baby), of: ward.mother(mother), ward.rules, ward.offset)

        #expect(known.map(\.en).contains("weight g 1890"))
        #expect(known.contains { $0.en.contains("+P") && $0.zhHans.contains("+紫") })
        #expect(known.first?.en == "I bands on: NA1 left wrist, NA2 right ankle")
    }

    // MARK: Visitors

    @Test func visitorsAreRegisteredInAndOutAgainstABaby() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        try ward.record(
            EnterVisitor(
                newborn: baby, name: "张伟", relation: "father", documentKind: .identityCard, documentLast4: "1234"))
        #expect(ward.baby(baby).visitors.map(\.name) == ["张伟"])
        #expect(ward.refusal(of: EnterVisitor(newborn: baby, name: "张伟", relation: "father")) == .nothingToRecord)
        #expect(ward.refusal(of: LeaveVisitor(newborn: baby, name: "李强")) == .visitorUnknown)
        ward.wait(seconds: 60)
        #expect(ward.refusal(of: LeaveVisitor(newborn: baby, name: "张伟"), at: ward.typed(secondsAgo: 61)) != nil)

        try ward.record(LeaveVisitor(newborn: baby, name: "张伟"))

        #expect(ward.baby(baby).visitors.isEmpty)
    }
}

@Suite struct FarewellTests {
    @Test(arguments: [BirthOutcome.diedBeforeLabour, .diedInLabour, .diedLater])
    func aChildWhoDiedGoesToTheFamilyAgreedReportedAndByTwo(outcome: BirthOutcome) throws {
        var ward = WardFixture()
        let child = try ward.birth(try ward.admit(), outcome: outcome)
        func release(second: Badge = .nurse, document: DocumentKind? = .identityCard) -> ReleaseChild {
            ReleaseChild(
                newborn: child, to: "张伟", relation: "father", documentKind: document,
                documentLast4: document.map { _ in "1234" }, second: second, signatureSeenBy: .nurse)
        }
        func agree(_ wish: FamilyWish) -> AgreeFarewell {
            AgreeFarewell(newborn: child, wish: wish, with: "张伟", relation: "father", signatureSeenBy: .nurse)
        }
        #expect(ward.refusal(of: release()) == .farewellNotAgreed)
        try ward.record(agree(.notDecided))
        #expect(ward.refusal(of: release()) == .farewellNotAgreed)
        try ward.record(agree(.familyTakes))
        #expect(ward.refusal(of: release()) == .deathNotReported)
        try ward.record(ReportDeath(newborn: child, to: "medical office"))
        #expect(ward.refusal(of: release(second: .midwife)) == .secondPersonNeeded)
        #expect(ward.refusal(of: release(document: nil)) == .fieldMissing("documentKind"))

        try ward.record(release())

        #expect(ward.baby(child).custody.place == .released)
        #expect(ward.baby(child).farewell.reports.map(\.to) == ["medical office"])
        #expect(ward.refusal(of: release()) == .alreadyGone)
    }

    @Test func aBandedChildsBandIsScanned() throws {
        var ward = WardFixture()
        let (_, child) = try ward.pair()
        try ward.record(RecordNewbornDeath(newborn: child))
        #expect(ward.refusal(of: DischargeTests.discharge()) == .deadAreReleased)
        let release = ReleaseChild(
            newborn: child, to: "张伟", relation: "father", documentKind: .identityCard, documentLast4: "1234",
            second: .nurse, signatureSeenBy: .nurse)

        #expect(ward.refusal(of: release) == .bandNeeded)
    }

    @Test func aLivingBabyHasNone() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()

        #expect(ward.refusal(of: ReportDeath(newborn: baby, to: "x")) == .notDead)
        #expect(
            ward.refusal(of: AgreeFarewell(newborn: baby, wish: .familyTakes, with: "x", relation: "y")) == .notDead)
    }

    @Test func noAlarmIsRaised() throws {
        var ward = WardFixture()
        try ward.birth(try ward.admit(), outcome: .diedInLabour)
        ward.wait(seconds: 7200)

        #expect(ward.ward.openEnds(now: ward.clock, rules: ward.rules).isEmpty)
    }
}
