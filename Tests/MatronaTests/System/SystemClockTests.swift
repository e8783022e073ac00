import Foundation
import Testing
import WardDomain

@testable import matrona

@Suite struct SystemClockTests {
    @Test func aStepMovesTheWallClockAndNotTheBootClock() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("step", "0")
        let clock = SystemClock(environment: ["MATRONA_CLOCK_STEP_FILE": file])
        let before = clock.now()
        _ = try folder.write("step", "3600\n")
        let after = clock.now()
        #expect(Occurrence(before).interval(to: after) == Interval(seconds: 0, byWallClock: false))
        #expect(before.moment.seconds(to: after.moment) == 3600)
    }

    @Test func asleepBothClocksGoOn() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("step", "0")
        let clock = SystemClock(environment: ["MATRONA_CLOCK_STEP_FILE": file])
        let before = clock.now()
        _ = try folder.write("step", "0 600\n")
        let after = clock.now()
        #expect(Occurrence(before).interval(to: after) == Interval(seconds: 600, byWallClock: false))
        #expect(before.moment.seconds(to: after.moment) == 600)
    }

    @Test func theBootIsNamed() {
        #expect(SystemClock(environment: [:]).bootID.count == 36)
    }

    @Test func theOffsetIsWithinADayOfUTC() {
        #expect((-50_400...50_400).contains(SystemClock.offset.seconds(SystemClock(environment: [:]).now().moment)))
    }
}
