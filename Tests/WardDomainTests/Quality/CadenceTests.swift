import Testing

@testable import WardDomain

/// The cadence against hand-made cases.
@Suite struct CadenceTests {
    static let offset = LocalOffset.fixed(seconds: 8 * 3600)
    static let source = Source(.verified, "test")

    static func duty(_ rhythm: Rhythm?, _ period: Period, each: [CadenceRules.Owing] = []) -> CadenceRules.Duty {
        CadenceRules.Duty(rhythm: rhythm, period: period, times: 1, each: each, source: source)
    }

    static let rules: ClinicalRules = {
        var rules = SampleRules.all
        rules.protocols = ["pph", "asphyxia", "category-1-caesarean"].map { id in
            DrillProtocol(
                id: id, emergencyKey: nil, version: "1", en: id, zhHans: id, momentZeroEn: "start",
                momentZeroZhHans: "开始", roles: [], steps: [], source: source)
        }
        rules.cadence.duties = [
            duty(nil, .quarter), duty(.selfAssessment, .month), duty(.jointMeeting, .halfYear),
            duty(.caseEducation, .year),
            duty(
                .continuingEducation, .year,
                each: [.init(.doctor, .obstetrics), .init(.doctor, .newborn), .init(.midwife)]),
        ]
        rules.cadence.minima = [
            CadenceRules.Minimum(en: "PPH", zhHans: "产后出血", protocols: ["pph"], source: source),
            CadenceRules.Minimum(
                en: "rare", zhHans: "罕见", protocols: ["category-1-caesarean", "asphyxia"], source: source),
        ]
        rules.cadence.recentCaseDays = 92
        rules.cadence.caesareanProtocol = "category-1-caesarean"
        return rules
    }()

    /// A local time, such as `2026-12-31 23:59:59`.
    static func moment(_ text: String) -> Moment {
        let parts = text.split(separator: " ")
        let clock = (parts.count > 1 ? parts[1] : "12:00:00").split(separator: ":").compactMap { Int($0) }
        return Moment(day: CalendarDay(parts[0])!, hour: clock[0], minute: clock[1], second: clock[2], offset)
    }

    static func cadence(_ history: DutyHistory, _ today: String, roster: Roster = Roster()) -> Cadence {
        Cadence(history, roster: roster, rules: rules, today: CalendarDay(today)!, offset)
    }

    static func drills(_ starts: [(String, String)]) -> DutyHistory {
        var history = DutyHistory()
        history.wardSince = moment("2024-01-01")
        history.drills = starts.enumerated().map { index, start in
            DutyHistory.DrillHeld(
                run: ChecklistID("d\(index)"), drillProtocol: start.0, startedAt: moment(start.1), team: ["W1"])
        }
        return history
    }

    static func held(_ rhythm: Rhythm, _ times: [String], by badges: [Badge] = ["W1"]) throws -> DutyHistory {
        var ward = WardFixture(at: moment("2023-12-31"))
        var history = DutyHistory()
        history.wardSince = moment("2024-01-01")
        for time in times {
            let made = try ward.record(
                HoldRhythm(rhythm: rhythm, participants: [.midwife], minutes: 30), at: .now)
            guard case .rhythm(let held)? = ward.folded(made[0].stream) else { continue }
            var stamped = HeldRhythm(id: held.id)
            let entry = made[0].stamp
            let at = Occurrence(moment: moment(time), bootID: "b", uptime: 0, derived: true)
            try RhythmHeld(rhythm: rhythm, badges: badges).fold(
                into: &stamped,
                EntryStamp(
                    id: entry.id, occurred: at, recorded: entry.recorded, terminal: "T", staff: nil, origin: .screen))
            history.rhythms.append(stamped)
        }
        return history
    }

    /// When drills began; today; how many this quarter, due, overdue.
    struct Quarterly: Sendable {
        let starts: [String]
        let today: String
        let done: Int
        let isDue: Bool
        let isOverdue: Bool
    }

