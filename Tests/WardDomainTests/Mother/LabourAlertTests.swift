import Testing
import WardDomain

/// What of a labour stands outside its limits: each limit just before it and at it, and a blank never.
@Suite struct LabourAlertTests {
    private static let source = SampleRules.source

    /// A ward whose library gives 6 cm an hour, the second stage two hours or three, and alerts of blood.
    private static func ward(
        named name: String? = "李娜", para: Int? = nil, withEpidural: Int? = nil,
        _ set: (inout LabourObservation) -> Void
    ) throws -> (ward: WardFixture, mother: AdmissionID) {
        var ward = WardFixture()
        ward.rules.labourLimits = LabourLimits(
            activeLabour: SampleRules.activeLabour, liquor: [.blood: source],
            dilatation: [6: ClinicalRules.Target(seconds: 3600, source: source)],
            secondStage: [
                SecondStageLimit(
                    parity: .nullipara, seconds: 10800, secondsWithEpidural: withEpidural, source: source),
                SecondStageLimit(parity: .multipara, seconds: 7200, source: source),
            ])
        let identity = MotherIdentity(label: "u", name: name, gravida: para.map { $0 + 1 }, para: para)
        try ward.record(AdmitMother(identity: identity, bed: nil))
        let mother = try #require(ward.ward.admissions.keys.first)
        try ward.record(ObserveLabour(admission: mother, observation: ObservingTests.observation(set)))
        return (ward, mother)
    }

    private func progress(_ ward: WardFixture, _ mother: AdmissionID) -> LabourAlert.Sign? {
        ward.mother(mother).progressAlert(now: ward.clock, ward.rules)?.sign
    }

    @Test(arguments: [(3599, false), (3600, true)])
    func aCervixThatStandsStillAlertsAtItsLimit(seconds: Int, alerts: Bool) throws {
        var (ward, mother) = try Self.ward { $0.cervix = 6 }
        ward.wait(seconds: seconds)

        let sign = progress(ward, mother)

        #expect(sign == (alerts ? .sameDilatation(centimetres: 6, seconds: 3600, limitSeconds: 3600) : nil))
    }

    @Test func anotherWidthStartsAnewAndTheSameDoesNot() throws {
        var (ward, mother) = try Self.ward { $0.cervix = 6 }
        ward.wait(seconds: 3000)
        try ward.record(ObserveLabour(admission: mother, observation: ObservingTests.observation { $0.cervix = 6 }))
        ward.wait(seconds: 600)
        #expect(progress(ward, mother) == .sameDilatation(centimetres: 6, seconds: 3600, limitSeconds: 3600))

        try ward.record(ObserveLabour(admission: mother, observation: ObservingTests.observation { $0.cervix = 7 }))
        ward.wait(seconds: 100_000)
        #expect(progress(ward, mother) == nil)
    }

    /// What was found earlier and written down later counts from when it was found.
    @Test func anExaminationRecordedLateCountsFromItsOwnTime() throws {
        var (ward, mother) = try Self.ward { $0.cervix = 6 }
        ward.wait(seconds: 3000)
        let found = ObserveLabour(admission: mother, observation: ObservingTests.observation { $0.cervix = 6 })
        try ward.record(found, at: ward.typed(secondsAgo: 3600, reason: "busy"))

        #expect(progress(ward, mother) == .sameDilatation(centimetres: 6, seconds: 3600, limitSeconds: 3600))

        let between = ObserveLabour(admission: mother, observation: ObservingTests.observation { $0.cervix = 5 })
        try ward.record(between, at: ward.typed(secondsAgo: 3300, reason: "busy"))

        #expect(progress(ward, mother) == nil)
    }

    @Test(arguments: [(0, 10799, false), (0, 10800, true), (1, 7199, false), (1, 7200, true), (4, 7200, true)])
    func theSecondStageAlertsByHerBirths(para: Int, seconds: Int, alerts: Bool) throws {
        var (ward, mother) = try Self.ward(para: para) { $0.cervix = 10 }
        ward.wait(seconds: seconds)

        let sign = progress(ward, mother)

        #expect(sign == (alerts ? .secondStage(seconds: seconds, limitSeconds: seconds) : nil))
    }

    /// Births that nobody recorded are not taken for none or for some: only past both limits it is known to be too long.
    @Test(arguments: [(7200, false), (10799, false), (10800, true)])
    func withoutHerBirthsTheLongerLimitCounts(seconds: Int, alerts: Bool) throws {
        var (ward, mother) = try Self.ward { $0.cervix = 10 }
        ward.wait(seconds: seconds)

        #expect((progress(ward, mother) != nil) == alerts)
    }

