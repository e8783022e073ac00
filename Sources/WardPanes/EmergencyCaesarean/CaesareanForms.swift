import ScreenGrid
import WardDomain

/// The choices and forms of a run. Whatever is ordered carries the instant of the key press that opened it.
enum CaesareanForms {
    /// What a key opens or orders.
    static func effects(
        of action: CaesareanAction, on milestone: Milestone, _ shown: ShownRun, _ scene: Scene
    ) -> [PaneEffect] {
        switch action {
        case .openMilestone: [MilestoneForms.open(milestone, shown, scene)]
        case .retime: [MilestoneForms.openTime(milestone, shown, scene)]
        case .birth: [.open(BirthForm.dialog(shown.mother, scene))]
        case .category: [.open(category(shown, scene))]
        case .indication: [.open(indication(shown, scene))]
        case .delay: [.open(delay(shown, scene))]
        case .arrival: [.open(TeamForms.arrivals(shown, scene))]
        case .standDown: [.open(standDown(shown, scene))]
        case .void: [.open(void(shown, scene))]
        case .naming: [.open(NamingForms.choice(shown, scene))]
        case .apgar: [OutcomeForms.openForBaby(shown, scene, ApgarForm.dialog)]
        case .gases: [OutcomeForms.openForBaby(shown, scene, CordGasForm.dialog)]
        case .bands: bands(shown, scene)
        case .sign: [.record(SignEntries(admission: shown.mother.id))]
        case .call(let slot): [TeamForms.call(slot, shown, scene)]
        case .callSomebody: [.open(TeamForms.calls(shown, scene))]
        case .review: [.open(ReviewForm.dialog(shown, scene))]
        case .entries: RunEntriesDialog.effects(shown)
        case .confirm: [.record(ConfirmCaesarean(run: shown.run.id), .frozen(scene.now.reading))]
        case .closeCase: [.record(CloseCaesarean(run: shown.run.id), .now)]
        case .arrest: [.open(ArrestForm.dialog(shown, scene))]
        case .markNext, .previousRun, .nextRun, .history, .back, .casePage, .casebook, .paper: []
        }
    }

    /// The band form of the first baby that lacks one, and of its second band behind it; else the baby in its own pane.
    private static func bands(_ shown: ShownRun, _ scene: Scene) -> [PaneEffect] {
        let lacking = MissingData.unbanded(shown, scene).flatMap { BabyHere.find($0, scene.ward) }
        guard scene.staff != nil, let lacking else {
            return [.show(.newbornHandover, shown.babies.first.map { .newborn($0.id) })]
        }
        return [.open(BandForms.attach(lacking, scene, asksSecond: true))]
    }

    private static func category(_ shown: ShownRun, _ scene: Scene) -> PickDialog {
        let choices = CaesareanCategory.allCases.map { category in
            PickDialog.Choice(
                Character(String(category.rawValue)), category.label,
                role: category == shown.run.category ? .done : .text,
                effects: [
                    .record(GiveCategory(run: shown.run.id, category: category), .frozen(scene.now.reading))
                ])
        }
        return PickDialog(EmergencyCaesareanText.category, choices: choices)
    }

    private static func indication(_ shown: ShownRun, _ scene: Scene) -> PickDialog {
        let effects = { (term: ClinicalRules.CodedTerm) -> [PaneEffect] in
            let given = GiveIndication(run: shown.run.id, indication: term.code)
            let asksArrest = term.code == CaesareanRun.arrestIndication && shown.run.arrest == nil
            return [.record(given, .frozen(scene.now.reading))]
                + (asksArrest ? [.open(ArrestForm.dialog(shown, scene))] : [])
        }
        return PickDialog(
            EmergencyCaesareanText.indication,
            choices: choices(
                scene.rules.indications, given: [shown.run.indication].compactMap { $0 }, effects: effects))
    }

    private static func delay(_ shown: ShownRun, _ scene: Scene) -> PickDialog {
        let effects = { (term: ClinicalRules.CodedTerm) -> [PaneEffect] in
            term.needsText
                ? [.open(delayText(term, shown, scene))]
                : [.record(GiveDelay(run: shown.run.id, delay: term.code), .frozen(scene.now.reading))]
        }
        return PickDialog(
            EmergencyCaesareanText.delay,
            choices: choices(scene.rules.delayReasons, given: shown.run.delays.map(\.code), effects: effects))
    }

    /// Coded terms with a letter each, as far as the alphabet goes; those given already are marked.
    private static func choices(
        _ terms: [ClinicalRules.CodedTerm], given: [String], effects: (ClinicalRules.CodedTerm) -> [PaneEffect]
    ) -> [PickDialog.Choice] {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        return terms.enumerated().map { index, term in
            let isGiven = given.contains(term.code)
            let mark = isGiven ? "v " : ""
            let label = Phrase(en: mark + term.marked.en, zhHans: mark + term.marked.zhHans)
            return PickDialog.Choice(
                letters.indices.contains(index) ? letters[index] : nil, label, role: isGiven ? .done : .text,
                effects: effects(term))
        }
    }

    private static func delayText(_ term: ClinicalRules.CodedTerm, _ shown: ShownRun, _ scene: Scene) -> FormDialog {
        let run = shown.run.id
        let field = FormField("text", "what happened", "说明")
        return FormDialog(
            Phrase(en: "\(term.code) \(term.text.en)", zhHans: "\(term.code) \(term.text.zhHans)"), fields: [field],
            openedAt: scene.now.reading
        ) { form in
            .record(GiveDelay(run: run, delay: term.code, text: form.required("text")), .frozen(form.openedAt))
        }
    }

    private static func standDown(_ shown: ShownRun, _ scene: Scene) -> FormDialog {
        let run = shown.run.id
        let hint = Phrase(
            en: "The decision is reversed. The run is counted, but not in the denominator.",
            zhHans: "撤销手术决定。该例计数，但不计入达标率分母。")
        return FormDialog(
            EmergencyCaesareanText.standDown, fields: [.reason, .time], hint: hint, openedAt: scene.now.reading
        ) { form in
            .record(StandDownCaesarean(run: run, reason: form.required("reason")), form.time())
        }
    }

    private static func void(_ shown: ShownRun, _ scene: Scene) -> FormDialog {
        let run = shown.run.id
        let hint = Phrase(
            en: "Nobody decided a caesarean: the run is void and not counted.", zhHans: "并未决定手术：该计时作废，不计数。")
        return FormDialog(EmergencyCaesareanText.void, fields: [.reason], hint: hint, openedAt: scene.now.reading) {
            form in
            .record(VoidCaesarean(run: run, reason: form.required("reason")), .frozen(form.openedAt))
        }
    }
}
