import ScreenGrid
import WardDomain

/// A training, meeting or lesson that was held: what, when, with whom, how long.
enum RhythmForm {
    /// How many people the form has a field for; a team is scanned badge by badge.
    private static let people = 12

    static func dialog(_ scene: Scene) -> FormDialog {
        let rhythms = Rhythm.allCases
        let badges = (1...people).map { number in
            FormField(
                "person\(number)", "person \(number)", "参加人 \(number)",
                takesScan: true)
        }
        return FormDialog(
            Phrase(en: "Held: training, meeting, education", zhHans: "已举办：培训、会议、教育"),
            fields: [
                FormField("rhythm", "what", "内容", .choice(rhythms.map(\.label))),
                FormField("minutes", "minutes", "分钟", .text(placeholder: "45")),
                FormField("topic", "topic", "主题"),
                FormField(
                    "at", "when (blank: now)", "时间（空＝现在）",
                    .text(placeholder: "2026-11-20 14:00  18:05")),
            ] + badges,
            hint: Phrase(en: "Scan or type the badges of those who took part.", zhHans: "扫描或输入参加人工牌。"),
            openedAt: scene.now.reading
        ) { form in
            let rhythm = form.requiredChoice("rhythm", of: rhythms)
            let minutes = form.integer("minutes")
            if minutes == nil { _ = form.required("minutes") }
            let present = (1...people).compactMap { form.staff("person\($0)") }
            if present.isEmpty { form.fault("person1", "Who took part?", "请填写参加人。") }
            let time = form.dayAndTime("at")
            guard let rhythm, let minutes else { return .incomplete }
            return .record(
                HoldRhythm(rhythm: rhythm, participants: present, minutes: minutes, topic: form.text("topic")), time)
        }
    }
}

extension FormReader {
    /// Now when blank; `2026-11-20 14:00`, a day alone (its noon), or a time of today.
    mutating func dayAndTime(_ id: String) -> CommandEnvelope.Time {
        guard let text = text(id) else { return .now }
        let parts = text.split(separator: " ")
        guard let first = parts.first, let day = CalendarDay(first) else { return time(id) }
        let clock = parts.count > 1 ? parts[1].split(separator: ":").compactMap { Int($0) } : [12, 0]
        guard parts.count <= 2, clock.count == 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]) else {
            fault(id, "Type 2026-11-20 14:00.", "请输入 2026-11-20 14:00。")
            return .now
        }
        return .typed(Moment(day: day, hour: clock[0], minute: clock[1], scene.offset), reason: reasonOfTime)
    }
}
