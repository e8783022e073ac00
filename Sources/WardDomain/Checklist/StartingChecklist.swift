/// A drill or a response began; the exact protocol it uses goes with it.
public struct ChecklistStarted: ChecklistFact {
    public static let kind = "checklistStarted"
    public let drillProtocol: DrillProtocol
    public let participants: [ChecklistRun.Participant]
    public let admission: AdmissionID?
    public let newborn: NewbornID?
    /// Said twice, in the stream's name and here, so that no drill entry can pass for a case.
    public let drill: Bool
    /// The drill's own number.
    public let number: Int?
    public let scenario: DrillScenario?
    public let reason: String?

    public var summary: Phrase {
        let number = number.map { (en: " \($0)", zhHans: " \($0) 号") }
        return drill
            ? Phrase(
                en: "DRILL 演练\(number?.en ?? "") started: \(drillProtocol.en)",
                zhHans: "演练 DRILL\(number?.zhHans ?? "")开始：\(drillProtocol.zhHans)")
            : Phrase(en: "response started: \(drillProtocol.en)", zhHans: "应急响应开始：\(drillProtocol.zhHans)")
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.startedAt == nil, drill == run.isDrill else {
            throw .impossible("already started, or of another nature")
        }
        guard !drill || (admission == nil && newborn == nil) else { throw .impossible("a drill touches no mother") }
        guard drill || scenario == nil else { throw .impossible("only a drill has a scenario") }
        run.drillProtocol = drillProtocol
        run.startedAt = stamp.occurred
        run.admission = admission
        run.newborn = newborn
        run.participants = participants
        run.number = number
        run.scenario = scenario
    }
}

/// `drill.start`, `response.start`: a protocol's list begins at moment zero.
public struct StartChecklist<Kind: ChecklistKind>: WardCommand, NamesNewborn {
    public static var name: String { "\(Kind.prefix).start" }
    public static var summary: Phrase { Phrase(en: "start a \(Kind.label.en)", zhHans: "开始\(Kind.label.zhHans)") }
    public static var permission: Permission { Kind.permission }
    public static var fields: [CommandField] {
        let own = Kind.nature == .response ? newbornFields : [CommandField("scenario", "id")]
        return [
            CommandField("protocol", "id", required: true),
            CommandField(
                "participants", "array of {badge, role}",
                parts: [CommandField("badge", "badge", required: true), CommandField("role", "code", required: true)]),
        ]
            + own + [CommandField("reason", "string")]
    }

    public var drillProtocol: String
    public var participants: [ChecklistRun.Participant]?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var newborn: NewbornID?
    public var band: String?
    public var order: Int?
    /// A drill's made-up case.
    public var scenario: String?
    public var reason: String?

    private enum CodingKeys: String, CodingKey {
        case drillProtocol = "protocol"
        case participants, mrn, admission, label, newborn, band, order, scenario, reason
    }

    /// - Parameters:
    ///   - admission: the mother that a real response is for.
    ///   - newborn: her baby, where it is for the baby.
    ///   - scenario: the made-up case of a drill.
    public init(
        drillProtocol: String, participants: [ChecklistRun.Participant] = [], admission: AdmissionID? = nil,
        newborn: NewbornID? = nil, scenario: String? = nil
    ) {
        self.drillProtocol = drillProtocol
        self.participants = participants
        self.admission = admission
        self.newborn = newborn
        self.scenario = scenario
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        Kind.nature == .drill ? [.lastDrillNumber] : motherLookups
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let found = context.rules.drillProtocol(drillProtocol) else { throw .protocolUnknown(drillProtocol) }
        let isDrill = Kind.nature == .drill
        guard !isDrill || !namesSomebody else { throw .drillTouchesNoMother }
        let patient = namesSomebody ? try patient(context) : nil
        if let patient { try checkNotRunning(for: patient, context) }
        let id = ChecklistID(context.id.rawValue)
        let started = ChecklistStarted(
            drillProtocol: found.withoutScenarios, participants: try participants(of: found, context),
            admission: patient?.admission, newborn: patient?.newborn, drill: isDrill,
            number: isDrill ? context.answers.lastDrillNumber + 1 : nil, scenario: try scenario(of: found),
            reason: reason)
        return [context.draft(isDrill ? .drill(id) : .response(id), started)]
    }

    private func scenario(of found: DrillProtocol) throws(Refusal) -> DrillScenario? {
        guard let scenario else { return nil }
        guard Kind.nature == .drill else { throw .fieldNotHere("scenario") }
        guard let known = found.scenarios?.first(where: { $0.id == scenario }) else {
            throw .codeUnknown(field: "scenario", code: scenario)
        }
        return known
    }

    /// A second start for the same mother joins the list that runs; a list for another baby of hers does not.
    private func checkNotRunning(for patient: ResponsePatient, _ context: DecisionContext) throws(Refusal) {
        let isRunning = context.ward.checklists.values.contains { run in
            guard run.isRunning, !run.isDrill, run.admission == patient.admission else { return false }
            guard run.drillProtocol?.id == drillProtocol else { return false }
            return run.newborn == nil || patient.newborn == nil || run.newborn == patient.newborn
        }
        guard !isRunning else { throw .checklistAlreadyRunning }
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
