import WardDomain
import WardLedger

extension Lister {
    /// `list actions`, `list threats`, `list defects`: open and closed ones, by when they were opened.
    func findings(_ kind: FindingKind) throws(Failure) {
        let today = now.moment.localDay(offset)
        try print(Self.findingFields(now.moment, today, TimeText(offset: offset))) { span throws(LedgerFault) in
            guard case .findings(let found) = try ledger.answer(.findings(span)) else { return [] }
            return found
        } place: { finding in
            (finding.openedAt?.moment, finding.id.rawValue)
        } wanted: { (finding: Finding) in
            finding.kind == kind
        }
    }

    private static func findingFields(_ now: Moment, _ today: CalendarDay, _ time: TimeText) -> [ListField<
        Finding
    >] {
        [
            ListField("finding") { .string($0.id.rawValue) },
            ListField("kind") { .optional($0.kind?.rawValue) },
            ListField("what", "What", "内容") { .string(Phrase(recorded: $0.what).en) },
            ListField("tag", "Tag", "类别") { .optional($0.tag?.rawValue) },
            ListField("kit", "Kit", "设备") { .optional($0.kit) },
            ListField("item", "Item", "项目") { .optional($0.item) },
            ListField("owner", "Owner", "负责人") { .optional($0.owner?.rawValue) },
            ListField("due", "Due", "期限") { .optional($0.limit?.day.description) },
        ] + ends(now, today, time)
    }

    private static func ends(_ now: Moment, _ today: CalendarDay, _ time: TimeText) -> [ListField<Finding>] {
        [
            ListField("overdue", "Overdue", "逾期") { .bool($0.isOverdue(at: now)) },
            ListField("daysOverdue") { .optional($0.isOverdue(at: now) ? $0.limit?.day.days(to: today) : nil) },
            ListField("run") { .optional($0.origin?.run.rawValue) },
            ListField("nature") { .optional($0.origin?.nature.rawValue) },
            ListField("protocol", "From", "来自") { .optional($0.origin?.drillProtocol) },
            ListField("openedAt", "Opened", "登记") { time($0.openedAt) },
            ListField("openedBy") { .optional($0.openedBy?.rawValue) },
            ListField("closedAt", "Closed", "关闭") { time($0.closing?.at) },
            ListField("closedBy") { .optional($0.closing?.staff?.rawValue) },
            ListField("how", "How", "如何解决") { .optional(($0.closing?.how).map { Phrase(recorded: $0).en }) },
        ]
    }
}
