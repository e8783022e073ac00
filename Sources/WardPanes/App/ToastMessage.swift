import ScreenGrid
import WardDomain

/// A passing message, such as what was recorded; it goes after some seconds and covers nothing that is typed.
struct ToastMessage: Sendable {
    let text: Phrase
    let role: StyleRole
    /// By the boot clock, nanoseconds.
    let until: Int64
    /// The dialog that said it, by its place from below: the message goes with it. Nil for what stands by itself.
    let dialog: Int?

    /// How long a message stays, in seconds.
    static let seconds: Int64 = 6

    init(_ text: Phrase, _ role: StyleRole, of dialog: Int? = nil, now: Now) {
        self.text = text
        self.role = role
        self.dialog = dialog
        until = now.reading.uptime + ToastMessage.seconds * 1_000_000_000
    }
}
