/// What the ward's duties are: how often it drills and trains, and what a year of drills must hold. A hospital may
/// replace all of it.
public struct CadenceRules: Hashable, Sendable {
    /// Which people owe a duty each.
    public struct Owing: Hashable, Sendable {
        public let role: StaffRole
        /// Nil for everybody of the role.
        public let specialty: Specialty?

        public init(_ role: StaffRole, _ specialty: Specialty? = nil) {
            self.role = role
            self.specialty = specialty
        }

        /// A doctor of whom nobody said the specialty owes it as well: not recorded is no release.
        public func includes(_ member: StaffMember) -> Bool {
            member.role == role && (specialty == nil || member.specialty == nil || member.specialty == specialty)
        }
    }

    /// One duty that comes round.
    public struct Duty: Hashable, Sendable {
        /// Nil for the rapid-response drill itself.
        public let rhythm: Rhythm?
        public let period: Period
        /// How often in each period.
        public let times: Int
        /// Who owes it, each person for herself; empty where the ward as a whole does.
        public let each: [Owing]
        public let source: Source

        public init(rhythm: Rhythm?, period: Period, times: Int, each: [Owing] = [], source: Source) {
            self.rhythm = rhythm
            self.period = period
            self.times = times
            self.each = each
            self.source = source
        }

        public var label: Phrase { rhythm?.label ?? Phrase(en: "rapid-response drill", zhHans: "快速反应演练") }
    }

    /// What a year of drills must hold: one drill at least of any of these protocols.
    public struct Minimum: Hashable, Sendable {
        public let en: String
        public let zhHans: String
        public let protocols: [String]
        public let source: Source

        public init(en: String, zhHans: String, protocols: [String], source: Source) {
            self.en = en
            self.zhHans = zhHans
            self.protocols = protocols
            self.source = source
        }

        public var label: Phrase { Phrase(en: en, zhHans: zhHans) }
    }

    public var duties: [Duty] = []
    public var minima: [Minimum] = []
    /// How many days back a real case or response may lie to point to the next drill.
    public var recentCaseDays = 0
    /// The protocol that a caesarean over its target points to.
    public var caesareanProtocol: String?
    /// The team speaks within so many minutes of a run's end; nil where the library says nothing.
    public var hotDebriefMinutes: Int?
    /// What it said is written down within so many days; nil where the library says nothing.
    public var writeUpDays: Int?
    public var debriefSource = Source(.recall, "")
    /// Where the days come from.
    public var casesSource = Source(.recall, "")

    public init() {}
}

/// A stretch of the calendar in local time.
public enum Period: String, Codable, CaseIterable, Sendable {
    case month, quarter, halfYear, year

    private var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .halfYear: 6
        case .year: 12
        }
    }

    /// The period that a day lies in.
    public func around(_ day: CalendarDay) -> PeriodDays {
        let (year, month, _) = day.parts
        return PeriodDays(of: self, year: year, firstMonth: (month - 1) / months * months + 1)
    }

    fileprivate var length: Int { months }

    public var label: Phrase {
        switch self {
        case .month: Phrase(en: "month", zhHans: "月")
        case .quarter: Phrase(en: "quarter", zhHans: "季度")
        case .halfYear: Phrase(en: "half-year", zhHans: "半年")
        case .year: Phrase(en: "year", zhHans: "年")
        }
    }
}

/// One month, quarter, half-year or year.
public struct PeriodDays: Hashable, Sendable {
    public let period: Period
    public let year: Int
    /// 1-12
    public let firstMonth: Int

    fileprivate init(of period: Period, year: Int, firstMonth: Int) {
        self.period = period
        self.year = year
        self.firstMonth = firstMonth
    }

    public var first: CalendarDay { Self.day(year, firstMonth) }
    public var last: CalendarDay { Self.day(year, firstMonth + period.length).advanced(days: -1) }

    /// The one before it.
    public var previous: PeriodDays { period.around(first.advanced(days: -1)) }

    /// Whether a day lies in it, first and last included.
    public func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }

    /// `2026-11`, `Q4 2026`, `H2 2026`, `2026`.
    public var name: String {
        switch period {
        case .month: "\(year)-\(padded(firstMonth, 2))"
        case .quarter: "Q\((firstMonth - 1) / 3 + 1) \(year)"
        case .halfYear: "H\((firstMonth - 1) / 6 + 1) \(year)"
        case .year: String(year)
        }
    }

    /// The first of a month; the thirteenth is the next January.
    private static func day(_ year: Int, _ month: Int) -> CalendarDay {
        CalendarDay(year: month > 12 ? year + 1 : year, month: month > 12 ? month - 12 : month, day: 1)
            ?? CalendarDay(daysSinceEpoch: 0)
    }
}
