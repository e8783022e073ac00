import ScreenGrid
import WardDomain

/// The past cases: how the ward's figures went month by month, drawn, and every case below.
struct HistoryPage {
    let past: PastCaesareans
    let scene: Scene

    private static let chartMonths = 6
    /// Rows that the list of cases keeps for itself.
    private static let listRows = 5

    func draw(on grid: inout CellGrid, hasFocus: Bool) {
        let lines = [CaesareanCategory.one, .two].map { figures($0, columns: grid.area.columns) } + [outside]
        for (row, line) in lines.enumerated() { grid.put(line, at: Point(0, row)) }
        grid.inside(grid.area.line(lines.count)) { drawMedians(on: &$0) }
        let (_, below) = grid.area.splitTop(lines.count + 1)
        let months = min(Self.chartMonths, max(0, below.rows - Self.listRows))
        let (chart, list) = below.splitTop(months)
        drawMonths(months, in: chart, on: &grid)
        drawList(in: list, on: &grid, hasFocus)
    }

    /// A category's share within its target, median and 90th centile, as far as they fit whole.
    private func figures(_ category: CaesareanCategory, columns: Int) -> [Span] {
        guard let figures = past.statistics[category], let target = figures.target else { return [] }
        let share = figures.shareText.map { "\($0) (\(figures.withinTarget)/\(figures.delivered))" } ?? "-"
        let middle = scene.say(" median ", " 中位 ") + clock(figures.median)
        let outer = scene.say(" 90th ", " 90分位 ") + clock(figures.ninetiethCentile)
        var spans = [
            Span(name(category), .label),
            Span(scene.say(" within \(target / 60) min \(share) ", " \(target / 60) 分钟内 \(share) "), .title),
        ]
        for part in [middle, outer] {
            let used = spans.reduce(0) { $0 + $1.text.displayWidth }
            if used + part.displayWidth <= columns { spans.append(Span(part)) }
        }
        return spans
    }

    /// What no share counts.
    private var outside: [Span] {
        let stoodDown = past.statistics.values.reduce(0) { $0 + $1.stoodDown }
        let bornBefore = past.statistics.values.reduce(0) { $0 + $1.bornBeforeCaesarean }
        return [
            Span(
                scene.say(
                    "beside these: stood down \(stoodDown), born before \(bornBefore), void \(past.voidCount)",
                    "另计：取消手术 \(stoodDown)，术前娩出 \(bornBefore)，作废 \(past.voidCount)（不计数）"), .dim)
        ]
    }

    private func name(_ category: CaesareanCategory) -> String {
        scene.say("cat \(category.rawValue)", category == .one ? "Ⅰ类" : "Ⅱ类")
    }

    /// The median of every month as a row of signs, the oldest at the left.
    private func drawMedians(on grid: inout CellGrid) {
        guard let trend = past.trends[past.category] else { return }
        let caption = scene.say(
            "\(name(past.category)), median of the last \(PastCaesareans.trendMonths) months ",
            "\(name(past.category))近 \(PastCaesareans.trendMonths) 个月中位 ")
        let used = grid.put(caption, at: Point(0, 0), .label)
        let area = Rect(column: used, row: 0, columns: PastCaesareans.trendMonths, rows: 1)
        grid.draw(Sparkline(values: trend.months.map { $0.statistics.median.map(Double.init) }), in: area)
    }

    /// The share within the target of the last months, a bar a month.
    private func drawMonths(_ count: Int, in area: Rect, on grid: inout CellGrid) {
        guard let trend = past.trends[past.category] else { return }
        let bars = trend.months.suffix(count).map { month in
            let figures = month.statistics
            let share = figures.shareText ?? "-"
            let text = "\(share)  \(figures.withinTarget)/\(figures.delivered)  \(clock(figures.median))"
            return BarChart.Bar(label: month.text, value: figures.share ?? 0, valueText: text)
        }
        grid.draw(BarChart(bars: bars, maximum: 1), in: area)
    }

