import Testing
import WardDomain

@testable import WardPanes

/// A time at which a baby should be back lies ahead, and not far.
struct ExpectedBackTests {
    private let offset = LocalOffset.fixed(seconds: 8 * 3600)

    private func moment(_ hour: Int, _ minute: Int, day: Int = 22) -> Moment {
        Moment(day: CalendarDay("2026-11-\(day)")!, hour: hour, minute: minute, offset)
    }

    @Test(arguments: [
        ("+30", 22, 19, 12), ("+1", 22, 18, 43), ("18:43", 22, 18, 43), ("1910", 22, 19, 10), ("0:10", 23, 0, 10),
        ("010", 23, 0, 10), ("+720", 23, 6, 42), ("06:42", 23, 6, 42), (" 19:00 ", 22, 19, 0),
    ])
    func readsWhatLiesAhead(_ text: String, day: Int, hour: Int, minute: Int) throws {
        let read = try ExpectedBack.read(text, now: moment(18, 42), offset)
        #expect(read == moment(hour, minute, day: day))
    }

    @Test(arguments: ["+0", "18:42", "18:41", "+721", "06:43", "+9999"])
    func refusesWhatIsNotAhead(_ text: String) {
        #expect(throws: ExpectedBack.Fault.notAhead) { try ExpectedBack.read(text, now: moment(18, 42), offset) }
    }

    @Test(arguments: ["", "+", "30", "-5", "24:00", "18:60", "18.43", "+3a", "1:2:3", "１８４３"])
    func refusesWhatIsNoTime(_ text: String) {
        #expect(throws: ExpectedBack.Fault.notATime) { try ExpectedBack.read(text, now: moment(18, 42), offset) }
    }
}
