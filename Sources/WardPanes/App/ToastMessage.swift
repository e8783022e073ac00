import ScreenGrid
import WardDomain

/// A passing message, such as what was recorded; it goes after some seconds and covers nothing that is typed.
struct ToastMessage: Sendable {
    let text: Phrase
    let role: StyleRole
    /// True for what was shown as NOT SAVED and was refused after all.
    let isNotRecorded: Bool
    /// By the boot clock, nanoseconds.
    let until: Int64
    /// The dialog that said it, by its place from below: the message goes with it. Nil for what stands by itself.
    let dialog: Int?

    /// How long a message stays, in seconds.
    static let seconds: Int64 = 6
    /// How long it stays that something was not recorded, in seconds: time to enter it again.
    static let secondsNotRecorded: Int64 = 60

    init(
        _ text: Phrase, _ role: StyleRole, of dialog: Int? = nil, isNotRecorded: Bool = false, now: Now
    ) {
        self.text = text
        self.role = role
        self.dialog = dialog
        self.isNotRecorded = isNotRecorded
        let seconds = isNotRecorded ? ToastMessage.secondsNotRecorded : ToastMessage.seconds
        until = now.reading.uptime + seconds * 1_000_000_000
    }
}

extension [ToastMessage] {
    /// Says what was shown as NOT SAVED and is refused after all, with its time, beside what else was refused just now.
    mutating func sayNotRecorded(_ order: RecordOrder, _ refusal: Refusal, _ scene: Scene) {
        let at = order.moment.map { " \(LocalTime($0, scene.offset).hourMinuteSecond)" } ?? ""
        let (words, why) = (order.words, refusal.text)
        var before = Phrase(en: "NOT RECORDED, enter it again:", zhHans: "未记录，请重新录入：")
        if let index = lastIndex(where: \.isNotRecorded) { before = remove(at: index).text }
        let text = Phrase(
            en: "\(before.en) \(words.en)\(at) (\(why.en))",
            zhHans: "\(before.zhHans)\(words.zhHans)\(at)（\(why.zhHans)）")
        append(ToastMessage(text, .alarmHigh, isNotRecorded: true, now: scene.now))
    }
}
