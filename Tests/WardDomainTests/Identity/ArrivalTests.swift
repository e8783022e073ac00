import Testing
import WardDomain

@Suite struct ArrivalTests {
    private func admitted(
        _ command: AdmitNewborn, _ ward: inout WardFixture
    ) throws -> (story: Admission, baby: Newborn) {
        let fact = try #require(try ward.record(command).first?.fact as? NewbornAdmitted)
        let found = try #require(ward.ward.newborn(fact.newborn))
        return (found.admission, found.newborn)
    }

    @Test(arguments: NewbornArrival.How.allCases)
    func aBabyComesWithoutAMotherHere(how: NewbornArrival.How) throws {
        var ward = WardFixture()

        let (story, baby) = try admitted(
            AdmitNewborn(how, label: "baby 1", number: "XS7", from: "County hospital", place: .nicu), &ward)

        #expect(story.isWithoutMother && !story.isHere && story.isOpen)
        #expect(baby.arrival?.how == how && baby.arrival?.from == "County hospital")
        #expect(baby.custody.custodian == .staff(.midwife) && baby.custody.place == .nicu)
        #expect(baby.mode == .notRecorded && !baby.birthTimeKnown && baby.number == "XS7")
        let name = DistinctName(baby, of: story).phrase
        #expect(name.zhHans == (how == .foundling ? "baby 1 婴" : "baby 1之婴"))
        #expect(BandText(baby, of: story, ward.offset).lines[2].en == "born not recorded")
    }

    @Test func nothingOfALabourIsRecordedInItsStory() throws {
        var ward = WardFixture()
        let story = try admitted(AdmitNewborn(.outborn, motherName: "何花", place: .nicu), &ward).story.id
        let commands: [any WardCommand] = [
            MoveMother(admission: story, bed: "1"), DepartMother(admission: story, to: .home, keepsBed: nil),
            WritePlan(admission: story, text: "x"),
            GradeRisk(admission: story, grade: .red, infectious: nil, factors: []),
            ObserveLabour(admission: story, observation: ObservingTests.observation { $0.cervix = 5 }),
            DecideCaesarean(admission: story), RecordBirth(admission: story, mode: .vaginal, outcome: .live),
        ]

        for command in commands { #expect(ward.refusal(of: command) == .motherNotHere, "\(command)") }
        #expect(ward.refusal(of: AttachMotherBand(admission: story, band: "M99")) == nil, "a mother who visits")
    }

    @Test func itIsBandedHandedOverAndLeavesLikeAnyBaby() throws {
        var ward = WardFixture()
        let (story, baby) = try admitted(AdmitNewborn(.foundling, label: "foundling 1", place: .emergency), &ward)
        try ward.record(AttachBand(newborn: baby.id, band: "NF1", limb: .leftWrist))
        try ward.record(AttachBand(newborn: baby.id, band: "NF2", limb: .rightAnkle))
        try ward.record(
            HandOver(
                band: "NF1", motherBand: nil, noMotherBandReason: "foundling", giver: "W1001", receiver: "W2002",
                to: .nicu))
        let leaving = DischargeNewborn(
            band: "NF1", otherBand: "NF2", motherBand: nil, noMotherBand: .foundling, to: .home,
            collector: "Civil affairs", relation: "guardian", documentKind: .agencyLetter, documentLast4: "0042",
            second: .chargeNurse,
            signatureSeenBy: .nicuNurse, medicalOffice: "吴主任")

        try ward.record(leaving)

        #expect(ward.ward.admissions[story.id] == nil, "the story is over")
    }

    @Test func aChildsOwnNumberIsNobodyElses() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", mrn: "ZY1")
        try ward.admit("周敏", mrn: "ZY2")
        let baby = try ward.birth(mother)
        func numbered(_ number: String) -> DescribeNewborn {
            DescribeNewborn(newborn: baby, details: NewbornDetails(number: number))
        }
        #expect(ward.refusal(of: numbered("ZY2")) == .numberInUse("ZY2"))
        #expect(ward.refusal(of: numbered("ZY1")) == nil, "its own mother's, as some hospitals have it")
        try ward.record(AdmitNewborn(.outborn, motherName: "吴霞", number: "NB7", place: .nicu))

        #expect(ward.refusal(of: numbered("NB7")) == .numberInUse("NB7"))
        #expect(ward.refusal(of: AdmitNewborn(.outborn, motherName: "何花", number: "NB7", place: .nicu)) != nil)
        #expect(ward.refusal(of: numbered("NB8")) == nil)
    }

    @Test func aFoundlingsAuthoritiesAreToldAndNoted() throws {
        var ward = WardFixture()
        let (_, baby) = try admitted(AdmitNewborn(.foundling, label: "foundling 1", place: .nicu), &ward)
        #expect(ward.refusal(of: NotifyAuthority(newborn: baby.id, .police, note: " ")) == .fieldMissing("note"))

        try ward.record(NotifyAuthority(newborn: baby.id, .police, note: "officer 117, case 2026-88"))
        try ward.record(NotifyAuthority(newborn: baby.id, .civilAffairs, note: "duty office told"))

        #expect(ward.baby(baby.id).arrival?.notified[.police]?.note == "officer 117, case 2026-88")
        #expect(ward.baby(baby.id).arrival?.notified.count == 2)
        let (_, born) = try ward.pair()
        #expect(ward.refusal(of: NotifyAuthority(newborn: born, .police, note: "x")) == .motherIsHere)
    }

