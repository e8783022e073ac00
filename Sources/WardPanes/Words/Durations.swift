import WardDomain

/// Durations as clocks and as text.
public enum Durations {
    /// A clock: `12:31`, from an hour on `1:02:31`; a minus sign before a negative one.
    public static func clock(_ seconds: Int) -> String {
        let size = abs(seconds)
        let minutesSeconds = "\(two(size / 60 % 60)):\(two(size % 60))"
        let text = size < 3600 ? minutesSeconds : "\(size / 3600):\(minutesSeconds)"
        return seconds < 0 ? "-\(text)" : text
    }

    /// How long ago, to the minute: `0:12`, `3:05`.
    public static func hoursMinutes(_ seconds: Int) -> String {
        "\(seconds / 3600):\(two(seconds / 60 % 60))"
    }

    /// Short text with a unit: `45s`, `18m`, `3h`.
    public static func short(_ seconds: Int) -> String {
        switch seconds {
        case ..<60: "\(seconds)s"
        case ..<7200: "\(seconds / 60)m"
        default: "\(seconds / 3600)h"
        }
    }

    /// The whole seconds of which `short` says the same as of these.
    static func saidAlike(_ seconds: Int) -> Range<Int> {
        let unit =
            switch seconds {
            case ..<60: 1
            case ..<7200: 60
            default: 3600
            }
        let first = seconds >= 0 ? seconds / unit * unit : seconds
        return first..<first + unit
    }

    /// The same in words that need no room: `18m`, 18分.
    static func words(_ seconds: Int) -> Phrase {
        let zhHans =
            switch seconds {
            case ..<60: "\(seconds)秒"
            case ..<7200: "\(seconds / 60)分"
            default: "\(seconds / 3600)小时"
            }
        return Phrase(en: short(seconds), zhHans: zhHans)
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
