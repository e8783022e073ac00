/// The run is over.
public struct ChecklistFinished: SaysDrill {
    public static let kind = "checklistFinished"
    public let drill: Bool?
    public let reason: String?

    var said: Phrase { Phrase(en: "finished", zhHans: "结束") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        try run.finish(stamp)
    }
}

/// `drill.finish`, `response.finish`: the clock stops; a debrief may come with it or later.
public struct FinishChecklist<Kind: ChecklistKind>: WardCommand, NamesChecklist {
    public static var name: String { "\(Kind.prefix).finish" }
    public static var summary: Phrase { Phrase(en: "finish, with or without a debrief", zhHans: "结束并复盘") }
    public static var permission: Permission { Kind.permission }
    public static var fields: [CommandField] {
        [
            CommandField("run", "id", required: true),
            CommandField("debrief", ChecklistRun.Debrief.form, parts: ChecklistRun.Debrief.parts),
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

/// What the team found afterwards.
public struct DebriefWritten: SaysDrill {
    public static let kind = "debriefWritten"
    public static let correctable: Set = ["debrief"]
    public let debrief: ChecklistRun.Debrief
    public let drill: Bool?

    var said: Phrase {
        Phrase(
            en: "debrief, \(debrief.actions.count.counting("action", "actions"))",
            zhHans: "复盘，改进措施 \(debrief.actions.count) 项")
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.finishedAt != nil else { throw .impossible("the run is going on") }
        run.debrief = debrief
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
            CommandField("debrief", ChecklistRun.Debrief.form, required: true, parts: ChecklistRun.Debrief.parts),
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
    static let parts = [
        CommandField("wentWell", "string"), CommandField("change", "string"),
        CommandField(
            "actions", "array of {what, owner, due}",
            parts: [
                CommandField("what", "string", required: true), CommandField("owner", "badge"),
                CommandField("due", "day"),
            ]),
        CommandField(
            "threats", "array of {tag, what, kit}",
            parts: [
                CommandField("tag", ThreatTag.codes, required: true),
                CommandField("what", "string", required: true), CommandField("kit", "id"),
            ]),
    ]
}

/// Started by mistake: not counted.
public struct ChecklistVoided: SaysDrill {
    public static let kind = "checklistVoided"
    public let reason: String
    public let drill: Bool?

    var said: Phrase { Phrase(en: "void: \(reason)", zhHans: "作废：\(reason)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        try run.finish(stamp)
        run.voided = true
    }
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
