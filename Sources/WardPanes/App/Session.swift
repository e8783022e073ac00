import WardDomain

/// Somebody who is signed in at this terminal.
struct Session: Sendable {
    let badge: Badge
    /// The last key, by the boot clock in nanoseconds; an idle terminal locks.
    var lastActive: Int64
    /// Names are shown whole until then.
    var revealedUntil: Int64 = 0
}
