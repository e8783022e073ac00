import WardDomain

/// The time, by questions whose answers stay the same for as long as can be: a drawing is kept until one of them changes.
extension Scene {
    /// Both clocks. What asks for them is drawn anew with every second.
    public var now: Now {
        let second = instant.moment.milliseconds / 1000 * 1000
        timeShown?.narrow(from: second, through: second + 999)
        return instant
    }

    /// How far local time is ahead of UTC.
    public var offset: LocalOffset { instant.offset }

    /// The day here.
    public var today: CalendarDay {
        let today = instant.today
        timeShown?.narrow(from: start(of: today), through: start(of: today.advanced(days: 1)) - 1)
        return today
    }

    private func start(of day: CalendarDay) -> Int64 {
        Moment(day: day, hour: 0, minute: 0, offset).milliseconds
    }

    /// Whether a moment has come; true from that very moment on.
    func hasCome(_ moment: Moment) -> Bool {
        guard moment <= instant.moment else {
            timeShown?.narrow(through: moment.milliseconds - 1)
            return false
        }
        timeShown?.narrow(from: moment.milliseconds)
        return true
    }

    /// Whether a moment is past; not yet at that very moment.
    func isPast(_ moment: Moment) -> Bool {
        guard moment < instant.moment else {
            timeShown?.narrow(through: moment.milliseconds)
            return false
        }
        timeShown?.narrow(from: moment.milliseconds + 1)
        return true
    }

    /// How long ago a moment was, in the words of this terminal.
    func short(since moment: Moment) -> String {
        let seconds = moment.seconds(to: instant.moment)
        let same = Durations.saidAlike(seconds)
        timeShown?.narrow(
            from: moment.advanced(seconds: same.lowerBound).milliseconds,
            through: moment.advanced(seconds: same.upperBound).milliseconds - 1)
        return say(Durations.words(seconds))
    }

    /// How long it is to a moment, in the words of this terminal.
    func short(until moment: Moment) -> String {
        let seconds = instant.moment.seconds(to: moment)
        let same = Durations.saidAlike(seconds)
        timeShown?.narrow(
            from: moment.advanced(seconds: -same.upperBound).milliseconds + 1,
            through: moment.advanced(seconds: -same.lowerBound).milliseconds)
        return say(Durations.words(seconds))
    }

    /// `18:42`, with the day before it when it is not today.
    public func time(_ moment: Moment) -> String {
        let local = LocalTime(moment, offset)
        return local.day == today ? local.hourMinute : "\(local.day) \(local.hourMinute)"
    }

    /// `18:42` today, `11-21 18:42` on another day.
    func shortTime(_ moment: Moment) -> String {
        let local = LocalTime(moment, offset)
        return local.day == today ? local.hourMinute : "\(local.day.description.suffix(5)) \(local.hourMinute)"
    }

    /// Whether a finding is open past its limit.
    func isOverdue(_ finding: Finding) -> Bool {
        finding.overdueFrom.map(hasCome) ?? false
    }
}
