import ScreenGrid
import WardDomain

/// Pane 4: the library of protocols, a running drill or real response, what came of past ones.
struct DrillChecklistPane: Pane {
    enum Action: Hashable, Sendable {
        case start, open, history, responses, read, confirm, back
        case done, missed, notApplicable, again, note, inject, arrive, source, finish, pause, resume, void, scenario,
            whom
        case sign, debrief, timeline, replay, kitUsed, background
        case playing(ReplayAction)
    }

    /// What somebody has chosen to see.
    enum Page: Hashable, Sendable {
        /// The newest running list, real ones first; the library while none runs.
        case automatic
        case library
        case history
        /// Past real responses: a list of their own.
        case responses
        /// A protocol of the library, being read.
        case reading(String)
        case run(ChecklistID, from: ListPage)
    }

    /// Where a run was opened from.
    enum ListPage: Hashable, Sendable {
        case library, history, responses
    }

    /// What is on the screen.
    enum Shown {
        case library
        case history
        case responses
        case reading(DrillProtocol)
        case running(ChecklistRun)
        case finished(ChecklistRun)
        /// A closed run that the ledger has not yet answered for.
        case awaited
    }

    let title = DrillChecklistText.title
    let help = DrillChecklistText.help
    var page = Page.automatic
    var aim = StepAim()
    /// Past runs, the newest first; nil until the ledger has answered.
    var past: [DrillRow]?
    var selectedItem = 0
    var selectedPast = 0
    /// Past real responses, the newest first; nil until the ledger has answered.
    var pastResponses: [DrillRow]?
    var selectedResponse = 0
    var selectedStep = 0
    var skippedLines = 0
    /// How the finished run on the screen is looked at.
    var lens = ResultLens.page
    /// What was drilled and what really happened, as the ledger answered it.
    var cadence = CadenceBoard()
    /// The team's own earlier run that the one on the screen is compared with, and runs that were asked for by name.
    var fetched: [ChecklistID: ChecklistRun] = [:]

    /// How many past runs are asked for.
    static let pastLimit = 200

    func shown(_ scene: Scene) -> Shown {
        switch page {
        case .automatic: return OpenChecklists.first(UnsavedWard.laidOver(scene)).map(Shown.running) ?? .library
        case .library: return .library
        case .history: return .history
        case .responses: return .responses
        case .reading(let id): return scene.rules.drillProtocol(id).map(Shown.reading) ?? .library
        case .run(let id, _):
            let known = (past ?? []) + (pastResponses ?? [])
            let run = UnsavedWard.laidOver(scene).checklists[id] ?? known.first { $0.run.id == id }?.run ?? fetched[id]
            return run.map { $0.isRunning ? .running($0) : .finished($0) } ?? .awaited
        }
    }

    /// The running list on the screen; nil where none is.
    func running(_ scene: Scene) -> ChecklistRun? {
        if case .running(let run) = shown(scene) { return run }
        return nil
    }

    static func modes(_ scene: Scene) -> [PaneMode] { DrillBindings.modes(scene) }

    func bindings(_ scene: Scene) -> [Binding<Action>] {
        DrillBindings.bindings(shown(scene), of: self, scene)
    }

    mutating func perform(_ action: Action, _ scene: Scene) -> [PaneEffect] {
        switch (action, shown(scene)) {
        case (.start, .reading(let found)): return [.open(DrillForms.start(found, scene))]
        case (.start, _): return [.open(DrillForms.pickProtocol(scene))]
        case (.history, _):
            page = .history
            return [ask]
        case (.responses, _):
            page = .responses
            return [askResponses]
        case (.read, .library): return read(scene)
        case (.source, .reading(let found)):
            let step = ProtocolPage(found: found, selected: selectedStep).step
            return step.map { [.open(StepSource.dialog($0, ChecklistRun(reading: found), scene))] } ?? []
        case (.background, .reading(let found)):
            return NoteWording.dialog(ChecklistRun(reading: found)).map { [.open($0)] } ?? []
        case (.confirm, .reading(let found)):
            let step = ProtocolPage(found: found, selected: selectedStep).step
            return step.map { [.open(ProtocolPage.confirm($0, of: found, scene))] } ?? []
        case (.open, .responses):
            guard let rows = pastResponses, rows.indices.contains(selectedResponse) else { return [] }
            return show(rows[selectedResponse].run.id, from: .responses, scene)
        case (.back, _): return goBack()
        case (.open, .library): return openItem(scene)
        case (.open, .history):
            guard let past, past.indices.contains(selectedPast) else { return [] }
            return show(past[selectedPast].run.id, from: .history, scene)
        case (_, .running(let run)): return perform(action, in: run, scene)
        case (.whom, .finished(let run)): return [.open(LinkForm.dialog(run, scene))]
        case (.timeline, .finished):
            lens = .timeline
            skippedLines = 0
            return []
        case (.replay, .finished(let run)):
            var replay = Replay(run, now: scene.now.reading)
            replay.toggle(scene.now)
            lens = .replay(replay)
            return []
        case (.playing(let action), .finished):
            if var replay = lens.replay {
                replay.perform(action, scene.now)
                lens = .replay(replay)
            }
            return []
        case (.sign, .finished(let run)): return [.record(SignEntries(response: run.id))]
        case (.kitUsed, .finished(let run)): return [.open(DrillForms.kitUsed(run, scene))]
        case (.debrief, .finished(let run)): return [.open(DebriefForm.dialog(run, scene))]
        default: return []
        }
    }

