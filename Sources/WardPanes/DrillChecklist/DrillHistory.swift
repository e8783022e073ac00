import ScreenGrid
import WardDomain

/// Past runs, the newest first, with the actions of the selected one below.
struct DrillHistory {
    /// Nil until the ledger has answered.
    let rows: [DrillRow]?
    let selected: Int

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        guard let rows, !rows.isEmpty else {
            let text =
                rows == nil ? scene.say("reading...", "读取中...") : scene.say("no drill on record yet", "尚无演练记录")
            grid.put(text, at: Point(1, 0), .hint)
            return
        }
        let actions = actions(rows, columns: grid.area.columns - 2, scene)
        let (table, below) = grid.area.splitBottom(min(actions.count, grid.area.rows / 2))
        grid.draw(self.table(rows, scene, hasFocus: hasFocus), in: table)
        grid.inside(below) { grid in
            for (row, spans) in actions.prefix(grid.area.rows).enumerated() { grid.put(spans, at: Point(1, row)) }
        }
    }

    private func table(_ rows: [DrillRow], _ scene: Scene, hasFocus: Bool) -> Table {
        let columns = [
            TableColumn(scene.say("Date", "日期"), minimum: 16),
            TableColumn(scene.say("What", "性质"), minimum: 5),
            TableColumn(scene.say("Protocol", "方案"), minimum: 12, isIdentity: true),
            TableColumn(scene.say("Score", "评分"), minimum: 4),
            TableColumn(scene.say("Actions", "措施"), minimum: 3, givesWay: 1),
        ]
        return Table(
            columns: columns, rows: rows.map { cells($0, scene) }, scroll: ListScroll(selected: selected),
            hasFocus: hasFocus)
    }

    private func cells(_ row: DrillRow, _ scene: Scene) -> [TableCell] {
        let run = row.run
        let started = run.startedAt.map { LocalTime($0.moment, scene.offset) }
        let nature = run.isDrill ? TableCell("DRILL", .drill) : TableCell(scene.say("REAL", "真实"), .alarmHigh)
        let actions = run.debrief?.actions.count ?? 0
        return [
            TableCell(started.map { "\($0.day) \($0.hourMinute)" } ?? ""), nature,
            TableCell(run.drillProtocol.map { scene.say($0.title).safeForScreen } ?? ""), score(row, scene),
            TableCell(actions == 0 ? "-" : String(actions)),
        ]
    }

    private func score(_ row: DrillRow, _ scene: Scene) -> TableCell {
        if row.run.voided { return TableCell(scene.say("void", "作废"), .voided) }
        if row.run.finishedAt == nil { return TableCell(scene.say("running", "进行中"), .next) }
        guard row.run.isDrill else { return TableCell("-", .dim) }
        let share = "\(row.score.criticalInTime)/\(row.score.critical) "
        return row.score.isMet
            ? TableCell(share + scene.say("met", "达标"), .done) : TableCell(share + scene.say("NOT MET", "未达标"), .missed)
    }

    private func actions(_ rows: [DrillRow], columns: Int, _ scene: Scene) -> [[Span]] {
        guard rows.indices.contains(selected) else { return [] }
        let actions = rows[selected].run.debrief?.actions ?? []
        let run = rows[selected].run
        return actions.flatMap { SpanFlow.wrapped(ActionWords.line($0, of: run, scene), columns: columns) }
    }
}
