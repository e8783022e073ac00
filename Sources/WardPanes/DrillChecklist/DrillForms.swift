import ScreenGrid
import WardDomain

/// The forms and questions of a run, other than dose and debrief.
enum DrillForms {
    /// Which protocol to drill: by its letter, or with the arrows.
    static func pickProtocol(_ scene: Scene) -> PickDialog {
        let taken = Set(scene.rules.protocols.compactMap(\.emergencyKey?.first))
        var free = "cbfghjklqrtwxyz".filter { !taken.contains($0) }[...]
        let choices = scene.rules.protocols.map { found in
            let letter = found.emergencyKey?.first ?? free.popFirst()
            return PickDialog.Choice(letter, found.title.safe, effects: [.open(start(found, scene))])
        }
        return PickDialog(
            Phrase(en: "DRILL 演练: which protocol", zhHans: "DRILL 演练：选择方案"), choices: choices)
    }

    /// Who takes part in which role: a badge for each role, scanned in any order; blank roles are filled by arrivals.
    static func start(_ found: DrillProtocol, _ scene: Scene) -> FormDialog {
        let fields = found.roles.map { role in
            FormField(
                role.code, "\(role.code) \(role.en)", "\(role.code) \(role.zhHans)", takesScan: true)
        }
        let scenarios = found.scenarios ?? []
        return FormDialog(
            Phrase(en: "DRILL 演练: \(found.en)", zhHans: "DRILL 演练：\(found.zhHans)"),
            fields: fields + scenarioField(scenarios),
            hint: Phrase(
                en: "Scan or type badges; roles may stay blank. Enter starts the drill clock.",
                zhHans: "扫描或输入工牌；角色可留空。Enter 开始演练计时。"),
            openedAt: scene.now.reading,
            afterCommit: { entries, _ in
                guard case .drill(let id)? = entries.first?.stream else { return [] }
                return [.show(.drillChecklist, .checklist(id))]
            },
            submit: { form in
                let team = found.roles.compactMap { role in
                    form.staff(role.code).map { ChecklistRun.Participant(badge: $0, role: role.code) }
                }
                let scenario = form.choice("scenario", of: scenarios.map(\.id))
                return .record(
                    StartChecklist<Drill>(drillProtocol: found.id, participants: team, scenario: scenario), .now)
            })
    }

    /// The first made-up case stands there; Delete takes it away.
    private static func scenarioField(_ scenarios: [DrillScenario]) -> [FormField] {
        guard !scenarios.isEmpty else { return [] }
        let options = scenarios.map { Phrase(en: $0.id, zhHans: $0.id) }
        return [FormField("scenario", "scenario (Del: none)", "情景（Del＝无）", .choice(options), initial: "0")]
    }

    static func note(_ run: ChecklistRun, _ scene: Scene) -> FormDialog {
        text(Phrase(en: "note", zhHans: "备注"), run, scene) { run.noting($0) }
    }

    /// The scenario's surprises that are still to come, each by its letter, or a line of one's own.
    static func inject(_ run: ChecklistRun, _ scene: Scene) -> any DialogPanel {
        let elapsed = run.elapsed(now: scene.now.reading)?.seconds ?? 0
        let coming = run.injectsToCome(afterSecond: elapsed)
        let own = text(Phrase(en: "inject", zhHans: "情景注入"), run, scene) { GiveInject(run: run.id, text: $0) }
        guard !coming.isEmpty else { return own }
        let choices = zip(coming, "123456789").map { inject, digit in
            let at = inject.atSeconds.map { Durations.clock($0) + " " } ?? ""
            let text = Phrase(en: at + inject.en.safeForScreen, zhHans: at + inject.zhHans.safeForScreen)
            return PickDialog.Choice(
                digit, text,
                effects: [.record(GiveInject(run: run.id, inject: inject.id), .frozen(scene.now.reading))])
        }
        let free = PickDialog.Choice("i", Phrase(en: "another, in words", zhHans: "其他，自行输入"), effects: [.open(own)])
        return PickDialog(
            RunTitle.phrase(Phrase(en: "Inject now", zhHans: "现在注入"), run),
            explanation: Phrase(
                en: "A time: it comes by itself then. Exercise design, no patient.",
                zhHans: "带时间的到时自动出现。演练设计，非真实病人。"), choices: choices + [free])
    }

    /// The made-up case, what has come so far, and the signs that the team would see.
    static func scenario(_ run: ChecklistRun, _ scene: Scene) -> HelpDialog {
        var lines = [Phrase(en: "Exercise design, no patient.", zhHans: "演练设计，非真实病人。")]
        if let found = run.scenario {
            lines += [found.card.safe, ScenarioWording.source(found)]
            if let signs = found.signs { lines.append(signs.text) }
        }
        let elapsed = run.elapsed(now: scene.now.reading)?.seconds ?? 0
        lines += run.injects(bySecond: elapsed).map { inject in
            let at = Durations.clock(inject.atSeconds)
            let signs = inject.signs?.text
            return Phrase(
                en: "\(at) \(inject.text.en)  \(signs?.en ?? "")",
                zhHans: "\(at) \(inject.text.zhHans)  \(signs?.zhHans ?? "")"
            ).safe
        }
        return HelpDialog(RunTitle.phrase(Phrase(en: "Scenario", zhHans: "情景"), run), lines: [], paragraphs: lines)
    }