    static let quarterly = [
        Quarterly(starts: [], today: "2026-11-22", done: 0, isDue: false, isOverdue: true),
        Quarterly(starts: ["2026-09-30 23:59:59"], today: "2026-10-01", done: 0, isDue: true, isOverdue: false),
        Quarterly(starts: ["2026-10-01 00:00:00"], today: "2026-10-01", done: 1, isDue: false, isOverdue: false),
        Quarterly(starts: ["2026-06-30 23:59:59"], today: "2026-10-01", done: 0, isDue: false, isOverdue: true),
        Quarterly(starts: ["2026-12-31 23:59:59"], today: "2026-12-31", done: 1, isDue: false, isOverdue: false),
        Quarterly(starts: ["2026-12-31 23:59:59"], today: "2027-01-01", done: 0, isDue: true, isOverdue: false),
        Quarterly(starts: ["2027-01-01 00:00:00"], today: "2027-01-01", done: 1, isDue: false, isOverdue: false),
        Quarterly(
            starts: ["2026-10-05 09:00:00", "2026-11-05 21:00:00"], today: "2026-12-31", done: 2, isDue: false,
            isOverdue: false),
    ]

    @Test(arguments: quarterly)
    func aDrillCountsInTheLocalQuarterInWhichItBegan(expected: Quarterly) {
        let cadence = Self.cadence(Self.drills(expected.starts.map { ("pph", $0) }), expected.today)
        let standing = cadence.standings[0]

        #expect(cadence.drillsThisQuarter == expected.done)
        #expect(standing.done == expected.done)
        #expect(standing.isDue == expected.isDue)
        #expect(standing.isOverdue == expected.isOverdue)
    }

    /// A drill that runs over midnight of 31 December counts in the old year, wherever it is finished.
    @Test func aDrillOverTheLastMidnightIsTheOldYears() throws {
        var ward = WardFixture(at: Self.moment("2026-12-31 23:50:00"))
        let run = try ward.startDrill()
        ward.wait(seconds: 20 * 60)
        try ward.record(FinishChecklist<Drill>(run: run, reason: "x"))
        let finished = ward.checklist(run)
        let start = try #require(finished.startedAt?.moment)
        #expect(finished.finishedAt?.moment.localDay(Self.offset) == CalendarDay("2027-01-01"))
        var history = Self.drills([])
        history.drills = [DutyHistory.DrillHeld(run: run, drillProtocol: "pph", startedAt: start)]

        #expect(Self.cadence(history, "2026-12-31").drillsByProtocol == ["pph": 1])
        #expect(Self.cadence(history, "2026-12-31").minima[0].done == 1)
        #expect(Self.cadence(history, "2027-01-01").drillsByProtocol.isEmpty)
        #expect(Self.cadence(history, "2027-01-01").minima[0].done == 0)
        #expect(Self.cadence(history, "2027-01-01").lastDrill["pph"] == start)
    }

    /// The rhythm's place among the duties, when it was held, today, done, due, overdue.
    static let rhythms: [(Rhythm, Int, [String], String, Bool, Bool, Bool)] = [
        (.selfAssessment, 1, ["2026-11-30 23:59:59"], "2026-11-30", true, false, false),
        (.selfAssessment, 1, ["2026-11-30 23:59:59"], "2026-12-01", false, true, false),
        (.selfAssessment, 1, ["2026-10-31 23:59:59"], "2026-12-01", false, false, true),
        (.selfAssessment, 1, ["2026-12-01 00:00:00"], "2026-12-01", true, false, false),
        (.jointMeeting, 2, ["2026-06-30 23:59:59"], "2026-07-01", false, true, false),
        (.jointMeeting, 2, ["2026-07-01 00:00:00"], "2026-12-31", true, false, false),
        (.jointMeeting, 2, ["2025-12-31 23:59:59"], "2026-07-01", false, false, true),
        (.caseEducation, 3, ["2026-01-01 00:00:00"], "2026-12-31", true, false, false),
        (.caseEducation, 3, ["2026-12-31 23:59:59"], "2027-01-01", false, true, false),
        (.caseEducation, 3, ["2025-12-31 23:59:59"], "2027-01-01", false, false, true),
    ]

    @Test(arguments: rhythms)
    func eachRhythmHasItsPeriod(
        _ rhythm: Rhythm, _ index: Int, _ times: [String], _ today: String, _ done: Bool, _ due: Bool, _ overdue: Bool
    ) throws {
        let standing = Self.cadence(try Self.held(rhythm, times), today).standings[index]

        #expect(standing.duty.rhythm == rhythm)
        #expect([standing.isDone, standing.isDue, standing.isOverdue] == [done, due, overdue])
    }

