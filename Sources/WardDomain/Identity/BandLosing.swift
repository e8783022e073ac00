/// A band is gone: lost, damaged, or cut off for care. That issue is void for ever.
public struct BandLost: NewbornFact {
    public static let kind = "bandLost"
    public static let standsForEver = true
    public let newborn: NewbornID
    /// The number of the issue that is void from now.
    public let issue: Int
    public let limb: Limb
    public let reason: String

    public var summary: Phrase {
        Phrase(
            en: "band \(issue) off the \(limb.label.en), void: \(reason)",
            zhHans: "第\(issue)条腕带（\(limb.label.zhHans)）作废：\(reason)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in try baby.void(issue, stamp) }
    }
}

extension Newborn {
    /// Takes an issue off for ever.
    mutating func void(_ issue: Int, _ stamp: EntryStamp) throws(FoldFault) {
        guard let index = bands.firstIndex(where: { $0.issue == issue && $0.state == .attached }) else {
            throw .impossible("the old band is not on")
        }
        bands[index].state = .void
        bands[index].since = stamp.occurred
    }
}

/// `band.lose`: a band was found lost or damaged, or was cut off; a new one follows, put on by two staff.
public struct LoseBand: WardCommand, NamesNewborn {
    public static let name = "band.lose"
    public static let summary = Phrase(en: "a band is lost, damaged or cut off", zhHans: "腕带遗失、损坏或剪除")
    public static let permission = Permission.custody
    public static let fields =
        unbandedFields + [
            CommandField("limb", Limb.codes, required: true),
            CommandField("reason", "string", required: true),
        ]

    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var limb: Limb
    public var reason: String?
    public var band: String? { nil }

    private enum CodingKeys: String, CodingKey {
        case newborn, mrn, admission, label, order, limb, reason
    }

    public init(newborn: NewbornID, limb: Limb, reason: String) {
        self.newborn = newborn
        self.limb = limb
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        guard let old = baby.attachedBands.first(where: { $0.limb == limb }) else { throw .notBanded }
        let fact = BandLost(newborn: baby.id, issue: old.issue, limb: limb, reason: try TextRules.reason(reason))
        var drafts = [context.draft(.admission(admission.id), fact)]
        if baby.attachedBands.count == 1 {
            drafts += IdentityDoubts.drafts(for: baby, of: admission, at: baby.custody.place, context)
        }
        return drafts
    }
}
