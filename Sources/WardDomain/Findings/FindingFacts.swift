/// A fact about one finding.
public protocol FindingFact: Fact {
    func fold(into finding: inout Finding, _ stamp: EntryStamp) throws(FoldFault)
}

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
