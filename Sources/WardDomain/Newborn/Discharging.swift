/// Why the mother's band can't be had when her baby leaves.
public enum NoMotherBand: String, Codable, CaseIterable, Sendable {
    case intensiveCare, died, foundling, adoption, left, other

    public var label: Phrase {
        switch self {
        case .intensiveCare: Phrase(en: "mother in ICU", zhHans: "母亲在重症监护室")
        case .died: Phrase(en: "mother died", zhHans: "母亲死亡")
        case .foundling: Phrase(en: "foundling", zhHans: "弃婴")
        case .adoption: Phrase(en: "adoption", zhHans: "收养")
        case .left: Phrase(en: "mother left before", zhHans: "母亲已先离院")
        case .other: Phrase(en: "other", zhHans: "其他")
        }
    }
}

/// The baby left the hospital: its bands compared with the mother's, or, without hers, by guardian, charge nurse and
/// medical office together.
public struct NewbornDischarged: RegisterFact {
    public static let kind = "newbornDischarged"
    public let newborn: NewbornID
    public let to: Place
    public let collector: String
    public let relation: String
    public let second: Badge
    /// Why the mother's band was not scanned, where it was not.
    public let noMotherBandReason: String?
    public let reason: String?
    /// True where the mother herself, by her band, took the baby.
    public var byMother: Bool?
    public var band: String?
    public var otherBand: String?
    public var motherBand: String?
    public var noMotherBand: NoMotherBand?
    public var document: IdentityDocument?
    /// Who saw the family sign on paper.
    public var signatureSeenBy: Badge?
    /// Who of the medical office was there, where the mother's band was not.
    public var medicalOffice: String?

    public var summary: Phrase {
        let paper = document.map { Phrase(en: ", \($0.text.en)", zhHans: "，\($0.text.zhHans)") }
        let who = byMother == true ? Phrase(en: "mother", zhHans: "母亲") : Phrase(en: relation, zhHans: relation)
        return Phrase(
            en: "left for \(to.label.en) with \(collector), \(who.en)\(paper?.en ?? "")",
            zhHans: "由\(collector)（\(who.zhHans)\(paper?.zhHans ?? "")）接走：\(to.label.zhHans)")
    }

    private var custodian: Custodian {
        byMother == true ? .mother : .relative(name: collector, relation: relation)
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        let bed = admission.bed
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            try baby.checkNewest(stamp)
            guard baby.mismatch == nil else { throw .impossible("a mismatch is not cleared") }
            baby.leave(
                with: custodian,
                Newborn.Handover(
                    entry: stamp.id, giver: baby.custody.custodian, receiver: custodian, from: baby.custody.place,
                    to: to, reason: reason, at: stamp.occurred, retrospective: false, result: .match, band: band,
                    motherBand: motherBand, noMotherBandReason: noMotherBandReason,
                    noMotherBand: noMotherBand, document: document, second: second, signatureSeenBy: signatureSeenBy,
                    medicalOffice: medicalOffice),
                bed: bed)
        }
    }
}

extension NewbornDischarged {
    /// Who may have had the baby, of those who said that it leaves: the staff who sign, the mother by her band, or the
    /// relative who takes it home.
    func givers(signedBy by: Badge?) -> [Custodian] {
        let staff = [by, second, signatureSeenBy].compactMap { $0.map(Custodian.staff) }
        let mother: [Custodian] = motherBand?.isBlank == false ? [.mother] : []
        return staff + mother + [.relative(name: collector, relation: relation)]
    }
}

extension Newborn {
    /// Whoever has a baby says so when it leaves, as at every handover; one that is owed is made before.
    func checkLeaves(given givers: [Custodian]) throws(Refusal) {
        guard pendingMove == nil else { throw .handoverOwed }
        guard givers.contains(where: mayBeGiven) else { throw .giverNotCustodian(custody.custodian) }
    }

    /// Leaves the hospital with whoever takes it.
    mutating func leave(with collector: Custodian, _ handover: Handover, bed: BedLabel?) {
        register(handover, bed: bed)
        custody = Custody(custodian: collector, place: handover.to, since: handover.at, expectedBack: nil)
        pendingMove = nil
        visitors = []
    }
}

