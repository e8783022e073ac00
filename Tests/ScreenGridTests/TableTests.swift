import ScreenGrid
import Testing

@Suite struct TableTests {
    private let columns = [
        TableColumn("Bed", alignment: .trailing), TableColumn("Mother", minimum: 12, isIdentity: true),
        TableColumn("Note", minimum: 4, givesWay: 2), TableColumn("Due", givesWay: 1),
    ]
    private let rows = [
        [TableCell("1"), TableCell("张*华"), TableCell("twins, GBS positive"), TableCell("FHR 18m", .due)],
        [TableCell("12"), TableCell("努尔古丽·艾合买提", .mother), TableCell("-"), TableCell("CS", .overdue)],
    ]

    @Test func columnsTakeWhatTheyNeed() {
        #expect(
            text(width: 60) == """
                 Bed Mother            Note                Due
                   1 张*华             twins, GBS positive FHR 18m
                > 12 努尔古丽·艾合买提 -                   CS
                """)
    }

    @Test func columnsGiveWayInTheirOrder() {
        #expect(
            text(width: 40) == """
                 Bed Mother            Note      Due
                   1 张*华             twins, G~ FHR 18m
                > 12 努尔古丽·艾合买提 -         CS
                """)
    }

    @Test func aNameWrapsAndIsNeverCut() {
        #expect(
            text(width: 16, rows: 5) == """
                 Bed Mother
                   1 张*华
                > 12 努尔古丽·艾
                     合买提

                """)
    }

    @Test func theMouseFindsItsRow() {
        let table = table()
        #expect(table.rowIndex(atRow: 0, in: Size(columns: 16, rows: 5)) == nil)
        #expect(table.rowIndex(atRow: 3, in: Size(columns: 16, rows: 5)) == 1)
        #expect(table.rowIndex(atRow: 4, in: Size(columns: 16, rows: 5)) == nil)
        #expect(table.rowsNeeded(columns: 16) == 4)
        #expect(table.rowsNeeded(columns: 16, enough: 4) == 4)
        #expect(table.rowsNeeded(columns: 16, enough: 2) == 2)
    }

    @Test func statesKeepTheirLookInTheSelectedRow() {
        var grid = CellGrid(size: Size(columns: 60, rows: 3))
        grid.draw(table(hasFocus: true))
        let row = grid.styleText.split(separator: "\n")[2]
        #expect(row.hasPrefix("SSSSSSSSS"))
        #expect(row.filter { $0 == StyleRole.overdue.letter }.count == 2)
    }

    private func table(hasFocus: Bool = false) -> Table {
        Table(columns: columns, rows: rows, scroll: ListScroll(selected: 1), hasFocus: hasFocus)
    }

    private func text(width: Int, rows: Int = 3) -> String {
        var grid = CellGrid(size: Size(columns: width, rows: rows))
        grid.draw(table())
        return grid.plainText()
    }
}

@Suite struct ListScrollTests {
    @Test func theSelectionStaysInView() {
        var scroll = ListScroll()
        #expect(scroll.visible(count: 10, rows: 4) == 0..<4)
        for _ in 0..<4 { #expect(scroll.take(.down, count: 10, rows: 4) == true) }
        scroll.settle(count: 10, rows: 4)
        #expect(scroll.visible(count: 10, rows: 4) == 1..<5)
        #expect(scroll.take(.up, count: 10, rows: 4) == true)
        #expect(scroll.visible(count: 10, rows: 4) == 1..<5)
        #expect(scroll.take(.end, count: 10, rows: 4) == true)
        #expect(scroll.visible(count: 10, rows: 4) == 6..<10)
        #expect(scroll.take(.home, count: 10, rows: 4) == true)
        #expect(scroll.selected == 0)
        #expect(scroll.take(.enter, count: 10, rows: 4) == false)
    }

    @Test func aShorterListAndATallerAreaLeaveNoGap() {
        var scroll = ListScroll(selected: 9)
        scroll.settle(count: 10, rows: 3)
        #expect(scroll.visible(count: 10, rows: 20) == 0..<10)
        #expect(scroll.visible(count: 4, rows: 3) == 1..<4)
        #expect(scroll.visible(count: 0, rows: 3).isEmpty)
        #expect(scroll.visible(count: 4, rows: 0).isEmpty)
    }

    @Test func tallItemsTakeTheirRows() {
        let scroll = ListScroll(selected: 3)
        #expect(scroll.visible(count: 5, rows: 5) { $0 == 2 ? 3 : 1 } == 1..<4)
    }
}
