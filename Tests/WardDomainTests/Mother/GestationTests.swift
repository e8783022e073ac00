import Testing
import WardDomain

@Suite struct GestationTests {
    static let due = CalendarDay("2026-12-04")!

    @Test(
        arguments: [
            (-12, "38+2", nil), (-3, "39+4", nil), (0, "40+0", nil), (1, "40+1", "T+1"), (3, "40+3", "T+3"),
            (14, "42+0", "T+14"), (-280, "0+0", nil),
        ] as [(Int, String, String?)])
    func itIsReckonedFromTheDueDate(daysFromDue: Int, weeksAndDays: String, pastDue: String?) throws {
        let gestation = try #require(Gestation(dueDate: Self.due, on: Self.due.advanced(days: daysFromDue)))

        #expect(gestation.weeksAndDays == weeksAndDays)
        #expect(gestation.pastDue == pastDue)
    }

    @Test func beforeThePregnancyThereIsNone() {
        #expect(Gestation(dueDate: Self.due, on: Self.due.advanced(days: -281)) == nil)
    }

    @Test(arguments: [(-281, false), (-280, true), (0, true), (28, true), (29, false)])
    func aDueDateIsPlausibleFromFortyWeeksAheadToFourBehind(daysFromDue: Int, isPlausible: Bool) {
        #expect(Gestation.isPlausible(dueDate: Self.due, on: Self.due.advanced(days: daysFromDue)) == isPlausible)
    }

    @Test func itStandsStillAtTheFirstBirth() throws {
        var ward = WardFixture()
        let identity = MotherIdentity(name: "李娜", dueDate: Self.due)
        let id = AdmissionID(try ward.record(AdmitMother(identity: identity))[0].stamp.id.rawValue)
        let before = ward.mother(id).gestation(on: CalendarDay("2026-11-22")!, ward.offset)

        try ward.birth(id)

        #expect(before?.weeksAndDays == "38+2")
        #expect(ward.mother(id).gestation(on: CalendarDay("2026-12-31")!, ward.offset) == before)
        #expect(ward.mother(id).gestation(on: CalendarDay("2026-11-21")!, ward.offset)?.weeksAndDays == "38+1")
    }
}
