/// A lost or damaged band was replaced by two people; the old issue is void for ever.
public struct BandReplaced: NewbornFact {
    public static let kind = "bandReplaced"
    public static let standsForEver = true
    public let newborn: NewbornID
    /// The number of the issue that is void from now.
    public let oldIssue: Int
    public let code: String
    public let codeKind: BandCodeKind
    public let limb: Limb
    public let second: Badge
    public let reason: String
    /// What was scanned to make sure that mother and baby belong together.
    public var motherBand: String?
    public var noMotherBandReason: String?
    public var otherBand: String?
    /// The issue that the new symbol says; nil where it says none.
    public var printedIssue: Int?

    public var summary: Phrase {
        Phrase(
            en: "band \(oldIssue) replaced by \(code): \(reason)", zhHans: "第\(oldIssue)条腕带更换为 \(code)：\(reason)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            try baby.void(oldIssue, stamp)
            try baby.attach(code, codeKind, printedIssue, limb, stamp)
        }
    }
}

extension Newborn {
    /// True where a band that was on is void, or was struck out, and no other took its place: the next is put on by two.
    public var hasLostABand: Bool {
        attachedBands.count < 2 && (hadBandStruck || bands.contains { $0.state == .void })
    }
}

extension BandVerification {
    /// The record of a scan that belongs to somebody else; nil when all belong.
    func stop(
        for baby: Newborn, of admission: Admission, replacing replaced: Limb?, _ context: DecisionContext
    ) throws(Refusal) -> Draft? {
        guard let wrong = try wrong(for: baby, of: admission, replacing: replaced, context) else { return nil }
        let scans = HandoverScans(admission: admission, baby: baby, context: context)
        return context.draft(
            .admission(admission.id),
            scans.mismatch(wrong, band: otherBand, giver: nil, receiver: nil, to: baby.custody.place, during: .banding))
    }
}

/// `band.replace`: a lost, damaged or wrong band, by two staff, with a reason, mother and baby scanned again.
public struct ReplaceBand: WardCommand, NamesNewborn {
    public static let name = "band.replace"
    public static let summary = Phrase(en: "replace a lost, damaged or wrong band", zhHans: "更换腕带")
    public static let permission = Permission.custody
    public static let fields =
        unbandedFields + [
            CommandField("limb", Limb.codes, required: true),
            CommandField("newBand", "code", required: true), CommandField("kind", "band|person"),
            CommandField("second", "badge", required: true),
        ] + BandVerification.fields + [CommandField("reason", "string", required: true)]

    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    /// The limb whose band is replaced.
    public var limb: Limb
    public var newBand: String
    public var kind: BandCodeKind?
    /// The second person, other than the one who records.
    public var second: Badge
    public var motherBand: String?
    public var noMotherBandReason: String?
    /// The baby's other band.
    public var otherBand: String?
    public var reason: String?
    public var band: String? { nil }

    private enum CodingKeys: String, CodingKey {
        case newborn, mrn, admission, label, order, limb, newBand, kind, second, motherBand, noMotherBandReason
        case otherBand, reason
    }

    public init(
        newborn: NewbornID, limb: Limb, newBand: String, kind: BandCodeKind? = nil, second: Badge,
        motherBand: String?, noMotherBandReason: String? = nil, otherBand: String?, reason: String
    ) {
        self.newborn = newborn
        self.limb = limb
        self.newBand = newBand
        self.kind = kind
        self.second = second
        self.motherBand = motherBand
        self.noMotherBandReason = noMotherBandReason
        self.otherBand = otherBand
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { [.bandCode(BandCode.normalized(newBand))] + motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        guard let old = baby.attachedBands.first(where: { $0.limb == limb }) else { throw .notBanded }
        try baby.checkIdentified()
        guard baby.mismatch == nil else { throw .mismatchUncleared }
        try context.checkSecond(second)
        let reason = try TextRules.reason(reason)
        if let noMotherBandReason { _ = try TextRules.note(noMotherBandReason, field: "noMotherBandReason") }
        let kind = BandRules.kind(kind, of: newBand, context)
        let code = try BandRules.free(newBand, for: baby, kind, replacing: limb, context)
        let verification = BandVerification(
            motherBand: motherBand, noMotherBandReason: noMotherBandReason, otherBand: otherBand)
        if let stop = try verification.stop(for: baby, of: admission, replacing: limb, context) { return [stop] }
        let fact = BandReplaced(
            newborn: baby.id, oldIssue: old.issue, code: code, codeKind: kind, limb: limb, second: second,
            reason: reason, motherBand: motherBand.map(BandCode.normalized), noMotherBandReason: noMotherBandReason,
            otherBand: otherBand.map(BandCode.normalized), printedIssue: BandCode.issue(of: newBand))
        return [context.draft(.admission(admission.id), fact)]
    }
}
