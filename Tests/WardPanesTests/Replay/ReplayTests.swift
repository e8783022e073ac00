import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

@Suite struct ReplayTests {
    private let events = [
        Replay.Event(Phrase(en: "decision", zhHans: "决定手术"), at: 0),
        Replay.Event(Phrase(en: "arrives theatre", zhHans: "到达手术室"), at: 600, from: 0),
        Replay.Event(Phrase(en: "delivery", zhHans: "胎儿娩出"), at: 1650, from: 600),
    ]

    private func now(_ milliseconds: Int64, wall: Int64? = nil) -> Now {
        Now(
            ClockReading(
                moment: Moment(milliseconds: 1_795_370_527_000 + (wall ?? milliseconds)), bootID: "boot",
                uptime: 5_000_000_000_000 + milliseconds * 1_000_000), .fixed(seconds: 28800))
    }

    private func scene(_ now: Now, _ language: Language = .english) -> Scene {
        AppState(
            settings: AppSettings(language: language), ward: WardState(), rules: ClinicalRules(),
            ids: CommandIDs(seed: 1)
        ).scene(now)
    }

    @Test func itStandsStillUntilItIsSetGoing() {
        let replay = Replay(events, length: 1650)
        #expect(replay.position(now(0)) == 0)
        #expect(replay.position(now(999_000)) == 0)
        #expect(replay.nextChange(now(0)) == nil)
    }

    @Test(arguments: Replay.speeds)
    func itPlaysAtItsSpeedByTheBootClockAlone(speed: Int) {
        var replay = Replay(events, length: 1650)
        while replay.speed > speed { replay.changeSpeed(by: -1, now(0)) }
        while replay.speed < speed { replay.changeSpeed(by: 1, now(0)) }
        replay.toggle(now(0))
        #expect(replay.position(now(10_000)) == min(1650, 10 * speed))
        #expect(replay.position(now(10_000, wall: -3_600_000)) == min(1650, 10 * speed))
    }

    @Test func speedsEndAtOneAndSixty() {
        var replay = Replay(events, length: 1650)
        for _ in 0..<20 { replay.changeSpeed(by: 1, now(0)) }
        #expect(replay.speed == 60)
        for _ in 0..<20 { replay.changeSpeed(by: -1, now(0)) }
        #expect(replay.speed == 1)
    }

    @Test func lateTicksLoseNothing() {
        var replay = Replay(events, length: 1650)
        replay.toggle(now(0))
        let asked = replay
        for tick in stride(from: Int64(0), through: 50_000, by: 100) { _ = replay.position(now(tick)) }
        #expect(replay == asked)
        #expect(replay.position(now(50_000)) == 500)
    }

    @Test func pauseChangeOfSpeedAndSeekKeepTheirPlace() {
        var replay = Replay(events, length: 1650)
        replay.toggle(now(0))
        replay.toggle(now(20_000))
        #expect(replay.position(now(90_000)) == 200)
        replay.toggle(now(90_000))
        replay.changeSpeed(by: 1, now(100_000))
        #expect(replay.speed == 20)
        #expect(replay.position(now(100_000)) == 300)
        #expect(replay.position(now(101_000)) == 320)
        replay.seek(to: 9999, now(101_000))
        #expect(replay.hasEnded(now(101_000)))
        replay.seek(to: -5, now(101_000))
        #expect(replay.position(now(101_000)) == 0)
    }

    @Test func itEndsAtItsEndAndBeginsAnewFromThere() {
        var replay = Replay(events, length: 1650)
        replay.toggle(now(0))
        #expect(replay.isPlaying(now(164_999)))
        #expect(!replay.isPlaying(now(165_000)))
        #expect(replay.position(now(900_000)) == 1650)
        replay.toggle(now(900_000))
        #expect(replay.position(now(900_000)) == 0)
        #expect(replay.isPlaying(now(900_000)))
    }

    @Test func eventsAreReachedToTheSecond() {
        var replay = Replay(events.reversed(), length: 0)
        replay.seek(to: 599, now(0))
        #expect(replay.happened(now(0)).count == 1)
        replay.seek(to: 600, now(0))
        #expect(replay.happened(now(0)).count == 2)
        #expect(replay.upcoming(now(0))?.at == 1650)
        replay.skipForward(now(0))
        #expect(replay.position(now(0)) == 1650)
        #expect(replay.upcoming(now(0)) == nil)
        replay.skipBack(now(0))
        #expect(replay.position(now(0)) == 600)
        replay.skipBack(now(0))
        replay.skipBack(now(0))
        #expect(replay.position(now(0)) == 0)
    }

    @Test func whatCameBeforeTheBeginningIsPlayedToo() {
        let replay = Replay([Replay.Event(Phrase(en: "arrest", zhHans: "骤停"), at: -90)] + events, length: 1650)
        #expect(replay.span == -90...1650)
        #expect(replay.position(now(0)) == -90)
    }

    @Test func itIsDrawnAsOftenAsItsSecondsChangeAndNotMore() {
        var replay = Replay(events, length: 1650)
        replay.toggle(now(0))
        #expect(replay.nextChange(now(0)) == now(100).reading.uptime)
        replay.changeSpeed(by: -9, now(0))
        while replay.speed > 1 { replay.changeSpeed(by: -1, now(0)) }
        #expect(replay.nextChange(now(300)) == now(1000).reading.uptime)
    }

    @Test(arguments: Language.allCases, [false, true])
    func everyRowSaysThatItIsAReplay(language: Language, isDrill: Bool) {
        var replay = Replay(events, length: 1650)
        replay.seek(to: 700, now(0))
        for size in [Size(columns: 54, rows: 13), Size(columns: 78, rows: 19), Size(columns: 118, rows: 31)] {
            var grid = CellGrid(size: size)
            let page = ReplayPage(
                replay, title: [Span("cat 1")], beganAt: now(0).moment, isDrill: isDrill, limit: 1800)
            page.draw(on: &grid, scene(now(0), language))
            let rows = grid.plainText().split(separator: "\n", omittingEmptySubsequences: false)
            #expect(rows.count == size.rows)
            #expect(rows.allSatisfy { $0.contains("REPLAY") || $0.contains("回放") })
            #expect(rows.allSatisfy { !isDrill || $0.contains("DRILL") || $0.contains("演练") })
            #expect(grid.plainText().contains(language == .english ? "arrives theatre 10:00" : "到达手术室 10:00"))
        }
    }

    @Test func whatHasNotHappenedYetShowsNoTime() {
        var replay = Replay(events, length: 1650)
        replay.seek(to: 700, now(0))
        var grid = CellGrid(size: Size(columns: 78, rows: 19))
        ReplayPage(replay, title: [], beganAt: now(0).moment).draw(on: &grid, scene(now(0)))
        #expect(grid.plainText().contains("then delivery in 15:50"))
        #expect(!grid.plainText().contains("27:30\n"))
        #expect(grid.plainText().contains("paused x10"))
    }
}
