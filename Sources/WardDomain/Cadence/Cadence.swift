/// How the ward stands to its duties to drill and to train on a day.
public struct Cadence: Hashable, Sendable {
    /// How one duty stands.
    public struct Standing: Hashable, Sendable {
        public let duty: CadenceRules.Duty
        /// The period that today lies in.
        public let period: PeriodDays
        /// How often in this period; for a duty of each person, how many of them have.
        public let done: Int
        /// How often it is wanted; for a duty of each person, how many there are.
        public let wanted: Int
        /// The day on which it was last held; nil for never.
        public let last: CalendarDay?
        /// True when the whole period before this one went by without, while the ward was in use.
        public let missedPrevious: Bool

        public var isDone: Bool { done >= wanted }
        /// Still to be held, and the period before went by without.
        public var isOverdue: Bool { !isDone && missedPrevious }
        /// Still to be held in this period.
        public var isDue: Bool { !isDone && !missedPrevious }
    }

    /// What one of the year's minima has.
    public struct MinimumStanding: Hashable, Sendable {
        public let minimum: CadenceRules.Minimum
        /// Drills of this calendar year that count for it.
        public let done: Int
    }

    /// One person's last drill and training.
    public struct Person: Hashable, Sendable {
        public let member: StaffMember
        public let lastDrill: CalendarDay?
        public let lastTraining: CalendarDay?
        /// True when she owes the year's continuing education and has none in it.
        public let owesEducation: Bool
    }

    /// Of the people who do the same work, how many have drilled.
    public struct WorkShare: Hashable, Sendable {
        public let drilled: Int
        public let staff: Int
    }

    public let today: CalendarDay
    /// The quarter that today lies in.
    public let quarter: PeriodDays
    /// This quarter's drills by protocol.
    public let drillsByProtocol: [String: Int]
    /// This quarter's drills by the shift in which they began.
    public let drillsByShift: [String: Int]
    /// Of those at work, by role and specialty: how many took part in a drill of this quarter, and how many there are.
    public let drilledByWork: [Work: WorkShare]
    /// The newest drill of each protocol.
    public let lastDrill: [String: Moment]
    public let standings: [Standing]
    public let minima: [MinimumStanding]
    public let people: [Person]

    /// Reckons from the ward's records; each thing counts in the local period in which it began.
    public init(_ history: DutyHistory, roster: Roster, rules: ClinicalRules, today: CalendarDay, _ offset: LocalOffset)
    {
        let reckoner = CadenceReckoner(history, roster, rules, today, offset)
        self.today = today
        quarter = Period.quarter.around(today)
        let recent = reckoner.drills(in: quarter)
        drillsByProtocol = recent.reduce(into: [:]) { $0[$1.drillProtocol, default: 0] += 1 }
        drillsByShift = recent.reduce(into: [:]) { counts, drill in
            if let shift = rules.readiness.shift(at: LocalTime(drill.startedAt, offset)) {
                counts[shift.shift.id, default: 0] += 1
            }
        }
        drilledByWork = reckoner.byWork(recent)
        lastDrill = history.drills.reduce(into: [:]) { last, drill in
            if last[drill.drillProtocol].map({ $0 < drill.startedAt }) ?? true {
                last[drill.drillProtocol] = drill.startedAt
            }
        }
        standings = rules.cadence.duties.map(reckoner.standing)
        minima = rules.cadence.minima.map(reckoner.standing)
        people = reckoner.people()
    }

    /// How many drills this quarter has.
    public var drillsThisQuarter: Int { drillsByProtocol.values.reduce(0, +) }
}
