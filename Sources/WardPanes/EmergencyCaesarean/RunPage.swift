import ScreenGrid
import WardDomain

/// One run on the screen: who she is, the clock, what is missing, and the milestones.
///
/// With room the clock stands beside all fifteen milestones; with less it stands above those around the next one.
struct RunPage {
    let shown: ShownRun
    let usual: UsualSplits
    /// Which of how many runs this is, from 1.
    let place: (number: Int, count: Int)
    let selected: Milestone
    let scene: Scene

    /// At least this much room for the clock beside the table.
    private static let besideSize = Size(columns: 76, rows: 17)
    /// The width of five-row digits up to an hour.
    private static let faceColumns = 27
    /// The width of the clock's side where the whole table has the rest.
    private static let wideFaceColumns = 40
    /// The width of the table with every column in it.
    private static let tableColumns = 80
    /// From this width on words have room among its times.
    private static let wordyTableColumns = 60
    /// Below this many rows the clock is one line of text.
    private static let digitRows = 9
    /// From this many rows on the digits are tall, and read across the room.
    private static let tallDigitRows = 13

    /// From this many rows below the clock on, those who can be called stand above the milestones.
    private static let teamRows = 7
    /// How many lines of them at most.
    private static let teamLines = 2
    /// What the last line of the header leaves free, to say how many lines are hidden.
    private static let hiddenColumns = 10
    /// What the words for hidden lines take.
    private static let hiddenWordsColumns = 32

    func draw(on grid: inout CellGrid, hasFocus: Bool) {
        let header = headerLines(columns: grid.area.columns)
        for (row, line) in header.enumerated() { grid.put(line, at: Point(0, row), .title) }
        let (_, below) = grid.area.splitTop(header.count)
        let isWide = grid.area.columns >= Self.besideSize.columns && grid.area.rows >= Self.besideSize.rows
        var hidden = 0
        grid.inside(below) { inner in
            hidden = isWide ? drawBeside(on: &inner, hasFocus) : drawAbove(on: &inner, hasFocus)
        }
        if hidden > 0 { drawHidden(hidden, beside: header, on: &grid) }
    }

    /// How many lines there is no room for, and the keys that show them, at the end of a row of the header.
    private func drawHidden(_ count: Int, beside header: [String], on grid: inout CellGrid) {
        let words = scene.say("\(count) lines more: v calls, j case", "另有 \(count) 行：v 呼叫，j 病例")
        for text in [words, "+\(count): v, j"] {
            let column = grid.area.columns - text.displayWidth
            guard let row = header.firstIndex(where: { $0.displayWidth + 1 < column }) else { continue }
            grid.put(text, at: Point(column, row), .hint)
            return
        }
    }

    /// Bed and name, never cut; which run of several it is; how urgent and why, where there is room beside the hidden
    /// lines' words.
    private func headerLines(columns: Int) -> [String] {
        let bed = shown.mother.bed.map { "\(scene.say($0.said))  " } ?? ""
        var lines = "\(bed)\(scene.nameApart(of: shown.mother))".wrapped(to: columns)
        let state = shown.isSaved ? "" : "  \(UnsavedSign.text(shown.run.id.rawValue, scene))"
        let counter = place.count > 1 ? "  \(place.number)/\(place.count) [ ]" : ""
        if let last = lines.last, (last + state + counter).displayWidth <= columns - Self.hiddenColumns {
            let known = last + state + counter
            let room = columns - known.displayWidth - Self.hiddenWordsColumns
            lines[lines.count - 1] = last + (urgency.first { $0.displayWidth <= room } ?? "") + state + counter
        } else {
            lines.append(state + counter)
        }
        return lines
    }

    /// Category and indication as far as they are known, the longest way of saying them first: the whole of the
    /// indication, its first words, its code.
    private var urgency: [String] {
        let category = shown.run.category.map { scene.say("  cat \($0.rawValue)", "  \($0.rawValue)类") } ?? ""
        let code = shown.run.indication
        let whole = code.flatMap { scene.rules.indication($0).map { scene.say($0.text) } }
        let first = whole.map { String($0.prefix { !",/，、（(".contains($0) }) }
        return [whole, first, code, ""].compactMap(\.self).map {
            category + ($0.isEmpty ? "" : "  \($0.safeForScreen)")
        }
    }

    private func notes(withUncalled: Bool = true) -> [Note] {
        RunNotes(shown: shown, usual: usual, withUncalled: withUncalled, scene: scene).lines
    }

    /// Answers how many lines beside the table there is no room for.
    private func drawBeside(on grid: inout CellGrid, _ hasFocus: Bool) -> Int {
        let face = ClockFace(shown, scene)
        face.drawBar(in: grid.area.line(0), on: &grid)
        let (_, below) = grid.area.splitTop(1)
        let faceColumns = max(Self.faceColumns, min(Self.wideFaceColumns, below.columns - Self.tableColumns))
        let areas = below.splitColumns([.fixed(faceColumns), .flexible()])
        let digits = face.digits(columns: faceColumns, tall: true)
        let (clock, words) = areas[0].splitTop(digits.size.rows)
        grid.draw(digits, in: clock)
        let missing = MissingData.notes(shown, columns: words.columns, scene)
        let lines = [face.words(scene)] + face.furtherWords(scene) + missing + notes()
        Note.draw(lines, in: words, on: &grid)
        drawTable(in: areas[1], on: &grid, hasFocus)
        return max(0, Note.lines(lines, columns: words.columns).count - words.rows)
    }

    /// Answers how many lines beside the clock and above the table there is no room for.
    private func drawAbove(on grid: inout CellGrid, _ hasFocus: Bool) -> Int {
        let face = ClockFace(shown, scene)
        let isTall = grid.area.rows >= Self.tallDigitRows
        let faceRows = isTall ? 5 : grid.area.rows >= Self.digitRows ? 3 : 1
        let (top, rest) = grid.area.splitTop(faceRows)
        let (bar, below) = rest.splitTop(1)
        let team = below.rows >= Self.teamRows ? TeamNotes(shown, scene).brief(columns: below.columns) : []
        let further = face.furtherWords(scene) + notes(withUncalled: team.isEmpty)
        var hidden = max(0, team.count - Self.teamLines)
        if faceRows == 1 {
            let words = face.words(scene)
            grid.put("\(Durations.clock(face.pace.elapsed.seconds))  \(words.text)", at: Point(0, 0), words.role)
            hidden += further.count
        } else {
            let digits = face.digits(columns: top.columns, tall: isTall)
            let areas = top.splitColumns([.fixed(digits.size.columns), .flexible()], gap: 2)
            grid.draw(digits, in: areas[0])
            let lines = Note.lines([face.words(scene)] + further, columns: areas[1].columns)
            hidden += lines.count - Note.draw(lines, in: areas[1], on: &grid)
        }
        face.drawBar(in: bar, on: &grid)
        let above = MissingData.notes(shown, columns: below.columns, scene) + team.prefix(Self.teamLines)
        let list = below.splitTop(Note.draw(above, in: below, on: &grid)).rest
        drawTable(in: list, on: &grid, hasFocus)
        return hidden
    }

    private func drawTable(in area: Rect, on grid: inout CellGrid, _ hasFocus: Bool) {
        let table = MilestoneTable(shown, usual, scene, isNarrow: area.columns < Self.wordyTableColumns)
        grid.draw(table.table(selected: selected, hasFocus: hasFocus), in: area)
    }
}