/// `newborn.discharge`: home or to another hospital: bands against the mother's, who collects with what paper, a second
/// person, and who saw the family sign.
public struct DischargeNewborn: WardCommand {
    public static let name = "newborn.discharge"
    public static let summary = Phrase(en: "a newborn leaves the hospital", zhHans: "新生儿出院")
    public static let permission = Permission.custody
    public static let fields =
        [
            CommandField("band", "code", required: true),
            CommandField("otherBand", "code; needed where two bands are on"),
            CommandField("motherBand", "code"),
            CommandField("noMotherBand", NoMotherBand.codes),
            CommandField("noMotherBandReason", "string"), CommandField("to", "home|otherHospital", required: true),
            CommandField("collector", "string; left out, the mother herself"), CommandField("relation", "string"),
        ] + IdentityDocument.fields + [
            CommandField("second", "badge", required: true), CommandField("signatureSeenBy", "badge"),
            CommandField("medicalOffice", "string"), CommandField("reason", "string"),
        ]

    public var band: String
    /// The baby's other band: needed where it wears two.
    public var otherBand: String?
    public var motherBand: String?
    public var noMotherBand: NoMotherBand?
    public var noMotherBandReason: String?
    public var to: Place
    public var collector: String?
    public var relation: String?
    public var documentKind: DocumentKind?
    public var documentLast4: String?
    public var second: Badge
    public var signatureSeenBy: Badge?
    public var medicalOffice: String?
    public var reason: String?

    public init(
        band: String, otherBand: String? = nil, motherBand: String?, noMotherBand: NoMotherBand? = nil,
        noMotherBandReason: String? = nil, to: Place, collector: String?, relation: String?,
        documentKind: DocumentKind? = nil, documentLast4: String? = nil, second: Badge, signatureSeenBy: Badge? = nil,
        medicalOffice: String? = nil, reason: String? = nil
    ) {
        self.band = band
        self.otherBand = otherBand
        self.motherBand = motherBand
        self.noMotherBand = noMotherBand
        self.noMotherBandReason = noMotherBandReason
        self.to = to
        self.collector = collector
        self.relation = relation
        self.documentKind = documentKind
        self.documentLast4 = documentLast4
        self.second = second
        self.signatureSeenBy = signatureSeenBy
        self.medicalOffice = medicalOffice
        self.reason = reason
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try context.ward.newborn(wearing: band)
        guard baby.isHere else { throw .alreadyGone }
        guard baby.outcome.raisesAlarms else { throw .deadAreReleased }
        guard to == .home || to == .otherHospital else { throw .outOfRange(field: "to", allowed: "home|otherHospital") }
        guard baby.mismatch == nil else { throw .mismatchUncleared }
        if let noMotherBandReason { _ = try TextRules.note(noMotherBandReason, field: "noMotherBandReason") }
        let stream = StreamID.admission(admission.id)
        let scans = HandoverScans(admission: admission, baby: baby, context: context)
        if let mismatch = try mismatch(scans) { return [context.draft(stream, mismatch)] }
        try context.checkSecond(second)
        try scans.checkBandsAreRight(motherBand: motherBand)
        try checkBothBands(of: baby)
        guard !context.occurred.isBefore(baby.custody.since) else { throw .custodyChangedSince }
        let fact = try discharged(scans)
        try baby.checkLeaves(given: fact.givers(signedBy: context.by))
        return [context.draft(stream, fact)]
    }

    /// The record of a wrong scan: somebody else's band as the mother's, or as the baby's other one.
    private func mismatch(_ scans: HandoverScans) throws(Refusal) -> HandoverMismatched? {
        if let wrong = try scans.wrong(motherBand: motherBand, people: []) {
            return scans.mismatch(wrong, band: band, giver: nil, receiver: nil, to: to, during: .discharge)
        }
        guard let otherBand, !otherBand.isBlank else { return nil }
        let baby = scans.baby
        guard try scans.context.ward.newborn(wearing: otherBand).newborn.id != baby.id else { return nil }
        let read = BandCode.normalized(band)
        let belongs = baby.attachedBands.first { $0.code != read }?.code ?? read
        return HandoverMismatched(
            newborn: baby.id, scanned: BandCode.normalized(otherBand), belongs: belongs, giver: nil, receiver: nil,
            to: to, during: .discharge, band: read)
    }

