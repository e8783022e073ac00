import ScreenGrid
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

    /// A handover to a bath, as far as the place: the digit that chooses it is the first key.
    private func scanned(_ rules: ClinicalRules) -> HandoverFixture {
        var ward = HandoverFixture(rules: rules)
        ward.open()
        ward.signIn(HandoverFixture.midwife)
        ward.press(.character("h"))
        ward.scan(
            HandoverFixture.liBaby[0], HandoverFixture.liBand, HandoverFixture.midwife.rawValue,
            HandoverFixture.nurse.rawValue)
        ward.press(.character("4"))
        return ward
    }

    private func minutesAhead(_ ward: HandoverFixture) -> Int? {
        (ward.facts.last as? HandoverCompleted)?.expectedBack.map { (ward.now.moment.seconds(to: $0) + 59) / 60 }
    }

    @Test(arguments: [("a", 15), ("B", 30), ("ｆ", 120)])
    func oneLetterGivesTheReturnWhereTheSiteSaysNone(_ letter: Character, minutes: Int) {
        var ward = scanned(ClinicalRules())
        #expect(ward.focusedHandoverField == .back)
        #expect(ward.screen.contains("minutes: a 15"))
        ward.press(.character(letter), .enter)
        #expect(minutesAhead(ward) == minutes, "\(ward.screen)")
    }

    @Test func theSitesOwnReturnIsSuggestedAndCanBeTypedOver() {
        var rules = ClinicalRules()
        rules.site.expectedReturnMinutes = [.bath: 40]
        var ward = scanned(rules)
        #expect(ward.focusedHandoverField == .place && ward.screen.contains("+40"))
        ward.press(.character("2"))
        #expect(!ward.screen.contains("+40"), "nobody is expected back from the NICU")
        ward.press(.character("4"), .enter)
        #expect(minutesAhead(ward) == 40, "\(ward.screen)")

        var other = scanned(rules)
        other.press(.tab, .tab)
        other.type("+20")
        other.press(.enter)
        #expect(minutesAhead(other) == 20)
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
