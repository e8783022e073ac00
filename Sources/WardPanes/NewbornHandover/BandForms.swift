import ScreenGrid
import WardDomain

/// The bands of a newborn and of its mother: issued, put on, replaced.
enum BandForms {
    /// What `b` offers.
    static func choices(_ found: BabyHere, _ scene: Scene) -> PickDialog {
        PickDialog(
            NewbornHandoverText.bands, explanation: found.called(scene),
            choices: [
                PickDialog.Choice(
                    "a", Phrase(en: "put a band on", zhHans: "佩戴腕带"), effects: [.open(attach(found, scene))]),
                PickDialog.Choice(
                    "i", Phrase(en: "issue (print) a band", zhHans: "发放腕带"), effects: [.open(issue(found, scene))]),
                PickDialog.Choice(
                    "m", Phrase(en: "the mother's band", zhHans: "母亲腕带"), effects: [.open(mothers(found, scene))]),
                PickDialog.Choice(
                    "r", Phrase(en: "replace a lost or damaged band", zhHans: "更换遗失或损坏的腕带"),
                    effects: [.open(replace(found, scene))]),
            ])
    }

    private static let kinds: [BandCodeKind] = [.band, .person]

    private static let kind = FormField(
        "kind", "code is", "编码",
        .choice([
            Phrase(en: "this band's own", zhHans: "每条不同"), Phrase(en: "the person's", zhHans: "个人码"),
        ]))

    private static func code(_ id: String, _ en: String, _ zhHans: String) -> FormField {
        FormField(id, en, zhHans, .text(placeholder: "", columns: 64), takesScan: true)
    }

    private static func limb(_ limbs: [Limb]) -> FormField {
        FormField("limb", "limb", "部位", .choice(limbs.map(\.label)))
    }

    private static func issue(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        return FormDialog(
            Phrase(en: "Issue a band", zhHans: "发放腕带"), fields: [code("code", "band", "腕带"), kind],
            hint: found.called(scene), openedAt: scene.now.reading, route: newCode("code")
        ) { form in
            .record(
                IssueBand(newborn: newborn, code: form.required("code"), kind: form.choice("kind", of: kinds)), .now)
        }
    }

    private static func attach(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let taken = found.baby.attachedBands.compactMap(\.limb)
        let free = Limb.allCases.filter { !taken.contains($0) }
        return FormDialog(
            Phrase(en: "Put a band on", zhHans: "佩戴腕带"), fields: [code("band", "band", "腕带"), limb(free), kind],
            hint: found.called(scene), openedAt: scene.now.reading, route: newCode("band")
        ) { form in
            let limb = form.requiredChoice("limb", of: free) ?? .leftWrist
            return .record(
                AttachBand(
                    newborn: newborn, band: form.required("band"), kind: form.choice("kind", of: kinds), limb: limb),
                .now)
        }
    }

    private static func mothers(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let admission = found.mother.id
        let hasOne = found.mother.band != nil
        return FormDialog(
            Phrase(en: "The mother's band", zhHans: "母亲腕带"),
            fields: [code("band", "band", "腕带"), kind] + (hasOne ? [.reason] : []),
            hint: ScannedCode.called(found.mother, scene), openedAt: scene.now.reading, route: newCode("band")
        ) { form in
            .record(
                AttachMotherBand(
                    admission: admission, band: form.required("band"), kind: form.choice("kind", of: kinds),
                    reason: form.text("reason")), .now)
        }
    }

    private static func replace(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let limbs = found.baby.attachedBands.compactMap(\.limb)
        return FormDialog(
            Phrase(en: "Replace a band, two staff", zhHans: "更换腕带（双人）"),
            fields: [
                limb(limbs), code("newBand", "new band", "新腕带"), code("second", "second", "第二人"), .reason, kind,
            ],
            hint: found.called(scene), openedAt: scene.now.reading, route: replacementRoute
        ) { form in
            let limb = form.requiredChoice("limb", of: limbs) ?? .leftWrist
            return .record(
                ReplaceBand(
                    newborn: newborn, limb: limb, newBand: form.required("newBand"),
                    kind: form.choice("kind", of: kinds), second: Badge(form.required("second")), motherBand: nil,
                    otherBand: nil,
                    reason: form.required("reason")), .now)
        }
    }

    private static let replacementRoute: @Sendable (String, Scene) -> ScanRoute = { code, scene in
        if case .staff = ScannedCode(code, in: scene.ward) { return .field("second") }
        return .field("newBand")
    }

    /// A code for a new band is nobody's badge; whether it is free the ledger says.
    private static func newCode(_ field: String) -> @Sendable (String, Scene) -> ScanRoute {
        { code, scene in
            if case .staff = ScannedCode(code, in: scene.ward) { return .refused(Refusal.bandIsBadge(code).text) }
            return .field(field)
        }
    }
}
