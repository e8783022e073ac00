/// How a part of the team came to a run: when it was called, when it arrived, and what that took.
public struct TeamTime: Hashable, Sendable {
    public let part: TeamPart
    /// Its own first call, or the one call of the whole team; nil while neither is recorded.
    public let calledAt: Occurrence?
    public let arrivedAt: Occurrence?

    /// From the call to the arrival; nil while either is missing, and where somebody was there before the call.
    public var interval: Interval? {
        guard let calledAt, let arrivedAt, !arrivedAt.isBefore(calledAt) else { return nil }
        return calledAt.interval(to: arrivedAt)
    }

    /// True where somebody was there before the call.
    public var wasHere: Bool {
        guard let calledAt, let arrivedAt else { return false }
        return arrivedAt.isBefore(calledAt)
    }

    /// Whether the arrival came within a limit; a limit that is met to the second is kept. Nil while it is not known.
    public func isWithin(_ limit: Int) -> Bool? {
        wasHere ? true : interval.map { $0.seconds <= limit }
    }
}

extension CaesareanRun {
    /// How each measured part of the team came.
    public var teamTimes: [TeamTime] { TeamPart.measured.map(teamTime) }

    /// How one part of the team came.
    public func teamTime(_ part: TeamPart) -> TeamTime {
        let called = calls.filter { $0.slot.part == part }.map(\.at).min { $0.isBefore($1) }
        return TeamTime(part: part, calledAt: called ?? marks[.call]?.at, arrivedAt: arrival(of: part))
    }

    /// Whether the newborn doctor was there when the first baby was born; nil while no arrival or no birth is recorded.
    public var newbornDoctorBeforeBirth: Bool? {
        guard let born = time(of: .delivery), let came = arrival(of: .newbornDoctor) else { return nil }
        return !born.isBefore(came)
    }

    /// The first of a part to come; the newborn team's milestone is its doctor's arrival.
    private func arrival(of part: TeamPart) -> Occurrence? {
        var times = arrivals.filter { $0.part == part }.map(\.at)
        if part == .newbornDoctor, let marked = marks[.newbornTeam]?.at { times.append(marked) }
        return times.min { $0.isBefore($1) }
    }

    /// The first call after the decision, where nothing of the usual order came before it: then it called the team.
    var firstCallOfAll: Occurrence? {
        let first = calls.map(\.at).filter { !$0.isBefore(decidedAt) }.min { $0.isBefore($1) }
        guard let first else { return nil }
        let later = marks.filter { !$0.key.floats && $0.key != .call }.map(\.value.at) + (end.map { [$0.at] } ?? [])
        return later.contains { $0.isBefore(first) } ? nil : first
    }

    /// The newborn doctor's arrival after the decision.
    var newbornDoctorCame: Occurrence? {
        arrivals.filter { $0.part == .newbornDoctor && !$0.at.isBefore(decidedAt) }.map(\.at).min { $0.isBefore($1) }
    }
}
