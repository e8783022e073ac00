/// What a hospital may replace with its own approved text, as values; loaded by the clinical library.
public struct ClinicalRules: Hashable, Sendable {
    /// A code with its text, such as an indication or a delay reason.
    public struct CodedTerm: Hashable, Sendable, Identifiable {
        public let code: String
        public let text: Phrase
        public let source: Source
        /// True when a free text must come with it.
        public let needsText: Bool

        public var id: String { code }

        public init(code: String, text: Phrase, source: Source, needsText: Bool = false) {
            self.code = code
            self.text = text
            self.source = source
            self.needsText = needsText
        }
    }

    /// A time limit with its source.
    public struct Target: Hashable, Sendable {
        public let seconds: Int
        public let source: Source

        public init(seconds: Int, source: Source) {
            self.seconds = seconds
            self.source = source
        }
    }

    /// How often something is to be observed, by stage of labour.
    public struct ObservationInterval: Hashable, Sendable {
        public let field: ObservationField
        /// Seconds; nil where the library has no figure.
        public let firstStageSeconds: Int?
        public let secondStageSeconds: Int?
        public let source: Source

        public init(field: ObservationField, firstStageSeconds: Int?, secondStageSeconds: Int?, source: Source) {
            self.field = field
            self.firstStageSeconds = firstStageSeconds
            self.secondStageSeconds = secondStageSeconds
            self.source = source
        }
    }

    /// On which side of the value it alerts.
    public enum Comparison: String, Hashable, Sendable {
        case below = "<"
        case atMost = "<="
        case atLeast = ">="
        case above = ">"

        /// Whether a value is on the alerting side of a limit.
        public func holds(_ value: Int, _ limit: Int) -> Bool {
            switch self {
            case .below: value < limit
            case .atMost: value <= limit
            case .atLeast: value >= limit
            case .above: value > limit
            }
        }
    }

    /// A value of an observation that is to be shown as out of bounds.
    public struct AlertThreshold: Hashable, Sendable {
        public let field: ObservationField
        public let comparison: Comparison
        public let limit: Int
        public let source: Source

        public init(field: ObservationField, comparison: Comparison, limit: Int, source: Source) {
            self.field = field
            self.comparison = comparison
            self.limit = limit
            self.source = source
        }
    }

    /// A time limit from one milestone to another.
    public struct SplitTarget: Hashable, Sendable {
        public let from: Milestone
        public let target: Target

        public init(from: Milestone, target: Target) {
            self.from = from
            self.target = target
        }
    }

    /// Seconds from decision to birth by category; categories without a target are absent.
    public var categoryTargets: [CaesareanCategory: Target] = [:]
    /// Seconds from the decision by which a milestone is usually reached in a 30-minute case.
    public var milestoneTargets: [Milestone: Target] = [:]
    /// What the way from the milestone before should take at most, by the milestone that it leads to.
    public var splitTargets: [Milestone: SplitTarget] = [:]
    /// Seconds from a maternal arrest by which a milestone should be reached.
    public var arrestTargets: [Milestone: Target] = [:]
    /// Seconds from the call within which a part of the team should be there; parts without a limit are absent.
    public var arrivalLimits: [TeamPart: Target] = [:]
    public var indications: [CodedTerm] = []
    public var delayReasons: [CodedTerm] = []
    public var observationIntervals: [ObservationInterval] = []
    public var alertThresholds: [AlertThreshold] = []
    public var labourLimits = LabourLimits()
    /// Within how long after the grading a grade is reported; grades without a time are absent.
    public var riskReports: [RiskGrade: Target] = [:]
    public var protocols: [DrillProtocol] = []
    public var cadence = CadenceRules()
    public var readiness = ReadinessRules()
    /// When a newborn that waits is an alarm.
    public var watch = WatchLimits()
    /// Names of a newborn's state at birth, of each group the gravest first.
    public var outcomeLabels: [OutcomeLabel] = []
    /// What newborns are owed within a time from their birth.
    public var newbornDue: [NewbornDue] = []
    /// Values about which it is asked once more whether they were typed right.
    public var typingChecks: [TypingCheck] = []
    public var site = SiteRules()

    public init() {}

    /// The indication of a code; nil where the library has none.
    public func indication(_ code: String) -> CodedTerm? {
        indications.first { $0.code == code }
    }

    /// The reason for a delay of a code; nil where the library has none.
    public func delayReason(_ code: String) -> CodedTerm? {
        delayReasons.first { $0.code == code }
    }

    /// The protocol in force of an id; nil where the library has none.
    public func drillProtocol(_ id: String) -> DrillProtocol? {
        protocols.first { $0.id == id }
    }
}
