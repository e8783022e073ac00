import ScreenGrid
import Testing

@Suite struct LayoutTests {
    private let screen = Rect(column: 0, row: 0, columns: 80, rows: 24)

    @Test func fixedAndFlexibleAreasFillTheWhole() {
        let areas = screen.splitColumns([.fixed(20), .flexible(), .flexible(weight: 2)])
        #expect(areas.map(\.columns) == [20, 20, 40])
        #expect(areas.map(\.column) == [0, 20, 40])
    }

    @Test func minimumsComeFirst() {
        let areas = screen.splitRows([.flexible(minimum: 20), .flexible(), .fixed(3)], gap: 1)
        #expect(areas.map(\.rows) == [20, 0, 2])
        #expect(areas.last?.endRow == 24)
    }

    @Test func topAndBottomNeverGrowBeyondTheArea() {
        #expect(screen.splitTop(1).rest == Rect(column: 0, row: 1, columns: 80, rows: 23))
        #expect(screen.splitBottom(30).bottom == screen)
        #expect(screen.splitBottom(1).bottom.row == 23)
    }

    @Test func centredAreasStayInside() {
        #expect(
            screen.centred(Size(columns: 40, rows: 10)) == Rect(column: 20, row: 7, columns: 40, rows: 10))
        #expect(screen.centred(Size(columns: 100, rows: 100)) == screen)
    }
}
