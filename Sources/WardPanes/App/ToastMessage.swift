import ScreenGrid
import WardDomain

/// A passing message, such as what was recorded; it goes after some seconds and covers nothing that is typed.
struct ToastMessage: Sendable {
    let text: Phrase
    let role: StyleRole
    /// By the boot clock, nanoseconds.
    let until: Int64

    /// How long a message stays, in seconds.
    static let seconds: Int64 = 6

    init(_ text: Phrase, _ role: StyleRole, now: Now) {
        self.text = text
        self.role = role
        until = now.reading.uptime + ToastMessage.seconds * 1_000_000_000
    }
}
