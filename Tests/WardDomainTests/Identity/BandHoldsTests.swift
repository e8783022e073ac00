import Testing
import WardDomain

/// No correction, no code of another kind and no person alone changes what proves who belongs to whom.
@Suite struct BandHoldsTests {
    private static func strike(_ entry: Entry) -> CorrectEntry {
        CorrectEntry(entry: entry.stamp.id, reason: "wrong", strike: true)
    }

    // MARK: The mother's band

    @Test func aMothersNewBandIsPutOnByTwoWhoScanHerBabyAgain() throws {
        var (ward, baby) = try MismatchTests.twoPairs()
        let mother = try #require(ward.ward.newborn(baby)?.admission.id)
        func attach(second: Badge? = .nurse, baby: String? = "NA1", why: String? = nil) -> AttachMotherBand {
            AttachMotherBand(
                admission: mother, band: "MA9", second: second, babyBand: baby, noBabyBandReason: why, reason: "lost")
        }
        #expect(ward.refusal(of: attach(second: nil)) == .secondPersonNeeded)
        #expect(ward.refusal(of: attach(second: .midwife)) == .secondPersonNeeded)
        #expect(ward.refusal(of: attach(second: .admin)) == .notAllowed(.administrator))
        #expect(ward.refusal(of: attach(baby: nil)) == .babyBandNeeded)
        #expect(ward.refusal(of: attach(baby: " ", why: " ")) == .babyBandNeeded)
        #expect(ward.refusal(of: attach(baby: "MB0")) == .notABabyBand("MB0"))
        #expect(ward.refusal(of: attach(baby: nil, why: "in the NICU")) == nil)
        #expect(ward.refusal(of: attach(baby: "NA2")) == nil)

        let stop = try ward.record(attach(baby: "NB1"))

        let mismatch = try #require(stop.first?.fact as? HandoverMismatched)
        #expect(stop.count == 1 && mismatch.during == .banding && mismatch.belongs == "NA1")
        #expect(ward.mother(mother).band?.code == "MA0")
        try ward.record(ClearMismatch(newborn: baby, reason: "read aloud"), by: .doctor)
        try ward.record(attach())
        #expect(ward.mother(mother).band?.code == "MA9")
    }

    @Test func aBandThatTookThePlaceOfAnotherIsNotStruckOut() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let first = try #require(try ward.record(AttachMotherBand(admission: mother, band: "M10")).first)
        #expect(ward.refusal(of: Self.strike(first)) == nil, "a band that nothing rests on")

