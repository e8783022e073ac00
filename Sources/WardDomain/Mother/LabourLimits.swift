/// Whether she gave birth before.
public enum Parity: String, CaseIterable, Sendable {
    case nullipara, multipara
}

/// The cervix from which labour counts as active.
public struct ActiveLabour: Hashable, Sendable {
    /// Whole cm, 1 to 9.
    public let centimetres: Int
    public let source: Source

    public init(centimetres: Int, source: Source) {
        self.centimetres = centimetres
        self.source = source
    }
}

/// How long the second stage may take.
public struct SecondStageLimit: Hashable, Sendable {
    public let parity: Parity
    public let seconds: Int
    /// With an epidural, running or stopped; nil where that changes nothing.
    public let secondsWithEpidural: Int?
    public let source: Source

    public init(parity: Parity, seconds: Int, secondsWithEpidural: Int? = nil, source: Source) {
        self.parity = parity
        self.seconds = seconds
        self.secondsWithEpidural = secondsWithEpidural
        self.source = source
    }

    /// The limit by what was recorded of an epidural; the longer one where nothing was.
    func seconds(_ epidural: TherapyState?) -> Int {
        guard let secondsWithEpidural else { return seconds }
        switch epidural {
        case .some(.none): return seconds
        case .running, .stopped: return secondsWithEpidural
        case nil: return max(seconds, secondsWithEpidural)
        }
    }
}

/// What is done first where a labour stands outside a limit.
public struct FirstResponse: Hashable, Sendable {
    /// The signs that it is for; empty for everything that no other response is for.
    public let fields: [ObservationField]
    public let text: Phrase
    public let source: Source

    public init(fields: [ObservationField], text: Phrase, source: Source) {
        self.fields = fields
        self.text = text
        self.source = source
    }
}

/// What the library says of a labour beside the limits of single numbers.
public struct LabourLimits: Hashable, Sendable {
    /// Nil where the library does not say: then no cervix tells a stage before the second.
    public var activeLabour: ActiveLabour?
    /// Liquor that alerts.
    public var liquor: [Liquor: Source]
    /// How long the cervix may stay as wide as it is, by whole cm.
    public var dilatation: [Int: ClinicalRules.Target]
    public var secondStage: [SecondStageLimit]
    public var responses: [FirstResponse]

    public init(
        activeLabour: ActiveLabour? = nil, liquor: [Liquor: Source] = [:],
        dilatation: [Int: ClinicalRules.Target] = [:],
        secondStage: [SecondStageLimit] = [], responses: [FirstResponse] = []
    ) {
        self.activeLabour = activeLabour
        self.liquor = liquor
        self.dilatation = dilatation
        self.secondStage = secondStage
        self.responses = responses
    }

    /// What is done first; nil where the library does not say.
    public func response(to alert: LabourAlert) -> FirstResponse? {
        if case .observed(let field, _) = alert.sign, let own = responses.first(where: { $0.fields.contains(field) }) {
            return own
        }
        return responses.first { $0.fields.isEmpty }
    }

    /// The limit of the second stage, by her births and epidural; where one of them is not recorded, the longest that
    /// may be hers.
    func secondStage(_ parity: Parity?, _ epidural: TherapyState?) -> ClinicalRules.Target? {
        let mayBeHers = secondStage.filter { parity == nil || $0.parity == parity }
        guard parity != nil || mayBeHers.count == Parity.allCases.count else { return nil }
        return mayBeHers.map { ClinicalRules.Target(seconds: $0.seconds(epidural), source: $0.source) }
            .max { $0.seconds < $1.seconds }
    }
}
