import WardDomain

/// What became of a PIN that was typed.
public enum PINAnswer: Hashable, Sendable {
    case right, wrong
    /// Wrong three times, this time perhaps: whatever is typed before the seconds are over is not looked at.
    case waits(seconds: Int)
    /// The store did not tell: the PIN is neither right nor wrong.
    case notChecked

    /// What is said of it; nil for a right one.
    var said: Phrase? {
        switch self {
        case .right: nil
        case .wrong: Phrase(en: "Wrong PIN.", zhHans: "密码错误。")
        case .waits(let seconds):
            Phrase(en: "Three wrong PINs: wait \(seconds) s.", zhHans: "密码错误三次：请等待 \(seconds) 秒。")
        case .notChecked:
            Phrase(
                en: "The store did not answer: the PIN was not checked. Try again.", zhHans: "数据库未响应，密码未核对。请重试。")
        }
    }
}
