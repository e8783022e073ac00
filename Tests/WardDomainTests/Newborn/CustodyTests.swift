import Testing
import WardDomain

@Suite struct CustodyTests {
    static func handOver(
        _ codes: String = "A", mother: String? = "MA0", noMother: String? = nil, from giver: String = "W1001",
        to receiver: String = "W2002", place: Place = .nicu, reason: String? = "observation"
    ) -> HandOver {
        HandOver(
            band: "N\(codes)1", motherBand: mother, noMotherBandReason: noMother, giver: giver, receiver: receiver,
            to: place, reason: reason)
    }

    @Test func fourScansMoveCustodyAndPlaceTogether() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        ward.wait(seconds: 300)

        try ward.record(Self.handOver())

        #expect(
            ward.baby(baby).custody
                == Newborn.Custody(
                    custodian: .staff(.nicuNurse), place: .nicu, since: Occurrence(ward.clock), expectedBack: nil))
        let handover = try #require(ward.baby(baby).lastHandover)
        #expect(handover.result == .match)
        #expect(handover.from == .deliveryRoom && handover.to == .nicu)
        #expect(handover.giver == .staff(.midwife) && !handover.retrospective)
    }

    @Test(arguments: ["na1", "]C1NA1", " NA2 "])
    func eitherBandServesInEveryForm(scanned: String) throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        var command = Self.handOver()
        command.band = scanned

        try ward.record(command)

        #expect(ward.baby(baby).custody.place == .nicu)
    }

    @Test func onlyTheCustodianGivesTheBabyAway() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()

        #expect(ward.refusal(of: Self.handOver(from: "W2001")) == .giverNotCustodian(.staff(.midwife)))
        #expect(ward.refusal(of: Self.handOver(from: "W1001", to: "W1001")) == .sameGiverAndReceiver)
        #expect(ward.refusal(of: Self.handOver(from: "W7777")) == Refusal.badgeUnknown("W7777").about("giver"))
        #expect(ward.refusal(of: Self.handOver(to: "W9001")) == .notAllowed(.administrator))
        #expect(ward.baby(baby).custody.custodian == .staff(.midwife))
    }

    @Test func theMothersBandStandsForABadge() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()

        try ward.record(Self.handOver(to: "MA0", place: .motherBed))
        #expect(ward.baby(baby).custody.custodian == .mother)
        var bath = Self.handOver(from: "MA0", to: "W2001", place: .bath)
        #expect(ward.refusal(of: bath) == .fieldMissing("expectedBack"))
        bath.expectedBack = ExpectedTime(.moment(ward.clock.moment.advanced(seconds: 1800)))
        try ward.record(bath)

        #expect(ward.baby(baby).custody.custodian == .staff(.nurse))
    }

    @Test func aNamedRelativeStandsForABadge() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()
        for code in ["relative:father", "relative: :张伟"] {
            #expect(ward.refusal(of: Self.handOver(to: code)) == Refusal.codeUnreadable(code).about("receiver"))
        }
        let taking = Self.handOver(to: "relative:father:张伟", place: .motherBed)
        #expect(ward.refusal(of: taking) == Refusal.relativeNotAuthorised.about("receiver"))
        try ward.record(AuthoriseRelative(admission: mother, name: "张伟", relation: "father", motherBand: "MA0"))

        try ward.record(taking)

        #expect(ward.baby(baby).custody.custodian == .relative(name: "张伟", relation: "father"))
    }

    @Test(arguments: [nil, "", "  "])
    func withoutTheMothersBandAReasonIsNeeded(mother: String?) throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        #expect(ward.refusal(of: Self.handOver(mother: mother)) == .motherBandNeeded)
        #expect(ward.refusal(of: Self.handOver(mother: mother, noMother: " ")) == .motherBandNeeded)

        try ward.record(Self.handOver(mother: mother, noMother: "mother under anaesthesia"))

        #expect(ward.baby(baby).custody.place == .nicu)
    }

    @Test(arguments: [Place.home, .otherHospital])
    func leavingIsADischargeAndNoHandover(place: Place) throws {
        var ward = WardFixture()
        try ward.pair()

        #expect(ward.refusal(of: Self.handOver(place: place)) == .placeIsDischarge)
    }

    @Test func aLivingBabyDoesNotGoToTheMortuary() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()

        #expect(ward.refusal(of: Self.handOver(place: .mortuary)) == .notDead)
        #expect(ward.refusal(of: MoveNewborn(newborn: baby, to: .mortuary)) == .notDead)
        try ward.record(RecordNewbornDeath(newborn: baby))
        #expect(ward.refusal(of: Self.handOver(place: .mortuary)) == nil)
    }

    @Test(arguments: [(300, nil), (301, Refusal.custodyChangedSince)] as [(Int, Refusal?)])
    func custodyIsNotBackDatedPastItsNewestChange(secondsAgo: Int, refusal: Refusal?) throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        ward.wait(seconds: 60)
        try ward.record(Self.handOver())
        ward.wait(seconds: 300)
        let time = ward.typed(secondsAgo: secondsAgo)

        #expect(ward.refusal(of: Self.handOver(from: "W2002", to: "W2001"), at: time) == refusal)
        #expect(ward.refusal(of: MoveNewborn(newborn: baby, to: .theatre), at: time) == refusal)
        let discharge = DischargeNewborn(
            band: "NA1", otherBand: "NA2", motherBand: "MA0", to: .home, collector: nil, relation: nil,
            second: .nicuNurse, signatureSeenBy: .nurse)
        #expect(ward.refusal(of: discharge, at: time) == refusal)
    }

    @Test(arguments: [(900, false), (901, true)])
    func aHandoverEnteredLateIsMarkedRetrospective(secondsAgo: Int, isRetrospective: Bool) throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        ward.wait(seconds: 1800)

        try ward.record(Self.handOver(), at: ward.typed(secondsAgo: secondsAgo))

        #expect(ward.baby(baby).lastHandover?.retrospective == isRetrospective)
    }

    @Test func anErrandSaysWhenTheBabyIsExpectedBack() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        var command = Self.handOver(place: .hearing)
        command.expectedBack = ExpectedTime(.moment(ward.clock.moment))
        #expect(
            ward.refusal(of: command)
                == .outOfRange(
                    field: "expectedBack", allowed: Phrase(en: "a time after the handover", zhHans: "交接之后的时间")))
        command.expectedBack = ExpectedTime(.text("2026-11-22T18:30"))

        try ward.record(command)

        #expect(ward.baby(baby).custody.expectedBack == WardFixture.evening.advanced(seconds: 1800))
    }

    @Test func aRefusalLeavesCustodyWhereItWas() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        let custody = ward.baby(baby).custody
        func refuse(_ reason: String) -> RefuseHandover {
            RefuseHandover(newborn: baby, receiver: .nicuNurse, to: .nicu, reason: reason)
        }
        #expect(ward.refusal(of: refuse(" ")) == .reasonNeeded)

        try ward.record(refuse("no cot free"))

        #expect(ward.baby(baby).custody == custody)
        #expect(ward.baby(baby).lastHandover?.result == .refused)
    }

    @Test func aBabyRushedAwayIsOwedAHandover() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let baby = try ward.birth(mother)

        try ward.record(MoveNewborn(newborn: baby, to: .nicu, reason: "apnoea"), by: .doctor)
        #expect(ward.baby(baby).custody.place == .nicu)
        #expect(ward.baby(baby).custody.custodian == .staff(.midwife))
        #expect(ward.baby(baby).pendingMove?.movedBy == .doctor)
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
        try ward.record(AttachMotherBand(admission: mother, band: "MA0"))
        ward.wait(seconds: 60)
        try ward.record(Self.handOver(from: "W4001"))

        #expect(ward.baby(baby).pendingMove == nil)
        #expect(ward.baby(baby).lastHandover?.retrospective == true)
        #expect(ward.baby(baby).custody.custodian == .staff(.nicuNurse))
    }

    @Test func whoeverSignsForARushStandsForTheOneWhoRushed() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()
        try ward.record(MoveNewborn(newborn: baby, to: .nicu), by: nil)
        #expect(ward.refusal(of: Self.handOver(from: "W4001")) == .giverNotCustodian(.staff(.midwife)))

        try ward.record(SignEntries(admission: mother), by: .doctor)

        #expect(ward.refusal(of: Self.handOver(from: "W4001")) == nil)
    }

    @Test func aBirthNobodySignedForHasNoCustodianToAsk() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let baby = try ward.birth(mother, by: nil)
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
        try ward.record(AttachMotherBand(admission: mother, band: "MA0"))

        try ward.record(Self.handOver(from: "W2001"))

        #expect(ward.baby(baby).custody.custodian == .staff(.nicuNurse))
        try ward.record(SignEntries(admission: mother))
        #expect(ward.baby(baby).custody.custodian == .staff(.nicuNurse))
    }

    @Test(arguments: [
        Custodian.staff(.midwife), .mother, .relative(name: "张:伟", relation: "father"), .unsigned(terminal: "T:03"),
    ])
    func aCustodianIsStoredAndReadBack(custodian: Custodian) throws {
        #expect(try roundTrip([custodian]) == [custodian])
    }
}

