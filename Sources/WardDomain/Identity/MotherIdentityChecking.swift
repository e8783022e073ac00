/// How it was made sure who a mother is.
public struct IdentityCheck: Codable, Hashable, Sendable {
    /// By what it was made sure.
    public enum Means: String, Codable, CaseIterable, Sendable {
        case documentAndFace, twoStaff, other, notYet

        public var label: Phrase {
            switch self {
            case .documentAndFace: Phrase(en: "document and face", zhHans: "证件与本人核对")
            case .twoStaff: Phrase(en: "two staff", zhHans: "双人核对")
            case .other: Phrase(en: "other", zhHans: "其他方式")
            case .notYet: Phrase(en: "not yet", zhHans: "尚未核对")
            }
        }
    }

    public let means: Means
    public let document: IdentityDocument?
    /// The other of two staff.
    public let second: Badge?
    public let note: String?

    public var text: Phrase {
        let paper = document?.text
        let said = note.map { ": \($0)" } ?? ""
        return Phrase(
            en: means.label.en + (paper.map { ", \($0.en)" } ?? "") + said,
            zhHans: means.label.zhHans + (paper.map { "，\($0.zhHans)" } ?? "") + (note.map { "：\($0)" } ?? ""))
    }

    /// The check of a command's fields; nil where no means is given.
    static func checked(
        _ means: Means?, kind: DocumentKind?, lastFour: String?, second: Badge?, note: String?,
        _ context: DecisionContext
    ) throws(Refusal) -> IdentityCheck? {
        let document = try IdentityDocument.checked(kind, lastFour)
        let note = note?.isBlank == false ? note : nil
        guard let means else {
            guard document == nil, second == nil, note == nil else { throw .fieldMissing("identityCheck") }
            return nil
        }
        switch means {
        case .documentAndFace where document == nil: throw .fieldMissing("documentKind")
        case .twoStaff:
            guard let second else { throw .secondPersonNeeded }
            try context.checkSecond(second)
        case .other where note == nil: throw .fieldMissing("checkNote")
        default: break
        }
        if let note { _ = try TextRules.note(note, field: "checkNote") }
        return IdentityCheck(means: means, document: document, second: second, note: note)
    }

    static let fields =
        [CommandField("identityCheck", Means.codes)]
        + IdentityDocument.fields + [CommandField("second", "badge"), CommandField("checkNote", "string")]
}

/// Somebody made sure who a mother is, or said that it is still to be done.
public struct MotherIdentityChecked: AdmissionFact {
    public static let kind = "motherIdentityChecked"
    public let check: IdentityCheck

    public var summary: Phrase {
        Phrase(en: "identity checked: \(check.text.en)", zhHans: "身份核对：\(check.text.zhHans)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        admission.identityCheck = check
    }
}

/// `mother.checkIdentity`: how it was made sure who she is, where that was not done as she came.
public struct CheckMotherIdentity: WardCommand, NamesMother {
    public static let name = "mother.checkIdentity"
    public static let summary = Phrase(en: "check who a mother is", zhHans: "核对孕产妇身份")
    public static let permission = Permission.care
    public static let fields = motherFields + IdentityCheck.fields

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var identityCheck: IdentityCheck.Means?
    public var documentKind: DocumentKind?
    public var documentLast4: String?
    public var second: Badge?
    public var checkNote: String?

    public init(
        admission: AdmissionID, _ means: IdentityCheck.Means?, documentKind: DocumentKind? = nil,
        documentLast4: String? = nil, second: Badge? = nil, note: String? = nil
    ) {
        self.admission = admission
        identityCheck = means
        self.documentKind = documentKind
        self.documentLast4 = documentLast4
        self.second = second
        checkNote = note
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        let check = try IdentityCheck.checked(
            identityCheck, kind: documentKind, lastFour: documentLast4, second: second, note: checkNote, context)
        guard let check else { throw .fieldMissing("identityCheck") }
        guard check != mother.identityCheck else { throw .nothingToRecord }
        return [context.draft(.admission(mother.id), MotherIdentityChecked(check: check))]
    }
}
