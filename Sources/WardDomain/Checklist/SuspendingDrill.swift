/// A real emergency interrupted the drill, or the coordinator paused it.
public struct ChecklistSuspended: SaysDrill {
    public static let kind = "checklistSuspended"
    public let reason: String
    /// Nil in entries from before drills could be paused: an emergency.
    public let cause: ChecklistRun.Interruption?
    public let drill: Bool?

    var said: Phrase {
        if cause == .pause { return Phrase(en: "paused", zhHans: "暂停") }
        let reason = Phrase(recorded: reason)
        return Phrase(en: "suspended: \(reason.en)", zhHans: "中断：\(reason.zhHans)")
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.isDrill, run.suspendedAt == nil else { throw .impossible("only a running drill can be suspended") }
        try run.checkGoing(stamp)
        run.suspendedAt = stamp.occurred
        run.suspendedFor = cause ?? .emergency
    }
}

/// The drill goes on.
public struct ChecklistResumed: SaysDrill {
    public static let kind = "checklistResumed"
    public let drill: Bool?

    var said: Phrase { Phrase(en: "goes on", zhHans: "继续") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard let suspended = run.suspendedAt, !stamp.occurred.isBefore(suspended) else {
            throw .impossible("the drill is not suspended")
        }
        run.endPause(at: stamp.occurred)
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
    public static let summary = Phrase(en: "suspend a drill for a real emergency", zhHans: "因真实紧急情况中断演练")
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
