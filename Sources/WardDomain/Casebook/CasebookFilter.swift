/// Which past cases are meant: what is nil asks for nothing.
public struct CasebookFilter: Hashable, Sendable {
    /// A value, or that none was recorded: blank is not the same as any.
    public enum Wanted<Value: Hashable & Sendable>: Hashable, Sendable {
        case value(Value)
        case notRecorded

        func admits(_ found: Value?) -> Bool {
            switch self {
            case .value(let value): found == value
            case .notRecorded: found == nil
            }
        }
    }

    /// Something to be found in the codes of a case's delay.
    public enum DelayFinding: Hashable, Sendable {
        case code(String)
        /// Any code, or none.
        case recorded, notRecorded

        func isIn(_ codes: [String]) -> Bool {
            switch self {
            case .code(let code): codes.contains(code)
            case .recorded: !codes.isEmpty
            case .notRecorded: codes.isEmpty
            }
        }
    }

    /// Something to be found in a caesarean at a mother's cardiac arrest.
    public enum ArrestFinding: Hashable, Sendable {
        /// The milestone came within its target from the arrest, or its time is known at all.
        case within(Milestone)
        case timed(Milestone)
        case onTheSpot

        func isIn(_ arrest: ArrestTimes, _ targets: [Milestone: Int]) -> Bool {
            switch self {
            case .within(let milestone):
                targets[milestone].flatMap { arrest.isWithin($0, to: milestone) } ?? false
            case .timed(let milestone): arrest.seconds(to: milestone) != nil
            case .onTheSpot: arrest.onTheSpot == true
            }
        }
    }

    /// Something to be found in how the newborn doctor came.
    public enum NewbornDoctorFinding: Hashable, Sendable {
        /// Came within the limit, or call and arrival are known at all.
        case withinLimit, timed
        /// Was there before the birth, or it is known at all whether that was so.
        case beforeBirth, known

        func isIn(_ times: NewbornDoctorTimes, _ limit: Int?) -> Bool {
            switch self {
            case .withinLimit: limit.flatMap(times.isWithin) ?? false
            case .timed: times.seconds != nil
            case .beforeBirth: times.beforeBirth == true
            case .known: times.beforeBirth != nil
            }
        }
    }

    /// The local month of the decision.
    public var month: CalendarMonth?
    public var category: Wanted<CaesareanCategory>?
    public var indication: Wanted<String>?
    /// The local hour of the decision.
    public var hours: HourSpan?
    public var place: Wanted<DecisionPlace>?
    /// All of which must be found, as of the other two.
    public var delays: Set<DelayFinding> = []
    public var standing: Set<CaesareanBrief.Standing>?
    public var arrest: Set<ArrestFinding> = []
    public var newbornDoctor: Set<NewbornDoctorFinding> = []
    public var enteredAfterwards: Bool?

    public init() {}

    public var isEmpty: Bool { self == CasebookFilter() }

    /// Whether a case is meant.
    public func admits(_ brief: CaesareanBrief, _ offset: LocalOffset, _ targets: CasebookTargets) -> Bool {
        if let category, !category.admits(brief.category) { return false }
        if let indication, !indication.admits(brief.indication) { return false }
        if let place, !place.admits(brief.place) { return false }
        if let enteredAfterwards, enteredAfterwards != brief.enteredAfterwards { return false }
        if !delays.allSatisfy({ $0.isIn(brief.delays) }) { return false }
        let target = brief.category.flatMap { targets.categories[$0] }
        if let standing, !standing.contains(brief.standing(target: target)) { return false }
        let isFound = arrest.allSatisfy { finding in brief.arrest.map { finding.isIn($0, targets.arrest) } == true }
        guard isFound, newbornDoctor.allSatisfy({ $0.isIn(brief.newbornDoctor, targets.newbornDoctor) }) else {
            return false
        }
        guard month != nil || hours != nil else { return true }
        let local = LocalTime(brief.decidedAt, offset)
        if let month, month != CalendarMonth(local.day) { return false }
        return hours?.contains(local.hour) ?? true
    }
}

extension CasebookFilter {
    /// Leaves those of certain standings among the cases that are meant already.
    public mutating func narrow(to wanted: Set<CaesareanBrief.Standing>) {
        standing = standing?.intersection(wanted) ?? wanted
    }

    /// Leaves the births by caesarean of a category in a month, as a run chart counts them.
    public mutating func narrow(toBirthsOf category: CaesareanCategory, in month: CalendarMonth) {
        self.month = month
        self.category = .value(category)
        narrow(to: CaesareanBrief.Standing.timedBirths)
    }

    /// Leaves the cases behind one number of the list of delays.
    public mutating func narrow(to delay: DelayFinding) {
        delays.insert(delay)
        narrow(to: CaesareanBrief.Standing.counted)
    }
}

/// Hours of the day from one (included) to another (not included); through midnight where the end is not later.
public struct HourSpan: Hashable, Sendable {
    /// 0-23.
    public let from: Int
    /// 1-24.
    public let to: Int

    public init(from: Int, to: Int) {
        self.from = from
        self.to = to
    }

    /// Whether an hour, 0-23, lies in it.
    public func contains(_ hour: Int) -> Bool {
        from < to ? (from..<to).contains(hour) : hour >= from || hour < to
    }

    /// `22-06`
    public var text: String { "\(padded(from, 2))-\(padded(to, 2))" }
}
