/// The mother's band was put on; an earlier one of hers is void from then.
public struct MotherBandAttached: AdmissionFact {
    public static let kind = "motherBandAttached"
    public static let correctable: Set = ["limb", "reason"]
    public let code: String
    public let codeKind: BandCodeKind
    public let limb: Limb?
    public let reason: String?
    /// Where it took the place of another: the second of two people, and what was scanned of her babies.
    public var second: Badge?
    public var babyBand: String?
    public var noBabyBandReason: String?
    /// The issue that its symbol says; nil where it says none.
    public var printedIssue: Int?

    public var summary: Phrase { Phrase(en: "mother's band \(code)", zhHans: "母亲腕带 \(code)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        if let old = admission.band { admission.voidBands.append(old.voided) }
        admission.band = Band(
            code: code, codeKind: codeKind, issue: admission.voidBands.count + 1, printedIssue: printedIssue,
            state: .attached, limb: limb, since: stamp.occurred)
        admission.motherNeedsRebanding = false
    }
}

/// `band.attachMother`: the mother's own band. One in the place of another is put on by two staff, who say why and scan
/// a baby of hers again.
public struct AttachMotherBand: WardCommand, NamesMother {
    public static let name = "band.attachMother"
    public static let summary = Phrase(en: "put the mother's band on", zhHans: "佩戴母亲腕带")
    public static let permission = Permission.custody
    public static let fields =
        motherFields + [
            CommandField("band", "code", required: true),
            CommandField("kind", "band|person"),
            CommandField("limb", Limb.codes),
            CommandField("second", "badge; needed where she has a band already"),
            CommandField("babyBand", "code of a baby of hers, then too"), CommandField("noBabyBandReason", "string"),
            CommandField("reason", "string"),
        ]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var band: String
    public var kind: BandCodeKind?
    public var limb: Limb?
    public var second: Badge?
    public var babyBand: String?
    public var noBabyBandReason: String?
    /// Needed where she already has one.
    public var reason: String?

    public init(
        admission: AdmissionID, band: String, kind: BandCodeKind? = nil, limb: Limb? = nil, second: Badge? = nil,
        babyBand: String? = nil, noBabyBandReason: String? = nil, reason: String? = nil
    ) {
        self.admission = admission
        self.band = band
        self.kind = kind
        self.limb = limb
        self.second = second
        self.babyBand = babyBand
        self.noBabyBandReason = noBabyBandReason
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        let mother = try? ward.mother(mrn: mrn, admission: admission, label: label)
        let stays = mother?.identity.mrn.map { [Lookup.admissions(mrn: $0)] } ?? []
        return [.bandCode(BandCode.normalized(band))] + motherLookups + stays
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        try mother.checkAdmitted(context)
        let kind = BandRules.kind(kind, of: band, context)
        let code = try BandRules.free(band, for: mother, kind, context)
        if mother.band != nil, let stop = try replacing(of: mother, context) { return [stop] }
        let fact = MotherBandAttached(
            code: code, codeKind: kind, limb: limb, reason: reason, second: mother.band == nil ? nil : second,
            babyBand: babyBand?.unlessBlank.map(BandCode.normalized), noBabyBandReason: noBabyBandReason?.unlessBlank,
            printedIssue: BandCode.issue(of: band))
        return [context.draft(.admission(mother.id), fact)]
    }

    /// A baby's band that is another mother's: STOP. Nil where mother and baby belong together.
    ///
    /// - Throws: where the second person, the reason, or a scan of a banded baby that is here is missing.
    private func replacing(of mother: Admission, _ context: DecisionContext) throws(Refusal) -> Draft? {
        _ = try TextRules.reason(reason)
        guard let second else { throw .secondPersonNeeded }
        try context.checkSecond(second)
        let babies = mother.newborns.filter { $0.isHere && !$0.attachedBands.isEmpty && !$0.needsRebanding }
        guard let baby = babies.first else { return nil }
        guard let babyBand, !babyBand.isBlank else {
            guard noBabyBandReason?.isBlank == false else { throw .babyBandNeeded }
            return nil
        }
        let scanned = try context.ward.newborn(wearing: babyBand)
        guard scanned.admission.id != mother.id else { return nil }
        guard baby.mismatch == nil else { throw .mismatchUncleared }
        let stop = HandoverMismatched(
            newborn: baby.id, scanned: BandCode.normalized(babyBand), belongs: baby.attachedBands.first?.code,
            giver: nil, receiver: nil, to: baby.custody.place, during: .banding)
        return context.draft(.admission(mother.id), stop)
    }
}
