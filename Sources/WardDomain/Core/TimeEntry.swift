/// A time as people type it: `18:05`, `1805`, `18:05:40`, `-5` (minutes ago), `2026-11-22 18:05`, or nothing for now.
public enum TimeEntry {
    /// Why a typed time was not understood.
    public enum Fault: Error, Hashable, Sendable {
        case notATime
        case inTheFuture
    }

    /// The moment that was meant. A time of day later than now is yesterday's; a true future is refused.
    public static func read(_ text: String, now: Moment, _ offset: LocalOffset) throws(Fault) -> Moment {
        let typed = text.halfWidth.split(separator: " ")
        switch typed.count {
        case 0: return now
        case 1 where typed[0].first == "-": return try minutesAgo(typed[0].dropFirst(), now)
        case 1: return try timeOfDay(typed[0], now, offset)
        case 2: return try dayAndTime(typed[0], typed[1], now, offset)
        default: throw .notATime
        }
    }

    /// Later than this after its case began, a time of day is rather a slip than the next day's, in seconds.
    public static let longestCase = 12 * 3600

    /// The moment that a time of day means in a case that began at a moment: after midnight the next day's. A day and a
    /// time are read as they stand. What lies before the beginning is left there, to be refused as such.
    public static func read(
        _ text: String, from start: Moment, now: Moment, _ offset: LocalOffset, longest: Int = longestCase
    ) throws(Fault) -> Moment {
        let typed = text.halfWidth.split(separator: " ")
        guard typed.count == 1, typed[0].first != "-" else { return try read(text, now: now, offset) }
        guard let clock = Clock(typed[0]) else { throw .notATime }
        let day = start.localDay(offset)
        let same = clock.moment(on: day, offset)
        let next = clock.moment(on: day.advanced(days: 1), offset)
        return same < start && start.seconds(to: next) <= longest ? next : same
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
        guard let clock = Clock(text) else { throw .notATime }
        let today = now.localDay(offset)
        let moment = clock.moment(on: today, offset)
        return moment <= now ? moment : clock.moment(on: today.advanced(days: -1), offset)
    }

    private static func dayAndTime(
        _ day: Substring, _ text: Substring, _ now: Moment, _ offset: LocalOffset
    ) throws(Fault) -> Moment {
        guard let day = CalendarDay(day), let clock = Clock(text) else { throw .notATime }
        let moment = clock.moment(on: day, offset)
        guard moment <= now else { throw .inTheFuture }
        return moment
    }

    /// Hour, minute and, where somebody was exact, second.
    private struct Clock {
        let hour: Int
        let minute: Int
        let second: Int

        init?(_ text: Substring) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            let fields = parts.count == 1 ? Self.fields(of: text) : parts
            guard (2...3).contains(fields.count), (1...2).contains(fields[0].count),
                fields.dropFirst().allSatisfy({ $0.count == 2 }),
                fields.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
            else { return nil }
            let numbers = fields.compactMap { Int($0) }
            hour = numbers[0]
            minute = numbers[1]
            second = numbers.count == 3 ? numbers[2] : 0
            guard hour < 24, minute < 60, second < 60 else { return nil }
        }

        /// `1805` and `805` as hour and minute, `180540` as hour, minute and second.
        private static func fields(of digits: Substring) -> [Substring] {
            switch digits.count {
            case 3, 4: [digits.dropLast(2), digits.suffix(2)]
            case 6: [digits.prefix(2), digits.dropFirst(2).prefix(2), digits.suffix(2)]
            default: []
            }
        }

        func moment(on day: CalendarDay, _ offset: LocalOffset) -> Moment {
            Moment(day: day, hour: hour, minute: minute, second: second, offset)
        }
    }
}