    private func drawList(in area: Rect, on grid: inout CellGrid, _ hasFocus: Bool) {
        guard !past.rows.isEmpty else {
            grid.put(scene.say(EmergencyCaesareanText.noPastCase), at: area.origin, .dim)
            return
        }
        let columns = [
            TableColumn(scene.say("Decided", "决定时间"), minimum: 16, isIdentity: true),
            TableColumn(scene.say("Cat", "类"), minimum: 1),
            TableColumn(scene.say("Indication", "适应证"), minimum: 7, givesWay: 1),
            TableColumn("DDI", minimum: 7, alignment: .trailing),
            TableColumn(scene.say("Longest", "最长间隔"), minimum: 12, givesWay: 3),
            TableColumn(scene.say("Ending", "结局"), minimum: 10, givesWay: 2),
        ]
        let shown = past.scroll.visible(count: past.rows.count, rows: area.rows - 1)
        var scroll = ListScroll(selected: past.scroll.selected - shown.lowerBound)
        scroll.settle(count: shown.count, rows: area.rows - 1)
        grid.draw(
            Table(columns: columns, rows: past.rows[shown].map(cells), scroll: scroll, hasFocus: hasFocus), in: area)
    }

    private func cells(_ row: CaesareanRow) -> [TableCell] {
        let line = PastCase(row, scene)
        return [
            TableCell(line.decided), TableCell(line.category), TableCell(row.run.indication ?? "-"),
            TableCell(line.interval, line.role), TableCell(line.longest), TableCell(line.ending, line.role),
        ]
    }

    private func clock(_ seconds: Int?) -> String {
        seconds.map(Durations.clock) ?? "-"
    }
}

/// One past case in words.
struct PastCase {
    let decided: String
    let category: String
    /// Decision to delivery, with `!` where it was over the target.
    let interval: String
    let longest: String
    let ending: String
    let role: StyleRole

    init(_ row: CaesareanRow, _ scene: Scene) {
        let run = row.run
        let local = LocalTime(run.decidedAt.moment, scene.now.offset)
        decided = "\(local.day) \(local.hourMinute)"
        category = run.category.map { String($0.rawValue) } ?? "-"
        let seconds = run.decisionToDelivery?.seconds
        let target = run.category.flatMap { scene.rules.categoryTargets[$0]?.seconds }
        let isOver = seconds.flatMap { seconds in target.map { seconds > $0 } } ?? false
        interval = seconds.map { (isOver ? "! " : "") + Durations.clock($0) } ?? "-"
        longest =
            run.longestSplit.map { "\(scene.say($0.to.label)) \(Durations.clock($0.interval.seconds))" } ?? "-"
        ending = run.end.map { scene.say($0.ending.label) } ?? ""
        role = run.end?.ending == .void ? .voided : isOver ? .late : .text
    }
}

/// What stands here when no caesarean is open.
struct NoRunPage {
    let last: CaesareanRow?
    let scene: Scene

    func draw(on grid: inout CellGrid) {
        var notes = [
            Note(scene.say(EmergencyCaesareanText.noRun), .title), Note(""),
            Note(scene.say(EmergencyCaesareanText.howToStart), .hint), Note(""),
        ]
        if let last {
            let line = PastCase(last, scene)
            let indication = last.run.indication.map { "  \($0)" } ?? ""
            let category = scene.say("cat \(line.category)", "\(line.category) 类")
            notes.append(
                Note(
                    "\(scene.say(EmergencyCaesareanText.lastCase)): \(line.decided)  \(category)\(indication)  DDI \(line.interval)  \(line.ending)",
                    line.role))
        } else {
            notes.append(Note(scene.say(EmergencyCaesareanText.noPastCase), .dim))
        }
        Note.draw(notes, in: grid.area.inset(horizontal: 1, vertical: 1), on: &grid)
    }
}
