/// One emergency caesarean: its decision, milestones and end. All durations are counted from the first decision.
public struct CaesareanRun: Codable, Hashable, Sendable, Identifiable {
    /// A milestone that was marked.
    public struct Mark: Codable, Hashable, Sendable {
        public let at: Occurrence
        public let staff: Badge?
        public let reason: String?
    }

    /// A category from a time on.
    public struct Grading: Codable, Hashable, Sendable {
        public let category: CaesareanCategory
        public let at: Occurrence
    }

    /// How a run ended.
    public enum Ending: String, Codable, Sendable {
        /// The first baby was born by caesarean after the decision: counts.
        case delivered
        /// A baby was born another way first: outside the denominator.
        case bornBeforeCaesarean
        /// The decision was reversed: counted, never in the denominator.
        case stoodDown
        /// Started by mistake: void, not counted.
        case void

        public var label: Phrase {
            switch self {
            case .delivered: Phrase(en: "delivered", zhHans: "已娩出")
            case .bornBeforeCaesarean: Phrase(en: "born before caesarean", zhHans: "术前已娩出")
            case .stoodDown: Phrase(en: "stood down", zhHans: "取消手术")
            case .void: Phrase(en: "void, started by mistake", zhHans: "作废（误启动）")
            }
        }
    }

    /// The end of a run, when it came and why.
    public struct End: Codable, Hashable, Sendable {
        public let ending: Ending
        public let at: Occurrence
        public let reason: String?
    }

    /// A delay code with its free text.
    public struct Delay: Codable, Hashable, Sendable {
        public let code: String
        public let text: String?
    }

    /// Somebody who came to the run, by badge; a badge nobody knows is kept as scanned.
    public struct Arrival: Codable, Hashable, Sendable {
        public let badge: Badge
        public let at: Occurrence
    }

    public let id: CaesareanID
    public internal(set) var decidedAt: Occurrence
    /// Where it was decided, where that was not on the ward.
    public internal(set) var decidedPlace: Place?
    public internal(set) var decidedReason: String?
    /// The first grading and every change after it; empty while no category was given.
    public internal(set) var gradings: [Grading] = []
    public internal(set) var indication: String?
    public internal(set) var marks: [Milestone: Mark] = [:]
    @InOrder public internal(set) var notApplicable: Set<Milestone> = []
    public internal(set) var delays: [Delay] = []
    public internal(set) var arrivals: [Arrival] = []
    public internal(set) var end: End?
    /// Entries recorded by nobody signed in, which wait for a signature.
    public internal(set) var unsigned: [EntryID] = []
    public internal(set) var lastEntryAt: Occurrence

    /// The category now; nil while none was given.
    public var category: CaesareanCategory? { gradings.last?.category }
    public var isRunning: Bool { end == nil }

    /// When a milestone was reached; the decision and the delivery included.
    public func time(of milestone: Milestone) -> Occurrence? {
        switch milestone {
        case .decision: decidedAt
        case .delivery: end?.ending == .delivered ? end?.at : nil
        default: marks[milestone]?.at
        }
    }

    /// The interval from the decision to a milestone; nil while it has not been reached.
    public func elapsed(to milestone: Milestone) -> Interval? {
        time(of: milestone).map { decidedAt.interval(to: $0) }
    }

    /// Decision to delivery; nil unless a baby was born by this caesarean.
    public var decisionToDelivery: Interval? { elapsed(to: .delivery) }

    /// The running time, or the time until the end.
    public func elapsed(now: ClockReading) -> Interval {
        decidedAt.interval(to: end?.at ?? Occurrence(now))
    }

    /// Milestones reached, in the order of their times.
    public var reached: [(milestone: Milestone, at: Occurrence)] {
        Milestone.allCases.compactMap { milestone in time(of: milestone).map { (milestone, $0) } }
            .enumerated().sorted {
                $0.element.1.isBefore($1.element.1) || (!$1.element.1.isBefore($0.element.1) && $0.offset < $1.offset)
            }
            .map { (milestone: $0.element.0, at: $0.element.1) }
    }

    /// The next milestone: the first ordered one after the furthest reached. While the clock runs it is never past
    /// the delivery, which no key marks: the birth form does. Nil when the run ended without a delivery.
    public var next: Milestone? {
        guard isRunning || end?.ending == .delivered else { return nil }
        let furthest = Milestone.allCases.last { !$0.floats && time(of: $0) != nil } ?? .decision
        if isRunning, furthest.position >= Milestone.uterineIncision.position { return .delivery }
        return Milestone.allCases.first {
            !$0.floats && $0.position > furthest.position && !notApplicable.contains($0)
        }
    }

    /// Milestones whose times lie before one that should precede them.
    public var outOfOrder: Set<Milestone> {
        var flagged: Set<Milestone> = []
        var latest = decidedAt
        for milestone in Milestone.allCases where !milestone.floats {
            guard let at = time(of: milestone) else { continue }
            if at.isBefore(latest) { flagged.insert(milestone) } else { latest = at }
        }
        return flagged
    }
}

extension CaesareanRun {
    /// Puts a category in its place by time: one that comes late does not replace a newer one.
    mutating func grade(_ category: CaesareanCategory, _ at: Occurrence) {
        let place = gradings.firstIndex { at.isBefore($0.at) } ?? gradings.endIndex
        gradings.insert(Grading(category: category, at: at), at: place)
    }

    /// Ends the run; no end lies before the decision.
    mutating func finish(_ ending: Ending, _ at: Occurrence, _ reason: String? = nil) throws(FoldFault) {
        guard isRunning else { throw .impossible("the run has ended") }
        guard !at.isBefore(decidedAt) else { throw .impossible("the end lies before the decision") }
        end = End(ending: ending, at: at, reason: reason)
    }

    /// The first thing after the decision that has a time, whatever it is.
    var firstAfterDecision: Occurrence? {
        let later = reached.filter { $0.milestone != .decision }.map(\.at) + gradings.dropFirst().map(\.at)
        return later.min { $0.isBefore($1) }
    }
}
