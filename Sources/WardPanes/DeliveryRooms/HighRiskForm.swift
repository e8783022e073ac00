import ScreenGrid
import WardDomain

/// The form that ticks a step of a high-risk case.
enum HighRiskForm {
    static func dialog(_ mother: Admission, _ scene: Scene) -> FormDialog {
        let id = mother.id
        let open = mother.highRiskGap
        let fields = [
            FormField("step", "step done", "已完成", .choice(open.map(\.label))),
            FormField("note", "note", "备注"), .time, .reason,
        ]
        let title = Phrase(
            en: "High-risk case: \(scene.name(of: mother))", zhHans: "高危专案：\(scene.name(of: mother))")
        return FormDialog(title, fields: fields, openedAt: scene.now.reading) { form in
            let step = form.requiredChoice("step", of: open)
            let time = form.time()
            guard let step else { return .incomplete }
            return .record(TickHighRiskStep(admission: id, step: step, note: form.text("note")), time)
        }
    }
}
