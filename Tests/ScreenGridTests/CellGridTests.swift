import ScreenGrid
import SeededNumbers
import Testing

@Suite struct CellGridTests {
    @Test func textLandsWhereItIsPut() {
        var grid = CellGrid(size: Size(columns: 12, rows: 2))
        let used = grid.put("床3 李娜", at: Point(1, 0), .mother)
        #expect(used == 8)
        #expect(grid.plainText() == " 床3 李娜\n")
        #expect(grid.styleText == ".aaaaaaaa...\n............")
    }

    @Test func aWideGlyphIsNeverSplit() {
        var grid = CellGrid(size: Size(columns: 4, rows: 1))
        #expect(grid.put("a李娜", at: Point(0, 0)) == 4)
        #expect(grid.plainText() == "a李")
        grid.put("b", at: Point(2, 0))
        #expect(grid.plainText() == "a b")
        grid.put("李", at: Point(1, 0))
        grid.put("c", at: Point(1, 0))
        #expect(grid.plainText() == "ac")
    }

    @Test func aWideGlyphAtTheLeftEdgeShowsASpace() {
        var grid = CellGrid(size: Size(columns: 4, rows: 1))
        grid.put("李娜", at: Point(-1, 0), .title)
        #expect(grid.plainText() == " 娜")
        #expect(grid.styleText == "TTT.")
        grid.put("abc", at: Point(-1, 0))
        #expect(grid.plainText() == "bc")
    }

    /// A name that begins left of an area, or of all of it, leaves what stands beside the area alone.
    @Test(arguments: [(0, -1), (0, -2), (4, -1), (4, 0), (8, -1), (8, -9)])
    func textLeftOfAnEmptyAreaWritesNothing(edge: Int, column: Int) {
        var grid = CellGrid(size: Size(columns: 8, rows: 2))
        grid.put("abcdefgh", at: Point(0, 0))
        grid.put("ijklmnop", at: Point(0, 1))
        let before = grid
        for row in 0..<2 {
            grid.inside(Rect(column: edge, row: row, columns: 0, rows: 1)) { $0.put("李娜", at: Point(column, 0)) }
        }
        #expect(grid == before)
    }

    @Test func aWideGlyphLeftOfTheEdgeTakesNoMoreColumnsThanItMay() {
        var grid = CellGrid(size: Size(columns: 4, rows: 1))
        grid.put("abcd", at: Point(0, 0))
        #expect(grid.put("李", at: Point(-1, 0), width: 1) == 1)
        #expect(grid.plainText() == "abcd")
        #expect(grid.put("李", at: Point(-3, 0)) == 2)
        #expect(grid.plainText() == "abcd")
    }

    @Test func drawingStaysInItsArea() {
        var grid = CellGrid(size: Size(columns: 8, rows: 3))
        grid.inside(Rect(column: 2, row: 1, columns: 4, rows: 1)) { grid in
            #expect(grid.area == Rect(column: 0, row: 0, columns: 4, rows: 1))
            grid.put("李娜王", at: Point(0, 0))
            grid.put("below", at: Point(0, 1))
            grid.put("above", at: Point(0, -1))
            grid.placeCursor(at: Point(1, 0))
            grid.placeCursor(at: Point(1, 1))
        }
        #expect(grid.plainText() == "\n  李娜\n")
        #expect(grid.cursor == Point(3, 1))
    }

    @Test func selectionKeepsWhatHasAMeaning() {
        var grid = CellGrid(size: Size(columns: 8, rows: 1))
        grid.put([Span("李", .mother), Span("!!", .alarmHigh), Span("x")], at: Point(0, 0))
        grid.select(Rect(column: 1, row: 0, columns: 7, rows: 1))
        #expect(grid.styleText == "aa33SSSS")
        grid.select(grid.area)
        #expect(grid.styleText == "SS33SSSS")
    }

    @Test func linesJoinWhereTheyCross() {
        var grid = CellGrid(size: Size(columns: 7, rows: 3))
        grid.box(Rect(column: 0, row: 0, columns: 4, rows: 3))
        grid.box(Rect(column: 3, row: 0, columns: 4, rows: 3))
        #expect(grid.plainText() == "+--+--+\n|  |  |\n+--+--+")
        #expect(grid.plainText(lineArt: .box) == "┌──┬──┐\n│  │  │\n└──┴──┘")
    }

