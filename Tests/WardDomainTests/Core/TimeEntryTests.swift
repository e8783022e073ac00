import Testing
import WardDomain

@Suite struct TimeEntryTests {
    static let shanghai = LocalOffset.fixed(seconds: 8 * 3600)

    static func moment(_ text: String, _ offset: LocalOffset = shanghai) -> Moment {
        guard let moment = ISO8601.moment(text, offset) else { fatalError("\(text) is no time") }
        return moment
    }

    static let now = moment("2026-11-22T18:42:07")

    @Test(arguments: [
        ("", "2026-11-22T18:42:07"), ("   ", "2026-11-22T18:42:07"), ("18:05", "2026-11-22T18:05:00"),
        ("1805", "2026-11-22T18:05:00"), ("805", "2026-11-22T08:05:00"), ("8:05", "2026-11-22T08:05:00"),
        (" 18:05 ", "2026-11-22T18:05:00"), ("18：05", "2026-11-22T18:05:00"), ("１８：０５", "2026-11-22T18:05:00"),
        ("0:00", "2026-11-22T00:00:00"), ("0000", "2026-11-22T00:00:00"), ("-5", "2026-11-22T18:37:07"),
        ("－5", "2026-11-22T18:37:07"), ("-0", "2026-11-22T18:42:07"), ("-9999", "2026-11-15T20:03:07"),
        ("18:42", "2026-11-22T18:42:00"), ("18:05:40", "2026-11-22T18:05:40"), ("180540", "2026-11-22T18:05:40"),
        ("2026-11-21 18:05", "2026-11-21T18:05:00"), ("2026-11-22 1842", "2026-11-22T18:42:00"),
        ("20261121 18:05:09", "2026-11-21T18:05:09"),
    ])
    func aTimeIsReadAsItIsMeant(typed: String, meant: String) throws {
        #expect(try TimeEntry.read(typed, now: Self.now, Self.shanghai) == Self.moment(meant))
    }

    @Test(arguments: [
        ("18:43", "2026-11-21T18:43:00"), ("23:59", "2026-11-21T23:59:00"), ("18:42:08", "2026-11-21T18:42:08"),
    ])
    func aTimeOfDayLaterThanNowIsYesterdays(typed: String, meant: String) throws {
        #expect(try TimeEntry.read(typed, now: Self.now, Self.shanghai) == Self.moment(meant))
    }

    @Test(arguments: [
        ("2026-11-22T00:00:00", "23:59", "2026-11-21T23:59:00"), ("2026-11-22T00:00:00", "0:00", "2026-11-22T00:00:00"),
        ("2026-11-22T00:10:00", "-15", "2026-11-21T23:55:00"), ("2026-01-01T00:01:00", "23:50", "2025-12-31T23:50:00"),
    ])
    func midnightLiesBetweenTwoDays(now: String, typed: String, meant: String) throws {
        #expect(try TimeEntry.read(typed, now: Self.moment(now), Self.shanghai) == Self.moment(meant))
    }

    @Test(arguments: ["2026-11-22 18:43", "2026-11-23 00:00", "2027-01-01 8:00"])
    func aTrueFutureIsRefused(typed: String) {
        #expect(throws: TimeEntry.Fault.inTheFuture) {
            try TimeEntry.read(typed, now: Self.now, Self.shanghai)
        }
    }

    @Test(arguments: [
        "24:00", "18:60", "2460", "1", "12", "12345", "1234567", "18:5", "18:005", ":05", "18:", "18:05:", "18:05:60",
        "18:05:1", "18:5:30", "18:05:30:00", "a", "-", "-x", "-12345", "--5", "+5", "18:05 x", "2026-02-30 18:05",
        "2026-11-22 18:05 x", "18.05",
    ])
    func whatIsNoTimeIsRefused(typed: String) {
        #expect(throws: TimeEntry.Fault.notATime) {
            try TimeEntry.read(typed, now: Self.now, Self.shanghai)
        }
    }
}

/// Berlin in 2026: +1, from 29 March 01:00 UTC +2, from 25 October 01:00 UTC +1 again.
@Suite struct SummerTimeTests {
    static let spring = TimeEntryTests.moment("2026-03-29T01:00Z")
    static let autumn = TimeEntryTests.moment("2026-10-25T01:00Z")
    static let berlin = LocalOffset { moment in spring <= moment && moment < autumn ? 7200 : 3600 }

    @Test(arguments: [
        ("2026-03-29T01:30", "2026-03-29T00:30Z"), ("2026-03-29T03:30", "2026-03-29T01:30Z"),
        ("2026-10-25T01:30", "2026-10-24T23:30Z"), ("2026-10-25T03:30", "2026-10-25T02:30Z"),
        ("2026-07-01T12:00", "2026-07-01T10:00Z"),
    ])
    func aLocalTimeNearAChangeIsReadWithItsOwnOffset(local: String, universal: String) {
        #expect(ISO8601.moment(local, Self.berlin) == TimeEntryTests.moment(universal))
    }

    @Test(arguments: ["2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-10-25T00:59:59Z", "2026-10-25T01:00:00Z"])
    func writtenTimesCarryTheOffsetOfTheirMoment(universal: String) {
        let moment = TimeEntryTests.moment(universal)

        #expect(ISO8601.moment(ISO8601.text(moment, Self.berlin), .fixed(seconds: 0)) == moment)
    }

    @Test func aTimeOfDayIsReadInTheHoursAfterAChange() throws {
        let now = TimeEntryTests.moment("2026-03-29T02:00Z")

        #expect(try TimeEntry.read("3:30", now: now, Self.berlin) == TimeEntryTests.moment("2026-03-29T01:30Z"))
    }
}
