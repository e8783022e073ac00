/// What a family decided for a child who died. A child is never waste: no such way exists here.
///
/// Source: NB14, ID-6 (V); 国卫妇幼发〔2018〕9号, annex 1, item 10 (V).
public enum FamilyWish: String, Codable, CaseIterable, Sendable {
    case familyTakes, funeralHome, hospitalArranges, notDecided

    public var label: Phrase {
        switch self {
        case .familyTakes: Phrase(en: "the family takes the child", zhHans: "由家属接走安葬")
        case .funeralHome: Phrase(en: "funeral home", zhHans: "送殡仪馆")
        case .hospitalArranges: Phrase(en: "the hospital arranges the funeral", zhHans: "委托医院办理殡葬")
        case .notDecided: Phrase(en: "not decided yet", zhHans: "尚未决定")
        }
    }
}

/// What was agreed with the family of a child who died, and to whom the death was reported.
public struct Farewell: Codable, Hashable, Sendable {
    /// What was agreed, with whom, and who saw it signed.
    public struct Agreement: Codable, Hashable, Sendable {
        public let wish: FamilyWish
        public let with: String
        public let relation: String
        public let note: String?
        public let signatureSeenBy: Badge?
        public let at: Occurrence
    }

    /// One report of the death.
    public struct Report: Codable, Hashable, Sendable {
        public let to: String
        public let at: Occurrence
        public let by: Badge?
    }

    public internal(set) var agreement: Agreement?
    public internal(set) var reports: [Report] = []
}

/// It was agreed with the family what is done for their child.
public struct FarewellAgreed: NewbornFact {
    public static let kind = "farewellAgreed"
    public static let correctable: Set = ["wish", "note"]
    public let newborn: NewbornID
    public let wish: FamilyWish
    public let with: String
    public let relation: String
    public let note: String?
    public let signatureSeenBy: Badge?

    public var summary: Phrase {
        Phrase(
            en: "agreed with \(with) (\(relation)): \(wish.label.en)",
            zhHans: "与\(with)（\(relation)）商定：\(wish.label.zhHans)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            guard !baby.outcome.raisesAlarms else { throw .impossible("the baby lives") }
            baby.farewell.agreement = Farewell.Agreement(
                wish: wish, with: with, relation: relation, note: note, signatureSeenBy: signatureSeenBy,
                at: stamp.occurred)
        }
    }
}

/// The death was reported.
public struct DeathReported: NewbornFact {
    public static let kind = "deathReported"
    public let newborn: NewbornID
    public let to: String

    public var summary: Phrase { Phrase(en: "reported to \(to)", zhHans: "已报告\(to)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            guard !baby.outcome.raisesAlarms else { throw .impossible("the baby lives") }
            baby.farewell.reports.append(Farewell.Report(to: to, at: stamp.occurred, by: stamp.staff))
        }
    }
}

/// A child who died was given to the family, or to whom they asked.
public struct ChildReleased: RegisterFact {
    public static let kind = "childReleased"
    public let newborn: NewbornID
    public let to: String
    public let relation: String
    public let document: IdentityDocument
    public let band: String?
    public let second: Badge
    public let signatureSeenBy: Badge
    public let reason: String?
    /// The mother's band, where it was scanned.
    public var motherBand: String?

    public var summary: Phrase {
        Phrase(en: "given to \(to), \(relation)", zhHans: "已交\(to)（\(relation)）")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        let bed = admission.bed
        let family = Custodian.relative(name: to, relation: relation)
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            try baby.checkNewest(stamp)
            guard !baby.outcome.raisesAlarms else { throw .impossible("the baby lives") }
            guard baby.mismatch == nil else { throw .impossible("a mismatch is not cleared") }
            baby.leave(
                with: family,
                Newborn.Handover(
                    entry: stamp.id, giver: baby.custody.custodian, receiver: family, from: baby.custody.place,
                    to: .released, reason: reason, at: stamp.occurred, retrospective: false, result: .match, band: band,
                    motherBand: motherBand, document: document, second: second, signatureSeenBy: signatureSeenBy),
                bed: bed)
        }
    }
}

/// `newborn.agree`: what the family wishes for their child.
public struct AgreeFarewell: WardCommand, NamesNewborn {
    public static let name = "newborn.agree"
    public static let summary = Phrase(en: "agree with the family on a child who died", zhHans: "与家属商定死婴善后事宜")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [
            CommandField("wish", FamilyWish.codes, required: true),
            CommandField("with", "string", required: true), CommandField("relation", "string", required: true),
            CommandField("note", "string"), CommandField("signatureSeenBy", "badge"),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var wish: FamilyWish
    public var with: String
    public var relation: String
    public var note: String?
    public var signatureSeenBy: Badge?

    public init(
        newborn: NewbornID, wish: FamilyWish, with: String, relation: String, note: String? = nil,
        signatureSeenBy: Badge? = nil
    ) {
        self.newborn = newborn
        self.wish = wish
        self.with = with
        self.relation = relation
        self.note = note
        self.signatureSeenBy = signatureSeenBy
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard !baby.outcome.raisesAlarms else { throw .notDead }
        guard baby.isHere else { throw .alreadyGone }
        let person = try NamedRelative(name: with, relation: relation, nameField: "with")
        if let signatureSeenBy { _ = try context.atWork(signatureSeenBy) }
        if let note { _ = try TextRules.note(note, field: "note") }
        let fact = FarewellAgreed(
            newborn: baby.id, wish: wish, with: person.name, relation: person.relation, note: note,
            signatureSeenBy: signatureSeenBy)
        return [context.draft(.admission(admission.id), fact)]
    }
}

/// `newborn.reportDeath`: to whom a death was reported; at once.
public struct ReportDeath: WardCommand, NamesNewborn {
    public static let name = "newborn.reportDeath"
    public static let summary = Phrase(en: "report a death or stillbirth", zhHans: "报告死胎、死产或新生儿死亡")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [CommandField("to", "string", required: true)]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var to: String

