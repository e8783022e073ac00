/// How a drill went: critical steps in time of all critical ones.
public struct DrillScore: Codable, Hashable, Sendable {
    /// A step that came later than its target, by whole seconds.
    public struct Delay: Codable, Hashable, Sendable {
        public let step: String
        public let lateSeconds: Int
    }

    public let criticalInTime: Int
    /// Critical steps that applied.
    public let critical: Int
    /// Critical steps that were marked missed, or never marked.
    public let missedCritical: Int
    /// Critical steps that were done, but late: they count against the share and do not make the drill 'not met'.
    public let lateCritical: Int
    /// Critical steps of a branch that nobody decided: whether they applied is not known, so they count nowhere.
    public let undecidedCritical: Int
    /// Late steps, the longest delay first.
    public let delays: [Delay]

    /// Not met when a critical step was missed, whatever the share (design rule; clinical reference 7.0, recall).
    public var isMet: Bool { missedCritical == 0 && critical > 0 }

    /// Whole percent, rounded down; nil where no critical step applied.
    public var percent: Int? { critical == 0 ? nil : criticalInTime * 100 / critical }

    /// The score of a run; steps without a target time are in time when done.
    public init(_ run: ChecklistRun) {
        var inTime = 0
        var missed = 0
        var late = 0
        var undecided = 0
        var delays: [Delay] = []
        for step in run.drillProtocol?.steps ?? [] {
            let standing = run.standing(of: step, elapsedSeconds: 0)
            if case .doneLate(let by) = standing { delays.append(Delay(step: step.id, lateSeconds: by)) }
            guard step.critical, run.branch(to: step) != .notChosen else { continue }
            switch standing {
            case .done: inTime += 1
            case .missed, .open, .openLate: missed += 1
            case .doneLate: late += 1
            case .waiting: undecided += 1
            case .notApplicable, .notChosen: break
            }
        }
        criticalInTime = inTime
        critical = inTime + late + missed
        missedCritical = missed
        lateCritical = late
        undecidedCritical = undecided
        self.delays = delays.sorted { ($1.lateSeconds, $0.step) < ($0.lateSeconds, $1.step) }
    }
}
