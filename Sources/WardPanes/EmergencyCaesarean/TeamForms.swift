import ScreenGrid
import WardDomain

/// Calling tonight's people, and marking who came.
enum TeamForms {
    /// Marks a call with the instant of the key press.
    static func call(_ slot: OnCallSlot, _ shown: ShownRun, _ scene: Scene) -> PaneEffect {
        .record(CallTeam(run: shown.run.id, slot: slot), .frozen(scene.now.reading))
    }

    /// The whole list, a letter each; those called already may be called again.
    static func calls(_ shown: ShownRun, _ scene: Scene) -> PickDialog {
        let choices = OnCallSlot.allCases.enumerated().map { index, slot in
            let duty = scene.ward.plan.onCall(slot, at: scene.now.moment)
            let wasCalled = shown.run.calls.contains { $0.slot == slot }
            let who = [duty?.name, duty?.phone].compactMap { $0 }.map { " \($0.safeForScreen)" }.joined()
            let mark = wasCalled ? "v " : ""
            return PickDialog.Choice(
                Array("abcdefgh")[index],
                Phrase(
                    en: "\(mark)\(slot.label.en)\(duty == nil ? " (not written)" : who)  \(slot.key.name)",
                    zhHans: "\(mark)\(slot.label.zhHans)\(duty == nil ? "（未填）" : who)  \(slot.key.name)"),
                role: wasCalled ? .done : .dialog, effects: [call(slot, shown, scene)])
        }
        return PickDialog(EmergencyCaesareanText.callSomebody, choices: choices)
    }

    /// Who came: by a scan, as what by a letter, or by a badge or name that is typed.
    static func arrivals(_ shown: ShownRun, _ scene: Scene) -> PickDialog {
        let run = shown.run.id
        let pressedAt = scene.now.reading
        let parts = zip("abcdef", TeamPart.allCases).map { letter, part in
            let duty = duty(of: part, shown, scene)
            let name = duty.map { " \($0.name.safeForScreen)" } ?? ""
            let isHere = shown.run.arrivals.contains { $0.part == part }
            return PickDialog.Choice(
                letter,
                Phrase(en: (isHere ? "v " : "") + part.label.en, zhHans: (isHere ? "v " : "") + part.label.zhHans)
                    + name,
                role: isHere ? .done : .dialog,
                effects: [
                    .record(
                        ArriveAtCaesarean(run: run, badge: duty?.badge, name: duty?.name, part: part),
                        .frozen(pressedAt))
                ])
        }
        let typed = PickDialog.Choice(
            "t", Phrase(en: "a badge or a name, or another time", zhHans: "输入工牌或姓名，或补记时间"),
            effects: [.open(arrival(shown, scene))])
        let unnamed = shown.run.arrivals.filter { arrival in
            arrival.part == nil || (arrival.name == nil && arrival.badge.map { scene.ward.roster[$0] == nil } == true)
        }
        let naming = unnamed.prefix(9).enumerated().compactMap { index, arrival in
            arrival.badge.map { badge in
                let who = scene.name(of: arrival)
                return PickDialog.Choice(
                    Character(String(index + 1)), Phrase(en: "who is \(who), and as what", zhHans: "补填 \(who) 的姓名与岗位"),
                    effects: [.open(nameArrival(badge, run, scene))])
            }
        }
        return PickDialog(
            EmergencyCaesareanText.arrival,
            explanation: Phrase(en: "Scan the badge, or choose.", zhHans: "请扫描工牌，或选择。"),
            choices: parts + [typed] + naming
        ) { code in
            [.record(ArriveAtCaesarean(run: run, badge: Badge(code)), .frozen(pressedAt))]
        }
    }

    /// Whoever on call was called as this part of the team; else the first on the list.
    private static func duty(of part: TeamPart, _ shown: ShownRun, _ scene: Scene) -> OnCallDuty? {
        let duties = scene.ward.plan.onCall(at: scene.now.moment).filter { $0.slot.part == part }
        return duties.first { duty in shown.run.calls.contains { $0.slot == duty.slot } } ?? duties.first
    }

    private static let part = FormField("part", "as", "岗位", .choice(TeamPart.allCases.map(\.label)))

    private static func arrival(_ shown: ShownRun, _ scene: Scene) -> FormDialog {
        let run = shown.run.id
        let badge = FormField(
            "badge", "badge (scan or type)", "工牌（扫描或输入）", takesScan: true)
        let name = FormField("name", "or name", "或姓名")
        return FormDialog(
            EmergencyCaesareanText.arrival, fields: [badge, name, part, .openingTime(scene), .reason],
            openedAt: scene.now.reading
        ) { form in
            var arrival = ArriveAtCaesarean(
                run: run, badge: form.code("badge").map { Badge($0) }, name: form.text("name"),
                part: form.choice("part", of: TeamPart.allCases))
            arrival.reason = form.text("reason")
            return .record(arrival, form.timeOrOpening())
        }
    }

    private static func nameArrival(_ badge: Badge, _ run: CaesareanID, _ scene: Scene) -> FormDialog {
        let title = Phrase(en: "Who is \(badge)", zhHans: "工牌 \(badge)")
        return FormDialog(title, fields: [FormField("name", "name", "姓名"), part], openedAt: scene.now.reading) { form in
            .record(
                NameArrival(
                    run: run, badge: badge, name: form.text("name"), part: form.choice("part", of: TeamPart.allCases)),
                .now)
        }
    }
}
