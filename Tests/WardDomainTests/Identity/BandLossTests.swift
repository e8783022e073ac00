import Testing
import WardDomain

@Suite struct BandLossTests {
    @Test func aLostBandIsVoidForEverAndItsPlaceIsFilledByTwoWithMotherAndBabyScanned() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        #expect(ward.refusal(of: LoseBand(newborn: baby, limb: .leftAnkle, reason: "x")) == .notBanded)
        #expect(ward.refusal(of: LoseBand(newborn: baby, limb: .leftWrist, reason: " ")) == .reasonNeeded)
        try ward.record(LoseBand(newborn: baby, limb: .leftWrist, reason: "bath"))
        #expect(ward.baby(baby).attachedBands.map(\.code) == ["NA2"])
        func attach(
            second: Badge? = .nurse, mother: String? = "MA0", other: String? = "NA2", reason: String? = "lost in bath",
            code: String = "NA9"
        ) -> AttachBand {
            AttachBand(
                newborn: baby, band: code, limb: .leftWrist, second: second, motherBand: mother, otherBand: other,
                reason: reason)
        }
        #expect(ward.refusal(of: attach(second: nil)) == .secondPersonNeeded)
        #expect(ward.refusal(of: attach(second: .midwife)) == .secondPersonNeeded)
        #expect(ward.refusal(of: attach(mother: nil)) == .motherBandNeeded)
        #expect(ward.refusal(of: attach(other: nil)) == .otherBandNeeded)
        #expect(ward.refusal(of: attach(reason: nil)) == .reasonNeeded)
        #expect(ward.refusal(of: attach(code: "NA1")) == .bandVoid("NA1"))

        let made = try ward.record(attach())

