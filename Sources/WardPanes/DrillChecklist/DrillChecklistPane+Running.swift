import ScreenGrid
import WardDomain

/// What keys, scans and news do to a running list.
extension DrillChecklistPane {
    mutating func perform(_ action: Action, in run: ChecklistRun, _ scene: Scene) -> [PaneEffect] {
        switch action {
        case .done: return mark(.done, in: run, scene)
        case .missed: return mark(.missed, in: run, scene)
        case .notApplicable: return mark(.notApplicable, in: run, scene)
        case .note: return [.open(DrillForms.note(run, scene))]
        case .inject: return [.open(DrillForms.inject(run, scene))]
        case .arrive: return [.open(DrillForms.arrival(run, scene))]
        case .source: return aim.step(of: run, scene).map { [.open(StepSource.dialog($0, run, scene))] } ?? []
        case .background: return NoteWording.dialog(run).map { [.open($0)] } ?? []
        case .finish:
            page = .run(run.id, from: .library)
            return [.open(DrillForms.finish(run, scene))]
        case .resume: return [.record(ResumeDrill(run: run.id))]
        case .pause: return [.record(PauseDrill(run: run.id), .frozen(scene.now.reading))]
        case .again: return markAgain(in: run, scene)
        case .scenario: return [.open(DrillForms.scenario(run, scene))]
        case .whom: return [.open(LinkForm.dialog(run, scene))]
        case .void: return [.open(DrillForms.void(run, scene))]
        case .sign: return [.record(SignEntries(response: run.id))]
        default: return []
        }
    }

    /// One key, one step, at the instant of the key press; a drug step opens its form instead.
    private mutating func mark(_ result: StepResult, in run: ChecklistRun, _ scene: Scene) -> [PaneEffect] {
        if let why = aim.refusal(of: result, scene) { return [.toast(why, .hint)] }
        guard let step = aim.step(of: run, scene) else { return [.toast(DrillChecklistText.allMarked, .hint)] }
        page = .run(run.id, from: .library)
        if result == .done, let form = StepForm.dialog(step, run, scene) { return [.open(form)] }
        aim.advance(after: step.id, of: run, scene)
        let isRepeat = result == .done && step.repeatSeconds != nil
        if run.marks[step.id]?.result == result, !isRepeat, let at = run.elapsed(at: step) {
            return [.toast(DrillChecklistText.already(result, at: Durations.clock(at.seconds)), .hint)]
        }
        return [
            .record(
                run.marking(step.id, result, StepEntry(seen: run.timesMarkedSoFar(step.id, scene))),
                .frozen(scene.now.reading))
        ]
    }

