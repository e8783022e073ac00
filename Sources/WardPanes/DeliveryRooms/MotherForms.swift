import ScreenGrid
import WardDomain

/// The short forms about a mother.
enum MotherForms {
    private static func identityFields(_ scene: Scene) -> [FormField] {
        let label = scene.say("unknown woman 1", "无名氏 1")
        return [
            FormField("name", "name", "姓名"),
            FormField("label", "or a label", "或代称", .text(placeholder: label)),
            FormField("mrn", "hospital number", "住院号", takesScan: true),
            FormField("birthDate", "birth date", "出生日期", .text(placeholder: "1995-03-02")),
            FormField("gravida", "gravida", "孕次"),
            FormField("para", "para", "产次"),
            FormField("dueDate", "due date", "预产期", .text(placeholder: "2026-12-04")),
            FormField("fetuses", "babies expected", "胎数"),
            FlagsField.field(scene),
        ]
    }

    private static func identity(_ form: inout FormReader) -> MotherIdentity {
        MotherIdentity(
            label: form.text("label"), name: form.text("name"), mrn: form.text("mrn"), birthDate: form.day("birthDate"),
            gravida: form.integer("gravida", as: .gravida), para: form.integer("para", as: .para),
            dueDate: form.day("dueDate"), fetuses: form.integer("fetuses", as: .fetuses))
    }

    /// Admits a mother; a name or a label is enough.
    static func admit(freeBed: BedLabel?, _ scene: Scene) -> FormDialog {
        let bed = FormField("bed", "bed", "床号", initial: freeBed?.rawValue ?? "", isSuggested: true)
        let admittedAt = FormField(
            "admittedAt", "admitted at (blank: not recorded)", "入院时间（空＝未记录）", .time(placeholder: "18:05"))
        return FormDialog(
            Phrase(en: "Admit a mother", zhHans: "孕产妇入院"),
            fields: identityFields(scene) + [bed, admittedAt] + IdentityCheckFields.all,
            openedAt: scene.now.reading
        ) { form in
            let known = identity(&form)
            if known.name == nil, known.label == nil { form.fault("name", "A name or a label is needed.", "请填写姓名或代称。") }
            return .record(
                AdmitMother(
                    identity: known, bed: form.text("bed").map { BedLabel($0) }, admittedAt: form.moment("admittedAt"),
                    flags: FlagsField.read(&form), identityCheck: IdentityCheckFields.means(form),
                    documentKind: DocumentFields.kind(form), documentLast4: form.text("documentLast4"),
                    second: form.code("second").map { Badge($0) }, checkNote: form.text("checkNote")),
                .now)
        }
    }

    /// A woman without a name is named at once; of a named one it may also be recorded how that was made sure.
    static func identity(of mother: Admission, _ scene: Scene) -> PaneEffect {
        guard mother.identity.isNamed else { return .open(identify(mother, scene)) }
        return .open(
            PickDialog(
                DeliveryRoomsText.identify,
                choices: [
                    PickDialog.Choice(
                        "h", Phrase(en: "how she was identified", zhHans: "身份核对方式"),
                        effects: [.open(IdentityCheckFields.dialog(mother, scene))]),
                    PickDialog.Choice(
                        "n", Phrase(en: "her name, or join another story", zhHans: "姓名，或并入另一记录"),
                        effects: [.open(identify(mother, scene))]),
                ]))
    }

    /// Names an unknown woman, or joins her story to the mother she turns out to be.
    static func identify(_ mother: Admission, _ scene: Scene) -> FormDialog {
        let id = mother.id
        let others = scene.ward.admissions.values.filter { $0.id != id && $0.mergedInto == nil && $0.isHere }
        let isUnnamed = !mother.identity.isNamed
        let called = scene.distinct(mother)
        let bedOfKnown = FormField(
            "same", "or: she is the mother in bed", "或：即该床孕产妇", .text(placeholder: "3"))
        let fields = identityFields(scene).filter { $0.id != "label" } + (isUnnamed ? [bedOfKnown] : [])
        return FormDialog(
            Phrase(en: "Identify \(called.en)", zhHans: "确认身份：\(called.zhHans)").safe, fields: fields,
            openedAt: scene.now.reading
        ) { form in
            if isUnnamed, let bed = form.text("same") {
                guard let known = others.first(where: { $0.bed?.rawValue == bed }) else {
                    form.fault("same", "Nobody lies in bed \(bed).", "\(bed) 床无人。")
                    return .incomplete
                }
                return .record(MergeMother(admission: id, into: known.id), .now)
            }
            return .record(
                IdentifyMother(admission: id, known: identity(&form), flags: FlagsField.read(&form)), .now)
        }
    }

