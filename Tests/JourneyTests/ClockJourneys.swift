import Foundation
import Testing

/// A running clock through whatever happens to the program and the machine's clock.
@Suite(.serialized)
struct ClockJourneys {
    @Test func aKilledProgramLosesNoSecond() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let first = try ward.open()
        try first.startClock()
        let started = try ward.firstDecision()
        let processID = try TmuxTerminal.run("/usr/bin/pgrep", ["-f", "^\(WardFolder.matrona) --store \(ward.store)"])
        _ = try TmuxTerminal.run("/bin/kill", ["-9", processID.trimmingCharacters(in: .whitespacesAndNewlines)])
        let second = try ward.open()
        let screen = try second.wait(for: "DDI ?")
        let shown = try #require(ClockReader.clock(after: "DDI ?", in: screen))
        let passed = Int(Date().timeIntervalSince(started))
        #expect((passed - 2...passed).contains(shown), "shown \(shown) s, passed \(passed) s")
        try ward.run(["ledger", "verify"])
    }

    @Test(arguments: [3600, -3600, 3, -3])
    func aStepOfTheWallClockMovesNoInterval(seconds: Int) throws {
        let stepped = try SteppedWard()
        try stepped.terminal.startClock()
        try stepped.step(String(seconds))
        let screen = try stepped.terminal.wait(for: "wall clock jumped by \(seconds) s")
        let shown = try #require(ClockReader.clock(after: "DDI ?", in: screen))
        #expect(shown < 60)
    }

    /// Asleep, the program stands still and both clocks go on: awake again it shows all the minutes, without a jump, and what
    /// is marked then has its true split.
    @Test func aSuspendedMachineLosesNoSecond() throws {
        let stepped = try SteppedWard()
        let (ward, terminal) = (stepped.ward, stepped.terminal)
        let started = try terminal.startClock()
        let process = String(try terminal.processID())
        let slept = 437
        _ = try TmuxTerminal.run("/bin/kill", ["-STOP", process])
        try stepped.step("0 \(slept)")
        _ = try TmuxTerminal.run("/bin/kill", ["-CONT", process])
        let screen = try terminal.wait(until: "the minutes asleep are counted") { screen in
            (ClockReader.clock(after: "DDI ?", in: screen) ?? 0) >= slept
        }
        let clock = try #require(ClockReader.clock(after: "DDI ?", in: screen)) - slept
        let passed = ClockReader.secondsSince(started)
        #expect(passed.contains(clock), "shown \(clock) s and \(slept) s asleep, passed \(passed) s")
        #expect(!screen.contains("wall clock jumped"))
        try terminal.press("2")
        try terminal.press("Space")
        try terminal.wait(for: "u team called")
        let row = try ward.firstCaesarean()
        #expect(try #require(row["callSeconds"] as? Int) >= slept && row["byWallClock"] as? Bool == false)
        try ward.run(["ledger", "verify"])
    }

    /// Two seconds before the day, the year or the hour of daylight saving changes on the wall, with a clock running.
    @Test(
        arguments: [
            ("CST-8", "2026-12-31T15:59:58Z", "2027-01-01 00:00:0"),
            ("GMT0BST,M3.5.0/1,M10.5.0", "2027-03-28T00:59:58Z", "2027-03-28 02:00:0"),
            ("GMT0BST,M3.5.0/1,M10.5.0", "2027-10-31T00:59:58Z", "2027-10-31 01:00:0"),
        ])
    func newYearAndDaylightSavingMoveNoInterval(zone: String, wall: String, shown: String) throws {
        let stepped = try SteppedWard(["TZ": zone])
        let started = try stepped.terminal.startClock()
        let moment = try #require(ISO8601DateFormatter().date(from: wall))
        try stepped.step(String(Int(moment.timeIntervalSinceNow)))
        let screen = try stepped.terminal.wait(for: shown)
        let clock = try #require(ClockReader.clock(after: "DDI ?", in: screen))
        let passed = ClockReader.secondsSince(started)
        #expect(passed.contains(clock), "shown \(clock) s, passed \(passed) s")
        #expect(try stepped.ward.firstCaesarean()["byWallClock"] as? Bool == false)
    }

    @Test func aBirthByScreenStopsTheClockAtItsKeyPress() throws {
        let ward = try WardFolder()
        try ward.setUp()
        try ward.apply(#"{"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李娜","bed":"2"}"#)
        let terminal = try ward.open(columns: 100, rows: 30)
        try terminal.wait(for: "李*")
        try terminal.signIn("W1001", "王敏 midwife")
        try terminal.press("Down", "F9")
        try terminal.wait(for: "for bed 2")
        try terminal.press("c")
        try terminal.wait(for: "DDI ?")
        try terminal.recordBirth()
        try terminal.wait(for: "born: 1. girl, caesarean, live, 3120 g")
        try terminal.wait(whileShown: "DDI ?")
        #expect(try ward.firstCaesarean()["ending"] as? String == "delivered")
        try ward.run(["ledger", "verify"])
    }

    @Test func theClockGoesOnWhenTheTerminalThatStartedItIsClosed() throws {
        let ward = try WardFolder()
        try ward.setUp()
        var first: TmuxTerminal? = try ward.open()
        let second = try ward.open(columns: 80, rows: 24)
        try second.wait(for: "live")
        try first?.startClock()
        try second.wait(for: "DDI ?")
        let started = try ward.firstDecision()
        first = nil
        let screen = try second.wait(until: "three seconds have gone") { screen in
            (ClockReader.clock(after: "DDI ?", in: screen) ?? 0) >= 3
        }
        let shown = try #require(ClockReader.clock(after: "DDI ?", in: screen))
        let passed = Int(Date().timeIntervalSince(started))
        #expect((passed - 2...passed).contains(shown), "shown \(shown) s, passed \(passed) s")
        try ward.run(["ledger", "verify"])
    }

    /// On the clock, on the case page, in the history and in the list.
    @Test func anIntervalAcrossAnotherBootSaysThatTheWallClockServed() throws {
        let ward = try WardFolder()
        try ward.setUp()
        try ward.apply(#"{"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李娜","bed":"2"}"#)
        try ward.apply(#"{"do":"caesarean.decide","by":"W1001","mrn":"ZY1","category":1,"indication":"FHR"}"#)
        #expect(try ward.firstCaesarean()["byWallClock"] as? Bool == false)
        let anotherBoot = ["MATRONA_BOOT_ID": "another boot"]
        #expect(try ward.firstCaesarean(environment: anotherBoot)["byWallClock"] as? Bool == true)

        let terminal = try ward.open(environment: anotherBoot)
        try terminal.wait(for: "left bed 2 李*")
        try terminal.wait(until: "row 2 says so") { screen in
            screen.split(separator: "\n").prefix(2).last?.contains(/[0-9]w [0-9]+:[0-9]+ left/) == true
        }
        try terminal.press("2", "z")
        try terminal.wait(for: "by the wall clock")
        let call = #"{"do":"caesarean.mark","by":"W1001","mrn":"ZY1","milestone":"CALL"}"#
        try ward.run(["apply", "-"], input: call, environment: anotherBoot)
        try terminal.wait(until: "the milestone says so") { screen in
            screen.contains(/v team called +[0-9]+:[0-9]+w/)
        }
        try terminal.recordBirth()
        try terminal.wait(for: "born: 1. girl, caesarean, live, 3120 g")
        try terminal.press("j")
        try terminal.wait(until: "the case page says so") { screen in
            screen.contains(/DDI [0-9]+:[0-9]+ by the wall clock/) && screen.contains(/team called +[0-9]+:[0-9]+w/)
        }
        try terminal.press("Escape", "y", "Left")
        try terminal.wait(until: "the history says so") { $0.contains(/FHR +[0-9]+:[0-9]+w/) }

        let listed = try ward.firstCaesarean()
        #expect(listed["byWallClock"] as? Bool == true)
        let milestones = try #require(listed["milestones"] as? [[String: Any]])
        #expect(milestones.first { $0["milestone"] as? String == "CALL" }?["byWallClock"] as? Bool == true)
    }

    @Test func aSecondTerminalSeesTheClock() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let first = try ward.open()
        let second = try ward.open(columns: 80, rows: 24)
        try second.wait(for: "live")
        let started = try first.startClock()
        let screen = try second.wait(for: "DDI ?")
        let shown = try #require(ClockReader.clock(after: "DDI ?", in: screen))
        let passed = ClockReader.secondsSince(started)
        #expect(passed.contains(shown), "shown \(shown) s, passed \(passed) s")
    }
}

/// A ward with a terminal whose clocks a test steps, as the machine's may be.
private struct SteppedWard {
    let ward: WardFolder
    let terminal: TmuxTerminal
    private let file: String

    init(_ environment: [String: String] = [:]) throws {
        ward = try WardFolder()
        try ward.setUp()
        file = try ward.file("clock-step", "0")
        let file = file
        terminal = try ward.open(environment: environment.merging(["MATRONA_CLOCK_STEP_FILE": file]) { $1 })
    }

    /// Moves the wall clock by so many seconds, and both clocks by a second number.
    func step(_ seconds: String) throws {
        try seconds.write(toFile: file, atomically: true, encoding: .utf8)
    }
}

extension TmuxTerminal {
    /// Starts a clock of which nothing is known yet, and answers between which moments its key was pressed.
    @discardableResult
    func startClock() throws -> ClosedRange<Date> {
        try wait(for: "live")
        try press("!")
        try wait(for: "emergency caesarean")
        let before = Date()
        try press("c")
        try wait(for: "DDI ?")
        return before...Date()
    }

    /// Records the birth of a girl of 3120 g by caesarean for the clock on the screen.
    fileprivate func recordBirth() throws {
        try press("b")
        try wait(for: "Birth of baby 1")
        for choice in ["5", "1", "1"] {
            try press("Tab")
            try type(choice)
        }
        try press("Tab")
        try type("3120")
        try press("Enter")
    }
}

/// Reads a clock from a screen.
enum ClockReader {
    /// How many seconds may have gone since a moment that is known to lie in a range.
    static func secondsSince(_ range: ClosedRange<Date>) -> ClosedRange<Int> {
        let now = Date()
        return Int(now.timeIntervalSince(range.upperBound)) - 1...Int(now.timeIntervalSince(range.lowerBound)) + 1
    }

    /// The seconds of the first `MM:SS` after a text.
    static func clock(after text: String, in screen: String) -> Int? {
        guard let start = screen.range(of: text)?.upperBound else { return nil }
        let words = screen[start...].split(whereSeparator: \.isWhitespace)
        for word in words {
            let parts = word.split(separator: ":")
            guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }) else { continue }
            return (Int(parts[0]) ?? 0) * 60 + (Int(parts[1]) ?? 0)
        }
        return nil
    }
}

extension WardFolder {
    /// The newest caesarean, as the program lists it.
    func firstCaesarean(environment: [String: String] = [:]) throws -> [String: Any] {
        let listed = try run(["list", "caesareans", "--format", "json"], environment: environment)
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]])
        return try #require(rows.first)
    }

    /// When it was decided.
    func firstDecision() throws -> Date {
        let text = try #require(try firstCaesarean()["decidedAt"] as? String)
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        return try #require(format.date(from: text) ?? ISO8601DateFormatter().date(from: text))
    }
}
