import ScreenGrid
import WardDomain

/// What the pane shows while no run is followed: open runs first, then the library of protocols.
struct ProtocolList {
    /// One row of it.
    enum Item: Hashable {
        case run(ChecklistRun)
        case drillProtocol(DrillProtocol)
    }

    let items: [Item]
    /// Nil until the ledger has said what was drilled.
    private let cadence: Cadence?
    private let suggestion: DrillSuggestion?

    init(_ board: CadenceBoard, _ scene: Scene) {
        let runs = OpenChecklists.sorted(UnsavedWard.laidOver(scene))
        items = runs.map(Item.run) + scene.rules.protocols.map(Item.drillProtocol)
        cadence = board.cadence(scene)
        suggestion = board.suggestions(scene).first
    }

    func draw(selected: Int, on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        let head = SpanFlow.rows(summary(scene), columns: grid.area.columns - 1)
        for (row, spans) in head.enumerated() { grid.put(spans, at: Point(1, row)) }
        let (_, rest) = grid.area.splitTop(head.count)
        grid.draw(table(selected, scene, hasFocus: hasFocus), in: rest)
    }

    /// The item on a row of the pane, for the mouse.
    func item(atRow row: Int, in size: Size, selected: Int, _ scene: Scene) -> Int? {
        let head = SpanFlow.rows(summary(scene), columns: size.columns - 1).count
        let room = Size(columns: size.columns, rows: size.rows - head)
        return table(selected, scene, hasFocus: true).rowIndex(atRow: row - head, in: room)
    }

    /// `Q4 2026: drills done 1 of 1`, what is due, what waits in pane 5, and why the next drill is the next.
    private func summary(_ scene: Scene) -> [[Span]] {
        guard let cadence else { return [[Span(scene.say("past drills: not read yet", "既往演练：尚未读取"), .hint)]] }
        let quarter = cadence.quarter.name
        let count = "\(cadence.drillsThisQuarter)/\(wanted(scene))"
        var pieces = [[Span(scene.say("\(quarter): drills done \(count)", "\(quarter)：已演练 \(count)"), .label)]]
        if isDue(scene) { pieces.append([Span(scene.say("A DRILL IS DUE this quarter", "本季度演练待完成"), .due)]) }
        return pieces + waiting(scene) + reason(scene)
    }

    /// Drills that each quarter wants: the library's, else the policy's one.
    private func wanted(_ scene: Scene) -> Int {
        scene.rules.cadence.duties.first { $0.rhythm == nil && $0.period == .quarter }?.times ?? 1
    }

    private func isDue(_ scene: Scene) -> Bool {
        cadence.map { $0.drillsThisQuarter < wanted(scene) } ?? false
    }

    private func waiting(_ scene: Scene) -> [[Span]] {
        let open = scene.ward.findings.values
        guard !open.isEmpty else { return [] }
        let late = open.count(where: scene.isOverdue)
        let text = scene.say("5: \(open.count) findings", "5：未关闭 \(open.count)")
        let overdue = late > 0 ? [Span(scene.say(", \(late) OVERDUE", "，逾期 \(late)"), .overdue)] : []
        return [[Span(text, .label)] + overdue]
    }

    private func reason(_ scene: Scene) -> [[Span]] {
        guard let suggestion, let found = scene.rules.drillProtocol(suggestion.drillProtocol),
            suggestion.reason != .neverDrilled
        else { return [] }
        return [
            [
                Span(scene.say("next: ", "下次："), .label), Span(scene.say(found.title).safeForScreen, .next),
                Span(scene.say(", \(suggestion.reason.text.en)", "，\(suggestion.reason.text.zhHans)"), .dim),
            ]
        ]
    }

