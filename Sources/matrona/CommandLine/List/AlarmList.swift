import WardDomain
import WardLedger

extension Lister {
    /// `list alarms`: what waits now.
    func alarms() throws(Failure) {
        _ = try Failure.from { () throws(LedgerFault) in try ledger.catchUp() }
        let ward = ledger.ward
        var printer = ListPrinter(Self.alarmFields(ward, TimeText(offset: offset)), format)
        for end in ward.openEnds(now: now, rules: rules) { printer.print(end) }
        printer.finish()
    }

    private static func alarmFields(_ ward: WardState, _ time: TimeText) -> [ListField<OpenEnd>] {
        [
            ListField("priority", "Priority", "级别") { .string("\($0.priority)") },
            ListField("kind", "Kind", "类型") { .string($0.kind.rawValue) },
            ListField("en", "What", "事项") { .string($0.what.en) },
            ListField("zhHans", "中文", "中文") { .string($0.what.zhHans) },
            ListField("about") { .string($0.about.id) },
            ListField("admission") { .optional(admission($0, ward)?.id.rawValue) },
            ListField("mrn", "Number", "住院号") { .optional(admission($0, ward)?.identity.mrn) },
            ListField("mother", "Mother", "母亲") { .optional(admission($0, ward)?.identity.called) },
            ListField("bed", "Bed", "床") { .optional(admission($0, ward)?.bed?.rawValue) },
            ListField("order", "Order", "胎次") { .optional(newborn($0, ward)?.order) },
            ListField("since", "Since", "自") { time($0.since) },
            ListField("lateSeconds", "Seconds", "秒") { .optional($0.secondsLate) },
        ]
    }

    private static func admission(_ end: OpenEnd, _ ward: WardState) -> Admission? {
        switch end.about {
        case .admission(let id), .newborn(_, let id), .caesarean(_, let id): ward.admissions[id]
        case .finding: nil
        case .checklist(let id): ward.checklists[id]?.admission.flatMap { ward.admissions[$0] }
        }
    }

    private static func newborn(_ end: OpenEnd, _ ward: WardState) -> Newborn? {
        guard case .newborn(let id, _) = end.about else { return nil }
        return ward.newborn(id)?.newborn
    }
}
