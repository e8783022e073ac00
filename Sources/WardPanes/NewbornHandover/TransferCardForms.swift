import ScreenGrid
import WardDomain

/// The ISBAR card of a transfer: written by who gives; read back and completed by who receives.
enum TransferCardForms {
    /// Writing while there is none or somebody rewrites hers or his; reading back for anybody else.
    static func dialog(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        guard let written = found.baby.transferCard, !written.isReadBack, written.writtenBy != scene.staff?.badge else {
            return write(found, scene)
        }
        return readBack(found, written, scene)
    }

    private static func fields(_ card: TransferCard?) -> [FormField] {
        TransferCard.Field.allCases.map { field in
            FormField(
                field.rawValue, field.label.en, field.label.zhHans,
                initial: card?[field] ?? "")
        }
    }

    private static func card(_ form: FormReader) -> TransferCard {
        TransferCard(
            Dictionary(
                uniqueKeysWithValues: TransferCard.Field.allCases.compactMap { field in
                    form.text(field.rawValue).map { (field, $0) }
                }))
    }

    private static func known(_ found: BabyHere, _ scene: Scene) -> Phrase {
        let lines = TransferCard.known(found.baby, of: found.mother, scene.rules, scene.offset)
        let who = found.called(scene)
        return Phrase(
            en: "I \(who.en).  " + lines.map(\.en).joined(separator: "; "),
            zhHans: "I \(who.zhHans)。" + lines.map(\.zhHans).joined(separator: "；"))
    }

    private static func write(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let old = found.baby.transferCard.flatMap { $0.isReadBack ? nil : $0.card }
        return FormDialog(
            Phrase(en: "ISBAR transfer card", zhHans: "转运交接卡 ISBAR"), fields: fields(old), hint: known(found, scene),
            openedAt: scene.now.reading
        ) { form in
            _ = form.required(TransferCard.Field.situation.rawValue)
            return .record(WriteTransferCard(newborn: newborn, card: card(form)), .now)
        }
    }

    /// What stands on the card is read aloud; the receiver types what is to be added, and Enter says it was read back.
    private static func readBack(_ found: BabyHere, _ written: TransferCardState, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let said = TransferCard.Field.allCases.compactMap { field in
            written.card[field].map { Phrase(en: "\(field.label.en): \($0)", zhHans: "\(field.label.zhHans)：\($0)") }
        }
        let known = known(found, scene)
        let hint = Phrase(
            en: "Read back: \(known.en); " + said.map(\.en).joined(separator: "; "),
            zhHans: "请复述：\(known.zhHans)；" + said.map(\.zhHans).joined(separator: "；"))
        let blank = TransferCard.Field.allCases.filter { written.card[$0] == nil }
        let fields = (blank.isEmpty ? [.due] : blank).map { field in
            FormField(
                field.rawValue, field.label.en, field.label.zhHans)
        }
        return FormDialog(
            Phrase(en: "Read back and complete", zhHans: "复述并补全"), fields: fields, hint: hint,
            openedAt: scene.now.reading
        ) { form in
            .record(ReadBackTransferCard(newborn: newborn, adding: card(form)), .now)
        }
    }
}
