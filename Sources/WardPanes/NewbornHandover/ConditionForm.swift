import ScreenGrid
import WardDomain

/// How a baby was found, before it is given to somebody else; the register keeps it with the handover.
enum ConditionForm {
    static let label = Phrase(
        en: "condition: temperature, SpO2, colour, skin, feeding, lines", zhHans: "状况：体温、血氧、肤色、皮肤、喂养、管路、用药")

    static func dialog(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let fields =
            [
                FormField("temperature", "temperature C", "体温 C", .text(placeholder: "36.8")),
                FormField("oxygenSaturation", "SpO2 %", "血氧 %"),
            ]
            + NewbornCondition.Field.allCases.map {
                FormField($0.rawValue, $0.label.en, $0.label.zhHans)
            } + [.time, .reason]
        return FormDialog(
            Phrase(en: "How the baby was found", zhHans: "新生儿状况"), fields: fields, hint: found.hint(scene),
            openedAt: scene.now.reading
        ) { form in
            var condition = NewbornCondition()
            condition.temperatureTenths = form.tenths("temperature")
            condition.oxygenSaturation = form.integer("oxygenSaturation")
            for field in NewbornCondition.Field.allCases { condition[field] = form.text(field.rawValue) }
            let time = form.time()
            return .record(NoteCondition(newborn: newborn, condition, reason: form.text("reason")), time)
        }
    }
}
