import ScreenGrid
import WardDomain

/// How a finished run is looked at: as a page of what came of it, as a timeline to scale, or played again.
enum ResultLens: Sendable {
    case page
    case timeline
    case replay(Replay)

    var replay: Replay? {
        if case .replay(let replay) = self { return replay }
        return nil
    }

    var isPage: Bool {
        if case .page = self { return true }
        return false
    }
}

/// A finished run's steps on a time axis, each with its target, the longest delays told apart.
struct DrillTimeline {
    let run: ChecklistRun
    /// The selected step.
    let selected: Int

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        DrillMargin.draw(isDrill: run.isDrill, on: &grid) { grid in
            var pieces = [
                [
                    DrillMargin.nature(of: run, scene),
                    Span(run.drillProtocol.map { scene.say($0.title).safeForScreen } ?? "", .title),
                ]
            ]
            if run.isDrill, !run.voided {
                let score = DrillScore(run)
                pieces += [ScoreWords.share(score, scene), ScoreWords.verdict(score, scene)]
            }
            pieces.append([Span(scene.say("o done  | target  * late", "o 完成  | 目标  * 超时"), .dim)])
            let head = SpanFlow.rows(pieces, columns: grid.area.columns)
            for (row, spans) in head.enumerated() { grid.put(spans, at: Point(0, row)) }
            let (_, rest) = grid.area.splitTop(head.count)
            grid.draw(timeline(scene, hasFocus: hasFocus), in: rest)
        }
    }

    private func timeline(_ scene: Scene, hasFocus: Bool) -> Timeline {
        let events = (run.drillProtocol?.steps ?? []).map { event($0, scene) }
        let length = max(run.elapsed(now: scene.now.reading)?.seconds ?? 0, events.compactMap(\.at).max() ?? 0, 1)
        return Timeline(
            events: events,
            headings: [
                scene.say("Step", "步骤"), scene.say("Time", "用时"), scene.say("Target", "目标"), scene.say("Late", "超时"),
            ],
            scale: 0...max(length, events.compactMap(\.target).filter { $0 <= length * 2 }.max() ?? 0),
            scroll: ListScroll(selected: min(selected, max(0, events.count - 1))), hasFocus: hasFocus)
    }

    private func event(_ step: ProtocolStep, _ scene: Scene) -> Timeline.Event {
        let standing = run.standing(of: step, elapsedSeconds: 0)
        let tone = StepTone(standing, critical: step.critical, isRunning: false)
        let at = run.marks[step.id]?.result == .done ? run.elapsed(at: step)?.seconds : nil
        var late = Span("")
        if case .doneLate(let by) = standing { late = Span("+\(Durations.clock(by))", .late) }
        let time =
            at.map { Span(Durations.clock($0), tone.role) }
            ?? Span(
                run.marks[step.id].map { scene.say($0.result.label) } ?? scene.say("not marked", "未标记"), tone.role)
        return Timeline.Event(
            Span((step.critical ? scene.say("C ", "必 ") : "  ") + scene.say(step.text).safeForScreen, tone.textRole),
            figures: [time, Span(StepTarget.text(step, scene) ?? "", .dim), late],
            from: step.targetSeconds.map { min($0, at ?? $0) },
            at: at, target: step.targetSeconds, role: tone.role, sign: late.text.isEmpty ? "o" : "*")
    }
}

