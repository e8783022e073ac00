/// `drill.inject`: the coordinator's surprise.
public struct GiveInject: WardCommand, NamesChecklist {
    typealias Kind = Drill
    public static let name = "drill.inject"
    public static let summary = Phrase(en: "spring a surprise on the team", zhHans: "情景注入")
    public static let permission = Permission.drill
    public static let fields = [
        CommandField("run", "id", required: true), CommandField("text", "string", required: true),
    ]

    public var run: ChecklistID
    public var text: String

    public init(run: ChecklistID, text: String) {
        self.run = run
        self.text = text
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context)
        guard !text.isBlank else { throw .nothingToRecord }
        return [context.draft(run.stream, InjectGiven(text: try TextRules.note(text, field: "text")))]
    }
}

/// `drill.suspend`: a real emergency comes first; `drill.resume` goes on.
public struct SuspendDrill: WardCommand, NamesChecklist {
    typealias Kind = Drill
    public static let name = "drill.suspend"
    public static let summary = Phrase(en: "suspend a drill for a real emergency", zhHans: "因真实急情中断演练")
    public static let permission = Permission.emergency
    public static let fields = [
        CommandField("run", "id", required: true), CommandField("reason", "string", required: true),
    ]

    public var run: ChecklistID
    public var reason: String?

    public init(run: ChecklistID, reason: String) {
        self.run = run
        self.reason = reason
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context)
        try run.checkStarted(context)
        guard run.suspendedAt == nil else { throw .nothingToRecord }
        return [context.draft(run.stream, ChecklistSuspended(reason: try TextRules.reason(reason)))]
    }
}

/// `drill.resume`: a suspended drill goes on.
public struct ResumeDrill: WardCommand, NamesChecklist {
    typealias Kind = Drill
    public static let name = "drill.resume"
    public static let summary = Phrase(en: "go on with a suspended drill", zhHans: "继续演练")
    public static let permission = Permission.drill
    public static let fields = [CommandField("run", "id", required: true)]

    public var run: ChecklistID

    public init(run: ChecklistID) {
        self.run = run
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context)
        guard run.suspendedAt != nil else { throw .nothingToRecord }
        return [context.draft(run.stream, ChecklistResumed())]
    }
}
