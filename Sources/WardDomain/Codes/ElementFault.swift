/// Exactly why a GS1 element string can't be read or written.
public enum ElementFault: Error, Hashable, Sendable {
    case empty
    /// No identifier that is known here begins with these characters.
    case unknownIdentifier(String)
    case wrongLength(ApplicationIdentifier, found: Int, allowed: String)
    case notDigits(ApplicationIdentifier)
    case wrongCharacter(ApplicationIdentifier, Character)
    case wrongCheckDigit(ApplicationIdentifier, found: Int, expected: Int)
    case noSuchDay(ApplicationIdentifier, String)
    case noSuchTime(ApplicationIdentifier, String)
    case noSuchSex(String)
    case wrongSequence(String)
    /// A `%` without two hexadecimal digits, or bytes that are no UTF-8.
    case wrongPercentEncoding(ApplicationIdentifier)
    /// The same identifier twice with different values.
    case contradicts(ApplicationIdentifier)
    case companionMissing(ApplicationIdentifier, needs: [ApplicationIdentifier])
    case excluded(ApplicationIdentifier, by: ApplicationIdentifier)

    public var text: Phrase {
        switch self {
        case .empty: Phrase(en: "the code is empty", zhHans: "编码为空")
        case .unknownIdentifier(let start):
            Phrase(en: "no element is known that begins with \(start)", zhHans: "没有以 \(start) 开头的标识符")
        case .wrongLength(let element, let found, let allowed):
            Phrase(
                en: "(\(element.rawValue)) has \(found) characters, it takes \(allowed); is a separator missing?",
                zhHans: "(\(element.rawValue)) 有 \(found) 个字符，应为 \(allowed) 个；是否缺少分隔符？")
        case .notDigits(let element):
            Phrase(en: "(\(element.rawValue)) takes digits only", zhHans: "(\(element.rawValue)) 只能是数字")
        case .wrongCharacter(let element, let character):
            Phrase(
                en: "(\(element.rawValue)) must not hold '\(character)'",
                zhHans: "(\(element.rawValue)) 不得含有「\(character)」")
        case .wrongCheckDigit(let element, let found, let expected):
            Phrase(
                en: "the check digit of (\(element.rawValue)) is \(found), it should be \(expected)",
                zhHans: "(\(element.rawValue)) 的校验位为 \(found)，应为 \(expected)")
        case .noSuchDay(let element, let value):
            Phrase(
                en: "(\(element.rawValue)) \(value) is no day of the calendar",
                zhHans: "(\(element.rawValue)) \(value) 不是有效日期")
        case .noSuchTime(let element, let value):
            Phrase(
                en: "(\(element.rawValue)) \(value) is no time of day", zhHans: "(\(element.rawValue)) \(value) 不是有效时刻")
        case .noSuchSex(let value):
            Phrase(en: "(7252) \(value) is not 0, 1, 2 or 9", zhHans: "(7252) \(value) 不是 0、1、2 或 9")
        case .wrongSequence(let value):
            Phrase(
                en: "(7258) \(value) is not one of how many, such as 1/2", zhHans: "(7258) \(value) 不是「第几/共几」，如 1/2")
        case .wrongPercentEncoding(let element):
            Phrase(
                en: "(\(element.rawValue)) holds a % that encodes nothing", zhHans: "(\(element.rawValue)) 中的 % 编码有误")
        case .contradicts(let element):
            Phrase(
                en: "(\(element.rawValue)) stands twice with different values", zhHans: "(\(element.rawValue)) 重复且不一致")
        case .companionMissing(let element, let needs):
            Phrase(
                en: "(\(element.rawValue)) needs \(Self.list(needs, " or ")) beside it",
                zhHans: "(\(element.rawValue)) 须与 \(Self.list(needs, " 或 ")) 同时出现")
        case .excluded(let element, let other):
            Phrase(
                en: "(\(element.rawValue)) must not stand beside (\(other.rawValue))",
                zhHans: "(\(element.rawValue)) 不得与 (\(other.rawValue)) 同时出现")
        }
    }

    private static func list(_ identifiers: [ApplicationIdentifier], _ separator: String) -> String {
        identifiers.map { "(\($0.rawValue))" }.joined(separator: separator)
    }
}
