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
            breaksOrder(milestone, at: pressedAt.moment, shown.run)
            ? [.open(time(of: milestone, shown, scene))]
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
        let opened = LocalTime(scene.now.moment, scene.now.offset).hourMinuteSecond
        let at = FormField(
            "at", known == nil ? "time (blank: \(opened))" : "right time",
            known == nil ? "时间（空＝\(opened)）" : "正确时间", .time(placeholder: "18:05  1805  -5"))
        let hint = known.map { known in
            let time = LocalTime(known.moment, scene.now.offset).hourMinuteSecond
            return Phrase(en: "recorded: \(time)", zhHans: "已记录：\(time)")
        }
        return FormDialog(milestone.label, fields: [at, .reason], hint: hint, openedAt: scene.now.reading) { form in
            let typed = form.moment("at")
            if known != nil, typed == nil { form.fault("at", "Type the right time.", "请输入正确时间。") }
            if known == nil, breaksOrder(milestone, at: typed ?? form.openedAt.moment, run), form.text("reason") == nil
            {
                form.fault("reason", "Out of order: say why.", "顺序异常，请说明原因。")
            }
            if known != nil { _ = form.required("reason") }
            return .record(
                MarkMilestone(run: run.id, milestone: milestone, reason: form.text("reason")), form.timeOrOpening())
        }
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

    /// Whether a milestone at a moment would stand before one that precedes it, or after one that follows it.
    static func breaksOrder(_ milestone: Milestone, at moment: Moment, _ run: CaesareanRun) -> Bool {
        guard !milestone.floats else { return false }
        return Milestone.allCases.contains { other in
            guard !other.floats, other != milestone, let at = run.time(of: other)?.moment else { return false }
            return other.position < milestone.position ? moment < at : moment > at
        }
    }
}
