import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// A drill in front says DRILL on every row of the screen; what is real never does.
struct FrameWordTests {
    private static let sizes = [(80, 24), (100, 30), (119, 36), (200, 60)]

    /// Rows of the whole screen without the word, from the top.
    private func bare(_ ward: DrillFixture) -> [String] {
        ward.screen().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            .filter { !$0.contains("DRILL") && !$0.isEmpty }
    }

    @Test(arguments: [Language.english, .chinese], sizes)
    func everyRowSaysSo(language: Language, size: (Int, Int)) {
        var ward = DrillFixture(language: language, columns: size.0, rows: size.1)
        ward.startDrill()
        if size.0 >= 120 { ward.tap(.character("z")) }
        #expect(bare(ward) == [], "running")
        for key in [
            Key.character("e"), .character("i"), .character("f"), .character("o"), .character("r"), .character("x"),
        ] {
            ward.tap(key)
            #expect(bare(ward) == [], "\(key)")
            ward.press(.escape)
        }
        ward.press(.home, .down, .down, .character(" "))
        #expect(bare(ward) == [], "the drug's form")
        ward.press(.escape, .character("p"))
        #expect(bare(ward) == [], "paused, with its message")
        ward.press(.character("g"), .character("f"), .character("f"))
        #expect(bare(ward) == [], "the result")
        ward.press(.character("d"))
        #expect(bare(ward) == [], "the debrief")
    }

    @Test func inTilesEveryRowOfItsOwnPaneSaysSoAndNoOther() {
        var ward = DrillFixture(columns: 120, rows: 36)
        ward.startDrill()
        let rows = ward.screen().split(separator: "\n").map(String.init)
        let state = ward.terminals[0]
        let scene = state.scene(ward.now)
        let areas = state.frameAreas(RunningClocks(scene), scene)
        let area = state.paneAreas(in: areas, scene).first { $0.id == .drillChecklist }!.rect
        for row in area.row..<area.endRow {
            #expect(rows[row].suffix(area.columns).contains("DRILL"), "\(rows[row])")
            #expect(!rows[row].prefix(40).contains("DRILL"))
        }
        ward.tap(.character("1"))
        let header = ward.screen().split(separator: "\n").map(String.init)
        #expect(!header[0].contains("DRILL") && !header.last!.contains("DRILL"))
    }

    @Test func aRealResponseAndTheEmergencyQuestionSayItNowhereOfTheirOwn() {
        var ward = DrillFixture()
        ward.startResponse()
        #expect(!ward.screen().contains("DRILL"))
        ward = DrillFixture()
        ward.startDrill()
        ward.tap(.character("!"))
        let rows = ward.screen().split(separator: "\n").map(String.init)
        #expect(!rows[0].contains("DRILL") && !rows.last!.contains("DRILL"))
        #expect(rows.joined().contains("This is REAL"))
    }

    @Test func realClocksStandBeforeDrillClocksAndNoneIsHidden() throws {
        var ward = DrillFixture([.small, .long], columns: 80, rows: 24)
        ward.record(StartChecklist<Drill>(drillProtocol: "haem"), by: Badge("W1001"))
        ward.record(StartChecklist<Drill>(drillProtocol: "long"), by: Badge("W1001"))
        ward.advance(seconds: 75)
        ward.record(DecideCaesarean(admission: ward.mother?.id), by: nil)
        ward.record(StartChecklist<Response>(drillProtocol: "haem", admission: ward.mother?.id), by: nil)
        for (columns, rows) in [(80, 24), (120, 36), (40, 10), (30, 8)] {
            ward.send(.terminal(.resize(Size(columns: columns, rows: rows))), 0)
            let screen = ward.screen()
            let texts = ["DDI", "00:00 bed 3", "DRILL 演练 01:15 suspended"]
            let places = texts.map { screen.firstRange(of: $0)?.lowerBound }
            #expect(!places.contains(nil), "\(columns)x\(rows)\n\(screen)")
            #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(screen)")
            #expect(screen.components(separatedBy: "DRILL 演练 01:15 suspended").count == 3)
        }
    }
}
