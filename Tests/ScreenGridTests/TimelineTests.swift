import Testing

@testable import ScreenGrid

@Suite struct TimelineTests {
    private let events = [
        Timeline.Event(Span("team called"), figures: [Span("0:40")], from: 0, at: 40, target: 60),
        Timeline.Event(Span("到达手术室"), figures: [Span("12:30")], from: 40, at: 750, target: 600, role: .late),
        Timeline.Event(Span("time-out"), figures: [Span("")], at: nil, target: 800),
    ]

    private func timeline(cursor: Int? = nil, scroll: ListScroll? = nil) -> Timeline {
        Timeline(
            events: events, headings: ["Milestone", "Time"], scale: 0...900, limit: 880, cursor: cursor,
            scroll: scroll)
    }

    private func text(_ timeline: Timeline, columns: Int, rows: Int) -> String {
        var grid = CellGrid(size: Size(columns: columns, rows: rows))
        grid.draw(timeline)
        return grid.plainText()
    }

    @Test func eventsLieToScaleWithTheirTargets() {
        #expect(
            text(timeline(), columns: 50, rows: 4)
                == """
                 Milestone    Time 0m        5m        10m
                 team called  0:40 =o|       .         .        :.
                 到达手术室  12:30 .===================|====o   :.
                 time-out          .         .         .      | :.
                """)
    }

    @Test func figuresGiveWayAndNamesWrapWhereTheAxisNeedsTheRoom() {
        let narrow = text(timeline(), columns: 40, rows: 4)
        #expect(narrow.contains("Milestone") && !narrow.contains("Time"))
        let lines = text(timeline(), columns: 32, rows: 6)
        for piece in ["team", "called", "到达", "室", "time-out"] { #expect(lines.contains(piece)) }
        #expect(timeline().rowsNeeded(columns: 32) > timeline().rowsNeeded(columns: 40))
    }

    @Test func behindTheCursorNothingIsDrawn() {
        let rows = text(timeline(cursor: 300), columns: 50, rows: 4).split(separator: "\n")
        #expect(rows[1].hasSuffix("=o|       >"))
        #expect(!rows[2].contains("o"))
        #expect(rows[3].hasSuffix(">"))
    }

    @Test func theSelectedEventStaysInView() {
        let lines = text(timeline(scroll: ListScroll(selected: 2)), columns: 50, rows: 2).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[1].hasPrefix(">time-out"))
    }

    @Test(arguments: [
        (0...1800, 52, 300), (0...1800, 24, 600), (0...90, 50, 15), (-300...2400, 60, 300), (0...20000, 50, 3600),
        (0...0, 10, 1),
    ])
    func ticksAreRoundAndHaveRoom(scale: ClosedRange<Int>, columns: Int, step: Int) {
        let axis = TimeAxis(scale, columns: columns)
        #expect(axis.step == step)
        #expect(axis.ticks.allSatisfy { $0.isMultiple(of: step) && scale.contains($0) })
    }

    @Test func bothEndsOfTheScaleAreTheEndsOfTheAxis() {
        let axis = TimeAxis(-60...1800, columns: 31)
        #expect(axis.column(of: -60) == 0)
        #expect(axis.column(of: 1800) == 30)
        #expect(axis.column(of: 5000) == 30)
        #expect(axis.column(of: -5000) == 0)
    }

    @Test func noNameIsEverCut() {
        for columns in 12...100 {
            var grid = CellGrid(size: Size(columns: columns, rows: 40))
            grid.draw(timeline())
            let drawn = grid.plainText().filter { !$0.isWhitespace }
            #expect(drawn.contains("team"))
            for character in "到达手术室" { #expect(drawn.contains(character)) }
        }
    }
}
