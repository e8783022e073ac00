import ScreenGrid
import WardDomain

/// The five steps of a high-risk case on a mother's page: done ones ticked, the others an open gap.
enum HighRiskLines {
    /// One line; none for a mother who is no high-risk case.
    static func lines(_ mother: Admission, _ scene: Scene) -> [[Span]] {
        guard mother.isHighRiskCase else { return [] }
        let gap = mother.highRiskGap
        let title = gap.isEmpty ? scene.say("high-risk case", "高危专案") : scene.say("high-risk case OPEN", "高危专案未完")
        return [
            [Span(title, .label)]
                + HighRiskStep.allCases.flatMap { step -> [Span] in
                    let isOpen = gap.contains(step)
                    let word = "  \(isOpen ? "-" : "v") \(scene.say(step.label))"
                    return [Span(word, isOpen ? .dueSoon : .done)]
                        + (step == .reported ? report(mother, scene) : [])
                }
        ]
    }

    /// By when it is to be reported, with the mark of that time.
    private static func report(_ mother: Admission, _ scene: Scene) -> [Span] {
        guard let due = mother.riskReportDue(scene.rules) else { return [] }
        let time = "\(scene.time(due.moment)) [\(due.source.mark.rawValue)]"
        let isLate = due.moment < scene.now.reading.moment
        let text = scene.say(" by \(time)", " \(time) 前") + (isLate ? " !" : "")
        return [Span(text, isLate ? .overdue : .text)]
    }
}
