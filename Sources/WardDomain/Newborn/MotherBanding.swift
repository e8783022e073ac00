/// The mother's band was put on; an earlier one of hers is void from then.
public struct MotherBandAttached: AdmissionFact {
    public static let kind = "motherBandAttached"
    public let code: String
    public let codeKind: BandCodeKind
    public let limb: Limb?
    public let reason: String?

    public var summary: Phrase { Phrase(en: "mother's band \(code)", zhHans: "母亲腕带 \(code)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        if let old = admission.band { admission.voidBands.append(old.voided) }
        admission.band = Band(
            code: code, codeKind: codeKind, issue: admission.voidBands.count + 1, state: .attached, limb: limb,
            since: stamp.occurred)
        admission.motherNeedsRebanding = false
    }
}

/// `band.attachMother`: the mother's own band.
public struct AttachMotherBand: WardCommand, NamesMother {
    public static let name = "band.attachMother"
    public static let summary = Phrase(en: "put the mother's band on", zhHans: "佩戴母亲腕带")
    public static let permission = Permission.custody
    public static let fields =
        motherFields + [
            CommandField("band", "code", required: true),
            CommandField("kind", "band|person"),
            CommandField("limb", Limb.allCases.map(\.rawValue).joined(separator: "|")),
            CommandField("reason", "string"),
        ]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var band: String
    public var kind: BandCodeKind?
    public var limb: Limb?
    /// Needed where she already has one.
    public var reason: String?

    public init(
        admission: AdmissionID, band: String, kind: BandCodeKind? = nil, limb: Limb? = nil, reason: String? = nil
    ) {
        self.admission = admission
        self.band = band
        self.kind = kind
        self.limb = limb
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
        if mother.band != nil { _ = try TextRules.reason(reason) }
        let fact = MotherBandAttached(code: code, codeKind: kind, limb: limb, reason: reason)
        return [context.draft(.admission(mother.id), fact)]
    }
}
