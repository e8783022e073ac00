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
        rules.arrestTargets = [
            .incision: ClinicalRules.Target(seconds: 240, source: source),
            .delivery: ClinicalRules.Target(seconds: 300, source: source),
        ]
        rules.arrivalLimits = [.newbornDoctor: ClinicalRules.Target(seconds: 600, source: source)]
        rules.indications = [term("FHR"), term("CORD"), term("MATARR")]
        rules.delayReasons = [term("D01"), term("D99", needsText: true)]
        rules.observationIntervals = [
            ClinicalRules.ObservationInterval(
                field: .fetalHeartRate, firstStageSeconds: 1800, secondStageSeconds: 300, source: source),
            ClinicalRules.ObservationInterval(
                field: .pulse, firstStageSeconds: 14400, secondStageSeconds: nil, source: source),
        ]
        rules.labourLimits.activeLabour = activeLabour
        rules.protocols = [pph, newborn]
        rules.readiness = readiness
        rules.watch.longestSnooze = ClinicalRules.Target(seconds: 1800, source: source)
        return rules
    }()

    static let activeLabour = ActiveLabour(centimetres: 5, source: source)

    static let pph = DrillProtocol(
        id: "pph", emergencyKey: "p", version: "1", en: "PPH", zhHans: "产后出血", momentZeroEn: "start",
        momentZeroZhHans: "开始", roles: [role("LEAD"), role("MW")],
        steps: [
            step("call", target: 30, critical: true), step("massage", target: 60, critical: true),
            step("oxytocin", target: 120, critical: true, takesDose: true), step("warm", target: nil, critical: false),
            step("pulse", target: nil, critical: false, repeats: 300),
        ],
        source: source)

    /// A question, two branches behind it, a question in a branch, measurements, a made-up case.
    static let newborn = DrillProtocol(
        id: "newborn", emergencyKey: "n", version: "2", en: "Newborn", zhHans: "新生儿", momentZeroEn: "birth",
        momentZeroZhHans: "出生", roles: [role("LEAD"), role("NEO")],
        steps: [
            ruled("heart-rate", 90, StepRules(asks: [answer("up"), answer("low")])),
            ruled("intubate", 120, StepRules(condition: StepCondition(step: "heart-rate", answers: ["low"]))),
            ruled(
                "reassess", 180,
                StepRules(
                    asks: [answer("better"), answer("still-low")],
                    condition: StepCondition(step: "heart-rate", answers: ["low"]))),
            ruled(
                "drug", 180, StepRules(condition: StepCondition(step: "reassess", answers: ["still-low"])), repeats: 240
            ),
            ruled("wean", nil, StepRules(condition: StepCondition(step: "heart-rate", answers: ["up"]))),
            ruled("again", 240, StepRules(countsFrom: "drug")),
            ruled("loss", nil, StepRules(measures: [.bloodLoss, .shockIndex])),
            ruled("score", nil, StepRules(measures: [.apgar, .oxygenSaturation], apgarMinute: 5)),
            ruled(
                "score-again", 900,
                StepRules(
                    condition: StepCondition(step: "score", apgarBelow: 7), measures: [.apgar], apgarMinute: 15),
                critical: false),
            ruled("warm", nil, nil),
        ],
        shockIndex: [
            ShockIndexLevel(urgency: .alert, fromHundredths: 90, source: source),
            ShockIndexLevel(urgency: .urgent, fromHundredths: 170, source: source),
        ],
        oxygen: [
            OxygenTarget(minute: 1, low: 60, high: 65, source: source),
            OxygenTarget(minute: 5, low: 80, high: 85, source: source),
            OxygenTarget(minute: 10, low: 85, high: 95, source: source),
        ],
        scenarios: [
            DrillScenario(
                id: "case", en: "A made-up case", zhHans: "虚构病例", signs: ExerciseSigns(heartRate: 70),
                injects: [
                    DrillInject(
                        id: "timed", atSeconds: 60, en: "timed", zhHans: "定时", signs: ExerciseSigns(heartRate: 50)),
                    DrillInject(id: "key", atSeconds: nil, en: "by key", zhHans: "手动", signs: nil),
                ], source: source)
        ], source: source)

    private static func answer(_ code: String) -> StepAnswer {
        StepAnswer(code: code, en: code, zhHans: code)
    }

    private static func ruled(
        _ id: String, _ target: Int?, _ rules: StepRules?, repeats: Int? = nil, critical: Bool = true
    ) -> ProtocolStep {
        ProtocolStep(
            id: id, targetSeconds: target, repeatSeconds: repeats, role: "NEO", critical: critical, en: id, zhHans: id,
            rules: rules, source: source)
    }

    /// A cart with three items, three shifts a day, an expiry flagged three months ahead.
    static let readiness: ReadinessRules = {
        var rules = ReadinessRules()
        rules.kits = [
            Kit(
                id: "cart", version: "1", en: "cart", zhHans: "急救车",
                items: [
                    Kit.Item(id: "blade", en: "blade", zhHans: "镜片", quantity: 2, hasBattery: true, source: source),
                    Kit.Item(id: "drug", en: "drug", zhHans: "药品", expires: true, source: source),
                    Kit.Item(id: "bag", en: "bag", zhHans: "复苏囊", source: source),
                ], source: source),
            kit("drugs", .shift, needsWitness: true), kit("supplies", .month), kit("contacts", .quarter),
        ]
        rules.shifts = [
            ReadinessRules.Shift(id: "day", en: "day", zhHans: "白班", from: 8 * 60),
            ReadinessRules.Shift(id: "evening", en: "evening", zhHans: "小夜班", from: 16 * 60),
            ReadinessRules.Shift(id: "night", en: "night", zhHans: "大夜班", from: 23 * 60 + 30),
        ]
        rules.expiryMonths = 3
        rules.overdueMinutes = 120
        rules.restockMinutes = 60
        return rules
    }()

    private static func kit(_ id: String, _ every: KitRhythm, needsWitness: Bool = false) -> Kit {
        Kit(
            id: id, version: "1", en: id, zhHans: id,
            items: [Kit.Item(id: "all", en: "all", zhHans: "全部", source: source)], every: every,
            needsWitness: needsWitness, source: source)
    }

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
