/// A month of the Gregorian calendar.
public struct CalendarMonth: Hashable, Comparable, Sendable {
    /// Months since the year 0, the first January being 0.
    public let index: Int

    public init(index: Int) {
        self.index = index
    }

    /// The month of a day.
    public init(_ day: CalendarDay) {
        let parts = day.parts
        self.init(index: parts.year * 12 + parts.month - 1)
    }

    public var year: Int { index / 12 }
    /// 1-12.
    public var month: Int { index % 12 + 1 }
    /// `2026-11`
    public var text: String { "\(year)-\(padded(month, 2))" }

    /// The month so many months later (earlier when negative).
    public func advanced(months: Int) -> CalendarMonth {
        CalendarMonth(index: index + months)
    }

    public static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
        left.index < right.index
    }
}
