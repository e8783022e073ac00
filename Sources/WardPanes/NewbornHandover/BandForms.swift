import ScreenGrid
import WardDomain

/// The bands of a newborn and of its mother: issued, put on, replaced.
enum BandForms {
    /// What `b` offers.
    static func choices(_ found: BabyHere, _ scene: Scene) -> PickDialog {
        let lost = PickDialog.Choice(
            "l", Phrase(en: "a band is lost, damaged or cut off", zhHans: "腕带遗失、损坏或剪除"),
            effects: [.open(lose(found, scene))])
        return PickDialog(
            NewbornHandoverText.bands, explanation: found.hint(scene),
            choices: [
                PickDialog.Choice(
                    "a", Phrase(en: "put a band on", zhHans: "佩戴腕带"), effects: [.open(attach(found, scene))]),
                PickDialog.Choice(
                    "i", Phrase(en: "issue a band", zhHans: "发放腕带"), effects: [.open(issue(found, scene))]),
                PickDialog.Choice(
                    "m", Phrase(en: "the mother's band", zhHans: "母亲腕带"), effects: [.open(mothers(found, scene))]),
                PickDialog.Choice(
                    "r", Phrase(en: "replace a lost or damaged band", zhHans: "更换遗失或损坏的腕带"),
                    effects: [.open(replace(found, scene))]),
                PickDialog.Choice(
                    "p", Phrase(en: "print a label", zhHans: "打印标签"), effects: [.open(LabelDialog(found.id))]),
            ] + (found.baby.attachedBands.isEmpty ? [] : [lost]))
    }

    private static let kinds: [BandCodeKind] = [.band, .person]

    private static let kind = FormField(
        "kind", "code is", "编码",
        .choice([
            Phrase(en: "this band's own", zhHans: "每条不同"), Phrase(en: "the person's", zhHans: "个人码"),
        ]))

    private static func code(_ id: String, _ en: String, _ zhHans: String, isNew: Bool = false) -> FormField {
        FormField(id, en, zhHans, takesScan: true, isNewBand: isNew)
    }

    private static func limb(_ limbs: [Limb]) -> FormField {
        FormField("limb", "limb", "部位", .choice(limbs.map(\.label)))
    }

    private static func issue(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        return FormDialog(
            Phrase(en: "Issue a band", zhHans: "发放腕带"), fields: [code("code", "band", "腕带", isNew: true), kind],
            hint: found.hint(scene), openedAt: scene.now.reading, route: newCode("code")
        ) { form in
            .record(
                IssueBand(newborn: newborn, code: form.required("code"), kind: form.choice("kind", of: kinds)), .now)
        }
    }

    /// A band for a baby.
    ///
    /// - Parameter asksSecond: whether the form of the second band follows the first one's.
    static func attach(_ found: BabyHere, _ scene: Scene, asksSecond: Bool = false) -> FormDialog {
        let newborn = found.id
        let taken = found.baby.attachedBands.compactMap(\.limb)
        let free = Limb.allCases.filter { !taken.contains($0) }
        let again = found.baby.hasLostABand
        let fields =
            [code("band", "new band", "新腕带", isNew: true), limb(free)]
            + (again ? verification(hasOther: !found.baby.attachedBands.isEmpty) : []) + [kind]
        return FormDialog(
            Phrase(en: again ? "Put a new band on, two staff" : "Put a band on", zhHans: again ? "补戴腕带（双人）" : "佩戴腕带"),
            fields: fields, hint: found.hint(scene), openedAt: scene.now.reading,
            route: again ? verifiedRoute(found, "band") : newCode("band"),
            afterCommit: secondBand(of: newborn, asks: asksSecond)
        ) { form in
            let limb = form.requiredChoice("limb", of: free)
            let band = form.required("band")
            guard let limb else { return .incomplete }
            return .record(
                AttachBand(
                    newborn: newborn, band: band, kind: form.choice("kind", of: kinds), limb: limb,
                    second: form.code("second").map { Badge($0) }, motherBand: form.code("motherBand"),
                    noMotherBandReason: form.text("noMotherBand"), otherBand: form.code("otherBand"),
                    reason: form.text("reason")), .now)
        }
    }

    /// Where a band took the place of another: the second person, mother and baby scanned again, and why.
    private static func verification(hasOther: Bool) -> [FormField] {
        [code("second", "second person", "第二核对人"), code("motherBand", "mother's band", "母亲腕带")]
            + [FormField("noMotherBand", "or why none", "或无腕带原因")]
            + (hasOther ? [code("otherBand", "baby's other band", "新生儿另一腕带")] : []) + [.reason]
    }

