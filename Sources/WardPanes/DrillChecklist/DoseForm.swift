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

    /// The step, the library's doses with mark, source and caution, or the hospital protocol.
    private static func hint(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> Phrase {
        let lines = [step.text] + (DoseWording(step, of: run, scene)?.sentences(scene) ?? [])
        return Phrase(
            en: lines.map(\.en.safeForScreen).joined(separator: "\n"),
            zhHans: lines.map(\.zhHans.safeForScreen).joined(separator: "\n"))
    }
}
