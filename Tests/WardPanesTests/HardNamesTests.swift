import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// Names as they come from outside: whatever is in them is shown safely, never cut, and breaks no row.
struct HardNamesTests {
    static let names = [
        "evil\u{1B}[31mred\u{1B}]0;title\u{07}name",
        "left\u{202E}thgir\u{202C}\u{2066}iso\u{2069}",
        "zero\u{200B}width\u{200D}join\u{FEFF}er\u{00AD}",
        String(repeating: "長", count: 32),
        "Anna-Maria Theodora Konstantinopoulou-Papadimitriou de la Fuente",
        "𠮷田𠀋子𪚥",
        "བཀྲ་ཤིས་ལྷ་མོ",
        "ئايگۈل تۇرسۇن",
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}lodie",
        "line\nbreak\ttab",
    ]
    private static let sizes = [(80, 24), (120, 36), (40, 10)]

    /// A ward with one such mother in bed 3, her baby, a running caesarean and a list for her, at a terminal of a size.
    private func app(_ name: String, _ columns: Int, _ rows: Int) -> AppFixture {
        var app = AppFixture(size: Size(columns: columns, rows: rows), rules: ClinicalLibrary.compiledIn.rules)
        guard let mother = app.mother?.id else { return app }
        let midwife = Badge("W1001")
        app.record(AddStaff(badge: Badge("H1"), name: name, role: .midwife), by: Badge("A1001"))
        #expect(
            app.record(IdentifyMother(admission: mother, known: MotherIdentity(name: name)), by: midwife) == nil)
        app.record(TakeCharge(admission: mother, staff: Badge("H1")), by: midwife)
        app.record(
            RecordBirth(admission: mother, mode: .vaginal, outcome: .live, sex: .female), by: Badge("H1"))
        app.record(StartChecklist<Response>(drillProtocol: "pph", admission: mother), by: midwife)
        app.signIn("W1001")
        return app
    }

    @Test(arguments: names, sizes) func everyPaneStaysWhole(_ name: String, size: (Int, Int)) {
        var app = app(name, size.0, size.1)
        app.press(.down, .down, .character("m"))
        for pane in ["1", "2", "3", "4"] {
            app.press(.character(Character(pane)), .enter)
            expectWhole(app, "pane \(pane)")
            app.press(.escape)
            expectWhole(app, "pane \(pane) after Esc")
        }
    }

    @Test(arguments: names) func everyDialogStaysWhole(_ name: String) {
        var app = app(name, 80, 24)
        app.press(.down, .down, .character("m"))
        for key in ["n", "o", "r", "b", "v", "d", "p", "e", "i", "!", "/", ":", "?", "u"] {
            app.press(.character(Character(key)))
            expectWhole(app, "dialog \(key)")
            app.press(.escape)
        }
    }

    @Test(arguments: names) func theNameIsNeverCut(_ name: String) {
        var app = app(name, 120, 36)
        let name = recorded(app)
        app.press(.down, .down, .character("m"))
        app.advance(milliseconds: 7000)
        for pane in [1, 3] { #expect(holds(name, app, area(pane)), "pane \(pane):\n\(app.screen)") }
        app.press(.enter)
        #expect(holds(name, app, area(1)), "her story:\n\(app.screen)")
        app.press(.character("i"))
        #expect(holds(name, app, Rect(column: 0, row: 2, columns: 120, rows: 33)), "the form's title:\n\(app.screen)")
    }

    /// Twins of one such mother, and a mother whose name is like hers: on every sheet of pane 3 the name stands whole, each
    /// child with its letter and place among them.
    @Test(arguments: names, [(80, 24), (120, 36)]) func twinsOfALongNameStayApart(_ name: String, size: (Int, Int)) {
        var app = app(name, size.0, size.1)
        guard let mother = app.mother?.id else { return }
        let name = recorded(app)
        let (midwife, whole) = (Badge("W1001"), Rect(column: 0, row: 2, columns: size.0, rows: size.1 - 2))
        app.record(RecordBirth(admission: mother, mode: .vaginal, outcome: .live, sex: .female), by: midwife)
        app.record(AdmitMother(identity: MotherIdentity(name: name, mrn: "ZY777")), by: midwife)
        for order in 1...2 {
            let baby = NewbornID(mother, order: order)
            app.record(AttachBand(newborn: baby, band: "TWIN-\(order)", limb: .leftWrist), by: midwife)
        }
        app.press(.character("3"), .character("m"))
        if size.0 > 80 { app.press(.character("z")) }
        for twin in ["A 1/2", "B 2/2"] {
            #expect(holds(name, app, whole) && app.screen.contains(twin), "the list:\n\(app.screen)")
            app.press(.down)
        }
        let distinct = DistinctName.surnameFirst(name)
        for order in 1...2 {
            app.scan("TWIN-\(order)")
            #expect(holds(distinct, app, whole) && app.screen.contains("\(order)/2"), "the chain:\n\(app.screen)")
            app.press(.character("h"))
            app.scan("TWIN-\(order)")
            #expect(holds(distinct, app, whole) && app.screen.contains("\(order)/2"), "handover:\n\(app.screen)")
            app.press(.escape, .escape)
        }
        app.press(.character("c"))
        #expect(holds(name, app, whole) && app.screen.contains("A 1/2"), "the count:\n\(app.screen)")
    }

    /// The name as it is kept: all of it that can be seen.
    private func recorded(_ app: AppFixture) -> String { app.mother?.identity.name ?? "" }

    /// The quarter of the screen in which a pane stands.
    private func area(_ pane: Int) -> Rect {
        Rect(column: pane % 2 == 1 ? 0 : 66, row: pane <= 2 ? 2 : 18, columns: pane % 2 == 1 ? 66 : 54, rows: 17)
    }

    /// Whether all of a name stands in an area: in one row, or wrapped, each line beginning below the one before.
    private func holds(_ name: String, _ app: AppFixture, _ area: Rect) -> Bool {
        let grid = app.session.state.draw(now: app.now)
        let wanted = glyphs(of: name.safeForScreen)
        return (area.row..<min(area.endRow, grid.size.rows)).contains { row in
            (area.column..<min(area.endColumn, grid.size.columns)).contains { column in
                isShown(wanted[...], grid, row: row, column: column)
            }
        }
    }

    private func isShown(_ wanted: ArraySlice<String>, _ grid: CellGrid, row: Int, column: Int) -> Bool {
        var rest = wanted
        for place in column..<grid.size.columns {
            guard let next = rest.first else { return true }
            let shown = text(grid.content(column: place, row: row))
            if shown == next { rest = rest.dropFirst() } else if shown != " ", shown != "" { break }
        }
        if rest.isEmpty { return true }
        guard rest.count < wanted.count, row + 1 < grid.size.rows else { return false }
        return isShown(rest, grid, row: row + 1, column: column)
    }

    private func text(_ content: CellContent) -> String {
        switch content {
        case .scalar(let scalar): String(scalar)
        case .cluster(let text): text
        case .line, .continuation: ""
        }
    }

    /// The glyphs of a text as a grid holds them, without spaces.
    private func glyphs(of text: String) -> [String] {
        var grid = CellGrid(size: Size(columns: 200, rows: 1))
        grid.put(text, at: Point(0, 0))
        return (0..<200).map { self.text(grid.content(column: $0, row: 0)) }.filter { $0 != " " && $0 != "" }
    }

    /// Every row sums to the width, and nothing that steers a terminal or the text's direction has got through.
    private func expectWhole(_ app: AppFixture, _ what: String) {
        let grid = app.session.state.draw(now: app.now)
        for row in 0..<grid.size.rows {
            var expectsSecondHalf = false
            for column in 0..<grid.size.columns {
                let content = grid.content(column: column, row: row)
                #expect((content == .continuation) == expectsSecondHalf, "\(what): a split glyph in row \(row)")
                expectsSecondHalf = !expectsSecondHalf && isWide(content)
            }
            #expect(!expectsSecondHalf, "\(what): row \(row) is too long")
        }
        for scalar in grid.plainText().unicodeScalars where scalar != "\n" {
            let category = scalar.properties.generalCategory
            #expect(category != .control && category != .format, "\(what): \(scalar.value) got through")
        }
    }

    private func isWide(_ content: CellContent) -> Bool {
        switch content {
        case .scalar(let scalar): DisplayWidth.width(of: scalar) == 2
        case .cluster(let text): text.displayWidth == 2
        case .line, .continuation: false
        }
    }
}
