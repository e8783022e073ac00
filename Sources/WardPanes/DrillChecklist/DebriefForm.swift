import ScreenGrid
import WardDomain

/// What went well, what the team would change, and up to three actions, each with its owner and its day.
enum DebriefForm {
    static let actions = 3

    /// - Parameter run: its earlier debrief stands in the fields.
    static func dialog(_ run: ChecklistRun, _ scene: Scene) -> FormDialog {
        let known = run.debrief
        var fields = [
            FormField(
                "wentWell", "went well", "做得好", .text(placeholder: "", columns: 400), initial: known?.wentWell ?? ""),
            FormField(
                "change", "would change", "需改进", .text(placeholder: "", columns: 400), initial: known?.change ?? ""),
        ]
        for number in 1...actions {
            let action = known.flatMap { $0.actions.indices.contains(number - 1) ? $0.actions[number - 1] : nil }
            fields += self.fields(number, action)
        }
        let more = max(0, (known?.actions.count ?? 0) - actions)
        let kept = Array(known?.actions.suffix(more) ?? [])
        return FormDialog(
            RunTitle.phrase(Phrase(en: "Debrief", zhHans: "复盘"), run), fields: fields, openedAt: scene.now.reading
        ) { form in
            let wanted = (1...actions).compactMap { read($0, &form) }
            let debrief = ChecklistRun.Debrief(
                wentWell: form.text("wentWell"), change: form.text("change"), actions: wanted + kept)
            return .record(run.debriefing(debrief), .now)
        }
    }

    private static func fields(_ number: Int, _ action: ChecklistRun.Debrief.Action?) -> [FormField] {
        [
            FormField(
                "what\(number)", "action \(number)", "措施 \(number)", .text(placeholder: "", columns: 200),
                initial: action?.what ?? ""),
            FormField(
                "owner\(number)", "  owner", "  负责人", .text(placeholder: "", columns: 40),
                initial: action?.owner?.rawValue ?? "", takesScan: true),
            FormField(
                "due\(number)", "  due", "  期限", .text(placeholder: "2026-12-31  +14", columns: 12),
                initial: action?.due?.description ?? ""),
        ]
    }

    /// An action with its owner and its day; nil where all three fields are blank.
    private static func read(_ number: Int, _ form: inout FormReader) -> ChecklistRun.Debrief.Action? {
        let (what, owner, due) = ("what\(number)", "owner\(number)", "due\(number)")
        guard form.text(what) != nil || form.text(owner) != nil || form.text(due) != nil else { return nil }
        if form.text(owner) == nil { form.fault(owner, "Every action has an owner.", "每项措施须有负责人。") }
        if form.text(due) == nil { form.fault(due, "Every action has a day.", "每项措施须有期限。") }
        return ChecklistRun.Debrief.Action(
            what: form.required(what), owner: form.staff(owner), due: form.dayOrDaysAhead(due))
    }
}

extension FormReader {
    /// A day, or `+14` for so many days from today; nil when blank.
    mutating func dayOrDaysAhead(_ id: String) -> CalendarDay? {
        guard let text = text(id), text.first == "+", let days = Int(text.dropFirst()), (0...3650).contains(days) else {
            return day(id)
        }
        return scene.now.today.advanced(days: days)
    }
}
