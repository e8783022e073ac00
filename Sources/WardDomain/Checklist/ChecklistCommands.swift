/// What a checklist command is about: a drill, or a real response. The two share their rules and never their streams.
public protocol ChecklistKind: Sendable {
    static var nature: ChecklistRun.Nature { get }
    static var permission: Permission { get }
    /// `drill` or `response`: the first part of the command's name.
    static var prefix: String { get }
    static var label: Phrase { get }
}

public enum Drill: ChecklistKind {
    public static let nature = ChecklistRun.Nature.drill
    public static let permission = Permission.drill
    public static let prefix = "drill"
    public static let label = Phrase(en: "drill", zhHans: "演练")
}

public enum Response: ChecklistKind {
    public static let nature = ChecklistRun.Nature.response
    public static let permission = Permission.emergency
    public static let prefix = "response"
    public static let label = Phrase(en: "real response", zhHans: "应急响应")
}

/// A command about one run.
protocol NamesChecklist {
    associatedtype Kind: ChecklistKind
    var run: ChecklistID { get }
}

extension NamesChecklist {
    /// The run, of the right nature, and still going unless `finished` is asked for.
    func checklist(_ context: DecisionContext, finished: Bool = false) throws(Refusal) -> ChecklistRun {
        guard let found = context.ward.checklists[run], found.nature == Kind.nature else { throw .checklistUnknown }
        guard finished || found.isRunning else { throw .checklistFinished }
        return found
    }
}

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
    public var reason: String?

    private enum CodingKeys: String, CodingKey {
        case drillProtocol = "protocol"
        case participants, mrn, admission, reason
    }

    public init(drillProtocol: String, participants: [ChecklistRun.Participant] = [], admission: AdmissionID? = nil) {
        self.drillProtocol = drillProtocol
        self.participants = participants
        self.admission = admission
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let found = context.rules.drillProtocol(drillProtocol) else { throw .protocolUnknown(drillProtocol) }
        let roles = Set(found.roles.map(\.code))
        for participant in participants ?? [] {
            guard context.ward.roster[participant.badge] != nil else { throw .badgeUnknown(participant.badge) }
            guard roles.contains(participant.role) else { throw .roleUnknown(participant.role) }
        }
        let isDrill = Kind.nature == .drill
        let names = mrn != nil || admission != nil
        guard !(isDrill && names) else { throw .impossible("a drill touches no mother") }
        let mother = names ? try mother(context).id : nil
        let id = ChecklistID(context.id.rawValue)
        let started = ChecklistStarted(
            drillProtocol: found, participants: participants ?? [], admission: mother, drill: isDrill)
        return [context.draft(isDrill ? .drill(id) : .response(id), started)]
    }
}

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
        guard let found = run.drillProtocol?[step: step] else { throw .stepUnknown(step) }
        if let started = run.startedAt, context.occurred.isBefore(started) { throw .milestoneBeforeDecision }
        var given: ChecklistRun.Dose?
        if found.takesDose, result == .done {
            guard let dose, !dose.isBlank else { throw .doseNeeded }
            if let giver, context.ward.roster[giver] == nil { throw .badgeUnknown(giver) }
            guard giver != nil || Kind.nature == .response || context.by != nil else { throw .doseNeeded }
            given = ChecklistRun.Dose(text: dose, giver: giver ?? context.by)
        }
        if let note { _ = try TextRules.note(note, field: "note") }
        return [context.draft(run.stream, StepMarked(step: step, result: result, dose: given, note: note))]
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
        return [context.draft(run.stream, ParticipantArrived(badge: badge, role: role))]
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

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context, finished: true)
        guard !text.isBlank else { throw .nothingToRecord }
        return [context.draft(run.stream, ChecklistNoted(text: try TextRules.note(text, field: "text")))]
    }
}

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

/// `drill.finish`, `response.finish`: the clock stops; a debrief may come with it or later.
public struct FinishChecklist<Kind: ChecklistKind>: WardCommand, NamesChecklist {
    public static var name: String { "\(Kind.prefix).finish" }
    public static var summary: Phrase { Phrase(en: "finish, with or without a debrief", zhHans: "结束并复盘") }
    public static var permission: Permission { Kind.permission }
    public static var fields: [CommandField] {
        [
            CommandField("run", "id", required: true),
            CommandField("debrief", "{wentWell, change, actions: [{what, owner, due}]}"),
        ]
    }

    public var run: ChecklistID
    public var debrief: ChecklistRun.Debrief?

    public init(run: ChecklistID, debrief: ChecklistRun.Debrief? = nil) {
        self.run = run
        self.debrief = debrief
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context)
        var drafts = [context.draft(run.stream, ChecklistFinished())]
        if let debrief {
            try debrief.check(context)
            drafts.append(context.draft(run.stream, DebriefWritten(debrief: debrief)))
        }
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
            CommandField("debrief", "{wentWell, change, actions: [{what, owner, due}]}", required: true),
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
        try debrief.check(context)
        return [context.draft(run.stream, DebriefWritten(debrief: debrief))]
    }
}

extension ChecklistRun.Debrief {
    fileprivate func check(_ context: DecisionContext) throws(Refusal) {
        for action in actions {
            guard !action.what.isBlank else { throw .fieldMissing("what") }
            if let owner = action.owner, context.ward.roster[owner] == nil { throw .badgeUnknown(owner) }
        }
        for text in [wentWell, change].compactMap({ $0 }) { _ = try TextRules.note(text, field: "debrief") }
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
        return [context.draft(run.stream, ChecklistVoided(reason: try TextRules.reason(reason)))]
    }
}
