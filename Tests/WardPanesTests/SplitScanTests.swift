import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// Scans that the line brings in pieces: no character of them ever acts as a key, and no part of one is a code.
struct SplitScanTests {
    private static let gaps: [Int64] = [60, 120, 240]

    @Test(arguments: gaps)
    func aSplitScanRecordsNothingOnTheBoard(gap: Int64) {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down)
        let before = app.entries.count
        app.scan(parts: ["]C1", "0190123400000000018"], apart: gap)
        #expect(app.entries.count == before)
        #expect(app.screen.contains("The code '0190123400000000018' can't be read"))
        #expect(app.session.state.dialogs.isEmpty)
    }

    /// The rest of a code that stalled behind the site's prefix is no key; an emergency behind it starts as of its press.
    @Test func nothingOfAPrefixedCodeThatStalledActs() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.session = AppSession(state: app.session.state, scannerPrefix: "~")
        app.scan(parts: ["~6901234", "q1c"], apart: 400)
        #expect(app.session.state.dialogs.isEmpty, "\(app.screen)")
        #expect(app.screen.contains("The code came in pieces: scan it again."))

        app.scan(parts: ["~6901234"], apart: 0)
        app.send(.terminal(.key(.character("~"))))
        for character in "690" {
            app.advance(milliseconds: 5)
            app.send(.terminal(.key(.character(character))))
        }
        app.advance(milliseconds: 600)
        let pressed = app.reading.uptime
        app.send(.terminal(.key(.character("!"))))
        app.advance(milliseconds: 300)
        app.press(.character("c"))
        app.advance(milliseconds: 300)
        let run = try #require(app.ward.admissions.values.flatMap(\.runs).first)
        #expect(run.decidedAt.uptime == pressed)
    }

    /// A code with a fault is nobody's, whatever waits for it.
    @Test(arguments: ["n", "o"] as [Character])
    func aCodeWithAFaultFillsNoField(key: Character) {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character(key))
        let before = app.screen
        app.scan("]C18018690123400000000019")
        #expect(app.screen.contains("can't be read"), "\(app.screen)")
        app.advance(milliseconds: 10_000)
        #expect(app.screen.split(separator: "\n").dropFirst() == before.split(separator: "\n").dropFirst())
    }

    @Test(arguments: gaps, [["]C", "1690123400000000018"], ["69", "0123400000000018"], ["]d2", "010690", "12"]])
    func aSplitScanRecordsNothingBesideAClock(gap: Int64, parts: [String]) throws {
        var app = Self.beside(aClockOf: "W1001")
        let before = app.entries.count
        app.scan(parts: parts, apart: gap)
        #expect(app.entries.count == before)
        #expect(try Self.run(app).arrivals.isEmpty)
        #expect(app.session.state.dialogs.isEmpty)
    }

    /// The first character has acted before anybody could know; the rest is still nobody's badge.
    @Test(arguments: gaps)
    func aBadgeWithoutItsBeginningIsNoArrival(gap: Int64) throws {
        var app = Self.beside(aClockOf: nil)
        app.scan(parts: ["6", "7001"], apart: gap)
        #expect(try Self.run(app).arrivals.isEmpty)
        #expect(app.screen.contains("The code came in pieces: scan it again."))
        app.scan("67001")
        #expect(try Self.run(app).arrivals.map(\.badge) == [Badge("67001")])
    }

    @Test func aCodeThatBrokeOffIsNoArrival() throws {
        var app = Self.beside(aClockOf: nil)
        app.scan(parts: ["]C169", "0001"], apart: 400)
        #expect(try Self.run(app).arrivals.isEmpty)
        #expect(app.session.state.dialogs.isEmpty)
    }

    @Test func keysStillActOnTheScreenAtOnce() {
        var app = AppFixture()
        app.send(.terminal(.key(.character("!"))))
        app.send(.terminal(.key(.character("?"))))
        #expect(app.screen.contains("EMERGENCY"))
    }

    private static func beside(aClockOf badge: String?) -> AppFixture {
        var app = AppFixture()
        if let badge { app.signIn(badge) }
        app.press(.down, .down, .character("!"), .character("c"), .character("2"))
        app.advance(milliseconds: 5000)
        return app
    }

    private static func run(_ app: AppFixture) throws -> CaesareanRun {
        try #require(app.ward.admissions.values.flatMap(\.runs).first)
    }
}
