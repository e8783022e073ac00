import ScreenGrid
import WardDomain

/// Whom a real response is for: by bed, band or hospital number; a baby by its band or its place in the birth order.
enum LinkForm {
    static func dialog(_ run: ChecklistRun, _ scene: Scene) -> FormDialog {
        var fields = [
            FormField(
                "who", "bed, band or number", "床号、腕带或住院号", .text(placeholder: "3"), takesScan: true),
            FormField("baby", "baby (blank: the mother)", "第几胎（空＝母亲）", .text(placeholder: "1")),
        ]
        if run.admission != nil { fields.append(.reason) }
        return FormDialog(
            Phrase(en: "Whom is this response for", zhHans: "应急响应对象"), fields: fields, openedAt: scene.now.reading
        ) { form in
            guard let (mother, baby) = patient(&form) else { return .faults([:]) }
            let command = LinkResponse(run: run.id, admission: mother.id, newborn: baby, reason: form.text("reason"))
            return .record(command, .frozen(form.openedAt))
        }
    }

    private static func patient(_ form: inout FormReader) -> (mother: Admission, baby: NewbornID?)? {
        let text = form.required("who")
        guard !text.isEmpty else { return nil }
        if case .newborn(let mother, let baby)? = form.scene.ward.wearer(of: BandCode.normalized(text)) {
            return (mother, baby.id)
        }
        guard let mother = form.scene.ward.motherCalled(text) else {
            form.fault("who", "Nobody here is '\(text)'.", "未找到「\(text)」。")
            return nil
        }
        guard let order = form.integer("baby") else { return (mother, nil) }
        guard let baby = mother.newborn(order: order) else {
            form.fault("baby", "She has no baby \(order) on record.", "没有第 \(order) 胎的记录。")
            return nil
        }
        return (mother, baby.id)
    }
}

extension WardState {
    /// The mother in a bed, with a band, or with a hospital number.
    func motherCalled(_ text: String) -> Admission? {
        if let inBed = occupant(of: BedLabel(text)) { return inBed }
        if case .mother(let wearer) = wearer(of: BandCode.normalized(text)) { return wearer }
        return admission(mrn: text)
    }
}
