/// How often the whole of a kit is checked; the raw values are those of library files.
public enum KitRhythm: String, Codable, CaseIterable, Sendable {
    case shift, day, month, quarter

    /// Whether something of it is looked at in every shift: the whole, or the seal alone.
    public var isOfEachShift: Bool { self == .shift || self == .day }

    /// The calendar's period, where it is one.
    var period: Period? {
        switch self {
        case .shift, .day: nil
        case .month: .month
        case .quarter: .quarter
        }
    }

    public var label: Phrase {
        switch self {
        case .shift: Phrase(en: "each shift", zhHans: "每班")
        case .day: Phrase(en: "each day", zhHans: "每日")
        case .month: Phrase(en: "each month", zhHans: "每月")
        case .quarter: Phrase(en: "each quarter", zhHans: "每季度")
        }
    }
}

/// A rescue cart or area with what belongs into it, as the hospital's list says.
public struct Kit: Codable, Hashable, Sendable, Identifiable {
    /// One thing of it.
    public struct Item: Codable, Hashable, Sendable, Identifiable {
        public let id: String
        public let en: String
        public let zhHans: String
        /// How many belong there; nil where the list says none.
        public let quantity: Int?
        /// True when its earliest expiry is looked at.
        public let expires: Bool
        /// True when its battery is tried.
        public let hasBattery: Bool
        public let source: Source

        public init(
            id: String, en: String, zhHans: String, quantity: Int? = nil, expires: Bool = false,
            hasBattery: Bool = false, source: Source
        ) {
            self.id = id
            self.en = en
            self.zhHans = zhHans
            self.quantity = quantity
            self.expires = expires
            self.hasBattery = hasBattery
            self.source = source
        }

        public var title: Phrase { Phrase(en: en, zhHans: zhHans) }
    }

    public let id: String
    public let version: String
    public let en: String
    public let zhHans: String
    public let items: [Item]
    /// Nil in lists from before kits had a rhythm of their own: each day.
    private let every: KitRhythm?
    /// Nil in lists from before it was asked for.
    private let witnessed: Bool?
    public let source: Source

    /// - Parameter needsWitness: a second person stands behind each full check, as for controlled drugs.
    public init(
        id: String, version: String, en: String, zhHans: String, items: [Item], every: KitRhythm = .day,
        needsWitness: Bool = false, source: Source
    ) {
        self.id = id
        self.version = version
        self.en = en
        self.zhHans = zhHans
        self.items = items
        self.every = every == .day ? nil : every
        witnessed = needsWitness ? true : nil
        self.source = source
    }

    public var title: Phrase { Phrase(en: en, zhHans: zhHans) }
    /// How often the whole of it is checked.
    public var rhythm: KitRhythm { every ?? .day }
    public var needsWitness: Bool { witnessed ?? false }

    /// The kit's name alone, for what concerns no item.
    var withoutItems: Kit { Kit(id: id, version: version, en: en, zhHans: zhHans, items: [], source: source) }

    /// The item of an id.
    public subscript(item id: String) -> Item? {
        items.first { $0.id == id }
    }
}

/// The ward's kits, its shifts, and what counts as soon or late.
public struct ReadinessRules: Hashable, Sendable {
    /// A shift by its first local minute of the day.
    public struct Shift: Hashable, Sendable, Identifiable {
        public let id: String
        public let en: String
        public let zhHans: String
        /// Minutes after midnight.
        public let from: Int

        public init(id: String, en: String, zhHans: String, from: Int) {
            self.id = id
            self.en = en
            self.zhHans = zhHans
            self.from = from
        }

        public var label: Phrase { Phrase(en: en, zhHans: zhHans) }
    }

    /// A shift of a day; the day is the one on which it began.
    public struct ShiftOfDay: Hashable, Sendable {
        public let day: CalendarDay
        public let shift: Shift
    }

    public var kits: [Kit] = []
    /// In the order of their beginnings; a day has at least one.
    public var shifts: [Shift] = []
    /// An expiry within so many calendar months is flagged.
    public var expiryMonths = 0
    /// A check that is due becomes overdue so many minutes into its shift.
    public var overdueMinutes = 0
    /// What was used is full again within so many minutes; nil where the list gives only the day.
    public var restockMinutes: Int?
    public var source = Source(.recall, "")

    public init() {}

    /// The cart or area of an id; nil where the library has none.
    public func kit(_ id: String) -> Kit? {
        kits.first { $0.id == id }
    }

    /// The shift that a local time lies in; nil where the library has none.
    public func shift(at time: LocalTime) -> ShiftOfDay? {
        let minute = time.hour * 60 + time.minute
        if let shift = shifts.last(where: { $0.from <= minute }) { return ShiftOfDay(day: time.day, shift: shift) }
        return shifts.last.map { ShiftOfDay(day: time.day.advanced(days: -1), shift: $0) }
    }

    /// Every shift that began on the days of a period, up to a moment, the first one first.
    public func shifts(of period: PeriodDays, until moment: Moment, _ offset: LocalOffset) -> [ShiftOfDay] {
        var found: [ShiftOfDay] = []
        var day = period.first
        while day <= period.last {
            for shift in shifts {
                guard start(of: ShiftOfDay(day: day, shift: shift), offset) <= moment else { return found }
                found.append(ShiftOfDay(day: day, shift: shift))
            }
            day = day.advanced(days: 1)
        }
        return found
    }

    /// When a shift begins.
    public func start(of shift: ShiftOfDay, _ offset: LocalOffset) -> Moment {
        Moment(day: shift.day, hour: shift.shift.from / 60, minute: shift.shift.from % 60, offset)
    }

    /// When the next shift begins.
    public func end(of shift: ShiftOfDay, _ offset: LocalOffset) -> Moment {
        guard let index = shifts.firstIndex(of: shift.shift) else { return start(of: shift, offset) }
        let next =
            index + 1 < shifts.count
            ? ShiftOfDay(day: shift.day, shift: shifts[index + 1])
            : ShiftOfDay(day: shift.day.advanced(days: 1), shift: shifts[0])
        return start(of: next, offset)
    }

    /// The last day on which an expiry is flagged, seen from a day: so many calendar months ahead.
    public func expiryHorizon(from today: CalendarDay) -> CalendarDay {
        let (year, month, day) = today.parts
        let months = year * 12 + month - 1 + expiryMonths
        for last in stride(from: day, through: 1, by: -1) {
            if let found = CalendarDay(year: months / 12, month: months % 12 + 1, day: last) { return found }
        }
        return today
    }
}
