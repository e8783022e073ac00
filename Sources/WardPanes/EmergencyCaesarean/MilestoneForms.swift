import ScreenGrid
import WardDomain

/// What can be done with one milestone: mark it now or at a time, say that it does not come, or take it back.
enum MilestoneForms {
    /// What Enter opens on a milestone.
    static func open(_ milestone: Milestone, _ shown: ShownRun, _ scene: Scene) -> PaneEffect {
        if milestone == .delivery || milestone == .decision { return openTime(milestone, shown, scene) }
        let run = shown.run.id
        let pressedAt = scene.now.reading
        let isReached = shown.run.time(of: milestone) != nil
        let now: [PaneEffect] =
            shown.run.breaksOrder(milestone, at: Occurrence(pressedAt))
            ? [.open(outOfOrder(milestone, shown, scene))]
            : [.record(MarkMilestone(run: run, milestone: milestone), .frozen(pressedAt))]
        let unmarked = [
            PickDialog.Choice("m", Phrase(en: "mark it now", zhHans: "现在标记"), effects: now),
            PickDialog.Choice(
                "t", Phrase(en: "at a time", zhHans: "补记时间"), effects: [.open(time(of: milestone, shown, scene))]),
            PickDialog.Choice(
                "n", Phrase(en: "not applicable", zhHans: "不适用"),
                effects: [
                    .record(MarkMilestone(run: run, milestone: milestone, notApplicable: true), .frozen(pressedAt))
                ]),
        ]
        let marked = [
            PickDialog.Choice(
                "t", Phrase(en: "another time, with a reason", zhHans: "更正时间（需原因）"),
                effects: [.open(time(of: milestone, shown, scene))]),
            PickDialog.Choice(
                "x", Phrase(en: "take it back, with a reason", zhHans: "撤销（需原因）"),
                effects: [.open(takeBack(milestone, shown, scene))]),
        ]
        return .open(PickDialog(milestone.label, choices: isReached ? marked : unmarked))
    }

    /// What `t` opens: the birth has a form of its own.
    static func openTime(_ milestone: Milestone, _ shown: ShownRun, _ scene: Scene) -> PaneEffect {
        guard milestone == .delivery else { return .open(time(of: milestone, shown, scene)) }
        return shown.run.time(of: .delivery) == nil
            ? .open(BirthForm.dialog(shown.mother, scene)) : .toast(EmergencyCaesareanText.birthTime, .hint)
    }

    /// A milestone's time. A reason is asked for where it changes one, and where it would stand out of order.
    private static func time(of milestone: Milestone, _ shown: ShownRun, _ scene: Scene) -> FormDialog {
        let run = shown.run
        let known = run.time(of: milestone)
        let at =
            known == nil
            ? FormField.openingTime(scene)
            : FormField("at", "right time", "正确时间", .time(placeholder: "18:05  1805  -5"))
        let hint = known.map { known in
            let time = LocalTime(known.moment, scene.offset).hourMinuteSecond
            return Phrase(en: "recorded: \(time)", zhHans: "已记录：\(time)")
        }
        return FormDialog(milestone.label, fields: [at, .reason], hint: hint, openedAt: scene.now.reading) { form in
            let typed = form.moment("at")
            if known != nil, typed == nil { form.fault("at", "Type the right time.", "请输入正确时间。") }
            let time = typed.map { Occurrence(typed: $0, reckonedFrom: form.scene.now.reading) }
            if run.breaksOrder(milestone, at: time ?? Occurrence(form.openedAt)), form.text("reason") == nil {
                form.fault("reason", "Out of order: say why.", "顺序异常，请说明原因。")
            }
            if known != nil { _ = form.required("reason") }
            return .record(
                MarkMilestone(run: run.id, milestone: milestone, reason: form.text("reason")), form.timeOrOpening())
        }
    }

    /// A mark that would stand out of order asks why, with the two answers that are usual at hand.
    private static func outOfOrder(_ milestone: Milestone, _ shown: ShownRun, _ scene: Scene) -> PickDialog {
        let reason = scene.say("really in this order", "实际顺序如此")
        return PickDialog(
            milestone.label,
            explanation: Phrase(
                en: "A later milestone has been reached already: why is this one now?", zhHans: "后续节点已标记，请说明："),
            choices: [
                PickDialog.Choice(
                    "r", Phrase(en: "really in this order: mark it now", zhHans: "实际顺序如此，现在标记"),
                    effects: [
                        .record(
                            MarkMilestone(run: shown.run.id, milestone: milestone, reason: reason),
                            .frozen(scene.now.reading))
                    ]),
                PickDialog.Choice(
                    "t", Phrase(en: "it was earlier, or for another reason", zhHans: "补记更早的时间，或其他原因"),
                    effects: [.open(time(of: milestone, shown, scene))]),
            ])
    }

    private static func takeBack(_ milestone: Milestone, _ shown: ShownRun, _ scene: Scene) -> FormDialog {
        let run = shown.run.id
        let title = Phrase(en: "Take back: \(milestone.label.en)", zhHans: "撤销：\(milestone.label.zhHans)")
        return FormDialog(title, fields: [.reason], openedAt: scene.now.reading) { form in
            .record(
                StrikeMilestone(run: run, milestone: milestone, reason: form.required("reason")),
                .frozen(form.openedAt))
        }
    }
}
