import ScreenGrid
import WardDomain

/// The short forms about a newborn's custody: refused, checked, rushed away.
enum CustodyForms {
    /// The receiver does not take the baby.
    static func refuse(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let places = HandoverPlaces.all(for: found)
        return FormDialog(
            Phrase(en: "The receiver refuses", zhHans: "接收人拒收"),
            fields: [
                FormField("receiver", "receiver", "接收人", takesScan: true),
                FormField("to", "place", "去往", .choice(places.map(\.label))), .reason,
            ],
            hint: found.hint(scene), openedAt: scene.now.reading, route: refuseRoute
        ) { form in
            let place = form.requiredChoice("to", of: places)
            let receiver = Badge(BandCode.normalized(form.required("receiver")))
            let reason = form.required("reason")
            guard let place else { return .incomplete }
            return .record(RefuseHandover(newborn: newborn, receiver: receiver, to: place, reason: reason), .now)
        }
    }

    /// The baby's band against the mother's, as before a feed: two scans in any order, then Enter.
    static func checkBands(_ scene: Scene) -> FormDialog {
        func band(_ id: String, _ en: String, _ zhHans: String) -> FormField {
            FormField(id, en, zhHans, takesScan: true)
        }
        return FormDialog(
            NewbornHandoverText.checkBands,
            fields: [band("band", "baby's band", "新生儿腕带"), band("motherBand", "mother's band", "母亲腕带")],
            openedAt: scene.now.reading, route: checkRoute
        ) { form in
            .record(CheckMotherBand(band: form.required("band"), motherBand: form.required("motherBand")), .now)
        }
    }

    /// Only a band fills a band's field: a cot card or a badge says why it does not.
    private static let checkRoute: @Sendable (String, Scene) -> ScanRoute = { code, scene in
        switch ScannedCode(code, in: scene.ward) {
        case .newborn: .field("band")
        case .mother: .field("motherBand")
        case let other: .refused(other.refusal ?? NewbornHandoverText.babyBandNeeded)
        }
    }

    private static let refuseRoute: @Sendable (String, Scene) -> ScanRoute = { code, scene in
        let scanned = ScannedCode(code, in: scene.ward)
        if case .staff(let member) = scanned, !member.retired { return .field("receiver") }
        return .refused(scanned.refusal ?? NewbornHandoverText.badgeNeeded)
    }

    /// Where the baby is rushed: one key, at the time of the key that opened it, signed or not.
    static func rushed(_ found: BabyHere, _ scene: Scene) -> PickDialog {
        let choices = HandoverPlaces.rushed.enumerated().map { index, place in
            PickDialog.Choice(
                HandoverPlaces.key(index), place.label,
                effects: [rush(found, to: place, scene)])
        }
        return PickDialog(NewbornHandoverText.rushed, explanation: found.hint(scene), choices: choices)
    }

    /// One with a band goes at once; for one without, what tells who it is can be said, and Enter alone suffices.
    private static func rush(_ found: BabyHere, to place: Place, _ scene: Scene) -> PaneEffect {
        let (newborn, pressed) = (found.id, scene.now.reading)
        guard found.raisesAlarms, found.baby.attachedBands.isEmpty else {
            return .record(MoveNewborn(newborn: newborn, to: place), .frozen(pressed))
        }
        let told = FormField(
            "identifiedBy", "known by", "身份依据", .text(placeholder: "clamp tag, label"))
        return .open(
            FormDialog(
                Phrase(en: "NO BAND: what tells who it is?", zhHans: "无腕带：以何识别？"), fields: [told],
                hint: Phrase(
                    en: "\(found.hint(scene).en). Enter sends it, blank too.",
                    zhHans: "\(found.hint(scene).zhHans)。按回车记录，可空。"), openedAt: pressed
            ) { form in
                .record(
                    MoveNewborn(newborn: newborn, to: place, identifiedBy: form.text("identifiedBy")),
                    .frozen(form.openedAt))
            })
    }

    /// Who is rushed away, where nobody can be selected because the pane says STOP.
    static func whoIsRushed(_ scene: Scene) -> PickDialog {
        let choices = BabyHere.all(scene.ward).filter(\.raisesAlarms).map { found in
            PickDialog.Choice(nil, found.called(scene), role: .newborn, effects: [.open(rushed(found, scene))])
        }
        return PickDialog(NewbornHandoverText.rushed, choices: choices)
    }
}
