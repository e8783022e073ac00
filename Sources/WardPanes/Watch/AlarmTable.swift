import ScreenGrid
import WardDomain

/// The rows of the alarm list. Whom it is about and who answers for it wrap, and are never cut.
enum AlarmTable {
    static func table(
        _ alarms: [Alarm], _ ended: [EndedAlarm], scroll: ListScroll, columns: Int, _ scene: Scene
    ) -> Table {
        let rows = alarms.map { row($0, scene) } + ended.map { row($0, scene) }
        guard columns >= SentenceTable.leastColumns else { return SentenceTable.table(rows, scroll: scroll) }
        return Table(
            columns: [
                TableColumn("", minimum: 3),
                TableColumn(scene.say("About", "对象"), minimum: 15, isIdentity: true),
                TableColumn(scene.say("What", "事项"), minimum: 16, isIdentity: true),
                TableColumn(scene.say("For", "已持续"), minimum: 4, alignment: .trailing),
                TableColumn(scene.say("Owner", "负责人"), minimum: 8, isIdentity: true),
                TableColumn(scene.say("Said", "处理"), minimum: 12, isIdentity: true),
            ],
            rows: rows, scroll: scroll, hasFocus: true)
    }

    private static func row(_ alarm: Alarm, _ scene: Scene) -> [TableCell] {
        let role = alarm.isSnoozed ? StyleRole.dim : alarm.priority.role
        return [
            TableCell(alarm.priority.mark, role), TableCell(about(alarm.end.about, scene), .text),
            TableCell(scene.say(alarm.end.what), role),
            TableCell(scene.say(Durations.words(alarm.end.secondsLate)), role),
            TableCell(owner(alarm.owner, scene), .staff), said(alarm, scene),
        ]
    }

    private static func row(_ ended: EndedAlarm, _ scene: Scene) -> [TableCell] {
        let by = ended.by.map { scene.name(of: $0) } ?? "-"
        let how = "\(scene.shortTime(ended.endedAt)) \(scene.say(ended.how).safeForScreen)"
        return [
            TableCell(scene.say("end", "毕"), .done), TableCell(about(ended, scene), .dim),
            TableCell(scene.say(ended.end.what), .dim),
            TableCell(scene.say(Durations.words(ended.end.secondsLate)), .dim),
            TableCell(by, .dim), TableCell(how, .dim),
        ]
    }

    private static func said(_ alarm: Alarm, _ scene: Scene) -> TableCell {
        switch alarm.state {
        case .open: return TableCell(scene.say("not acknowledged", "未确认"), .notRecorded)
        case .acknowledged(let answer):
            let time = scene.shortTime(answer.at.moment)
            let why = answer.reason.map { ": \($0.safeForScreen)" } ?? ""
            return TableCell(scene.say("seen \(time)\(why)", "已确认 \(time)\(why)"), .done)
        case .snoozed(let answer, let until):
            let who = scene.name(of: answer.by)
            let why = answer.reason?.safeForScreen ?? ""
            let time = scene.shortTime(until)
            return TableCell(scene.say("put off to \(time) by \(who): \(why)", "\(who) 暂缓至 \(time)：\(why)"), .dim)
        }
    }

    private static func owner(_ owner: Alarm.Owner, _ scene: Scene) -> String {
        switch owner {
        case .staff(let badge): scene.name(of: badge)
        case .role(let role): scene.say(role.label)
        }
    }

    /// Whom an alarm was about that ended, in a story that may be closed.
    private static func about(_ ended: EndedAlarm, _ scene: Scene) -> String {
        guard case .newborn(let id, _) = ended.end.about,
            let baby = ended.story.newborns.first(where: { $0.id == id })
        else { return about(ended.end.about, scene) }
        return scene.say(BabyHere(mother: ended.story, baby: baby).called(scene))
    }

    /// Whom or what an alarm is about, in words that tell one from another.
    static func about(_ subject: OpenEnd.Subject, _ scene: Scene) -> String {
        switch subject {
        case .newborn(let id, _): BabyHere.find(id, scene.ward).map { scene.say($0.called(scene)) } ?? id.rawValue
        case .admission(let id), .caesarean(_, let id):
            scene.ward.admissions[id].map { scene.say(scene.distinct($0)) } ?? id.rawValue
        case .finding(let id): scene.ward.findings[id].map { scene.said($0.what) } ?? id.rawValue
        case .checklist(let id): scene.ward.checklists[id]?.drillProtocol.map { scene.say($0.title) } ?? id.rawValue
        }
    }
}

extension OpenEnd.Priority {
    /// How alarms of this priority look.
    var role: StyleRole {
        switch self {
        case .high: .alarmHigh
        case .medium: .alarmMedium
        case .low: .alarmLow
        }
    }
}
