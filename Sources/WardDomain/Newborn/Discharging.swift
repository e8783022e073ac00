/// `newborn.discharge`: home or to another hospital: a band of the baby's against the mother's, who collects, a second person.
public struct DischargeNewborn: WardCommand {
    public static let name = "newborn.discharge"
    public static let summary = Phrase(en: "a newborn leaves the hospital", zhHans: "新生儿出院")
    public static let permission = Permission.custody
    public static let fields = [
        CommandField("band", "code", required: true), CommandField("motherBand", "code"),
        CommandField("noMotherBandReason", "string"), CommandField("to", "home|otherHospital", required: true),
        CommandField("collector", "string", required: true),
        CommandField("relation", "string", required: true), CommandField("second", "badge", required: true),
        CommandField("reason", "string"),
    ]

    public var band: String
    /// The mother's band, or the reason why there is none any more.
    public var motherBand: String?
    public var noMotherBandReason: String?
    public var to: Place
    public var collector: String
    public var relation: String
    public var second: Badge
    public var reason: String?

    public init(
        band: String, motherBand: String?, noMotherBandReason: String? = nil, to: Place, collector: String,
        relation: String, second: Badge, reason: String? = nil
    ) {
        self.band = band
        self.motherBand = motherBand
        self.noMotherBandReason = noMotherBandReason
        self.to = to
        self.collector = collector
        self.relation = relation
        self.second = second
        self.reason = reason
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try context.ward.newborn(wearing: band)
        guard baby.isHere else { throw .alreadyGone }
        guard to.isAway else { throw .outOfRange(field: "to", allowed: "home|otherHospital") }
        guard baby.mismatch == nil else { throw .mismatchUncleared }
        try context.checkSecond(second)
        let stream = StreamID.admission(admission.id)
        let scans = HandoverScans(admission: admission, baby: baby, context: context)
        if let wrong = try scans.wrong(motherBand: motherBand, people: []) {
            return [context.draft(stream, scans.mismatch(wrong, giver: nil, receiver: nil, to: to))]
        }
        guard motherBand?.isBlank == false || noMotherBandReason?.isBlank == false else { throw .motherBandNeeded }
        guard !context.occurred.isBefore(baby.custody.since) else { throw .custodyChangedSince }
        return [context.draft(stream, try discharged(baby))]
    }

    private func discharged(_ baby: Newborn) throws(Refusal) -> NewbornDischarged {
        guard let collector = try TextRules.name(collector, field: "collector") else {
            throw .fieldMissing("collector")
        }
        guard let relation = try TextRules.name(relation, field: "relation") else { throw .fieldMissing("relation") }
        return NewbornDischarged(
            newborn: baby.id, to: to, collector: collector, relation: relation.replacing(":", with: "："),
            second: second, noMotherBandReason: noMotherBandReason, reason: reason)
    }
}
