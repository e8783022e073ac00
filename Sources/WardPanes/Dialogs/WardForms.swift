import ScreenGrid
import WardDomain

/// The forms that belong to no pane.
enum WardForms {
    /// An extra bed (加床).
    static func extraBed(_ scene: Scene) -> FormDialog {
        FormDialog(
            Phrase(en: "Extra bed", zhHans: "加床"),
            fields: [FormField("bed", "label", "床号", .text(placeholder: "加1"))], openedAt: scene.now.reading
        ) { form in
            .record(AddBed(bed: BedLabel(form.required("bed"))), .now)
        }
    }

    /// Strikes an entry out, or gives it another time; asks why.
    static func correct(_ entry: Entry, _ scene: Scene) -> FormDialog {
        let id = entry.stamp.id
        let summary = scene.summary(of: entry.fact)
        let hint = Phrase(
            en: "\(scene.time(entry.stamp.occurred.moment))  \(summary.en)\(entry.reasonBehind.en)",
            zhHans: "\(scene.time(entry.stamp.occurred.moment))  \(summary.zhHans)\(entry.reasonBehind.zhHans)")
        let what = FormField(
            "what", "what", "方式",
            .choice([Phrase(en: "strike it out", zhHans: "作废"), Phrase(en: "another time", zhHans: "更正时间")]))
        return FormDialog(
            Phrase(en: "Correct my last entry", zhHans: "更正上一条记录"),
            fields: [
                what, FormField("newTime", "right time", "正确时间", .time(placeholder: "18:05")), .reason,
            ],
            hint: hint, openedAt: scene.now.reading
        ) { form in
            let time = form.moment("newTime")
            let reason = form.required("reason")
            guard let strikes = form.requiredChoice("what", of: [true, false]) else { return .incomplete }
            if !strikes, time == nil { form.fault("newTime", "Type the right time.", "请输入正确时间。") }
            return .record(
                CorrectEntry(
                    entry: id, reason: reason, strike: strikes ? true : nil,
                    newTime: strikes ? nil : time),
                .now)
        }
    }
}
