import Testing

@testable import matrona

/// What `doctor --scanner` says of a scan.
@Suite struct ScanTrialTests {
    /// A code whose bytes came with these gaps in milliseconds, five where none is given, and its Enter.
    private func trial(_ code: String, gaps: [Int: Int64] = [:], prefix: String = "") -> ScanTrial {
        var (time, times): (Int64, [Int64]) = (0, [])
        for place in 0...code.utf8.count {
            time += (gaps[place] ?? 5) * 1_000_000
            times.append(time)
        }
        return ScanTrial(Array(code.utf8), times: times, prefix: prefix)
    }

    @Test func aSteadyScanIsOK() {
        let found = trial("690123400000000018")
        #expect(found.isScan)
        #expect(found.findings.map(\.en) == ["OK  18 characters, longest gap 5 ms: 690123400000000018"])
    }

    @Test func everyPauseIsSaidWithItsPlaceAndWhatToDo() {
        let found = trial("690123400000000018", gaps: [7: 300, 12: 60])
        #expect(!found.isScan)
        let said = found.findings.map(\.en)
        #expect(
            said.prefix(3) == [
                "!!  18 characters, longest gap 300 ms: 690123400000000018", "    300 ms behind character 7",
                "    60 ms behind character 12",
            ])
        #expect(said.last?.contains("set scannerPrefix") == true)
    }

    /// A pause that is borne is said as well: the next one may be longer.
    @Test func aPauseThatIsBorneIsSaid() {
        let found = trial("~6901234", gaps: [4: 200], prefix: "~")
        #expect(found.isScan)
        #expect(found.pauses == [ScanTrial.Pause(after: 4, milliseconds: 200)])
        #expect(found.findings.last?.en.hasPrefix("--  pauses above 50 ms") == true)
    }

    @Test func whatIsTooShortAndWhatLacksThePrefixIsSaid() {
        #expect(trial("123").findings.last?.en.contains("4 characters or more") == true)
        #expect(trial("6901234", prefix: "~").findings.contains { $0.en.contains("does not begin with") })
    }
}
