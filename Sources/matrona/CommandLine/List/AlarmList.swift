import WardDomain
import WardLedger

/// A row of `list alarms`: one that is open, put off or acknowledged, or one that ended within a day.
private struct AlarmRow {
    let end: OpenEnd
    /// Nil for one that ended.
    let alarm: Alarm?
    let ended: EndedAlarm?
}

extension Lister {
    /// `list alarms`: what waits now with its owner and what was said to it, then what ended within a day and how.
    func alarms() throws(Failure) {
        _ = try Failure.from { () throws(LedgerFault) in try ledger.catchUp() }
        let ward = ledger.ward
        var printer = ListPrinter(Self.alarmFields(ward, TimeText(offset: offset)), format)
        for alarm in ward.alarms(now: now, rules: rules) {
            printer.print(AlarmRow(end: alarm.end, alarm: alarm, ended: nil))
        }
        for ended in ward.endedAlarms(try endedWaits(), now: now, rules: rules) {
            printer.print(AlarmRow(end: ended.end, alarm: nil, ended: ended))
        }
        printer.finish()
    }

    private func endedWaits() throws(Failure) -> [EndedWaitRow] {
        let since = now.moment.advanced(seconds: -EndedAlarm.toldForSeconds)
        let answer = try Failure.from { () throws(LedgerFault) in try ledger.answer(.endedWaits(since: since)) }
        guard case .endedWaits(let waits) = answer else { return [] }
        return waits
    }

    private static func alarmFields(_ ward: WardState, _ time: TimeText) -> [ListField<AlarmRow>] {
        [
            ListField("priority", "Priority", "级别") { .string("\($0.end.priority)") },
            ListField("state", "State", "状态") { .string($0.alarm?.state.code ?? "ended") },
            ListField("kind", "Kind", "类型") { .string($0.end.kind.rawValue) },
            ListField("en", "What", "事项") { .string($0.end.what.en) },
            ListField("zhHans", "中文", "中文") { .string($0.end.what.zhHans) },
            ListField("about") { .string($0.end.about.id) },
            ListField("admission") { .optional(story($0, ward)?.id.rawValue) },
            ListField("mrn", "Number", "住院号") { .optional(story($0, ward)?.identity.mrn) },
            ListField("mother", "Mother", "母亲") { .optional(story($0, ward)?.identity.called) },
            ListField("bed", "Bed", "床") { .optional(story($0, ward)?.bed?.rawValue) },
            ListField("order", "Order", "胎次") { .optional(newborn($0, ward)?.order) },
            ListField("since", "Since", "自") { time($0.end.since) },
            ListField("lateSeconds", "Seconds", "秒") { .optional($0.end.secondsLate) },
            ListField("owner", "Owner", "负责人") { .optional($0.alarm?.owner.code) },
            ListField("answeredBy") { .optional($0.alarm?.answer?.by.rawValue) },
            ListField("answeredAt") { time($0.alarm?.answer?.at) },
            ListField("snoozedUntil", "Until", "暂缓至") { time($0.alarm?.answer?.until) },
            ListField("reason", "Reason", "原因") { .optional($0.alarm?.answer?.reason) },
            ListField("endedAt", "Ended", "结束") { time($0.ended?.endedAt) },
            ListField("endedBy") { .optional($0.ended?.by?.rawValue) },
            ListField("endedEn", "How", "结束方式") { .optional($0.ended?.how.en) },
            ListField("endedZhHans") { .optional($0.ended?.how.zhHans) },
        ]
    }

    private static func story(_ row: AlarmRow, _ ward: WardState) -> Admission? {
        if let ended = row.ended { return ended.story }
        switch row.end.about {
        case .admission(let id), .newborn(_, let id), .caesarean(_, let id): return ward.admissions[id]
        case .finding: return nil
        case .checklist(let id): return ward.checklists[id]?.admission.flatMap { ward.admissions[$0] }
        }
    }

    private static func newborn(_ row: AlarmRow, _ ward: WardState) -> Newborn? {
        guard case .newborn(let id, _) = row.end.about else { return nil }
        return story(row, ward)?.newborns.first { $0.id == id }
    }
}
