import ScreenGrid

/// Notes below a timeline. Where they don't all fit, those around the selected one are shown and the rest is counted.
struct NoteList {
    let notes: [Note]
    /// Which of them is read; nil while the timeline is.
    let selected: Int?
    let scene: Scene

    /// The column of the selection's sign.
    private static let margin = 1

    func rowsNeeded(columns: Int) -> Int {
        notes.reduce(0) { $0 + height($1, columns) }
    }

    func draw(on grid: inout CellGrid) {
        let area = grid.area
        let isWhole = rowsNeeded(columns: area.columns) <= area.rows
        let rows = isWhole ? area.rows : area.rows - 1
        let shown = ListScroll(selected: selected ?? 0)
            .visible(count: notes.count, rows: rows) { height(notes[$0], area.columns) }
        var row = 0
        for index in shown {
            if index == selected { grid.put(">", at: Point(0, row), .next) }
            let place = Rect(column: Self.margin, row: row, columns: area.columns - Self.margin, rows: rows - row)
            row += Note.draw([notes[index]], in: place, on: &grid)
        }
        let left = notes.count - shown.count
        guard !isWhole, area.rows > 0 else { return }
        grid.put(scene.say("\(left) more notes: Up, Down", "另有 \(left) 条：上下键"), at: Point(1, area.rows - 1), .hint)
    }

    private func height(_ note: Note, _ columns: Int) -> Int {
        note.text.wrapped(to: max(1, columns - Self.margin)).count
    }
}
