import ScreenGrid
import WardDomain

/// A step that asks for more than a key: an answer, a dose with its giver, measurements. Nothing is filled in but who is
/// signed in; what is left blank is not recorded.
enum StepForm {
    /// What opens on Space; nil where one key is enough.
    static func dialog(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> (any DialogPanel)? {
        guard step.asksForMore else { return nil }
        guard step.takesDose || !step.measures.isEmpty else { return answers(step, run, scene) }
        let isDose = step.takesDose
        let title =
            isDose ? Phrase(en: "Drug step", zhHans: "用药步骤") : Phrase(en: "Measured step", zhHans: "测量步骤")
        let seen = run.timesMarkedSoFar(step.id, scene)
        return FormDialog(
            RunTitle.phrase(title, run), fields: fields(step, scene), hint: hint(step, run, scene),
            openedAt: scene.now.reading
        ) { form in
            let entry = read(step, &form, seen: seen)
            return .record(run.marking(step.id, .done, entry), form.timeOrOpening())
        }
    }

    /// One key more: which of the answers.
    private static func answers(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> PickDialog {
        let seen = run.timesMarkedSoFar(step.id, scene)
        let choices = zip(step.asks, "123456789").map { answer, digit in
            PickDialog.Choice(
                digit, answer.label.safe,
                effects: [
                    .record(
                        run.marking(step.id, .done, StepEntry(answer: answer.code, seen: seen)),
                        .frozen(scene.now.reading))
                ])
        }
        return PickDialog(
            RunTitle.phrase(Phrase(en: "Which", zhHans: "选择"), run), explanation: step.text.safe, choices: choices)
    }

    private static func fields(_ step: ProtocolStep, _ scene: Scene) -> [FormField] {
        var fields: [FormField] = []
        if step.takesDose {
            fields += [
                FormField("dose", "dose given", "已给剂量"),
                FormField(
                    "giver", "given by", "给药人",
                    initial: scene.staff?.badge.rawValue ?? "", isSuggested: true, takesScan: true),
            ]
        }
        if !step.asks.isEmpty {
            fields.append(FormField("answer", "which", "选择", .choice(step.asks.map(\.label.safe))))
        }
        for measure in step.measures { fields += self.fields(measure, step) }
        return fields + [
            .openingTime(scene),
            FormField("note", "note", "备注"),
        ]
    }

    private static func fields(_ measure: StepMeasure, _ step: ProtocolStep) -> [FormField] {
        let number = FormField.Kind.text()
        switch measure {
        case .bloodLoss:
            return [
                FormField("lossTotal", "loss in all, mL", "累计出血 mL", number),
                FormField("lossAdded", "or added, mL", "或新增出血 mL", number),
            ]
        case .shockIndex:
            return [
                FormField("pulse", "heart rate", "心率", number), FormField("systolic", "systolic BP", "收缩压", number),
            ]
        case .apgar:
            let minute = step.apgarMinute.map { (en: " \($0) min", zhHans: "\($0)分钟") }
            return [
                FormField(
                    "apgar", "Apgar\(minute?.en ?? "")", "Apgar评分\(minute?.zhHans ?? "")",
                    .text(placeholder: "9  22212"))
            ]
        case .oxygenSaturation: return [FormField("oxygen", "SpO2 %", "血氧 %", number)]
        }
    }

    private static func read(_ step: ProtocolStep, _ form: inout FormReader, seen: Int) -> StepEntry {
        var entry = StepEntry(note: form.text("note"), seen: seen)
        if step.takesDose {
            entry.dose = form.required("dose")
            entry.giver = form.staff("giver")
        }
        if !step.asks.isEmpty { entry.answer = form.requiredChoice("answer", of: step.asks)?.code }
        for measure in step.measures {
            switch measure {
            case .bloodLoss:
                entry.lossTotal = form.integer("lossTotal")
                entry.lossAdded = form.integer("lossAdded")
            case .shockIndex:
                entry.pulse = form.integer("pulse")
                entry.systolic = form.integer("systolic")
            case .apgar: entry.apgar = apgar(&form)
            case .oxygenSaturation: entry.oxygenSaturation = form.integer("oxygen")
            }
        }
        return entry
    }

    private static func apgar(_ form: inout FormReader) -> ApgarGiven? {
        guard let text = form.text("apgar") else { return nil }
        if let given = ApgarGiven(typed: text) { return given }
        form.fault("apgar", "A total from 0 to 10, or five signs 0-2.", "总分 0-10，或五项各 0-2。")
        return nil
    }

    /// The step, the library's doses and cautions with mark and source, what it is measured against.
    private static func hint(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> Phrase {
        let lines =
            [step.text] + (DoseWording(step, of: run, scene)?.sentences(scene) ?? [])
            + CautionWording.sentences(step) + MeasureWording.limits(step, run, scene)
        return Phrase(
            en: lines.map(\.en.safeForScreen).joined(separator: "\n"),
            zhHans: lines.map(\.zhHans.safeForScreen).joined(separator: "\n"))
    }
}

extension Phrase {
    /// Without anything that could bend the screen.
    var safe: Phrase { Phrase(en: en.safeForScreen, zhHans: zhHans.safeForScreen) }
}
