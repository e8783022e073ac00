/// `drill.start`, `response.start`: a protocol's list begins at moment zero.
public struct StartChecklist<Kind: ChecklistKind>: WardCommand, NamesMother {
    public static var name: String { "\(Kind.prefix).start" }
    public static var summary: Phrase { Phrase(en: "start a \(Kind.label.en)", zhHans: "开始\(Kind.label.zhHans)") }
    public static var permission: Permission { Kind.permission }
    public static var fields: [CommandField] {
        let mother = Kind.nature == .response ? motherFields : []
        return [CommandField("protocol", "id", required: true), CommandField("participants", "array of {badge, role}")]
            + mother
            + [CommandField("reason", "string")]
    }

    public var drillProtocol: String
    public var participants: [ChecklistRun.Participant]?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var reason: String?

    private enum CodingKeys: String, CodingKey {
        case drillProtocol = "protocol"
        case participants, mrn, admission, label, reason
    }

    public init(drillProtocol: String, participants: [ChecklistRun.Participant] = [], admission: AdmissionID? = nil) {
        self.drillProtocol = drillProtocol
        self.participants = participants
        self.admission = admission
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let found = context.rules.drillProtocol(drillProtocol) else { throw .protocolUnknown(drillProtocol) }
        let isDrill = Kind.nature == .drill
        guard !isDrill || !namesMother else { throw .drillTouchesNoMother }
        let mother = namesMother ? try mother(context).id : nil
        if let mother { try checkNotRunning(for: mother, context) }
        let id = ChecklistID(context.id.rawValue)
        let started = ChecklistStarted(
            drillProtocol: found, participants: try participants(of: found, context), admission: mother,
            drill: isDrill, reason: reason)
        return [context.draft(isDrill ? .drill(id) : .response(id), started)]
    }

    /// A second start for the same mother joins the list that runs.
    private func checkNotRunning(for mother: AdmissionID, _ context: DecisionContext) throws(Refusal) {
        let running = context.ward.checklists.values.first { run in
            run.isRunning && !run.isDrill && run.admission == mother && run.drillProtocol?.id == drillProtocol
        }
        if let running { throw .checklistAlreadyRunning(running.id) }
    }

    private func participants(
        of found: DrillProtocol, _ context: DecisionContext
    ) throws(Refusal) -> [ChecklistRun.Participant] {
        let roles = Set(found.roles.map(\.code))
        var checked: [ChecklistRun.Participant] = []
        for participant in participants ?? [] {
            guard roles.contains(participant.role) else { throw .roleUnknown(participant.role) }
            let member = try context.atWork(participant.badge)
            checked.append(ChecklistRun.Participant(badge: member.badge, role: participant.role))
        }
        return checked
    }
}
