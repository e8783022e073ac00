/// Somebody else sees to it, or until another day.
public struct FindingReassigned: FindingFact {
    public static let kind = "findingReassigned"
    /// Nil where the owner stays.
    public let owner: Badge?
    /// Nil where the day stays.
    public let limit: Finding.Limit?
    public let reason: String?

    public var summary: Phrase {
        let who = owner.map { " \($0)" } ?? ""
        let day = limit.map { " \($0.day)" } ?? ""
        return Phrase(en: "now with\(who)\(day)", zhHans: "改由\(who)\(day)")
    }

    public func fold(into found: inout Finding, _ stamp: EntryStamp) throws(FoldFault) {
        guard found.isOpen else { throw .impossible("the finding is not open") }
        found.owner = owner ?? found.owner
        found.limit = limit ?? found.limit
    }
}

/// It is settled: how, in a word.
public struct FindingClosed: FindingFact {
    public static let kind = "findingClosed"
    public let how: String

    public var summary: Phrase {
        let how = Phrase(recorded: how)
        return Phrase(en: "closed: \(how.en)", zhHans: "关闭：\(how.zhHans)")
    }

    public func fold(into found: inout Finding, _ stamp: EntryStamp) throws(FoldFault) {
        guard found.isOpen else { throw .impossible("the finding is not open") }
        found.closing = Finding.Closing(how: how, at: stamp.occurred, staff: stamp.staff)
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