    /// Which cart or area was used: it waits to be restocked from the end of the run on.
    static func kitUsed(_ run: ChecklistRun, _ scene: Scene) -> PickDialog {
        let time = run.finishedAt.map { CommandEnvelope.Time.typed($0.moment) } ?? .now
        let choices = zip(scene.rules.readiness.kits, letters).map { kit, letter in
            PickDialog.Choice(letter, kit.title.safe, effects: [.record(UseKit(kit: kit.id, run: run.id), time)])
        }
        return PickDialog(
            RunTitle.phrase(Phrase(en: "Which was used", zhHans: "动用了哪一处"), run),
            explanation: KitWords.restockRule(scene), choices: choices)
    }

    /// Started by mistake: not counted.
    static func void(_ run: ChecklistRun, _ scene: Scene) -> FormDialog {
        let title = Phrase(en: "Started by mistake: void", zhHans: "误启动，作废")
        return FormDialog(RunTitle.phrase(title, run), fields: [.reason], openedAt: scene.now.reading) { form in
            .record(run.voiding(form.required("reason")), .now)
        }
    }

    private static func text(
        _ label: Phrase, _ run: ChecklistRun, _ scene: Scene,
        command: @escaping @Sendable (String) -> any WardCommand
    ) -> FormDialog {
        let field = FormField("text", label.en, label.zhHans)
        return FormDialog(RunTitle.phrase(label, run), fields: [field], openedAt: scene.now.reading) { form in
            .record(command(form.required("text")), .frozen(form.openedAt))
        }
    }

    /// Asks before the clock stops; the end is the instant of the key press that asked.
    static func finish(_ run: ChecklistRun, _ scene: Scene) -> PickDialog {
        let open = run.drillProtocol?.steps.filter { run.marks[$0.id] == nil && run.applies($0) } ?? []
        let critical = open.count { $0.critical }
        let stop = PickDialog.Choice(
            "f", Phrase(en: "finish: stop the clock", zhHans: "结束：停止计时"),
            effects: [.record(run.finishing(), .frozen(scene.now.reading))])
        let explanation =
            open.isEmpty
            ? Phrase(en: "Every step is marked.", zhHans: "所有步骤均已标记。")
            : Phrase(
                en: "Not marked: \(open.count) steps, \(critical) of them critical.",
                zhHans: "未标记：\(open.count) 步，其中关键步骤 \(critical) 步。")
        return PickDialog(
            RunTitle.phrase(Phrase(en: "Finish", zhHans: "结束"), run), explanation: explanation, choices: [stop])
    }

    /// In what role somebody has come; the arrival is the instant of the scan or of the key.
    static func role(of badge: Badge, _ run: ChecklistRun, at time: ClockReading, _ scene: Scene) -> PickDialog {
        let roles = run.drillProtocol?.roles ?? []
        let choices = zip(roles, letters).map { role, letter in
            PickDialog.Choice(
                letter, Phrase(en: "\(role.code) \(role.en)", zhHans: "\(role.code) \(role.zhHans)"),
                effects: [.record(run.arrival(of: badge, as: role.code), .frozen(time))])
        }
        let who = scene.name(of: badge)
        return PickDialog(
            RunTitle.phrase(Phrase(en: "\(who) arrived as", zhHans: "\(who) 到场，角色"), run), choices: choices)
    }

    private static let letters = Array("123456789abcdefghijklmnopqrstuvwxyz")

    /// A badge typed or scanned, and its role.
    static func arrival(_ run: ChecklistRun, _ scene: Scene) -> FormDialog {
        let title = RunTitle.phrase(Phrase(en: "Who has arrived", zhHans: "谁已到场"), run)
        let badge = FormField("badge", "badge", "工牌", takesScan: true)
        return FormDialog(title, fields: [badge], openedAt: scene.now.reading) { form in
            let code = form.required("badge")
            let badge = form.namedStaff(code) ?? Badge(BandCode.normalized(code))
            return .done([.open(role(of: badge, run, at: form.openedAt, form.scene))])
        }
    }
}

/// Titles of a run's dialogs: a drill's say so.
enum RunTitle {
    static func phrase(_ text: Phrase, _ run: ChecklistRun) -> Phrase {
        run.isDrill && run.startedAt != nil
            ? Phrase(en: "DRILL 演练: \(text.en)", zhHans: "DRILL 演练：\(text.zhHans)") : text
    }
}

extension FormReader {
    /// The badge in a field, scanned or typed as a code or a whole name; nil when blank, a fault when nobody has it.
    mutating func staff(_ id: String) -> Badge? {
        guard let text = text(id) else { return nil }
        if let badge = namedStaff(text) { return badge }
        let badge = Badge(BandCode.normalized(text))
        if scene.ward.roster[badge] == nil {
            fault(id, "Nobody has the badge \(badge).", "无此工牌：\(badge)。")
        }
        return badge
    }

    /// The one member of staff at work with a whole name.
    func namedStaff(_ name: String) -> Badge? {
        let found = scene.ward.roster.active.filter { $0.name == name }
        return found.count == 1 ? found[0].badge : nil
    }
}
