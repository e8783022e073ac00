/// The watch over newborns: what waits in a story, judged by the site's limits and by who is on duty.
extension Admission {
    /// What is an alarm about her babies now.
    func newbornEnds(_ roster: Roster, now: ClockReading, rules: ClinicalRules) -> [OpenEnd] {
        waits.compactMap { wait in
            let place = newborns.first { $0.id == wait.newborn }?.custody.place
            return openEnd(wait, at: Occurrence(now), in: place, roster, rules.watch)
        }
    }

    /// The alarm that a wait is at a time, with the baby in a place; nil while it is none.
    func openEnd(
        _ wait: StoryWait, at time: Occurrence, in place: Place?, _ roster: Roster, _ limits: WatchLimits
    ) -> OpenEnd? {
        let about = OpenEnd.Subject.newborn(wait.newborn, of: id)
        let waited = wait.since.interval(to: time).seconds
        if let due = wait.due {
            guard due < time.moment else { return nil }
            return OpenEnd(wait.kind, about, since: due, secondsLate: due.seconds(to: time.moment))
        }
        switch wait.kind {
        case .newbornUnbanded:
            guard wasSeenUnbanded(wait, by: time) || isOver(waited, limits.unbanded, in: place) else { return nil }
        case .bandMissing: guard isOver(waited, limits.oneBand, in: place) else { return nil }
        case .motherBandUnchecked:
            guard let limit = limits.motherBandCheck, waited > limit.seconds else { return nil }
        case .cardMissing: guard let limit = limits.transferCard, waited > limit.seconds else { return nil }
        case .custodianOffDuty where wait.custodian != nil: return offDuty(wait, about, at: time, roster)
        default: break
        }
        return OpenEnd(wait.kind, about, since: wait.since.moment, secondsLate: waited)
    }

    /// Whether a head count found the baby without a band since the wait began.
    private func wasSeenUnbanded(_ wait: StoryWait, by time: Occurrence) -> Bool {
        guard let seen = newborns.first(where: { $0.id == wait.newborn })?.seenUnbandedAt else { return false }
        return !seen.isBefore(wait.since) && !time.isBefore(seen)
    }

    /// Outside the delivery suite a band that is missing is an alarm at once.
    private func isOver(_ waited: Int, _ limit: ClinicalRules.Target?, in place: Place?) -> Bool {
        guard let limit else { return true }
        return waited > limit.seconds || place?.isDeliverySuite == false
    }

    private func offDuty(
        _ wait: StoryWait, _ about: OpenEnd.Subject, at time: Occurrence, _ roster: Roster
    ) -> OpenEnd? {
        guard let off = wait.custodian.flatMap({ roster[$0] })?.offDuty(at: time) else { return nil }
        let since = off.orLater(wait.since)
        return OpenEnd(.custodianOffDuty, about, since: since.moment, secondsLate: since.interval(to: time).seconds)
    }
}
