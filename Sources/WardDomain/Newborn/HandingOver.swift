/// `custody.handOver`: four scans and a place. A scan that does not belong is recorded, and nothing moves.
public struct HandOver: WardCommand {
    public static let name = "custody.handOver"
    public static let summary = Phrase(en: "hand a newborn over", zhHans: "新生儿交接")
    public static let permission = Permission.custody
    public static let fields = [
        CommandField("band", "code", required: true), CommandField("motherBand", "code"),
        CommandField("noMotherBandReason", "string"),
        CommandField("giver", "badge, mother's band, or relative:RELATION:NAME", required: true),
        CommandField("receiver", "badge, mother's band, or relative:RELATION:NAME", required: true),
        CommandField("to", Place.allCases.filter { !$0.isAway }.map(\.rawValue).joined(separator: "|"), required: true),
        CommandField("reason", "string"), CommandField("expectedBack", "time"), CommandField("retrospective", "true"),
        CommandField("purpose", HandoverPurpose.handovers.map(\.rawValue).joined(separator: "|")),
        CommandField("pinChecked", "array of badge; the screen's alone"),
    ]

    public var band: String
    public var motherBand: String?
    public var noMotherBandReason: String?
    public var giver: String
    public var receiver: String
    public var to: Place
    public var reason: String?
    /// When an errand should be over; must lie after the handover.
    public var expectedBack: ExpectedTime?
    public var retrospective: Bool?
    /// Left out, what the place says.
    public var purpose: HandoverPurpose?
    /// Who of giver and receiver entered the PIN for this handover: the screen that checked them says so, no line of
    /// `apply` can.
    public var pinChecked: [Badge]?

    public init(
        band: String, motherBand: String?, noMotherBandReason: String? = nil, giver: String, receiver: String,
        to: Place, reason: String? = nil, expectedBack: Moment? = nil, retrospective: Bool? = nil,
        purpose: HandoverPurpose? = nil, pinChecked: [Badge]? = nil
    ) {
        self.purpose = purpose
        self.pinChecked = pinChecked
        self.band = band
        self.motherBand = motherBand
        self.noMotherBandReason = noMotherBandReason
        self.giver = giver
        self.receiver = receiver
        self.to = to
        self.reason = reason
        self.expectedBack = expectedBack.map { ExpectedTime(.moment($0)) }
        self.retrospective = retrospective
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        try context.checkClaims(pinChecked: pinChecked?.isEmpty == false)
        let (admission, baby) = try context.ward.newborn(wearing: band)
        guard baby.isHere else { throw .alreadyGone }
        guard baby.mismatch == nil else { throw .mismatchUncleared }
        try baby.checkGoes(to: to)
        let stream = StreamID.admission(admission.id)
        let scans = HandoverScans(admission: admission, baby: baby, context: context)
        if let wrong = try scans.wrong(motherBand: motherBand, people: [giver, receiver]) {
            let stop = scans.mismatch(wrong, band: band, giver: giver, receiver: receiver, to: to)
            return [context.draft(stream, stop)]
        }
        guard motherBand?.isBlank == false || noMotherBandReason?.isBlank == false else { throw .motherBandNeeded }
        guard !admission.motherNeedsRebanding else { throw .rebandingNeeded }
        try scans.checkBandsAreRight(motherBand: motherBand)
        return [context.draft(stream, try completed(scans))]
    }

    private func completed(_ scans: HandoverScans) throws(Refusal) -> HandoverCompleted {
        let (baby, context) = (scans.baby, scans.context)
        let giver = try scans.person(giver, in: "giver")
        let receiver = try scans.person(receiver, in: "receiver")
        guard giver != receiver else { throw .sameGiverAndReceiver }
        if giver == .mother || receiver == .mother { try scans.checkMotherMayAct() }
        guard baby.mayBeGiven(by: giver) else { throw .giverNotCustodian(baby.custody.custodian) }
        try context.checkMayHave(receiver)
        try checkUnit(receiver)
        try context.checkPINs(of: [giver, receiver], pinChecked)
        let purpose = try checkedPurpose(baby)
        guard !context.occurred.isBefore(baby.custody.since) else { throw .custodyChangedSince }
        for text in [noMotherBandReason, reason].compactMap({ $0 }) { _ = try TextRules.note(text, field: "reason") }
        return HandoverCompleted(
            newborn: baby.id, band: BandCode.normalized(band), motherBand: motherBand.map(BandCode.normalized),
            noMotherBandReason: noMotherBandReason, giver: giver, receiver: receiver, from: baby.custody.place, to: to,
            reason: reason, expectedBack: try expectedBack?.moment(context),
            retrospective: retrospective == true || baby.pendingMove != nil || context.isLate, purpose: purpose,
            pinChecked: pinChecked)
    }

