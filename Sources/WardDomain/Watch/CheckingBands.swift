/// A baby's band was read against the mother's, as before a feed: they belong together.
public struct MotherBandChecked: NewbornFact {
    public static let kind = "motherBandChecked"
    public let newborn: NewbornID
    public let band: String
    public let motherBand: String

    public var summary: Phrase {
        Phrase(en: "band checked against the mother's: match", zhHans: "与母亲腕带核对：相符")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { $0.motherBandCheckedAt = stamp.occurred }
    }
}

/// `band.check`: the baby's band against the mother's, as before a feed; one that does not belong is a mismatch.
public struct CheckMotherBand: WardCommand {
    public static let name = "band.check"
    public static let summary = Phrase(en: "check a baby's band against the mother's", zhHans: "核对母婴腕带")
    public static let permission = Permission.custody
    public static let fields = [
        CommandField("band", "code", required: true), CommandField("motherBand", "code", required: true),
    ]

    public var band: String
    public var motherBand: String

    public init(band: String, motherBand: String) {
        self.band = band
        self.motherBand = motherBand
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try context.ward.newborn(wearing: band)
        guard baby.isHere else { throw .alreadyGone }
        guard baby.outcome.raisesAlarms else { throw .notLive }
        guard baby.mismatch == nil else { throw .mismatchUncleared }
        guard !motherBand.isBlank else { throw .motherBandNeeded }
        let stream = StreamID.admission(admission.id)
        let scans = HandoverScans(admission: admission, baby: baby, context: context)
        if let wrong = try scans.wrong(motherBand: motherBand, people: []) {
            return [
                context.draft(
                    stream,
                    scans.mismatch(wrong, band: band, giver: nil, receiver: nil, to: baby.custody.place, during: .check)
                )
            ]
        }
        guard !admission.motherNeedsRebanding, !baby.needsRebanding else { throw .rebandingNeeded }
        let fact = MotherBandChecked(
            newborn: baby.id, band: BandCode.normalized(band), motherBand: BandCode.normalized(motherBand))
        return [context.draft(stream, fact)]
    }
}
