/// How the steps of a run stand in time.
extension ChecklistRun {
    /// The running time, or the time until the end, without interruptions; nil before the start.
    public func elapsed(now: ClockReading) -> Interval? {
        elapsed(until: finishedAt ?? suspendedAt ?? Occurrence(now))
    }

    /// Seconds from moment zero to a step's mark, without interruptions; nil while it has none.
    public func elapsed(at step: ProtocolStep) -> Interval? {
        marks[step.id].flatMap { elapsed(until: $0.at) }
    }

    /// Seconds from moment zero to something that happened in the run, without interruptions.
    public func elapsed(until end: Occurrence) -> Interval? {
        guard let total = startedAt?.interval(to: end) else { return nil }
        let paused = pauses.reduce(0) { seconds, pause in
            guard pause.from.isBefore(end) else { return seconds }
            return seconds + pause.from.interval(to: end.isBefore(pause.to) ? end : pause.to).seconds
        }
        return Interval(seconds: total.seconds - paused, byWallClock: total.byWallClock)
    }

    /// How a step stands at a moment of the run.
    public func standing(of step: ProtocolStep, elapsedSeconds: Int) -> StepStanding {
        guard let mark = marks[step.id] else { return openStanding(of: step, elapsedSeconds: elapsedSeconds) }
        switch mark.result {
        case .missed: return .missed
        case .notApplicable: return .notApplicable
        case .done:
            guard let due = dueSeconds(of: step), let at = elapsed(at: step)?.seconds, at > due else { return .done }
            return .doneLate(by: at - due)
        }
    }

    private func openStanding(of step: ProtocolStep, elapsedSeconds: Int) -> StepStanding {
        switch branch(to: step) {
        case .waiting: return .waiting
        case .notChosen: return .notChosen
        case .always, .chosen: break
        }
        guard let due = dueSeconds(of: step) else { return .open }
        return elapsedSeconds > due ? .openLate(by: elapsedSeconds - due) : .open
    }

    /// Seconds from moment zero by which a step should be done; nil where nothing says so, or not yet.
    ///
    /// A step whose branch was opened by an answer after the question's own time has as long from that answer as the
    /// protocol leaves between the two targets (design).
    public func dueSeconds(of step: ProtocolStep) -> Int? {
        guard let target = step.targetSeconds else { return nil }
        if let from = step.countsFrom {
            guard let mark = marks[from], mark.result == .done else { return nil }
            return elapsed(until: mark.at).map { $0.seconds + target }
        }
        switch branch(to: step) {
        case .always, .notChosen: return target
        case .waiting: return nil
        case .chosen(let at):
            guard let question = question(of: step), let questionTarget = question.targetSeconds,
                let questionDue = dueSeconds(of: question)
            else { return target }
            return max(at, questionDue) + max(0, target - questionTarget)
        }
    }

    /// When a step that is done again and again is due next, in seconds from moment zero; nil for any other.
    public func nextRepeat(of step: ProtocolStep) -> Int? {
        guard let every = step.repeatSeconds, let mark = marks[step.id], mark.result == .done else { return nil }
        return elapsed(until: (repeats[step.id]?.last ?? mark).at).map { $0.seconds + every }
    }

    /// Every time at which a step was done, and how late each repetition came after its interval; the first one is held
    /// against the target, so it has no lateness here.
    public func times(of step: ProtocolStep) -> [(seconds: Int, lateBy: Int)] {
        var before: Int?
        return marksInOrder(of: step.id).filter { $0.result == .done }.compactMap { mark in
            guard let at = elapsed(until: mark.at)?.seconds else { return nil }
            defer { before = at }
            guard let before, let every = step.repeatSeconds else { return (at, 0) }
            return (at, max(0, at - before - every))
        }
    }

    /// The steps that are due again, the longest overdue first.
    public func dueAgain(elapsedSeconds: Int) -> [ProtocolStep] {
        guard isRunning else { return [] }
        let due = (drillProtocol?.steps ?? []).compactMap { step in
            nextRepeat(of: step).flatMap { $0 <= elapsedSeconds ? (step, $0) : nil }
        }
        return due.sorted { $0.1 < $1.1 }.map(\.0)
    }
}

/// How a step stands: late means later than its target, by whole seconds.
public enum StepStanding: Hashable, Sendable {
    case open
    case openLate(by: Int)
    case done
    case doneLate(by: Int)
    case missed
    case notApplicable
    /// It depends on an answer that nobody has given yet.
    case waiting
    /// Another answer was given: not applicable by branch.
    case notChosen
}
