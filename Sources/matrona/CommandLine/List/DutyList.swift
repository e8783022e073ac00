import WardDomain
import WardLedger

extension Lister {
    /// `list rhythms`: every training, meeting and lesson that was held.
    func rhythms() throws(Failure) {
        let time = TimeText(offset: offset)
        let fields = [
            ListField<HeldRhythm>("id") { .string($0.id.rawValue) },
            ListField("rhythm", "What", "内容") { .optional($0.rhythm?.rawValue) },
            ListField("heldAt", "Held", "时间") { time($0.heldAt) },
            ListField("minutes", "Minutes", "分钟") { .optional($0.minutes) },
            ListField("people", "People", "人数") { .optional($0.participants.count) },
            ListField("topic", "Topic", "主题") { .optional($0.topic) },
            ListField("recordedBy") { .optional($0.recordedBy?.rawValue) },
            ListField("participants", isFlat: false) { .array($0.participants.map { .string($0.rawValue) }) },
        ]
        try print(fields) { span throws(LedgerFault) in
            guard case .rhythms(let held) = try ledger.answer(.rhythms(span)) else { return [] }
            return held
        } place: { held in
            (held.heldAt?.moment, held.id.rawValue)
        }
    }

    /// `list duties`: how each duty of the policy and each minimum of the year stands today.
    func duties() throws(Failure) {
        _ = try Failure.from { () throws(LedgerFault) in try ledger.catchUp() }
        let since = now.moment.advanced(seconds: -86400 * (rules.cadence.recentCaseDays + 1))
        let answer = try Failure.from { () throws(LedgerFault) in try ledger.answer(.duties(casesSince: since)) }
        guard case .duties(let history) = answer else { return }
        let ward = ledger.ward
        let cadence = Cadence(
            history, roster: ward.roster, rules: rules, today: now.moment.localDay(offset), offset)
        var printer = ListPrinter(Self.dutyFields, format)
        for standing in cadence.standings { printer.print(.duty(standing)) }
        for standing in cadence.minima { printer.print(.minimum(standing, year: cadence.today.parts.year)) }
        for suggestion in cadence.suggestions(
            history, findings: ward.findings.values, rules: rules, offset,
            isOverdue: { $0.isOverdue(at: now.moment) })
        {
            printer.print(.suggestion(suggestion))
        }
        printer.finish()
    }

    /// One line of the duties: what is owed, what a year must hold, what to drill next.
    private enum DutyLine {
        case duty(Cadence.Standing)
        case minimum(Cadence.MinimumStanding, year: Int)
        case suggestion(DrillSuggestion)

        var kind: String {
            switch self {
            case .duty: "duty"
            case .minimum: "minimum"
            case .suggestion: "suggestion"
            }
        }

        var label: Phrase {
            switch self {
            case .duty(let standing): standing.duty.label
            case .minimum(let standing, _): standing.minimum.label
            case .suggestion(let suggestion): suggestion.reason.text
            }
        }

        var name: String? {
            switch self {
            case .duty(let standing): standing.duty.rhythm?.rawValue ?? "drill"
            case .minimum: nil
            case .suggestion(let suggestion): suggestion.drillProtocol
            }
        }

        var period: String? {
            switch self {
            case .duty(let standing): standing.period.name
            case .minimum(_, let year): String(year)
            case .suggestion: nil
            }
        }

        var done: Int? {
            switch self {
            case .duty(let standing): standing.done
            case .minimum(let standing, _): standing.done
            case .suggestion: nil
            }
        }

        var wanted: Int? {
            switch self {
            case .duty(let standing): standing.wanted
            case .minimum: 1
            case .suggestion: nil
            }
        }

        var state: String {
            switch self {
            case .duty(let standing): standing.isDone ? "done" : standing.isOverdue ? "overdue" : "due"
            case .minimum(let standing, _): standing.done > 0 ? "done" : "due"
            case .suggestion: "next"
            }
        }

        var source: Source? {
            switch self {
            case .duty(let standing): standing.duty.source
            case .minimum(let standing, _): standing.minimum.source
            case .suggestion: nil
            }
        }
    }

    private static var dutyFields: [ListField<DutyLine>] {
        [
            ListField("line", "Line", "类型") { .string($0.kind) },
            ListField("name", "Name", "名称") { .optional($0.name) },
            ListField("en", "What", "英文") { .string($0.label.en) },
            ListField("zhHans", "中文", "内容") { .string($0.label.zhHans) },
            ListField("period", "Period", "周期") { .optional($0.period) },
            ListField("done", "Done", "已做") { .optional($0.done) },
            ListField("wanted", "Wanted", "应做") { .optional($0.wanted) },
            ListField("state", "State", "状态") { .string($0.state) },
            ListField("mark", "Mark", "标记") { .optional($0.source?.mark.rawValue) },
            ListField("source") { .optional($0.source?.text) },
        ]
    }
}