    static func grade(_ mother: Admission, _ scene: Scene) -> FormDialog {
        let id = mother.id
        let grades = RiskGrade.allCases.map { Phrase(en: "\($0.mark.en) \($0.rawValue)", zhHans: $0.mark.zhHans) }
        let fields = [
            FormField("grade", "severity", "严重程度", .choice(grades)),
            FormField(
                "infectious", "infectious", "传染病",
                .choice([Phrase(en: "no", zhHans: "否"), Phrase(en: "yes +P", zhHans: "是 +紫")])),
            FormField(
                "factors", "factors", "高危因素",
                initial: mother.riskFactors.joined(separator: "; ")),
            .time, .reason,
        ]
        let hint = mother.risk.map {
            Phrase(en: "now \($0.mark.en) \($0.rawValue)", zhHans: "现为\($0.mark.zhHans)")
        }
        return FormDialog(
            Phrase(en: "Grade risk", zhHans: "妊娠风险分级"), fields: fields, hint: hint, openedAt: scene.now.reading
        ) { form in
            let grade = form.requiredChoice("grade", of: RiskGrade.allCases)
            let time = form.time()
            let factors = (form.text("factors") ?? "").split(whereSeparator: { ";；".contains($0) }).map(String.init)
            guard let grade else { return .incomplete }
            return .record(
                GradeRisk(
                    admission: id, grade: grade, infectious: form.choice("infectious", of: [false, true]),
                    factors: factors,
                    reason: form.text("reason")), time)
        }
    }

    static func move(_ mother: Admission, _ scene: Scene) -> FormDialog {
        let id = mother.id
        let free = scene.ward.plan.beds.map(\.label).sorted().filter { scene.ward.occupant(of: $0) == nil }
        let hint =
            free.isEmpty
            ? Phrase(en: "no bed is free: add one (: add a bed)", zhHans: "无空床：可加床（: 加床）")
            : Phrase(
                en: "free: \(free.map(\.rawValue).joined(separator: " "))",
                zhHans: "空床：\(free.map(\.rawValue).joined(separator: " "))")
        return FormDialog(
            Phrase(en: "Move to bed", zhHans: "转床"),
            fields: [FormField("bed", "bed", "床号"), .time, .reason],
            hint: hint, openedAt: scene.now.reading
        ) { form in
            .record(MoveMother(admission: id, bed: BedLabel(form.required("bed"))), form.time())
        }
    }

    static func depart(_ mother: Admission, _ scene: Scene) -> FormDialog {
        let id = mother.id
        let places = MotherPlace.allCases.filter { $0 != .ward }
        let fields = [
            FormField("to", "where to", "去向", .choice(places.map(\.label))),
            FormField(
                "keepsBed", "her bed", "床位",
                .choice([Phrase(en: "kept", zhHans: "保留"), Phrase(en: "given up", zhHans: "腾出")])),
            .time, .reason,
        ]
        return FormDialog(Phrase(en: "Leaves the ward", zhHans: "离科"), fields: fields, openedAt: scene.now.reading) {
            form in
            let place = form.requiredChoice("to", of: places)
            let keeps = form.choice("keepsBed", of: [true, false])
            let time = form.time()
            guard let place else { return .incomplete }
            if place == .theatre, keeps == nil { form.fault("keepsBed", "Say whether her bed is kept.", "请选择是否保留床位。") }
            return .record(
                DepartMother(admission: id, to: place, keepsBed: keeps, reason: form.text("reason")), time)
        }
    }

    static func plan(_ mother: Admission, _ scene: Scene) -> FormDialog {
        let id = mother.id
        let field = FormField(
            "text", "plan", "计划", initial: mother.planLine ?? "")
        return FormDialog(Phrase(en: "Plan line", zhHans: "计划"), fields: [field], openedAt: scene.now.reading) { form in
            .record(WritePlan(admission: id, text: form.text("text") ?? ""), .now)
        }
    }

    static func therapy(_ mother: Admission, _ scene: Scene) -> FormDialog {
        let id = mother.id
        let states = TherapyState.allCases
        let fields = [
            FormField("epidural", "epidural", "硬膜外镇痛", .choice(states.map(\.label))),
            FormField("oxytocin", "oxytocin", "缩宫素", .choice(states.map(\.label))), .time, .reason,
        ]
        return FormDialog(
            Phrase(en: "Epidural, oxytocin", zhHans: "镇痛、缩宫素"), fields: fields, openedAt: scene.now.reading
        ) { form in
            .record(
                RecordTherapy(
                    admission: id, epidural: form.choice("epidural", of: states),
                    oxytocin: form.choice("oxytocin", of: states),
                    reason: form.text("reason")), form.time())
        }
    }
}
