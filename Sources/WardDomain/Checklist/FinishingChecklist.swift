/// `drill.finish`, `response.finish`: the clock stops; a debrief may come with it or later.
public struct FinishChecklist<Kind: ChecklistKind>: WardCommand, NamesChecklist {
    public static var name: String { "\(Kind.prefix).finish" }
    public static var summary: Phrase { Phrase(en: "finish, with or without a debrief", zhHans: "结束并复盘") }
    public static var permission: Permission { Kind.permission }
    public static var fields: [CommandField] {
        [
            CommandField("run", "id", required: true),
            CommandField("debrief", ChecklistRun.Debrief.form),
            CommandField("reason", "string"),
        ]
    }

    public var run: ChecklistID
    public var debrief: ChecklistRun.Debrief?
    public var reason: String?

    public init(run: ChecklistID, debrief: ChecklistRun.Debrief? = nil, reason: String? = nil) {
        self.run = run
        self.debrief = debrief
        self.reason = reason
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context)
        try run.checkStarted(context)
        var drafts = [context.draft(run.stream, ChecklistFinished(drill: Kind.drillMark, reason: reason))]
        if let debrief { drafts += try debrief.drafts(of: run, context) }
        return drafts
    }
}

/// `drill.debrief`, `response.debrief`: written or rewritten while the run is still at hand.
public struct WriteDebrief<Kind: ChecklistKind>: WardCommand, NamesChecklist {
    public static var name: String { "\(Kind.prefix).debrief" }
    public static var summary: Phrase { Phrase(en: "write the debrief", zhHans: "填写复盘") }
    public static var permission: Permission { Kind.permission }
    public static var fields: [CommandField] {
        [
            CommandField("run", "id", required: true),
            CommandField("debrief", ChecklistRun.Debrief.form, required: true),
        ]
    }

    public var run: ChecklistID
    public var debrief: ChecklistRun.Debrief

    public init(run: ChecklistID, debrief: ChecklistRun.Debrief) {
        self.run = run
        self.debrief = debrief
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        [.checklist(run, Kind.nature)]
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context, finished: true)
        guard run.finishedAt != nil else { throw .checklistNotFinished }
        return try debrief.drafts(of: run, context)
    }
}

extension ChecklistRun.Debrief {
    /// Its form in JSON, for the help.
    static let form = "{wentWell, change, actions: [{what, owner, due}], threats: [{tag, what, kit}]}"
}

/// `drill.void`, `response.void`: started by mistake, not counted.
public struct VoidChecklist<Kind: ChecklistKind>: WardCommand, NamesChecklist {
    public static var name: String { "\(Kind.prefix).void" }
    public static var summary: Phrase { Phrase(en: "void: started by mistake", zhHans: "误启动，作废") }
    public static var permission: Permission { Kind.permission }
    public static var fields: [CommandField] {
        [CommandField("run", "id", required: true), CommandField("reason", "string", required: true)]
    }

    public var run: ChecklistID
    public var reason: String?

    public init(run: ChecklistID, reason: String) {
        self.run = run
        self.reason = reason
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context)
        try run.checkStarted(context)
        return [context.draft(run.stream, ChecklistVoided(reason: try TextRules.reason(reason), drill: Kind.drillMark))]
    }
}
