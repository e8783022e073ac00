import ScreenGrid
import WardDomain

/// What `d` offers about a newborn: details, relatives, visitors; and the way of a child who died.
enum MoreForms {
    static func choices(_ found: BabyHere, _ scene: Scene) -> PickDialog {
        let living = found.raisesAlarms
        let arrival = found.baby.arrival == nil ? [] : [authority(found, scene)]
        return PickDialog(
            NewbornHandoverText.more, explanation: found.hint(scene),
            choices: [details(found, scene)] + (living ? family(found, scene) : FarewellForms.choices(found, scene))
                + arrival)
    }

    private static func details(_ found: BabyHere, _ scene: Scene) -> PickDialog.Choice {
        PickDialog.Choice(
            "d", Phrase(en: "sex, weight, length, clamps, features, name", zhHans: "性别、体重、身长、脐带夹、特征、登记姓名"),
            effects: [.open(describe(found, scene))])
    }

    private static func family(_ found: BabyHere, _ scene: Scene) -> [PickDialog.Choice] {
        var choices = [
            PickDialog.Choice("c", ConditionForm.label, effects: [.open(ConditionForm.dialog(found, scene))]),
            PickDialog.Choice(
                "r", Phrase(en: "the mother names a relative", zhHans: "母亲授权亲属"),
                effects: [.open(RelativeForms.authorise(found, scene))]),
            PickDialog.Choice(
                "v", Phrase(en: "a visitor comes in", zhHans: "探视者进入"),
                effects: [.open(VisitorForms.enter(found, scene))]),
        ]
        if !found.mother.relatives.isEmpty {
            choices.append(
                PickDialog.Choice(
                    "w", Phrase(en: "a relative no longer may", zhHans: "取消亲属授权"),
                    effects: [.open(RelativeForms.withdraw(found, scene))]))
        }
        if !found.baby.visitors.isEmpty {
            choices.append(
                PickDialog.Choice(
                    "o", Phrase(en: "a visitor goes out", zhHans: "探视者离开"),
                    effects: [.open(VisitorForms.leave(found, scene))]))
        }
        choices.append(
            PickDialog.Choice(
                "x", Phrase(en: "the baby died", zhHans: "新生儿死亡"), effects: [.open(FarewellForms.died(found, scene))]))
        return choices
    }

    private static func authority(_ found: BabyHere, _ scene: Scene) -> PickDialog.Choice {
        PickDialog.Choice(
            "p", Phrase(en: "police, civil affairs told", zhHans: "已告知公安、民政"),
            effects: [.open(ArrivalForms.notify(found, scene))])
    }

    private static func describe(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let fields = [
            FormField("sex", "sex", "性别", .choice(NewbornSex.allCases.map(\.label))),
            FormField("weightGrams", "weight g", "体重 g"), FormField("lengthMillimetres", "length mm", "身长 mm"),
            FormField("cordClamps", "cord clamps", "脐带夹枚数"), FormField("number", "own number", "新生儿住院号"),
            FormField("registeredName", "registered name", "登记姓名"), FormField("features", "features", "特征"),
            .reason,
        ]
        return FormDialog(
            Phrase(en: "About this baby", zhHans: "新生儿信息"), fields: fields, hint: found.hint(scene),
            openedAt: scene.now.reading
        ) { form in
            let details = NewbornDetails(
                lengthMillimetres: form.integer("lengthMillimetres"), cordClamps: form.integer("cordClamps"),
                features: form.text("features"), registeredName: form.text("registeredName"),
                number: form.text("number"))
            return .record(
                DescribeNewborn(
                    newborn: newborn, sex: form.choice("sex", of: NewbornSex.allCases),
                    weightGrams: form.integer("weightGrams", as: .weight), details: details, reason: form.text("reason")
                ), .now)
        }
    }
}

/// The two fields of a document that was seen.
enum DocumentFields {
    static let all = [
        FormField("documentKind", "document", "证件", .choice(DocumentKind.allCases.map(\.label))),
        FormField("documentLast4", "its last 4", "证件末4位", .text(placeholder: "123X")),
    ]

