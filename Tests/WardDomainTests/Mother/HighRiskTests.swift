import Testing
import WardDomain

/// The five steps of a high-risk case: for whom, each once, and by when the report is due.
@Suite struct HighRiskTests {
    private static func ward(_ grade: RiskGrade?, infectious: Bool?) throws -> (ward: WardFixture, mother: AdmissionID)
    {
        var ward = WardFixture()
        ward.rules.riskReports = [
            .orange: ClinicalRules.Target(seconds: 259_200, source: SampleRules.source),
            .red: ClinicalRules.Target(seconds: 86400, source: SampleRules.source),
        ]
        let mother = try ward.admit(mrn: "ZY1")
        if let grade {
            try ward.record(
                GradeRisk(admission: mother, grade: grade, infectious: infectious, factors: []), by: .doctor)
        }
        return (ward, mother)
    }

    @Test(
        arguments: [
            (RiskGrade?.none, nil, false), (.green, false, false), (.yellow, nil, false), (.orange, false, true),
            (.red, nil, true), (.green, true, true),
        ] as [(RiskGrade?, Bool?, Bool)])
    func orangeRedAndInfectiousAreACase(grade: RiskGrade?, infectious: Bool?, isCase: Bool) throws {
        let (ward, id) = try Self.ward(grade, infectious: infectious)
        let mother = ward.mother(id)

        #expect(mother.isHighRiskCase == isCase)
        #expect(mother.highRiskGap == (isCase ? HighRiskStep.allCases : []))
        let refusal = ward.refusal(of: TickHighRiskStep(admission: id, step: .found))
        #expect(refusal == (isCase ? nil : .noHighRiskCase))
    }

    @Test func everyStepIsTickedOnceUntilNoGapIsLeft() throws {
        var (ward, mother) = try Self.ward(.orange, infectious: false)

        for (done, step) in HighRiskStep.allCases.enumerated() {
            #expect(ward.mother(mother).highRiskGap == Array(HighRiskStep.allCases.dropFirst(done)))
            try ward.record(TickHighRiskStep(admission: mother, step: step))
            #expect(ward.refusal(of: TickHighRiskStep(admission: mother, step: step)) == .highRiskStepDone(step))
        }

        #expect(ward.mother(mother).highRiskGap == [])
        #expect(ward.mother(mother).highRiskTicks.allSatisfy { $0.by == .midwife })
    }

    /// A tick made by mistake is struck like any entry; then the step is open again.
    @Test func aStruckTickIsOpenAgain() throws {
        var (ward, mother) = try Self.ward(.red, infectious: nil)
        let entries = try ward.record(TickHighRiskStep(admission: mother, step: .treated))
        let entry = try #require(entries.first)

        try ward.record(CorrectEntry(entry: entry.stamp.id, reason: "not yet", strike: true))

        #expect(ward.mother(mother).highRiskGap == HighRiskStep.allCases)
    }

    @Test(arguments: [(RiskGrade.orange, 259_200), (.red, 86400)])
    func theReportIsDueFromTheGradingUntilItIsMade(grade: RiskGrade, seconds: Int) throws {
        var (ward, mother) = try Self.ward(grade, infectious: nil)
        #expect(
            ward.mother(mother).riskReportDue(ward.rules)?.moment == WardFixture.evening.advanced(seconds: seconds))

        try ward.record(TickHighRiskStep(admission: mother, step: .reported, note: "district"))

        #expect(ward.mother(mother).riskReportDue(ward.rules) == nil)
    }

    @Test func withoutAGradeOrATimeInTheLibraryNoReportIsDue() throws {
        var (ward, mother) = try Self.ward(.green, infectious: true)
        #expect(ward.mother(mother).riskReportDue(ward.rules) == nil)

        try ward.record(GradeRisk(admission: mother, grade: .red, infectious: nil, factors: []), by: .doctor)
        #expect(ward.mother(mother).riskReportDue(ward.rules) != nil)
        ward.rules.riskReports = [:]
        #expect(ward.mother(mother).riskReportDue(ward.rules) == nil)
    }

    @Test func ticksOfAnUnknownWomanJoinHerStory() throws {
        var (ward, known) = try Self.ward(.orange, infectious: nil)
        try ward.record(TickHighRiskStep(admission: known, step: .found))
        let unknown = try ward.admit(label: "u")
        try ward.record(GradeRisk(admission: unknown, grade: .red, infectious: nil, factors: []), by: .doctor)
        for step in [HighRiskStep.found, .reported] {
            try ward.record(TickHighRiskStep(admission: unknown, step: step))
        }

        try ward.record(MergeMother(admission: unknown, into: known))

        #expect(ward.mother(known).highRiskTicks.map(\.step) == [.found, .reported])
    }
}
