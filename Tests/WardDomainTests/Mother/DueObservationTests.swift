import Testing
import WardDomain

@Suite struct DueObservationTests {
    static func labour(_ set: (inout LabourObservation) -> Void) throws -> (ward: WardFixture, mother: AdmissionID) {
        var ward = WardFixture()
        let mother = try ward.admit()
        try ward.record(ObserveLabour(admission: mother, observation: ObservingTests.observation(set)))
        return (ward, mother)
    }

    @Test(arguments: [(4, LabourStage.latent), (5, .first), (9, .first), (10, .second)])
    func theCervixTellsTheStage(cervix: Int, stage: LabourStage) throws {
        let (ward, mother) = try Self.labour { $0.cervix = cervix }

        #expect(ward.mother(mother).stage(ward.rules) == stage)
    }

    /// China's text of 2014 lets labour be active from 6 cm on.
    @Test(arguments: [(5, LabourStage.latent), (6, .first)])
    func aHospitalSaysFromWhichWidthLabourIsActive(cervix: Int, stage: LabourStage) throws {
        var (ward, mother) = try Self.labour { $0.cervix = cervix }
        ward.rules.labourLimits.activeLabour = ActiveLabour(centimetres: 6, source: SampleRules.source)

        #expect(ward.mother(mother).stage(ward.rules) == stage)
    }

    @Test(arguments: [(9, LabourStage.notRecorded), (10, .second)])
    func aLibraryWithoutTheWidthTellsNoActiveLabour(cervix: Int, stage: LabourStage) throws {
        var (ward, mother) = try Self.labour { $0.cervix = cervix }
        ward.rules.labourLimits.activeLabour = nil

        #expect(ward.mother(mother).stage(ward.rules) == stage)
    }

    @Test func withoutARecordThereIsNoStageAndNothingDue() throws {
        let (ward, mother) = try Self.labour { $0.pulse = 80 }

        #expect(ward.mother(mother).stage(ward.rules) == .notRecorded)
        #expect(ward.mother(mother).nextDue(now: ward.clock, ward.rules) == nil)
    }

    @Test(arguments: [(1799, -1), (1800, 0), (1801, 1)])
    func theFetalHeartIsDueByTheInterval(seconds: Int, late: Int) throws {
        var (ward, mother) = try Self.labour {
            $0.cervix = 6
            $0.fetalHeartRate = 142
        }
        ward.wait(seconds: seconds)

        let due = ward.mother(mother).nextDue(now: ward.clock, ward.rules)

        #expect(due?.field == .fetalHeartRate)
        #expect(due?.lateSeconds == late)
    }

    /// Recording one sign does not stand in for another that nobody ever took.
    @Test(arguments: [(1799, -1), (1800, 0), (1801, 1)])
    func aSignThatWasNeverTakenIsDueSinceHerAdmission(seconds: Int, late: Int) throws {
        var ward = WardFixture()
        let mother = try ward.admit(admittedAt: ward.clock.moment)
        ward.wait(seconds: seconds)
        try ward.record(ObserveLabour(admission: mother, observation: ObservingTests.observation { $0.cervix = 6 }))

        let due = ward.mother(mother).nextDue(now: ward.clock, ward.rules)

        #expect(due?.field == .fetalHeartRate)
        #expect(due?.isFirst == true)
        #expect(due?.lateSeconds == late)
    }

    @Test func afterTheBirthNothingIsDue() throws {
        var (ward, mother) = try Self.labour { $0.cervix = 10 }
        try ward.birth(mother)

        #expect(ward.mother(mother).stage(ward.rules) == .born)
        #expect(ward.mother(mother).nextDue(now: ward.clock, ward.rules) == nil)
    }

    @Test(arguments: [
        (ClinicalRules.Comparison.below, 109, true), (.below, 110, false), (.atMost, 110, true), (.atMost, 111, false),
        (.atLeast, 110, true), (.atLeast, 109, false), (.above, 111, true), (.above, 110, false),
    ])
    func aThresholdHoldsAtItsOwnEdge(comparison: ClinicalRules.Comparison, value: Int, holds: Bool) throws {
        var (ward, mother) = try Self.labour { $0.fetalHeartRate = value }
        ward.rules.alertThresholds = [
            ClinicalRules.AlertThreshold(
                field: .fetalHeartRate, comparison: comparison, limit: 110, source: SampleRules.source)
        ]

        #expect(comparison.holds(value, 110) == holds)
        #expect(ward.mother(mother).latest.isAlerting(.fetalHeartRate, ward.rules) == holds)
        #expect(ward.mother(mother).latest.isAlerting(.pulse, ward.rules) == nil)
    }
}
