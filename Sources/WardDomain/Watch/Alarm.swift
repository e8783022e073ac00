/// An open end with whoever answers for it and what was said to it. It is derived anew each time, never stored.
public struct Alarm: Hashable, Sendable {
    /// Who answers for an alarm.
    public enum Owner: Hashable, Sendable {
        case staff(Badge)
        case role(StaffRole)

        /// For lists: the badge, or the role's code.
        public var code: String {
            switch self {
            case .staff(let badge): badge.rawValue
            case .role(let role): role.rawValue
            }
        }
    }

    /// What was done about it so far.
    public enum State: Hashable, Sendable {
        case open
        /// Somebody has seen it and sees to it: she is its owner from then.
        case acknowledged(AlarmAnswer)
        /// Somebody put it off with a reason, until a time; then it is open again.
        case snoozed(AlarmAnswer, until: Moment)

        public var code: String {
            switch self {
            case .open: "open"
            case .acknowledged: "acknowledged"
            case .snoozed: "snoozed"
            }
        }
    }

    public let end: OpenEnd
    public let owner: Owner
    public let state: State

    public var kind: OpenEnd.Kind { end.kind }
    public var priority: OpenEnd.Priority { end.priority }

    /// What was said to it last; nil while nobody did.
    public var answer: AlarmAnswer? {
        switch state {
        case .open: nil
        case .acknowledged(let answer), .snoozed(let answer, _): answer
        }
    }

    public var isSnoozed: Bool {
        if case .snoozed = state { true } else { false }
    }
}

extension WardState {
    /// Every alarm at a moment: those that nobody put off first, then by priority, then the longest.
    public func alarms(now: ClockReading, rules: ClinicalRules) -> [Alarm] {
        let alarms = openEnds(now: now, rules: rules).map { end -> Alarm in
            let answer = answer(to: end)
            return Alarm(end: end, owner: owner(of: end, answer), state: state(answer, now))
        }
        return alarms.filter { !$0.isSnoozed } + alarms.filter(\.isSnoozed)
    }

    private func state(_ answer: AlarmAnswer?, _ now: ClockReading) -> Alarm.State {
        guard let answer else { return .open }
        guard let until = answer.until else { return .acknowledged(answer) }
        return until > now.moment ? .snoozed(answer, until: until) : .open
    }

    private func answer(to end: OpenEnd) -> AlarmAnswer? {
        switch end.about {
        case .admission(let id), .newborn(_, let id), .caesarean(_, let id):
            admissions[id]?.alarmAnswers.first { $0.isTo(end) }
        case .checklist(let id): checklists[id]?.alarmAnswers.first { $0.isTo(end) }
        case .finding(let id): findings[id]?.alarmAnswers.first { $0.isTo(end) }
        }
    }

    /// Whoever acknowledged it; else whoever has the baby or is in charge of the mother; else the charge nurse.
    private func owner(of end: OpenEnd, _ answer: AlarmAnswer?) -> Alarm.Owner {
        if let answer, answer.until == nil { return .staff(answer.by) }
        let chargeNurse = plan.inCharge.map { Alarm.Owner.staff($0) } ?? .role(.chargeNurse)
        switch end.about {
        case .newborn(let baby, let mother):
            guard end.kind.isCustodians, let story = admissions[mother],
                let newborn = story.newborns.first(where: { $0.id == baby })
            else { return chargeNurse }
            if case .staff(let badge) = newborn.custody.custodian { return atWork(badge) ?? chargeNurse }
            return story.inCharge.flatMap(atWork) ?? chargeNurse
        case .admission(let id), .caesarean(_, let id):
            return admissions[id]?.inCharge.flatMap(atWork) ?? chargeNurse
        case .checklist: return chargeNurse
        case .finding(let id): return findings[id]?.owner.flatMap(atWork) ?? chargeNurse
        }
    }

    /// Somebody who still works here and has not gone off duty.
    private func atWork(_ badge: Badge) -> Alarm.Owner? {
        guard let member = roster[badge], !member.retired, member.isOnDuty != false else { return nil }
        return .staff(badge)
    }
}

extension OpenEnd.Kind {
    /// False for what is not the custodian's own to settle.
    fileprivate var isCustodians: Bool {
        ![.mismatchUncleared, .custodianOffDuty, .identityInDoubt, .rebandingOwed].contains(self)
    }
}

/// An alarm that is over: what it was, for how long, and how it ended.
public struct EndedAlarm: Hashable, Sendable {
    public let end: OpenEnd
    public let endedAt: Moment
    public let how: Phrase
    public let by: Badge?
    /// The story of the baby and its mother, which may be closed since.
    public let story: Admission

    /// For how long an alarm is told of after its end, in seconds.
    public static let toldForSeconds = 24 * 3600
}

extension WardState {
    /// Alarms about newborns that ended within the last day, the newest first.
    ///
    /// - Parameter waits: those that ended within the day, as the ledger has them.
    public func endedAlarms(_ waits: [EndedWaitRow], now: ClockReading, rules: ClinicalRules) -> [EndedAlarm] {
        let oldest = now.moment.advanced(seconds: -EndedAlarm.toldForSeconds)
        let open = admissions.values.filter { $0.mergedInto == nil }
        let ended =
            waits.compactMap { $0.alarm(roster, rules.watch) }
            + open.flatMap { $0.backOnDuty(roster, rules.watch) }
        return ended.filter { $0.endedAt >= oldest }.sorted {
            ($1.endedAt, $0.end.about.id, $0.end.kind.rawValue) < ($0.endedAt, $1.end.about.id, $1.end.kind.rawValue)
        }
    }
}

extension EndedWaitRow {
    /// The alarm that it was; nil where it ended in time.
    fileprivate func alarm(_ roster: Roster, _ limits: WatchLimits) -> EndedAlarm? {
        guard let end = story.openEnd(ended.wait, at: ended.endedAt, in: ended.place, roster, limits) else {
            return nil
        }
        return EndedAlarm(
            end: end, endedAt: ended.endedAt.moment, how: Phrase(en: ended.how, zhHans: ended.howZhHans),
            by: ended.by, story: story)
    }
}

extension Admission {
    /// Custody with somebody who went off duty ends as well when she comes back on.
    fileprivate func backOnDuty(_ roster: Roster, _ limits: WatchLimits) -> [EndedAlarm] {
        waits.filter { $0.kind == .custodianOffDuty }.flatMap { wait -> [EndedAlarm] in
            guard let badge = wait.custodian, let duty = roster[badge]?.duty else { return [] }
            return zip(duty, duty.dropFirst()).compactMap { off, on in
                guard on.on, !off.on, !on.at.isBefore(wait.since) else { return nil }
                let since = off.at.orLater(wait.since)
                let end = OpenEnd(
                    .custodianOffDuty, .newborn(wait.newborn, of: id), since: since.moment,
                    secondsLate: since.interval(to: on.at).seconds)
                let how = Phrase(en: "on duty again: \(badge)", zhHans: "已返岗：\(badge)")
                return EndedAlarm(end: end, endedAt: on.at.moment, how: how, by: badge, story: self)
            }
        }
    }
}
