/// Somebody here stands behind a step that the library holds from recall or second hand: its words, times and doses, in
/// one exact version.
public struct StepConfirmed: WardPlanFact {
    public static let kind = "doseConfirmed"
    public let drillProtocol: String
    public let step: String
    /// The library's version; nil in entries from before confirmations were bound to one, which confirm nothing now.
    public let version: String?
    /// What was confirmed, word for word.
    public let content: ProtocolStep?

    public var summary: Phrase {
        let edition = version.map { (en: " version \($0)", zhHans: " 版本 \($0)") }
        return Phrase(
            en: "confirmed for this hospital: \(drillProtocol)/\(step)\(edition?.en ?? "")",
            zhHans: "本院已确认：\(drillProtocol)/\(step)\(edition?.zhHans ?? "")")
    }

    public func fold(into plan: inout WardPlan, _ stamp: EntryStamp) throws(FoldFault) {
        guard let version, let content else { return }
        plan.confirmedSteps["\(drillProtocol)/\(step)"] = WardPlan.ConfirmedStep(
            version: version, content: content, by: stamp.staff ?? Badge(""), at: stamp.occurred.moment)
    }
}

/// `protocol.confirm`: this hospital stands behind a step of a protocol, in the version that is in force.
public struct ConfirmStep: WardCommand {
    public static let name = "protocol.confirm"
    public static let summary = Phrase(en: "confirm a protocol's step for this hospital", zhHans: "确认本院方案步骤")
    public static let permission = Permission.confirm
    public static let fields = [
        CommandField("protocol", "id", required: true), CommandField("step", "id", required: true),
        CommandField("version", "string"),
    ]

    public var drillProtocol: String
    public var step: String
    /// The version that was read; refused when another one is in force by now.
    public var version: String?

    private enum CodingKeys: String, CodingKey {
        case drillProtocol = "protocol"
        case step, version
    }

    public init(drillProtocol: String, step: String, version: String? = nil) {
        self.drillProtocol = drillProtocol
        self.step = step
        self.version = version
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let found = context.rules.drillProtocol(drillProtocol) else { throw .protocolUnknown(drillProtocol) }
        guard let content = found[step: step] else { throw .stepUnknown(step) }
        if let version, version != found.version { throw .protocolChanged(found.version) }
        guard content.isUnconfirmed, context.ward.plan.confirmation(of: content, in: found) == nil else {
            throw .nothingToRecord
        }
        let confirmed = StepConfirmed(
            drillProtocol: drillProtocol, step: step, version: found.version, content: content)
        return [context.draft(.ward, confirmed)]
    }
}

extension WardPlan {
    /// Who confirmed a step for this hospital, in this version and with these words; nil where nobody did.
    public func confirmation(of step: ProtocolStep, in found: DrillProtocol) -> ConfirmedStep? {
        guard let known = confirmedSteps["\(found.id)/\(step.id)"] else { return nil }
        return known.version == found.version && known.content == step ? known : nil
    }
}
