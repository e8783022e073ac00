import ScreenGrid
import WardDomain

/// What went well, what the team would change, latent threats by tag, and up to three actions, each with its owner and
/// its day.
enum DebriefForm {
    static let actions = 3
    static let threats = 3

    /// What a team speaks of besides (clinical reference 7.0, recall).
    private static let prompts = Phrase(
        en: """
            Speak also of [R]: roles clear, calls closed, leader seen, times said aloud, gaps in kit and drugs, notes, \
            family, safe to speak up.
            """,
        zhHans: "另请讨论 [R]：分工明确、闭环沟通、指挥可见、报时、设备药品缺口、记录、家属沟通、心理安全。")

    /// The protocol's own questions, then what every team speaks of.
    private static func hint(_ run: ChecklistRun) -> Phrase {
        let questions = (run.drillProtocol?.debriefQuestions ?? []).map { note in
            let mark = "[\(note.source.mark.rawValue)]"
            return Phrase(en: "\(note.en) \(mark)", zhHans: "\(note.zhHans) \(mark)").safe
        }
        let lines = questions + [prompts]
        return Phrase(
            en: lines.map(\.en).joined(separator: "\n"), zhHans: lines.map(\.zhHans).joined(separator: "\n"))
    }

    /// - Parameter run: its earlier debrief stands in the fields.
    static func dialog(_ run: ChecklistRun, _ scene: Scene) -> FormDialog {
        let known = run.debrief
        var fields = [
            FormField(
                "wentWell", "went well", "做得好", initial: known?.wentWell ?? ""),
            FormField(
                "change", "would change", "需改进", initial: known?.change ?? ""),
        ]
        for number in 1...actions {
            let action = known.flatMap { $0.actions.indices.contains(number - 1) ? $0.actions[number - 1] : nil }
            fields += self.fields(number, action)
        }
        for number in 1...threats {
            let threat = known.flatMap { $0.threats.indices.contains(number - 1) ? $0.threats[number - 1] : nil }
            fields += self.fields(number, threat, scene)
        }
        let moreThreats = Array(known?.threats.dropFirst(threats) ?? [])
        let more = max(0, (known?.actions.count ?? 0) - actions)
        let kept = Array(known?.actions.suffix(more) ?? [])
        return FormDialog(
            RunTitle.phrase(Phrase(en: "Debrief", zhHans: "复盘"), run), fields: fields, hint: hint(run),
            openedAt: scene.now.reading
        ) { form in
            let wanted = (1...actions).compactMap { read($0, &form) }
            let found = (1...threats).compactMap { readThreat($0, &form) }
            let debrief = ChecklistRun.Debrief(
                wentWell: form.text("wentWell"), change: form.text("change"), actions: wanted + kept,
                threats: found + moreThreats)
            return .record(run.debriefing(debrief), .now)
        }
    }

    private static func fields(_ number: Int, _ action: ChecklistRun.Debrief.Action?) -> [FormField] {
        [
            FormField(
                "what\(number)", "action \(number)", "措施 \(number)",
                initial: action?.what ?? ""),
            FormField(
                "owner\(number)", "  owner", "  负责人",
                initial: action?.owner?.rawValue ?? "", takesScan: true),
            FormField(
                "due\(number)", "  due", "  期限", .text(placeholder: "2026-12-31  +14"),
                initial: action?.due?.description ?? ""),
        ]
    }

    private static func fields(
        _ number: Int, _ threat: ChecklistRun.Debrief.Threat?, _ scene: Scene
    ) -> [FormField] {
        let kits = scene.rules.readiness.kits
        let tag = threat.flatMap { ThreatTag.allCases.firstIndex(of: $0.tag) }
        let kit = threat?.kit.flatMap { id in kits.firstIndex { $0.id == id } }
        return [
            FormField(
                "tag\(number)", "threat \(number)", "隐患 \(number)", .choice(ThreatTag.allCases.map(\.label)),
                initial: tag.map(String.init) ?? ""),
            FormField(
                "threat\(number)", "  what", "  内容", initial: threat?.what ?? ""),
            FormField(
                "kit\(number)", "  about kit", "  涉及设备", .choice(kits.map(\.title)),
                initial: kit.map(String.init) ?? ""),
        ]
    }

    /// A threat with its tag and the kit it is about; nil where its fields are blank.
    private static func readThreat(_ number: Int, _ form: inout FormReader) -> ChecklistRun.Debrief.Threat? {
        let tag = form.choice("tag\(number)", of: ThreatTag.allCases)
        let kit = form.choice("kit\(number)", of: form.scene.rules.readiness.kits)?.id
        guard tag != nil || kit != nil || form.text("threat\(number)") != nil else { return nil }
        let what = form.required("threat\(number)")
        guard let tag else {
            form.fault("tag\(number)", "Which kind of threat?", "请选择隐患类别。")
            return nil
        }
        return ChecklistRun.Debrief.Threat(tag: tag, what: what, kit: kit)
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
        return scene.today.advanced(days: days)
    }
}
