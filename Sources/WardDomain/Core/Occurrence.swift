/// When a fact happened: its wall clock time and the matching reading of the boot clock.
///
/// `derived` says that a person typed the time, so that its boot clock reading was computed from the wall clock.
public struct Occurrence: Hashable, Sendable {
    public let moment: Moment
    public let bootID: String
    public let uptime: Int64
    public let derived: Bool

    public init(moment: Moment, bootID: String, uptime: Int64, derived: Bool) {
        self.moment = moment
        self.bootID = bootID
        self.uptime = uptime
        self.derived = derived
    }

    /// A fact of the very instant of a reading: now, or a key press that was frozen.
    public init(_ reading: ClockReading) {
        self.init(moment: reading.moment, bootID: reading.bootID, uptime: reading.uptime, derived: false)
    }

    /// A fact at a typed time; its boot clock reading is reckoned back from a reading taken when it was typed.
    public init(typed moment: Moment, reckonedFrom reading: ClockReading) {
        let ago = reading.moment.milliseconds.held(minus: moment.milliseconds)
        self.init(
            moment: moment, bootID: reading.bootID,
            uptime: reading.uptime.held(minus: ago.held(times: nanosecondsInMillisecond)), derived: true)
    }

    /// The interval to a later fact: by the boot clock within one boot, otherwise by the wall clock.
    public func interval(to later: Occurrence) -> Interval {
        guard isOfSameBoot(as: later) else {
            return Interval(seconds: moment.seconds(to: later.moment), byWallClock: true)
        }
        return Interval(seconds: Int(nanoseconds(to: later).flooredQuotient(1_000_000_000)), byWallClock: false)
    }

    /// Nanoseconds to another fact of the same boot.
    ///
    /// Two typed times were each reckoned from a reading of their own; where both clocks agree to within a second,
    /// what was typed counts exactly, so that 18:05 to 18:35 is thirty minutes.
    private func nanoseconds(to later: Occurrence) -> Int64 {
        let byBoot = later.uptime.held(minus: uptime)
        guard derived, later.derived else { return byBoot }
        let byWall = later.moment.milliseconds.held(minus: moment.milliseconds).held(times: nanosecondsInMillisecond)
        return byBoot.held(minus: byWall).magnitude < 1_000_000_000 ? byWall : byBoot
    }

    /// The interval from this fact until a reading of the clocks.
    public func interval(to now: ClockReading) -> Interval {
        interval(to: Occurrence(now))
    }

    /// True when this fact happened before the other, by the boot clock where both share one.
    public func isBefore(_ other: Occurrence) -> Bool {
        isOfSameBoot(as: other) ? nanoseconds(to: other) > 0 : moment < other.moment
    }

    /// This fact's time, or the other's where that is later.
    func orLater(_ other: Occurrence) -> Occurrence {
        isBefore(other) ? other : self
    }

    /// Two boots that the system did not name may be different ones.
    private func isOfSameBoot(as other: Occurrence) -> Bool {
        !bootID.isEmpty && bootID == other.bootID
    }
}

/// Stored compactly as `milliseconds/uptime/boot`, with a trailing `/t` where the time was typed.
extension Occurrence: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let parts = try container.decode(String.self).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 || (parts.count == 4 && parts[3] == "t"), let milliseconds = Int64(parts[0]),
            let uptime = Int64(parts[1])
        else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an occurrence")
        }
        self.init(
            moment: Moment(milliseconds: milliseconds), bootID: String(parts[2]), uptime: uptime,
            derived: parts.count == 4)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode("\(moment.milliseconds)/\(uptime)/\(bootID)\(derived ? "/t" : "")")
    }
}

/// A length of time in whole seconds, rounded down, and whether the wall clock had to serve.
public struct Interval: Hashable, Codable, Sendable {
    public let seconds: Int
    public let byWallClock: Bool

    public init(seconds: Int, byWallClock: Bool) {
        self.seconds = seconds
        self.byWallClock = byWallClock
    }
}

private let nanosecondsInMillisecond: Int64 = 1_000_000
