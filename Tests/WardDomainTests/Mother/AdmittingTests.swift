import Testing
import WardDomain

@Suite struct AdmittingTests {
    static func refusal(of identity: MotherIdentity) -> Refusal? {
        WardFixture().refusal(of: AdmitMother(identity: identity))
    }

    @Test func aLabelIsEnough() throws {
        var ward = WardFixture()

        let id = try ward.admit(label: "unknown woman 1")

        let mother = ward.mother(id)
        #expect(mother.identity == MotherIdentity(label: "unknown woman 1"))
        #expect(mother.isOpen && mother.isHere)
        #expect(mother.bed == nil && mother.risk == nil && mother.infectious == nil && mother.admittedAt == nil)
    }

    @Test(arguments: [
        MotherIdentity(), MotherIdentity(label: " "), MotherIdentity(name: "\u{200B}"), MotherIdentity(mrn: "ZY1"),
    ])
    func whoHasNeitherNameNorLabelIsRefused(identity: MotherIdentity) {
        #expect(Self.refusal(of: identity) == .fieldMissing("name"))
    }

    @Test(
        arguments: [
            (MotherIdentity(name: "x", gravida: 1, para: 0), nil),
            (MotherIdentity(name: "x", gravida: 30, para: 20), nil),
            (MotherIdentity(name: "x", gravida: 0), .outOfRange(field: "gravida", allowed: "1-30")),
            (MotherIdentity(name: "x", gravida: 31), .outOfRange(field: "gravida", allowed: "1-30")),
            (MotherIdentity(name: "x", para: -1), .outOfRange(field: "para", allowed: "0-20")),
            (MotherIdentity(name: "x", para: 21), .outOfRange(field: "para", allowed: "0-20")),
            (MotherIdentity(name: "x", gravida: 2, para: 2), .paraNotBelowGravida),
            (MotherIdentity(name: "x", fetuses: 1), nil), (MotherIdentity(name: "x", fetuses: 6), nil),
            (MotherIdentity(name: "x", fetuses: 0), .outOfRange(field: "fetuses", allowed: "1-6")),
            (MotherIdentity(name: "x", fetuses: 7), .outOfRange(field: "fetuses", allowed: "1-6")),
        ] as [(MotherIdentity, Refusal?)])
    func numbersHaveTheirRanges(identity: MotherIdentity, refusal: Refusal?) {
        #expect(Self.refusal(of: identity) == refusal)
    }

    @Test(arguments: [(2919, false), (2920, true), (71 * 365 - 1, true), (71 * 365, false), (-100, false)])
    func aMothersAgeIsPlausible(daysOld: Int, isPlausible: Bool) {
        let born = CalendarDay("2026-11-22")!.advanced(days: -daysOld)

        let refusal = Self.refusal(of: MotherIdentity(name: "x", birthDate: born))

        #expect(refusal == (isPlausible ? nil : .birthDateImplausible(born)))
    }

    @Test func anImpossibleDueDateIsNamed() {
        let due = CalendarDay("2028-12-04")!

        #expect(Self.refusal(of: MotherIdentity(name: "x", dueDate: due)) == .dueDateImplausible(due))
    }

    @Test func theDueDateIsJudgedOnTheDayOfAdmission() throws {
        var ward = WardFixture()
        let admission = AdmitMother(
            identity: MotherIdentity(name: "x", dueDate: CalendarDay("2026-09-30")),
            admittedAt: ward.clock.moment.advanced(seconds: -50 * 86400))

        try ward.record(admission)
    }

    @Test(arguments: ["ZY1", " ZY1", "ZY1 ", "ＺＹ１", "zy1", "ｚy１"])
    func aNumberThatIsHereIsRefusedInAnyForm(mrn: String) throws {
        var ward = WardFixture()
        try ward.admit("李娜", mrn: "ZY1")

        #expect(ward.refusal(of: AdmitMother(identity: MotherIdentity(name: "x", mrn: mrn))) == .numberInUse("ZY1"))
        #expect(ward.ward.admission(mrn: mrn)?.identity.name == "李娜")
    }

