import ScreenGrid
import WardDomain

/// A baby without a band in a head count: two people who know it stand for it, by name and badge.
enum SeenWithoutBand {
    /// Who of those not yet counted has no band on record.
    static func choice(_ stage: HeadCountStage, _ scene: Scene, openedAt: ClockReading) -> PaneEffect {
        let count = scene.ward.openHeadCount
        let bare = BabyHere.all(scene.ward).filter { found in
            found.raisesAlarms && found.baby.attachedBands.isEmpty && count?.has(found.id, stage) != true
        }
        guard !bare.isEmpty else { return .toast(HeadCountText.nobodyWithoutBand, .hint) }
        let begin: [PaneEffect] = count == nil ? [.record(StartHeadCount(), .frozen(openedAt))] : []
        return .open(
            PickDialog(
                Phrase(en: "Seen here without a band", zhHans: "在场但无腕带"),
                choices: bare.map { found in
                    PickDialog.Choice(
                        nil, found.called(scene), role: .newborn, effects: begin + [.open(form(found, stage, scene))])
                }))
    }

    private static func form(_ found: BabyHere, _ stage: HeadCountStage, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let hint = Phrase(
            en: "\(found.hint(scene).en). You and a second person know this baby and see it here. Put a band on next.",
            zhHans: "\(found.hint(scene).zhHans)。您与另一人认识并看到该新生儿在场；请随后佩戴腕带。")
        return FormDialog(
            Phrase(en: "Seen here without a band, two staff", zhHans: "在场但无腕带（双人确认）"),
            fields: [FormField("second", "second person", "第二核对人", takesScan: true)], hint: hint,
            openedAt: scene.now.reading
        ) { form in
            let second = Badge(BandCode.normalized(form.required("second")))
            return .record(CountNewborn(withoutBand: newborn, second: second, stage: stage), .now)
        }
    }
}