    /// The step that is longest due again, wherever the list stands: one key, and the aim stays where it was.
    private mutating func markAgain(in run: ChecklistRun, _ scene: Scene) -> [PaneEffect] {
        if let why = aim.refusal(of: .done, scene) { return [.toast(why, .hint)] }
        let elapsed = run.elapsed(now: scene.now.reading)?.seconds ?? 0
        guard let step = run.dueAgain(elapsedSeconds: elapsed).first else {
            return [.toast(DrillChecklistText.nothingAgain, .hint)]
        }
        if let form = StepForm.dialog(step, run, scene) { return [.open(form)] }
        return [
            .record(
                run.marking(step.id, .done, StepEntry(seen: run.timesMarkedSoFar(step.id, scene))),
                .frozen(scene.now.reading))
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> Bool {
        switch shown(scene) {
        case .library:
            return move(&selectedItem, key, count: ProtocolList(cadence, scene).items.count)
        case .history: return move(&selectedPast, key, count: past?.count ?? 0)
        case .responses: return move(&selectedResponse, key, count: pastResponses?.count ?? 0)
        case .reading(let found): return move(&selectedStep, key, count: found.steps.count)
        case .running(let run): return moveAim(key, in: run, scene)
        case .finished: return move(&skippedLines, key, count: 500)
        case .awaited: return false
        }
    }

    private func move(_ selected: inout Int, _ key: Key, count: Int) -> Bool {
        var scroll = ListScroll(selected: min(selected, max(0, count - 1)))
        guard scroll.take(key, count: count, rows: 10) else { return false }
        selected = scroll.selected
        return true
    }

    private mutating func moveAim(_ key: Key, in run: ChecklistRun, _ scene: Scene) -> Bool {
        let steps = run.drillProtocol?.steps ?? []
        var index = steps.firstIndex { $0.id == aim.step(of: run, scene)?.id } ?? steps.count
        guard move(&index, key, count: steps.count), steps.indices.contains(index) else { return false }
        aim.choose(steps[index].id, of: run, scene)
        page = .run(run.id, from: .library)
        return true
    }

    mutating func take(_ event: MouseEvent, in size: Size, _ scene: Scene) {
        switch event.action {
        case .scrollUp: _ = take(Key.up, scene)
        case .scrollDown: _ = take(Key.down, scene)
        default: click(event.point.row, in: size, scene)
        }
    }

    private mutating func click(_ row: Int, in size: Size, _ scene: Scene) {
        switch shown(scene) {
        case .library:
            let list = ProtocolList(cadence, scene)
            selectedItem = list.item(atRow: row, in: size, selected: selectedItem, scene) ?? selectedItem
        case .running(let run):
            let view = ChecklistView(run: run, selected: aim.step(of: run, scene)?.id)
            if let step = view.step(atRow: row, in: size, scene) { aim.choose(step, of: run, scene) }
        default: break
        }
    }

    /// A badge scanned during a run is that person's arrival; bands still open whoever wears them.
    mutating func take(scan: String, _ scene: Scene) -> [PaneEffect]? {
        guard let run = running(scene), scene.ward.wearer(of: scan) == nil else { return nil }
        if run.isDrill, scene.staff == nil { return nil }
        let badge = Badge(scan)
        let time = scene.now.reading
        guard let expected = run.participants.first(where: { $0.badge == badge }) else {
            return [.open(DrillForms.role(of: badge, run, at: time, scene))]
        }
        return [.record(run.arrival(of: badge, as: expected.role), .frozen(time))]
    }

    /// What has happened on the ward: a run begun here comes on the screen, a finished one shows its result.
    mutating func follow(_ entries: [Entry], _ scene: Scene) -> [PaneEffect] {
        var asks = past == nil
        let counts = past == nil || entries.contains { $0.fact.countsForCadence || $0.fact is EntryCorrected }
        var asksResponses = false
        for entry in entries {
            let isHere = entry.stamp.terminal == scene.terminal
            switch (entry.stream, entry.fact) {
            case (.drill(let id), is ChecklistStarted) where isHere: page = .run(id, from: .library)
            case (.response(let id), is ChecklistStarted):
                let wasShown = scene.orders.all.contains { $0.id.rawValue == id.rawValue }
                if !wasShown { comeUp(id, isHere: isHere, scene) }
            case (.drill(let id), is ChecklistFinished), (.response(let id), is ChecklistFinished):
                asks = true
                if case .response = entry.stream { asksResponses = true }
                if case .automatic = page, aim.run == id { page = .run(id, from: .library) }
            case (.drill(let id), is ChecklistVoided), (.response(let id), is ChecklistVoided):
                asks = true
                if case .response = entry.stream { asksResponses = true }
                if case .run(id, _) = page { page = .automatic }
            case (_, is DebriefWritten): (asks, asksResponses) = (true, pastResponses != nil)
            case (.response, is ResponseLinked): asksResponses = pastResponses != nil
            case (_, let marked as StepMarked) where isHere:
                if let run = running(scene), run.stream == entry.stream, aim.step(of: run, scene)?.id == marked.step {
                    aim.advance(after: marked.step, of: run, scene)
                }
            default: break
            }
        }
        aim.follow(running(scene), movedByOthers: entries.contains { $0.stamp.terminal != scene.terminal }, scene)
        return (asks ? [ask] : []) + (asksResponses ? [askResponses] : []) + (counts ? [.ask(scene.duties)] : [])
    }

    /// A real response comes up where it was started, and elsewhere unless a running list is being worked on.
    private mutating func comeUp(_ id: ChecklistID, isHere: Bool, _ scene: Scene) {
        if isHere {
            page = .run(id, from: .library)
        } else if running(scene) == nil {
            page = .automatic
        }
    }
}
