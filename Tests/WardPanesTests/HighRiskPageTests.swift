import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// The five steps of a high-risk case on a mother's page, and the key that ticks them.
@Suite struct HighRiskPageTests {
    private func page(_ grade: RiskGrade, infectious: Bool? = nil) throws -> AppFixture {
        var app = AppFixture(rules: ClinicalLibrary.compiledIn.rules)
        let mother = try #require(app.mother)
        app.record(
            GradeRisk(admission: mother.id, grade: grade, infectious: infectious, factors: []), by: Badge("C1001"))
        app.signIn("W1001")
        app.press(.down, .down, .enter, .character("z"))
        return app
    }

    @Test func anOpenCaseSaysWhatIsMissingAndByWhenItIsReported() throws {
        var app = try page(.red)
        #expect(
            app.screen.contains(
                "high-risk case OPEN  - found  - registered  - reported by 2026-11-24 02:02 [R]  - managed"),
            "\(app.screen)")

        app.advance(milliseconds: 86_400_000)
        app.signIn("W1001")
        #expect(app.screen.contains("02:02 [R] !"), "\(app.screen)")
    }

    @Test func theKeyTicksAStepUntilNoneIsOpen() throws {
        var app = try page(.orange)
        for _ in HighRiskStep.allCases {
            app.press(.character("h"), .right, .enter)
        }
        #expect(app.mother?.highRiskGap == [])
        #expect(app.screen.contains("high-risk case  v found  v registered  v reported  v managed  v treated"))

        app.press(.character("h"))
        #expect(app.screen.contains(DeliveryRoomsText.noHighRiskStep.en))
    }

    @Test(arguments: [(RiskGrade.yellow, Bool?.none, false), (.green, true, true), (.orange, false, true)])
    func onlyAHighRiskCaseHasTheLine(grade: RiskGrade, infectious: Bool?, has: Bool) throws {
        #expect(try page(grade, infectious: infectious).screen.contains("high-risk case") == has)
    }
}
