import Testing
import WardDomain

@testable import ClinicalLibrary

@Suite("What a risk grade obliges to")
struct RiskDutiesTests {
    private func faults(_ body: String) -> [String] {
        let head = """
            kind = "risk-duties"
            version = "1"
            effective = 2026-11-27
            source = "our own"
            mark = "V"

            """
        do {
            _ = try RiskDutiesFile.read(text: head + body, name: "f.toml")
            return []
        } catch {
            return error.faults.map { $0.text(in: .english) }
        }
    }

    @Test("Orange within three days, red within one: recall both, and nothing for the others")
    func shipped() {
        let reports = ClinicalLibrary.compiledIn.rules.riskReports
        #expect(reports.mapValues { $0.seconds / 3600 } == [.orange: 72, .red: 24])
        #expect(reports.values.allSatisfy { $0.source.mark == .recall })
    }

    @Test("A file without a time is whole; hours at both edges")
    func edges() {
        #expect(faults("").isEmpty)
        for hours in [1, 672] { #expect(faults("report = [{ grade = \"red\", hours = \(hours) }]").isEmpty) }
        for hours in [0, 673] {
            #expect(
                faults("report = [{ grade = \"red\", hours = \(hours) }]") == [
                    "f.toml:6: 'hours' is \(hours), must be 1-672"
                ])
        }
    }

    @Test("Unknown and repeated grades")
    func grades() {
        let found = faults(
            """
            [[report]]
            grade = "purple"
            hours = 24
            [[report]]
            grade = "red"
            hours = 24
            [[report]]
            grade = "red"
            hours = 12
            """)
        #expect(
            found == [
                "f.toml:7: 'grade' is 'purple', must be green, yellow, orange, red",
                "f.toml:13: 'grade' 'red' occurs twice",
            ])
    }
}
