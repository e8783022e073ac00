import ScreenGrid
import WardDomain

/// What is recorded of a newborn soon after birth: Apgar sign by sign, cord gases.
enum BirthDetailForms {
    private static let signs: [(id: String, label: Phrase, options: [Phrase])] = [
        (
            "appearance", Phrase(en: "colour", zhHans: "肤色"),
            [
                Phrase(en: "0 pale, blue", zhHans: "0 苍白或青紫"), Phrase(en: "1 limbs blue", zhHans: "1 四肢青紫"),
                Phrase(en: "2 pink", zhHans: "2 红润"),
            ]
        ),
        (
            "pulse", Phrase(en: "heart rate", zhHans: "心率"),
            [
                Phrase(en: "0 none", zhHans: "0 无"), Phrase(en: "1 below 100", zhHans: "1 小于100"),
                Phrase(en: "2 100 or more", zhHans: "2 100及以上"),
            ]
        ),
        (
            "grimace", Phrase(en: "reflex", zhHans: "反射"),
            [
                Phrase(en: "0 none", zhHans: "0 无反应"), Phrase(en: "1 grimace", zhHans: "1 皱眉"),
                Phrase(en: "2 cry, cough", zhHans: "2 哭、咳嗽"),
            ]
        ),
        (
            "activity", Phrase(en: "tone", zhHans: "肌张力"),
            [
                Phrase(en: "0 limp", zhHans: "0 松弛"), Phrase(en: "1 some flexion", zhHans: "1 四肢略屈"),
                Phrase(en: "2 active", zhHans: "2 活动好"),
            ]
        ),
        (
            "respiration", Phrase(en: "breathing", zhHans: "呼吸"),
            [
                Phrase(en: "0 none", zhHans: "0 无"), Phrase(en: "1 slow, irregular", zhHans: "1 慢而不规则"),
                Phrase(en: "2 good, crying", zhHans: "2 好，哭声响"),
            ]
        ),
    ]

    /// A score at one minute; a sign left blank was not done, which is not 0.
    static func apgar(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let minute = FormField(
            "minute", "minute", "分钟",
            .choice(ApgarScore.minutes.map { Phrase(en: "\($0)", zhHans: "\($0)") }))
        let fields =
            [minute]
            + signs.map { FormField($0.id, $0.label.en, $0.label.zhHans, .choice($0.options)) }
            + [FormField("total", "or total", "或仅总分"), .reason]
        return FormDialog(
            Phrase(en: "Apgar", zhHans: "Apgar评分"), fields: fields, hint: found.hint(scene), openedAt: scene.now.reading
        ) { form in
            let points = [0, 1, 2]
            let score = ApgarScore(
                appearance: form.choice("appearance", of: points), pulse: form.choice("pulse", of: points),
                grimace: form.choice("grimace", of: points), activity: form.choice("activity", of: points),
                respiration: form.choice("respiration", of: points), totalOnly: form.integer("total"))
            guard let minute = form.requiredChoice("minute", of: ApgarScore.minutes) else { return .incomplete }
            if found.baby.birthTimeKnown {
                form.doubtEarlyApgar("minute", minute: minute, of: found.baby.bornAt.moment)
            }
            return .record(
                ScoreApgar(newborn: newborn, minute: minute, score: score, reason: form.text("reason")), .now)
        }
    }

    /// Arterial and venous, or that none were taken.
    static func gases(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        func number(_ id: String, _ en: String, _ zhHans: String, _ example: String) -> FormField {
            FormField(id, en, zhHans, .text(placeholder: example))
        }
        let fields = [
            number("arterialPH", "arterial pH", "动脉血 pH", "7.20"),
            number("arterialBaseDeficit", "arterial BD", "动脉碱缺失", "8.0"),
            number("venousPH", "venous pH", "静脉血 pH", "7.28"),
            number("venousBaseDeficit", "venous BD", "静脉碱缺失", "6.0"),
            FormField("notTaken", "or", "或", .choice([Phrase(en: "none taken", zhHans: "未采")])),
        ]
        return FormDialog(
            Phrase(en: "Cord gases", zhHans: "脐血气"), fields: fields, hint: found.hint(scene),
            openedAt: scene.now.reading
        ) { form in
            .record(
                RecordCordGases(
                    newborn: newborn, arterialPH: form.decimal("arterialPH"),
                    arterialBaseDeficit: form.decimal("arterialBaseDeficit"), venousPH: form.decimal("venousPH"),
                    venousBaseDeficit: form.decimal("venousBaseDeficit"),
                    notTaken: form.choice("notTaken", of: [true])), .now)
        }
    }
}
