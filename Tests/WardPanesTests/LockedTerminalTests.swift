import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What a terminal shows while nobody is signed in: clocks, and no name that is whole.
@Suite struct LockedTerminalTests {
    /// A ward whose mother has a name, a number, a plan and a risk factor, at a terminal of a size.
    private func app(_ size: Size) throws -> AppFixture {
        var app = AppFixture(size: size)
        let mother = try #require(app.mother?.id)
        let midwife = Badge("W1001")
        app.record(
            IdentifyMother(admission: mother, known: MotherIdentity(name: "李娜", mrn: "ZY20260001")), by: midwife)
        app.record(WritePlan(admission: mother, text: "twin delivery in theatre"), by: midwife)
        app.record(
            GradeRisk(admission: mother, grade: .red, infectious: true, factors: ["syphilis, treated"]), by: midwife)
        app.record(
            RecordBirth(admission: mother, mode: .vaginal, outcome: .live, sex: .female), by: midwife)
        return app
    }

    private static let sizes = [Size(columns: 120, rows: 36), Size(columns: 80, rows: 24), Size(columns: 40, rows: 10)]
    private static let secrets = ["李娜", "ZY20260001", "twin delivery", "syphilis"]

    @Test(arguments: sizes) func nothingThatIsOpenedTellsMoreThanTheBoard(size: Size) throws {
        var app = try app(size)
        for pane in "12345" {
            for moves in 0...3 {
                app.press(.character(pane))
                for _ in 0..<moves { app.press(.down) }
                app.press(.enter)
                for secret in Self.secrets {
                    #expect(!app.screen.contains(secret), "pane \(pane), row \(moves): \(secret)\n\(app.screen)")
                }
                app.press(.escape)
            }
        }
    }

    /// Who leaves a story open leaves it open to nobody.
    @Test func aStoryThatStaysOpenIsClosedToWhoeverComes() throws {
        var app = try app(Size(columns: 120, rows: 36))
        app.signIn("W1001")
        app.press(.down, .down, .enter)
        #expect(app.screen.contains("李娜") && app.screen.contains("twin delivery"))

        app.advance(milliseconds: 301_000)
        app.send(.tick)

        for secret in Self.secrets { #expect(!app.screen.contains(secret), "\(secret)\n\(app.screen)") }
        #expect(app.screen.contains("Sign in first"))
    }

    /// What was recorded of the terminal itself stands behind the last entry that can be corrected.
    @Test func theLastEntryToCorrectIsOneThatCanBe() throws {
        var app = try app(Size(columns: 120, rows: 36))
        app.signIn("W1001")
        app.press(.down, .down, .character("p"))
        app.type("steroids given")
        app.press(.enter)
        app.press(.character("m"), .character("u"))
        #expect(app.screen.contains("steroids given"), "\(app.screen)")
        #expect(!app.screen.contains("names revealed"), "\(app.screen)")
    }
}
