import Testing

@testable import WardDomain

/// Who was called and who came, and what the way from the call took.
@Suite struct TeamTests {
    private static func started() throws -> (ward: WardFixture, run: CaesareanID) {
        var ward = WardFixture()
        try ward.record(
            SetOnCall(people: [
                SetOnCall.Person(slot: .anaesthesia, name: "陈麻醉", phone: "6120"),
                SetOnCall.Person(slot: .newborn, name: "赵医生", badge: .doctor),
            ]))
        let run = try ward.decide(try ward.admit())
        return (ward, run)
    }

    @Test func aCallNamesWhoIsOnCall() throws {
        var (ward, run) = try Self.started()
        try ward.record(CallTeam(run: run, slot: .anaesthesia), by: nil)

        let call = try #require(ward.run(run).calls.first)
        #expect(call.name == "陈麻醉" && call.phone == "6120" && call.staff == nil)
        #expect(ward.run(run).unsigned.count == 1)
    }

    @Test(arguments: ["]d20106901234000009310LOT7", "]d2801869012340000000001"])
    func aCodeThatIsNobodysIsNoArrival(code: String) throws {
        let (ward, run) = try Self.started()
        let before = ward.entries.count
        #expect(ward.refusal(of: ArriveAtCaesarean(run: run, badge: Badge(code))) != nil)
        #expect(ward.entries.count == before)
        #expect(ward.run(run).arrivals.isEmpty)
    }

    /// A badge that nobody knows is kept and named later; what is no badge never stands for somebody who came.
    @Test(
        arguments: [
            ("X7001", nil), ("x-7001", nil), ("700112345678", nil), ("7001123456789", "codeNoBadge"),
            ("690123400000000018", "codeNoBadge"), ("0123400000000018", "codeNoBadge"), ("T EQXKEQ5/Q", "codeNoBadge"),
            ("COT-12", "codeOfOtherClass"), ("M7001", "codeOfOtherClass"), ("B7001", "codeOfOtherClass"),
            ("Q7001", "codeAmbiguous"), ("STAFF.000000000001", nil),
        ] as [(String, String?)])
    func onlyABadgeArrives(code: String, refused: String?) throws {
        var (ward, run) = try Self.started()
        ward.rules.site.codePatterns = [
            CodePattern("COT-*", .cot), CodePattern("M####", .mother), CodePattern("B####", .newborn),
            CodePattern("Q####", .mother), CodePattern("Q7*", .staff), CodePattern("STAFF.*", .staff),
        ]
        #expect(ward.refusal(of: ArriveAtCaesarean(run: run, badge: Badge(code)))?.code == refused)
    }

    @Test(arguments: [("MB1", "codeOfOtherClass"), ("BB1", "codeOfOtherClass"), ("PASS1", "codeNoBadge")])
    func aBandOrAPassIsNoArrival(code: String, refused: String) throws {
        var (ward, run) = try Self.started()
        let other = try ward.admit()
        try ward.record(AttachMotherBand(admission: other, band: "MB1"))
        try ward.birth(other)
        try ward.record(AttachBand(newborn: NewbornID(other, order: 1), band: "BB1", limb: .leftWrist))
        try ward.record(
            AuthoriseRelative(admission: other, name: "张伟", relation: "父", pass: "PASS1", motherBand: "MB1"))
        #expect(ward.refusal(of: ArriveAtCaesarean(run: run, badge: Badge(code)))?.code == refused)
    }

    @Test func aCallToSomebodyElseNamesThatOne() throws {
        var (ward, run) = try Self.started()
        try ward.record(CallTeam(run: run, slot: .anaesthesia, name: "李主任"))
        try ward.record(CallTeam(run: run, slot: .thirdLine))

        #expect(ward.run(run).calls.map(\.name) == ["李主任", nil])
    }

    @Test(arguments: [(600, true), (601, false)])
    func theNewbornDoctorIsWithinTheLimitToTheSecond(seconds: Int, isWithin: Bool) throws {
        var (ward, run) = try Self.started()
        try ward.record(CallTeam(run: run, slot: .newborn))
        ward.wait(seconds: seconds)
        try ward.record(ArriveAtCaesarean(run: run, badge: .doctor), by: nil)

        let time = ward.run(run).teamTime(.newbornDoctor)
        #expect(time.interval == Interval(seconds: seconds, byWallClock: false))
        let limit = try #require(ward.rules.arrivalLimits[.newbornDoctor]?.seconds)
        #expect(time.isWithin(limit) == isWithin)
    }

