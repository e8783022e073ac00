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

    /// Something to be found in a caesarean at a mother's cardiac arrest.
    public enum ArrestFinding: Hashable, Sendable {
        /// The milestone came within its target from the arrest.
        case within(Milestone)
        case onTheSpot

        func isIn(_ arrest: ArrestTimes, _ targets: [Milestone: Int]) -> Bool {
            switch self {
            case .within(let milestone):
                targets[milestone].flatMap { arrest.isWithin($0, to: milestone) } ?? false
            case .onTheSpot: arrest.onTheSpot == true
            }
        }
    }

    /// Something to be found in how the newborn doctor came.
    public enum NewbornDoctorFinding: Hashable, Sendable {
        case withinLimit, beforeBirth

        func isIn(_ times: NewbornDoctorTimes, _ limit: Int?) -> Bool {
            switch self {
            case .withinLimit: limit.flatMap(times.isWithin) ?? false
            case .beforeBirth: times.beforeBirth == true
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
    public var delay: Wanted<String>?
    public var standing: Set<CaesareanBrief.Standing>?
    public var arrest: ArrestFinding?
    public var newbornDoctor: NewbornDoctorFinding?
    public var enteredAfterwards: Bool?

    public init() {}

    public var isEmpty: Bool { self == CasebookFilter() }

    /// Whether a case is meant.
    public func admits(_ brief: CaesareanBrief, _ offset: LocalOffset, _ targets: CasebookTargets) -> Bool {
        if let category, !category.admits(brief.category) { return false }
        if let indication, !indication.admits(brief.indication) { return false }
        if let place, !place.admits(brief.place) { return false }
        if let enteredAfterwards, enteredAfterwards != brief.enteredAfterwards { return false }
        switch delay {
        case .value(let code) where !brief.delays.contains(code): return false
        case .notRecorded where !brief.delays.isEmpty: return false
        default: break
        }
        let target = brief.category.flatMap { targets.categories[$0] }
        if let standing, !standing.contains(brief.standing(target: target)) { return false }
        if let arrest, brief.arrest.map({ arrest.isIn($0, targets.arrest) }) != true { return false }
        if let newbornDoctor, !newbornDoctor.isIn(brief.newbornDoctor, targets.newbornDoctor) { return false }
        guard month != nil || hours != nil else { return true }
        let local = LocalTime(brief.decidedAt, offset)
        if let month, month != CalendarMonth(local.day) { return false }
        return hours?.contains(local.hour) ?? true
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
