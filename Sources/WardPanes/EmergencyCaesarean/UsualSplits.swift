import WardDomain

/// What a stretch between two milestones usually takes: this ward's own median, or with too few cases what the
/// library plans for it.
struct UsualSplits {
    /// Seconds, and where they come from.
    struct Usual: Hashable {
        let seconds: Int
        let isOwn: Bool
    }

    let category: CaesareanCategory
    /// Of the same category in the last twelve months; nil while the ledger has not answered.
    let medians: SplitMedians?
    let rules: ClinicalRules

    func usual(from: Milestone, to: Milestone) -> Usual? {
        if let own = medians?.seconds(from: from, to: to) { return Usual(seconds: own, isOwn: true) }
        guard let start = planned(from), let end = planned(to), end >= start else { return nil }
        return Usual(seconds: end - start, isOwn: false)
    }

    /// What the best quarter of this ward's own cases took; nil with too few of them.
    func best(from: Milestone, to: Milestone) -> Int? {
        medians?.bestQuarter(from: from, to: to)
    }

    /// The time from the decision by which a milestone should be reached. The library plans a 30-minute case, so that a
    /// category 2 has a target for its delivery alone.
    func target(of milestone: Milestone) -> ClinicalRules.Target? {
        switch milestone {
        case .decision: rules.milestoneTargets[.decision]
        case .delivery: rules.categoryTargets[category]
        default: category == .one ? rules.milestoneTargets[milestone] : nil
        }
    }

    private func planned(_ milestone: Milestone) -> Int? {
        milestone == .decision ? 0 : target(of: milestone)?.seconds
    }

    /// Seconds from the decision at which the baby will be born if the rest takes what it usually takes: what is waited
    /// for beyond its usual time comes on top. At least the time that has gone by.
    func forecast(_ shown: ShownRun, elapsed: Int) -> Usual? {
        guard shown.run.isRunning, let reached = shown.run.elapsed(to: shown.furthest)?.seconds,
            let rest = usual(from: shown.furthest, to: .delivery)
        else { return nil }
        let next = Milestone.allCases.drop { $0 != shown.furthest }.dropFirst().first { !$0.floats }
        let way = next.flatMap { usual(from: shown.furthest, to: $0)?.seconds } ?? rest.seconds
        let late = max(0, elapsed - reached - way)
        return Usual(seconds: max(elapsed, reached + rest.seconds + late), isOwn: rest.isOwn)
    }
}