    /// A baby leaves with every band that it wears read against the mother's (clinical reference ID-8, ID-17). One that
    /// can't be read is replaced first.
    private func checkBothBands(of baby: Newborn) throws(Refusal) {
        guard baby.attachedBands.count > 1 else { return }
        guard let otherBand, !otherBand.isBlank else { throw .otherBandNeeded }
        let read = [band, otherBand].map { BandCode.normalized($0) }
        guard baby.attachedBands.allSatisfy({ read.contains($0.code) }) else { throw .otherBandNeeded }
    }

    private func discharged(_ scans: HandoverScans) throws(Refusal) -> NewbornDischarged {
        let context = scans.context
        let document = try IdentityDocument.checked(documentKind, documentLast4)
        let hasHerBand = motherBand?.isBlank == false
        if !hasHerBand { try checkWithoutMother(document, scans) }
        let byMother = hasHerBand && collector?.isBlank != false
        let person = try byMother ? nil : collecting(document)
        guard let signatureSeenBy else { throw .fieldMissing("signatureSeenBy") }
        _ = try context.atWork(signatureSeenBy)
        return NewbornDischarged(
            newborn: scans.baby.id, to: to, collector: person?.name ?? scans.admission.identity.called,
            relation: person?.relation ?? "mother", second: second, noMotherBandReason: noMotherBandReason,
            reason: reason, byMother: byMother ? true : nil, band: BandCode.normalized(band),
            otherBand: otherBand.map(BandCode.normalized), motherBand: motherBand.map(BandCode.normalized),
            noMotherBand: hasHerBand ? nil : noMotherBand, document: document, signatureSeenBy: signatureSeenBy,
            medicalOffice: medicalOffice?.isBlank == false ? medicalOffice : nil)
    }

    /// Whoever collects is named with relation and paper.
    private func collecting(_ document: IdentityDocument?) throws(Refusal) -> NamedRelative {
        guard let collector else { throw .fieldMissing("collector") }
        let person = try NamedRelative(name: collector, relation: relation ?? "", nameField: "collector")
        guard document != nil else { throw .fieldMissing("documentKind") }
        return person
    }

    /// Without her band: a guardian or agency with a paper, the charge nurse and the medical office together.
    private func checkWithoutMother(
        _ document: IdentityDocument?, _ scans: HandoverScans
    ) throws(Refusal) {
        let context = scans.context
        guard let noMotherBand else { throw .motherBandNeeded }
        guard noMotherBand.agrees(with: scans.admission, scans.baby) else { throw .motherIsElsewhere(noMotherBand) }
        if noMotherBand == .other, noMotherBandReason?.isBlank != false { throw .fieldMissing("noMotherBandReason") }
        guard collector?.isBlank == false else { throw .fieldMissing("collector") }
        guard document != nil else { throw .fieldMissing("documentKind") }
        let roles = [context.by, second].compactMap { $0.flatMap { context.ward.roster[$0]?.role } }
        guard roles.contains(.chargeNurse) else { throw .chargeNurseNeeded }
        guard let medicalOffice = try TextRules.name(medicalOffice, field: "medicalOffice"), !medicalOffice.isEmpty
        else { throw .fieldMissing("medicalOffice") }
    }
}

extension NoMotherBand {
    /// Whether the story says the same of the mother; of one who was never here it says nothing.
    fileprivate func agrees(with story: Admission, _ baby: Newborn) -> Bool {
        switch self {
        case .foundling: baby.arrival?.how == .foundling
        case .intensiveCare: story.isWithoutMother || story.place == .icu || story.place == .otherHospital
        case .died: story.isWithoutMother || story.place == .died
        case .left: story.isWithoutMother || !story.isHere
        case .adoption, .other: true
        }
    }
}
