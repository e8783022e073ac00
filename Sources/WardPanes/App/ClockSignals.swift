import ScreenGrid
import WardDomain

/// Notices when a running caesarean passes two thirds of its target, five minutes left, or the target: the bell rings once.
struct ClockSignals: Sendable {
    private var known: [CaesareanID: StyleRole] = [:]

    /// Whether a clock has just become more urgent than it was.
    mutating func areDue(_ scene: Scene) -> Bool {
        let running = scene.ward.admissions.values.flatMap(\.runs).filter(\.isRunning)
        var roles: [CaesareanID: StyleRole] = [:]
        var isDue = false
        for run in running {
            let role = ClockPace(run, scene).role
            roles[run.id] = role
            if let before = known[run.id], before != role, role != .clockRunning { isDue = true }
        }
        known = roles
        return isDue
    }
}