    @Test func aNumberComesBackAfterItsStoryHasClosed() throws {
        var ward = WardFixture()
        let first = try ward.admit("李娜", mrn: "ZY1")
        try ward.record(DepartMother(admission: first, to: .home, keepsBed: nil))

        let second = try ward.admit("李娜", mrn: "ZY1")

        #expect(first != second)
        #expect(ward.ward.admission(mrn: "ZY1")?.id == second)
    }

    @Test func anImportAdmitsNobodyTwice() throws {
        var ward = WardFixture()
        let origin = Origin(.import)
        func row(_ due: String?) -> AdmitMother {
            AdmitMother(identity: MotherIdentity(name: "李娜", mrn: "ZY1", dueDate: due.flatMap { CalendarDay($0) }))
        }
        let id = AdmissionID(try ward.record(row("2026-12-04"), by: nil, origin: origin)[0].stamp.id.rawValue)
        try ward.record(DepartMother(admission: id, to: .home, keepsBed: nil))

        #expect(ward.refusal(of: row("2026-12-04"), by: nil, origin: origin) == .alreadyAdmitted("ZY1"))
        #expect(ward.refusal(of: row("2027-01-04"), by: nil, origin: origin) == nil)
        #expect(ward.refusal(of: row(nil), by: nil, origin: origin) == nil)
        #expect(ward.refusal(of: row("2026-12-04")) == nil)
    }

    @Test func twoUnnamedWomenHaveTwoLabels() throws {
        var ward = WardFixture()
        try ward.admit(label: "unknown woman 1")
        let again = AdmitMother(identity: MotherIdentity(label: "unknown woman 1"))

        #expect(ward.refusal(of: again) == .labelInUse("unknown woman 1"))
    }

    @Test func aFutureAdmissionIsRefused() {
        let ward = WardFixture()
        let admission = AdmitMother(
            identity: MotherIdentity(label: "x"), admittedAt: ward.clock.moment.advanced(seconds: 3))

        #expect(ward.refusal(of: admission) == .timeInFuture)
    }
}

@Suite struct IdentifyingTests {
    @Test func anUnknownWomanGetsHerName() throws {
        var ward = WardFixture()
        let id = try ward.admit(label: "unknown woman 1")

        try ward.record(IdentifyMother(admission: id, known: MotherIdentity(name: "李娜", mrn: " ZY1 ", gravida: 2)))

        #expect(
            ward.mother(id).identity
                == MotherIdentity(label: "unknown woman 1", name: "李娜", mrn: "ZY1", gravida: 2))
    }

    @Test func sheIsNamedByLabelAndByRunToo() throws {
        var ward = WardFixture()
        let run = try ward.decide(nil)
        var byRun = IdentifyMother(admission: AdmissionID(""), known: MotherIdentity(name: "李娜"))
        byRun.admission = nil
        byRun.run = run

        try ward.record(byRun)

        #expect(ward.ward.caesarean(run)?.admission.identity.name == "李娜")
    }

    @Test func aNumberOfSomebodyElseIsRefused() throws {
        var ward = WardFixture()
        try ward.admit("李娜", mrn: "ZY1")
        let id = try ward.admit(label: "unknown woman 1")

        let identify = IdentifyMother(admission: id, known: MotherIdentity(mrn: "ＺＹ1"))

        #expect(ward.refusal(of: identify) == .numberInUse("ZY1"))
    }

    @Test func whatIsKnownAndWhatIsNewMustFitTogether() throws {
        var ward = WardFixture()
        let id = try ward.admit("李娜")
        try ward.record(IdentifyMother(admission: id, known: MotherIdentity(gravida: 2)))

        let identify = IdentifyMother(admission: id, known: MotherIdentity(para: 2))

        #expect(ward.refusal(of: identify) == .paraNotBelowGravida)
    }

    @Test func nothingNewIsNothingToRecord() throws {
        var ward = WardFixture()
        let id = try ward.admit("李娜")

        #expect(
            ward.refusal(of: IdentifyMother(admission: id, known: MotherIdentity(name: "李娜"))) == .nothingToRecord)
        #expect(ward.refusal(of: IdentifyMother(admission: id, known: MotherIdentity(), flags: [.gbs])) == nil)
    }
}
