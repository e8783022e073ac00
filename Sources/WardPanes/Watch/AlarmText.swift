import ScreenGrid
import WardDomain

/// The words and the form of the alarm list.
enum AlarmText {
    static let title = Phrase(en: "Alarms: what waits for somebody", zhHans: "报警：待处理事项")
    static let none = Phrase(en: "nothing waits", zhHans: "无待处理事项")
    static let open = Phrase(en: "open", zhHans: "打开")
    static let acknowledge = Phrase(en: "acknowledge", zhHans: "确认")
    static let snooze = Phrase(en: "put off", zhHans: "暂缓")
    static let back = Phrase(en: "back", zhHans: "返回")

    /// Asks for how long and why an alarm is put off.
    static func snoozing(_ alarm: Alarm, _ scene: Scene) -> FormDialog {
        let limit = scene.rules.watch.longestSnooze.map { $0.seconds / 60 } ?? 0
        let about = AlarmTable.about(alarm.end.about, scene)
        let mark = scene.rules.watch.longestSnooze?.source.mark.rawValue ?? "-"
        let hint = Phrase(
            en: "\(alarm.end.what.en): \(about). At most \(limit) min [\(mark)]; then it is open again.",
            zhHans: "\(alarm.end.what.zhHans)：\(about)。最长 \(limit) 分钟 [\(mark)]，到时恢复报警。")
        let (kind, id) = (alarm.kind, alarm.end.about.id)
        return FormDialog(
            Phrase(en: "Put the alarm off", zhHans: "暂缓报警"),
            fields: [
                FormField("minutes", "minutes", "分钟", .text(placeholder: "10")), .reason,
            ], hint: hint, openedAt: scene.now.reading
        ) { form in
            if form.text("minutes") == nil { _ = form.required("minutes") }
            let minutes = form.integer("minutes") ?? 0
            return .record(SnoozeAlarm(kind: kind, about: id, minutes: minutes, reason: form.required("reason")), .now)
        }
    }
}
