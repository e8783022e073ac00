import ScreenGrid
import WardDomain

/// The short forms about a newborn's custody: refused, rushed away, discharged.
enum CustodyForms {
    /// The receiver does not take the baby.
    static func refuse(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let places = HandoverPlaces.all(for: found)
        return FormDialog(
            Phrase(en: "The receiver refuses", zhHans: "接收人拒收"),
            fields: [
                FormField("receiver", "receiver", "接收人", .text(placeholder: "", columns: 64), takesScan: true),
                FormField("to", "place", "去往", .choice(places.map(\.label))), .reason,
            ],
            hint: found.called(scene), openedAt: scene.now.reading, route: refuseRoute
        ) { form in
            let place = form.requiredChoice("to", of: places) ?? .ward
            return .record(
                RefuseHandover(
                    newborn: newborn, receiver: Badge(BandCode.normalized(form.required("receiver"))), to: place,
                    reason: form.required("reason")), .now)
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
                effects: [.record(MoveNewborn(newborn: found.id, to: place), .frozen(scene.now.reading))])
        }
        return PickDialog(NewbornHandoverText.rushed, explanation: found.called(scene), choices: choices)
    }

    /// Who is rushed away, where nobody can be selected because the pane says STOP.
    static func whoIsRushed(_ scene: Scene) -> PickDialog {
        let choices = BabyHere.all(scene.ward).filter(\.raisesAlarms).map { found in
            PickDialog.Choice(nil, found.called(scene), role: .newborn, effects: [.open(rushed(found, scene))])
        }
        return PickDialog(NewbornHandoverText.rushed, choices: choices)
    }

    /// The baby leaves the hospital: its band against the mother's, who collects it, two signatures.
    static func discharge(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let places: [Place] = [.home, .otherHospital]
        func scanned(_ id: String, _ en: String, _ zhHans: String) -> FormField {
            FormField(id, en, zhHans, .text(placeholder: "", columns: 64), takesScan: true)
        }
        return FormDialog(
            Phrase(en: "Discharge", zhHans: "出院"),
            fields: [
                scanned("band", "baby's band", "新生儿腕带"), scanned("motherBand", "mother's band", "母亲腕带"),
                FormField("to", "to", "去向", .choice(places.map(\.label))),
                FormField("collector", "collected by", "接走人"),
                FormField("relation", "relation", "关系", .text(placeholder: "", columns: 32)),
                scanned("second", "second person", "第二人"),
                FormField("noMotherBand", "no band, why", "无母亲腕带原因", .text(placeholder: "", columns: 200)),
            ],
            hint: found.called(scene), openedAt: scene.now.reading, route: dischargeRoute
        ) { form in
            let band = BandCode.normalized(form.required("band"))
            if let other = form.scene.ward.newborn(wearing: band)?.newborn.id, other != newborn {
                form.fault("band", "That is another baby's band.", "这是另一名新生儿的腕带。")
            }
            return .record(
                DischargeNewborn(
                    band: band, motherBand: form.code("motherBand"), noMotherBandReason: form.text("noMotherBand"),
                    to: form.requiredChoice("to", of: places) ?? .home, collector: form.required("collector"),
                    relation: form.required("relation"),
                    second: Badge(BandCode.normalized(form.required("second")))), .now)
        }
    }

    private static let dischargeRoute: @Sendable (String, Scene) -> ScanRoute = { code, scene in
        let scanned = ScannedCode(code, in: scene.ward)
        if let refusal = scanned.refusal { return .refused(refusal) }
        return switch scanned {
        case .newborn: .field("band")
        case .mother: .field("motherBand")
        default: .field("second")
        }
    }
}