    @Test func nothingFromBeforeTheWardIsOverdue() {
        var history = Self.drills([])
        history.wardSince = Self.moment("2026-07-01 00:00:00")
        #expect(Self.cadence(history, "2026-10-01").standings[0].isDue)

        history.wardSince = Self.moment("2026-06-30 23:59:59")
        #expect(Self.cadence(history, "2026-10-01").standings[0].isOverdue)
    }

    @Test func eachPersonOwesTheYearsEducation() throws {
        let ward = WardFixture()
        let history = try Self.held(.continuingEducation, ["2026-03-01"], by: [.midwife])
        let cadence = Self.cadence(history, "2026-11-22", roster: ward.ward.roster)
        let owing = ward.ward.roster.active.filter { $0.role == .midwife || $0.role == .doctor }

        #expect(cadence.standings[4].done == 1)
        #expect(cadence.standings[4].wanted == owing.count)
        let people = Dictionary(uniqueKeysWithValues: cadence.people.map { ($0.member.badge, $0) })
        #expect(people[.midwife]?.owesEducation == false)
        #expect(people[.midwife]?.lastTraining == CalendarDay("2026-03-01"))
        #expect(people[.doctor]?.owesEducation == true)
        #expect(people[.nurse]?.owesEducation == false)
    }

    @Test(
        arguments: [
            (StaffRole.doctor, Specialty.obstetrics, true), (.doctor, .newborn, true), (.doctor, .anaesthesia, false),
            (.doctor, .other, false), (.doctor, nil, true), (.midwife, nil, true), (.nurse, nil, false),
        ] as [(StaffRole, Specialty?, Bool)])
    func theYearsEducationIsOwedByWhomThePolicyNames(role: StaffRole, specialty: Specialty?, owes: Bool) throws {
        var ward = WardFixture()
        try ward.record(
            AddStaff(badge: "D9009", name: "何静", role: role, specialty: specialty), by: .admin)
        let cadence = Self.cadence(DutyHistory(), "2026-11-22", roster: ward.ward.roster)

        #expect(cadence.people.first { $0.member.badge == "D9009" }?.owesEducation == owes)
    }

    @Test func aSpecialtyIsADoctorsAndCanBeSaidLater() throws {
        var ward = WardFixture()
        let nurse = AddStaff(badge: "N9009", name: "何静", role: .nurse, specialty: .newborn)
        #expect(
            ward.refusal(of: nurse, by: .admin) == .codeUnknown(field: "specialty", code: "newborn"))
        let made = try ward.record(AddStaff(badge: "D9009", name: "何静", role: .doctor), by: .admin)
        let entry = try #require(made.first).stamp.id
        try ward.record(
            CorrectEntry(entry: entry, reason: "left out", change: ["specialty": .string("newborn")]),
            by: .admin)

