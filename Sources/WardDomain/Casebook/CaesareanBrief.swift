/// What the casebook needs of one run to filter, count and list it: little, so that tens of thousands fit in memory.
public struct CaesareanBrief: Codable, Hashable, Sendable, Identifiable {
    /// How a run stands to its target, or why it is not in the denominator.
    public enum Standing: String, CaseIterable, Sendable {
        /// Born by caesarean at or before the target, after it, or in a category without one.
        case within, over, untimed
        case stoodDown, bornBefore
        /// At a mother's cardiac arrest: timed from the arrest, reported apart.
        case arrest
        /// Started by mistake: not counted.
        case void
        case running

        /// Births by caesarean that are timed from the decision.
        public static let timedBirths: Set<Standing> = [.within, .over, .untimed]
        /// Births by caesarean, those at an arrest included.
        public static let births = timedBirths.union([.arrest])
        /// All but what was started by mistake.
        public static let counted = Set(allCases).subtracting([.void])

        public var label: Phrase {
            switch self {
            case .within: Phrase(en: "within target", zhHans: "达标")
            case .over: Phrase(en: "over target", zhHans: "超时")
            case .untimed: Phrase(en: "no target", zhHans: "无目标时限")
            case .stoodDown: Phrase(en: "stood down", zhHans: "取消手术")
            case .bornBefore: Phrase(en: "born before caesarean", zhHans: "术前已娩出")
            case .arrest: Phrase(en: "maternal cardiac arrest", zhHans: "孕产妇心脏骤停")
            case .void: Phrase(en: "void", zhHans: "作废")
            case .running: Phrase(en: "running", zhHans: "计时中")
            }
        }
    }

    public let id: CaesareanID
    public let admission: AdmissionID
    public let decidedAt: Moment
    public let category: CaesareanCategory?
    /// A code of the library.
    public let indication: String?
    /// Where it was decided; nil where nobody said.
    public let place: DecisionPlace?
    /// Nil while it runs.
    public let ending: CaesareanRun.Ending?
    /// From decision to delivery; nil unless a baby was born by this caesarean.
    public let seconds: Int?
    /// Whether the wall clock had to serve for that.
    public let byWallClock: Bool
    /// The milestone to which most of the time to the delivery went, and what it took.
    public let longestTo: Milestone?
    public let longestSeconds: Int?
    /// Codes, each once.
    public let delays: [String]
    /// The ways from a mother's cardiac arrest; nil for any other caesarean.
    public let arrest: ArrestTimes?
    public let enteredAfterwards: Bool
    public let newbornDoctor: NewbornDoctorTimes
    /// Seconds from the decision to the birth that its category had in its day; nil where the run does not say.
    public let target: Int?

    public var isForArrest: Bool { arrest != nil }

    public init(_ run: CaesareanRun, of admission: AdmissionID) {
        let interval = run.decisionToDelivery
        let longest = run.longestSplit
        self.init(
            id: run.id, admission: admission, decidedAt: run.decidedAt.moment, category: run.category,
            indication: run.indication, place: run.placeOfDecision, ending: run.end?.ending,
            seconds: interval?.seconds, byWallClock: interval?.byWallClock ?? false, longestTo: longest?.to,
            longestSeconds: longest?.interval.seconds,
            delays: run.delays.map(\.code).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            arrest: run.arrestTimes, enteredAfterwards: run.enteredAfterwards == true,
            newbornDoctor: run.newbornDoctorTimes, target: run.recordedTarget)
    }

    public init(
        id: CaesareanID, admission: AdmissionID, decidedAt: Moment, category: CaesareanCategory?, indication: String?,
        place: DecisionPlace?, ending: CaesareanRun.Ending?, seconds: Int?, byWallClock: Bool, longestTo: Milestone?,
        longestSeconds: Int?, delays: [String], arrest: ArrestTimes?, enteredAfterwards: Bool,
        newbornDoctor: NewbornDoctorTimes = NewbornDoctorTimes(seconds: nil, beforeBirth: nil), target: Int? = nil
    ) {
        self.id = id
        self.admission = admission
        self.decidedAt = decidedAt
        self.category = category
        self.indication = indication
        self.place = place
        self.ending = ending
        self.seconds = seconds
        self.byWallClock = byWallClock
        self.longestTo = longestTo
        self.longestSeconds = longestSeconds
        self.delays = delays
        self.arrest = arrest
        self.enteredAfterwards = enteredAfterwards
        self.newbornDoctor = newbornDoctor
        self.target = target
    }

    /// How it stands, by the target of its own day.
    ///
    /// - Parameter target: seconds from the decision to the birth that its category has now; nil for none.
    public func standing(target now: Int?) -> Standing {
        let target = target ?? now
        switch ending {
        case nil: return .running
        case .void: return .void
        case .stoodDown: return .stoodDown
        case .bornBeforeCaesarean: return .bornBefore
        case .delivered: break
        }
        if isForArrest { return .arrest }
        guard let seconds, let target else { return .untimed }
        return seconds <= target ? .within : .over
    }
}
