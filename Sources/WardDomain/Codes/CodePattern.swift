/// Whom or what a code belongs to.
public enum CodeClass: String, Codable, CaseIterable, Hashable, Sendable {
    case staff, mother, newborn
    /// A cot card or a census sheet: names a place at a baby's side, never the baby.
    case cot

    public var label: Phrase {
        switch self {
        case .staff: Phrase(en: "staff badge", zhHans: "工牌")
        case .mother: Phrase(en: "mother's band", zhHans: "母亲腕带")
        case .newborn: Phrase(en: "newborn's band", zhHans: "新生儿腕带")
        case .cot: Phrase(en: "cot card", zhHans: "床头卡")
        }
    }
}

/// The form of a hospital's own codes of one class.
///
/// In the pattern `#` is a digit, `?` a letter or digit, `*` any characters, and everything else itself; upper and lower
/// case are the same.
public struct CodePattern: Hashable, Sendable {
    public let pattern: String
    public let codeClass: CodeClass
    /// Whether each band has a code of its own, or both bands and every reprint carry the person's; nil for badges and
    /// cards.
    public let kind: BandCodeKind?

    public init(_ pattern: String, _ codeClass: CodeClass, kind: BandCodeKind? = nil) {
        self.pattern = pattern
        self.codeClass = codeClass
        self.kind = kind
    }

    /// Whether a code has this form.
    public func matches(_ code: String) -> Bool {
        Self.matches(code.uppercased()[...], pattern.uppercased()[...])
    }

    private static func matches(_ code: Substring, _ pattern: Substring) -> Bool {
        guard let sign = pattern.first else { return code.isEmpty }
        let rest = pattern.dropFirst()
        if sign == "*" {
            return matches(code, rest) || (!code.isEmpty && matches(code.dropFirst(), pattern))
        }
        guard let character = code.first, fits(character, sign) else { return false }
        return matches(code.dropFirst(), rest)
    }

    private static func fits(_ character: Character, _ sign: Character) -> Bool {
        switch sign {
        case "#": character.isASCIIDigit
        case "?": character.isASCII && (character.isLetter || character.isNumber)
        default: character == sign
        }
    }
}