        let second = try #require(
            try ward.record(AttachMotherBand(admission: mother, band: "M11", second: .nurse, reason: "lost")).first)

        #expect(ward.refusal(of: Self.strike(second)) == .notCorrectable, "M10 is void for ever")
        #expect(ward.refusal(of: Self.strike(first)) == .notCorrectable)
    }

    @Test func aBandThatWasReadIsNotStruckOut() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let hers = try #require(try ward.record(AttachMotherBand(admission: mother, band: "M10")).first)
        let baby = try ward.birth(mother)
        let one = try #require(
            try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist)).first)
        let other = try #require(
            try ward.record(AttachBand(newborn: baby, band: "NA2", limb: .rightAnkle)).first)
        for entry in [hers, one, other] { #expect(ward.refusal(of: Self.strike(entry)) == nil) }

        try ward.record(CheckMotherBand(band: "NA1", motherBand: "M10"))

        #expect(ward.refusal(of: Self.strike(hers)) == .notCorrectable)
        #expect(ward.refusal(of: Self.strike(one)) == .notCorrectable)
        #expect(ward.refusal(of: Self.strike(other)) == nil)
        let limb = CorrectEntry(entry: one.stamp.id, reason: "wrong", change: ["limb": .string("rightWrist")])
        #expect(ward.refusal(of: limb) == nil)
    }

    /// A handover under a discharge: without it nobody who had the baby said that it leaves.
    @Test func noHandoverIsStruckFromUnderWhatFollowed() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        try ward.record(MoveNewborn(newborn: baby, to: .postnatal), by: .nurse)
        let handover = try #require(
            try ward.record(CustodyTests.handOver(from: "W2001", to: "W2002", place: .postnatal)).first)
        #expect(ward.refusal(of: Self.strike(handover)) == nil)

        try ward.record(DischargeTests.discharge(second: .nicuNurse))

        let refusal = try #require(ward.refusal(of: Self.strike(handover)))
        #expect(refusal.code == "correctionImpossible")
        #expect(refusal.text.en.contains("left while a handover was owed"), "\(refusal.text.en)")
        let reason = CorrectEntry(entry: handover.stamp.id, reason: "slip", change: ["reason": .string("other")])
        #expect(ward.refusal(of: reason) == nil)
    }

    /// A band that was struck out before it was read is no longer in the story; what the baby wore meanwhile nobody knows.
    @Test func whatTakesThePlaceOfAStruckBandIsPutOnByTwo() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        let other = try #require(ward.entries.last)
        try ward.record(Self.strike(other))
        func attach(_ code: String = "NA9", second: Badge? = .nurse, reason: String? = "slip") -> AttachBand {
            AttachBand(
                newborn: baby, band: code, limb: .rightAnkle, second: second, motherBand: "MA0", otherBand: "NA1",
                reason: reason)
        }
        #expect(ward.refusal(of: AttachBand(newborn: baby, band: "NA9", limb: .rightAnkle)) == .secondPersonNeeded)
        #expect(ward.refusal(of: attach(second: .midwife)) == .secondPersonNeeded)
        #expect(ward.refusal(of: attach(reason: nil)) == .reasonNeeded)
        #expect(ward.refusal(of: attach("NA2")) == nil, "the struck code itself is nobody's")
        var alone = attach()
        alone.otherBand = nil
        #expect(ward.refusal(of: alone) == .otherBandNeeded)

        try ward.record(attach())

        #expect(ward.baby(baby).attachedBands.map(\.code) == ["NA1", "NA9"])
    }

    @Test func aStruckPrintOrAnotherBabysStruckBandAsksForNobody() throws {
        var ward = WardFixture()
        let (_, other) = try ward.pair("周敏", codes: "B")
        try ward.record(Self.strike(try #require(ward.entries.last)))
        let baby = try ward.birth(try ward.admit())
        let issued = try #require(try ward.record(IssueBand(newborn: baby, code: "NA1")).first)
        try ward.record(Self.strike(issued))

        #expect(ward.refusal(of: AttachBand(newborn: baby, band: "NA9", limb: .leftWrist)) == nil)
        #expect(ward.baby(other).attachedBands.count == 1)
    }

    @Test func theStruckBandIsRememberedWhenTheStoriesAreMerged() throws {
        var ward = WardFixture()
        let unknown = try ward.admit(label: "unknown woman 1")
        let baby = try ward.birth(unknown)
        let band = try #require(try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist)).first)
        let known = try ward.admit()
        try ward.record(MergeMother(admission: unknown, into: known))
        try ward.record(Self.strike(band))

        let moved = try #require(ward.mother(known).newborns.first?.id)
        #expect(
            ward.refusal(of: AttachBand(newborn: moved, band: "NA9", limb: .leftWrist)) == .secondPersonNeeded)
    }

    @Test func noIssueIsStruckFromUnderAVoidOne() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        let one = try #require(
            try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist)).first)
        try ward.record(AttachBand(newborn: baby, band: "NA2", limb: .rightAnkle))
        try ward.record(LoseBand(newborn: baby, limb: .leftWrist, reason: "bath"))

        #expect(ward.refusal(of: Self.strike(one)) == .notCorrectable)
        #expect(ward.baby(baby).bands.map(\.state) == [.void, .attached])
    }

    // MARK: Other ways

    @Test(arguments: [
        (Place.released, false), (.mortuary, false), (.home, true), (.theatre, true), (.beforeArrival, true),
    ])
    func noCorrectionTakesABabyOutOfTheHospital(place: Place, isAllowed: Bool) throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        let born = try #require(ward.entries.last)
        let change = CorrectEntry(
            entry: born.stamp.id, reason: "wrong", change: ["place": .string(place.rawValue)])

        let refusal = ward.refusal(of: change)

        #expect(
            refusal
                == (isAllowed
                    ? nil : .outOfRange(field: "place", allowed: Phrase(en: "a place of birth", zhHans: "出生地点"))))
        guard isAllowed else { return }
        try ward.record(change)
        #expect(ward.baby(baby).isHere)
    }

    @Test func wrongBandsGoWithNoGroup() throws {
        var (ward, baby) = try MismatchTests.twoPairs()
        let (_, third) = try ward.pair("吴霞", codes: "C")
        try ward.record(CustodyTests.handOver(mother: "NB1"))
        try ward.record(ClearMismatch(newborn: baby, finding: .wrongBabyBands, reason: "swapped"), by: .doctor)
        let change = HandOverGroup(
            bands: ["NA1", "NB1", "NC1"], giver: .midwife, receiver: .nurse, reason: "see charge nurse")

        let group = try #require(try ward.record(change).last?.fact as? GroupHandedOver)

        #expect(group.newborns == [third])
        #expect(group.exceptions.map(\.why) == [.bandsWrong, .bandsWrong])
        #expect(ward.baby(baby).custody.custodian == .staff(.midwife))
    }

    /// A baby that was recorded at the wrong mother wears her name: two staff put new bands on before anybody takes it.
    @Test func aBabyThatWentToItsRightMotherIsBandedAnew() throws {
        var ward = WardFixture()
        let wrong = try ward.admit("李娜")
        let right = try ward.admit("周敏")
        try ward.record(AttachMotherBand(admission: wrong, band: "MA0"))
        try ward.record(AttachMotherBand(admission: right, band: "MB0"))
        let run = try ward.decide(wrong)
        let baby = try ward.birth(wrong, mode: .caesarean)
        var unbanded = ward
        try unbanded.record(MoveCaesarean(run: run, to: right))
        #expect(!unbanded.baby(baby).needsRebanding)
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
        try ward.record(CheckMotherBand(band: "NA1", motherBand: "MA0"))

        try ward.record(MoveCaesarean(run: run, to: right))

        #expect(ward.refusal(of: CustodyTests.handOver(mother: "MB0")) == .rebandingNeeded)
        #expect(ward.baby(baby).motherBandCheckedAt == nil)
        try ward.record(
            ReplaceBand(
                newborn: baby, limb: .leftWrist, newBand: "NB9", second: .nurse, motherBand: "MB0", otherBand: nil,
                reason: "other mother's"))
        var handOver = CustodyTests.handOver(mother: "MB0")
        handOver.band = "NB9"
        #expect(ward.refusal(of: handOver) == nil)
    }

    @Test func whichOfTwoMothersBandsProvesHerIsNotTheMergesToSay() throws {
        var ward = WardFixture()
        let (known, _) = try ward.pair()
        let unknown = try ward.admit(label: "unknown woman 1")
        try ward.record(AttachMotherBand(admission: unknown, band: "MU0"))

        try ward.record(MergeMother(admission: unknown, into: known))

        let taking = CustodyTests.handOver(mother: nil, noMother: "in bed 3", to: "MU0", place: .motherBed)
        #expect(ward.refusal(of: taking) == .rebandingNeeded)
        #expect(ward.refusal(of: CustodyTests.handOver(mother: "MU0")) == .rebandingNeeded)
        #expect(ward.refusal(of: CheckMotherBand(band: "NA1", motherBand: "MU0")) == .rebandingNeeded)
        let alarms = ward.ward.openEnds(now: ward.clock, rules: ward.rules)
        #expect(alarms.contains { $0.kind == .rebandingOwed })
        try ward.record(
            AttachMotherBand(admission: known, band: "MA9", second: .nurse, babyBand: "NA1", reason: "two bands"))
        #expect(ward.refusal(of: CustodyTests.handOver(mother: "MA9")) == nil)
    }

    // MARK: Passes

    @Test func aPassIsNobodysBandAndNobodysBadge() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()
        try ward.record(LoseBand(newborn: baby, limb: .rightAnkle, reason: "bath"))
        let add = AddStaff(badge: "PASS7", name: "x", role: .nurse)
        let band = AttachBand(
            newborn: baby, band: "PASS7", limb: .rightAnkle, second: .nurse, motherBand: "MA0", otherBand: "NA1",
            reason: "lost")
        let hers = AttachMotherBand(
            admission: mother, band: "PASS7", second: .nurse, babyBand: "NA1", reason: "lost")
        #expect(ward.refusal(of: add, by: .admin) == nil && ward.refusal(of: band) == nil)

        try ward.record(
            AuthoriseRelative(admission: mother, name: "张伟", relation: "father", pass: "PASS7", motherBand: "MA0"))

        #expect(ward.refusal(of: add, by: .admin) == .bandInUse("PASS7"))
        #expect(ward.refusal(of: band) == .bandInUse("PASS7"))
        #expect(ward.refusal(of: hers) == .bandInUse("PASS7"))
    }

    @Test func aRelativeWhomTheMotherNamesUnscannedShowsAPaper() throws {
        var ward = WardFixture()
        let (mother, _) = try ward.pair()
        func authorise(_ document: DocumentKind?, mother band: String? = nil) -> AuthoriseRelative {
            AuthoriseRelative(
                admission: mother, name: "张伟", relation: "father", documentKind: document,
                documentLast4: document.map { _ in "1234" }, motherBand: band, noMotherBandReason: "in theatre")
        }
        #expect(ward.refusal(of: authorise(nil)) == .fieldMissing("documentKind"))
        #expect(ward.refusal(of: authorise(.passport)) == nil)
        #expect(ward.refusal(of: authorise(nil, mother: "MA0")) == nil)
    }
}
