import ScreenGrid
import Testing

@Suite struct WidgetTests {
    @Test func aDialogHidesWhatIsBeneath() {
        var grid = CellGrid(size: Size(columns: 20, rows: 5))
        for row in 0..<5 { grid.put(String(repeating: "李", count: 10), at: Point(0, row)) }
        let dialog = Dialog(title: "PIN", contentSize: Size(columns: 9, rows: 1))
        grid.draw(dialog)
        let frame = dialog.frame(in: grid.area)
        grid.put("****", at: Dialog.interior(of: frame).origin, .dialog)
        #expect(
            grid.plainText() == """
                李李李李李李李李李李
                李 +PIN========+李李
                李 | ****      |李李
                李 +===========+李李
                李李李李李李李李李李
                """)
    }

    @Test func aPanelHasATitle() {
        #expect(text(Panel(title: "产房"), columns: 8, rows: 3) == "+产房--+\n|      |\n+------+")
    }

    @Test(arguments: [
        (0.0, "[.......|..]"), (0.5, "[#####..|..]"), (0.75, "[#######|..]"), (1.0, "[#######|##]"),
        (9.0, "[#######|##]"),
        (-1.0, "[.......|..]"), (Double.nan, "[.......|..]"),
    ])
    func aBarFills(share: Double, drawn: String) {
        #expect(text(ProgressBar(share: share, marks: [0.7]), columns: 12, rows: 1) == drawn)
    }

    @Test func bigDigitsCanBeReadFromAfar() {
        let digits = BigDigits("12:3")
        #expect(digits.size == Size(columns: 21, rows: 5))
        #expect(
            text(digits, columns: 21, rows: 5) == """
                  #   #####     #####
                 ##       #  #      #
                  #   #####      ####
                  #   #      #      #
                ##### #####     #####
                """)
        let small = BigDigits("0:9", height: .three)
        #expect(text(small, columns: 9, rows: 3) == " _     _\n| | . |_|\n|_| .  _|")
    }

    private func text(_ widget: some Widget, columns: Int, rows: Int) -> String {
        var grid = CellGrid(size: Size(columns: columns, rows: rows))
        grid.draw(widget)
        return grid.plainText()
    }
}
