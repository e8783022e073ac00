/// How far local time is ahead of UTC at any moment, in seconds: passed in, because the domain reads no clock or zone.
public struct LocalOffset: Sendable {
    public let seconds: @Sendable (Moment) -> Int

    public init(seconds: @escaping @Sendable (Moment) -> Int) {
        self.seconds = seconds
    }

    /// The same offset at every moment.
    public static func fixed(seconds: Int) -> LocalOffset {
        LocalOffset { _ in seconds }
    }
}

/// A moment as the clock on the wall shows it.
public struct LocalTime: Hashable, Sendable {
    public let day: CalendarDay
    /// 0-23, 0-59, 0-59.
    public let hour: Int
    public let minute: Int
    public let second: Int

    public init(_ moment: Moment, _ offset: LocalOffset) {
        let seconds = moment.milliseconds.flooredQuotient(1000) + Int64(offset.seconds(moment))
        let day = seconds.flooredQuotient(86400)
        let rest = Int(seconds - day * 86400)
        self.day = CalendarDay(daysSinceEpoch: Int(day))
        hour = rest / 3600
        minute = rest / 60 % 60
        second = rest % 60
    }

    /// `18:42`
    public var hourMinute: String { "\(padded(hour, 2)):\(padded(minute, 2))" }
    /// `18:42:07`
    public var hourMinuteSecond: String { "\(hourMinute):\(padded(second, 2))" }
}

extension Moment {
    /// The moment of a local day and time of day; where local time jumps, one of the two offsets serves.
    public init(day: CalendarDay, hour: Int, minute: Int, second: Int = 0, _ offset: LocalOffset) {
        let local = (Int64(day.daysSinceEpoch) * 86400 + Int64(hour * 3600 + minute * 60 + second)) * 1000
        let guess = Moment(milliseconds: local - Int64(offset.seconds(Moment(milliseconds: local))) * 1000)
        self.init(milliseconds: local - Int64(offset.seconds(guess)) * 1000)
    }

    /// The local day of this moment.
    public func localDay(_ offset: LocalOffset) -> CalendarDay {
        LocalTime(self, offset).day
    }
}
