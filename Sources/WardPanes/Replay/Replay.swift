import ScreenGrid
import WardDomain

/// Something past that is played again: what had happened by which second of it, faster than it was.
///
/// It is a value driven by `now` alone: where it stands is where it stood when it was last touched, plus the time since
/// then times its speed. Nothing counts ticks, so that a late tick loses nothing.
struct Replay: Hashable, Sendable {
    /// Something that happened in it.
    struct Event: Hashable, Sendable {
        let label: Phrase
        /// Seconds from the beginning of what is played; negative for what came before.
        let at: Int
        /// When the stretch that led here began.
        let from: Int?
        /// When it should have happened.
        let target: Int?
        let role: StyleRole

        init(_ label: Phrase, at: Int, from: Int? = nil, target: Int? = nil, role: StyleRole = .barFilled) {
            self.label = label
            self.at = at
            self.from = from
            self.target = target
            self.role = role
        }
    }

    /// In the order of their times.
    let events: [Event]
    /// The seconds from which to which it is played.
    let span: ClosedRange<Int>
    /// How many seconds of it go by in one second.
    private(set) var speed = 10
    /// Where it stood when it was last touched, in milliseconds.
    private var stood: Int64
    /// The boot clock when it was last set going, in nanoseconds; nil while it is paused.
    private var since: Int64?

    /// The speeds that can be chosen.
    static let speeds = [1, 2, 5, 10, 20, 30, 60]

    /// - Parameter length: the seconds after the beginning at which it ends, or the last event if that is later.
    init(_ events: [Event], length: Int) {
        self.events = events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        let start = min(0, self.events.first?.at ?? 0)
        span = start...max(length, self.events.last?.at ?? 0, start)
        stood = Int64(start) * 1000
    }

    /// The second of the past that is shown, within the span.
    func position(_ now: Now) -> Int {
        Int(milliseconds(now).flooredSeconds)
    }

    /// Whether it moves on by itself now.
    func isPlaying(_ now: Now) -> Bool { since != nil && !hasEnded(now) }

    func hasEnded(_ now: Now) -> Bool { milliseconds(now) >= Int64(span.upperBound) * 1000 }

    /// What had happened by now, the newest last.
    func happened(_ now: Now) -> ArraySlice<Event> {
        let position = position(now)
        return events.prefix { $0.at <= position }
    }

    /// What comes next; nil at the end.
    func upcoming(_ now: Now) -> Event? {
        let position = position(now)
        return events.first { $0.at > position }
    }

    /// When the shown second changes by itself, by the boot clock; nil while it is paused or over.
    func nextChange(_ now: Now) -> Int64? {
        guard isPlaying(now) else { return nil }
        let left = 1000 - (milliseconds(now) - Int64(position(now)) * 1000)
        return now.reading.uptime + max(Self.leastNanoseconds, left * 1_000_000 / Int64(speed))
    }

    /// It is not drawn more often than this.
    private static let leastNanoseconds: Int64 = 100_000_000

    private func milliseconds(_ now: Now) -> Int64 {
        let gone = since.map { max(0, now.reading.uptime - $0) / 1_000_000 * Int64(speed) } ?? 0
        return min(stood + gone, Int64(span.upperBound) * 1000)
    }
}

extension Replay {
    /// Goes on, or pauses; from the end it begins anew.
    mutating func toggle(_ now: Now) {
        if isPlaying(now) {
            settle(now)
            since = nil
        } else {
            if hasEnded(now) { stood = Int64(span.lowerBound) * 1000 }
            since = now.reading.uptime
        }
    }

    /// Goes to a second of it, kept within the span; it plays on if it played.
    mutating func seek(to second: Int, _ now: Now) {
        let plays = isPlaying(now)
        stood = Int64(min(max(second, span.lowerBound), span.upperBound)) * 1000
        since = plays ? now.reading.uptime : nil
    }

    /// Goes to the next event, or to the end.
    mutating func skipForward(_ now: Now) {
        seek(to: upcoming(now)?.at ?? span.upperBound, now)
    }

    /// Goes to the event before the one that is shown, or to the beginning.
    mutating func skipBack(_ now: Now) {
        let position = position(now)
        seek(to: events.last { $0.at < position }?.at ?? span.lowerBound, now)
    }

    /// Chooses the next greater or smaller speed, as far as there is one.
    mutating func changeSpeed(by offset: Int, _ now: Now) {
        settle(now)
        let index = (Self.speeds.firstIndex(of: speed) ?? 0) + offset
        if Self.speeds.indices.contains(index) { speed = Self.speeds[index] }
    }

    /// Keeps where it stands, so that what changes next counts from here.
    private mutating func settle(_ now: Now) {
        stood = milliseconds(now)
        if since != nil { since = now.reading.uptime }
    }
}

extension Int64 {
    /// Milliseconds as whole seconds, rounded down.
    fileprivate var flooredSeconds: Int64 {
        let (quotient, rest) = quotientAndRemainder(dividingBy: 1000)
        return rest < 0 ? quotient - 1 : quotient
    }
}
