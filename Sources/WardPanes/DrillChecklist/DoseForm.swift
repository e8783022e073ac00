import ScreenGrid
import WardDomain

/// A drug step: what was given, by whom, and Enter. Nothing is filled in but who is signed in.
enum DoseForm {
    static func dialog(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> FormDialog {
        let fields = [
            FormField("dose", "dose given", "已给剂量", .text(placeholder: "", columns: 120)),
            FormField(
                "giver", "given by", "给药人", .text(placeholder: "", columns: 40),
                initial: scene.staff?.badge.rawValue ?? "", takesScan: true),
            FormField(
                "at", "time (blank: \(opened(scene)))", "时间（空＝\(opened(scene))）",
                .text(placeholder: "18:05  -5", columns: 20)),
            FormField("note", "note", "备注", .text(placeholder: "", columns: 400)),
        ]
        return FormDialog(
            RunTitle.phrase(Phrase(en: "Drug step", zhHans: "用药步骤"), run), fields: fields, hint: hint(step, run, scene),
            openedAt: scene.now.reading
        ) { form in
            let dose = form.required("dose")
            let giver = form.staff("giver")
            let time = form.timeOrOpening()
            return .record(run.giving(dose, by: giver, step: step.id, note: form.text("note")), time)
        }
    }

    private static func opened(_ scene: Scene) -> String {
        LocalTime(scene.now.moment, scene.now.offset).hourMinuteSecond
    }

    /// The step, the library's dose with its mark and source, or the hospital protocol; then the caution.
    private static func hint(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> Phrase? {
        guard let wording = DoseWording(step, of: run, scene) else { return nil }
        return Phrase(
            en: lines(step, wording, .english, scene), zhHans: lines(step, wording, .chinese, scene))
    }

    private static func lines(
        _ step: ProtocolStep, _ wording: DoseWording, _ language: Language, _ scene: Scene
    ) -> String {
        let isEnglish = language == .english
        var lines = [step.text[language], (isEnglish ? "dose: " : "剂量：") + wording.text[language]]
        if let source = wording.source {
            lines.append("[\(source.mark.rawValue) \(source.mark.label[language])] \(source.text)")
        }
        if let who = wording.confirmedBy.map({ scene.name(of: $0) }) {
            lines.append(isEnglish ? "confirmed here: \(who)" : "本院已确认：\(who)")
        }
        let caution = wording.caution[language]
        if !caution.isEmpty { lines.append((isEnglish ? "CAUTION: " : "注意：") + caution) }
        return lines.map(\.safeForScreen).joined(separator: "\n")
    }
}
