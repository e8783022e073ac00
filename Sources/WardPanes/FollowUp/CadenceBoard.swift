import ScreenGrid
import WardDomain

/// How the ward stands to its duties: this quarter's drills, the policy's rhythms, the year's minima, everybody's last
/// drill and training, and what to drill next.
struct CadenceBoard: Sendable {
    private var history: DutyHistory?
    /// Reckoned when the history came; anew when the day has changed since.
    private var known: Cadence?
    private var skipped = 0

    mutating func learn(_ history: DutyHistory, _ scene: Scene) {
        self.history = history
        known = CadenceBoard.reckon(history, scene)
    }

    /// Nil until the ledger has answered.
    func cadence(_ scene: Scene) -> Cadence? {
        if let known, known.today == scene.today { return known }
        return history.map { CadenceBoard.reckon($0, scene) }
    }

    /// What to drill next, with the reasons.
    func suggestions(_ scene: Scene) -> [DrillSuggestion] {
        guard let history, let cadence = cadence(scene) else { return [] }
        return cadence.suggestions(
            history, findings: scene.ward.findings.values, rules: scene.rules, scene.offset,
            isOverdue: scene.isOverdue)
    }

    /// The drill that a run is compared with.
    func ownLast(before run: ChecklistRun) -> DutyHistory.DrillHeld? {
        history?.ownLast(before: run)
    }

    private static func reckon(_ history: DutyHistory, _ scene: Scene) -> Cadence {
        Cadence(
            history, roster: scene.ward.roster, rules: scene.rules, today: scene.today, scene.offset)
    }

    func bindings(signedOut: Phrase?) -> [Binding<FollowUpPane.Action>] {
        [
            Binding("n", .add, FollowUpText.hold, unavailable: signedOut),
            Binding("o", .sources, FollowUpText.sources),
        ]
    }

    func perform(_ action: FollowUpPane.Action, _ scene: Scene) -> [PaneEffect] {
        switch action {
        case .add: [.open(RhythmForm.dialog(scene))]
        case .sources: [.open(CadenceSources.dialog(scene))]
        default: []
        }
    }

    mutating func take(_ key: Key) -> Bool {
        var scroll = ListScroll(selected: skipped)
        guard scroll.take(key, count: 500, rows: 10) else { return false }
        skipped = scroll.selected
        return true
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        guard let cadence = cadence(scene) else {
            grid.put(scene.say(FollowUpText.reading), at: Point(1, 0), .hint)
            return
        }
        let page = CadencePage(cadence, suggestions(scene), scene)
        let lines = page.lines(columns: grid.area.columns - 2)
        let start = min(skipped, max(0, lines.count - grid.area.rows))
        for (row, line) in lines.dropFirst(start).prefix(grid.area.rows).enumerated() {
            grid.put(line, at: Point(1, row))
        }
    }
}
