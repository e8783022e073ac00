/// A paper that says who somebody is.
public enum DocumentKind: String, Codable, CaseIterable, Sendable {
    case identityCard, passport, householdRegister, birthCertificate, agencyLetter, other

    public var label: Phrase {
        switch self {
        case .identityCard: Phrase(en: "identity card", zhHans: "身份证")
        case .passport: Phrase(en: "passport", zhHans: "护照")
        case .householdRegister: Phrase(en: "household register", zhHans: "户口簿")
        case .birthCertificate: Phrase(en: "birth certificate", zhHans: "出生医学证明")
        case .agencyLetter: Phrase(en: "letter of an agency", zhHans: "机构公函")
        case .other: Phrase(en: "other document", zhHans: "其他证件")
        }
    }
}

/// A document that was seen: its kind and the last four characters of its number, never the whole number.
public struct IdentityDocument: Codable, Hashable, Sendable {
    public let kind: DocumentKind
    /// Four letters or digits, upper case.
    public let lastFour: String

    public var text: Phrase {
        Phrase(en: "\(kind.label.en) ..\(lastFour)", zhHans: "\(kind.label.zhHans) ..\(lastFour)")
    }

    /// The document of two fields of a command; nil where neither is given.
    ///
    /// - Throws: `fieldMissing` where only one is, `outOfRange` for anything but four letters or digits.
    static func checked(_ kind: DocumentKind?, _ lastFour: String?) throws(Refusal) -> IdentityDocument? {
        let digits = lastFour.map { TextRules.number($0) } ?? ""
        guard kind != nil || !digits.isEmpty else { return nil }
        guard let kind else { throw .fieldMissing("documentKind") }
        guard !digits.isEmpty else { throw .fieldMissing("documentLast4") }
        guard digits.count == 4, digits.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            throw .outOfRange(field: "documentLast4", allowed: Phrase(en: "4 letters or digits", zhHans: "4位字母或数字"))
        }
        return IdentityDocument(kind: kind, lastFour: digits)
    }

    /// The two fields for the help of a command.
    static let fields = [
        CommandField("documentKind", DocumentKind.codes),
        CommandField("documentLast4", "4 letters or digits"),
    ]
}