    mutating func notice(_ news: PaneNews, _ scene: Scene) -> [PaneEffect] {
        switch news {
        case .answer(.drills(let rows)):
            past = rows
            if case .run(let id, _) = page { return askCompared(with: id, scene) }
        case .answer(.drill(let row?)): fetched[row.run.id] = row.run
        case .answer(.duties(let history)):
            cadence.learn(history, scene)
            if case .run(let id, _) = page { return askCompared(with: id, scene) }
        case .answer(.responses(let rows)): pastResponses = rows
        case .show(.checklist(let id)): return show(id, from: .library, scene)
        case .refused(let order):
            guard case .run(let id, _) = page, Subject(startedBy: order) == .checklist(id) else { return [] }
            page = .automatic
            aim.follow(running(scene), movedByOthers: true, scene)
        case .ward(let entries): return follow(entries, scene)
        case .readAnew:
            fetched = [:]
            guard case .run(let id, _) = page else { return [ask, askResponses] }
            return [ask, askResponses, .ask(.drill(id))]
        default: break
        }
        return []
    }

    func selectedMother(_ scene: Scene) -> AdmissionID? {
        running(scene)?.admission
    }

    func selectedNewborn(_ scene: Scene) -> NewbornID? {
        running(scene)?.newborn
    }

    func showsDrill(_ scene: Scene) -> Bool {
        switch shown(scene) {
        case .running(let run), .finished(let run): run.isDrill
        case .library, .history, .responses, .reading, .awaited: false
        }
    }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        switch shown(scene) {
        case .library:
            let list = ProtocolList(cadence, scene)
            list.draw(selected: min(selectedItem, max(0, list.items.count - 1)), on: &grid, scene, hasFocus: hasFocus)
        case .history: DrillHistory(rows: past, selected: selectedPast).draw(on: &grid, scene, hasFocus: hasFocus)
        case .responses:
            DrillHistory(rows: pastResponses, selected: selectedResponse).draw(on: &grid, scene, hasFocus: hasFocus)
        case .reading(let found): ProtocolPage(found: found, selected: selectedStep).draw(on: &grid, scene)
        case .running(let run):
            ChecklistView(run: run, selected: aim.step(of: run, scene)?.id).draw(on: &grid, scene)
        case .finished(let run): drawResult(of: run, on: &grid, scene, hasFocus: hasFocus)
        case .awaited: grid.put(scene.say(DrillChecklistText.pastUnknown), at: Point(1, 0), .hint)
        }
    }

    /// The question whose answer fills the library's dates and the history.
    var ask: PaneEffect { .ask(.drills(HistorySpan(limit: DrillChecklistPane.pastLimit))) }

    private func drawResult(of run: ChecklistRun, on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        switch lens {
        case .page:
            let earlier = cadence.ownLast(before: run).flatMap { fetched[$0.run] }
            DrillResult(run: run, earlier: earlier, skipped: skippedLines).draw(on: &grid, scene)
        case .timeline: DrillTimeline(run: run, selected: skippedLines).draw(on: &grid, scene, hasFocus: hasFocus)
        case .replay(let replay):
            let title = run.drillProtocol.map { scene.say($0.title).safeForScreen } ?? ""
            ReplayPage(
                replay, title: [DrillMargin.nature(of: run, scene), Span(title, .title)],
                beganAt: run.startedAt?.moment ?? scene.now.moment, isDrill: run.isDrill
            ).draw(on: &grid, scene)
        }
    }

    func nextChange(_ scene: Scene) -> Int64? {
        guard case .finished = shown(scene) else { return nil }
        return lens.replay?.nextChange(scene.now)
    }

    /// The team's own last run, where it is not at hand yet.
    private func askCompared(with id: ChecklistID, _ scene: Scene) -> [PaneEffect] {
        guard case .finished(let run) = shown(scene), run.id == id, run.isDrill,
            let earlier = cadence.ownLast(before: run)?.run, fetched[earlier] == nil
        else { return [] }
        return [.ask(.drill(earlier))]
    }

    /// The question whose answer fills the list of real responses.
    var askResponses: PaneEffect { .ask(.responses(HistorySpan(limit: DrillChecklistPane.pastLimit))) }

    private mutating func read(_ scene: Scene) -> [PaneEffect] {
        let items = ProtocolList(cadence, scene).items
        guard items.indices.contains(selectedItem), case .drillProtocol(let found) = items[selectedItem] else {
            return []
        }
        page = .reading(found.id)
        selectedStep = 0
        return []
    }

    private mutating func goBack() -> [PaneEffect] {
        if !lens.isPage {
            lens = .page
            skippedLines = 0
            return []
        }
        switch page {
        case .run(_, from: .history): page = .history
        case .run(_, from: .responses): page = .responses
        default: page = .library
        }
        skippedLines = 0
        return past == nil ? [ask] : []
    }

    private mutating func openItem(_ scene: Scene) -> [PaneEffect] {
        let items = ProtocolList(cadence, scene).items
        guard items.indices.contains(selectedItem) else { return [] }
        switch items[selectedItem] {
        case .run(let run): return show(run.id, from: .library, scene)
        case .drillProtocol(let found): return [.open(DrillForms.start(found, scene))]
        }
    }

    /// Brings a run on the screen: its list while it runs, else what came of it.
    mutating func show(_ id: ChecklistID, from list: ListPage, _ scene: Scene) -> [PaneEffect] {
        page = .run(id, from: list)
        skippedLines = 0
        lens = .page
        let open = UnsavedWard.laidOver(scene).checklists[id]
        aim.settle(on: open, scene)
        return open == nil ? [ask, askResponses, .ask(.drill(id))] : askCompared(with: id, scene)
    }
}
