import Testing
import WardDomain

@Suite struct MovingTests {
    @Test func twoMothersInOneBedAreRefused() throws {
        var ward = WardFixture()
        try ward.admit("李娜", bed: "3")
        let other = try ward.admit("周敏", bed: "4")

        let admission = AdmitMother(identity: MotherIdentity(name: "x"), bed: "3")
        #expect(ward.refusal(of: admission) == .bedOccupied("3"))
        #expect(ward.refusal(of: MoveMother(admission: other, bed: "3")) == .bedOccupied("3"))
        #expect(ward.refusal(of: MoveMother(admission: other, bed: "9")) == .noSuchBed("9"))
        #expect(ward.refusal(of: MoveMother(admission: other, bed: "4")) == .nothingToRecord)
        #expect(ward.refusal(of: MoveMother(admission: other, bed: "5")) == nil)
    }

    @Test func newbornsShareTheirMothersBed() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair(bed: "3")

        try ward.record(
            HandOver(band: "NA1", motherBand: "MA0", giver: "W1001", receiver: "MA0", to: .motherBed))

        #expect(ward.ward.occupant(of: "3")?.id == mother)
        #expect(ward.baby(baby).custody.place == .motherBed)
    }

    @Test func aBedKeptInTheatreStaysHers() throws {
        var ward = WardFixture()
        let id = try ward.admit("李娜", bed: "3")
        #expect(ward.refusal(of: DepartMother(admission: id, to: .theatre, keepsBed: nil)) == .fieldMissing("keepsBed"))

        try ward.record(DepartMother(admission: id, to: .theatre, keepsBed: true))

        #expect(ward.mother(id).bed == "3")
        #expect(ward.mother(id).place == .theatre)
        let admission = AdmitMother(identity: MotherIdentity(name: "x"), bed: "3")
        #expect(ward.refusal(of: admission) == .bedOccupied("3"))
        try ward.record(MoveMother(admission: id, bed: "3"))
        #expect(ward.mother(id).place == .ward)
    }

    @Test(
        arguments: [
            (MotherPlace.theatre, false, true), (.icu, nil, false), (.icu, false, false), (.postnatal, nil, false),
            (.otherHospital, nil, false), (.home, true, false), (.died, nil, false),
        ] as [(MotherPlace, Bool?, Bool)])
    func aBedGivenUpIsFree(to: MotherPlace, keepsBed: Bool?, staysOpen: Bool) throws {
        var ward = WardFixture()
        let id = try ward.admit("李娜", bed: "3")

        try ward.record(DepartMother(admission: id, to: to, keepsBed: keepsBed))

        #expect(ward.mother(id).bed == nil)
        #expect(ward.mother(id).isOpen == staysOpen)
        #expect(ward.ward.occupant(of: "3") == nil)
    }

    /// Her story stays open for her newborns; what is said of herself ends where she left.
    @Test(arguments: [
        (MotherPlace.died, true), (.home, true), (.otherHospital, true), (.postnatal, false), (.icu, false),
    ])
    func nothingOfHerselfIsRecordedAfterSheLeft(to: MotherPlace, isRefused: Bool) throws {
        var ward = WardFixture()
        let (mother, _) = try ward.pair(bed: "3")
        try ward.record(DepartMother(admission: mother, to: to, keepsBed: nil))
        var observation = LabourObservation()
        observation.pulse = 80
        let commands: [any WardCommand] = [
            ObserveLabour(admission: mother, observation: observation),
            GradeRisk(admission: mother, grade: .red, infectious: nil, factors: []),
            RecordTherapy(admission: mother, epidural: .stopped, oxytocin: nil),
        ]
        for command in commands {
            #expect(ward.refusal(of: command) == nil, "at the moment itself: \(type(of: command).name)")
        }

        ward.wait(seconds: 1)

        let expected = isRefused ? Refusal.notHere : nil
        for command in commands { #expect(ward.refusal(of: command) == expected, "\(type(of: command).name)") }
    }

    @Test func aMotherWithoutABedIsNotAskedWhetherSheKeepsIt() throws {
        var ward = WardFixture()
        let id = try ward.admit("李娜")

        #expect(ward.refusal(of: DepartMother(admission: id, to: .theatre, keepsBed: nil)) == nil)
        #expect(
            ward.refusal(of: DepartMother(admission: id, to: .ward, keepsBed: nil))
                == .outOfRange(field: "to", allowed: "theatre|postnatal|icu|otherHospital|home|died"))
    }

    @Test func aBedKeptCanBeGivenUpLater() throws {
        var ward = WardFixture()
        let id = try ward.admit("李娜", bed: "3")
        try ward.record(DepartMother(admission: id, to: .icu, keepsBed: true))
        #expect(ward.refusal(of: DepartMother(admission: id, to: .icu, keepsBed: true)) == .nothingToRecord)

        try ward.record(DepartMother(admission: id, to: .icu, keepsBed: false))

        #expect(ward.mother(id).bed == nil)
        #expect(!ward.mother(id).isOpen)
    }

    @Test func whoDiedIsNotMoved() throws {
        var ward = WardFixture()
        let (id, _) = try ward.pair(bed: "3")
        try ward.record(DepartMother(admission: id, to: .died, keepsBed: nil))

        #expect(ward.refusal(of: MoveMother(admission: id, bed: "4")) == .notHere)
        #expect(ward.refusal(of: DepartMother(admission: id, to: .icu, keepsBed: nil)) == .notHere)
    }

    @Test func aMoveBeforeTheNewestMoveIsRefused() throws {
        var ward = WardFixture()
        let id = try ward.admit("李娜", bed: "3")
        ward.wait(seconds: 600)
        try ward.record(DepartMother(admission: id, to: .theatre, keepsBed: true))
        ward.wait(seconds: 60)

        #expect(
            ward.refusal(of: MoveMother(admission: id, bed: "4"), at: ward.typed(secondsAgo: 61)) == .placeChangedSince)
        #expect(ward.refusal(of: MoveMother(admission: id, bed: "4"), at: ward.typed(secondsAgo: 60)) == nil)
    }

    @Test func aMoveIsBackDatedWithAReasonThatIsKept() throws {
        var ward = WardFixture()
        let id = try ward.admit("李娜", bed: "3")
        ward.wait(seconds: 3600)
        let time = ward.typed(secondsAgo: 1800)
        #expect(ward.refusal(of: MoveMother(admission: id, bed: "4"), at: time) == .reasonNeededForTime)

        let made = try ward.record(MoveMother(admission: id, bed: "4", reason: "entered late"), at: time)

        #expect((made[0].fact as? MotherMoved)?.reason == "entered late")
    }

    @Test func aMotherWhoseStoryClosedComesBack() throws {
        var ward = WardFixture()
        let id = try ward.admit("李娜", mrn: "ZY1", bed: "3")
        try ward.record(DepartMother(admission: id, to: .postnatal, keepsBed: nil))
        #expect(ward.ward.admissions[id] == nil)

        try ward.record(MoveMother(admission: id, bed: "4"))

        #expect(ward.ward.occupant(of: "4")?.id == id)
    }

    @Test func sheDoesNotComeBackTwice() throws {
        var ward = WardFixture()
        let id = try ward.admit("李娜", mrn: "ZY1", bed: "3")
        try ward.record(DepartMother(admission: id, to: .postnatal, keepsBed: nil))
        try ward.admit("李娜", mrn: "ZY1", bed: "3")

        #expect(ward.refusal(of: MoveMother(admission: id, bed: "4")) == .numberInUse("ZY1"))
    }

    @Test func aTimeBeforeAKnownAdmissionIsRefused() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", admittedAt: ward.clock.moment)
        let unknown = try ward.admit("周敏")
        ward.wait(seconds: 60)

        #expect(
            ward.refusal(of: MoveMother(admission: known, bed: "3"), at: ward.typed(secondsAgo: 61)) == .beforeAdmission
        )
        #expect(ward.refusal(of: MoveMother(admission: known, bed: "3"), at: ward.typed(secondsAgo: 60)) == nil)
        #expect(ward.refusal(of: MoveMother(admission: unknown, bed: "3"), at: ward.typed(secondsAgo: 600)) == nil)
    }
}

