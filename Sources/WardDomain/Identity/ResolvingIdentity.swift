/// By what it was found out which baby is which.
public enum IdentityMeans: String, Codable, CaseIterable, Sendable {
    case footprint, bloodGroup, dna, cordClamps, photograph, other

    public var label: Phrase {
        switch self {
        case .footprint: Phrase(en: "footprint", zhHans: "足印")
        case .bloodGroup: Phrase(en: "blood group", zhHans: "血型")
        case .dna: Phrase(en: "DNA", zhHans: "DNA")
        case .cordClamps: Phrase(en: "cord clamps", zhHans: "脐带夹")
        case .photograph: Phrase(en: "photograph", zhHans: "照片")
        case .other: Phrase(en: "other", zhHans: "其他")
        }
    }
}

/// It was found out who a baby is: by what, with what finding, by whom, and who above was told.
public struct IdentityResolved: NewbornFact {
    public static let kind = "identityResolved"
    public static let standsForEver = true
    public let newborn: NewbornID
    public let means: IdentityMeans
    public let finding: String
    public let second: Badge
    /// Who above the ward was told.
    public let escalatedTo: String

    public var summary: Phrase {
        Phrase(
            en: "identity resolved by \(means.label.en): \(finding); told: \(escalatedTo)",
            zhHans: "身份经\(means.label.zhHans)确认：\(finding)；已上报\(escalatedTo)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            guard baby.identityDoubt != nil else { throw .impossible("the identity is not in doubt") }
            baby.identityDoubt = nil
            baby.movedUnidentified = false
        }
    }
}

/// `newborn.resolveIdentity`: two people with a finding say which baby this is; then two staff put new bands on.
public struct ResolveIdentity: WardCommand, NamesNewborn {
    public static let name = "newborn.resolveIdentity"
    public static let summary = Phrase(en: "say which baby this is, after a doubt", zhHans: "确认存疑新生儿身份")
    public static let permission = Permission.clearMismatch
    public static let fields =
        unbandedFields + [
            CommandField("means", IdentityMeans.codes, required: true),
            CommandField("finding", "string", required: true), CommandField("second", "badge", required: true),
            CommandField("escalatedTo", "string", required: true),
        ]

    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var means: IdentityMeans
    public var finding: String
    public var second: Badge
    public var escalatedTo: String
    public var band: String? { nil }

    private enum CodingKeys: String, CodingKey {
        case newborn, mrn, admission, label, order, means, finding, second, escalatedTo
    }

    public init(newborn: NewbornID, means: IdentityMeans, finding: String, second: Badge, escalatedTo: String) {
        self.newborn = newborn
        self.means = means
        self.finding = finding
        self.second = second
        self.escalatedTo = escalatedTo
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.identityDoubt != nil else { throw .identityNotInDoubt }
        guard !finding.isBlank else { throw .fieldMissing("finding") }
        guard !escalatedTo.isBlank else { throw .fieldMissing("escalatedTo") }
        try context.checkSecond(second)
        let fact = IdentityResolved(
            newborn: baby.id, means: means, finding: try TextRules.note(finding.trimmed, field: "finding"),
            second: second, escalatedTo: try TextRules.note(escalatedTo.trimmed, field: "escalatedTo"))
        return [context.draft(.admission(admission.id), fact)]
    }
}
