/// How far a pregnancy is, in completed weeks and days, reckoned back from the due date (40 weeks + 0 days).
public struct Gestation: Hashable, Comparable, Sendable {
    /// Completed days, from 0.
    public let days: Int

    public init(days: Int) {
        self.days = days
    }

    /// Nil when the day is before the pregnancy began.
    public init?(dueDate: CalendarDay, on day: CalendarDay) {
        let days = 280 - day.days(to: dueDate)
        guard days >= 0 else { return nil }
        self.init(days: days)
    }

    public static func < (left: Gestation, right: Gestation) -> Bool {
        left.days < right.days
    }

    /// `39+4`
    public var weeksAndDays: String { "\(days / 7)+\(days % 7)" }

    /// `T+3` from the day after the due date; nil before.
    public var pastDue: String? { days > 280 ? "T+\(days - 280)" : nil }

    /// Whether a mother with this due date can be here on a day: from 40 weeks before it to 28 days past it.
    public static func isPlausible(dueDate: CalendarDay, on day: CalendarDay) -> Bool {
        let days = 280 - day.days(to: dueDate)
        return (0...plausibleDays).contains(days)
    }

    /// 44 weeks and 0 days.
    static let plausibleDays = 308
}
