import ScreenGrid
import WardDomain

/// When a baby should be back, as people type it: `+30` (minutes from now), `18:40` or `1840`, always ahead.
enum ExpectedBack {
    /// Why a typed time was not understood.
    enum Fault: Error, Hashable {
        case notATime
        /// Not within the next twelve hours: most likely a time that has passed.
        case notAhead
    }

    /// An errand that is longer than this is none, in seconds.
    static let furthestSeconds = 12 * 3600

    /// Minutes from now that one letter gives; no more than a quick way to type them.
    static let letters: [(letter: Character, minutes: Int)] = [
        ("a", 15), ("b", 30), ("c", 45), ("d", 60), ("e", 90), ("f", 120),
    ]

    /// The letters and what each gives, for an empty field.
    static let example = letters.map { "\($0) \($1)" }.joined(separator: "  ")

    /// The minutes of a letter, whatever its case; nil for any other key.
    static func minutes(of key: Key) -> Int? {
        guard case .character(let typed) = key.normalized else { return nil }
        return letters.first { String($0.letter) == typed.lowercased() }?.minutes
    }

    /// The moment that was meant. A time of day that has passed today is tomorrow's, if that is near enough.
    static func read(_ text: String, now: Moment, _ offset: LocalOffset) throws(Fault) -> Moment {
        let typed = text.filter { !$0.isWhitespace }
        let moment = typed.first == "+" ? try minutesAhead(typed.dropFirst(), now) : try timeOfDay(typed, now, offset)
        guard moment > now, now.seconds(to: moment) <= furthestSeconds else { throw .notAhead }
        return moment
    }

    private static func minutesAhead(_ digits: Substring, _ now: Moment) throws(Fault) -> Moment {
        guard (1...4).contains(digits.count), let minutes = number(digits) else { throw .notATime }
        return now.advanced(seconds: 60 * minutes)
    }

    private static func timeOfDay(_ text: String, _ now: Moment, _ offset: LocalOffset) throws(Fault) -> Moment {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let digits =
            parts.count == 1 && (3...4).contains(text.count) ? [text.dropLast(2), text.suffix(2)] : parts
        guard digits.count == 2, (1...2).contains(digits[0].count), digits[1].count == 2,
            let hour = number(digits[0]), let minute = number(digits[1]), hour < 24, minute < 60
        else { throw .notATime }
        let today = now.localDay(offset)
        let moment = Moment(day: today, hour: hour, minute: minute, offset)
        return moment > now ? moment : Moment(day: today.advanced(days: 1), hour: hour, minute: minute, offset)
    }

    private static func number(_ digits: Substring) -> Int? {
        digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
    }
}
