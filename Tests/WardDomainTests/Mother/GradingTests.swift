import Testing
import WardDomain

@Suite struct GradingTests {
    @Test(arguments: RiskGrade.allCases, [true, false])
    func infectiousStandsBesideEveryColourAndHidesNone(grade: RiskGrade, infectious: Bool) throws {
        var ward = WardFixture()
        let id = try ward.admit()

        try ward.record(GradeRisk(admission: id, grade: grade, infectious: infectious, factors: ["HBsAg"]))

        #expect(ward.mother(id).risk == grade)
        #expect(ward.mother(id).infectious == infectious)
        #expect(ward.mother(id).riskFactors == ["HBsAg"])
    }

    @Test func aGradeThatSaysNothingOfInfectionLeavesIt() throws {
        var ward = WardFixture()
        let id = try ward.admit()
        try ward.record(GradeRisk(admission: id, grade: .red, infectious: true, factors: []))

        try ward.record(GradeRisk(admission: id, grade: .yellow, infectious: nil, factors: [], reason: "seen again"))

        #expect(ward.mother(id).risk == .yellow)
        #expect(ward.mother(id).infectious == true)
    }

    @Test func anOlderGradeThatComesLateHidesNoNewerOne() throws {
        var ward = WardFixture()
        let id = try ward.admit()
        ward.wait(seconds: 600)
        try ward.record(GradeRisk(admission: id, grade: .red, infectious: true, factors: ["placenta praevia"]))

        try ward.record(
            GradeRisk(admission: id, grade: .green, infectious: false, factors: []), at: ward.typed(secondsAgo: 300))

        #expect(ward.mother(id).risk == .red)
        #expect(ward.mother(id).infectious == true)
        #expect(ward.mother(id).riskFactors == ["placenta praevia"])
    }

    @Test func coloursHaveAnOrder() {
        #expect(RiskGrade.allCases.sorted() == [.green, .yellow, .orange, .red])
    }

    @Test func blankFactorsAreDropped() throws {
        var ward = WardFixture()
        let id = try ward.admit()

        try ward.record(GradeRisk(admission: id, grade: .orange, infectious: nil, factors: [" ", "twins"]))

        #expect(ward.mother(id).riskFactors == ["twins"])
    }

    /// From red to green in three keys, with the factors of red still there, is what must not happen.
    @Test(arguments: RiskGrade.allCases, RiskGrade.allCases)
    func aLowerGradeNeedsAReason(before: RiskGrade, after: RiskGrade) throws {
        var ward = WardFixture()
        let id = try ward.admit()
        try ward.record(GradeRisk(admission: id, grade: before, infectious: nil, factors: ["twins"]))
        ward.wait(seconds: 1)

        let expected = after < before ? Refusal.riskLoweredWithoutReason(before) : nil
        for reason in [nil, " "] {
            let grading = GradeRisk(admission: id, grade: after, infectious: nil, factors: ["twins"], reason: reason)
            #expect(ward.refusal(of: grading) == expected)
        }

        try ward.record(
            GradeRisk(admission: id, grade: after, infectious: nil, factors: [], reason: "pressure is normal again"))
        #expect(ward.mother(id).risk == after)
    }
}