    /// In a unit such as the NICU the custodian is the unit, in the person of a named nurse.
    private func checkUnit(_ receiver: Custodian) throws(Refusal) {
        guard to.isUnit else { return }
        guard case .staff = receiver else { throw .unitNeedsNurse }
    }

    /// A child who died is expected back nowhere.
    private func checkedPurpose(_ baby: Newborn) throws(Refusal) -> HandoverPurpose {
        let meant = purpose ?? HandoverPurpose(place: to)
        guard HandoverPurpose.handovers.contains(meant) else { throw .placeIsDischarge }
        guard baby.outcome.raisesAlarms else {
            if meant == .screening || meant == .vaccination { throw .notLive }
            return meant
        }
        guard !meant.returns || expectedBack != nil else { throw .fieldMissing("expectedBack") }
        return meant
    }
}

extension HandoverScans {
    /// Refuses a mother who died, and one whose own band was found to be wrong: it proves nothing, whoever wears it.
    fileprivate func checkMotherMayAct() throws(Refusal) {
        guard admission.place != .died else { throw .notHere }
        guard !admission.motherNeedsRebanding else { throw .rebandingNeeded }
    }

    /// Refuses bands that were found to be wrong, and a baby of whom nobody may say who it is.
    func checkBandsAreRight(motherBand: String?) throws(Refusal) {
        try baby.checkIdentified()
        let usesHers = motherBand?.isBlank == false
        guard !baby.needsRebanding, !(usesHers && admission.motherNeedsRebanding) else { throw .rebandingNeeded }
    }
}

/// A time that may lie ahead, as ISO 8601 text or milliseconds.
public struct ExpectedTime: Codable, Hashable, Sendable {
    public let time: Timestamp

    public init(_ time: Timestamp) {
        self.time = time
    }

    public init(from decoder: any Decoder) throws {
        time = try Timestamp(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try time.encode(to: encoder)
    }

    func moment(_ context: DecisionContext) throws(Refusal) -> Moment {
        guard let moment = time.unchecked(context.offset), moment > context.occurred.moment else {
            throw .outOfRange(
                field: "expectedBack", allowed: Phrase(en: "a time after the handover", zhHans: "交接之后的时间"))
        }
        return moment
    }
}

/// `custody.refuse`: the receiver does not take the baby, with a reason.
public struct RefuseHandover: WardCommand, NamesNewborn {
    public static let name = "custody.refuse"
    public static let summary = Phrase(en: "the receiver does not take the baby", zhHans: "接收人拒收")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [
            CommandField("receiver", "badge", required: true),
            CommandField("to", Place.codes, required: true),
            CommandField("reason", "string", required: true),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var receiver: Badge
    public var to: Place
    public var reason: String?

    public init(newborn: NewbornID, receiver: Badge, to: Place, reason: String) {
        self.newborn = newborn
        self.receiver = receiver
        self.to = to
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        _ = try context.atWork(receiver)
        let fact = HandoverRefused(
            newborn: baby.id, receiver: .staff(receiver), to: to, reason: try TextRules.reason(reason))
        return [context.draft(.admission(admission.id), fact)]
    }
}

/// `custody.move`: the baby is rushed away, banded or not; the handover follows.
public struct MoveNewborn: WardCommand, NamesNewborn {
    public static let name = "custody.move"
    public static let summary = Phrase(en: "a baby is rushed away; the handover follows", zhHans: "紧急转移，随后补交接")
    public static let permission = Permission.emergency
    public static let fields =
        newbornFields + [
            CommandField(
                "to", Place.allCases.filter { !$0.isAway }.map(\.rawValue).joined(separator: "|"), required: true),
            CommandField("identifiedBy", "string"), CommandField("reason", "string"),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var to: Place
    /// What tells who the baby is, where it has no band on yet.
    public var identifiedBy: String?
    public var reason: String?

    public init(newborn: NewbornID, to: Place, identifiedBy: String? = nil, reason: String? = nil) {
        self.newborn = newborn
        self.to = to
        self.identifiedBy = identifiedBy
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        try baby.checkGoes(to: to)
        guard baby.outcome.raisesAlarms else { throw .notLive }
        guard !context.occurred.isBefore(baby.custody.since) else { throw .custodyChangedSince }
        let told = identifiedBy?.isBlank == false ? try TextRules.note(identifiedBy ?? "", field: "identifiedBy") : nil
        let moved = NewbornMoved(newborn: baby.id, to: to, reason: reason, identifiedBy: told)
        let draft = context.draft(.admission(admission.id), moved)
        guard baby.attachedBands.isEmpty, told == nil else { return [draft] }
        return [draft] + IdentityDoubts.drafts(for: baby, of: admission, at: to, context)
    }
}
