/// The coordinator sprang a surprise.
public struct InjectGiven: SaysDrill {
    public static let kind = "injectGiven"
    public static let correctable: Set = ["text"]
    /// The scenario's own, where it is one.
    public let inject: String?
    public let text: String
    public let textZhHans: String?
    public let signs: ExerciseSigns?
    public let drill: Bool?

    var said: Phrase { Phrase(en: "inject: \(text)", zhHans: "情景注入：\(textZhHans ?? text)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.isDrill else { throw .impossible("only a drill has injects") }
        run.injects.append(
            ChecklistRun.GivenInject(
                inject: inject, text: text, textZhHans: textZhHans, signs: signs, at: stamp.occurred))
    }
}

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
