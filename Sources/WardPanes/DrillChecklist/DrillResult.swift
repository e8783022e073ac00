import ScreenGrid
import WardDomain

/// A finished run: a drill's score and longest delays, every step with its time, and the debrief. A real response is
/// shown without a score.
struct DrillResult {
    let run: ChecklistRun
    /// The team's own last run of the same protocol; nil where there is none, or while it is read.
    var earlier: ChecklistRun?
    /// How many of the first lines are scrolled past.
    let skipped: Int

    /// How many of the longest delays are named.
    static let delays = 3

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        DrillMargin.draw(isDrill: run.isDrill, on: &grid) { grid in
            let rows = rows(columns: grid.area.columns, scene)
            let start = min(skipped, max(0, rows.count - grid.area.rows))
            for (row, line) in rows.dropFirst(start).prefix(grid.area.rows).enumerated() {
                grid.put(line.leading, at: Point(0, row))
                grid.put(line.trailing, at: Point(grid.area.columns - SpanFlow.width(line.trailing), row))
            }
        }
    }

    private func rows(columns: Int, _ scene: Scene) -> [StepLine.Row] {
        let steps = run.drillProtocol?.steps ?? []
        let timeline = steps.flatMap { StepLine($0, of: run, isSelected: false, scene).rows(columns: columns) }
        let compared = earlier.map { ComparisonWords.lines(run, $0, columns: columns, scene) } ?? []
        return plain(SpanFlow.rows(title(scene), columns: columns) + score(columns, scene) + compared)
            + plain(debrief(columns, scene) + delays(columns, scene)) + plain([heading("Steps", "步骤", scene)])
            + timeline
            + plain(remarks(columns, scene))
    }

    private func plain(_ lines: [[Span]]) -> [StepLine.Row] {
        lines.map { StepLine.Row(leading: $0, trailing: []) }
    }

    private func heading(_ en: String, _ zhHans: String, _ scene: Scene) -> [Span] {
        [Span(scene.say(en, zhHans), .columnHeading)]
    }

    private func title(_ scene: Scene) -> [[Span]] {
        let name = run.drillProtocol.map { "\(scene.say($0.title).safeForScreen) v\($0.version)" } ?? ""
        var pieces = [[DrillMargin.nature(of: run, scene), Span(name, .title)]]
        if let started = run.startedAt { pieces.append([Span(scene.time(started.moment), .dim)]) }
        if let long = run.elapsed(now: scene.now.reading) {
            pieces.append([Span(Durations.clock(long.seconds), .clockStopped)])
        }
        if !run.unsigned.isEmpty {
            pieces.append([
                Span(
                    scene.say("UNSIGNED \(run.unsigned.count): w signs", "未签名 \(run.unsigned.count) 条：w 补签"), .unsigned)
            ])
        }
        if run.voided { pieces.append([Span(scene.say("VOID, not counted", "已作废，不计入"), .voided)]) }
        return pieces
    }

    /// A drill's score in one line.
    private func score(_ columns: Int, _ scene: Scene) -> [[Span]] {
        guard run.isDrill, !run.voided else { return [] }
        let score = DrillScore(run)
        return SpanFlow.rows([ScoreWords.share(score, scene), ScoreWords.verdict(score, scene)], columns: columns)
    }

    /// The critical steps that were missed, the longest delays, and by what rule the verdict was reached.
    private func delays(_ columns: Int, _ scene: Scene) -> [[Span]] {
        guard run.isDrill, !run.voided else { return [] }
        let score = DrillScore(run)
        var lines: [[Span]] = []
        for step in missedCritical {
            let text = scene.say("missed critical: ", "关键步骤未完成：") + scene.say(step.text).safeForScreen
            lines += SpanFlow.wrapped([Span(text, .missed)], columns: columns)
        }
        for delay in score.delays.prefix(DrillResult.delays) {
            let name = run.drillProtocol?[step: delay.step].map { scene.say($0.text).safeForScreen } ?? delay.step
            let late = "+\(Durations.clock(delay.lateSeconds)) "
            let label = Span(scene.say("delay ", "延迟 "), .label)
            lines += SpanFlow.wrapped([label, Span(late, .late), Span(name)], columns: columns)
        }
        return lines + SpanFlow.wrapped(ScoreWords.rule(scene), columns: columns)
    }

    private var missedCritical: [ProtocolStep] {
        (run.drillProtocol?.steps ?? []).filter { step in
            guard step.critical else { return false }
            switch run.standing(of: step, elapsedSeconds: 0) {
            case .missed, .open, .openLate: return true
            case .done, .doneLate, .notApplicable, .waiting, .notChosen: return false
            }
        }
    }

    private func debrief(_ columns: Int, _ scene: Scene) -> [[Span]] {
        guard let debrief = run.debrief else {
            let missing = Span(scene.say("debrief: not written yet, d writes it", "复盘：尚未填写，d 填写"), .notRecorded)
            return SpanFlow.wrapped([missing] + DebriefDue.spans(run, scene), columns: columns)
        }
        let texts = [("went well: ", "做得好：", debrief.wentWell), ("would change: ", "需改进：", debrief.change)]
        let lines = texts.flatMap { en, zhHans, text in
            SpanFlow.wrapped(
                [
                    Span(scene.say(en, zhHans), .label),
                    text.map { Span($0.safeForScreen) } ?? Span(scene.say("not recorded", "未记录"), .notRecorded),
                ], columns: columns)
        }
        return lines
            + debrief.threats.flatMap { SpanFlow.wrapped(ActionWords.line($0, of: run, scene), columns: columns) }
            + debrief.actions.flatMap { SpanFlow.wrapped(ActionWords.line($0, of: run, scene), columns: columns) }
    }

    private func remarks(_ columns: Int, _ scene: Scene) -> [[Span]] {
        let end = run.elapsed(now: scene.now.reading)?.seconds ?? 0
        let injects = run.injects(bySecond: end).map { inject in
            (scene.say("inject: ", "情景："), "\(Durations.clock(inject.atSeconds)) \(scene.say(inject.text))")
        }
        let notes = run.notes.map { note in
            let at = run.elapsed(until: note.at).map { "\(Durations.clock($0.seconds)) " } ?? ""
            return (scene.say("note: ", "备注："), at + note.text)
        }
        return (injects + notes).flatMap { label, text in
            SpanFlow.wrapped([Span(label, .label), Span(text.safeForScreen)], columns: columns)
        }
    }
}