        #expect(ward.ward.roster["D9009"]?.specialty == .newborn)
        #expect(ward.ward.roster["D9009"]?.work.label.en == "newborn doctor")
    }

    @Test func aQuarterIsCountedByProtocolShiftAndRole() {
        let ward = WardFixture()
        var history = Self.drills([
            ("pph", "2026-10-01 07:59:59"), ("pph", "2026-10-02 08:00:00"), ("asphyxia", "2026-10-02 23:30:00"),
        ])
        history.drills = history.drills.map {
            DutyHistory.DrillHeld(
                run: $0.run, drillProtocol: $0.drillProtocol, startedAt: $0.startedAt, team: [.midwife, .nurse])
        }
        let cadence = Self.cadence(history, "2026-11-22", roster: ward.ward.roster)

        #expect(cadence.drillsByProtocol == ["pph": 2, "asphyxia": 1])
        #expect(cadence.drillsByShift == ["night": 2, "day": 1])
        let midwives = ward.ward.roster.active.count { $0.role == .midwife }
        #expect(cadence.drilledByWork[Work(.midwife)] == Cadence.WorkShare(drilled: 1, staff: midwives))
        #expect(cadence.people.first { $0.member.badge == .nurse }?.lastDrill == CalendarDay("2026-10-02"))
    }

    /// Who drilled is told apart by specialty; a doctor of whom nobody said it stands on a line of her own.
    @Test func theQuarterTellsDoctorsApartBySpecialty() {
        var roster = Roster()
        let doctors: [(Badge, Specialty?)] = [
            ("D1", .obstetrics), ("D2", .obstetrics), ("D3", .newborn), ("D4", .anaesthesia), ("D5", nil),
        ]
        for (badge, specialty) in doctors {
            roster[badge] = StaffMember(badge: badge, name: "x", role: .doctor, specialty: specialty)
        }
        var history = Self.drills([])
        history.drills = [
            DutyHistory.DrillHeld(
                run: ChecklistID("d0"), drillProtocol: "pph", startedAt: Self.moment("2026-10-02"), team: ["D1", "D4"])
        ]

        #expect(
            Self.cadence(history, "2026-11-22", roster: roster).drilledByWork == [
                Work(.doctor, .obstetrics): Cadence.WorkShare(drilled: 1, staff: 2),
                Work(.doctor, .newborn): Cadence.WorkShare(drilled: 0, staff: 1),
                Work(.doctor, .anaesthesia): Cadence.WorkShare(drilled: 1, staff: 1),
                Work(.doctor): Cadence.WorkShare(drilled: 0, staff: 1),
            ])
    }

    @Test func theSuggestionFollowsWhatReallyHappened() throws {
        var history = Self.drills([
            ("pph", "2026-01-10"), ("asphyxia", "2026-02-10"), ("category-1-caesarean", "2026-03-10"),
        ])
        func next(_ findings: [Finding] = []) -> DrillSuggestion? {
            Self.cadence(history, "2026-11-22").suggestions(
                history, findings: findings, rules: Self.rules, Self.offset,
                isOverdue: { $0.isOverdue(at: Self.moment("2026-11-22")) }
            ).first
        }
        #expect(next() == DrillSuggestion(drillProtocol: "pph", reason: .longestAgo(CalendarDay("2026-01-10")!)))

        history.responses = [
            DutyHistory.ResponseGiven(
                run: ChecklistID("r"), drillProtocol: "asphyxia", startedAt: Self.moment("2026-11-01"))
        ]
        #expect(
            next()
                == DrillSuggestion(
                    drillProtocol: "asphyxia", reason: .realResponse(on: CalendarDay("2026-11-01")!)))

        history.caesareans = [caesarean(seconds: 1800), caesarean(seconds: 1801 + 299)]
        #expect(
            next()
                == DrillSuggestion(
                    drillProtocol: "category-1-caesarean",
                    reason: .caesareanOverTarget(seconds: 300, on: CalendarDay("2026-11-05")!)))
    }

    private func caesarean(seconds: Int) -> DutyHistory.CaesareanDone {
        DutyHistory.CaesareanDone(
            run: CaesareanID("c"), category: .one, decidedAt: Self.moment("2026-11-05"), seconds: seconds)
    }

    /// Exactly on the target, on the last day back, and already drilled since.
    @Test func whatIsInTimeOldOrDrilledPointsNowhere() {
        var history = Self.drills([
            ("pph", "2026-01-10"), ("asphyxia", "2026-02-10"), ("category-1-caesarean", "2026-03-10"),
        ])
        func reason() -> DrillSuggestion.Reason? {
            Self.cadence(history, "2026-11-22").suggestions(
                history, findings: [], rules: Self.rules, Self.offset,
                isOverdue: { $0.isOverdue(at: Self.moment("2026-11-22")) }
            )
            .first?.reason
        }
        let longest = DrillSuggestion.Reason.longestAgo(CalendarDay("2026-01-10")!)
        history.caesareans = [caesarean(seconds: 1800)]
        #expect(reason() == longest)
        history.caesareans = []
        for (day, isRecent) in [("2026-08-22", true), ("2026-08-21", false)] {
            history.responses = [
                DutyHistory.ResponseGiven(
                    run: ChecklistID("r"), drillProtocol: "asphyxia", startedAt: Self.moment(day))
            ]
            #expect((reason() == longest) == !isRecent, "\(day)")
        }
        history.responses = [
            DutyHistory.ResponseGiven(
                run: ChecklistID("r"), drillProtocol: "asphyxia", startedAt: Self.moment("2026-11-01"))
        ]
        history.drills.append(
            DutyHistory.DrillHeld(
                run: ChecklistID("d9"), drillProtocol: "asphyxia", startedAt: Self.moment("2026-11-02")))
        #expect(reason() == longest)
    }

    /// An action due on 1 December, seen on that day and at the midnight that ends it.
    @Test func openFindingsAndTheYearsMinimaPointToADrill() throws {
        var ward = WardFixture(at: Self.moment("2026-11-20"))
        let run = try ward.startDrill()
        try ward.openAction(due: CalendarDay("2026-12-01")!, run: run)
        let findings = Array(ward.ward.findings.values)
        let history = Self.drills([("pph", "2026-11-20")])
        func all(_ now: String) -> [DrillSuggestion] {
            Self.cadence(history, "2026-11-22").suggestions(
                history, findings: findings, rules: Self.rules, Self.offset,
                isOverdue: { $0.isOverdue(at: Self.moment(now)) })
        }

        #expect(all("2026-12-01 23:59:59").map(\.drillProtocol) == ["category-1-caesarean", "pph", "asphyxia"])
        #expect(
            all("2026-12-01 23:59:59").map(\.reason) == [
                .minimum(Phrase(en: "rare", zhHans: "罕见")), .openFindings(1), .neverDrilled,
            ])
        #expect(all("2026-12-02 00:00:00").first == DrillSuggestion(drillProtocol: "pph", reason: .overdueFindings(1)))
    }

    @Test(arguments: [
        (Period.month, "2026-02-28", "2026-02-01", "2026-02-28"), (.month, "2028-02-01", "2028-02-01", "2028-02-29"),
        (.month, "2026-12-31", "2026-12-01", "2026-12-31"), (.quarter, "2026-12-31", "2026-10-01", "2026-12-31"),
        (.halfYear, "2026-06-30", "2026-01-01", "2026-06-30"), (.halfYear, "2026-07-01", "2026-07-01", "2026-12-31"),
        (.year, "2026-01-01", "2026-01-01", "2026-12-31"),
    ])
    func aPeriodHasItsDays(period: Period, day: String, first: String, last: String) {
        let days = period.around(CalendarDay(day)!)

        #expect(days.first == CalendarDay(first))
        #expect(days.last == CalendarDay(last))
        #expect(days.previous.last == days.first.advanced(days: -1))
    }

    @Test(arguments: [
        (HoldRhythm(rhythm: .jointMeeting, participants: [], minutes: 30), Refusal.fieldMissing("participants")),
        (HoldRhythm(rhythm: .jointMeeting, participants: ["X9"], minutes: 30), .badgeUnknown("X9")),
        (
            HoldRhythm(rhythm: .jointMeeting, participants: [.midwife], minutes: 0),
            .outOfRange(field: "minutes", allowed: "1-1440")
        ),
        (
            HoldRhythm(rhythm: .jointMeeting, participants: [.midwife], minutes: 1441),
            .outOfRange(field: "minutes", allowed: "1-1440")
        ),
    ])
    func whatWasHeldHasPeopleAndMinutes(command: HoldRhythm, refusal: Refusal) {
        #expect(WardFixture().refusal(of: command) == refusal)
    }

    @Test(arguments: [1, 1440])
    func bothEndsOfTheMinutesAreTaken(minutes: Int) {
        let command = HoldRhythm(rhythm: .jointMeeting, participants: [.midwife, .midwife], minutes: minutes)
        #expect(WardFixture().refusal(of: command) == nil)
    }
}

extension RhythmHeld {
    /// A meeting as the ledger would read it back.
    fileprivate init(rhythm: Rhythm, badges: [Badge]) throws {
        let people = badges.map { "\"\($0)\"" }.joined(separator: ",")
        let payload = "{\"rhythm\":\"\(rhythm.rawValue)\",\"participants\":[\(people)],\"minutes\":30}"
        guard let fact = try FactKinds.decode(kind: Self.kind, schema: 1, payload: payload) as? RhythmHeld else {
            throw FoldFault.needsRefold
        }
        self = fact
    }
}
