import ScreenGrid
import WardDomain

/// The history: what it is filtered by, the figures of both timed categories, and one of its parts.
struct HistoryPage {
    let state: CasebookState
    let scene: Scene

    func draw(on grid: inout CellGrid, hasFocus: Bool) {
        guard let book = state.book else {
            grid.put(scene.say("reading...", "读取中..."), at: Point(1, 0), .hint)
            return
        }
        let columns = grid.area.columns
        var lines = SpanFlow.rows(filterLine(book), columns: columns)
        lines += [CaesareanCategory.one, .two].flatMap { SpanFlow.rows(figures($0, book), columns: columns) }
        lines += SpanFlow.rows(beside(book), columns: columns)
        lines.append(tabs)
        for (row, line) in lines.enumerated() { grid.put(line, at: Point(0, row)) }
        let (_, rest) = grid.area.splitTop(lines.count)
        grid.inside(rest) { drawPart(book, on: &$0, hasFocus) }
    }

    private func drawPart(_ book: Casebook, on grid: inout CellGrid, _ hasFocus: Bool) {
        switch state.part {
        case .figures: FigureList(book: book, scroll: state.scroll(.figures), scene: scene).draw(on: &grid, hasFocus)
        case .months: MonthChart(state: state, scene: scene).draw(on: &grid, hasFocus)
        case .delays: DelayList(book: book, scroll: state.scroll(.delays), scene: scene).draw(on: &grid, hasFocus)
        case .cases: CaseList(book: book, scroll: state.scroll(.cases), scene: scene).draw(on: &grid, hasFocus)
        }
    }

    private func filterLine(_ book: Casebook) -> [[Span]] {
        let pieces = FilterWords.pieces(state.filter, scene)
        let filter = pieces.isEmpty ? [[Span(scene.say("none", "无"))]] : pieces.map { [Span($0, .next)] }
        let cases = scene.say("\(book.cases.count) cases", "\(book.cases.count) 例")
        return [[Span(scene.say("filter:", "筛选："), .label)]] + filter + [[Span(cases, .dim)]]
    }

    /// A category's share within its target, median and 90th centile; how few they are is said.
    private func figures(_ category: CaesareanCategory, _ book: Casebook) -> [[Span]] {
        guard let figures = book.categories[category]?.statistics, let target = figures.target else { return [] }
        let share = figures.shareText.map { "\($0) (\(figures.withinTarget)/\(figures.delivered))" } ?? "-"
        let name = scene.say("cat \(category.rawValue)", "\(category.rawValue)类")
        var pieces = [
            [
                Span(name, .label),
                Span(scene.say(" within \(target / 60) min \(share)", " \(target / 60) 分钟内 \(share)"), .title),
            ],
            [Span(scene.say("median ", "中位 ") + clock(figures.median))],
            [Span(scene.say("90th ", "90分位 ") + clock(figures.ninetiethCentile))],
        ]
        if (1..<Casebook.fewCases).contains(figures.delivered) {
            pieces.append([Span("n=\(figures.delivered): \(scene.say(CasebookText.fewCases))", .late)])
        }
        return pieces
    }

    /// What no share counts.
    private func beside(_ book: Casebook) -> [[Span]] {
        var pieces = [
            scene.say("beside these: stood down \(book.stoodDown)", "另计：取消手术 \(book.stoodDown)"),
            scene.say("born before \(book.bornBefore)", "术前娩出 \(book.bornBefore)"),
            scene.say("void \(book.void)", "作废 \(book.void)（不计数）"),
        ]
        let arrests = book.arrests.delivered
        if arrests > 0 { pieces.append(scene.say("arrest \(arrests), apart", "骤停 \(arrests)（单列）")) }
        let uncategorised = book.uncategorised.delivered
        if uncategorised > 0 {
            pieces.append(scene.say("births without a category \(uncategorised)", "未定类别的娩出 \(uncategorised)"))
        }
        return pieces.map { [Span($0, .dim)] }
    }

    private var tabs: [Span] {
        CasebookState.Part.allCases.flatMap { part -> [Span] in
            let isShown = part == state.part
            return [
                Span(isShown ? "[\(scene.say(part.label))]" : " \(scene.say(part.label)) ", isShown ? .title : .dim)
            ]
        }
    }

    private func clock(_ seconds: Int?) -> String { seconds.map(Durations.clock) ?? "-" }
}

/// Why births came late, as a Pareto list.
struct DelayList {
    let book: Casebook
    let scroll: ListScroll
    let scene: Scene

    func draw(on grid: inout CellGrid, _ hasFocus: Bool) {
        guard !book.delays.causes.isEmpty else {
            grid.put(scene.say(CasebookText.noDelay), at: Point(1, 0), .dim)
            return
        }
        let (note, list) = grid.area.splitTop(1)
        let words = scene.say(
            "\(book.delays.cases) cases with a code, \(book.delays.total) codes; | adds up",
            "\(book.delays.cases) 例有代码，共 \(book.delays.total) 次；| 为累计")
        grid.put(words, at: note.origin, .dim)
        let causes = book.delays.causes.map { cause in
            let text = FilterWords.coded(cause.code, scene.rules.delayReason(cause.code))
            return ParetoBars.Cause(
                Span(scene.say(text)),
                figures: [Span("\(cause.count)"), Span(percent(cause.share)), Span(percent(cause.cumulative), .dim)],
                share: cause.share, cumulative: cause.cumulative)
        }
        let headings = [
            scene.say(FilterWords.delay), "n", scene.say("share", "占比"), scene.say("sum", "累计"),
        ]
        grid.draw(ParetoBars(causes: causes, headings: headings, scroll: scroll, hasFocus: hasFocus), in: list)
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

/// Every case meant, the newest first.
struct CaseList {
    let book: Casebook
    let scroll: ListScroll
    let scene: Scene

    func draw(on grid: inout CellGrid, _ hasFocus: Bool) {
        guard !book.cases.isEmpty else {
            grid.put(scene.say(CasebookText.nothing), at: Point(1, 0), .dim)
            return
        }
        let columns = [
            TableColumn(scene.say("Decided", "决定时间"), minimum: 16, isIdentity: true),
            TableColumn(scene.say("Cat", "类"), minimum: 1),
            TableColumn(scene.say("Indication", "适应证"), minimum: 7, givesWay: 1),
            TableColumn("DDI", minimum: 8, alignment: .trailing),
            TableColumn(scene.say("Longest", "最长间隔"), minimum: 12, givesWay: 3),
            TableColumn(scene.say("Ending", "结局"), minimum: 10, givesWay: 2),
        ]
        let rows = grid.area.rows - 1
        let shown = scroll.visible(count: book.cases.count, rows: rows)
        var list = ListScroll(selected: scroll.selected - shown.lowerBound)
        list.settle(count: shown.count, rows: rows)
        grid.draw(
            Table(columns: columns, rows: book.cases[shown].map(cells), scroll: list, hasFocus: hasFocus),
            in: grid.area)
    }

    private func cells(_ brief: CaesareanBrief) -> [TableCell] {
        let line = PastCase(brief, scene)
        return [
            TableCell(line.decided), TableCell(line.category), TableCell((brief.indication ?? "-").safeForScreen),
            TableCell(line.interval, line.role), TableCell(line.longest), TableCell(line.ending, line.role),
        ]
    }
}
