import Testing

@testable import ScreenGrid

@Suite struct RunChartTests {
    private func text(_ widget: some Widget, columns: Int, rows: Int) -> String {
        var grid = CellGrid(size: Size(columns: columns, rows: rows))
        grid.draw(widget)
        return grid.plainText()
    }

    private func chart(_ values: [Double?], selected: Int? = nil) -> RunChart {
        let points = values.enumerated().map { index, value in
            RunChart.Value(value, sign: index == 3 ? "+" : "o", captions: ["\(index + 1)"])
        }
        return RunChart(
            points: points,
            levels: [
                RunChart.Level(20, "20", sign: "-"), RunChart.Level(40, "40"), RunChart.Level(10, "10"),
            ], headings: ["n"], selected: selected)
    }

    @Test func valuesStandAboveTheirCaptionsAndAGapStaysAGap() {
        #expect(
            text(chart([40, 20, nil, 10]), columns: 16, rows: 5)
                == """
                40 | o
                   |
                20 |----o-------
                10 |          +
                n    1  2  3  4
                """)
    }

    @Test func theNewestAreShownWhereNotAllFit() {
        let lines = text(chart([40, 20, nil, 10]), columns: 6, rows: 5).split(separator: "\n")
        #expect(lines.last?.hasSuffix("4") == true)
        #expect(lines.allSatisfy { !$0.contains("o") })
    }

    @Test func oneValueStandsInTheMiddle() {
        let one = RunChart(points: [RunChart.Value(5)], levels: [])
        #expect(text(one, columns: 4, rows: 3) == "|\n| o\n|")
        #expect(text(RunChart(points: [], levels: []), columns: 4, rows: 2) == "\n")
    }

    @Test func aCaptionTooWideForItsStepStandsBelowEverySecondValue() {
        let points = (1...4).map { RunChart.Value(Double($0), captions: ["1\($0)"]) }
        let chart = RunChart(points: points, levels: [], headings: ["n"], selected: 1)
        let line = text(chart, columns: 11, rows: 3).split(separator: "\n").last.map(String.init) ?? ""
        #expect(line.contains("12") && line.contains("14"))
        #expect(!line.contains("11") && !line.contains("13"))
    }

    @Test func paretoBarsShareOneScaleWithTheirSum() {
        let causes = [
            ParetoBars.Cause(Span("D04 转运延迟"), figures: [Span("6")], share: 0.6, cumulative: 0.6),
            ParetoBars.Cause(Span("D01 staff"), figures: [Span("3")], share: 0.3, cumulative: 0.9),
            ParetoBars.Cause(Span("D99 other"), figures: [Span("1")], share: 0.1, cumulative: 1),
        ]
        let bars = ParetoBars(causes: causes, headings: ["Reason", "n"], scroll: ListScroll(selected: 1))
        #expect(
            text(bars, columns: 36, rows: 4)
                == """
                 Reason       n
                 D04 转运延迟 6 ###########|
                >D01 staff    3 ######           |
                 D99 other    1 ##                 |
                """)
    }
}
