import ScreenGrid
import WardDomain

/// What is asked for after the birth.
enum OutcomeForms {
    /// A form about the only baby, or a choice among several first.
    static func openForBaby(
        _ shown: ShownRun, _ scene: Scene, _ form: (Newborn, Admission, Scene) -> FormDialog
    ) -> PaneEffect {
        guard shown.babies.count > 1 else {
            return shown.babies.first.map { .open(form($0, shown.mother, scene)) }
                ?? .toast(EmergencyCaesareanText.notBorn, .hint)
        }
        let choices = shown.babies.map { baby in
            PickDialog.Choice(
                baby.letter.lowercased().first, Phrase(en: "baby \(baby.letter)", zhHans: "婴 \(baby.letter)"),
                effects: [.open(form(baby, shown.mother, scene))])
        }
        return .open(PickDialog(Phrase(en: "Which baby", zhHans: "哪一名新生儿"), choices: choices))
    }

    static func title(_ what: Phrase, _ baby: Newborn, _ mother: Admission, _ scene: Scene) -> Phrase {
        what + " \(baby.letter): \(scene.name(of: mother))"
    }
}

/// One Apgar score, sign by sign or in total.
enum ApgarForm {
    private static let signs: [(id: String, label: Phrase)] = [
        ("appearance", Phrase(en: "appearance", zhHans: "皮肤颜色")), ("pulse", Phrase(en: "pulse", zhHans: "心率")),
        ("grimace", Phrase(en: "grimace", zhHans: "反射")), ("activity", Phrase(en: "activity", zhHans: "肌张力")),
        ("respiration", Phrase(en: "respiration", zhHans: "呼吸")),
    ]

    /// The minutes, of 1 and 5, that have passed without a score.
    static func missingMinutes(_ baby: Newborn, _ scene: Scene) -> [Int] {
        guard baby.outcome.raisesAlarms else { return [] }
        let age = baby.bornAt.interval(to: scene.now.reading).seconds
        return [1, 5].filter { age >= $0 * 60 && baby.apgar[$0] == nil }
    }

    static func dialog(_ baby: Newborn, _ mother: Admission, _ scene: Scene) -> FormDialog {
        let id = baby.id
        let minutes = ApgarScore.minutes
        let wanted = missingMinutes(baby, scene).first.flatMap(minutes.firstIndex)
        let minute = FormField(
            "minute", "minute", "分钟", .choice(minutes.map { Phrase(en: "\($0)", zhHans: "\($0)") }),
            initial: wanted.map(String.init) ?? "")
        let points = (0...2).map { Phrase(en: "\($0)", zhHans: "\($0)") }
        let fields =
            [minute] + signs.map { FormField($0.id, $0.label.en, $0.label.zhHans, .choice(points)) } + [
                FormField("total", "or the total", "或仅总分", .text(placeholder: "9"))
            ]
        return FormDialog(
            OutcomeForms.title(EmergencyCaesareanText.apgar, baby, mother, scene), fields: fields,
            hint: Phrase(en: "Blank is not done, never 0.", zhHans: "空白＝未评，不等于 0。"), openedAt: scene.now.reading
        ) { form in
            let chosen = form.requiredChoice("minute", of: minutes)
            let score = ApgarScore(
                appearance: form.choice("appearance", of: [0, 1, 2]), pulse: form.choice("pulse", of: [0, 1, 2]),
                grimace: form.choice("grimace", of: [0, 1, 2]), activity: form.choice("activity", of: [0, 1, 2]),
                respiration: form.choice("respiration", of: [0, 1, 2]), totalOnly: form.integer("total"))
            guard let chosen else { return .incomplete }
            if baby.birthTimeKnown { form.doubtEarlyApgar("minute", minute: chosen, of: baby.bornAt.moment) }
            return .record(ScoreApgar(newborn: id, minute: chosen, score: score), .frozen(form.openedAt))
        }
    }
}

/// Cord gases, or that none were taken.
enum CordGasForm {
    static func dialog(_ baby: Newborn, _ mother: Admission, _ scene: Scene) -> FormDialog {
        let id = baby.id
        let pH = FormField.Kind.text(placeholder: "7.25")
        let deficit = FormField.Kind.text(placeholder: "4.0")
        let fields = [
            FormField("arterialPH", "arterial pH", "动脉 pH", pH),
            FormField("arterialBaseDeficit", "arterial base deficit", "动脉碱缺失", deficit),
            FormField("venousPH", "venous pH", "静脉 pH", pH),
            FormField("venousBaseDeficit", "venous base deficit", "静脉碱缺失", deficit),
            FormField("notTaken", "or", "或", .choice([Phrase(en: "not taken", zhHans: "未采")])),
        ]
        return FormDialog(
            OutcomeForms.title(EmergencyCaesareanText.gases, baby, mother, scene), fields: fields,
            openedAt: scene.now.reading, afterCommit: warning
        ) { form in
            .record(
                RecordCordGases(
                    newborn: id, arterialPH: form.decimal("arterialPH"),
                    arterialBaseDeficit: form.decimal("arterialBaseDeficit"), venousPH: form.decimal("venousPH"),
                    venousBaseDeficit: form.decimal("venousBaseDeficit"),
                    notTaken: form.choice("notTaken", of: [true])), .frozen(form.openedAt))
        }
    }

    /// Arterial pH should lie below venous (clinical reference 2.6): recorded all the same, and said.
    private static func warning(_ entries: [Entry], _ scene: Scene) -> [PaneEffect] {
        guard let gases = entries.compactMap({ $0.fact as? CordGasesRecorded }).last, let arterial = gases.arterial,
            let venous = gases.venous, arterial.pHThousandths >= venous.pHThousandths
        else { return [] }
        return [
            .toast(
                Phrase(
                    en: "Arterial pH is not below venous: are the samples the right way round?",
                    zhHans: "动脉 pH 不低于静脉：样本是否颠倒？"), .alarmMedium)
        ]
    }
}

extension Phrase {
    /// The same text behind both languages.
    static func + (phrase: Phrase, text: String) -> Phrase {
        Phrase(en: phrase.en + text, zhHans: phrase.zhHans + text)
    }
}