/// When a story leaves the memory of every terminal.
@Suite struct OpenStoryTests {
    @Test func aMotherWhoLeftStaysWhileHerBabyIsHere() throws {
        var ward = WardFixture()
        let (mother, _) = try ward.pair()
        try ward.record(DepartMother(admission: mother, to: .home, keepsBed: nil))
        #expect(ward.mother(mother).isOpen && !ward.mother(mother).isHere)

        try ward.record(
            DischargeNewborn(
                band: "NA1", otherBand: "NA2", motherBand: "MA0", to: .home, collector: nil, relation: nil,
                second: .nurse, signatureSeenBy: .nurse))

        #expect(!ward.mother(mother).isOpen)
    }

    @Test func aMotherWhoDiedStaysWhileHerBabyIsHere() throws {
        var ward = WardFixture()
        let (mother, _) = try ward.pair()

        try ward.record(DepartMother(admission: mother, to: .died, keepsBed: nil))

        #expect(ward.mother(mother).isOpen)
    }

    @Test(arguments: [BirthOutcome.diedBeforeLabour, .diedInLabour, .diedLater])
    func aDeadChildStaysInCustodyUntilTheFamilyHasIt(outcome: BirthOutcome) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let child = try ward.birth(mother, outcome: outcome)
        try ward.record(AttachBand(newborn: child, band: "N01", limb: .leftWrist))
        try ward.record(DepartMother(admission: mother, to: .postnatal, keepsBed: nil))
        #expect(ward.mother(mother).isOpen)

