import ScreenGrid
import WardDomain

/// By when a run is spoken about and written up, while its debrief is not there.
enum DebriefDue {
    /// `hot debrief by 19:12, write-up by 2026-12-05 [R]`; what is past says so.
    static func spans(_ run: ChecklistRun, _ scene: Scene) -> [Span] {
        guard let end = run.finishedAt?.moment, !run.voided else { return [] }
        let rules = scene.rules.cadence
        var spans: [Span] = []
        if let minutes = rules.hotDebriefMinutes {
            let until = end.advanced(seconds: minutes * 60)
            let isPast = scene.now.moment > until
            spans.append(
                Span(
                    scene.say("; hot debrief by ", "；当场复盘限 ") + scene.time(until)
                        + (isPast ? scene.say(" PAST", " 已过") : ""), isPast ? .overdue : .due))
        }
        if let days = rules.writeUpDays {
            let day = end.localDay(scene.offset).advanced(days: days)
            let isPast = scene.today > day
            spans.append(
                Span(
                    scene.say("; write-up by ", "；书面总结限 ") + day.description
                        + (isPast ? scene.say(" PAST", " 已过") : ""), isPast ? .overdue : .due))
        }
        guard !spans.isEmpty else { return [] }
        let mark = rules.debriefSource.mark
        return spans + [Span(" [\(mark.rawValue)]", EvidenceSign.role(mark))]
    }
}
