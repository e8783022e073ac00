/// A band was printed for a newborn.
public struct BandIssued: NewbornFact {
    public static let kind = "bandIssued"
    public let newborn: NewbornID
    public let code: String
    public let codeKind: BandCodeKind
    /// The issue that its symbol says; nil where it says none.
    public var printedIssue: Int?

    public var summary: Phrase { Phrase(en: "band issued \(code)", zhHans: "发放腕带 \(code)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby in
            baby.bands.append(
                Band(
                    code: code, codeKind: codeKind, issue: baby.bands.count + 1, printedIssue: printedIssue,
                    state: .issued, limb: nil, since: stamp.occurred))
        }
    }
}

/// A band was put on a newborn.
public struct BandAttached: NewbornFact {
    public static let kind = "bandAttached"
    public static let correctable: Set = ["limb", "reason"]
    public let newborn: NewbornID
    public let code: String
    public let codeKind: BandCodeKind
    public let limb: Limb
    public let reason: String?
    /// The second of two people, where a band had been lost.
    public var second: Badge?
    /// The issue that its symbol says; nil where it says none.
    public var printedIssue: Int?

    public var summary: Phrase {
        Phrase(en: "band \(code) on \(limb.label.en)", zhHans: "腕带 \(code) 佩于\(limb.label.zhHans)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            try baby.attach(code, codeKind, printedIssue, limb, stamp)
        }
    }
}

extension Newborn {
    mutating func attach(
        _ code: String, _ codeKind: BandCodeKind, _ printedIssue: Int?, _ limb: Limb, _ stamp: EntryStamp
    ) throws(FoldFault) {
        guard attachedBands.count < 2, attachedBands.allSatisfy({ $0.limb != limb }) else {
            throw .impossible("two bands are on, or one on the \(limb.rawValue)")
        }
        movedUnidentified = false
        if let index = bands.firstIndex(where: { $0.code == code && $0.state == .issued }) {
            bands[index].state = .attached
            bands[index].limb = limb
            bands[index].since = stamp.occurred
        } else {
            bands.append(
                Band(
                    code: code, codeKind: codeKind, issue: bands.count + 1, printedIssue: printedIssue,
                    state: .attached, limb: limb, since: stamp.occurred))
        }
    }
}

/// `band.issue`: a band is printed for a newborn, to be put on.
public struct IssueBand: WardCommand, NamesNewborn {
    public static let name = "band.issue"
    public static let summary = Phrase(en: "issue a band for a newborn", zhHans: "发放新生儿腕带")
    public static let permission = Permission.custody
    public static let fields =
        unbandedFields + [
            CommandField("code", "code", required: true),
            CommandField("kind", "band|person"),
        ]

    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var code: String
    public var kind: BandCodeKind?
    public var band: String? { nil }

    private enum CodingKeys: String, CodingKey {
        case newborn, mrn, admission, label, order, code, kind
    }

    public init(newborn: NewbornID, code: String, kind: BandCodeKind? = nil) {
        self.newborn = newborn
        self.code = code
        self.kind = kind
    }

    public func lookups(in ward: WardState) -> [Lookup] { [.bandCode(BandCode.normalized(code))] + motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        let kind = BandRules.kind(kind, of: code, context)
        let free = try BandRules.free(code, for: baby, kind, context)
        guard !baby.bands.contains(where: { $0.code == free && $0.state == .issued }) else { throw .bandInUse(free) }
        return [
            context.draft(
                .admission(admission.id),
                BandIssued(newborn: baby.id, code: free, codeKind: kind, printedIssue: BandCode.issue(of: code)))
        ]
    }
}

/// `band.attach`: one of the two bands of a newborn, each on a limb of its own.
public struct AttachBand: WardCommand, NamesMother {
    public static let name = "band.attach"
    public static let summary = Phrase(en: "put a band on a newborn", zhHans: "佩戴新生儿腕带")
    public static let permission = Permission.custody
    public static let fields =
        Unbanded.unbandedFields + [
            CommandField("band", "code", required: true), CommandField("kind", "band|person"),
            CommandField("limb", Limb.codes, required: true),
            CommandField("second", "badge"),
        ] + BandVerification.fields + [CommandField("reason", "string")]

    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var band: String
    public var kind: BandCodeKind?
    public var limb: Limb
    /// Where a band of this baby had been lost: the second person, and what was scanned to make sure.
    public var second: Badge?
    public var motherBand: String?
    public var noMotherBandReason: String?
    public var otherBand: String?
    public var reason: String?

    public init(
        newborn: NewbornID, band: String, kind: BandCodeKind? = nil, limb: Limb, second: Badge? = nil,
        motherBand: String? = nil, noMotherBandReason: String? = nil, otherBand: String? = nil, reason: String? = nil
    ) {
        self.newborn = newborn
        self.band = band
        self.kind = kind
        self.limb = limb
        self.second = second
        self.motherBand = motherBand
        self.noMotherBandReason = noMotherBandReason
        self.otherBand = otherBand
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { [.bandCode(BandCode.normalized(band))] + motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        let kind = BandRules.kind(kind, of: band, context)
        let code = try BandRules.free(band, for: baby, kind, context)
        guard baby.attachedBands.count < 2 else { throw .twoBandsAlready }
        guard baby.attachedBands.allSatisfy({ $0.limb != limb }) else { throw .limbTaken(limb) }
        try baby.checkIdentified()
        if baby.hasLostABand, let stop = try stop(baby, of: admission, context) { return [stop] }
        let fact = BandAttached(
            newborn: baby.id, code: code, codeKind: kind, limb: limb, reason: reason, second: second,
            printedIssue: BandCode.issue(of: band))
        return [context.draft(.admission(admission.id), fact)]
    }

    /// A band in the place of a lost one is put on by two staff, who scan mother and baby again.
    private func stop(
        _ baby: Newborn, of admission: Admission, _ context: DecisionContext
    ) throws(Refusal) -> Draft? {
        guard baby.mismatch == nil else { throw .mismatchUncleared }
        guard let second else { throw .secondPersonNeeded }
        try context.checkSecond(second)
        _ = try TextRules.reason(reason)
        let verification = BandVerification(
            motherBand: motherBand, noMotherBandReason: noMotherBandReason, otherBand: otherBand)
        return try verification.stop(for: baby, of: admission, replacing: nil, context)
    }

    /// The band itself names nobody yet.
    private func baby(_ context: DecisionContext) throws(Refusal) -> (admission: Admission, newborn: Newborn) {
        try Unbanded(newborn: newborn, mrn: mrn, admission: admission, label: label, order: order).baby(context)
    }

    private struct Unbanded: NamesNewborn {
        let band: String? = nil
        let newborn: NewbornID?
        let mrn: String?
        let admission: AdmissionID?
        let label: String?
        let order: Int?
    }
}