        try ward.record(
            HandOver(
                band: "N01", motherBand: nil, noMotherBandReason: "mother in theatre", giver: "W1001",
                receiver: "W2001", to: .mortuary))

        #expect(ward.mother(mother).isOpen)
        #expect(ward.baby(child).custody.place == .mortuary)
        try ward.record(AgreeFarewell(newborn: child, wish: .funeralHome, with: "张伟", relation: "father"))
        try ward.record(ReportDeath(newborn: child, to: "medical office"))
        try ward.record(
            ReleaseChild(
                newborn: child, band: "N01", to: "City funeral home", relation: "for the family",
                documentKind: .agencyLetter, documentLast4: "0042", second: .nurse, signatureSeenBy: .nurse))

        #expect(!ward.mother(mother).isOpen)
        #expect(ward.baby(child).custody.place == .released)
    }

    @Test func anUnsignedBirthKeepsTheStoryOpen() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        try ward.birth(mother, outcome: .diedInLabour, by: nil)
        try ward.record(DepartMother(admission: mother, to: .otherHospital, keepsBed: nil))

        #expect(!ward.mother(mother).unsigned.isEmpty)
        #expect(ward.mother(mother).isOpen)
    }

    @Test func aRunningClockKeepsTheStoryOpen() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let run = try ward.decide(mother)
        try ward.record(DepartMother(admission: mother, to: .died, keepsBed: nil))
        #expect(ward.mother(mother).isOpen)

        try ward.record(StandDownCaesarean(run: run, reason: "she died"))

        #expect(!ward.mother(mother).isOpen)
    }

    /// She would be gone from the board, and her clock would run on without a bed.
    @Test(arguments: MotherPlace.allCases.filter { $0 != .ward })
    func nobodyGoesHomeWhileACaesareanClockRunsForHer(to: MotherPlace) throws {
        var ward = WardFixture()
        let id = try ward.admit("李娜", bed: "3")
        let run = try ward.decide(id)
        let leaving = DepartMother(admission: id, to: to, keepsBed: false)

        let isRefused = [.postnatal, .home, .otherHospital].contains(to)
        #expect(ward.refusal(of: leaving) == (isRefused ? .clockRunning : nil))

        try ward.record(StandDownCaesarean(run: run, reason: "fetal heart recovered"))
        #expect(ward.refusal(of: leaving) == nil)
    }
}