    @Test(
        arguments: [
            (nil, 14399, false), (nil, 14400, true), (.running, 14399, false), (.running, 14400, true),
            (.stopped, 14399, false), (TherapyState.none, 10799, false), (TherapyState.none, 10800, true),
        ] as [(TherapyState?, Int, Bool)])
    func anEpiduralMayGiveMoreTime(epidural: TherapyState?, seconds: Int, alerts: Bool) throws {
        var (ward, mother) = try Self.ward(para: 0, withEpidural: 14400) { $0.cervix = 10 }
        if let epidural {
            try ward.record(RecordTherapy(admission: mother, epidural: epidural, oxytocin: nil))
        }
        ward.wait(seconds: seconds)

        #expect((progress(ward, mother) != nil) == alerts)
    }

    /// The recorded time of full dilatation counts, not that of its record; a step of the wall clock bends nothing.
    @Test func theSecondStageCountsFromTheRecordedTime() throws {
        var (ward, mother) = try Self.ward(para: 1) {
            $0.fullyDilatedAt = WardFixture.evening.advanced(seconds: -1800)
        }
        ward.wait(seconds: 5400)
        ward.stepWallClock(seconds: -3600)

        #expect(progress(ward, mother) == .secondStage(seconds: 7200, limitSeconds: 7200))
    }

    @Test func aBlankNeverAlerts() throws {
        var (ward, mother) = try Self.ward { $0.pulse = 80 }
        ward.wait(seconds: 100_000)

        #expect(ward.mother(mother).labourAlerts(now: ward.clock, ward.rules) == [])
        #expect(ward.mother(mother).latest.isAlerting(.liquor, ward.rules) == nil)
    }

    @Test(arguments: Liquor.allCases)
    func liquorAlertsByTheLibrary(liquor: Liquor) throws {
        let (ward, mother) = try Self.ward { $0.liquor = liquor }

        #expect(ward.mother(mother).latest.isAlerting(.liquor, ward.rules) == (liquor == .blood))
        #expect(ward.mother(mother).labourAlerts(now: ward.clock, ward.rules).count == (liquor == .blood ? 1 : 0))
    }

    @Test func afterTheBirthHerLabourAlertsNoMore() throws {
        var (ward, mother) = try Self.ward(para: 1) {
            $0.cervix = 10
            $0.liquor = .blood
        }
        ward.wait(seconds: 7200)
        #expect(ward.mother(mother).labourAlerts(now: ward.clock, ward.rules).count == 2)

        try ward.birth(mother)

        #expect(ward.mother(mother).labourAlerts(now: ward.clock, ward.rules) == [])
    }

    /// What was found while nobody knew who she was is hers.
    @Test func examinationsBeforeAMergeStay() throws {
        var (ward, unknown) = try Self.ward(named: nil) { $0.cervix = 6 }
        let known = try ward.admit("王芳", mrn: "ZY2")
        ward.wait(seconds: 1800)
        try ward.record(ObserveLabour(admission: known, observation: ObservingTests.observation { $0.cervix = 6 }))
        ward.wait(seconds: 1800)
        #expect(progress(ward, known) == nil)

        try ward.record(MergeMother(admission: unknown, into: known))

        #expect(progress(ward, known) == .sameDilatation(centimetres: 6, seconds: 3600, limitSeconds: 3600))
    }

    @Test func theResponseIsTheSignsOwnElseTheGeneralOne() throws {
        let own = FirstResponse(fields: [.pulse], text: Phrase(en: "own", zhHans: "专项"), source: Self.source)
        let general = FirstResponse(fields: [], text: Phrase(en: "general", zhHans: "一般"), source: Self.source)
        let limits = LabourLimits(responses: [general, own])
        func response(_ set: (inout LabourObservation) -> Void) throws -> FirstResponse? {
            var (ward, mother) = try Self.ward(set)
            ward.rules.alertThresholds = [
                ClinicalRules.AlertThreshold(field: .pulse, comparison: .atLeast, limit: 120, source: Self.source)
            ]
            return ward.mother(mother).labourAlerts(now: ward.clock, ward.rules).first.flatMap(limits.response)
        }

        #expect(try response { $0.pulse = 120 } == own)
        #expect(try response { $0.liquor = .blood } == general)
        #expect(try response { $0.pulse = 119 } == nil)
    }
}
