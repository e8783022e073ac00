import Testing
import WardDomain

/// When the next check of a kit falls due: each shift, day, month, quarter. Shifts begin at 8:00, 16:00 and 23:30.
@Suite struct KitRhythmTests {
    private static let offset = LocalOffset.fixed(seconds: 28800)

    private static func moment(_ day: String, _ hour: Int, _ minute: Int = 0) -> Moment {
        Moment(day: CalendarDay(day)!, hour: hour, minute: minute, offset)
    }

    private func checked(_ kit: String, at moment: Moment) throws -> WardFixture {
        var ward = WardFixture(at: moment)
        let check = try ward.beginCheck(of: kit)
        try ward.record(CheckKitItem(check: check, item: "all", result: .inOrder))
        try ward.record(FinishKitCheck(check: check, second: .nurse))
        return ward
    }

    private func standing(_ kit: String, _ ward: WardFixture) throws -> KitStanding {
        ward.standing(try #require(ward.rules.readiness.kit(kit)))
    }

    /// Checked in the evening shift of 30 November, looked at later.
    @Test(arguments: [
        ("drugs", moment("2026-11-30", 18), KitStanding.Due.done, moment("2026-11-30", 23, 30)),
        ("drugs", moment("2026-11-30", 23, 29), .done, moment("2026-11-30", 23, 30)),
        ("drugs", moment("2026-11-30", 23, 30), .due, moment("2026-11-30", 23, 30)),
        ("drugs", moment("2026-12-01", 1, 29), .due, moment("2026-11-30", 23, 30)),
        ("drugs", moment("2026-12-01", 1, 30), .overdue, moment("2026-11-30", 23, 30)),
        ("supplies", moment("2026-11-30", 23, 59), .done, moment("2026-12-01", 0)),
        ("supplies", moment("2026-12-01", 0), .due, moment("2026-12-01", 0)),
        ("supplies", moment("2026-12-31", 23, 59), .due, moment("2026-12-01", 0)),
        ("supplies", moment("2027-01-01", 0), .overdue, moment("2026-12-01", 0)),
        ("contacts", moment("2026-12-31", 23, 59), .done, moment("2027-01-01", 0)),
        ("contacts", moment("2027-01-01", 0), .due, moment("2027-01-01", 0)),
        ("contacts", moment("2027-03-31", 23, 59), .due, moment("2027-01-01", 0)),
        ("contacts", moment("2027-04-01", 0), .overdue, moment("2027-01-01", 0)),
    ])
    func theFullCheckComesRound(kit: String, now: Moment, due: KitStanding.Due, next: Moment) throws {
        var ward = try checked(kit, at: Self.moment("2026-11-30", 17))
        ward.wait(seconds: ward.clock.moment.seconds(to: now))

        let standing = try standing(kit, ward)
        #expect(standing.full == due)
        #expect(standing.nextDue == next)
    }

    @Test func aShiftLooksOnlyAtWhatComesRoundEachShiftOrDay() throws {
        let ward = WardFixture()
        #expect(try standing("drugs", ward).thisShift != nil && standing("drugs", ward).month != nil)
        #expect(try standing("supplies", ward).thisShift == nil && standing("supplies", ward).month == nil)
        #expect(try standing("contacts", ward).full == .overdue)
    }

    /// The cart: its seal each shift, its whole each day.
    @Test func theNextOfACartIsTheEarlierOfShiftAndMidnight() throws {
        var ward = WardFixture(at: Self.moment("2026-11-30", 9))
        #expect(ward.cart.nextDue <= ward.clock.moment)
        try ward.soundCheck()
        #expect(ward.cart.nextDue == Self.moment("2026-11-30", 16))
        ward.wait(seconds: 8 * 3600)
        try ward.record(CheckKitSeal(kit: "cart", seal: "S100"))
        #expect(ward.cart.nextDue == Self.moment("2026-11-30", 23, 30))
        ward.wait(seconds: 6 * 3600 + 2000)
        try ward.record(CheckKitSeal(kit: "cart", seal: "S100"))
        #expect(ward.cart.nextDue == Self.moment("2026-12-01", 0))
    }
}
