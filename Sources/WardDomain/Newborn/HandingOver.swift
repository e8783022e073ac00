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

    public init(
        band: String, motherBand: String?, noMotherBandReason: String? = nil, giver: String, receiver: String,
        to: Place,
        reason: String? = nil, expectedBack: Moment? = nil, retrospective: Bool? = nil
    ) {
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
        let (admission, baby) = try context.ward.newborn(wearing: band)
        guard baby.isHere else { throw .alreadyGone }
        guard baby.mismatch == nil else { throw .mismatchUncleared }
        guard !to.isAway else { throw .placeIsDischarge }
        if let wrong = try mismatch(admission, baby, context) {
            return [context.draft(.admission(admission.id), wrong)]
        }
        let giver = try custodian(giver, admission, context)
        let receiver = try custodian(receiver, admission, context)
        guard giver != receiver else { throw .sameGiverAndReceiver }
        try checkGiver(giver, baby)
        guard !context.occurred.isBefore(baby.custody.since) else { throw .custodyChangedSince }
        let completed = HandoverCompleted(
            newborn: baby.id, band: BandCode.normalized(band), motherBand: motherBand.map(BandCode.normalized),
            noMotherBandReason: noMotherBandReason, giver: giver, receiver: receiver, from: baby.custody.place, to: to,
            reason: reason, expectedBack: try expectedBack?.moment(context),
            retrospective: retrospective == true || baby.pendingMove != nil)
        return [context.draft(.admission(admission.id), completed)]
    }

    /// A band of another mother, as hers, as giver or as receiver: STOP.
    private func mismatch(
        _ admission: Admission, _ baby: Newborn, _ context: DecisionContext
    ) throws(Refusal) -> HandoverMismatched? {
        let scans = [(motherBand, isMothers: true), (giver, isMothers: false), (receiver, isMothers: false)]
        for (scanned, isMothers) in scans {
            guard let code = scanned.map(BandCode.normalized) else { continue }
            let wearer = context.ward.wearer(of: code)
            if case .mother(let mother) = wearer, mother.id == admission.id { continue }
            guard wearer == nil, !isMothers else {
                return HandoverMismatched(
                    newborn: baby.id, scanned: code, belongs: admission.band?.code ?? "-", giver: giver,
                    receiver: receiver,
                    to: to)
            }
        }
        guard motherBand != nil || noMotherBandReason?.isBlank == false else { throw .motherBandNeeded }
        return nil
    }

    private func custodian(
        _ code: String, _ admission: Admission, _ context: DecisionContext
    ) throws(Refusal) -> Custodian {
        if code.hasPrefix("relative:") {
            let parts = code.split(separator: ":", maxSplits: 2).map(String.init)
            guard parts.count == 3, let name = try TextRules.name(parts[2], field: "relative") else {
                throw .codeUnreadable(code)
            }
            return .relative(name: name, relation: parts[1])
        }
        let scanned = BandCode.normalized(code)
        if let own = admission.band?.code, own == scanned { return .mother }
        guard let member = context.ward.roster[Badge(scanned)] else { throw .badgeUnknown(Badge(scanned)) }
        guard !member.retired else { throw .badgeRetired(member.badge) }
        return .staff(member.badge)
    }

    /// The giver is the custodian, or whoever rushed the baby away; a birth nobody signed for has no custodian to ask.
    private func checkGiver(_ giver: Custodian, _ baby: Newborn) throws(Refusal) {
        if case .unsigned = baby.custody.custodian { return }
        if let mover = baby.pendingMove?.movedBy, giver == .staff(mover) { return }
        guard giver == baby.custody.custodian else { throw .giverNotCustodian(baby.custody.custodian) }
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
        let moment: Moment? =
            switch time {
            case .moment(let known): known
            case .text(let text): ISO8601.moment(text, context.offset)
            }
        guard let moment, moment > context.occurred.moment else {
            throw .outOfRange(field: "expectedBack", allowed: "a time after the handover")
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
            CommandField("to", Place.allCases.map(\.rawValue).joined(separator: "|"), required: true),
            CommandField("reason", "string", required: true),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
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
        guard let member = context.ward.roster[receiver] else { throw .badgeUnknown(receiver) }
        guard !member.retired else { throw .badgeRetired(receiver) }
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
            CommandField("reason", "string"),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var order: Int?
    public var to: Place
    public var reason: String?

    public init(newborn: NewbornID, to: Place) {
        self.newborn = newborn
        self.to = to
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        guard !to.isAway else { throw .placeIsDischarge }
        guard !context.occurred.isBefore(baby.custody.since) else { throw .custodyChangedSince }
        return [context.draft(.admission(admission.id), NewbornMoved(newborn: baby.id, to: to))]
    }
}

/// `custody.clearMismatch`: a second person with authority, with a reason; it never completes a handover.
public struct ClearMismatch: WardCommand, NamesNewborn {
    public static let name = "custody.clearMismatch"
    public static let summary = Phrase(en: "clear a mismatch; every scan starts again", zhHans: "解除不符，重新扫描")
    public static let permission = Permission.clearMismatch
    public static let fields = newbornFields + [CommandField("reason", "string", required: true)]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var order: Int?
    public var reason: String?

    public init(newborn: NewbornID, reason: String) {
        self.newborn = newborn
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard let mismatch = baby.mismatch else { throw .noMismatch }
        guard mismatch.by != context.by else { throw .secondPersonNeeded }
        let fact = MismatchCleared(newborn: baby.id, reason: try TextRules.reason(reason))
        return [context.draft(.admission(admission.id), fact)]
    }
}

/// `newborn.discharge`: home or to another hospital: a band of the baby's against the mother's, who collects, a second person.
public struct DischargeNewborn: WardCommand {
    public static let name = "newborn.discharge"
    public static let summary = Phrase(en: "a newborn leaves the hospital", zhHans: "新生儿出院")
    public static let permission = Permission.custody
    public static let fields = [
        CommandField("band", "code", required: true), CommandField("motherBand", "code", required: true),
        CommandField("to", "home|otherHospital", required: true), CommandField("collector", "string", required: true),
        CommandField("relation", "string", required: true), CommandField("second", "badge", required: true),
        CommandField("reason", "string"),
    ]

    public var band: String
    public var motherBand: String
    public var to: Place
    public var collector: String
    public var relation: String
    public var second: Badge
    public var reason: String?

    public init(band: String, motherBand: String, to: Place, collector: String, relation: String, second: Badge) {
        self.band = band
        self.motherBand = motherBand
        self.to = to
        self.collector = collector
        self.relation = relation
        self.second = second
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try context.ward.newborn(wearing: band)
        guard baby.isHere else { throw .alreadyGone }
        guard to.isAway else { throw .outOfRange(field: "to", allowed: "home|otherHospital") }
        guard baby.mismatch == nil else { throw .mismatchUncleared }
        guard second != context.by else { throw .secondPersonNeeded }
        guard let witness = context.ward.roster[second] else { throw .badgeUnknown(second) }
        guard !witness.retired else { throw .badgeRetired(second) }
        let stream = StreamID.admission(admission.id)
        guard admission.band?.code == BandCode.normalized(motherBand) else {
            return [
                context.draft(
                    stream,
                    HandoverMismatched(
                        newborn: baby.id, scanned: BandCode.normalized(motherBand),
                        belongs: admission.band?.code ?? "-",
                        giver: nil, receiver: nil, to: to))
            ]
        }
        guard let collector = try TextRules.name(collector, field: "collector") else {
            throw .fieldMissing("collector")
        }
        guard let relation = try TextRules.name(relation, field: "relation") else { throw .fieldMissing("relation") }
        guard !context.occurred.isBefore(baby.custody.since) else { throw .custodyChangedSince }
        return [
            context.draft(
                stream,
                NewbornDischarged(newborn: baby.id, to: to, collector: collector, relation: relation, second: second))
        ]
    }
}
