/// A real emergency comes before every drill, wherever and by whatever way it was started.
extension DecisionContext {
    /// The suspensions of the drills that run, when the drafts start a real emergency now. One that is typed in
    /// afterwards suspends nothing.
    func interruptions(by drafts: [Draft]) -> [Draft] {
        guard !occurred.derived, drafts.contains(where: \.startsEmergency) else { return [] }
        let drills = ward.checklists.values.filter { run in
            guard run.isDrill, run.isRunning, run.suspendedAt == nil, let start = run.startedAt else { return false }
            return !occurred.isBefore(start)
        }
        return drills.sorted { $0.id.rawValue < $1.id.rawValue }.map { run in
            let suspended = ChecklistSuspended(
                reason: OwnWords.realEmergency.recorded(), cause: .emergency, drill: true)
            return draft(run.stream, suspended)
        }
    }
}

extension Draft {
    fileprivate var startsEmergency: Bool {
        switch fact {
        case is CaesareanDecided: true
        case let fact as ChecklistStarted: fact.drill == false
        case let fact as HeadCountStarted: fact.drill == nil && fact.purpose != .routine
        case let fact as HeadCountPurposeGiven: fact.drill == nil && fact.purpose != .routine
        default: false
        }
    }
}
