/// What a step asks, measures and depends on, beside what every step has.
public struct StepRules: Codable, Hashable, Sendable {
    /// The answers of which one is recorded when the step is done; empty where it asks nothing.
    public let asks: [StepAnswer]
    /// On which answer of an earlier step this one depends; nil where it always applies.
    public let condition: StepCondition?
    /// The earlier step from whose mark the target counts; nil where it counts from moment zero.
    public let countsFrom: String?
    public let measures: [StepMeasure]
    /// Which Apgar score the step asks for, in minutes after birth.
    public let apgarMinute: Int?
    /// What must be read before a drug that the step names is given.
    public let cautions: [StepCaution]

    public init(
        asks: [StepAnswer] = [], condition: StepCondition? = nil, countsFrom: String? = nil,
        measures: [StepMeasure] = [], apgarMinute: Int? = nil, cautions: [StepCaution] = []
    ) {
        self.asks = asks
        self.condition = condition
        self.countsFrom = countsFrom
        self.measures = measures
        self.apgarMinute = apgarMinute
        self.cautions = cautions
    }

    static let none = StepRules()
}

/// One answer to what a step asks; it opens the steps that depend on it.
public struct StepAnswer: Codable, Hashable, Sendable, Identifiable {
    /// Such as `below-60`.
    public let code: String
    public let en: String
    public let zhHans: String

    public init(code: String, en: String, zhHans: String) {
        self.code = code
        self.en = en
        self.zhHans = zhHans
    }

    public var id: String { code }
    public var label: Phrase { Phrase(en: en, zhHans: zhHans) }
}

/// A step applies once an earlier one has been answered in one of some ways, or has scored too low.
public struct StepCondition: Codable, Hashable, Sendable {
    public let step: String
    /// Empty where it depends on a score.
    public let answers: [String]
    /// The Apgar total below which the step applies; nil where it depends on an answer.
    public let apgarBelow: Int?

    public init(step: String, answers: [String]) {
        self.step = step
        self.answers = answers
        apgarBelow = nil
    }

    public init(step: String, apgarBelow: Int) {
        self.step = step
        answers = []
        self.apgarBelow = apgarBelow
    }
}

/// What a step measures; the raw values are those of library files.
public enum StepMeasure: String, Codable, CaseIterable, Sendable {
    /// Cumulative blood loss in mL.
    case bloodLoss = "loss"
    /// Pulse and systolic pressure, and the shock index from them.
    case shockIndex = "shock-index"
    case apgar
    /// The newborn's oxygen saturation against the target of its minute.
    case oxygenSaturation = "spo2"
}

/// A contraindication or warning with its source, shown where the drug is named.
public struct StepCaution: Codable, Hashable, Sendable {
    public let en: String
    public let zhHans: String
    public let source: Source

    public init(en: String, zhHans: String, source: Source) {
        self.en = en
        self.zhHans = zhHans
        self.source = source
    }

    public var text: Phrase { Phrase(en: en, zhHans: zhHans) }
}

extension ProtocolStep {
    public var asks: [StepAnswer] { (rules ?? .none).asks }
    public var condition: StepCondition? { rules?.condition }
    public var countsFrom: String? { rules?.countsFrom }
    public var measures: [StepMeasure] { (rules ?? .none).measures }
    public var apgarMinute: Int? { rules?.apgarMinute }
    public var cautions: [StepCaution] { (rules ?? .none).cautions }

    /// Whether the step may be done once more: it repeats, or each time records something of its own.
    public var mayBeRepeated: Bool {
        repeatSeconds != nil || takesDose || !asks.isEmpty || !measures.isEmpty
    }

    /// Whether one key is not enough: something is asked for when the step is done.
    public var asksForMore: Bool { takesDose || !asks.isEmpty || !measures.isEmpty }

    /// Whether anything of the step was not read at its source, and so waits for the hospital's word.
    public var isUnconfirmed: Bool {
        ([source] + doses.map(\.source) + cautions.map(\.source)).contains { $0.mark != .verified }
    }
}
