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
        /// Seconds that the library in force gave for it; nil where it gave none.
        public let target: Int?

        init(category: CaesareanCategory, at: Occurrence, target: Int? = nil) {
            self.category = category
            self.at = at
            self.target = target
        }
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

    /// Somebody who came to the run, by badge or by name; a badge nobody knows is kept as scanned and named later.
    public struct Arrival: Codable, Hashable, Sendable {
        public let badge: Badge?
        public let at: Occurrence
        public internal(set) var name: String?
        /// What she or he is on the team; nil until it is known.
        public internal(set) var part: TeamPart?

        init(badge: Badge?, at: Occurrence, name: String? = nil, part: TeamPart? = nil) {
            self.badge = badge
            self.at = at
            self.name = name
            self.part = part
        }
    }

    /// Somebody who was called to the run.
    public struct Call: Codable, Hashable, Sendable {
        public let slot: OnCallSlot
        public let name: String?
        public let phone: String?
        public let at: Occurrence
        /// Who recorded the call; nil while nobody has signed for it.
        public let staff: Badge?
    }

    /// Who found the case complete, and when.
    public struct Closing: Codable, Hashable, Sendable {
        public let at: Occurrence
        public let staff: Badge?
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
    /// Everybody who was called, in the order of recording; the same place of the list may be called again.
    @Added public internal(set) var calls: [Call] = []
    /// What the case review asks; nil while nothing of it is recorded.
    public internal(set) var review: CaesareanReview?
    /// The mother's cardiac arrest, where that is why; it has a clock of its own.
    public internal(set) var arrest: MaternalArrest?
    /// Set when the case was found complete and closed.
    public internal(set) var closing: Closing?
    /// True for a case kept on paper that was entered afterwards.
    public internal(set) var enteredAfterwards: Bool?
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
        case .call: marks[.call]?.at ?? firstCallOfAll
        case .newbornTeam: marks[.newbornTeam]?.at ?? newbornDoctorCame
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

    /// The change that made the run more urgent than it was first graded; the interval is reported from there as well.
    public var upgrade: Grading? {
        guard let first = gradings.first, let last = gradings.last, last.category < first.category else { return nil }
        return last
    }

    /// The interval from the upgrade to the delivery; nil without either.
    public var upgradeToDelivery: Interval? {
        guard let upgrade, let born = time(of: .delivery) else { return nil }
        return upgrade.at.interval(to: born)
    }

    /// Whether a milestone at a time would stand before one that precedes it, or after one that follows it. Those that
    /// float break no order.
    public func breaksOrder(_ milestone: Milestone, at time: Occurrence) -> Bool {
        guard !milestone.floats else { return false }
        return Milestone.allCases.contains { other in
            guard !other.floats, other != milestone, let at = self.time(of: other) else { return false }
            return other.position < milestone.position ? time.isBefore(at) : at.isBefore(time)
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
    mutating func grade(_ category: CaesareanCategory, _ at: Occurrence, target: Int?) {
        let place = gradings.firstIndex { at.isBefore($0.at) } ?? gradings.endIndex
        gradings.insert(Grading(category: category, at: at, target: target), at: place)
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
