/// A point of time by the wall clock: whole milliseconds since 1970-01-01 UTC.
public struct Moment: Hashable, Comparable, Codable, Sendable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    public static func < (left: Moment, right: Moment) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The moment this many seconds later (earlier when negative).
    public func advanced(seconds: Int) -> Moment {
        Moment(milliseconds: milliseconds.held(plus: Int64(seconds).held(times: 1000)))
    }

    /// Whole seconds from this moment to a later one, rounded down.
    public func seconds(to later: Moment) -> Int {
        Int(later.milliseconds.held(minus: milliseconds).flooredQuotient(1000))
    }
}

/// Both clocks read at once: the wall clock and the boot clock (CLOCK_BOOTTIME, nanoseconds) of one boot.
public struct ClockReading: Hashable, Codable, Sendable {
    public let moment: Moment
    public let bootID: String
    public let uptime: Int64

    public init(moment: Moment, bootID: String, uptime: Int64) {
        self.moment = moment
        self.bootID = bootID
        self.uptime = uptime
    }
}
