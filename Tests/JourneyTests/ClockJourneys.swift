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

    @Test func aStepOfTheWallClockMovesNoInterval() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let step = try ward.file("clock-step", "0")
        let terminal = try ward.open(environment: ["MATRONA_CLOCK_STEP_FILE": step])
        try terminal.wait(for: "live")
        try terminal.press("!")
        try terminal.wait(for: "emergency caesarean")
        try terminal.press("c")
        try terminal.wait(for: "DDI ?")
        try "3600".write(toFile: step, atomically: true, encoding: .utf8)
        let screen = try terminal.wait(for: "wall clock jumped by 3600 s")
        let shown = try #require(ClockReader.clock(after: "DDI ?", in: screen))
        #expect(shown < 60)
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
    /// When the first caesarean was decided, from the ledger's own list.
    func firstDecision() throws -> Date {
        let listed = try run(["list", "caesareans", "--format", "json"])
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]])
        let text = try #require(rows.first?["decidedAt"] as? String)
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        return try #require(format.date(from: text) ?? ISO8601DateFormatter().date(from: text))
    }
}
