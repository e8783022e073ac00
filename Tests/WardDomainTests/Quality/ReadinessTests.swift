import Testing
import WardDomain

@Suite struct ReadinessTests {
    static let today = CalendarDay("2026-11-22")!

    @Test func aKitNobodyCheckedIsNeverFine() {
        let ward = WardFixture()

        #expect(ward.cart.thisShift == .overdue)
        #expect(ward.cart.full == .overdue)
        #expect(ward.cart.last == nil)
        #expect(ward.cart.month?.functional == 0)
        #expect(ward.cart.month?.notChecked == ward.cart.month?.shifts)
        #expect(ward.cart.month?.percent == 0)
    }

    @Test func anItemWithoutAMarkIsNotChecked() throws {
        var ward = WardFixture()
        let check = try ward.beginCheck()
        #expect(ward.refusal(of: FinishKitCheck(check: check)) == .nothingToRecord)
        try ward.record(CheckKitItem(check: check, item: "bag", result: .inOrder))
        try ward.record(FinishKitCheck(check: check))

        let done = try #require(ward.everyCheck.first)
        #expect(done.notChecked.map(\.id) == ["blade", "drug"])
        #expect(!done.isSound)
        #expect(ward.ward.kitChecks.isEmpty)
        #expect(ward.refusal(of: FinishKitCheck(check: check)) == .kitCheckUnknown)
    }

    @Test func aGapIsADefectWithAnOwner() throws {
        var ward = WardFixture()
        let check = try ward.beginCheck()
        try ward.record(
            CheckKitItem(check: check, item: "blade", result: .gap, quantity: 1, batteryWorks: false, owner: .nurse))
        try ward.record(CheckKitItem(check: check, item: "bag", result: .gap), by: .doctor)
        try ward.record(CheckKitItem(check: check, item: "bag", result: .gap, note: "torn"), by: .doctor)

        let defects = ward.everyFinding
        #expect(defects.map(\.item) == ["blade", "bag"])
        #expect(defects.map(\.owner) == [.nurse, .doctor])
        #expect(defects.allSatisfy { $0.kind == .defect && $0.kit == "cart" && $0.limit?.day == Self.today })
        #expect(defects[0].what.contains("1/2") && defects[0].what.contains("battery"))
        #expect(ward.cart.defects.count == 2)
        try ward.record(FinishKitCheck(check: check))
        #expect(ward.everyCheck.first?.isSound == false)
    }

    @Test(arguments: [
        (CheckKitItem(check: KitCheckID("c"), item: "blade", result: .inOrder, quantity: 1), Refusal.gapNotInOrder),
        (CheckKitItem(check: KitCheckID("c"), item: "blade", result: .inOrder, quantity: 2), nil),
        (CheckKitItem(check: KitCheckID("c"), item: "blade", result: .inOrder, batteryWorks: false), .gapNotInOrder),
        (
            CheckKitItem(check: KitCheckID("c"), item: "drug", result: .inOrder, expiry: today.advanced(days: -1)),
            .gapNotInOrder
        ),
        (CheckKitItem(check: KitCheckID("c"), item: "drug", result: .inOrder, expiry: today), nil),
        (CheckKitItem(check: KitCheckID("c"), item: "drug", result: .gap, expiry: today.advanced(days: -1)), nil),
        (
            CheckKitItem(check: KitCheckID("c"), item: "blade", result: .gap, quantity: -1),
            .outOfRange(field: "quantity", allowed: "0-999")
        ),
        (
            CheckKitItem(check: KitCheckID("c"), item: "blade", result: .gap, quantity: 1000),
            .outOfRange(field: "quantity", allowed: "0-999")
        ),
        (
            CheckKitItem(check: KitCheckID("c"), item: "nothing", result: .gap),
            .codeUnknown(field: "item", code: "nothing")
        ),
        (CheckKitItem(check: KitCheckID("c"), item: "blade", result: .gap, owner: "X9"), .badgeUnknown("X9")),
    ])
    func whatIsShortOrExpiredIsNoOrder(command: CheckKitItem, refusal: Refusal?) throws {
        var ward = WardFixture()
        var command = command
        command.check = try ward.beginCheck()

        #expect(ward.refusal(of: command) == refusal)
    }

    @Test func oneCheckOfAKitGoesAtATime() throws {
        var ward = WardFixture()
        let check = try ward.beginCheck()
        #expect(ward.refusal(of: BeginKitCheck(kit: "cart")) == .kitCheckGoing)
        #expect(ward.refusal(of: BeginKitCheck(kit: "other")) == .kitUnknown("other"))
        #expect(ward.refusal(of: VoidKitCheck(check: check, reason: " ")) == .reasonNeeded)

        try ward.record(VoidKitCheck(check: check, reason: "wrong cart"))

        #expect(ward.refusal(of: BeginKitCheck(kit: "cart")) == nil)
        #expect(ward.readinessHistory.checks.isEmpty)
    }

    @Test func aSealHoldsWhenItIsTheOneThatWasPutOn() throws {
        var ward = WardFixture()
        #expect(ward.refusal(of: CheckKitSeal(kit: "cart", seal: "S100")) == .kitNeverSealed)
        try ward.soundCheck(seal: "s100")
        ward.wait(seconds: 3600)
        try ward.record(CheckKitSeal(kit: "cart", seal: "S100 "))
        #expect(ward.everyCheck.last?.isSound == true)
        #expect(!ward.cart.sealDiffers)

        ward.wait(seconds: 3600)
        try ward.record(CheckKitSeal(kit: "cart", seal: "S101"))

        #expect(ward.everyCheck.last?.isSound == false)
        #expect(ward.cart.sealDiffers)
        ward.wait(seconds: 60)
        try ward.soundCheck(seal: "S101")
        #expect(!ward.cart.sealDiffers)
        #expect(ward.cart.seal == "S101")
    }

