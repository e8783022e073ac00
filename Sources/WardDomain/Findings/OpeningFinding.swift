/// Something was found.
public struct FindingOpened: FindingFact {
    public static let kind = "findingOpened"
    public let finding: FindingKind
    public let what: String
    public let owner: Badge?
    public let limit: Finding.Limit?
    public let kit: String?
    public let item: String?
    public let tag: ThreatTag?
    public let origin: Finding.Origin?
    /// True for a kit that was used and is to be full again.
    public let restock: Bool?

    init(
        finding: FindingKind, what: String, owner: Badge?, limit: Finding.Limit?, kit: String?, item: String?,
        tag: ThreatTag?, origin: Finding.Origin?, restock: Bool? = nil
    ) {
        self.finding = finding
        self.what = what
        self.owner = owner
        self.limit = limit
        self.kit = kit
        self.item = item
        self.tag = tag
        self.origin = origin
        self.restock = restock
    }

    public var summary: Phrase {
        let tag = tag.map { Phrase(en: "\($0.label.en): ", zhHans: "\($0.label.zhHans)：") }
        let drill = origin?.nature == .drill
        let what = Phrase(recorded: what)
        return Phrase(
            en: "\(drill ? "from DRILL: " : "")\(finding.label.en): \(tag?.en ?? "")\(what.en)",
            zhHans: "\(drill ? "演练发现：" : "")\(finding.label.zhHans)：\(tag?.zhHans ?? "")\(what.zhHans)")
    }

    public func fold(into found: inout Finding, _ stamp: EntryStamp) throws(FoldFault) {
        guard found.kind == nil else { throw .impossible("the finding is there already") }
        found.kind = finding
        found.what = what
        found.owner = owner
        found.limit = limit
        found.kit = kit
        found.item = item
        found.tag = tag
        found.origin = origin
        found.restock = restock
        found.openedAt = stamp.occurred
        found.openedBy = stamp.staff
    }
}

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