extension Replay {
    /// A finished run: its steps, arrivals, surprises and notes, each when it happened.
    init(_ run: ChecklistRun, now: ClockReading) {
        let length = run.elapsed(now: now)?.seconds ?? 0
        var events = (run.drillProtocol?.steps ?? []).flatMap { Replay.events(of: $0, in: run) }
        for person in run.participants {
            guard let at = person.arrivedAt.flatMap({ run.elapsed(until: $0) }) else { continue }
            let text = Phrase(en: "\(person.role) arrived", zhHans: "\(person.role) 到场")
            events.append(Replay.Event(text, at: at.seconds, role: .staff))
        }
        events += run.injects(bySecond: length).map { inject in
            Replay.Event(
                Phrase(en: "inject: \(inject.text.en)", zhHans: "情景：\(inject.text.zhHans)"), at: inject.atSeconds,
                role: .label)
        }
        events += run.notes.compactMap { note in
            run.elapsed(until: note.at).map {
                Replay.Event(Phrase(en: "note: \(note.text)", zhHans: "备注：\(note.text)"), at: $0.seconds, role: .dim)
            }
        }
        self.init(events, length: length)
    }

    /// Every time at which a step was done or given up.
    private static func events(of step: ProtocolStep, in run: ChecklistRun) -> [Replay.Event] {
        let marks = [run.marks[step.id]].compactMap(\.self) + (run.repeats[step.id] ?? [])
        return marks.enumerated().compactMap { index, mark in
            guard let at = run.elapsed(until: mark.at)?.seconds else { return nil }
            let tone = StepTone(run.standing(of: step, elapsedSeconds: 0), critical: step.critical, isRunning: false)
            let result = mark.result == .done ? Phrase(en: "", zhHans: "") : mark.result.label
            let again = index == 0 ? Phrase(en: "", zhHans: "") : Phrase(en: " again", zhHans: " 重复")
            return Replay.Event(
                Phrase(
                    en: "\(step.en)\(again.en) \(result.en)".withoutTrailingSpaces,
                    zhHans: "\(step.zhHans)\(again.zhHans) \(result.zhHans)".withoutTrailingSpaces),
                at: at, from: step.targetSeconds.map { min($0, at) }, target: index == 0 ? step.targetSeconds : nil,
                role: tone.role)
        }
    }
}

/// A run beside the team's own last run of the same protocol, in lines.
enum ComparisonWords {
    /// How many of the steps that changed most are named.
    private static let named = 3

    static func lines(_ run: ChecklistRun, _ earlier: ChecklistRun, columns: Int, _ scene: Scene) -> [[Span]] {
        let comparison = DrillComparison(run, with: earlier)
        let day = earlier.startedAt.map { LocalTime($0.moment, scene.offset).day.description } ?? ""
        let (before, now) = (comparison.before, comparison.now)
        var pieces = [
            [Span(scene.say("this team's last run \(day): ", "本团队上次 \(day)："), .label)],
            [
                Span(
                    scene.say(
                        "in time \(before.criticalInTime)/\(before.critical) -> \(now.criticalInTime)/\(now.critical)",
                        "按时 \(before.criticalInTime)/\(before.critical) -> \(now.criticalInTime)/\(now.critical)"))
            ],
            [
                Span(
                    scene.say(
                        "\(comparison.faster) faster, \(comparison.slower) slower",
                        "快 \(comparison.faster) 步，慢 \(comparison.slower) 步"))
            ],
        ]
        if let median = comparison.medianChange {
            pieces.append([Span(scene.say("median ", "中位数 ") + signed(median), median <= 0 ? .done : .late)])
        }
        let most = comparison.steps.filter { $0.change != 0 }.sorted { abs($0.change) > abs($1.change) }.prefix(named)
        return SpanFlow.rows(pieces, columns: columns)
            + most.flatMap { step -> [[Span]] in
                let name = run.drillProtocol?[step: step.step].map { scene.say($0.text).safeForScreen } ?? step.step
                return SpanFlow.wrapped(
                    [
                        Span("  \(signed(step.change)) ", step.change < 0 ? .done : .late), Span(name),
                        Span(" (\(Durations.clock(step.before)) -> \(Durations.clock(step.now)))", .dim),
                    ], columns: columns)
            }
    }

    private static func signed(_ seconds: Int) -> String {
        seconds > 0 ? "+\(Durations.clock(seconds))" : Durations.clock(seconds)
    }
}