    static func kind(_ form: FormReader) -> DocumentKind? { form.choice("documentKind", of: DocumentKind.allCases) }
}

/// Relatives whom the mother names, and takes back.
enum RelativeForms {
    static func authorise(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let mother = found.mother.id
        let fields =
            [
                FormField("motherBand", "mother's band", "母亲腕带", takesScan: true),
                FormField(
                    "noMotherBand", "or why none", "或无腕带原因", isOptional: true),
                FormField("name", "name", "姓名"),
                FormField("relation", "relation", "关系"),
            ] + DocumentFields.all + [
                FormField(
                    "pass", "pass", "通行证", takesScan: true, isOptional: true)
            ]
        return FormDialog(
            Phrase(en: "A relative who may give and take", zhHans: "授权亲属交接"), fields: fields,
            hint: found.hint(scene), openedAt: scene.now.reading, route: route
        ) { form in
            .record(
                AuthoriseRelative(
                    admission: mother, name: form.required("name"), relation: form.required("relation"),
                    documentKind: DocumentFields.kind(form), documentLast4: form.text("documentLast4"),
                    pass: form.code("pass"), motherBand: form.code("motherBand"),
                    noMotherBandReason: form.text("noMotherBand")), .now)
        }
    }

    private static let route: @Sendable (String, Scene) -> ScanRoute = { code, scene in
        switch ScannedCode(code, in: scene.ward) {
        case .mother: .field("motherBand")
        case .unknown: .field("pass")
        case .newborn, .relative: .refused(Refusal.bandInUse(code).text)
        case .staff: .refused(Refusal.bandIsBadge(code).text)
        case .bandNotWorn: .refused(Refusal.bandVoid(code).text)
        }
    }

    static func withdraw(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let (mother, relatives) = (found.mother.id, found.mother.relatives)
        return FormDialog(
            Phrase(en: "A relative no longer may", zhHans: "取消亲属授权"),
            fields: [FormField("who", "who", "亲属", .choice(relatives.map(\.custodian.text))), .reason],
            hint: found.hint(scene), openedAt: scene.now.reading
        ) { form in
            let reason = form.required("reason")
            guard let relative = form.requiredChoice("who", of: relatives) else { return .incomplete }
            return .record(
                WithdrawRelative(
                    admission: mother, name: relative.name, relation: relative.relation, reason: reason), .now)
        }
    }
}

/// Who comes in to a newborn, and goes out.
enum VisitorForms {
    static func enter(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let fields =
            [
                FormField("name", "name", "姓名"),
                FormField("relation", "relation", "关系"),
            ] + DocumentFields.all
        return FormDialog(
            Phrase(en: "A visitor comes in", zhHans: "探视者进入"), fields: fields, hint: found.hint(scene),
            openedAt: scene.now.reading
        ) { form in
            .record(
                EnterVisitor(
                    newborn: newborn, name: form.required("name"), relation: form.required("relation"),
                    documentKind: DocumentFields.kind(form), documentLast4: form.text("documentLast4")), .now)
        }
    }

    static func leave(_ found: BabyHere, _ scene: Scene) -> PickDialog {
        PickDialog(
            Phrase(en: "A visitor goes out", zhHans: "探视者离开"), explanation: found.hint(scene),
            choices: found.baby.visitors.enumerated().map { index, visitor in
                let text = "\(visitor.name.safeForScreen)  \(visitor.relation.safeForScreen)"
                return PickDialog.Choice(
                    Character(String((index + 1) % 10)),
                    Phrase(
                        en: "\(text)  in since \(scene.shortTime(visitor.since.moment))",
                        zhHans: "\(text)  \(scene.shortTime(visitor.since.moment)) 进入"),
                    effects: [.record(LeaveVisitor(newborn: found.id, name: visitor.name))])
            })
    }
}
