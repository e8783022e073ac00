import WardDomain

/// The few clinical values that the tests need, as a hospital's library would give them.
enum SampleRules {
    static let source = Source(.recall, "test")

    static let all: ClinicalRules = {
        var rules = ClinicalRules()
        rules.categoryTargets = [
            .one: ClinicalRules.Target(seconds: 1800, source: source),
            .two: ClinicalRules.Target(seconds: 4500, source: source),
        ]
        rules.indications = [term("FHR"), term("CORD")]
        rules.delayReasons = [term("D01"), term("D99", needsText: true)]
        rules.observationIntervals = [
            ClinicalRules.ObservationInterval(
                field: .fetalHeartRate, firstStageSeconds: 1800, secondStageSeconds: 300, source: source),
            ClinicalRules.ObservationInterval(
                field: .pulse, firstStageSeconds: 14400, secondStageSeconds: nil, source: source),
        ]
        rules.protocols = [pph]
        return rules
    }()

    static let pph = DrillProtocol(
        id: "pph", emergencyKey: "p", version: "1", en: "PPH", zhHans: "产后出血", momentZeroEn: "start",
        momentZeroZhHans: "开始", roles: [role("LEAD"), role("MW")],
        steps: [
            step("call", target: 30, critical: true), step("massage", target: 60, critical: true),
            step("oxytocin", target: 120, critical: true, takesDose: true), step("warm", target: nil, critical: false),
            step("pulse", target: nil, critical: false, repeats: 300),
        ],
        source: source)

    private static func term(_ code: String, needsText: Bool = false) -> ClinicalRules.CodedTerm {
        ClinicalRules.CodedTerm(
            code: code, text: Phrase(en: code, zhHans: code), source: source, needsText: needsText)
    }

    private static func role(_ code: String) -> TeamRole {
        TeamRole(code: code, en: code, zhHans: code)
    }

    private static func step(
        _ id: String, target: Int?, critical: Bool, takesDose: Bool = false, repeats: Int? = nil
    ) -> ProtocolStep {
        ProtocolStep(
            id: id, targetSeconds: target, repeatSeconds: repeats, role: "MW", critical: critical, en: id, zhHans: id,
            takesDose: takesDose, source: source)
    }
}
