/// The charge of the ward was handed to the next: what she accepted is kept as it was.
public struct ShiftHandedOver: ShiftFact, NamesStaff {
    public static let kind = "shiftHandedOver"
    public let receiver: Badge
    /// Whether she confirmed with her PIN at the terminal, beside the badge.
    public let pinChecked: Bool
    /// The shift handover before; nil for the first.
    public let since: Moment?
    public let snapshot: ShiftSnapshot
    public let note: String?

    public func summary(calling name: (Badge) -> String) -> Phrase {
        let receiver = name(receiver)
        let (mothers, babies, waiting) = (snapshot.mothers.count, snapshot.babies.count, snapshot.waiting.count)
        return Phrase(
            en: "shift handed over to \(receiver): \(mothers.counting("mother", "mothers")), "
                + "\(babies.counting("baby", "babies")), \(waiting.counting("open end", "open ends"))",
            zhHans: "交班给 \(receiver)：孕产妇 \(mothers)，新生儿 \(babies)，未结事项 \(waiting)")
    }

    public func fold(into record: inout ShiftRecord, _ stamp: EntryStamp) throws(FoldFault) {
        guard record.handover == nil else { throw .impossible("the shift was handed over") }
        record.handover = self
    }
}

/// Who has charge of the ward from now.
public struct ChargeHandedOver: WardPlanFact, NamesStaff {
    public static let kind = "chargeHandedOver"
    public let receiver: Badge
    public let shift: ShiftID

    public func summary(calling name: (Badge) -> String) -> Phrase {
        Phrase(en: "in charge: \(name(receiver))", zhHans: "当班负责：\(name(receiver))")
    }

    public func fold(into plan: inout WardPlan, _ stamp: EntryStamp) throws(FoldFault) {
        plan.inCharge = receiver
        plan.lastShift = WardPlan.LastShift(entry: stamp.id, shift: shift, at: stamp.occurred)
    }
}

extension WardPlan {
    /// The newest shift handover.
    public struct LastShift: Codable, Hashable, Sendable {
        public let entry: EntryID
        public let shift: ShiftID
        public let at: Occurrence
    }
}

/// `shift.handOver`: the charge of the ward goes to the next, who accepts by badge; the ward is kept as it stood.
public struct HandOverShift: WardCommand {
    public static let name = "shift.handOver"
    public static let summary = Phrase(en: "hand the charge of the ward to the next", zhHans: "交班")
    public static let permission = Permission.care
    public static let fields = [
        CommandField("receiver", "badge", required: true), CommandField("note", "string"),
        CommandField("pinChecked", "true; the screen's alone"),
    ]

    public var receiver: Badge
    public var note: String?
    /// Whether the next confirmed with her PIN: the screen that checked it says so, no line of `apply` can.
    public var pinChecked: Bool?

    public init(receiver: Badge, note: String? = nil, pinChecked: Bool? = nil) {
        self.receiver = receiver
        self.note = note
        self.pinChecked = pinChecked
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        ward.plan.lastShift.map { [.recordedSince($0.entry)] } ?? []
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        try context.checkClaims(pinChecked: pinChecked == true)
        let next = try context.atWork(Badge(BandCode.normalized(receiver.rawValue)))
        guard next.badge != context.by else { throw .sameGiverAndReceiver }
        try checkGiver(context)
        guard next.badge != context.ward.plan.inCharge else { throw .nothingToRecord }
        guard next.role.may(.care) else { throw .notAllowed(next.role) }
        let last = context.ward.plan.lastShift
        if let last, context.occurred.isBefore(last.at) { throw .custodyChangedSince }
        let note = try note.map { text throws(Refusal) in try TextRules.note(text, field: "note") }
        let id = ShiftID(context.id.rawValue)
        let snapshot = context.ward.shiftSnapshot(
            now: context.now, rules: context.rules, sinceLast: context.answers.recordedSince)
        return [
            context.draft(
                .shift(id),
                ShiftHandedOver(
                    receiver: next.badge, pinChecked: pinChecked == true, since: last?.at.moment, snapshot: snapshot,
                    note: note)),
            context.draft(.ward, ChargeHandedOver(receiver: next.badge, shift: id)),
        ]
    }

    /// Whoever has charge gives it; where nobody has, or she works here no more or is off duty, whoever is here does.
    private func checkGiver(_ context: DecisionContext) throws(Refusal) {
        guard let charge = context.ward.plan.inCharge, charge != context.by else { return }
        guard let member = context.ward.roster[charge], !member.retired, member.isOnDuty != false else { return }
        throw .notInCharge
    }
}
