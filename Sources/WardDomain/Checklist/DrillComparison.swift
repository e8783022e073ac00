/// A team's run beside its own last run of the same protocol: step by step, by how many seconds faster or slower.
public struct DrillComparison: Hashable, Sendable {
    /// A step that was done in both runs.
    public struct Step: Hashable, Sendable {
        public let step: String
        /// From moment zero, in each run.
        public let before: Int
        public let now: Int

        /// Negative where the team was faster.
        public var change: Int { now - before }
    }

    /// In the order of the protocol.
    public let steps: [Step]
    public let before: DrillScore
    public let now: DrillScore

    public init(_ run: ChecklistRun, with earlier: ChecklistRun) {
        steps = (run.drillProtocol?.steps ?? []).compactMap { step in
            guard run.marks[step.id]?.result == .done, earlier.marks[step.id]?.result == .done,
                let now = run.elapsed(at: step)?.seconds, let known = earlier.drillProtocol?[step: step.id],
                let before = earlier.elapsed(at: known)?.seconds
            else { return nil }
            return Step(step: step.id, before: before, now: now)
        }
        before = DrillScore(earlier)
        now = DrillScore(run)
    }

    public var faster: Int { steps.count { $0.change < 0 } }
    public var slower: Int { steps.count { $0.change > 0 } }

    /// The middle one of all changes, of two middle ones the lower; nil where no step was done in both.
    public var medianChange: Int? {
        let changes = steps.map(\.change).sorted()
        return changes.isEmpty ? nil : changes[(changes.count - 1) / 2]
    }
}

extension DutyHistory {
    /// The drill that a run is compared with: of the same protocol, before it, the newest in which at least half of its
    /// team took part; nil where there is none.
    public func ownLast(before run: ChecklistRun) -> DrillHeld? {
        guard let id = run.drillProtocol?.id, let start = run.startedAt?.moment else { return nil }
        let team = Set(run.participants.map(\.badge))
        guard !team.isEmpty else { return nil }
        return drills.filter {
            $0.run != run.id && $0.drillProtocol == id && $0.startedAt < start
                && Set($0.team).intersection(team).count * 2 >= team.count
        }.max { $0.startedAt < $1.startedAt }
    }
}
