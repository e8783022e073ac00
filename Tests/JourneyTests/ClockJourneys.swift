import Foundation
import Testing

/// A running clock through whatever happens to the program and the machine's clock.
@Suite(.serialized)
struct ClockJourneys {
    @Test func aKilledProgramLosesNoSecond() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let first = try ward.open()
        try first.wait(for: "live")
        try first.press("!")
        try first.wait(for: "emergency caesarean")
        try first.press("c")
        try first.wait(for: "DDI ?")
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
        let ward = try WardFolder()
        try ward.setUp()
        let step = try ward.file("clock-step", "0")
        let terminal = try ward.open(environment: ["MATRONA_CLOCK_STEP_FILE": step])
        try terminal.wait(for: "live")
        try terminal.press("!")
        try terminal.wait(for: "emergency caesarean")
        try terminal.press("c")
        try terminal.wait(for: "DDI ?")
        try String(seconds).write(toFile: step, atomically: true, encoding: .utf8)
        let screen = try terminal.wait(for: "wall clock jumped by \(seconds) s")
        let shown = try #require(ClockReader.clock(after: "DDI ?", in: screen))
        #expect(shown < 60)
    }

    /// Asleep, the program stands still and both clocks go on: awake again it shows all the minutes, without a jump, and what
    /// is marked then has its true split.
    @Test func aSuspendedMachineLosesNoSecond() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let step = try ward.file("clock-step", "0")
        let terminal = try ward.open(environment: ["MATRONA_CLOCK_STEP_FILE": step])
        try terminal.wait(for: "live")
        try terminal.press("!")
        try terminal.wait(for: "emergency caesarean")
        let before = Date()
        try terminal.press("c")
        try terminal.wait(for: "DDI ?")
        let after = Date()
        let process = String(try terminal.processID())
        let slept = 437
        _ = try TmuxTerminal.run("/bin/kill", ["-STOP", process])
        try "0 \(slept)".write(toFile: step, atomically: true, encoding: .utf8)
        _ = try TmuxTerminal.run("/bin/kill", ["-CONT", process])
        let screen = try terminal.wait(until: "the minutes asleep are counted") { screen in
            (ClockReader.clock(after: "DDI ?", in: screen) ?? 0) >= slept
        }
        let clock = try #require(ClockReader.clock(after: "DDI ?", in: screen)) - slept
        let passed = Int(Date().timeIntervalSince(after)) - 1...Int(Date().timeIntervalSince(before)) + 1
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
        let ward = try WardFolder()
        try ward.setUp()
        let step = try ward.file("clock-step", "0")
        let terminal = try ward.open(environment: ["MATRONA_CLOCK_STEP_FILE": step, "TZ": zone])
        try terminal.wait(for: "live")
        try terminal.press("!")
        try terminal.wait(for: "emergency caesarean")
        let before = Date()
        try terminal.press("c")
        try terminal.wait(for: "DDI ?")
        let after = Date()
        let moment = try #require(ISO8601DateFormatter().date(from: wall))
        try String(Int(moment.timeIntervalSinceNow)).write(toFile: step, atomically: true, encoding: .utf8)
        let screen = try terminal.wait(for: shown)
        let clock = try #require(ClockReader.clock(after: "DDI ?", in: screen))
        let passed = Int(Date().timeIntervalSince(after)) - 1...Int(Date().timeIntervalSince(before)) + 1
        #expect(passed.contains(clock), "shown \(clock) s, passed \(passed) s")
        #expect(try ward.firstCaesarean()["byWallClock"] as? Bool == false)
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
        try terminal.press("b")
        try terminal.wait(for: "Birth of baby 1")
        for choice in ["5", "1", "1"] {
            try terminal.press("Tab")
            try terminal.type(choice)
        }
        try terminal.press("Tab")
        try terminal.type("3120")
        try terminal.press("Enter")
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
        try first?.wait(for: "live")
        try second.wait(for: "live")
        try first?.press("F9")
        try first?.wait(for: "emergency caesarean")
        try first?.press("c")
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

    @Test func anIntervalAcrossAnotherBootSaysThatTheWallClockServed() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let first = try ward.open()
        try first.wait(for: "live")
        try first.press("F9")
        try first.wait(for: "emergency caesarean")
        try first.press("c")
        try first.wait(for: "DDI ?")
        let second = try ward.open(environment: ["MATRONA_BOOT_ID": "another boot"])
        try second.wait(for: "DDI ?")
        try second.press("2", "z")
        try second.wait(for: "by the wall clock")
        #expect(try ward.firstCaesarean()["byWallClock"] as? Bool == false)
    }

    @Test func aSecondTerminalSeesTheClock() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let first = try ward.open()
        let second = try ward.open(columns: 80, rows: 24)
        try first.wait(for: "live")
        try second.wait(for: "live")
        try first.press("F9")
        try first.wait(for: "emergency caesarean")
        try first.press("c")
        try second.wait(for: "DDI ?")
    }
}

/// Reads a clock from a screen.
enum ClockReader {
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
    func firstCaesarean() throws -> [String: Any] {
        let listed = try run(["list", "caesareans", "--format", "json"])
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
