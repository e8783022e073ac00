/// `drill.inject`: the coordinator's surprise, one of the scenario's or a free line.
public struct GiveInject: WardCommand, NamesChecklist {
    typealias Kind = Drill
    public static let name = "drill.inject"
    public static let summary = Phrase(en: "spring a surprise on the team", zhHans: "情景注入")
    public static let permission = Permission.drill
    public static let fields = [
        CommandField("run", "id", required: true), CommandField("inject", "id"), CommandField("text", "string"),
    ]

    public var run: ChecklistID
    public var inject: String?
    public var text: String?

    public init(run: ChecklistID, text: String) {
        self.run = run
        self.text = text
    }

    /// One of the scenario's.
    public init(run: ChecklistID, inject: String) {
        self.run = run
        self.inject = inject
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context)
        guard run.suspendedAt == nil else { throw .checklistSuspended }
        if let inject { return [context.draft(run.stream, try given(inject, run, context))] }
        guard let text, !text.isBlank else { throw .nothingToRecord }
        let given = InjectGiven(
            inject: nil, text: try TextRules.note(text, field: "text"), textZhHans: nil, signs: nil, drill: true)
        return [context.draft(run.stream, given)]
    }

    private func given(
        _ id: String, _ run: ChecklistRun, _ context: DecisionContext
    ) throws(Refusal) -> InjectGiven {
        guard let found = run.scenario?.injects.first(where: { $0.id == id }) else {
            throw .codeUnknown(field: "inject", code: id)
        }
        let elapsed = run.elapsed(until: context.occurred)?.seconds ?? 0
        guard run.injectsToCome(afterSecond: elapsed).contains(found) else { throw .injectGivenAlready }
        return InjectGiven(
            inject: id, text: found.en, textZhHans: found.zhHans, signs: found.signs, drill: true)
    }
}

/// `drill.pause`: the coordinator stops a drill's clock; a real response has no such thing.
public struct PauseDrill: WardCommand, NamesChecklist {
    typealias Kind = Drill
    public static let name = "drill.pause"
    public static let summary = Phrase(en: "pause a drill", zhHans: "暂停演练")
    public static let permission = Permission.drill
    public static let fields = [CommandField("run", "id", required: true)]

    public var run: ChecklistID

    public init(run: ChecklistID) {
        self.run = run
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context)
        try run.checkStarted(context)
        guard run.suspendedAt == nil else { throw .nothingToRecord }
        return [context.draft(run.stream, ChecklistSuspended(reason: "", cause: .pause, drill: true))]
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
        return [
            context.draft(
                run.stream, ChecklistSuspended(reason: try TextRules.reason(reason), cause: .emergency, drill: true))
        ]
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
        guard let suspendedAt = run.suspendedAt else { throw .nothingToRecord }
        guard !context.occurred.isBefore(suspendedAt) else { throw .milestoneBeforeDecision }
        return [context.draft(run.stream, ChecklistResumed(drill: true))]
    }
}
