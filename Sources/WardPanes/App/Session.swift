import WardDomain

/// Somebody who is signed in at this terminal.
struct Session: Sendable {
    let badge: Badge
    /// The last key, by the boot clock in nanoseconds; an idle terminal locks.
    var lastActive: Int64
    /// Names are shown whole until then.
    var revealedUntil: Int64 = 0
}

/// Wrong PINs: after three the badge waits.
struct PINAttempts: Sendable {
    /// Wrong PINs in a row after which a badge waits.
    static let limit = 3
    /// How long it waits, in seconds.
    static let waitSeconds: Int64 = 30

    private var wrong: [Badge: Int] = [:]
    private var waitsUntil: [Badge: Int64] = [:]

    /// Seconds that a badge has still to wait; 0 when it may try.
    func secondsToWait(_ badge: Badge, _ now: Now) -> Int {
        let left = (waitsUntil[badge] ?? 0) - now.reading.uptime
        return left <= 0 ? 0 : Int((left + 999_999_999) / 1_000_000_000)
    }

    mutating func note(_ badge: Badge, matches: Bool, _ now: Now) {
        guard !matches else {
            wrong[badge] = nil
            return
        }
        wrong[badge, default: 0] += 1
        guard wrong[badge, default: 0] >= PINAttempts.limit else { return }
        wrong[badge] = 0
        waitsUntil[badge] = now.reading.uptime + PINAttempts.waitSeconds * 1_000_000_000
    }
}
