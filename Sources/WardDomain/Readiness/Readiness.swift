/// What readiness is reckoned from: the checks of the last while, each kit's last full check, and its defects.
public struct ReadinessHistory: Hashable, Sendable {
    /// A finished check in few words.
    public struct Checked: Codable, Hashable, Sendable {
        public let id: KitCheckID
        public let kit: String
        public let scope: KitCheckScope
        public let shift: String?
        public let shiftDay: CalendarDay?
        public let finishedAt: Moment
        public let finishedBy: Badge?
        public let seal: String?
        public let isSound: Bool

        public init(
            id: KitCheckID, kit: String, scope: KitCheckScope, shift: String?, shiftDay: CalendarDay?,
            finishedAt: Moment, finishedBy: Badge?, seal: String?, isSound: Bool
        ) {
            self.id = id
            self.kit = kit
            self.scope = scope
            self.shift = shift
            self.shiftDay = shiftDay
            self.finishedAt = finishedAt
            self.finishedBy = finishedBy
            self.seal = seal
            self.isSound = isSound
        }

        /// Nil for a check that is going or void.
        public init?(_ check: KitCheck) {
            guard let kit = check.kit, let finished = check.finishedAt, !check.voided else { return nil }
            self.init(
                id: check.id, kit: kit.id, scope: check.scope, shift: check.shift, shiftDay: check.shiftDay,
                finishedAt: finished.moment, finishedBy: check.finishedBy, seal: check.seal, isSound: check.isSound)
        }
    }

    /// Newest first.
    public var checks: [Checked] = []
    /// The last finished full check of each kit.
    public var lastFull: [String: KitCheck] = [:]
    /// What was last done to each kit.
    public var lastCare: [String: KitCheck] = [:]
    /// The place and keeper that each kit was last given.
    public var lastPost: [String: KitCheck] = [:]
    /// Defects of kits, open ones and those closed in the while.
    public var defects: [Finding] = []

    public init() {}
}

/// How one kit stands now.
public struct KitStanding: Hashable, Sendable {
    /// Whether a check that is due was made.
    public enum Due: Hashable, Sendable {
        case done
        case due
        case overdue
    }

    /// An item whose expiry is near or past.
    public struct Expiry: Hashable, Sendable {
        public let item: Kit.Item
        public let day: CalendarDay
        public let isPast: Bool
    }

    /// Of the month's shifts that are over or checked: how many the kit was found in order in, and how many nobody checked it in.
    public struct Month: Hashable, Sendable {
        public let shifts: Int
        public let functional: Int
        public let notChecked: Int

        public init(shifts: Int, functional: Int, notChecked: Int) {
            self.shifts = shifts
            self.functional = functional
            self.notChecked = notChecked
        }

        /// Whole percent, rounded down; nil before the first shift.
        public var percent: Int? { shifts == 0 ? nil : functional * 100 / shifts }
    }

    public let kit: Kit
    /// The seal or the whole, in this shift; the whole where its rhythm is the shift. Nil where no shift looks at it.
    public let thisShift: Due?
    /// The full check, in the time that its rhythm gives it.
    public let full: Due
    /// When the next check falls due; in the past where one is due now.
    public let nextDue: Moment
    /// The kit was used and is to be full again; nil where it is not.
    public let restock: Finding?
    public let lastCare: KitCheck?
    /// Nil while nobody gave it a place and a keeper.
    public let post: KitPost?
    /// True when the seal was last found to differ, and no full check has been made since.
    public let sealDiffers: Bool
    public let seal: String?
    public let last: ReadinessHistory.Checked?
    public let defects: [Finding]
    /// The earliest first.
    public let expiries: [Expiry]
    /// Nil where no shift looks at the kit.
    public let month: Month?

    public init(
        _ kit: Kit, _ history: ReadinessHistory, rules: ReadinessRules, now: Moment, _ offset: LocalOffset
    ) {
        let local = LocalTime(now, offset)
        let checks = history.checks.filter { $0.kit == kit.id && ($0.scope == .full || $0.scope == .seal) }
        let shift = rules.shift(at: local)
        let lastFull = history.lastFull[kit.id]?.finishedAt?.moment
        self.kit = kit
        last = checks.max { $0.finishedAt < $1.finishedAt }
        let looks = kit.rhythm == .shift ? checks.filter { $0.scope == .full } : checks
        let inShift = looks.contains { $0.shift == shift?.shift.id && $0.shiftDay == shift?.day }
        let clock = Clock(now: now, offset: offset, rules: rules, shift: shift)
        let ofShift = kit.rhythm.isOfEachShift ? clock.shiftDue(isDone: inShift) : nil
        thisShift = ofShift
        full = kit.rhythm == .shift ? ofShift ?? .due : clock.fullDue(kit.rhythm, last: lastFull)
        nextDue = clock.next(kit.rhythm, isShiftDone: inShift, last: lastFull)
        let lastSeal = checks.filter { $0.scope == .seal }.max { $0.finishedAt < $1.finishedAt }
        sealDiffers =
            lastSeal.map { !$0.isSound && $0.finishedAt > (lastFull ?? Moment(milliseconds: .min)) } ?? false
        seal = history.lastFull[kit.id]?.seal
        defects = history.defects.filter { $0.isOpen && $0.kit == kit.id }
        restock = defects.first { $0.isRestock }
        lastCare = history.lastCare[kit.id]
        post = history.lastPost[kit.id]?.post
        expiries = Self.expiries(of: kit, history.lastFull[kit.id], rules, local.day)
        month =
            kit.rhythm.isOfEachShift
            ? Self.month(looks, history.defects.filter { $0.kit == kit.id }, rules, now, offset) : nil
    }

    /// Those of the last full check that fall within the library's months; exactly so many months ahead is within.
    private static func expiries(
        of kit: Kit, _ check: KitCheck?, _ rules: ReadinessRules, _ today: CalendarDay
    ) -> [Expiry] {
        let horizon = rules.expiryHorizon(from: today)
        return kit.items.compactMap { item -> Expiry? in
            guard let day = check?.marks[item.id]?.expiry, day <= horizon else { return nil }
            return Expiry(item: item, day: day, isPast: day < today)
        }.sorted { ($0.day, $0.item.id) < ($1.day, $1.item.id) }
    }

    /// A shift is functional when a check in it found all in order and no defect of the kit outlasted it; one without a
    /// check is not checked, and counts as nothing better.
    private static func month(
        _ checks: [ReadinessHistory.Checked], _ defects: [Finding], _ rules: ReadinessRules, _ now: Moment,
        _ offset: LocalOffset
    ) -> Month {
        let period = Period.month.around(LocalTime(now, offset).day)
        let byShift = Dictionary(grouping: checks, by: \.shiftDay)
        let shifts = rules.shifts(of: period, until: now, offset).filter { shift in
            rules.end(of: shift, offset) <= now
                || byShift[shift.day]?.contains { $0.shift == shift.shift.id } == true
        }
        var functional = 0
        var notChecked = 0
        for shift in shifts {
            let mine = byShift[shift.day]?.filter { $0.shift == shift.shift.id } ?? []
            let end = min(rules.end(of: shift, offset), now)
            guard !mine.isEmpty else {
                notChecked += 1
                continue
            }
            let isBroken = defects.contains { defect in
                guard let opened = defect.openedAt?.moment, opened <= end else { return false }
                return defect.closing.map { $0.at.moment > end } ?? true
            }
            let last = mine.max { $0.finishedAt < $1.finishedAt }
            if last?.isSound == true, !isBroken { functional += 1 }
        }
        return Month(shifts: shifts.count, functional: functional, notChecked: notChecked)
    }
}
