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
    /// The moment of a local day and time of day; where local time jumps, the offset just before it serves.
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

/// A time as people type it: `18:05`, `1805`, `18:05:30`, `-5` (minutes ago), `2026-11-22 18:05`, or nothing for now.
public enum TimeEntry {
    /// Why a typed time was not understood.
    public enum Fault: Error, Hashable, Sendable {
        case notATime
        case inTheFuture
    }

    /// The moment that was meant. A time of day later than now is yesterday's; a true future is refused.
    public static func read(_ text: String, now: Moment, _ offset: LocalOffset) throws(Fault) -> Moment {
        let typed = text.split(separator: " ")
        switch typed.count {
        case 0: return now
        case 1 where typed[0].first == "-": return try minutesAgo(typed[0].dropFirst(), now)
        case 1: return try timeOfDay(typed[0], now, offset)
        case 2:
            guard let day = CalendarDay(typed[0]), let time = clockTime(typed[1]) else { throw .notATime }
            let moment = Moment(day: day, hour: time.hour, minute: time.minute, second: time.second, offset)
            guard moment <= now else { throw .inTheFuture }
            return moment
        default: throw .notATime
        }
    }

    private static func minutesAgo(_ digits: Substring, _ now: Moment) throws(Fault) -> Moment {
        guard (1...4).contains(digits.count), digits.allSatisfy(\.isASCIIDigit), let minutes = Int(digits) else {
            throw .notATime
        }
        return now.advanced(seconds: -60 * minutes)
    }

    private static func timeOfDay(
        _ text: Substring, _ now: Moment, _ offset: LocalOffset
    ) throws(Fault) -> Moment {
        guard let time = clockTime(text) else { throw .notATime }
        func moment(on day: CalendarDay) -> Moment {
            Moment(day: day, hour: time.hour, minute: time.minute, second: time.second, offset)
        }
        let today = now.localDay(offset)
        return moment(on: today) <= now ? moment(on: today) : moment(on: today.advanced(days: -1))
    }

    private static func clockTime(_ text: Substring) -> (hour: Int, minute: Int, second: Int)? {
        let halfWidthColon = text.replacing("：", with: ":")
        let parts = halfWidthColon.split(separator: ":", omittingEmptySubsequences: false)
        let digits: [Substring]
        switch parts.count {
        case 1 where (3...4).contains(halfWidthColon.count):
            digits = [Substring(halfWidthColon.dropLast(2)), Substring(halfWidthColon.suffix(2))]
        case 2...3 where (1...2).contains(parts[0].count) && parts.dropFirst().allSatisfy { $0.count == 2 }:
            digits = parts.map { Substring($0) }
        default: return nil
        }
        guard digits.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), let hour = Int(digits[0]),
            let minute = Int(digits[1]), let second = digits.count == 3 ? Int(digits[2]) : 0,
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        return (hour, minute, second)
    }
}
