import ScreenGrid
import WardDomain

/// What a drill shows of its made-up case: never without the word 'exercise'.
enum ScenarioWording {
    /// For so many seconds after it came, a surprise is marked as new.
    private static let newSeconds = 30

    /// The newest surprise, or the card while there was none; then the signs that the team would see.
    static func lines(_ run: ChecklistRun, _ scene: Scene) -> [[Span]] {
        let elapsed = run.elapsed(now: scene.now.reading)?.seconds ?? 0
        var lines: [[Span]] = []
        if let last = run.injects(bySecond: elapsed).last {
            let isNew = run.isRunning && elapsed - last.atSeconds < newSeconds
            let at = Durations.clock(last.atSeconds)
            lines.append([
                Span(scene.say("INJECT ", "情景 ") + at + " ", isNew ? .next : .label),
                Span(scene.say(last.text).safeForScreen, isNew ? .next : .text),
            ])
        } else if let card = run.scenario?.card {
            lines.append([Span(scene.say("SCENARIO: ", "情景："), .label), Span(scene.say(card).safeForScreen)])
        }
        if let signs = run.exerciseSigns(bySecond: elapsed) {
            lines.append([
                Span(scene.say("exercise: ", "模拟："), .drill), Span(" \(scene.say(signs.text))", .title),
                Span(run.scenario.map { " [\($0.source.mark.rawValue)]" } ?? "", .recall),
            ])
        }
        return lines
    }

    static func source(_ scenario: DrillScenario) -> Phrase {
        let mark = scenario.source.mark
        return Phrase(
            en: "[\(mark.rawValue)] \(mark.label.en): \(scenario.source.text)",
            zhHans: "[\(mark.rawValue)] \(mark.label.zhHans)：\(scenario.source.text)"
        ).safe
    }
}