        #expect((made.first?.fact as? BandAttached)?.second == .nurse)
        #expect(ward.baby(baby).attachedBands.map(\.issue) == [2, 3])
    }

    @Test(arguments: ["MB0", "NB1"])
    func aScanThatDoesNotBelongStopsTheReBanding(code: String) throws {
        var (ward, baby) = try MismatchTests.twoPairs()
        let isMothers = code == "MB0"
        let replace = ReplaceBand(
            newborn: baby, limb: .leftWrist, newBand: "NA9", second: .nurse, motherBand: isMothers ? code : "MA0",
            otherBand: isMothers ? "NA2" : code, reason: "damaged")

        let made = try ward.record(replace)

        #expect((made.first?.fact as? HandoverMismatched)?.during == .banding)
        #expect(ward.baby(baby).mismatch?.scanned == code)
        #expect(ward.baby(baby).attachedBands.map(\.code) == ["NA1", "NA2"])
        #expect(ward.refusal(of: replace) == .mismatchUncleared)
    }

    @Test func aPersonCodesIssuesAreToldApartByIssueAndLimb() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        for limb in [Limb.leftWrist, .rightAnkle] {
            try ward.record(AttachBand(newborn: baby, band: "P77", kind: .person, limb: limb))
        }
        try ward.record(
            ReplaceBand(
                newborn: baby, limb: .rightAnkle, newBand: "P77", kind: .person, second: .nurse, motherBand: nil,
                noMotherBandReason: "theatre", otherBand: "P77", reason: "wet"))

        let bands = ward.baby(baby).bands
        #expect(bands.map(\.issue) == [1, 2, 3])
        #expect(bands.map(\.limb) == [.leftWrist, .rightAnkle, .rightAnkle])
        #expect(bands.map(\.state) == [.attached, .void, .attached])
        let struck = ward.entries.last.map { CorrectEntry(entry: $0.stamp.id, reason: "x", strike: true) }
        #expect(struck.flatMap { ward.refusal(of: $0) } == .notCorrectable)
    }

    // MARK: An issue of a person's code

    /// A baby whose two bands carry the same code, as GS1 prints a person's.
    private func personCoded() throws -> (ward: WardFixture, baby: NewbornID) {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", mrn: "ZY1")
        try ward.record(AttachMotherBand(admission: mother, band: "MA0"))
        let baby = try ward.birth(mother)
        for limb in [Limb.leftWrist, .rightAnkle] {
            try ward.record(AttachBand(newborn: baby, band: Self.number, kind: .person, limb: limb))
        }
        return (ward, baby)
    }

    private static let number = "690123400000000018"

    /// What the scanner sends of a band: the number and the issue on it.
    private static func scan(_ issue: Int?) -> String {
        "]d28018\(number)" + (issue.map { "\u{1D}8019\($0)" } ?? "")
    }

    @Test func aVoidIssueOfAPersonsCodeNoLongerServes() throws {
        var (ward, baby) = try personCoded()
        func check(_ issue: Int?) -> Refusal? {
            ward.refusal(of: CheckMotherBand(band: Self.scan(issue), motherBand: "MA0"))
        }
        #expect(check(1) == nil && check(2) == nil)

        try ward.record(LoseBand(newborn: baby, limb: .leftWrist, reason: "cut off for a line"))

        #expect(check(1) == .bandVoid("\(Self.number) (1)"))
        #expect(check(2) == nil, "the other band is still on")
        #expect(check(nil) == nil, "a code that says no issue names the baby as before")
        #expect(check(7) == .issueUnknown(Self.number, 7), "a band that nobody ever put on proves nobody")
    }

    @Test func aPrintedIssueThatIsNotOnYetProvesNobody() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", mrn: "ZY1")
        try ward.record(AttachMotherBand(admission: mother, band: "MA0"))
        let newborn = try ward.birth(mother)
        try ward.record(AttachBand(newborn: newborn, band: Self.number, kind: .person, limb: .leftWrist))
        try ward.record(IssueBand(newborn: newborn, code: Self.number, kind: .person))
        let check = CheckMotherBand(band: Self.scan(2), motherBand: "MA0")
        #expect(ward.refusal(of: check) == .issueUnknown(Self.number, 2))

        try ward.record(AttachBand(newborn: newborn, band: Self.scan(2), kind: .person, limb: .rightAnkle))

        #expect(ward.refusal(of: check) == nil)
    }

    /// Another system numbers its prints otherwise: what is read off the band is what counts.
    @Test func anIssueThatWasPrintedElsewhereIsKeptAsItWasRead() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", mrn: "ZY1")
        try ward.record(AttachMotherBand(admission: mother, band: "MA0"))
        let baby = try ward.birth(mother)
        try ward.record(AttachBand(newborn: baby, band: Self.scan(5), kind: .person, limb: .leftWrist))
        func check(_ issue: Int) -> Refusal? {
            ward.refusal(of: CheckMotherBand(band: Self.scan(issue), motherBand: "MA0"))
        }
        #expect(check(5) == nil && check(1) == .issueUnknown(Self.number, 1))

        try ward.record(
            ReplaceBand(
                newborn: baby, limb: .leftWrist, newBand: Self.scan(6), kind: .person, second: .nurse,
                motherBand: "MA0", otherBand: nil, reason: "wet"))

        #expect(check(6) == nil && check(5) == .bandVoid("\(Self.number) (5)"))
        let again = AttachBand(
            newborn: baby, band: Self.scan(5), kind: .person, limb: .rightAnkle, second: .nurse, motherBand: "MA0",
            otherBand: Self.scan(6), reason: "lost")
        #expect(ward.refusal(of: again) == .bandVoid("\(Self.number) (5)"))
    }

    @Test func twoPersonsCodesAreNeverOnOneBaby() throws {
        var (ward, baby) = try personCoded()
        let other = "690123400000000025"
        let replace = ReplaceBand(
            newborn: baby, limb: .leftWrist, newBand: other, kind: .person, second: .nurse, motherBand: "MA0",
            otherBand: Self.number, reason: "wet")
        #expect(ward.refusal(of: replace) == .personCodeDiffers(other, Self.number))
        #expect(
            ward.refusal(of: IssueBand(newborn: baby, code: other, kind: .person))
                == .personCodeDiffers(other, Self.number))
        try ward.record(LoseBand(newborn: baby, limb: .leftWrist, reason: "bath"))
        var attach = AttachBand(
            newborn: baby, band: other, kind: .person, limb: .leftWrist, second: .nurse, motherBand: "MA0",
            otherBand: Self.number, reason: "lost")
        #expect(ward.refusal(of: attach) == .personCodeDiffers(other, Self.number))
        attach.band = Self.number
        #expect(ward.refusal(of: attach) == nil)
        attach.band = other
        attach.kind = .band
        #expect(ward.refusal(of: attach) == nil, "a band's own code says nothing of a person")
    }

    // MARK: Two without a band at once

    /// Two babies in the bath who have lost every band.
    private func twoUnbanded() throws -> (ward: WardFixture, one: NewbornID, other: NewbornID) {
        var ward = WardFixture()
        let (_, one) = try ward.pair("李娜", codes: "A")
        let (_, other) = try ward.pair("周敏", codes: "B")
        for (codes, receiver) in [("A", "W2001"), ("B", "W2002")] {
            var bath = CustodyTests.handOver(codes, mother: "M\(codes)0", to: receiver, place: .bath)
            bath.expectedBack = ExpectedTime(.moment(ward.clock.moment.advanced(seconds: 1800)))
            try ward.record(bath)
        }
        for baby in [one, other] {
            for limb in [Limb.leftWrist, .rightAnkle] {
                #expect(ward.baby(one).identityDoubt == nil)
                try ward.record(LoseBand(newborn: baby, limb: limb, reason: "came off"))
            }
        }
        return (ward, one, other)
    }

    @Test func twoUnbandedAtOncePlaceStopEverythingThatNeedsToKnowWhoTheyAre() throws {
        let (ward, one, other) = try twoUnbanded()

        #expect(ward.baby(one).identityDoubt?.with == [other])
        #expect(ward.baby(other).identityDoubt?.with == [one])
        #expect(ward.baby(one).identityDoubt?.place == .bath)
        let attach = AttachBand(
            newborn: one, band: "NA9", limb: .leftWrist, second: .nurse, motherBand: "MA0", reason: "lost")
        #expect(ward.refusal(of: attach) == .identityInDoubt)
        #expect(ward.refusal(of: MoveNewborn(newborn: one, to: .nicu)) == nil)
    }

    @Test func aDoubtIsResolvedByTwoWithAFindingAndToldAbove() throws {
        var (ward, one, other) = try twoUnbanded()
        func resolve(
            _ baby: NewbornID, finding: String = "left foot matches the print at birth", second: Badge = .nurse,
            told: String = "head of department"
        ) -> ResolveIdentity {
            ResolveIdentity(newborn: baby, means: .footprint, finding: finding, second: second, escalatedTo: told)
        }
        #expect(ward.refusal(of: resolve(one)) == .notAllowed(.midwife))
        #expect(ward.refusal(of: resolve(one, second: .chargeNurse), by: .chargeNurse) == .secondPersonNeeded)
        #expect(ward.refusal(of: resolve(one, finding: " "), by: .doctor) == .fieldMissing("finding"))
        #expect(ward.refusal(of: resolve(one, told: " "), by: .doctor) == .fieldMissing("escalatedTo"))

        try ward.record(resolve(one), by: .doctor)

        #expect(ward.baby(one).identityDoubt == nil)
        #expect(ward.baby(other).identityDoubt != nil, "each is found out for itself")
        #expect(ward.refusal(of: resolve(one), by: .doctor) == .identityNotInDoubt)
        try ward.record(
            AttachBand(newborn: one, band: "NA9", limb: .leftWrist, second: .nurse, motherBand: "MA0", reason: "lost"))
        #expect(ward.baby(one).wears("NA9"))
    }

    @Test func twoRushedAwayUnbandedToOnePlaceAreInDoubtUnlessSomethingTellsThemApart() throws {
        var ward = WardFixture()
        let one = try ward.birth(try ward.admit("李娜"))
        let other = try ward.birth(try ward.admit("周敏"))
        try ward.record(MoveNewborn(newborn: one, to: .nicu, reason: "apnoea"), by: nil)
        var second = ward
        try second.record(MoveNewborn(newborn: other, to: .nicu, identifiedBy: "clamp tag with mother's number"))
        #expect(second.baby(one).identityDoubt == nil && second.baby(other).identityDoubt == nil)

        try ward.record(MoveNewborn(newborn: other, to: .nicu), by: nil)

        #expect(ward.baby(one).identityDoubt != nil && ward.baby(other).identityDoubt != nil)
    }

    @Test func newTwinsBesideTheirMotherAreNotInDoubt() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let first = try ward.birth(mother)
        let second = try ward.birth(mother)

        #expect(ward.baby(first).identityDoubt == nil && ward.baby(second).identityDoubt == nil)
        try ward.record(AttachBand(newborn: first, band: "N11", limb: .leftWrist))
        try ward.record(AttachBand(newborn: second, band: "N21", limb: .leftWrist))
    }

    // MARK: Wrong bands

    @Test func wrongBandsLeadToNewBandsOnly() throws {
        var (ward, baby) = try MismatchTests.twoPairs()
        try ward.record(CustodyTests.handOver(mother: "NB1"))
        let other = try #require(
            ward.ward.wearer(of: "NB1").flatMap { if case .newborn(_, let one) = $0 { one.id } else { nil } })
        try ward.record(ClearMismatch(newborn: baby, finding: .wrongBabyBands, reason: "swapped in bath"), by: .doctor)

        for (newborn, codes) in [(baby, "A"), (other, "B")] {
            #expect(ward.baby(newborn).needsRebanding)
            let handOver = CustodyTests.handOver(codes, mother: "M\(codes)0")
            #expect(ward.refusal(of: handOver) == .rebandingNeeded)
        }
        for (limb, code) in [(Limb.leftWrist, "NA8"), (.rightAnkle, "NA9")] {
            #expect(ward.baby(baby).needsRebanding)
            try ward.record(
                ReplaceBand(
                    newborn: baby, limb: limb, newBand: code, second: .nurse, motherBand: "MA0",
                    otherBand: code == "NA9" ? "NA8" : nil, reason: "wrong bands"))
        }
        #expect(!ward.baby(baby).needsRebanding)
        var handOver = CustodyTests.handOver()
        handOver.band = "NA8"
        #expect(ward.refusal(of: handOver) == nil)
    }

    @Test func aMothersWrongBandLeadsToANewOneForHer() throws {
        var (ward, baby) = try MismatchTests.twoPairs()
        try ward.record(CustodyTests.handOver(mother: "MB0"))
        try ward.record(
            ClearMismatch(newborn: baby, finding: .wrongMotherBand, reason: "hers is at bed 4"), by: .doctor)
        #expect(ward.refusal(of: CustodyTests.handOver()) == .rebandingNeeded)
        #expect(ward.refusal(of: CustodyTests.handOver(mother: nil, noMother: "being banded")) == .rebandingNeeded)
        #expect(ward.refusal(of: MoveNewborn(newborn: baby, to: .nicu)) == nil, "care is never blocked")
        let mother = try #require(ward.ward.newborn(baby)?.admission.id)

        try ward.record(
            AttachMotherBand(admission: mother, band: "MA9", second: .nurse, babyBand: "NA1", reason: "wrong"))

        #expect(ward.refusal(of: CustodyTests.handOver(mother: "MA9")) == nil)
    }

    @Test func aBandThatAMismatchNamesIsNotStruckFromUnderIt() throws {
        var (ward, baby) = try MismatchTests.twoPairs()
        func banding(_ code: String) throws -> EntryID {
            try #require(ward.entries.first { ($0.fact as? MotherBandAttached)?.code == code }).stamp.id
        }
        let strikes = try ["MA0", "MB0"].map { CorrectEntry(entry: try banding($0), reason: "not hers", strike: true) }
        #expect(ward.refusal(of: strikes[0]) == nil)

        try ward.record(CustodyTests.handOver(mother: "MB0"))
        #expect(ward.refusal(of: strikes[0]) == .notCorrectable)
        try ward.record(
            ClearMismatch(newborn: baby, finding: .wrongMotherBand, reason: "hers is at bed 4"), by: .doctor)

        #expect(ward.refusal(of: strikes[0]) == .notCorrectable)
    }

    @Test func theBandThatComesOffProvesNothingAtItsReplacement() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        func replace(other: String?) -> ReplaceBand {
            ReplaceBand(
                newborn: baby, limb: .leftWrist, newBand: "NA9", second: .nurse, motherBand: "MA0", otherBand: other,
                reason: "torn")
        }
        #expect(ward.refusal(of: replace(other: "NA1")) == .otherBandNeeded)
        #expect(ward.refusal(of: replace(other: nil)) == .otherBandNeeded)
        #expect(ward.refusal(of: replace(other: "NA2")) == nil)
    }

    @Test func aMismatchIsTheDraftOfAnAdverseEvent() throws {
        var (ward, baby) = try MismatchTests.twoPairs()
        try ward.record(CustodyTests.handOver(mother: "MB0"))
        let draft = try #require(ward.baby(baby).adverseEvents.first)
        #expect(draft.scanned == "MB0" && draft.belongs == "MA0" && draft.during == .handover)
        #expect(draft.place == .deliveryRoom && draft.by == .midwife && draft.cleared == nil)
        #expect(draft.text.en.contains("not cleared yet"))

        try ward.record(ClearMismatch(newborn: baby, reason: "read aloud"), by: .doctor)

        let cleared = try #require(ward.baby(baby).adverseEvents.first?.cleared)
        #expect(cleared.by == .doctor && cleared.finding == .wrongScan && cleared.reason == "read aloud")
    }
}

