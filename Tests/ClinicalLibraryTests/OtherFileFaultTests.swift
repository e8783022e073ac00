import Testing
import WardDomain

@testable import ClinicalLibrary

/// What is wrong with a library file of any kind but a protocol: lines and English messages.
///
/// - Parameter tail: what else every file of the kind has.
private func faults(kind: String, _ body: String, tail: String = "") -> [String] {
    let head = """
        kind = "\(kind)"
        version = "1"
        effective = 2026-11-23
        source = "our own"
        mark = "V"

        """
    do {
        _ = try LibraryFile.read(LibraryText(name: "f.toml", text: head + body + tail))
        return []
    } catch {
        return error.faults.map { $0.text(in: .english) }
    }
}

/// The same of a labour observation file that says from when labour is active.
private func labourFaults(_ body: String) -> [String] {
    faults(kind: "labour-observation", body, tail: "\n[activeLabour]\ncervix = 5\n")
}

@Suite("Faults of the other library files")
struct OtherFileFaultTests {
    @Test("Observation limits and intervals at both edges")
    func observationEdges() {
        func file(_ limit: Int, _ minutes: Int) -> String {
            "interval = [{ field = \"pulse\", firstStageMinutes = \(minutes) }]\n"
                + "threshold = [{ field = \"pulse\", comparison = \"<\", limit = \(limit) }]\n"
        }
        for (limit, minutes) in [(0, 1), (300, 1440)] {
            #expect(labourFaults(file(limit, minutes)).isEmpty)
        }
        #expect(
            labourFaults(file(-1, 0)) == [
                "f.toml:6: 'firstStageMinutes' is 0, must be 1-1440", "f.toml:7: 'limit' is -1, must be 0-300",
            ])
        #expect(
            labourFaults(file(301, 1441)) == [
                "f.toml:6: 'firstStageMinutes' is 1441, must be 1-1440", "f.toml:7: 'limit' is 301, must be 0-300",
            ])
    }

    @Test("Observation fields, comparisons and repeats")
    func observationFaults() {
        let found = labourFaults(
            """
            [[interval]]
            field = "urine"
            [[interval]]
            field = "pulse"
            secondStageMinutes = 5
            [[interval]]
            field = "pulse"
            firstStageMinutes = 5
            [[threshold]]
            field = "liquor"
            comparison = "=="
            limit = 1
            [[threshold]]
            field = "liquor"
            comparison = "<"
            limit = 1
            [[threshold]]
            field = "pulse"
            comparison = "<"
            limit = 60
            [[threshold]]
            field = "pulse"
            comparison = "<"
            limit = 50
            """)
        #expect(found.count == 6)
        #expect(found[0] == "f.toml:6: 'firstStageMinutes' is missing")
        #expect(found[1].hasPrefix("f.toml:7: 'field' is 'urine', must be cervix, station, "))
        #expect(found[2] == "f.toml:12: 'field' 'pulse' occurs twice")
        #expect(found[3] == "f.toml:16: 'comparison' is '==', must be <, <=, >=, >")
        #expect(found[4].hasPrefix("f.toml:19: 'field' is 'liquor', must be cervix, station, fetalHeartRate, "))
        #expect(found[5] == "f.toml:28: 'comparison' 'pulse <' occurs twice")
    }

    /// An interval and a threshold, which every such file has.
    private static let ordinary = """
        interval = [{ field = "pulse", firstStageMinutes = 60 }]
        threshold = [{ field = "pulse", comparison = "<", limit = 60 }]

        """

    @Test("A file without limits of labour is whole; their edges")
    func labourLimitEdges() {
        func file(_ cervix: Int, _ minutes: Int) -> String {
            Self.ordinary + "dilatation = [{ cervix = \(cervix), minutes = \(minutes) }]\n"
                + "secondStage = [{ parity = \"multipara\", minutes = \(minutes), minutesWithEpidural = \(minutes) }]\n"
        }
        #expect(labourFaults(Self.ordinary).isEmpty)
        for (cervix, minutes) in [(0, 1), (9, 1440)] {
            #expect(labourFaults(file(cervix, minutes)).isEmpty)
        }
        #expect(
            labourFaults(file(10, 1441)) == [
                "f.toml:8: 'cervix' is 10, must be 0-9", "f.toml:8: 'minutes' is 1441, must be 1-1440",
                "f.toml:9: 'minutes' is 1441, must be 1-1440",
                "f.toml:9: 'minutesWithEpidural' is 1441, must be 1-1440",
            ])
    }

    @Test("What is wrong with limits of labour")
    func labourLimitFaults() {
        let found = labourFaults(
            Self.ordinary + """
                [[liquor]]
                code = "thick"
                [[dilatation]]
                cervix = 5
                [[dilatation]]
                cervix = 5
                minutes = 60
                [[secondStage]]
                parity = "grand"
                minutes = 60
                [[response]]
                fields = ["urine"]
                en = "look"
                zh = "看"
                [[response]]
                en = "call"
                zh = "请"
                [[response]]
                en = "call"
                zh = "请"
                """)
        #expect(
            found == [
                "f.toml:9: 'code' is 'thick', must be I, C, M+, M++, M+++, B",
                "f.toml:10: 'minutes' is missing", "f.toml:13: 'cervix' '5' occurs twice",
                "f.toml:16: 'parity' is 'grand', must be nullipara, multipara",
                "f.toml:19: 'fields' is 'urine', must be "
                    + ObservationField.allCases.map(\.rawValue).joined(separator: ", "),
                "f.toml:25: 'fields' '-' occurs twice",
            ])
    }

    @Test("Categories and milestones")
    func targetFaults() {
        let found = faults(
            kind: "caesarean-targets",
            """
            [[category]]
            category = 5
            target = "30:00"
            [[category]]
            category = 1
            target = "half an hour"
            [[category]]
            category = 1
            target = "30:00"
            [[milestone]]
            code = "KNIFE"
            target = "1:00"
            """)
        #expect(
            found.prefix(3) == [
                "f.toml:7: 'category' is 5, must be 1-4",
                "f.toml:11: 'target' is 'half an hour', must be m:ss, 0:00 - 999:59",
                "f.toml:13: 'category' '1' occurs twice",
            ])
        #expect(found.count == 4 && found[3].hasPrefix("f.toml:16: 'code' is 'KNIFE', must be DECISION, CALL, "))
    }

    @Test("Codes", arguments: ["indications", "delay-reasons"])
    func codeFaults(kind: String) {
        let found = faults(
            kind: kind,
            """
            [[term]]
            code = "A"
            en = "a"
            zh = "甲"
            needsText = 1
            [[term]]
            code = "A"
            en = "b"
            """)
        #expect(
            found == [
                "f.toml:10: 'needsText' must be true or false, found integer", "f.toml:11: 'zh' is missing",
                "f.toml:12: 'code' 'A' occurs twice",
            ])
    }

    @Test("A file of no known kind")
    func unknownKind() {
        let found = faults(kind: "themes", "")
        #expect(found.count == 1 && found[0].hasPrefix("f.toml:1: 'kind' is 'themes', must be drill, "))
    }
}
