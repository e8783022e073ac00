import Testing

@testable import WardDomain

/// Start, stop and every split are right to the second, whatever the clock on the wall does.
@Suite struct TimeThatHoldsTests {
    /// A run in which something happens to the clocks between every two milestones; its milestones' seconds.
    private static func story(
        at moment: Moment = WardFixture.evening, offset: LocalOffset = .fixed(seconds: 28800),
        between: (inout WardFixture) -> Void
    ) throws -> (run: CaesareanRun, ward: WardFixture) {
        var ward = WardFixture(at: moment)
        ward.offset = offset
        let mother = try ward.admit()
        let run = try ward.decide(mother)
        for milestone in [Milestone.call, .leave, .arrive, .incision] {
            ward.wait(milliseconds: 61_500)
            between(&ward)
            try ward.record(MarkMilestone(run: run, milestone: milestone))
        }
        ward.wait(milliseconds: 61_500)
        between(&ward)
        try ward.birth(mother, mode: .caesarean)
        return (ward.run(run), ward)
    }

    private static func seconds(_ run: CaesareanRun) -> [Int] {
        [Milestone.call, .leave, .arrive, .incision, .delivery].compactMap { run.elapsed(to: $0)?.seconds }
    }

    private static let expected = [61, 123, 184, 246, 307]

    @Test(arguments: [3600, -3600, 3, -3, 86400])
    func aStepOfTheWallClockBendsNothing(seconds: Int) throws {
        var isForth = true
        let (run, _) = try Self.story { ward in
            ward.stepWallClock(seconds: isForth ? seconds : -seconds)
            isForth.toggle()
        }

        #expect(Self.seconds(run) == Self.expected)
        #expect(run.splits.map(\.interval.seconds) == [61, 61, 61, 61, 61])
        #expect(run.splits.allSatisfy { !$0.interval.byWallClock })
        #expect(run.outOfOrder.isEmpty)
    }

    @Test(arguments: ["2026-03-29T00:57:00Z", "2026-10-25T00:57:00Z", "2026-12-31T15:57:00Z", "2026-11-22T15:57:00Z"])
    func daylightSavingMidnightAndNewYearBendNothing(start: String) throws {
        let moment = try #require(ISO8601.moment(start, .fixed(seconds: 0)))
        let change = [
            try #require(ISO8601.moment("2026-03-29T01:00:00Z", .fixed(seconds: 0))),
            try #require(ISO8601.moment("2026-10-25T01:00:00Z", .fixed(seconds: 0))),
        ]
        let zone = start.hasPrefix("2026-1") && !start.hasPrefix("2026-10") ? 28800 : 3600
        let offset = LocalOffset { moment in zone + (moment >= change[0] && moment < change[1] ? 3600 : 0) }
        let (run, _) = try Self.story(at: moment, offset: offset) { _ in }

        #expect(Self.seconds(run) == Self.expected)
    }

    @Test func aRebootIsBridgedByTheWallClockAndSaysSo() throws {
        var reboots = 0
        let (run, _) = try Self.story { ward in
            reboots += 1
            if reboots == 3 { ward.reboot() }
        }

        #expect(Self.seconds(run) == Self.expected)
        #expect(run.elapsed(to: .leave)?.byWallClock == false)
        #expect(run.elapsed(to: .arrive)?.byWallClock == true)
        #expect(run.splits.map(\.interval.byWallClock) == [false, false, true, false, false])
    }

    @Test func aSuspendedMachineLosesNoSecond() throws {
        let (run, ward) = try Self.story { ward in ward.wait(seconds: 3600) }

        #expect(Self.seconds(run) == Self.expected.enumerated().map { $1 + 3600 * ($0 + 1) })
        #expect(run.elapsed(now: ward.clock).byWallClock == false)
    }

    @Test(arguments: [
        ("00:05", "2026-11-23T00:05:00+08:00"), ("23:58", "2026-11-22T23:58:00+08:00"),
        ("23:49", "2026-11-22T23:49:00+08:00"), ("2026-11-22 23:55", "2026-11-22T23:55:00+08:00"),
    ])
    func aTimeOnPaperAfterMidnightIsTheNextDays(typed: String, meant: String) throws {
        let offset = LocalOffset.fixed(seconds: 28800)
        let start = try #require(ISO8601.moment("2026-11-22T23:50:00+08:00", offset))
        let now = start.advanced(seconds: 86400 * 3)

        #expect(try TimeEntry.read(typed, from: start, now: now, offset) == ISO8601.moment(meant, offset))
    }
}
