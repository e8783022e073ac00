/// What falls due when, seen from a moment.
extension KitStanding {
    /// The moment from which it is seen, with what decides about shifts and days.
    struct Clock {
        let now: Moment
        let offset: LocalOffset
        let rules: ReadinessRules
        /// Nil where the library has no shifts.
        let shift: ReadinessRules.ShiftOfDay?

        private var today: CalendarDay { now.localDay(offset) }

        private func midnight(of day: CalendarDay) -> Moment { Moment(day: day, hour: 0, minute: 0, offset) }

        /// Due with its shift, overdue so many minutes into it.
        func shiftDue(isDone: Bool) -> Due {
            if isDone { return .done }
            let into = shift.map { rules.start(of: $0, offset).seconds(to: now) / 60 } ?? 0
            return into >= rules.overdueMinutes ? .overdue : .due
        }

        /// Done in the day, month or quarter of the last one; then due. Overdue: of a day's check so many minutes after a
        /// whole day without, of a month's or quarter's once a whole one went by without.
        func fullDue(_ rhythm: KitRhythm, last: Moment?) -> Due {
            guard let last else { return .overdue }
            guard let period = rhythm.period?.around(today) else {
                if last.localDay(offset) == today { return .done }
                return last.seconds(to: now) >= 86400 + rules.overdueMinutes * 60 ? .overdue : .due
            }
            let day = last.localDay(offset)
            if day >= period.first { return .done }
            return day < period.previous.first ? .overdue : .due
        }

        /// The earlier of the shift's check and the full one.
        func next(_ rhythm: KitRhythm, isShiftDone: Bool, last: Moment?) -> Moment {
            let ofShift = shift.flatMap { shift -> Moment? in
                guard rhythm.isOfEachShift else { return nil }
                return isShiftDone ? rules.end(of: shift, offset) : rules.start(of: shift, offset)
            }
            let ofAll = rhythm == .shift ? nil : fullNext(rhythm, last: last)
            return [ofShift, ofAll].compactMap(\.self).min() ?? now
        }

        /// The first midnight after the day, month or quarter of the last one; now where there was none.
        private func fullNext(_ rhythm: KitRhythm, last: Moment?) -> Moment {
            guard let day = last?.localDay(offset) else { return now }
            let end = rhythm.period?.around(day).last ?? day
            return midnight(of: end.advanced(days: 1))
        }
    }
}