/// A drill's score in words.
enum ScoreWords {
    /// `critical steps in time 9/15 (60%): 4 late, 2 missed`
    static func share(_ score: DrillScore, _ scene: Scene) -> [Span] {
        let percent = score.percent.map { " (\($0)%)" } ?? ""
        var parts: [String] = []
        if score.lateCritical > 0 { parts.append(scene.say("\(score.lateCritical) late", "迟 \(score.lateCritical) 项")) }
        if score.missedCritical > 0 {
            parts.append(scene.say("\(score.missedCritical) missed", "缺 \(score.missedCritical) 项"))
        }
        if score.undecidedCritical > 0 {
            let count = score.undecidedCritical
            parts.append(scene.say("\(count) of a branch nobody decided, not counted", "分支未定 \(count) 项，不计入"))
        }
        let rest = parts.isEmpty ? "" : scene.say(": ", "：") + parts.joined(separator: scene.say(", ", "，"))
        return [
            Span(scene.say("critical steps in time ", "关键步骤按时 "), .label),
            Span("\(score.criticalInTime)/\(score.critical)\(percent)", .title), Span(rest, .label),
        ]
    }

    /// MET or NOT MET; with a missed critical step it is not met whatever the share.
    static func verdict(_ score: DrillScore, _ scene: Scene) -> [Span] {
        if score.isMet { return [Span(scene.say("MET", "达标"), .done)] }
        let missed = score.missedCritical
        return [Span(scene.say("NOT MET: \(missed) critical missed", "未达标：关键步骤缺 \(missed) 项"), .missed)]
    }

    /// By what rule, in one sentence.
    static func rule(_ scene: Scene) -> [Span] {
        [
            Span(
                scene.say(
                    "met: no critical step missed; a late one lowers the share alone (design rule)",
                    "达标：无关键步骤缺失；超时只降低按时比例（设计规则）"), .dim)
        ]
    }
}

/// An action or threat of a debrief, as it stands now: who, until when, or that it is closed.
enum ActionWords {
    static func line(_ action: ChecklistRun.Debrief.Action, of run: ChecklistRun, _ scene: Scene) -> [Span] {
        let found = open(.action, action.what, of: run, scene)
        let owner = (found?.owner ?? action.owner).map { scene.name(of: $0) } ?? scene.say("no owner", "无负责人")
        let spans = [
            Span(scene.say("action: ", "措施："), .label), Span(action.what.safeForScreen), Span("  \(owner)", .staff),
        ]
        if let found { return spans + [Span(scene.say("  due ", "  期限 "), .label)] + FindingWords.due(found, scene) }
        return spans + closed(scene)
    }

    static func line(_ threat: ChecklistRun.Debrief.Threat, of run: ChecklistRun, _ scene: Scene) -> [Span] {
        let found = open(threat.kit == nil ? .threat : .defect, threat.what, of: run, scene)
        let kit = threat.kit.map { " (\(scene.kitName($0)))" } ?? ""
        let spans = [
            Span(scene.say("threat, \(threat.tag.label.en): ", "隐患，\(threat.tag.label.zhHans)："), .label),
            Span(threat.what.safeForScreen + kit),
        ]
        return found == nil ? spans + closed(scene) : spans + [Span(scene.say("  open", "  未关闭"), .due)]
    }

    private static func open(
        _ kind: FindingKind, _ what: String, of run: ChecklistRun, _ scene: Scene
    ) -> Finding? {
        scene.ward.findings.values.first { $0.kind == kind && $0.origin?.run == run.id && $0.what == what }
    }

    private static func closed(_ scene: Scene) -> [Span] {
        [Span(scene.say("  closed", "  已关闭"), .done)]
    }
}
