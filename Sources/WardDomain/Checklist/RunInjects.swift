/// One surprise of a drill as it came.
public struct ShownInject: Hashable, Sendable {
    /// The scenario's own, where it is one.
    public let inject: String?
    public let text: Phrase
    public let signs: ExerciseSigns?
    /// Seconds from moment zero.
    public let atSeconds: Int
    /// True for one that came by itself at its time.
    public let isTimed: Bool
}

extension ChecklistRun {
    /// The surprises that have come by a second of the run, the first one first.
    ///
    /// A timed one needs nobody and no entry: its time stands in the scenario that the run keeps, and the run's clock,
    /// which stands still in a pause, brings it on every terminal at once. Sprung earlier by key, it does not come again.
    public func injects(bySecond elapsed: Int) -> [ShownInject] {
        let given = injects.compactMap { given in
            self.elapsed(until: given.at).map { at in
                ShownInject(
                    inject: given.inject, text: given.phrase, signs: given.signs, atSeconds: at.seconds, isTimed: false)
            }
        }
        let byKey = Set(injects.compactMap(\.inject))
        let timed = (scenario?.injects ?? []).compactMap { inject -> ShownInject? in
            guard let at = inject.atSeconds, at <= elapsed, !byKey.contains(inject.id) else { return nil }
            return ShownInject(
                inject: inject.id, text: inject.text, signs: inject.signs, atSeconds: at, isTimed: true)
        }
        return (given + timed).sorted { ($0.atSeconds, $0.inject ?? "") < ($1.atSeconds, $1.inject ?? "") }
    }

    /// The scenario's surprises that have not come yet.
    public func injectsToCome(afterSecond elapsed: Int) -> [DrillInject] {
        let come = Set(injects(bySecond: elapsed).compactMap(\.inject))
        return (scenario?.injects ?? []).filter { !come.contains($0.id) }
    }

    /// The signs that the team would see at a second of the run: the scenario's, with what the surprises changed.
    public func exerciseSigns(bySecond elapsed: Int) -> ExerciseSigns? {
        let changes = injects(bySecond: elapsed).compactMap(\.signs)
        let start = scenario?.signs
        guard start != nil || !changes.isEmpty else { return nil }
        return changes.reduce(start ?? ExerciseSigns()) { $0.overlaid(by: $1) }
    }
}