    public init(newborn: NewbornID, to: String) {
        self.newborn = newborn
        self.to = to
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard !baby.outcome.raisesAlarms else { throw .notDead }
        guard let to = try TextRules.name(to, field: "to") else { throw .fieldMissing("to") }
        return [context.draft(.admission(admission.id), DeathReported(newborn: baby.id, to: to))]
    }
}

extension ChildReleased {
    /// Of those who said that the child leaves, who may have had it. The family, where it has the child, has agreed and
    /// signed.
    func givers(signedBy by: Badge?, _ custodian: Custodian) -> [Custodian] {
        if case .staff = custodian { return [by, second, signatureSeenBy].compactMap { $0.map(Custodian.staff) } }
        return [custodian]
    }
}

/// `newborn.release`: a child who died is given to the family or to whom they asked: agreed, reported, by two people. No
/// wrong child is given: a band that does not belong stops it as it stops a discharge.
public struct ReleaseChild: WardCommand, NamesNewborn {
    public static let name = "newborn.release"
    public static let summary = Phrase(en: "give a child who died to the family", zhHans: "将死婴交家属或殡仪馆")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [
            CommandField("to", "string", required: true), CommandField("relation", "string", required: true),
        ] + IdentityDocument.fields + [
            CommandField("second", "badge", required: true), CommandField("signatureSeenBy", "badge", required: true),
            CommandField("motherBand", "code"), CommandField("reason", "string"),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var to: String
    public var relation: String
    public var documentKind: DocumentKind?
    public var documentLast4: String?
    public var second: Badge
    public var signatureSeenBy: Badge
    /// Where it can be scanned; a family in mourning is not asked for it.
    public var motherBand: String?
    public var reason: String?

    public init(
        newborn: NewbornID, band: String? = nil, to: String, relation: String, documentKind: DocumentKind?,
        documentLast4: String?, second: Badge, signatureSeenBy: Badge, motherBand: String? = nil, reason: String? = nil
    ) {
        self.motherBand = motherBand
        self.newborn = newborn
        self.band = band
        self.to = to
        self.relation = relation
        self.documentKind = documentKind
        self.documentLast4 = documentLast4
        self.second = second
        self.signatureSeenBy = signatureSeenBy
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard !baby.outcome.raisesAlarms else { throw .notDead }
        guard baby.isHere else { throw .alreadyGone }
        guard baby.attachedBands.isEmpty || band?.isBlank == false else { throw .bandNeeded }
        guard let agreement = baby.farewell.agreement, agreement.wish != .notDecided else { throw .farewellNotAgreed }
        guard !baby.farewell.reports.isEmpty else { throw .deathNotReported }
        guard baby.mismatch == nil else { throw .mismatchUncleared }
        try context.checkSecond(second)
        let scans = HandoverScans(admission: admission, baby: baby, context: context)
        if let wrong = try scans.wrong(motherBand: motherBand, people: []) {
            let stop = scans.mismatch(
                wrong, band: band, giver: nil, receiver: nil, to: .released, during: .discharge)
            return [context.draft(.admission(admission.id), stop)]
        }
        try scans.checkBandsAreRight(motherBand: motherBand)
        return [context.draft(.admission(admission.id), try released(scans))]
    }

    private func released(_ scans: HandoverScans) throws(Refusal) -> ChildReleased {
        let (baby, context) = (scans.baby, scans.context)
        _ = try context.atWork(signatureSeenBy)
        let person = try NamedRelative(name: to, relation: relation, nameField: "to")
        guard let document = try IdentityDocument.checked(documentKind, documentLast4) else {
            throw .fieldMissing("documentKind")
        }
        guard !context.occurred.isBefore(baby.custody.since) else { throw .custodyChangedSince }
        let fact = ChildReleased(
            newborn: baby.id, to: person.name, relation: person.relation, document: document,
            band: band.map(BandCode.normalized), second: second, signatureSeenBy: signatureSeenBy, reason: reason,
            motherBand: motherBand?.unlessBlank.map(BandCode.normalized))
        try baby.checkLeaves(given: fact.givers(signedBy: context.by, baby.custody.custodian))
        return fact
    }
}
