/// `finding.open`: an action, a threat or a defect that somebody found, with who sees to it until when.
public struct OpenFinding: WardCommand {
    public static let name = "finding.open"
    public static let summary = Phrase(en: "open an action, a threat or a defect", zhHans: "登记措施、隐患或缺陷")
    public static let permission = Permission.quality
    public static let backDating = BackDating.free
    public static let fields = [
        CommandField("kind", FindingKind.codes, required: true),
        CommandField("what", "string", required: true), CommandField("owner", "badge"), CommandField("due", "day"),
        CommandField("kit", "id or name"), CommandField("item", "id"),
        CommandField("tag", ThreatTag.codes),
        CommandField("run", "id of a drill or response"),
    ]

    public var kind: FindingKind
    public var what: String
    public var owner: Badge?
    public var due: CalendarDay?
    public var kit: String?
    public var item: String?
    public var tag: ThreatTag?
    public var run: ChecklistID?

    public init(
        kind: FindingKind, what: String, owner: Badge? = nil, due: CalendarDay? = nil, kit: String? = nil,
        item: String? = nil, tag: ThreatTag? = nil, run: ChecklistID? = nil
    ) {
        self.kind = kind
        self.what = what
        self.owner = owner
        self.due = due
        self.kit = kit
        self.item = item
        self.tag = tag
        self.run = run
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        run.map { [.checklist($0, .drill), .checklist($0, .response)] } ?? []
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let origin = try origin(context)
        let new = NewFinding(kind: kind, what: what, owner: owner, due: due, kit: kit, item: item, tag: tag)
        return [try new.draft(FindingID(context.id.rawValue), from: origin, context)]
    }

    private func origin(_ context: DecisionContext) throws(Refusal) -> Finding.Origin? {
        guard let run else { return nil }
        guard let found = context.ward.checklists[run] else { throw .checklistUnknown }
        return Finding.Origin(found)
    }
}

/// A finding before it is recorded: the rules that hold wherever one is opened.
struct NewFinding {
    var kind: FindingKind
    var what: String
    var owner: Badge?
    var due: CalendarDay?
    var kit: String?
    var item: String?
    var tag: ThreatTag?

    /// An action has an owner and a day; a threat a tag; a defect a kit. A defect nobody was named for is its finder's,
    /// and due the day it was found: kit must work at all times (seed policy, 7).
    func draft(
        _ id: FindingID, from origin: Finding.Origin?, _ context: DecisionContext
    ) throws(Refusal) -> Draft {
        let what = try TextRules.note(what.trimmed, field: "what")
        guard !what.isEmpty else { throw .fieldMissing("what") }
        let kit = try TextRules.name(kit, field: "kit")
        if let owner { _ = try context.atWork(owner) }
        let today = context.occurred.moment.localDay(context.offset)
        if let due, due < today { throw .dueDayPast(due) }
        switch kind {
        case .action:
            guard owner != nil else { throw .fieldMissing("owner") }
            guard due != nil else { throw .fieldMissing("due") }
        case .threat: guard tag != nil else { throw .fieldMissing("tag") }
        case .defect: guard kit != nil else { throw .fieldMissing("kit") }
        }
        let day = due ?? (kind == .defect ? today : nil)
        let fact = FindingOpened(
            finding: kind, what: what, owner: owner ?? (kind == .defect ? context.by : nil),
            limit: day.map { Finding.Limit($0, context.offset) }, kit: kit, item: item, tag: tag, origin: origin)
        return context.draft(.finding(id), fact)
    }
}

/// A command about one finding.
protocol NamesFinding {
    var finding: FindingID { get }
}

extension NamesFinding {
    /// The finding, still open.
    func found(_ context: DecisionContext) throws(Refusal) -> Finding {
        guard let found = context.ward.findings[finding] else { throw .findingUnknown }
        guard found.isOpen else { throw .findingClosed }
        return found
    }
}

/// `finding.change`: another owner or another day.
public struct ChangeFinding: WardCommand, NamesFinding {
    public static let name = "finding.change"
    public static let summary = Phrase(en: "give a finding another owner or day", zhHans: "更改负责人或期限")
    public static let permission = Permission.quality
    public static let fields = [
        CommandField("finding", "id", required: true), CommandField("owner", "badge"), CommandField("due", "day"),
        CommandField("reason", "string"),
    ]

    public var finding: FindingID
    public var owner: Badge?
    public var due: CalendarDay?
    public var reason: String?

    public init(finding: FindingID, owner: Badge? = nil, due: CalendarDay? = nil, reason: String? = nil) {
        self.finding = finding
        self.owner = owner
        self.due = due
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { [.finding(finding)] }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let found = try found(context)
        if let owner { _ = try context.atWork(owner) }
        let today = context.occurred.moment.localDay(context.offset)
        if let due, due < today { throw .dueDayPast(due) }
        let newOwner = owner == found.owner ? nil : owner
        let newDay = due == found.limit?.day ? nil : due
        guard newOwner != nil || newDay != nil else { throw .nothingToRecord }
        if let reason { _ = try TextRules.note(reason, field: "reason") }
        let fact = FindingReassigned(
            owner: newOwner, limit: newDay.map { Finding.Limit($0, context.offset) }, reason: reason)
        return [context.draft(.finding(found.id), fact)]
    }
}

/// `finding.close`: settled, with a word how.
public struct CloseFinding: WardCommand, NamesFinding {
    public static let name = "finding.close"
    public static let summary = Phrase(en: "close a finding with a word how", zhHans: "关闭并说明如何解决")
    public static let permission = Permission.quality
    public static let backDating = BackDating.free
    public static let fields = [
        CommandField("finding", "id", required: true), CommandField("how", "string", required: true),
    ]

    public var finding: FindingID
    public var how: String

    public init(finding: FindingID, how: String) {
        self.finding = finding
        self.how = how
    }

    public func lookups(in ward: WardState) -> [Lookup] { [.finding(finding)] }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let found = try found(context)
        if let opened = found.openedAt, context.occurred.isBefore(opened) { throw .beforeOpening }
        let how = try TextRules.note(how.trimmed, field: "how")
        guard !how.isEmpty else { throw .fieldMissing("how") }
        return [context.draft(.finding(found.id), FindingClosed(how: how))]
    }
}
