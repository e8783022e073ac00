import Testing

@testable import ClinicalLibrary

/// Names of a newborn's state at birth in a hospital's own file.
@Suite struct OutcomeFileTests {
    private func read(_ body: String) -> (labels: Int, faults: [String]) {
        let text = """
            kind = "newborn-outcome"
            version = "1"
            effective = 2026-11-26
            source = "our own"
            mark = "V"
            [[label]]
            id = "low"
            group = "gases"
            en = "low"
            zh = "低"
            \(body)
            """
        do {
            return (try NewbornOutcomeFile.read(text: text, name: "f.toml").labels.count, [])
        } catch {
            return (0, error.faults.map { $0.text(in: .english) })
        }
    }

    @Test(arguments: ["6.5", "6.50", "7.20", "7.205", "7.600"])
    func aPHIsANumberInQuotesWithinItsRange(pH: String) {
        #expect(read("arterialPHBelow = \"\(pH)\"").labels == 1)
    }

    @Test(arguments: [
        "6.499", "7.601", "7.2055", "7,2", "7.", "-7.2", "+7.2", "7.2.0", ".2", "seven", "99999999999999999999",
    ])
    func anyOtherIsNamedWithItsLine(pH: String) {
        let faults = read("arterialPHBelow = \"\(pH)\"").faults
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("f.toml:11: 'arterialPHBelow' is") == true)
    }

    @Test func scoresAndDeficitsHaveTheirRanges() {
        let pH = "arterialPHBelow = \"7.0\"\n"
        #expect(read(pH + "apgar1AtMost = 0\napgar5AtMost = 10\nbaseDeficitAtLeast = \"40.0\"").labels == 1)
        let faults = read(pH + "apgar1AtMost = -1\napgar5AtMost = 11\nbaseDeficitAtLeast = \"40.1\"\nextra = 1").faults
        #expect(faults.count == 4)
    }
}
