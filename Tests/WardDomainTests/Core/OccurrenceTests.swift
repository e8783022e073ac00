import Foundation
import Testing
import WardDomain

@Suite struct OccurrenceTests {
    static let start = ClockReading(
        moment: Moment(milliseconds: 1_000_000_000), bootID: "boot-1", uptime: 600_000_000_000)

    /// A reading some nanoseconds later by the boot clock, with the wall clock stepped besides.
    static func reading(after nanoseconds: Int64, stepped milliseconds: Int64 = 0, boot: String = "boot-1")
        -> ClockReading
    {
        ClockReading(
            moment: Moment(milliseconds: start.moment.milliseconds + nanoseconds / 1_000_000 + milliseconds),
            bootID: boot, uptime: start.uptime + nanoseconds)
    }

    @Test(arguments: [Int64(0), 3600, -3600, 3, -3].map { $0 * 1000 })
    func aStepOfTheWallClockLeavesAnIntervalOfOneBootUnmoved(step: Int64) {
        let later = Self.reading(after: 750_000_000_000, stepped: step)

        let interval = Occurrence(Self.start).interval(to: later)

        #expect(interval == Interval(seconds: 750, byWallClock: false))
    }

    @Test func twoBootsWithoutANameAreNotTakenForOne() {
        let one = ClockReading(moment: Self.start.moment, bootID: "", uptime: 900_000_000_000)
        let other = ClockReading(moment: Self.start.moment.advanced(seconds: 90), bootID: "", uptime: 5_000_000_000)

        #expect(Occurrence(one).interval(to: other) == Interval(seconds: 90, byWallClock: true))
        #expect(Occurrence(one).isBefore(Occurrence(other)))
    }

    @Test func acrossARebootTheWallClockServesAndSaysSo() {
        let later = ClockReading(
            moment: Self.start.moment.advanced(seconds: 90), bootID: "boot-2", uptime: 5_000_000_000)

        let interval = Occurrence(Self.start).interval(to: later)

        #expect(interval == Interval(seconds: 90, byWallClock: true))
    }

    @Test(arguments: [
        (Int64(0), 0), (999_999_999, 0), (1_000_000_000, 1), (1_999_999_999, 1), (-1, -1), (-1_000_000_000, -1),
        (-1_000_000_001, -2),
    ])
    func anIntervalIsFlooredToWholeSeconds(nanoseconds: Int64, seconds: Int) {
        let later = Occurrence(
            moment: Self.start.moment, bootID: "boot-1", uptime: Self.start.uptime + nanoseconds, derived: false)

        #expect(Occurrence(Self.start).interval(to: later).seconds == seconds)
    }

    @Test(arguments: [(Int64(0), 0), (999, 0), (1000, 1), (-1, -1), (-1000, -1), (-1001, -2)])
    func momentsApartAreFlooredToo(milliseconds: Int64, seconds: Int) {
        let later = Moment(milliseconds: Self.start.moment.milliseconds + milliseconds)

        #expect(Self.start.moment.seconds(to: later) == seconds)
    }

    @Test func aTypedTimeIsReckonedBackOnTheBootClock() {
        let typed = Occurrence(typed: Self.start.moment.advanced(seconds: -300), reckonedFrom: Self.start)

        #expect(typed.uptime == 300_000_000_000)
        #expect(typed.derived)
        #expect(typed.interval(to: Self.start).seconds == 300)
    }

    @Test func aTypedTimeFromBeforeAStepKeepsItsDistance() {
        let later = Self.reading(after: 600_000_000_000, stepped: 3_600_000)
        let fiveMinutesAgo = Occurrence(typed: later.moment.advanced(seconds: -300), reckonedFrom: later)

        #expect(Occurrence(Self.start).interval(to: fiveMinutesAgo).seconds == 300)
    }

    @Test(arguments: [Int64(1), 400_000, 999_999])
    func twoTypedTimesAreAsFarApartAsTheyWereTyped(fraction: Int64) {
        let first = Self.reading(after: 10_000_000_000 + fraction)
        let second = Self.reading(after: 1_900_000_000_000)
        let decided = Occurrence(typed: Self.start.moment, reckonedFrom: first)
        let born = Occurrence(typed: Self.start.moment.advanced(seconds: 1800), reckonedFrom: second)

        #expect(decided.interval(to: born).seconds == 1800)
        #expect(!Occurrence(typed: Self.start.moment, reckonedFrom: second).isBefore(decided))
    }

    @Test func aStepBetweenTwoTypedTimesDoesNotBendTheirInterval() {
        let second = Self.reading(after: 600_000_000_000, stepped: 3_600_000)
        let before = Occurrence(typed: Self.start.moment, reckonedFrom: Self.start)
        let after = Occurrence(typed: second.moment, reckonedFrom: second)

        #expect(before.interval(to: after).seconds == 600)
    }

    @Test(arguments: [(Int64(-1), true), (0, false), (1, false)])
    func beforeIsSaidByTheBootClockOfOneBoot(nanoseconds: Int64, isBefore: Bool) {
        let other = Self.reading(after: nanoseconds, stepped: 3_600_000)

        #expect(Occurrence(other).isBefore(Occurrence(Self.start)) == isBefore)
    }

    @Test(arguments: [(Int64(-1), true), (0, false)])
    func beforeIsSaidByTheWallClockAcrossBoots(milliseconds: Int64, isBefore: Bool) {
        let other = Self.reading(after: 0, stepped: milliseconds, boot: "boot-2")

        #expect(Occurrence(other).isBefore(Occurrence(Self.start)) == isBefore)
    }

    @Test(arguments: [Int64.min, -62_135_596_800_000, 253_402_300_799_999, .max])
    func noTimeHoweverWrongOverflows(milliseconds: Int64) {
        let wrong = Moment(milliseconds: milliseconds)
        let typed = Occurrence(typed: wrong, reckonedFrom: Self.start)

        _ = typed.interval(to: Self.start)
        _ = Occurrence(Self.start).interval(to: typed)
        _ = wrong.seconds(to: Self.start.moment)
        _ = wrong.advanced(seconds: .max)
        _ = wrong.advanced(seconds: .min)
        _ = LocalTime(wrong, .fixed(seconds: 28800)).hourMinute
        #expect(typed.moment == wrong)
    }

    @Test(arguments: [
        Occurrence(start), Occurrence(typed: start.moment, reckonedFrom: start),
        Occurrence(moment: Moment(milliseconds: -1), bootID: "", uptime: -5, derived: false),
    ])
    func anOccurrenceIsStoredAndReadBack(occurrence: Occurrence) throws {
        let text = try JSONEncoder().encode(occurrence)

        #expect(try JSONDecoder().decode(Occurrence.self, from: text) == occurrence)
    }

    @Test(arguments: ["", "1/2", "a/2/b", "1/b/c", "1/2/c/x", "1/2/c/t/t"])
    func whatIsNoOccurrenceIsNotRead(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Occurrence.self, from: JSONEncoder().encode(text))
        }
    }
}
