import Testing
import WardDomain

@testable import ClinicalLibrary

/// Beyond which values it is asked again, in a hospital's own file and in the one that the program brings.
@Suite struct TypingCheckFileTests {
    private func read(_ body: String) -> (checks: [TypingCheck], faults: [String]) {
        let text = """
            kind = "typing-check"
            version = "1"
            effective = 2026-11-27
            source = "our own"
            mark = "V"
            [[ask]]
            \(body)
            """
        do {
            return (try TypingCheckFile.read(text: text, name: "f.toml").checks, [])
        } catch {
            return ([], error.faults.map { $0.text(in: .english) })
        }
    }

    @Test(arguments: [
        ("weightGrams", 999, true), ("weightGrams", 1000, false), ("weightGrams", 4500, false),
        ("weightGrams", 4501, true), ("fetalHeartRate", 0, true), ("fetalHeartRate", 49, true),
        ("fetalHeartRate", 50, false), ("fetalHeartRate", 200, false), ("fetalHeartRate", 201, true),
        ("pulse", 160, false), ("pulse", 161, true), ("systolic", 19, true), ("systolic", 20, false),
        ("systolic", 250, false), ("systolic", 251, true), ("diastolic", 34, true),
        ("diastolic", 35, false),
        ("diastolic", 135, false), ("diastolic", 136, true), ("respiration", 5, true),
        ("respiration", 6, false),
        ("respiration", 40, false), ("respiration", 41, true), ("temperatureTenths", 349, true),
        ("temperatureTenths", 350, false), ("temperatureTenths", 420, false),
        ("temperatureTenths", 421, true),
    ])
    func bothEdgesOfWhatIsAskedAbout(measure: String, value: Int, asks: Bool) throws {
        let checks = ClinicalLibrary.compiledIn.rules.typingChecks
        #expect(try #require(checks.first { $0.measure == measure }).asks(about: value) == asks)
    }

    @Test func whatHasNoSourceIsNotAskedAbout() {
        let measures = Set(ClinicalLibrary.compiledIn.rules.typingChecks.map(\.measure))
        #expect(
            measures.isDisjoint(with: ["gravida", "para", "oxygenSaturation", "bloodLossMillilitres"]))
    }

    @Test func oneLimitIsEnough() {
        let check = read("measure = \"gravida\"\nabove = 12").checks.first
        #expect(check?.measure == "gravida" && check?.below == nil && check?.above == 12)
        #expect(check?.source.text == "our own")
    }

    @Test(arguments: [
        "measure = \"height\"\nabove = 12", "measure = \"gravida\"",
        "measure = \"gravida\"\nabove = 31",
        "measure = \"gravida\"\nabove = 12\nrefuse = true", "above = 12",
    ])
    func whatIsWrongIsNamedWithItsLine(body: String) {
        let faults = read(body).faults
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.hasPrefix("f.toml:") == true)
    }
}
