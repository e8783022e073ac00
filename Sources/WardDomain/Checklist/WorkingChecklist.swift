/// `drill.step`, `response.step`: a step done, missed or not applicable; a drug step asks for dose and giver.
public struct MarkStep<Kind: ChecklistKind>: WardCommand, NamesChecklist {
    public static var name: String { "\(Kind.prefix).step" }
    public static var summary: Phrase {
        Phrase(en: "mark a step of a \(Kind.label.en)", zhHans: "标记\(Kind.label.zhHans)步骤")
    }
    public static var permission: Permission { Kind.permission }
    public static var fields: [CommandField] {
        [
            CommandField("run", "id", required: true), CommandField("step", "id", required: true),
            CommandField("result", StepResult.allCases.map(\.rawValue).joined(separator: "|"), required: true),
            CommandField("dose", "string"), CommandField("giver", "badge"), CommandField("note", "string"),
            CommandField("reason", "string"),
        ]
    }

    public var run: ChecklistID
    public var step: String
    public var result: StepResult
    public var dose: String?
    public var giver: Badge?
    public var note: String?
    public var reason: String?

    public init(
        run: ChecklistID, step: String, result: StepResult, dose: String? = nil, giver: Badge? = nil,
        note: String? = nil
    ) {
        self.run = run
        self.step = step
        self.result = result
        self.dose = dose
        self.giver = giver
        self.note = note
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context)
        guard run.suspendedAt == nil else { throw .checklistSuspended }
        guard let found = run.drillProtocol?[step: step] else { throw .stepUnknown(step) }
        try run.checkStarted(context)
        let given = found.takesDose && result == .done ? try given(context) : nil
        if let note { _ = try TextRules.note(note, field: "note") }
        let marked = StepMarked(step: step, result: result, dose: given, note: note, reason: reason)
        return [context.draft(run.stream, marked)]
    }

    /// What was given and by whom; nobody signed in and nobody named leaves the giver to the signature.
    private func given(_ context: DecisionContext) throws(Refusal) -> ChecklistRun.Dose {
        guard let dose = try dose.map({ dose throws(Refusal) in try TextRules.note(dose, field: "dose") }),
            !dose.isBlank
        else { throw .doseNeeded }
        if let giver, context.ward.roster[giver] == nil { throw .badgeUnknown(giver) }
        return ChecklistRun.Dose(text: dose, giver: giver ?? context.by)
    }
}

/// `drill.arrive`, `response.arrive`: somebody of the team comes, with a role.
public struct ArriveAtChecklist<Kind: ChecklistKind>: WardCommand, NamesChecklist {
    public static var name: String { "\(Kind.prefix).arrive" }
    public static var summary: Phrase { Phrase(en: "a team member arrives", zhHans: "团队成员到场") }
    public static var permission: Permission { Kind.permission }
    public static var fields: [CommandField] {
        [
            CommandField("run", "id", required: true), CommandField("badge", "code", required: true),
            CommandField("role", "code", required: true), CommandField("reason", "string"),
        ]
    }

    public var run: ChecklistID
    public var badge: Badge
    public var role: String
    public var reason: String?

    public init(run: ChecklistID, badge: Badge, role: String) {
        self.run = run
        self.badge = badge
        self.role = role
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context)
        guard run.drillProtocol?.roles.contains(where: { $0.code == role }) == true else { throw .roleUnknown(role) }
        guard !badge.rawValue.isBlank else { throw .fieldMissing("badge") }
        let scanned = Badge(BandCode.normalized(badge.rawValue))
        return [context.draft(run.stream, ParticipantArrived(badge: scanned, role: role, reason: reason))]
    }
}

/// `drill.note`, `response.note`: a free line.
public struct NoteChecklist<Kind: ChecklistKind>: WardCommand, NamesChecklist {
    public static var name: String { "\(Kind.prefix).note" }
    public static var summary: Phrase { Phrase(en: "write a note", zhHans: "备注") }
    public static var permission: Permission { Kind.permission }
    public static var fields: [CommandField] {
        [CommandField("run", "id", required: true), CommandField("text", "string", required: true)]
    }

    public var run: ChecklistID
    public var text: String

    public init(run: ChecklistID, text: String) {
        self.run = run
        self.text = text
    }

    public func lookups(in ward: WardState) -> [Lookup] { [.checklist(run, Kind.nature)] }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context, finished: true)
        guard !text.isBlank else { throw .nothingToRecord }
        return [context.draft(run.stream, ChecklistNoted(text: try TextRules.note(text, field: "text")))]
    }
}

extension ChecklistRun {
    /// Refuses a time before moment zero.
    func checkStarted(_ context: DecisionContext) throws(Refusal) {
        if let startedAt, context.occurred.isBefore(startedAt) { throw .milestoneBeforeDecision }
    }
}