    @Test func theCasebookKeepsHowTheNewbornDoctorCame() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let run = try ward.decide(mother)
        #expect(ward.run(run).newbornDoctorTimes == NewbornDoctorTimes(seconds: nil, beforeBirth: nil))
        try ward.record(CallTeam(run: run, slot: .newborn))
        ward.wait(seconds: 420)
        try ward.record(ArriveAtCaesarean(run: run, name: "何静", part: .newbornDoctor))
        try ward.birth(mother, mode: .caesarean)
        #expect(ward.run(run).newbornDoctorTimes == NewbornDoctorTimes(seconds: 420, beforeBirth: true))
    }

    @Test func ofSeveralCallsAndArrivalsTheFirstCounts() throws {
        var (ward, run) = try Self.started()
        try ward.record(CallTeam(run: run, slot: .firstLine))
        ward.wait(seconds: 60)
        try ward.record(CallTeam(run: run, slot: .secondLine))
        ward.wait(seconds: 60)
        try ward.record(ArriveAtCaesarean(run: run, name: "王", part: .obstetrician))
        ward.wait(seconds: 60)
        try ward.record(ArriveAtCaesarean(run: run, name: "张", part: .obstetrician))

        #expect(ward.run(run).teamTime(.obstetrician).interval?.seconds == 120)
    }

    @Test func theOneCallOfTheTeamServesThoseWhoHadNoneOfTheirOwn() throws {
        var (ward, run) = try Self.started()
        try ward.record(MarkMilestone(run: run, milestone: .call))
        ward.wait(seconds: 90)
        try ward.record(ArriveAtCaesarean(run: run, name: "林", part: .theatreNurse))

        #expect(ward.run(run).teamTime(.theatreNurse).interval?.seconds == 90)
        #expect(ward.run(run).teamTime(.anaesthetist).interval == nil)
    }

    @Test func whoWasThereBeforeTheCallIsNeitherLateNorNegative() throws {
        var (ward, run) = try Self.started()
        try ward.record(ArriveAtCaesarean(run: run, part: .obstetrician))
        ward.wait(seconds: 30)
        try ward.record(CallTeam(run: run, slot: .firstLine))

        let time = ward.run(run).teamTime(.obstetrician)
        #expect(time.wasHere && time.interval == nil && time.isWithin(0) == true)
    }

    @Test func anUnknownBadgeIsKeptAsScannedAndNamedLater() throws {
        var (ward, run) = try Self.started()
        try ward.record(ArriveAtCaesarean(run: run, badge: "X7777"), by: nil)
        #expect(ward.run(run).arrivals.map(\.badge) == ["X7777"])

        try ward.record(NameArrival(run: run, badge: "X7777", name: "进修医生", part: .newbornDoctor))

        #expect(ward.run(run).arrivals.map(\.name) == ["进修医生"])
        #expect(ward.run(run).teamTime(.newbornDoctor).arrivedAt != nil)
        #expect(ward.refusal(of: NameArrival(run: run, badge: "X8888", name: "x")) == .badgeUnknown("X8888"))
    }

    @Test func nobodyArrivesTwiceAndSomebodyMustBeMeant() throws {
        var (ward, run) = try Self.started()
        try ward.record(ArriveAtCaesarean(run: run, badge: .nurse))
        try ward.record(ArriveAtCaesarean(run: run, part: .midwife))

        #expect(ward.refusal(of: ArriveAtCaesarean(run: run, badge: .nurse)) == .nothingToRecord)
        #expect(ward.refusal(of: ArriveAtCaesarean(run: run, part: .midwife)) == .nothingToRecord)
        #expect(ward.refusal(of: ArriveAtCaesarean(run: run)) == .fieldMissing("badge"))
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func theNewbornDoctorIsThereBeforeTheBirthOrNot(secondsAfter: Int, before: Bool) throws {
        var (ward, run) = try Self.started()
        let mother = try #require(ward.ward.caesarean(run)?.admission.id)
        ward.wait(seconds: 1000)
        let arrive = ArriveAtCaesarean(run: run, part: .newbornDoctor)
        if secondsAfter < 0 { try ward.record(arrive) }
        if secondsAfter < 0 { ward.wait(seconds: -secondsAfter) }
        try ward.birth(mother, mode: .caesarean)
        #expect(ward.run(run).newbornDoctorBeforeBirth == (secondsAfter < 0 ? true : nil))
        guard secondsAfter >= 0 else { return }
        ward.wait(seconds: secondsAfter)
        try ward.record(arrive)

        #expect(ward.run(run).newbornDoctorBeforeBirth == before)
    }

    @Test func theFirstCallAndTheNewbornDoctorsArrivalAreTheirMilestones() throws {
        var (ward, run) = try Self.started()
        ward.wait(seconds: 40)
        try ward.record(CallTeam(run: run, slot: .firstLine))
        ward.wait(seconds: 200)
        try ward.record(ArriveAtCaesarean(run: run, badge: .doctor))

        #expect(ward.run(run).elapsed(to: .call)?.seconds == 40)
        #expect(ward.run(run).elapsed(to: .newbornTeam)?.seconds == 240)
        #expect(ward.run(run).next == .leave)
        #expect(ward.run(run).outOfOrder.isEmpty)
    }

    @Test func aLateCallIsNotTheCallOfTheTeam() throws {
        var (ward, run) = try Self.started()
        ward.wait(seconds: 300)
        try ward.record(MarkMilestone(run: run, milestone: .leave))
        ward.wait(seconds: 60)
        try ward.record(CallTeam(run: run, slot: .bloodBank))

        #expect(ward.run(run).elapsed(to: .call) == nil)
        #expect(ward.run(run).outOfOrder.isEmpty)
    }
}

