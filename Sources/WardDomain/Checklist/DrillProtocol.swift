/// A role in a drill or response.
public struct TeamRole: Codable, Hashable, Sendable {
    /// Such as `LEAD` or `MW`.
    public let code: String
    public let en: String
    public let zhHans: String

    public init(code: String, en: String, zhHans: String) {
        self.code = code
        self.en = en
        self.zhHans = zhHans
    }

    public var label: Phrase { Phrase(en: en, zhHans: zhHans) }
}

/// One step of a protocol.
public struct ProtocolStep: Codable, Hashable, Sendable, Identifiable {
    public let id: String
    /// Seconds from moment zero by which it should be done; nil where the protocol gives none.
    public let targetSeconds: Int?
    /// How the protocol writes the target where it is not a time, such as `end` or `q3-5 min`; shown beside it.
    public let targetText: String?
    /// The same in Chinese.
    public let targetTextZhHans: String?
    /// Seconds after which the step is due again; nil where it is done once.
    public let repeatSeconds: Int?
    /// True when the target is a drill-design choice of the library and not a clinically fixed time.
    public let targetIsProposal: Bool
    public let role: String
    public let critical: Bool
    public let en: String
    public let zhHans: String
    /// True when a dose, its giver and Enter are asked for instead of one key.
    public let takesDose: Bool
    /// The dose as the library has it, with its source; nil where the step carries none.
    public let dose: ProtocolDose?
    /// Other drugs or regimens for the same step, each with its own source.
    public let otherDoses: [ProtocolDose]
    /// What it asks, measures and depends on; nil where it does none of that.
    public let rules: StepRules?
    public let source: Source

    public init(
        id: String, targetSeconds: Int?, targetText: String? = nil, targetTextZhHans: String? = nil,
        repeatSeconds: Int? = nil, targetIsProposal: Bool = false, role: String, critical: Bool, en: String,
        zhHans: String, takesDose: Bool = false, dose: ProtocolDose? = nil, otherDoses: [ProtocolDose] = [],
        rules: StepRules? = nil, source: Source
    ) {
        self.id = id
        self.targetSeconds = targetSeconds
        self.targetText = targetText
        self.targetTextZhHans = targetTextZhHans
        self.repeatSeconds = repeatSeconds
        self.targetIsProposal = targetIsProposal
        self.role = role
        self.critical = critical
        self.en = en
        self.zhHans = zhHans
        self.takesDose = takesDose
        self.dose = dose
        self.otherDoses = otherDoses
        self.rules = rules
        self.source = source
    }

    public var text: Phrase { Phrase(en: en, zhHans: zhHans) }

    /// The target in words; nil where the protocol has only a time, or nothing.
    public var targetLabel: Phrase? {
        targetText.map { Phrase(en: $0, zhHans: targetTextZhHans ?? $0) }
    }

    /// Every dose that the library has for the step.
    public var doses: [ProtocolDose] { (dose.map { [$0] } ?? []) + otherDoses }
}

/// A drug dose of a protocol step, with the contraindications to be read before it is given.
public struct ProtocolDose: Codable, Hashable, Sendable {
    public let en: String
    public let zhHans: String
    /// Empty where the library names none.
    public let cautionEn: String
    public let cautionZhHans: String
    public let source: Source

    public init(en: String, zhHans: String, cautionEn: String = "", cautionZhHans: String = "", source: Source) {
        self.en = en
        self.zhHans = zhHans
        self.cautionEn = cautionEn
        self.cautionZhHans = cautionZhHans
        self.source = source
    }

    public var text: Phrase { Phrase(en: en, zhHans: zhHans) }
    public var caution: Phrase { Phrase(en: cautionEn, zhHans: cautionZhHans) }
}

/// A drill protocol in one exact version; a run keeps the version that it used.
public struct DrillProtocol: Codable, Hashable, Sendable, Identifiable {
    /// Such as `pph`.
    public let id: String
    /// The letter after `!` that starts it as a real response; nil where it has none.
    public let emergencyKey: String?
    public let version: String
    public let en: String
    public let zhHans: String
    /// What the clock counts from: `start`, `birth`, `head` or `arrest`, in both languages.
    public let momentZeroEn: String
    public let momentZeroZhHans: String
    public let roles: [TeamRole]
    public let steps: [ProtocolStep]
    /// From which shock index on somebody is to be told; nil where no step measures it.
    public let shockIndex: [ShockIndexLevel]?
    /// The newborn's oxygen saturation by minute; nil where no step measures it.
    public let oxygen: [OxygenTarget]?
    /// What it says beside its steps; nil where it says nothing.
    public let notes: [ProtocolNote]?
    /// Made-up cases for drills; a run keeps only the one that it used, beside the list.
    public internal(set) var scenarios: [DrillScenario]?
    /// True where the list is about a newborn, so that a real response can be for a baby; nil or false: the mother.
    public let isAboutNewborn: Bool?
    /// Since when this version is in force.
    public let effectiveFrom: CalendarDay?
    public let source: Source

    public init(
        id: String, emergencyKey: String? = nil, version: String, en: String, zhHans: String, momentZeroEn: String,
        momentZeroZhHans: String, roles: [TeamRole], steps: [ProtocolStep], shockIndex: [ShockIndexLevel]? = nil,
        oxygen: [OxygenTarget]? = nil, notes: [ProtocolNote]? = nil, scenarios: [DrillScenario]? = nil,
        isAboutNewborn: Bool? = nil,
        effectiveFrom: CalendarDay? = nil,
        source: Source
    ) {
        self.id = id
        self.emergencyKey = emergencyKey
        self.version = version
        self.en = en
        self.zhHans = zhHans
        self.momentZeroEn = momentZeroEn
        self.momentZeroZhHans = momentZeroZhHans
        self.roles = roles
        self.steps = steps
        self.shockIndex = shockIndex
        self.oxygen = oxygen
        self.notes = notes
        self.scenarios = scenarios
        self.isAboutNewborn = isAboutNewborn
        self.effectiveFrom = effectiveFrom
        self.source = source
    }

    public var title: Phrase { Phrase(en: en, zhHans: zhHans) }
    public var momentZero: Phrase { Phrase(en: momentZeroEn, zhHans: momentZeroZhHans) }

    /// The step of an id.
    public subscript(step id: String) -> ProtocolStep? {
        steps.first { $0.id == id }
    }
}
