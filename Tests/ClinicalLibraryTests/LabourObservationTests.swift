import Testing
import WardDomain

@testable import ClinicalLibrary

@Suite("The labour care guide's figures stand as printed")
struct LabourObservationTests {
    let rules = ClinicalLibrary.compiledIn.rules

    @Test(
        "Values beside each limit: the last that alerts, the first that does not",
        arguments: [
            (.fetalHeartRate, alerting: [109, 160], calm: [110, 159]),
            (.pulse, alerting: [59, 120], calm: [60, 119]),
            (.systolic, alerting: [79, 140], calm: [80, 139]),
            (.diastolic, alerting: [90], calm: [89, 0]),
            (.temperatureTenths, alerting: [349, 375], calm: [350, 374]),
            (.contractions, alerting: [2, 6], calm: [3, 5]),
            (.contractionSeconds, alerting: [19, 61], calm: [20, 60]),
        ] as [(ObservationField, alerting: [Int], calm: [Int])])
    func edges(field: ObservationField, alerting: [Int], calm: [Int]) {
        for value in alerting { #expect(alerts(field, value), "\(field) \(value)") }
        for value in calm { #expect(!alerts(field, value), "\(field) \(value)") }
    }

    private func alerts(_ field: ObservationField, _ value: Int) -> Bool {
        rules.alertThresholds.contains { $0.field == field && $0.comparison.holds(value, $0.limit) }
    }

    @Test("Thresholds as printed, all second-hand")
    func thresholds() {
        #expect(
            rules.alertThresholds.map { "\($0.field.rawValue) \($0.comparison.rawValue)\($0.limit)" } == [
                "fetalHeartRate <110", "fetalHeartRate >=160", "pulse <60", "pulse >=120", "systolic <80",
                "systolic >=140", "diastolic >=90", "temperatureTenths <350", "temperatureTenths >=375",
                "contractions <=2", "contractions >5", "contractionSeconds <20", "contractionSeconds >60",
            ])
        #expect(rules.alertThresholds.allSatisfy { $0.source.mark == .secondHand })
    }

    @Test("Liquor that alerts: thick meconium and blood, nothing else")
    func liquor() {
        #expect(rules.labourLimits.liquor.mapValues(\.mark) == [.meconium3: .secondHand, .blood: .secondHand])
    }

    @Test("How long the cervix may stay as wide as it is, and the second stage may take")
    func times() {
        let minutes = rules.labourLimits.dilatation.mapValues { $0.seconds / 60 }
        #expect(minutes == [5: 360, 6: 300, 7: 180, 8: 150, 9: 120])
        let second = rules.labourLimits.secondStage
        #expect(second.map(\.parity) == [.nullipara, .multipara])
        #expect(second.map(\.seconds) == [3 * 3600, 2 * 3600])
        #expect(second.map(\.secondsWithEpidural) == [nil, nil])
        let sources = rules.labourLimits.dilatation.values.map(\.source) + second.map(\.source)
        #expect(sources.allSatisfy { $0.mark == .secondHand })
    }

    @Test("What is done first: by sign, and the senior provider for everything else")
    func responses() {
        let responses = rules.labourLimits.responses
        #expect(responses.map(\.fields) == [[.fetalHeartRate], [.contractions, .contractionSeconds], []])
        #expect(
            responses.map(\.text.en) == [
                "left lateral, then the senior provider", "verify over another 10 min", "the senior provider",
            ])
        #expect(responses.allSatisfy { $0.source.mark == .secondHand })
    }

    @Test("Labour is active from 5 cm on")
    func activeLabour() throws {
        let active = try #require(rules.labourLimits.activeLabour)
        #expect(active.centimetres == 5)
        #expect(active.source.mark == .secondHand)
    }

    @Test(
        "The width is in every file, whole, and neither closed nor fully open",
        arguments: ["", "cervix = 0", "cervix = 10"])
    func widthFaults(line: String) {
        let table = line.isEmpty ? "" : "[activeLabour]\n\(line)\n"
        let text = """
            kind = "labour-observation"
            version = "1"
            effective = 2026-11-27
            source = "a hospital"
            mark = "V"
            \(table)
            [[interval]]
            field = "pulse"
            firstStageMinutes = 60
            [[threshold]]
            field = "pulse"
            comparison = "<"
            limit = 60
            """
        let faults = #expect(throws: LibraryFaults.self) {
            try LabourObservationFile.read(text: text, name: "labour.toml")
        }
        #expect(faults?.faults.count == 1)
        #expect(faults?.faults.first?.message.en.contains(line.isEmpty ? "activeLabour" : "1-9") == true)
    }

    @Test("Intervals in both stages, with their marks")
    func intervals() {
        let found = rules.observationIntervals.map { interval in
            let stages = [interval.firstStageSeconds, interval.secondStageSeconds].map { $0.map(String.init) ?? "-" }
            return "\(interval.field.rawValue) \(stages.joined(separator: " ")) \(interval.source.mark.rawValue)"
        }
        #expect(
            found == [
                "fetalHeartRate 1800 300 V*", "pulse 14400 - V*", "systolic 14400 - V*", "diastolic 14400 - V*",
                "temperatureTenths 14400 - V*", "contractions 1800 900 V*", "contractionSeconds 1800 900 R",
                "cervix 14400 - V*",
            ])
    }
}