    @Test func aTwinJoinsTheStoryOfTheOneWhoCameBefore() throws {
        var ward = WardFixture()
        let first = try admitted(AdmitNewborn(.transferredIn, motherName: "何花", sex: .male, place: .nicu), &ward)

        let second = try admitted(
            AdmitNewborn(.transferredIn, admission: first.story.id, sex: .female, place: .nicu), &ward)

        #expect(second.story.id == first.story.id && second.baby.order == 2)
        #expect(DistinctName(second.baby, of: second.story).phrase.zhHans == "何花之女B")
    }

    @Test func whatIsImpossibleIsRefused() throws {
        var ward = WardFixture()
        let (mother, _) = try ward.pair()
        #expect(ward.refusal(of: AdmitNewborn(.outborn, place: .nicu)) == .fieldMissing("label"))
        #expect(
            ward.refusal(of: AdmitNewborn(.outborn, admission: mother, place: .nicu)) == .motherIsHere)
        for place in [Place.home, .mortuary, .motherBed, .released] {
            #expect(ward.refusal(of: AdmitNewborn(.outborn, label: "x", place: place))?.code == "outOfRange")
        }
        let born = ward.clock.moment.advanced(seconds: 3)
        #expect(ward.refusal(of: AdmitNewborn(.outborn, label: "x", bornAt: born, place: .nicu)) == .timeInFuture)
        try ward.record(AdmitNewborn(.outborn, label: "x", place: .nicu))
        #expect(ward.refusal(of: AdmitNewborn(.outborn, label: "x", place: .nicu)) == .labelInUse("x"))
    }

    @Test func aMotherWhoComesLaterIsJoinedWithHerBaby() throws {
        var ward = WardFixture()
        let (story, baby) = try admitted(AdmitNewborn(.bornBeforeArrival, motherName: "何花", place: .nicu), &ward)
        let mother = try ward.admit("何花", mrn: "ZY9", bed: "2")

        try ward.record(MergeMother(admission: story.id, into: mother))

        let joined = try #require(ward.ward.newborn(baby.id)?.admission)
        #expect(joined.id == mother && joined.isHere && joined.bed == "2")
        #expect(ward.baby(baby.id).custody.place == .nicu)
    }
}

@Suite struct MotherIdentityTests {
    @Test func admissionSaysHowSheWasIdentified() throws {
        var ward = WardFixture()
        func admit(
            _ means: IdentityCheck.Means?, kind: DocumentKind? = nil, four: String? = nil, second: Badge? = nil,
            note: String? = nil
        ) -> AdmitMother {
            AdmitMother(
                identity: MotherIdentity(name: "李娜"), identityCheck: means, documentKind: kind, documentLast4: four,
                second: second, checkNote: note)
        }
        #expect(ward.refusal(of: admit(.documentAndFace)) == .fieldMissing("documentKind"))
        #expect(ward.refusal(of: admit(nil, kind: .passport, four: "1234")) == .fieldMissing("identityCheck"))
        #expect(ward.refusal(of: admit(.twoStaff)) == .secondPersonNeeded)
        #expect(ward.refusal(of: admit(.twoStaff, second: .midwife)) == .secondPersonNeeded)
        #expect(ward.refusal(of: admit(.other)) == .fieldMissing("checkNote"))
        for right in [
            admit(nil), admit(.notYet), admit(.twoStaff, second: .nurse), admit(.other, note: "known to the ward"),
        ] {
            #expect(ward.refusal(of: right) == nil)
        }

        let made = try ward.record(admit(.documentAndFace, kind: .identityCard, four: "01x2"))

        let id = try #require(made.first.map { AdmissionID($0.stamp.id.rawValue) })
        #expect(ward.mother(id).identityCheck?.document == ward.mother(id).identityCheck?.document)
        #expect(ward.mother(id).identityCheck?.document?.lastFour == "01X2")
        #expect(made.count == 2)
    }

    @Test func notYetIsFollowedByTheCheck() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        #expect(ward.mother(mother).identityCheck == nil)
        try ward.record(CheckMotherIdentity(admission: mother, .notYet))
        #expect(ward.refusal(of: CheckMotherIdentity(admission: mother, .notYet)) == .nothingToRecord)
        #expect(ward.refusal(of: CheckMotherIdentity(admission: mother, nil)) == .fieldMissing("identityCheck"))

        try ward.record(CheckMotherIdentity(admission: mother, .twoStaff, second: .nurse))

        #expect(ward.mother(mother).identityCheck?.means == .twoStaff)
    }
}