    private func table(_ selected: Int, _ scene: Scene, hasFocus: Bool) -> Table {
        let columns = [
            TableColumn(scene.say("Protocol", "方案"), minimum: 20, isIdentity: true),
            TableColumn(scene.say("Last drill", "上次演练"), minimum: 10),
            TableColumn(cadence.map { String($0.quarter.name.prefix(2)) } ?? "", minimum: 1, alignment: .trailing),
            TableColumn("", minimum: 4),
        ]
        let rows = items.map { item in
            switch item {
            case .run(let run): row(run, scene)
            case .drillProtocol(let found): row(found, scene)
            }
        }
        return Table(columns: columns, rows: rows, scroll: ListScroll(selected: selected), hasFocus: hasFocus)
    }

    private func row(_ run: ChecklistRun, _ scene: Scene) -> [TableCell] {
        let isSaved = !run.isRunning || scene.ward.checklists[run.id] != nil
        let sign = isSaved ? [] : [Span("\(UnsavedSign.text(run.id.rawValue, scene)) ", .notSaved)]
        let nature = run.isDrill ? Span("DRILL 演练 ", .drill) : Span(scene.say("REAL ", "真实 "), .alarmHigh)
        let title = Span(run.drillProtocol.map { scene.say($0.title).safeForScreen } ?? "")
        let clock = run.elapsed(now: scene.now.reading).map { Durations.clock($0.seconds) } ?? ""
        return [
            TableCell(sign + [nature, title]), TableCell(clock, run.isDrill ? .drill : .clockUrgent), TableCell(""),
            state(run, scene),
        ]
    }

    private func state(_ run: ChecklistRun, _ scene: Scene) -> TableCell {
        if !run.isRunning { return TableCell(scene.say("UNSIGNED", "未签名"), .unsigned) }
        if run.suspendedAt != nil { return TableCell(scene.say("suspended", "已中断"), .alarmMedium) }
        return TableCell(scene.say("running", "进行中"), .next)
    }

    private func row(_ found: DrillProtocol, _ scene: Scene) -> [TableCell] {
        let title = TableCell(scene.say(found.title).safeForScreen)
        guard let cadence else {
            return [title, TableCell("?", .notRecorded), TableCell("?", .notRecorded), TableCell("")]
        }
        let last = cadence.lastDrill[found.id].map { LocalTime($0, scene.offset).day.description }
        let count = cadence.drillsByProtocol[found.id] ?? 0
        return [
            title, last.map { TableCell($0) } ?? TableCell(scene.say("never", "从未"), .notRecorded),
            TableCell(String(count)), found.id == suggestion?.drillProtocol ? next(scene) : TableCell(""),
        ]
    }

    /// The protocol longest not drilled: due while the quarter lacks its drill.
    private func next(_ scene: Scene) -> TableCell {
        isDue(scene) ? TableCell(scene.say("DUE", "待练"), .due) : TableCell(scene.say("next", "下次"), .hint)
    }
}

/// The runs that are open, in the order in which they want to be seen.
enum OpenChecklists {
    /// Running before finished, real responses before drills, the newest first.
    static func sorted(_ ward: WardState) -> [ChecklistRun] {
        ward.checklists.values.sorted { first, second in
            if first.isRunning != second.isRunning { return first.isRunning }
            if first.isDrill != second.isDrill { return !first.isDrill }
            let (one, other) = (first.startedAt?.moment ?? Moment(milliseconds: 0), second.startedAt?.moment)
            return other.map { $0 == one ? first.id.rawValue > second.id.rawValue : one > $0 } ?? true
        }
    }

    /// The run that comes up by itself: the newest running one, real ones first.
    static func first(_ ward: WardState) -> ChecklistRun? {
        sorted(ward).first { $0.isRunning }
    }

    /// The real response by a protocol that runs for a mother, or for nobody yet.
    static func runningResponse(_ drillProtocol: String, for mother: AdmissionID?, _ ward: WardState) -> ChecklistRun? {
        sorted(ward).first {
            $0.isRunning && !$0.isDrill && $0.admission == mother && $0.drillProtocol?.id == drillProtocol
        }
    }
}