@Suite struct DischargeTests {
    static func discharge(
        other: String? = "NA2", mother: String? = "MA0", without cause: NoMotherBand? = nil, noMother: String? = nil,
        to place: Place = .home,
        second: Badge = .nurse, collector: String? = "张伟", relation: String? = "father",
        document: DocumentKind? = .identityCard, lastFour: String? = "012X", seenBy: Badge? = .nurse,
        office: String? = nil
    ) -> DischargeNewborn {
        DischargeNewborn(
            band: "NA1", otherBand: other, motherBand: mother, noMotherBand: cause, noMotherBandReason: noMother,
            to: place,
            collector: collector, relation: relation, documentKind: document, documentLast4: lastFour, second: second,
            signatureSeenBy: seenBy, medicalOffice: office)
    }

    @Test func aBabyLeavesWithANamedPersonAndTwoSignatures() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        #expect(ward.refusal(of: Self.discharge(second: .midwife)) == .secondPersonNeeded)
        #expect(ward.refusal(of: Self.discharge(second: .admin)) == .notAllowed(.administrator))
        #expect(ward.refusal(of: Self.discharge(document: nil, lastFour: nil)) == .fieldMissing("documentKind"))
        #expect(ward.refusal(of: Self.discharge(lastFour: nil)) == .fieldMissing("documentLast4"))
        for number in ["123", "12345", "12-4", "１２３"] {
            #expect(
                ward.refusal(of: Self.discharge(lastFour: number))
                    == .outOfRange(
                        field: "documentLast4", allowed: Phrase(en: "4 letters or digits", zhHans: "4位字母或数字")))
        }
        #expect(ward.refusal(of: Self.discharge(seenBy: nil)) == .fieldMissing("signatureSeenBy"))
        #expect(ward.refusal(of: Self.discharge(seenBy: "X")) == .badgeUnknown("X"))
        #expect(ward.refusal(of: Self.discharge(relation: " ")) == .fieldMissing("relation"))
        #expect(ward.refusal(of: Self.discharge(mother: nil)) == .motherBandNeeded)
        #expect(
            ward.refusal(of: Self.discharge(to: .nicu)) == .outOfRange(field: "to", allowed: "home|otherHospital"))

        try ward.record(Self.discharge(relation: "aunt: mother's side"))

        #expect(!ward.baby(baby).isHere)
        #expect(ward.baby(baby).custody.custodian == .relative(name: "张伟", relation: "aunt： mother's side"))
        #expect(try roundTrip(ward.baby(baby)) == ward.baby(baby))
    }

    @Test func everyBandThatIsOnIsReadBeforeABabyLeaves() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        for other in [nil, " ", "NA1"] {
            #expect(ward.refusal(of: Self.discharge(other: other)) == .otherBandNeeded, "\(other ?? "none")")
        }
        #expect(ward.refusal(of: Self.discharge(other: "MA0")) == .notABabyBand("MA0"))
        var oneBand = ward
        try oneBand.record(LoseBand(newborn: baby, limb: .rightAnkle, reason: "bath"))
        #expect(oneBand.refusal(of: Self.discharge(other: nil)) == nil)
        #expect(ward.refusal(of: Self.discharge()) == nil)
    }

    @Test(arguments: [("MA0", "NB1", "NA2"), ("MB0", "NA2", "MA0")])
    func aWrongBandStopsItBeforeAnythingElseIsAsked(mother: String, other: String, belongs: String) throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        try ward.pair("周敏", codes: "B")

        let made = try ward.record(
            Self.discharge(other: other, mother: mother, second: "", document: nil, lastFour: nil, seenBy: nil))

        let mismatch = try #require(made.first?.fact as? HandoverMismatched)
        #expect(mismatch.during == .discharge && mismatch.belongs == belongs)
        #expect(ward.baby(baby).isHere && ward.baby(baby).mismatch != nil)
    }

    @Test func whoHasLeftIsGone() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()
        try ward.record(Self.discharge())

        #expect(ward.refusal(of: Self.discharge()) == .alreadyGone)
        #expect(ward.refusal(of: CustodyTests.handOver()) == .alreadyGone)
        #expect(ward.refusal(of: MoveNewborn(newborn: baby, to: .nicu)) == .alreadyGone)
        #expect(
            ward.refusal(of: RefuseHandover(newborn: baby, receiver: .nurse, to: .nicu, reason: "x")) == .alreadyGone)
        #expect(ward.refusal(of: IssueBand(newborn: baby, code: "NA3")) == .alreadyGone)
        #expect(ward.mother(mother).isOpen)
    }

    @Test func theMotherHerselfTakesHerBabyByHerBand() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()

        let made = try ward.record(Self.discharge(collector: nil, relation: nil, document: nil, lastFour: nil))

        #expect(ward.baby(baby).custody.custodian == .mother)
        let fact = try #require(made.first?.fact as? NewbornDischarged)
        #expect(fact.byMother == true && fact.signatureSeenBy == .nurse && fact.document == nil)
    }

    /// A banded baby whose mother's band can't be had, as its record says.
    private static func baby(without cause: NoMotherBand, _ ward: inout WardFixture) throws -> NewbornID {
        guard cause != .foundling else {
            try ward.record(AdmitNewborn(.foundling, label: "foundling 1", place: .ward))
            let baby = try #require(ward.everyAdmission.flatMap(\.newborns).first).id
            try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
            try ward.record(AttachBand(newborn: baby, band: "NA2", limb: .rightAnkle))
            return baby
        }
        let (mother, baby) = try ward.pair()
        let place: MotherPlace? =
            switch cause {
            case .intensiveCare: .icu
            case .died: .died
            case .left: .home
            case .adoption, .other, .foundling: nil
            }
        if let place { try ward.record(DepartMother(admission: mother, to: place, keepsBed: false)) }
        return baby
    }

    @Test(arguments: [NoMotherBand.intensiveCare, .died, .foundling, .left])
    func aCauseThatHerRecordDoesNotSayIsNone(cause: NoMotherBand) throws {
        var ward = WardFixture()
        try ward.pair()
        let leave = Self.discharge(
            mother: nil, without: cause, second: .chargeNurse, collector: "Civil affairs", relation: "agency",
            document: .agencyLetter, lastFour: "0042", office: "吴主任")

        #expect(ward.refusal(of: leave) == .motherIsElsewhere(cause))
    }

    @Test(arguments: NoMotherBand.allCases)
    func withoutHerBandGuardianChargeNurseAndMedicalOfficeActTogether(cause: NoMotherBand) throws {
        var ward = WardFixture()
        let baby = try Self.baby(without: cause, &ward)
        let why = cause == .other ? "cut off at home" : nil
        func leave(
            collector: String? = "Civil affairs", document: DocumentKind? = .agencyLetter, second: Badge = .chargeNurse,
            office: String? = "吴主任"
        ) -> DischargeNewborn {
            Self.discharge(
                mother: nil, without: cause, noMother: why, second: second, collector: collector, relation: "agency",
                document: document, lastFour: document.map { _ in "0042" }, office: office)
        }
        #expect(ward.refusal(of: leave(collector: nil)) == .fieldMissing("collector"))
        #expect(ward.refusal(of: leave(document: nil)) == .fieldMissing("documentKind"))
        #expect(ward.refusal(of: leave(second: .nurse)) == .chargeNurseNeeded)
        #expect(ward.refusal(of: leave(office: " ")) == .fieldMissing("medicalOffice"))
        #expect(ward.refusal(of: leave(second: .midwife), by: .chargeNurse) == nil)

        let fact = try #require(try ward.record(leave()).first?.fact as? NewbornDischarged)

        #expect(ward.baby(baby).custody.place == .home)
        #expect(fact.noMotherBand == cause && fact.medicalOffice == "吴主任" && fact.document?.lastFour == "0042")
    }

    @Test func theOtherBandIsReadToo() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair("李娜", codes: "A")
        try ward.pair("周敏", codes: "B")
        var wrong = Self.discharge()
        wrong.otherBand = "NB1"
        var right = Self.discharge()
        right.otherBand = "NA2"
        #expect(ward.refusal(of: right) == nil)

        try ward.record(wrong)

        #expect(ward.baby(baby).mismatch?.scanned == "NB1")
        #expect(ward.baby(baby).isHere)
    }

    @Test func motherAndBabyMayLeaveApart() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()
        try ward.record(DepartMother(admission: mother, to: .home, keepsBed: nil))
        #expect(ward.baby(baby).isHere)

        try ward.record(Self.discharge())

        #expect(!ward.baby(baby).isHere)
    }

    @Test func aWrongMothersBandStopsTheDischarge() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair("李娜", codes: "A")
        try ward.pair("周敏", codes: "B")

        let made = try ward.record(Self.discharge(mother: "MB0"))

        #expect(made.map { $0.fact is HandoverMismatched } == [true])
        #expect(ward.baby(baby).isHere)
        #expect(ward.refusal(of: Self.discharge()) == .mismatchUncleared)
    }
}
