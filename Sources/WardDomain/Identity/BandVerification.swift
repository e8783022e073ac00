/// What makes sure, at a re-banding, that baby and mother belong together: her band, and the baby's other one.
struct BandVerification {
    let motherBand: String?
    let noMotherBandReason: String?
    /// The baby's other band, where it wears one that counts.
    let otherBand: String?

    /// The fields for the help of a command.
    static let fields = [
        CommandField("motherBand", "code"), CommandField("noMotherBandReason", "string"),
        CommandField("otherBand", "code"),
    ]

    /// A scan that belongs to somebody else: STOP. Nil when all that was scanned belongs.
    ///
    /// - Parameter replaced: the limb whose band comes off, whose code proves nothing.
    /// - Throws: where a band that is there was not scanned, or a slip that endangers nobody.
    func wrong(for baby: Newborn, of admission: Admission, replacing replaced: Limb?, _ context: DecisionContext)
        throws(Refusal) -> String?
    {
        let scans = HandoverScans(admission: admission, baby: baby, context: context)
        if let wrong = try scans.wrong(motherBand: motherBand, people: []) { return wrong }
        guard motherBand?.isBlank == false || noMotherBandReason?.isBlank == false else { throw .motherBandNeeded }
        if motherBand?.isBlank == false, admission.motherNeedsRebanding { throw .rebandingNeeded }
        let others = baby.attachedBands.filter { $0.limb != replaced && $0.issue > baby.wrongIssues }
        guard !others.isEmpty else { return nil }
        guard let otherBand, !otherBand.isBlank else { throw .otherBandNeeded }
        let code = BandCode.normalized(otherBand)
        if let refusal = context.ward.unprovenIssue(otherBand) { throw refusal }
        if others.contains(where: { $0.code == code }) { return nil }
        guard let wearer = context.ward.wearer(of: code) else { throw .bandUnknown(code) }
        guard case .newborn(_, let other) = wearer else { throw .notABabyBand(code) }
        guard other.id != baby.id else { throw .otherBandNeeded }
        return code
    }
}