    @Test func theFocusShowsInTheFrame() {
        var grid = CellGrid(size: Size(columns: 8, rows: 3))
        grid.box(grid.area, title: [Span("2 剖宫产", .title)], strong: true)
        #expect(grid.plainText() == "+2 剖宫+\n|      |\n+======+")
    }

    @Test func everyRowSumsToTheWidthWhateverIsDrawn() {
        var random = SeededRandom(seed: 1)
        let size = Size(columns: 23, rows: 9)
        var grid = CellGrid(size: size)
        for _ in 0..<3000 {
            grid.drawAtRandom(&random)
            expectWholeGlyphs(grid)
        }
    }

    @Test func theDifferenceTurnsOneGridIntoTheOther() {
        var random = SeededRandom(seed: 2)
        var old = CellGrid(size: Size(columns: 23, rows: 9))
        for _ in 0..<500 {
            var new = Bool.random(using: &random) ? old : CellGrid(size: old.size)
            for _ in 0..<3 { new.drawAtRandom(&random) }
            expectExactDifference(from: old, to: new)
            old = new
        }
    }

    @Test func anEqualGridHasNoDifference() {
        var one = CellGrid(size: Size(columns: 9, rows: 1))
        var other = one
        one.put("e\u{301}o\u{302}", at: Point(0, 0))
        other.put("o\u{302}", at: Point(1, 0))
        other.put("e\u{301}", at: Point(0, 0))
        #expect(one == other)
        other.put("o\u{303}", at: Point(1, 0))
        #expect(other.changes(from: one) == [ChangedSpan(row: 0, columns: 1..<2)])
    }

    private func expectWholeGlyphs(_ grid: CellGrid, _ location: SourceLocation = #_sourceLocation) {
        for row in 0..<grid.size.rows {
            var column = 0
            while column < grid.size.columns {
                let content = grid.content(column: column, row: row)
                #expect(content != .continuation, sourceLocation: location)
                let width = content.columns
                if width == 2 {
                    guard column + 1 < grid.size.columns else {
                        Issue.record("a wide glyph ends outside its row", sourceLocation: location)
                        return
                    }
                    #expect(grid.content(column: column + 1, row: row) == .continuation, sourceLocation: location)
                    let isOneRole = grid.role(column: column, row: row) == grid.role(column: column + 1, row: row)
                    #expect(isOneRole, sourceLocation: location)
                }
                column += width
            }
        }
    }

    private func expectExactDifference(from old: CellGrid, to new: CellGrid) {
        var changed = Set<Point>()
        for span in new.changes(from: old) {
            changed.formUnion(span.columns.map { Point($0, span.row) })
            #expect(new.content(column: span.columns.lowerBound, row: span.row) != .continuation)
            if span.columns.upperBound < new.size.columns {
                #expect(new.content(column: span.columns.upperBound, row: span.row) != .continuation)
            }
        }
        for row in 0..<new.size.rows {
            for column in 0..<new.size.columns {
                let isSame =
                    new.content(column: column, row: row) == old.content(column: column, row: row)
                    && new.role(column: column, row: row) == old.role(column: column, row: row)
                let isSecondHalf = new.content(column: column, row: row) == .continuation
                #expect(isSame != changed.contains(Point(column, row)) || (isSame && isSecondHalf))
            }
        }
    }
}

extension CellContent {
    fileprivate var columns: Int {
        switch self {
        case .scalar(let scalar): DisplayWidth.width(of: scalar)
        case .cluster(let text): text.displayWidth
        case .line: 1
        case .continuation: 0
        }
    }
}

extension CellGrid {
    fileprivate mutating func drawAtRandom(_ random: inout SeededRandom) {
        let rect = random.rect(in: size)
        let role = StyleRole.allCases.randomElement(using: &random) ?? .text
        switch Int.random(in: 0..<6, using: &random) {
        case 0: fill(rect, role)
        case 1: box(rect, title: [Span(random.text(length: 6))])
        case 2: restyle(rect, role)
        case 3:
            let text = random.text(length: 20)
            inside(rect) { $0.put(text, at: Point(Int.random(in: -3...3, using: &random), 0), role) }
        default:
            put(random.text(length: 20), at: rect.origin, role, width: rect.columns)
        }
    }
}
