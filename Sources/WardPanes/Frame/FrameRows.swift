import ScreenGrid
import WardDomain

/// The first row, the message row and the last row of the screen.
enum FrameRows {
    /// Ward, date and clock, terminal, who is signed in, open ends by priority, and whether the picture is current. The
    /// words DRILL and DEMO stand before all of it, and are cut last.
    static func drawHeader(_ state: AppState, _ scene: Scene, isDrill: Bool, on grid: inout CellGrid) {
        grid.fill(grid.area, .headerBar)
        var left = isDrill ? [Span(DrillMargin.word, .drill), Span(" ", .headerBar)] : [Span(" ", .headerBar)]
        if state.settings.demo != nil { left += [Span("DEMO 演示", .demo), Span(" ", .headerBar)] }
        let used = grid.put(left, at: Point(0, 0))
        let right = status(state, scene, columns: grid.area.columns - used - HeaderRow.leastColumns)
        let rightStart = max(used, grid.area.columns - right.reduce(0) { $0 + $1.text.displayWidth })
        let room = max(0, rightStart - used - 1)
        grid.put(HeaderRow(scene).text(columns: room), at: Point(used, 0), .headerBar, width: room)
        grid.put(right, at: Point(rightStart, 0))
    }

    /// That the picture is current goes unsaid where there is no room for it; that it is not never does.
    private static func status(_ state: AppState, _ scene: Scene, columns: Int) -> [Span] {
        let alarms = AlarmCounts.spans(scene)
        guard state.storeFault != nil else {
            let live = alarms + [Span(scene.say(" live ", " 实时 "), .live)]
            return live.reduce(0) { $0 + $1.text.displayWidth } <= columns ? live : alarms
        }
        let age = state.liveAt.map { Occurrence($0).interval(to: scene.now.reading).seconds } ?? 0
        return alarms + [
            Span(scene.say(" OLD \(Durations.short(age)) ", " 未更新 \(Durations.words(age).zhHans) "), .stale)
        ]
    }

    /// The most rows that a message takes from the panes.
    private static let mostMessageRows = 3

    /// The message over the keys, in as many rows as it needs up to three, and what it means; nil while there is none.
    static func message(_ state: AppState, _ scene: Scene) -> (lines: [String], role: StyleRole)? {
        guard let (text, role) = newestMessage(state, scene) else { return nil }
        let lines = text.wrapped(to: max(1, state.size.columns - DrillMargin.columns - 2))
        return (Array(lines.prefix(mostMessageRows)), role)
    }

    /// What was recorded, what could not be saved, how the store is: the newest that matters most.
    private static func newestMessage(_ state: AppState, _ scene: Scene) -> (String, StyleRole)? {
        let waiting = state.orders.notSaved.count
        if let fault = state.storeFault { return (scene.say(fault), .banner) }
        if waiting > 0 {
            let text = scene.say("NOT SAVED: \(waiting), trying again.", "未保存：\(waiting) 项，正在重试。")
            return (([text] + state.toasts.suffix(1).map { scene.say($0.text) }).joined(separator: " "), .notSaved)
        }
        if let toast = state.toasts.last, !isSaidByStop(toast, state, scene) {
            return (scene.say(toast.text), toast.role)
        }
        if !state.isShown(.newbornHandover, scene), let stop = MismatchStop(scene.ward) {
            return (stop.notice(scene), .stop)
        }
        let standing = scene.standing.map { scene.say($0) }
        return standing.isEmpty ? nil : (standing.joined(separator: "  "), .banner)
    }

    /// Whether the whole of a small screen says STOP, so that the message would only take the rows from it.
    private static func isSaidByStop(_ toast: ToastMessage, _ state: AppState, _ scene: Scene) -> Bool {
        toast.role == .stop && !FrameAreas.hasPanes(state.size) && state.smallPane(scene) == .newbornHandover
    }

    static func drawMessage(_ state: AppState, _ scene: Scene, isDrill: Bool, on grid: inout CellGrid) {
        guard grid.area.rows > 0, let (lines, role) = message(state, scene) else { return }
        grid.fill(grid.area, role)
        for (row, line) in lines.enumerated() {
            let column = isDrill ? grid.put("\(DrillMargin.word) ", at: Point(0, row), .drill) : 0
            grid.put(" \(line)", at: Point(column, row), role)
        }
    }

    /// The keys that work here, now.
    static func drawFooter(_ lines: [BindingLine], _ scene: Scene, isDrill: Bool, on grid: inout CellGrid) {
        guard grid.area.rows > 0 else { return }
        grid.fill(grid.area, .footerBar)
        var column = isDrill ? grid.put("\(DrillMargin.word) ", at: Point(0, 0), .drill) : 0
        for line in lines {
            let spans = [Span(line.key.name, .footerKey), Span(" \(scene.say(line.label))", .footerBar)]
            let width = spans.reduce(0) { $0 + $1.text.displayWidth }
            guard column + width <= grid.area.columns else { break }
            grid.put(spans, at: Point(column, 0))
            column += width + 2
        }
    }
}
