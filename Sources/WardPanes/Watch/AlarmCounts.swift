import ScreenGrid
import WardDomain

/// The alarms in the first row: how many of each priority, and how many were put off, so that none is silently gone.
enum AlarmCounts {
    static func spans(_ scene: Scene) -> [Span] {
        let alarms = scene.alarms
        let counts = OpenEnd.Priority.allCases.reversed().compactMap { priority -> Span? in
            let count = alarms.count { $0.priority == priority && !$0.isSnoozed }
            return count == 0 ? nil : Span("\(priority.mark) \(count) ", priority.role)
        }
        let snoozed = alarms.count(where: \.isSnoozed)
        return counts + (snoozed == 0 ? [] : [Span(scene.say("off \(snoozed) ", "缓 \(snoozed) "), .headerBar)])
    }
}
