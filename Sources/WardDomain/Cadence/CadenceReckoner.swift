/// Counts what was held in which local period.
struct CadenceReckoner {
    private let history: DutyHistory
    private let roster: Roster
    private let rules: ClinicalRules
    private let today: CalendarDay
    private let offset: LocalOffset

    init(
        _ history: DutyHistory, _ roster: Roster, _ rules: ClinicalRules, _ today: CalendarDay, _ offset: LocalOffset
    ) {
        self.history = history
        self.roster = roster
        self.rules = rules
        self.today = today
        self.offset = offset
    }

    func drills(in period: PeriodDays) -> [DutyHistory.DrillHeld] {
        history.drills.filter { period.contains($0.startedAt.localDay(offset)) }
    }

    func standing(of duty: CadenceRules.Duty) -> Cadence.Standing {
        let period = duty.period.around(today)
        guard duty.each.isEmpty else { return personal(duty, period) }
        let days = days(of: duty)
        return Cadence.Standing(
            duty: duty, period: period, done: days.count(where: period.contains), wanted: duty.times,
            last: days.filter { $0 <= today }.max(),
            missedPrevious: wasInUse(before: period) && days.count(where: period.previous.contains) < duty.times)
    }

    /// A duty of each person: done by all of them, missed when one who has ever had it lacks the period before.
    private func personal(_ duty: CadenceRules.Duty, _ period: PeriodDays) -> Cadence.Standing {
        let owing = roster.active.filter { member in duty.each.contains { $0.includes(member) } }
        let all = owing.map { days(of: duty, by: $0.badge) }
        let missed = all.contains { days in
            !days.isEmpty && days.count(where: period.contains) < duty.times
                && days.count(where: period.previous.contains) < duty.times
        }
        return Cadence.Standing(
            duty: duty, period: period, done: all.count { $0.count(where: period.contains) >= duty.times },
            wanted: owing.count, last: all.joined().filter { $0 <= today }.max(),
            missedPrevious: wasInUse(before: period) && missed)
    }

    func standing(of minimum: CadenceRules.Minimum) -> Cadence.MinimumStanding {
        let year = Period.year.around(today)
        return Cadence.MinimumStanding(
            minimum: minimum, done: drills(in: year).count { minimum.protocols.contains($0.drillProtocol) })
    }

    func byWork(_ drills: [DutyHistory.DrillHeld]) -> [Work: Cadence.WorkShare] {
        let drilled = Set(drills.flatMap(\.team))
        return Dictionary(grouping: roster.active, by: \.work).mapValues { members in
            Cadence.WorkShare(drilled: members.count { drilled.contains($0.badge) }, staff: members.count)
        }
    }

    /// Everybody at work; those whose last drill is longest ago first.
    func people() -> [Cadence.Person] {
        let education = rules.cadence.duties.first { $0.rhythm == .continuingEducation }
        let people = roster.active.map { member in
            let lessons = education.map { days(of: $0, by: member.badge) } ?? []
            let owes = education.map { duty in
                duty.each.contains { $0.includes(member) }
                    && lessons.count(where: duty.period.around(today).contains) < duty.times
            }
            return Cadence.Person(
                member: member,
                lastDrill: history.drills.filter { $0.team.contains(member.badge) }.map(\.startedAt).max()?
                    .localDay(offset),
                lastTraining: history.rhythms
                    .filter { $0.rhythm?.isTraining == true && $0.participants.contains(member.badge) }
                    .compactMap(\.heldAt?.moment).max()?.localDay(offset),
                owesEducation: owes ?? false)
        }
        return people.sorted {
            ($0.lastDrill?.daysSinceEpoch ?? .min, $0.member.badge.rawValue)
                < ($1.lastDrill?.daysSinceEpoch ?? .min, $1.member.badge.rawValue)
        }
    }

    private func days(of duty: CadenceRules.Duty, by badge: Badge? = nil) -> [CalendarDay] {
        guard let rhythm = duty.rhythm else { return history.drills.map { $0.startedAt.localDay(offset) } }
        return history.rhythms
            .filter { held in held.rhythm == rhythm && (badge.map(held.participants.contains) ?? true) }
            .compactMap { $0.heldAt?.moment.localDay(offset) }
    }

    /// Whether the ward was in use for the whole of the period before.
    private func wasInUse(before period: PeriodDays) -> Bool {
        history.wardSince.map { $0.localDay(offset) < period.previous.first } ?? false
    }
}
