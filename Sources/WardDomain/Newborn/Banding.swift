/// A band was printed for a newborn.
public struct BandIssued: NewbornFact {
    public static let kind = "bandIssued"
    public let newborn: NewbornID
    public let code: String
    public let codeKind: BandCodeKind

    public var summary: Phrase { Phrase(en: "band issued \(code)", zhHans: "发放腕带 \(code)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby in
            baby.bands.append(
                Band(
                    code: code, codeKind: codeKind, issue: baby.bands.count + 1, state: .issued, limb: nil,
                    since: stamp.occurred))
        }
    }
}

/// A band was put on a newborn.
public struct BandAttached: NewbornFact {
    public static let kind = "bandAttached"
    public let newborn: NewbornID
    public let code: String
    public let codeKind: BandCodeKind
    public let limb: Limb
    public let reason: String?

    public var summary: Phrase {
        Phrase(en: "band \(code) on \(limb.label.en)", zhHans: "腕带 \(code) 佩于\(limb.label.zhHans)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in try baby.attach(code, codeKind, limb, stamp) }
    }
}

/// A lost or damaged band was replaced by two people; the old issue is void for ever.
public struct BandReplaced: NewbornFact {
    public static let kind = "bandReplaced"
    public let newborn: NewbornID
    /// The number of the issue that is void from now.
    public let oldIssue: Int
    public let code: String
    public let codeKind: BandCodeKind
    public let limb: Limb
    public let second: Badge
    public let reason: String

    public var summary: Phrase {
        Phrase(en: "band replaced by \(code): \(reason)", zhHans: "更换腕带为 \(code)：\(reason)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            guard let index = baby.bands.firstIndex(where: { $0.issue == oldIssue }) else {
                throw .impossible("there is no band issue \(oldIssue)")
            }
            baby.bands[index].state = .void
            try baby.attach(code, codeKind, limb, stamp)
        }
    }
}

extension Newborn {
    fileprivate mutating func attach(
        _ code: String, _ codeKind: BandCodeKind, _ limb: Limb, _ stamp: EntryStamp
    ) throws(FoldFault) {
        guard attachedBands.count < 2, attachedBands.allSatisfy({ $0.limb != limb }) else {
            throw .impossible("two bands are on, or one on the \(limb.rawValue)")
        }
        if let index = bands.firstIndex(where: { $0.code == code && $0.state == .issued }) {
            bands[index].state = .attached
            bands[index].limb = limb
            bands[index].since = stamp.occurred
        } else {
            bands.append(
                Band(
                    code: code, codeKind: codeKind, issue: bands.count + 1, state: .attached, limb: limb,
                    since: stamp.occurred))
        }
    }
}

/// `band.issue`: a band is printed for a newborn, to be put on.
public struct IssueBand: WardCommand, NamesNewborn {
    public static let name = "band.issue"
    public static let summary = Phrase(en: "issue a band for a newborn", zhHans: "发放新生儿腕带")
    public static let permission = Permission.custody
    public static let fields =
        [CommandField("newborn", "id")] + motherFields + [
            CommandField("order", "integer 1-9"), CommandField("code", "code", required: true),
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
            context.draft(.admission(admission.id), BandIssued(newborn: baby.id, code: free, codeKind: kind))
        ]
    }
}

/// `band.attach`: one of the two bands of a newborn, each on a limb of its own.
public struct AttachBand: WardCommand, NamesMother {
    public static let name = "band.attach"
    public static let summary = Phrase(en: "put a band on a newborn", zhHans: "佩戴新生儿腕带")
    public static let permission = Permission.custody
    public static let fields =
        [CommandField("newborn", "id")] + motherFields + [
            CommandField("order", "integer 1-9"),
            CommandField("band", "code", required: true), CommandField("kind", "band|person"),
            CommandField("limb", Limb.allCases.map(\.rawValue).joined(separator: "|"), required: true),
            CommandField("reason", "string"),
        ]

    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var band: String
    public var kind: BandCodeKind?
    public var limb: Limb
    public var reason: String?

    public init(newborn: NewbornID, band: String, kind: BandCodeKind? = nil, limb: Limb) {
        self.newborn = newborn
        self.band = band
        self.kind = kind
        self.limb = limb
    }

    public func lookups(in ward: WardState) -> [Lookup] { [.bandCode(BandCode.normalized(band))] + motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        let kind = BandRules.kind(kind, of: band, context)
        let code = try BandRules.free(band, for: baby, kind, context)
        guard baby.attachedBands.count < 2 else { throw .twoBandsAlready }
        guard baby.attachedBands.allSatisfy({ $0.limb != limb }) else { throw .limbTaken(limb) }
        let fact = BandAttached(newborn: baby.id, code: code, codeKind: kind, limb: limb, reason: reason)
        return [context.draft(.admission(admission.id), fact)]
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

/// `band.replace`: a lost or damaged band, by two staff, with a reason.
public struct ReplaceBand: WardCommand, NamesNewborn {
    public static let name = "band.replace"
    public static let summary = Phrase(en: "replace a lost or damaged band", zhHans: "更换腕带")
    public static let permission = Permission.custody
    public static let fields =
        [CommandField("newborn", "id")] + motherFields + [
            CommandField("order", "integer 1-9"),
            CommandField("limb", Limb.allCases.map(\.rawValue).joined(separator: "|"), required: true),
            CommandField("newBand", "code", required: true), CommandField("kind", "band|person"),
            CommandField("second", "badge", required: true), CommandField("reason", "string", required: true),
        ]

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
    public var reason: String?
    public var band: String? { nil }

    private enum CodingKeys: String, CodingKey {
        case newborn, mrn, admission, label, order, limb, newBand, kind, second, reason
    }

    public init(
        newborn: NewbornID, limb: Limb, newBand: String, kind: BandCodeKind? = nil, second: Badge, reason: String
    ) {
        self.newborn = newborn
        self.limb = limb
        self.newBand = newBand
        self.kind = kind
        self.second = second
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { [.bandCode(BandCode.normalized(newBand))] + motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        guard let old = baby.attachedBands.first(where: { $0.limb == limb }) else { throw .notBanded }
        try context.checkSecond(second)
        let kind = BandRules.kind(kind, of: newBand, context)
        let code = try BandRules.free(newBand, for: baby, kind, context)
        let fact = BandReplaced(
            newborn: baby.id, oldIssue: old.issue, code: code, codeKind: kind, limb: limb, second: second,
            reason: try TextRules.reason(reason))
        return [context.draft(.admission(admission.id), fact)]
    }
}
