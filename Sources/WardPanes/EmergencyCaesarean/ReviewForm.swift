import ScreenGrid
import WardDomain

/// What the case review asks, on one form; a blank field stays as it was recorded.
enum ReviewForm {
    static func dialog(_ shown: ShownRun, _ scene: Scene) -> FormDialog {
        let run = shown.run.id
        let hint = Phrase(
            en: "Blank stays as recorded: \(recorded(shown.run, scene) ?? "nothing yet").",
            zhHans: "空白＝保留已记录：\(recorded(shown.run, scene) ?? "尚无")。")
        return FormDialog(
            EmergencyCaesareanText.review, fields: people + operation + consent + outcome, hint: hint,
            openedAt: scene.now.reading
        ) { form in
            var review = CaesareanReview()
            review.decidingDoctor = form.text("decidingDoctor")
            review.place = form.choice("place", of: DecisionPlace.allCases)
            review.fetalHeartRate = form.integer("fetalHeartRate")
            review.cervix = form.integer("cervix")
            review.surgeon = form.text("surgeon")
            review.anaesthetist = form.text("anaesthetist")
            review.anaesthesia = form.choice("anaesthesia", of: AnaesthesiaMethod.allCases)
            review.convertedTo = form.choice("convertedTo", of: AnaesthesiaMethod.allCases)
            review.consent = form.choice("consent", of: ConsentGiver.allCases)
            review.consentName = form.text("consentName")
            review.familyTold = form.choice("familyTold", of: [true, false])
            review.bloodLossMillilitres = form.integer("bloodLossMillilitres")
            review.bloodLossMethod = form.choice("bloodLossMethod", of: BloodLossMethod.allCases)
            review.motherOutcome = form.choice("motherOutcome", of: MotherOutcome.allCases)
            review.motherNote = form.text("motherNote")
            return .record(ReviewCaesarean(run: run, review: review), .now)
        }
    }

    private static let person = FormField.Kind.text(placeholder: "W1001, 王敏")

    private static let people = [
        FormField("decidingDoctor", "decided by", "决定医师", person, takesScan: true),
        FormField("place", "decided at", "决定地点", .choice(DecisionPlace.allCases.map(\.label))),
        FormField("fetalHeartRate", "FHR then", "决定时胎心", .text(placeholder: "90")),
        FormField("cervix", "cm then", "决定时宫口 cm", .text(placeholder: "7")),
    ]
    private static let operation = [
        FormField("surgeon", "surgeon", "术者", person, takesScan: true),
        FormField("anaesthetist", "anaesthetist", "麻醉医师", person, takesScan: true),
        FormField("anaesthesia", "anaesthesia", "麻醉方式", .choice(AnaesthesiaMethod.allCases.map(\.label))),
        FormField("convertedTo", "converted to", "中转为", .choice(AnaesthesiaMethod.allCases.map(\.label))),
    ]
    private static let consent = [
        FormField("consent", "consent by", "同意人", .choice(ConsentGiver.allCases.map(\.label))),
        FormField("consentName", "who that was", "姓名及关系或职务"),
        FormField(
            "familyTold", "family told", "已告知家属",
            .choice([Phrase(en: "yes", zhHans: "是"), Phrase(en: "no", zhHans: "否")])),
    ]
    private static let outcome = [
        FormField("bloodLossMillilitres", "blood loss mL", "出血量 mL", .text(placeholder: "400")),
        FormField("bloodLossMethod", "found by", "测量方法", .choice(BloodLossMethod.allCases.map(\.label))),
        FormField("motherOutcome", "mother", "产妇结局", .choice(MotherOutcome.allCases.map(\.label))),
        FormField("motherNote", "note", "备注"),
    ]

    /// What is recorded already, in one line; nil while nothing is.
    private static func recorded(_ run: CaesareanRun, _ scene: Scene) -> String? {
        guard let review = run.review else { return nil }
        func person(_ text: String?) -> String? { text.map { scene.ward.roster[Badge($0)]?.name ?? $0 } }
        let loss = review.bloodLossMillilitres.map { volume in
            "\(volume) mL \(review.bloodLossMethod.map { scene.say($0.label) } ?? "")"
        }
        let method = [review.anaesthesia, review.convertedTo].compactMap { $0.map { scene.say($0.label) } }
        let parts: [String?] = [
            person(review.decidingDoctor), review.place.map { scene.say($0.label) },
            review.fetalHeartRate.map { "FHR \($0)" }, review.cervix.map { "\($0) cm" }, person(review.surgeon),
            person(review.anaesthetist), method.isEmpty ? nil : method.joined(separator: " > "),
            review.consent.map { scene.say($0.label) }, person(review.consentName), loss,
            review.familyTold.map { $0 ? scene.say("family told", "已告知家属") : scene.say("family not told", "未告知家属") },
            review.motherOutcome.map { scene.say($0.label) }, review.motherNote,
        ]
        return parts.compactMap { $0?.safeForScreen }.joined(separator: "; ")
    }
}

/// The mother's cardiac arrest: when it was, and where the caesarean was done.
enum ArrestForm {
    static func dialog(_ shown: ShownRun, _ scene: Scene) -> FormDialog {
        let run = shown.run.id
        let fields = [
            .openingTime(scene, "arrest at", "骤停时间"),
            FormField(
                "onTheSpot", "operated", "手术地点",
                .choice([Phrase(en: "on the spot", zhHans: "就地"), Phrase(en: "in theatre", zhHans: "手术室")])), .reason,
        ]
        return FormDialog(
            EmergencyCaesareanText.arrest, fields: fields, hint: hint(scene), openedAt: scene.now.reading
        ) { form in
            .record(
                NoteArrest(
                    run: run, onTheSpot: form.choice("onTheSpot", of: [true, false]), reason: form.text("reason")),
                form.timeOrOpening())
        }
    }

    /// What its clock runs to: `knife to skin 4:00 [V], delivery 5:00 [V*]`.
    private static func hint(_ scene: Scene) -> Phrase {
        let targets = [Milestone.incision, .delivery].compactMap { milestone -> Phrase? in
            guard let target = scene.rules.arrestTargets[milestone] else { return nil }
            return Phrase(
                en: "\(milestone.label.en) \(target.marked)", zhHans: "\(milestone.label.zhHans) \(target.marked)")
        }
        return Phrase(
            en: "Its clock runs from the arrest: \(targets.map(\.en).joined(separator: ", ")). Reported apart.",
            zhHans: "计时自骤停起：\(targets.map(\.zhHans).joined(separator: "，"))，单独统计。")
    }
}
