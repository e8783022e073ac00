/// Why a command was not recorded: a word for scripts, and what a person reads in both languages.
///
/// Each refusal is made in one place, beside the topic that it belongs to; there is none without a text.
public struct Refusal: Error, Hashable, Sendable {
    /// The word that scripts see; never changed once released.
    public let code: String
    /// What is wrong, and what to do where that is not plain.
    public let text: Phrase
    /// The field of the command that it is about, by its name there; nil when it is about the whole.
    public let field: String?
    /// What whoever gave the command goes on from.
    public let kind: Kind

    /// What a refusal is for whoever goes on after it otherwise than by showing it.
    public enum Kind: Hashable, Sendable {
        /// Something in the command, or in what is recorded, has to change.
        case ordinary
        /// Who gives the command may not, whatever it says.
        case rights
        /// What the command says is recorded already: giving it again changes nothing.
        case repetition
    }

    init(_ code: String, field: String? = nil, kind: Kind = .ordinary, _ text: Phrase) {
        self.code = code
        self.text = text
        self.field = field
        self.kind = kind
    }

    init(_ code: String, field: String? = nil, kind: Kind = .ordinary, en: String, zhHans: String) {
        self.init(code, field: field, kind: kind, Phrase(en: en, zhHans: zhHans))
    }

    /// The same, about a field of the command that was given.
    public func about(_ field: String) -> Refusal { Refusal(code, field: field, kind: kind, text) }
}

extension Refusal {
    /// The refusals whose text names their field as commands do.
    private static let namingTheirField: Set = ["fieldMissing", "outOfRange", "textTooLong", "codeUnknown"]

    /// The same refusal with its field called as a form calls it.
    public func calling(field label: Phrase) -> Refusal {
        guard let field, Refusal.namingTheirField.contains(code) else { return self }
        func named(_ text: String, _ label: String) -> String {
            text.replacing(field, with: label, maxReplacements: 1)
        }
        return Refusal(
            code, field: field, kind: kind, en: named(text.en, label.en), zhHans: named(text.zhHans, label.zhHans))
    }
}

/// Who may record, and when it was.
extension Refusal {
    public static let signatureNeeded = Refusal(
        "signatureNeeded", kind: .rights, en: "Sign in first: badge, then PIN.", zhHans: "请先登录：扫描工牌并输入密码。")

    public static func badgeUnknown(_ badge: Badge) -> Refusal {
        Refusal("badgeUnknown", en: "Nobody has the badge \(badge).", zhHans: "无此工牌：\(badge)。")
    }

    public static func badgeRetired(_ badge: Badge) -> Refusal {
        Refusal("badgeRetired", kind: .rights, en: "The badge \(badge) is retired.", zhHans: "工牌 \(badge) 已停用。")
    }

    public static func badgeTaken(_ badge: Badge) -> Refusal {
        Refusal("badgeTaken", en: "The badge \(badge) is somebody's already.", zhHans: "工牌 \(badge) 已被使用。")
    }

    public static func notAllowed(_ role: StaffRole) -> Refusal {
        Refusal(
            "notAllowed", kind: .rights, en: "The role \(role.label.en) may not record this.",
            zhHans: "\(role.label.zhHans)无权记录此项。")
    }

    public static let timeInFuture = Refusal(
        "timeInFuture", field: "at", en: "That time lies in the future.", zhHans: "时间不能晚于现在。")

    public static let reasonNeededForTime = Refusal(
        "reasonNeededForTime", field: "reason", en: "A time this far back needs a reason.", zhHans: "补记时间需填写原因。")

    public static let reasonNeeded = Refusal("reasonNeeded", field: "reason", en: "Say why.", zhHans: "请填写原因。")
}

/// The form of the command.
extension Refusal {
    public static func fieldMissing(_ field: String) -> Refusal {
        Refusal("fieldMissing", field: field, en: "\(field) is missing.", zhHans: "缺少 \(field)。")
    }

    public static func outOfRange(field: String, allowed: String) -> Refusal {
        outOfRange(field: field, allowed: Phrase(en: allowed, zhHans: allowed))
    }

    public static func outOfRange(field: String, allowed: Phrase) -> Refusal {
        Refusal(
            "outOfRange", field: field, en: "\(field) must be \(allowed.en).",
            zhHans: "\(field) 应为 \(allowed.zhHans)。")
    }

    /// What the length of a text is counted in.
    public enum TextUnit: Sendable {
        /// Of a terminal: a Chinese character takes two.
        case cells
        case characters

        fileprivate var label: Phrase {
            switch self {
            case .cells: Phrase(en: "columns", zhHans: "列宽")
            case .characters: Phrase(en: "characters", zhHans: "个字符")
            }
        }
    }

    public static func textTooLong(field: String, most: Int, _ unit: TextUnit) -> Refusal {
        Refusal(
            "textTooLong", field: field, en: "\(field) is too long: at most \(most) \(unit.label.en).",
            zhHans: "\(field) 过长：最多 \(most) \(unit.label.zhHans)。")
    }

    public static func idInUse(_ id: CommandID) -> Refusal {
        Refusal(
            "idInUse", field: "id", en: "Something else is recorded under the id \(id): nothing was recorded now.",
            zhHans: "标识 \(id) 已用于另一条记录，本次未记录。")
    }

    public static func codeUnknown(field: String, code: String) -> Refusal {
        Refusal(
            "codeUnknown", field: field, en: "\(field): '\(code)' is not known.", zhHans: "\(field)：未知代码「\(code)」。")
    }

    public static let nothingToRecord = Refusal(
        "nothingToRecord", en: "There is nothing new to record.", zhHans: "没有可记录的新内容。")

    public static func impossible(_ why: String) -> Refusal {
        Refusal("impossible", en: "This can't follow what is recorded: \(why).", zhHans: "与已有记录矛盾：\(why)。")
    }
}
