/// Times of the command line: `2026-11-22T18:42:07.250+08:00`.
public enum ISO8601 {
    /// Writes a moment with the local offset; milliseconds only where there are some.
    public static func text(_ moment: Moment, _ offset: LocalOffset) -> String {
        let local = LocalTime(moment, offset)
        let fraction = Int(moment.milliseconds - moment.milliseconds.flooredQuotient(1000) * 1000)
        let minutes = offset.seconds(moment) / 60
        let zone = "\(minutes < 0 ? "-" : "+")\(padded(abs(minutes) / 60, 2)):\(padded(abs(minutes) % 60, 2))"
        return "\(local.day)T\(local.hourMinuteSecond)\(fraction == 0 ? "" : ".\(padded(fraction, 3))")\(zone)"
    }

    /// Reads a date and time with `Z`, an offset, or neither (then local); seconds and fraction may be left out.
    public static func moment(_ text: String, _ offset: LocalOffset) -> Moment? {
        let halves = text.split(maxSplits: 1, whereSeparator: { $0 == "T" || $0 == " " })
        guard halves.count == 2, let day = CalendarDay(halves[0]) else { return nil }
        var clock = halves[1]
        let zone = takeZone(&clock)
        guard let milliseconds = millisecondsOfDay(clock) else { return nil }
        let (hour, minute, second) = (milliseconds / 3_600_000, milliseconds / 60000 % 60, milliseconds / 1000 % 60)
        let whole: Moment
        switch zone {
        case .none: whole = Moment(day: day, hour: hour, minute: minute, second: second, offset)
        case .seconds(let east):
            whole = Moment(day: day, hour: hour, minute: minute, second: second, .fixed(seconds: east))
        case .unreadable: return nil
        }
        return Moment(milliseconds: whole.milliseconds + Int64(milliseconds % 1000))
    }

    /// What stands behind the time of day.
    private enum Zone {
        case none
        case seconds(Int)
        case unreadable
    }

    private static func takeZone(_ clock: inout Substring) -> Zone {
        if clock.last == "Z" || clock.last == "z" {
            clock.removeLast()
            return .seconds(0)
        }
        guard let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return .none }
        let digits = clock[clock.index(after: sign)...].filter { $0 != ":" }
        let east = clock[sign] == "+" ? 1 : -1
        clock = clock[..<sign]
        guard digits.count == 4, digits.allSatisfy(\.isASCIIDigit), let number = Int(digits), number % 100 < 60,
            number <= 1400
        else { return .unreadable }
        return .seconds(east * (number / 100 * 3600 + number % 100 * 60))
    }

    private static func millisecondsOfDay(_ clock: Substring) -> Int? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts[0].count == 2, parts[1].count == 2,
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        guard parts.count == 3 else { return (hour * 60 + minute) * 60000 }
        let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(seconds.count), seconds[0].count == 2, let second = Int(seconds[0]),
            (0...59).contains(second)
        else { return nil }
        var fraction = 0
        if seconds.count == 2 {
            guard !seconds[1].isEmpty, seconds[1].allSatisfy(\.isASCIIDigit) else { return nil }
            fraction = Int((seconds[1] + "00").prefix(3)) ?? 0
        }
        return ((hour * 60 + minute) * 60 + second) * 1000 + fraction
    }
}
