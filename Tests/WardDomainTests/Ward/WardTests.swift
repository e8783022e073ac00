import Testing
import WardDomain

@Suite struct WardTests {
    @Test func aWardIsSetUpOnceByWhoeverHasTheMachine() throws {
        var ward = WardFixture(emptyAt: WardFixture.evening)
        func setUp(_ beds: [BedLabel], name: String = "Ward A") -> SetUpWard { SetUpWard(name: name, beds: beds) }
        #expect(ward.refusal(of: setUp([]), by: nil) == .fieldMissing("beds"))
        #expect(ward.refusal(of: setUp(["1", " "]), by: nil) == .fieldMissing("beds"))
        #expect(ward.refusal(of: setUp(["1", " 1 "]), by: nil) == .bedExists("1"))
        #expect(ward.refusal(of: setUp(["123456789"]), by: nil) == .textTooLong(field: "beds", most: 8, .cells))
        #expect(ward.refusal(of: setUp(["1"], name: " "), by: nil) == .fieldMissing("name"))

        try ward.record(setUp([" 1 ", "12345678"]), by: nil)

        #expect(ward.ward.plan.beds.map(\.label) == ["1", "12345678"])
        try ward.record(AddStaff(badge: .admin, name: "x", role: .administrator), by: nil)
        #expect(ward.refusal(of: setUp(["1"]), by: .admin) == .wardAlreadySetUp)
        #expect(ward.refusal(of: AddStaff(badge: .nurse, name: "x", role: .nurse), by: nil) == .signatureNeeded)
    }

    @Test(
        arguments: [
            ("加1", nil), (" ", .fieldMissing("bed")), ("加加加加", nil),
            ("加加加加1", .textTooLong(field: "bed", most: 8, .cells)),
            ("3", .bedExists("3")),
        ] as [(BedLabel, Refusal?)])
    func anExtraBedIsPutUp(bed: BedLabel, refusal: Refusal?) {
        #expect(WardFixture().refusal(of: AddBed(bed: bed)) == refusal)
    }

    @Test func onlyAnEmptyBedIsTakenAway() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", bed: "3")
        try ward.record(DepartMother(admission: mother, to: .theatre, keepsBed: true))

        #expect(ward.refusal(of: RemoveBed(bed: "3")) == .bedOccupied("3"))
        #expect(ward.refusal(of: RemoveBed(bed: "9")) == .noSuchBed("9"))
        try ward.record(RemoveBed(bed: "4"))
        #expect(!ward.ward.plan.has("4"))
    }

    @Test func aBadgeIsOnePersonsForEver() throws {
        var ward = WardFixture()
        func add(_ badge: Badge, _ name: String = "x") -> AddStaff { AddStaff(badge: badge, name: name, role: .nurse) }
        #expect(ward.refusal(of: add("w1001"), by: .admin) == .badgeTaken("W1001"))
        #expect(ward.refusal(of: add("]C1W1001"), by: .admin) == .badgeTaken("W1001"))
        #expect(ward.refusal(of: add(" "), by: .admin) == .fieldMissing("badge"))
        #expect(ward.refusal(of: add("W 9"), by: .admin) == .codeUnreadable("W 9"))
        #expect(ward.refusal(of: add("W9", " "), by: .admin) == .fieldMissing("name"))
        try ward.record(RetireStaff(badge: .nurse), by: .admin)
        #expect(ward.refusal(of: add(.nurse), by: .admin) == .badgeTaken(.nurse))
        #expect(ward.refusal(of: RetireStaff(badge: .nurse), by: .admin) == .badgeRetired(.nurse))
        #expect(ward.refusal(of: RetireStaff(badge: "X"), by: .admin) == .badgeUnknown("X"))

        try ward.record(add("]C1w77"), by: .admin)

        #expect(ward.ward.roster["W77"]?.name == "x")
        #expect(!ward.ward.roster.active.contains { $0.badge == .nurse })
    }

    @Test func aWardKeepsOneAdministrator() throws {
        var ward = WardFixture()
        #expect(ward.refusal(of: RetireStaff(badge: .admin), by: .admin) == .lastAdministrator)
        try ward.record(AddStaff(badge: "W9002", name: "x", role: .administrator), by: .admin)

        try ward.record(RetireStaff(badge: .admin), by: .admin)

        #expect(ward.refusal(of: RetireStaff(badge: "W9002"), by: "W9002") == .lastAdministrator)
    }

    @Test func aPINThatNobodySetIsNotSaidToBeSet() throws {
        let ward = WardFixture()
        let note = CommandEnvelope(id: CommandID("p"), by: .admin, terminal: "T-03", command: NotePIN(badge: .nurse))
        let context = DecisionContext(
            envelope: note, ward: ward.ward, answers: LookupAnswers(), rules: ward.rules, now: ward.clock,
            offset: ward.offset)

        #expect(throws: Refusal.pinNotSet) { try WardRules.decide(note.command, context) }
    }

    @Test func nobodySignsInOrOutForSomebodyElse() throws {
        let ward = WardFixture()
        for act in [AccessNoted.Act.signedIn, .signedOut, .locked, .namesRevealed] {
            let note = NoteAccess(act: act, badge: .nurse)
            #expect(ward.refusal(of: note, by: .midwife) == .accessNotOnesOwn)
            #expect(ward.refusal(of: note, by: nil, origin: Origin(.apply)) == .accessNotOnesOwn)
            #expect(ward.refusal(of: note, by: .nurse, origin: Origin(.apply)) == nil)
            #expect(ward.refusal(of: note, by: nil) == nil)
        }
        #expect(ward.refusal(of: NoteAccess(act: .wrongPIN, badge: .nurse), by: .midwife) == nil)
    }

    @Test func aPINIsSaidToBeSetAndNothingMore() throws {
        var ward = WardFixture()
        #expect(ward.refusal(of: NotePIN(badge: "X"), by: .admin) == .badgeUnknown("X"))

        let made = try ward.record(NotePIN(badge: .nurse), by: .admin)

        #expect(ward.ward.roster[.nurse]?.hasPIN == true)
        #expect(made[0].fact.summary.en == "PIN set: W2001")
    }

    @Test func actsOfAccessStandInTheLogOfTheirLocalDay() throws {
        var ward = WardFixture(at: Moment(milliseconds: 1_795_363_199_000))

        let before = try ward.record(NoteAccess(act: .wrongPIN, badge: .nurse), by: nil)
        ward.wait(seconds: 1)
        let after = try ward.record(NoteAccess(act: .signedIn))

        #expect(before[0].stream == .access(CalendarDay("2026-11-22")!))
        #expect(after[0].stream == .access(CalendarDay("2026-11-23")!))
        #expect((after[0].fact as? AccessNoted)?.badge == .midwife)
        #expect(ward.refusal(of: NoteClockStep(seconds: 0), by: nil) == .nothingToRecord)
    }
}