    /// Every scan finds its own field: badge, mother's band, the baby's other band; what is nobody's, or an issue that is
    /// not on yet, is the new one.
    private static func verifiedRoute(_ found: BabyHere, _ new: String) -> @Sendable (String, Scene) -> ScanRoute {
        let newborn = found.id
        return { scan, scene in
            let code = BandCode.normalized(scan)
            guard scene.ward.unprovenIssue(scan) == nil else { return .field(new) }
            return switch ScannedCode(code, in: scene.ward) {
            case .staff: .field("second")
            case .mother: .field("motherBand")
            case .newborn(_, let other) where other.id == newborn: .field("otherBand")
            case .newborn: .field("otherBand")
            case .relative: .refused(Refusal.bandInUse(code).text)
            case .bandNotWorn(_, let isVoid): isVoid ? .refused(Refusal.bandVoid(code).text) : .field(new)
            case .unknown: .field(new)
            }
        }
    }

    private static func lose(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let limbs = found.baby.attachedBands.compactMap(\.limb)
        return FormDialog(
            Phrase(en: "A band is off", zhHans: "腕带遗失、损坏或剪除"), fields: [limb(limbs), .reason],
            hint: found.hint(scene), openedAt: scene.now.reading
        ) { form in
            let reason = form.required("reason")
            guard let limb = form.requiredChoice("limb", of: limbs) else { return .incomplete }
            return .record(LoseBand(newborn: newborn, limb: limb, reason: reason), .now)
        }
    }

    /// The form of the second band, once the first is on.
    private static func secondBand(
        of newborn: NewbornID, asks: Bool
    ) -> @Sendable ([Entry], Scene) -> [PaneEffect] {
        { _, scene in
            guard asks, let now = BabyHere.find(newborn, scene.ward), now.baby.attachedBands.count == 1 else {
                return []
            }
            return [.open(attach(now, scene))]
        }
    }

    /// The mother's first band; or a new one in the place of another, by two staff, with a baby of hers scanned again.
    private static func mothers(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let admission = found.mother.id
        let hasOne = found.mother.band != nil
        let isBanded = found.mother.newborns.contains { $0.isHere && !$0.attachedBands.isEmpty }
        let baby = [
            code("babyBand", "her baby's band", "新生儿腕带"),
            FormField("noBabyBand", "or why not", "或未扫描原因"),
        ]
        let again = [code("second", "second person", "第二核对人")] + (isBanded ? baby : []) + [.reason]
        return FormDialog(
            Phrase(
                en: hasOne ? "The mother's new band, two staff" : "The mother's band",
                zhHans: hasOne ? "更换母亲腕带（双人）" : "母亲腕带"),
            fields: [code("band", hasOne ? "new band" : "band", hasOne ? "新腕带" : "腕带", isNew: true)]
                + (hasOne ? again : [])
                + [kind],
            hint: ScannedCode.called(found.mother, scene), openedAt: scene.now.reading,
            route: hasOne ? mothersRoute : newCode("band")
        ) { form in
            .record(
                AttachMotherBand(
                    admission: admission, band: form.required("band"), kind: form.choice("kind", of: kinds),
                    second: form.code("second").map { Badge($0) }, babyBand: form.code("babyBand"),
                    noBabyBandReason: form.text("noBabyBand"), reason: form.text("reason")), .now)
        }
    }

    /// Badge and baby's band find their fields; what is nobody's, or hers already, is the new band.
    private static let mothersRoute: @Sendable (String, Scene) -> ScanRoute = { scan, scene in
        let code = BandCode.normalized(scan)
        return switch ScannedCode(code, in: scene.ward) {
        case .staff: .field("second")
        case .newborn: .field("babyBand")
        case .relative: .refused(Refusal.bandInUse(code).text)
        case .mother, .bandNotWorn, .unknown: .field("band")
        }
    }

    private static func replace(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let limbs = found.baby.attachedBands.compactMap(\.limb)
        return FormDialog(
            Phrase(en: "Replace a band, two staff", zhHans: "更换腕带（双人）"),
            fields: [limb(limbs), code("newBand", "new band", "新腕带", isNew: true)]
                + verification(hasOther: limbs.count > 1) + [
                    kind
                ],
            hint: found.hint(scene), openedAt: scene.now.reading, route: verifiedRoute(found, "newBand")
        ) { form in
            let limb = form.requiredChoice("limb", of: limbs)
            let (newBand, reason) = (form.required("newBand"), form.required("reason"))
            let second = Badge(BandCode.normalized(form.required("second")))
            guard let limb else { return .incomplete }
            return .record(
                ReplaceBand(
                    newborn: newborn, limb: limb, newBand: newBand,
                    kind: form.choice("kind", of: kinds),
                    second: second, motherBand: form.code("motherBand"),
                    noMotherBandReason: form.text("noMotherBand"), otherBand: form.code("otherBand"),
                    reason: reason), .now)
        }
    }

    /// A code for a new band is nobody's badge; whether it is free the ledger says.
    private static func newCode(_ field: String) -> @Sendable (String, Scene) -> ScanRoute {
        { scan, scene in
            let code = BandCode.normalized(scan)
            if case .staff = ScannedCode(code, in: scene.ward) { return .refused(Refusal.bandIsBadge(code).text) }
            return .field(field)
        }
    }
}
