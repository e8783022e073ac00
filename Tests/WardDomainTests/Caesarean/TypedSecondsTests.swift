import Testing
import WardDomain

/// A milestone in the minute of the decision can only be typed with its seconds.
@Suite struct TypedSecondsTests {
    private let offset = LocalOffset.fixed(seconds: 8 * 3600)

    @Test(
        arguments: [
            ("18:05", 300), ("1805", 300), ("18:05:30", 330), ("2026-11-22 18:05:30", 330), ("18:05:60", nil),
            ("18:5:30", nil), ("18:05:3", nil), ("18:05:30:00", nil),
        ] as [(String, Int?)])
    func secondsAreRead(text: String, seconds: Int?) throws {
        let day = try #require(CalendarDay("2026-11-22"))
        let six = Moment(day: day, hour: 18, minute: 0, offset)
        let read = try? TimeEntry.read(text, now: six.advanced(seconds: 3600), offset)
        #expect(read == seconds.map { six.advanced(seconds: $0) })
    }
}