    /// Shifts begin at 8:00, 16:00 and 23:30; a check that is due is overdue two hours into its shift.
    @Test(arguments: [
        (16, 0, 0, KitStanding.Due.due), (17, 59, 59, .due), (18, 0, 0, .overdue), (23, 29, 59, .overdue),
        (23, 30, 0, .due),
    ])
    func aCheckIsDueWithItsShift(hour: Int, minute: Int, second: Int, due: KitStanding.Due) throws {
        var ward = WardFixture(at: Moment(day: Self.today, hour: 15, minute: 59, .fixed(seconds: 28800)))
        try ward.soundCheck()
        #expect(ward.cart.thisShift == .done)

        ward.turn(to: Self.today, hour, minute, second: second)

        #expect(ward.cart.thisShift == due)
        #expect(ward.cart.full == .done)
    }

    /// A whole day after the last full check, and two hours more.
    @Test(arguments: [(0, 0, 0, KitStanding.Due.due), (17, 59, 59, .due), (18, 0, 0, .overdue)])
    func aFullCheckIsDueEveryDay(hour: Int, minute: Int, second: Int, due: KitStanding.Due) throws {
        var ward = WardFixture(at: Moment(day: Self.today, hour: 16, minute: 0, .fixed(seconds: 28800)))
        try ward.soundCheck()

        ward.turn(to: Self.today.advanced(days: 1), hour, minute, second: second)

        #expect(ward.cart.full == due)
    }

    @Test func aNightShiftBelongsToTheDayOnWhichItBegan() throws {
        let rules = SampleRules.readiness
        let tomorrow = Self.today.advanced(days: 1)
        func shift(_ day: CalendarDay, _ hour: Int, _ minute: Int) -> ReadinessRules.ShiftOfDay? {
            let offset = LocalOffset.fixed(seconds: 28800)
            return rules.shift(at: LocalTime(Moment(day: day, hour: hour, minute: minute, offset), offset))
        }
        #expect(shift(Self.today, 23, 29)?.shift.id == "evening")
        #expect(shift(Self.today, 23, 30)?.shift.id == "night")
        #expect(shift(tomorrow, 7, 59)?.day == Self.today)
        #expect(shift(tomorrow, 7, 59)?.shift.id == "night")
        #expect(shift(tomorrow, 8, 0)?.day == tomorrow)
    }

    @Test(arguments: [("2027-02-22", true), ("2027-02-23", false), ("2026-11-22", true), ("2027-01-01", true)])
    func anExpiryWithinThreeMonthsIsFlagged(day: String, isFlagged: Bool) throws {
        var ward = WardFixture()
        try ward.soundCheck(expiry: CalendarDay(day))

        #expect(ward.cart.expiries.map(\.item.id) == (isFlagged ? ["drug"] : []))
        #expect(ward.cart.expiries.allSatisfy { !$0.isPast })
    }

    @Test(arguments: [("2026-11-30", "2027-02-28"), ("2027-11-30", "2028-02-29"), ("2026-12-31", "2027-03-31")])
    func threeMonthsAheadIsACalendarDay(today: String, last: String) {
        #expect(SampleRules.readiness.expiryHorizon(from: CalendarDay(today)!) == CalendarDay(last))
    }

    @Test func anExpiryTurnsPastAtMidnight() throws {
        var ward = WardFixture()
        try ward.soundCheck(expiry: Self.today)
        #expect(ward.cart.expiries.first?.isPast == false)
        ward.turn(to: Self.today.advanced(days: 1), 0, 0)
        #expect(ward.cart.expiries.first?.isPast == true)
    }

    /// The first of December: two shifts are over, the night's share is the old day's.
    @Test func theMonthsShareCountsShiftsThatWereInOrder() throws {
        let first = CalendarDay("2026-12-01")!
        var ward = WardFixture(at: Moment(day: first, hour: 9, minute: 0, .fixed(seconds: 28800)))
        try ward.soundCheck()
        #expect(ward.cart.month == KitStanding.Month(shifts: 1, functional: 1, notChecked: 0))

        ward.turn(to: first, 17, 0)
        #expect(ward.cart.month == KitStanding.Month(shifts: 1, functional: 1, notChecked: 0))
        ward.turn(to: first, 23, 30)
        #expect(ward.cart.month == KitStanding.Month(shifts: 2, functional: 1, notChecked: 1))
        #expect(ward.cart.month?.percent == 50)
        try ward.record(OpenFinding(kind: .defect, what: "pump broken", kit: "cart"))
        try ward.record(CheckKitSeal(kit: "cart", seal: "S100"))
        #expect(ward.cart.month == KitStanding.Month(shifts: 3, functional: 1, notChecked: 1))
        let defect = try #require(ward.ward.findings.keys.first)
        ward.wait(seconds: 600)
        try ward.record(CloseFinding(finding: defect, how: "repaired"))
        #expect(ward.cart.month == KitStanding.Month(shifts: 3, functional: 2, notChecked: 1))
        #expect(ward.cart.month?.percent == 66)
    }
}
