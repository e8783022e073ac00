/// Somebody of the team came.
public struct ParticipantArrived: SaysDrill {
    public static let kind = "participantArrived"
    public let badge: Badge
    public let role: String
    public let drill: Bool?
    public let reason: String?

    var said: Phrase { Phrase(en: "\(role) arrived: \(badge)", zhHans: "\(role) 到场：\(badge)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        if let index = run.participants.firstIndex(where: { $0.badge == badge && $0.role == role }) {
            run.participants[index].arrivedAt = run.participants[index].arrivedAt ?? stamp.occurred
        } else {
            run.participants.append(ChecklistRun.Participant(badge: badge, role: role, arrivedAt: stamp.occurred))
        }
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
        let scanned = Badge(try BandCode.somebodys(badge.rawValue))
        return [
            context.draft(
                run.stream, ParticipantArrived(badge: scanned, role: role, drill: Kind.drillMark, reason: reason))
        ]
    }
}

/// Something worth saying was written down.
public struct ChecklistNoted: SaysDrill {
    public static let kind = "checklistNoted"
    public static let correctable: Set = ["text"]
    public let text: String
    public let drill: Bool?

    var said: Phrase { Phrase(en: "note: \(text)", zhHans: "备注：\(text)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        run.notes.append(ChecklistRun.Note(text: text, at: stamp.occurred, staff: stamp.staff))
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
        return [
            context.draft(
                run.stream, ChecklistNoted(text: try TextRules.note(text, field: "text"), drill: Kind.drillMark))
        ]
    }
}

extension ChecklistRun {
    /// Refuses a time before moment zero.
    func checkStarted(_ context: DecisionContext) throws(Refusal) {
        if let startedAt, context.occurred.isBefore(startedAt) { throw .milestoneBeforeDecision }
    }
}