/// Alarms of identity: raised at once, and over when the doubt is.
@Suite struct IdentityAlarmTests {
    private static func kinds(_ ward: WardFixture) -> Set<OpenEnd.Kind> {
        Set(ward.ward.openEnds(now: ward.clock, rules: ward.rules).map(\.kind))
    }

    @Test func aDoubtAndWrongBandsAreAlarmsUntilTheyAreSettled() throws {
        var (ward, baby) = try MismatchTests.twoPairs()
        try ward.record(CustodyTests.handOver(mother: "NB1"))
        try ward.record(ClearMismatch(newborn: baby, finding: .wrongBabyBands, reason: "swapped"), by: .doctor)
        #expect(Self.kinds(ward).contains(.rebandingOwed))
        let one = try ward.birth(try ward.admit("吴霞"))
        let other = try ward.birth(try ward.admit("何花"))
        for newborn in [one, other] { try ward.record(MoveNewborn(newborn: newborn, to: .nicu)) }
        #expect(Self.kinds(ward).contains(.identityInDoubt))
        for newborn in [one, other] {
            try ward.record(
                ResolveIdentity(
                    newborn: newborn, means: .photograph, finding: "mark", second: .nurse, escalatedTo: "head"),
                by: .doctor)
        }

        #expect(!Self.kinds(ward).contains(.identityInDoubt))
    }

    @Test func aFoundlingsAuthoritiesAreOwedUntilBothAreTold() throws {
        var ward = WardFixture()
        let made = try ward.record(AdmitNewborn(.foundling, label: "foundling 1", place: .nicu))
        let baby = try #require((made.first?.fact as? NewbornAdmitted)?.newborn)
        try ward.record(NotifyAuthority(newborn: baby, .police, note: "told"))
        #expect(Self.kinds(ward).contains(.authorityUntold))

        try ward.record(NotifyAuthority(newborn: baby, .civilAffairs, note: "told"))

        #expect(!Self.kinds(ward).contains(.authorityUntold))
    }
}
