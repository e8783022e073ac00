import Foundation
import Testing
import WardDomain

@Suite struct CalendarDayTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11016), (2026, 11, 22, 20779), (1582, 10, 15, -141_427),
        (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
    ])
    func aDayHasItsPlaceInTheCalendar(year: Int, month: Int, day: Int, daysSinceEpoch: Int) throws {
        let made = try #require(CalendarDay(year: year, month: month, day: day))

        #expect(made.daysSinceEpoch == daysSinceEpoch)
        #expect(made.parts == (year, month, day))
    }

    @Test(arguments: [(2024, true), (2023, false), (2000, true), (1900, false), (2100, false), (1600, true)])
    func leapYearsAreKnown(year: Int, isLeap: Bool) {
        #expect((CalendarDay(year: year, month: 2, day: 29) != nil) == isLeap)
    }

    @Test(arguments: [
        (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 4, 31), (2026, 2, 30), (0, 1, 1),
        (10000, 1, 1),
    ])
    func aDayThatTheCalendarLacksIsNil(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test func everyDayOfFiveCenturiesComesBackFromItsParts() {
        for days in stride(from: -141_427, through: 73_000, by: 1) {
            let (year, month, day) = CalendarDay(daysSinceEpoch: days).parts
            guard CalendarDay(year: year, month: month, day: day)?.daysSinceEpoch == days else {
                Issue.record("day \(days) is lost")
                return
            }
        }
    }

    @Test(arguments: ["2026-12-04", "2026/12/4", "2026.12.4", "20261204", "2026-12-4"])
    func everyFormOfAHospitalExportIsRead(text: String) {
        #expect(CalendarDay(text)?.description == "2026-12-04")
    }

    @Test(arguments: [
        "", "2026", "2026-12", "2026-12-04-01", "26-12-04", "04.12.2026", "2026-012-04", "2026-12-004", "2026-13-04",
        "2026-02-30", "2026120", "202612040", "２０２６-12-04", "2026-1a-04", "2026--04", "+026-12-04",
        "99999999999999999999-1-1",
    ])
    func whatIsNoDayIsRefused(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func daysAreCountedBothWays() throws {
        let due = try #require(CalendarDay("2026-12-04"))
        let today = try #require(CalendarDay("2026-11-22"))

        #expect(today.days(to: due) == 12)
        #expect(due.days(to: today) == -12)
        #expect(today.advanced(days: 12) == due)
        #expect(today < due)
    }

    @Test func aDayIsWrittenAsTextInJSON() throws {
        let day = try #require(CalendarDay("0987-01-09"))

        let text = String(decoding: try JSONEncoder().encode([day]), as: UTF8.self)

        #expect(text == #"["0987-01-09"]"#)
        #expect(try JSONDecoder().decode([CalendarDay].self, from: Data(text.utf8)) == [day])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDay].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }
}
