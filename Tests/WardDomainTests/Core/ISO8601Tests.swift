import Testing
import WardDomain

@Suite struct ISO8601Tests {
    @Test(arguments: [
        (Int64(1_795_344_127_250), 8 * 3600, "2026-11-22T18:42:07.250+08:00"),
        (1_795_344_127_000, 8 * 3600, "2026-11-22T18:42:07+08:00"), (0, 0, "1970-01-01T00:00:00+00:00"),
        (-1, 0, "1969-12-31T23:59:59.999+00:00"), (0, -3 * 3600 - 1800, "1969-12-31T20:30:00-03:30"),
        (1_795_344_127_005, 5 * 3600 + 2700, "2026-11-22T16:27:07.005+05:45"),
    ])
    func aMomentIsWrittenAndReadBack(milliseconds: Int64, offset: Int, text: String) {
        let moment = Moment(milliseconds: milliseconds)

        #expect(ISO8601.text(moment, .fixed(seconds: offset)) == text)
        #expect(ISO8601.moment(text, .fixed(seconds: 0)) == moment)
    }

    @Test(arguments: [
        ("2026-11-22T18:42:07Z", Int64(1_795_372_927_000)), ("2026-11-22T18:42:07z", 1_795_372_927_000),
        ("2026-11-22T18:42:07+0800", 1_795_344_127_000), ("2026-11-22 18:42:07", 1_795_344_127_000),
        ("2026-11-22T18:42", 1_795_344_120_000), ("2026-11-22T18:42:07.2", 1_795_344_127_200),
        ("2026-11-22T18:42:07.250999", 1_795_344_127_250), ("2026-11-22T18:42-05:00", 1_795_390_920_000),
        ("1969-12-31T23:59:59.999Z", -1),
    ])
    func everyUsualFormIsRead(text: String, milliseconds: Int64) {
        #expect(ISO8601.moment(text, .fixed(seconds: 8 * 3600)) == Moment(milliseconds: milliseconds))
    }

    @Test(arguments: [
        "", "2026-11-22", "18:42", "2026-11-22T", "2026-11-22T24:00", "2026-11-22T18:60", "2026-11-22T18:42:60",
        "2026-11-22T18", "2026-11-22T8:42", "2026-11-22T18:42:07.", "2026-11-22T18:42:07.x", "2026-11-22T18:42+15:00",
        "2026-11-22T18:42+08:60", "2026-11-22T18:42+8", "2026-02-30T18:42", "26-11-22T18:42", "2026-11-22T18:42:07 ZZ",
        "2026-11-22T+1:05", "tomorrow",
    ])
    func whatIsNoTimeIsNil(text: String) {
        #expect(ISO8601.moment(text, .fixed(seconds: 0)) == nil)
    }
}
