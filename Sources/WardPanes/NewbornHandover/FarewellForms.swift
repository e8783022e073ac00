import ScreenGrid
import WardDomain

/// The way of a child who died: agreed with the family, reported at once, given to the family. Nothing is urged here.
enum FarewellForms {
    static func choices(_ found: BabyHere, _ scene: Scene) -> [PickDialog.Choice] {
        [
            PickDialog.Choice(
                "a", Phrase(en: "what was agreed with the family", zhHans: "与家属商定的意见"),
                effects: [.open(agree(found, scene))]),
            PickDialog.Choice(
                "r", Phrase(en: "to whom it was reported", zhHans: "报告"), effects: [.open(report(found, scene))]),
            PickDialog.Choice(
                "g", Phrase(en: "given to the family", zhHans: "交家属"), effects: [.open(release(found, scene))]),
        ]
    }

    /// The time of a death is said, never assumed.
    static func died(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let at = FormField("at", "time of death", "死亡时间", .time(placeholder: "18:05  1805  -5"))
        return FormDialog(
            Phrase(en: "The baby died", zhHans: "新生儿死亡"), fields: [at, .reason], hint: found.hint(scene),
            openedAt: scene.now.reading
        ) { form in
            if form.text("at") == nil { form.fault("at", "Type the time of death.", "请输入死亡时间。") }
            return .record(RecordNewbornDeath(newborn: newborn, reason: form.text("reason")), form.time())
        }
    }

    private static func agree(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let fields = [
            FormField("wish", "the family's wish", "家属意愿", .choice(FamilyWish.allCases.map(\.label))),
            FormField("with", "agreed with", "商定人"),
            FormField("relation", "relation", "关系"),
            FormField("note", "note", "备注"),
            FormField("seenBy", "signed, seen by", "签字见证人", takesScan: true),
        ]
        return FormDialog(
            Phrase(en: "Agreed with the family", zhHans: "与家属商定"), fields: fields, hint: found.hint(scene),
            openedAt: scene.now.reading
        ) { form in
            let (person, relation) = (form.required("with"), form.required("relation"))
            guard let wish = form.requiredChoice("wish", of: FamilyWish.allCases) else { return .incomplete }
            return .record(
                AgreeFarewell(
                    newborn: newborn, wish: wish, with: person, relation: relation, note: form.text("note"),
                    signatureSeenBy: form.code("seenBy").map { Badge($0) }), .now)
        }
    }

    private static func report(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        return FormDialog(
            Phrase(en: "Reported to", zhHans: "报告"),
            fields: [FormField("to", "reported to", "报告对象"), .time, .reason], hint: found.hint(scene),
            openedAt: scene.now.reading
        ) { form in
            .record(
                ReportDeath(newborn: newborn, to: form.required("to")), form.time())
        }
    }

    private static func release(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        func scanned(_ id: String, _ en: String, _ zhHans: String) -> FormField {
            FormField(id, en, zhHans, takesScan: true)
        }
        let band = found.baby.attachedBands.isEmpty ? [] : [scanned("band", "band", "腕带")]
        let mothers = FormField(
            "motherBand", "mother's band", "母亲腕带", takesScan: true,
            isOptional: true)
        let fields =
            band + (found.mother.band == nil ? [] : [mothers]) + [
                FormField("to", "given to", "接收人"),
                FormField("relation", "relation", "关系"),
            ] + DocumentFields.all + [
                scanned("second", "second person", "第二核对人"), scanned("seenBy", "signed, seen by", "签字见证人"),
            ]
        return FormDialog(
            Phrase(en: "Given to the family", zhHans: "交家属"), fields: fields, hint: found.hint(scene),
            openedAt: scene.now.reading, route: releaseRoute
        ) { form in
            .record(
                ReleaseChild(
                    newborn: newborn, band: form.code("band"), to: form.required("to"),
                    relation: form.required("relation"), documentKind: DocumentFields.kind(form),
                    documentLast4: form.text("documentLast4"),
                    second: Badge(BandCode.normalized(form.required("second"))),
                    signatureSeenBy: Badge(BandCode.normalized(form.required("seenBy"))),
                    motherBand: form.code("motherBand")), .now)
        }
    }

    /// Bands and badges find their fields: the first badge is the second person's, the next saw it signed.
    private static let releaseRoute: @Sendable (String, Scene) -> ScanRoute = { code, scene in
        let scanned = ScannedCode(code, in: scene.ward)
        if let refusal = scanned.refusal { return .refused(refusal) }
        return switch scanned {
        case .newborn: .field("band")
        case .mother: .field("motherBand")
        case .staff: .fields(["second", "seenBy"])
        default: .refused(NewbornHandoverText.badgeNeeded)
        }
    }
}