/// Tonight's list, and until when it is tonight's.
@Suite struct OnCallTests {
    private static func list(_ names: [OnCallSlot: String]) -> SetOnCall {
        SetOnCall(
            people: OnCallSlot.allCases.compactMap { slot in
                names[slot].map { SetOnCall.Person(slot: slot, name: $0) }
            })
    }

    @Test func aListHoldsUntilTheNextMorning() throws {
        var ward = WardFixture()
        try ward.record(Self.list([.firstLine: "王", .generalDuty: "总"]))
        let plan = ward.ward.plan
        let morning = Moment(
            day: ward.clock.moment.localDay(ward.offset).advanced(days: 1), hour: 8, minute: 0, ward.offset)

        #expect(plan.onCall(at: ward.clock.moment).map(\.name) == ["王", "总"])
        #expect(plan.onCall(at: morning.advanced(seconds: -1)).count == 2)
        #expect(plan.onCall(at: morning).isEmpty)
        #expect(plan.onCall(.firstLine, at: ward.clock.moment.advanced(seconds: -1)) == nil)
    }

    @Test func whatIsNotNamedStaysAndABlankNameClears() throws {
        var ward = WardFixture()
        try ward.record(Self.list([.firstLine: "王", .theatre: "林"]))
        try ward.record(Self.list([.firstLine: "张", .theatre: " "]))

        #expect(ward.ward.plan.onCall(at: ward.clock.moment).map(\.name) == ["张"])
    }

    @Test(arguments: [(0, false), (1, true), (7 * 86400, true), (7 * 86400 + 1, false)])
    func theEndLiesAheadAndNotTooFar(seconds: Int, isTaken: Bool) throws {
        let ward = WardFixture()
        var list = Self.list([.firstLine: "王"])
        list.until = .moment(ward.clock.moment.advanced(seconds: seconds))

        #expect((ward.refusal(of: list) == nil) == isTaken)
    }

    @Test func twoLinesForOnePlaceAnEmptyListAndAStrangersBadgeAreRefused() throws {
        let ward = WardFixture()
        let person = SetOnCall.Person(slot: .newborn, name: "赵")
        #expect(ward.refusal(of: SetOnCall(people: [])) == .fieldMissing("people"))
        #expect(ward.refusal(of: SetOnCall(people: [person, person])) == .fieldMissing("people"))
        let stranger = SetOnCall.Person(slot: .newborn, name: "赵", badge: "X1")
        #expect(ward.refusal(of: SetOnCall(people: [stranger])) == .badgeUnknown("X1"))
    }
}
