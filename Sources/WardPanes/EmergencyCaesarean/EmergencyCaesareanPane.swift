import ScreenGrid
import WardDomain

/// Pane 2: the clock of an emergency caesarean, its milestones, what it still lacks, and the cases of the past.
struct EmergencyCaesareanPane: Pane {
    typealias Action = CaesareanAction

    let title = EmergencyCaesareanText.title
    let help = EmergencyCaesareanText.help + CasebookText.help
    /// The run on the screen; it stays until somebody turns to another or starts one here.
    private var selectedRun: CaesareanID?
    /// The milestone that was chosen with the arrows; nil follows the next one.
    private var selectedMilestone: Milestone?
    private var past = PastCaesareans()
    private var casebook = CasebookState()
    private var hasAsked = false
    /// Until when, by the boot clock, Space marks nothing, and why: a mark just made, or another run on the screen.
    private var rest: (until: Int64, why: Phrase)?
    /// Whom a key called last, and when by the boot clock.
    private var lastCall: (slot: OnCallSlot, uptime: Int64)?
    /// When a key was last used here, by the boot clock.
    private var touchedAt = Int64.min

    /// A second Space within this time is ignored, in nanoseconds.
    private static let quietNanoseconds: Int64 = 2_000_000_000
    /// A finished run gives way to a running one when nobody has touched the pane for so long, in nanoseconds.
    private static let idleNanoseconds: Int64 = 60_000_000_000

    static func modes(_ scene: Scene) -> [PaneMode] {
        [PaneMode(nil, CaesareanBindings.ofRun(nil, count: 0, isFollowing: false, scene))] + CasebookBindings.modes
    }

    func bindings(_ scene: Scene) -> [Binding<CaesareanAction>] {
        if casebook.isOpen { return CasebookBindings.bindings(casebook) }
        let runs = OpenRuns(scene)
        return CaesareanBindings.ofRun(
            runs.shown(selectedRun), count: runs.all.count, isFollowing: selectedMilestone == nil, scene)
    }

    mutating func perform(_ action: CaesareanAction, _ scene: Scene) -> [PaneEffect] {
        touchedAt = scene.now.reading.uptime
        switch action {
        case .history: return casebook.openHistory()
        case .casebook(let action): return casebook.perform(action, scene)
        case .back:
            if casebook.isOpen { casebook.back() } else { selectedMilestone = nil }
            return []
        case .paper: return [.open(PaperForm.dialog(scene))]
        default: break
        }
        let runs = OpenRuns(scene)
        guard let shown = runs.shown(selectedRun) else { return [] }
        switch action {
        case .previousRun: turn(to: runs.neighbour(of: shown.run.id, by: -1))
        case .nextRun: turn(to: runs.neighbour(of: shown.run.id, by: 1))
        case .markNext: return markNext(shown, scene)
        case .casePage: return casebook.openPage(shown.run.id)
        case .call(let slot):
            guard takesCall(slot, scene) else { return [.toast(EmergencyCaesareanText.calledJustNow, .hint)] }
            return CaesareanForms.effects(of: action, on: selected(shown), shown, scene)
        default: return CaesareanForms.effects(of: action, on: selected(shown), shown, scene)
        }
        return []
    }

    /// A second press of a call's key within two seconds is no second call.
    private mutating func takesCall(_ slot: OnCallSlot, _ scene: Scene) -> Bool {
        let now = scene.now.reading.uptime
        defer { lastCall = (slot, now) }
        return lastCall.map { $0.slot != slot || now - $0.uptime >= Self.quietNanoseconds } ?? true
    }

    /// Marks the next milestone with the instant of the key press; the birth is never marked, its form opens instead.
    private mutating func markNext(_ shown: ShownRun, _ scene: Scene) -> [PaneEffect] {
        if let rest, scene.now.reading.uptime < rest.until { return [.toast(rest.why, .hint)] }
        guard let next = shown.next else { return [.toast(EmergencyCaesareanText.allMarked, .hint)] }
        restAfter(EmergencyCaesareanText.tooSoon, scene)
        selectedMilestone = nil
        if next == .delivery { return [.open(BirthForm.dialog(shown.mother, scene, startsAt: "mode"))] }
        return [.record(MarkMilestone(run: shown.run.id, milestone: next), .frozen(scene.now.reading))]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> Bool {
        if casebook.isOpen { return casebook.take(key, scene) }
        guard let shown = OpenRuns(scene).shown(selectedRun) else { return false }
        var list = ListScroll(selected: selected(shown).position)
        guard list.take(key, count: Milestone.allCases.count, rows: Milestone.allCases.count) else { return false }
        touchedAt = scene.now.reading.uptime
        selectedMilestone = Milestone.allCases[list.selected]
        return true
    }

    /// While the clock runs a scan is that person's arrival; a band opens whoever wears it.
    mutating func take(scan: String, _ scene: Scene) -> [PaneEffect]? {
        guard !casebook.isOpen, let shown = OpenRuns(scene).shown(selectedRun), shown.run.isRunning,
            !scene.ward.knowsBand(scan)
        else { return nil }
        touchedAt = scene.now.reading.uptime
        return [.record(ArriveAtCaesarean(run: shown.run.id, badge: Badge(scan)), .frozen(scene.now.reading))]
    }

    mutating func take(_ event: MouseEvent, in size: Size, _ scene: Scene) {
        switch event.action {
        case .scrollUp: _ = take(Key.up, scene)
        case .scrollDown: _ = take(Key.down, scene)
        default: break
        }
    }

    mutating func notice(_ news: PaneNews, _ scene: Scene) -> [PaneEffect] {
        var asked: [PaneEffect] = []
        switch news {
        case .show(.caesarean(let run)):
            show(run, scene)
        case .refused(let order) where Subject(startedBy: order) == selectedRun.map(Subject.caesarean):
            turn(to: inPlace(of: order, OpenRuns(scene))?.run.id)
            restAfter(EmergencyCaesareanText.clockChanged, scene)
        case .answer(.caesareans(let rows)):
            past.learn(rows, scene)
            return []
        case .answer(.casebook(let briefs)):
            casebook.learn(briefs, scene)
            return []
        case .answer(.caesareanCase(let answer)):
            casebook.learn(answer, scene)
            return []
        case .told(let message as CasebookFieldChosen):
            return [.open(FilterDialog.values(of: message.field, casebook, scene))]
        case .told(let message as CasebookFiltered):
            casebook.change(message.filter, scene)
            return []
        case .ward(let entries):
            follow(entries, scene)
            asked = casebook.questions(after: entries)
            let question =
                hasAsked ? PastCaesareans.question(after: entries, scene) : PastCaesareans.lastYear(scene.now)
            if let question { asked.append(.ask(question)) }
            hasAsked = true
        case .readAnew:
            past = PastCaesareans()
            asked = casebook.questions + [.ask(PastCaesareans.lastYear(scene.now))]
        default: break
        }
        return asked
    }

    /// Turns to a run that was asked for; one that has just been started here lets Space rest.
    private mutating func show(_ run: CaesareanID, _ scene: Scene) {
        let isStart = run != selectedRun && OpenRuns(scene).shown(run)?.isSaved == false
        turn(to: run)
        casebook.close()
        if isStart { restAfter(EmergencyCaesareanText.clockChanged, scene) }
    }

    /// A clock that was recorded here comes on the screen, unless it came when it was ordered. One that was started
    /// elsewhere does so only where nobody is at work: a key press must never meet another clock than the one that was
    /// seen.
    private mutating func follow(_ entries: [Entry], _ scene: Scene) {
        let runs = OpenRuns(scene)
        let before = selectedRun
        let shownBefore = Set(scene.orders.all.map { CaesareanID($0.id.rawValue) })
        let own = entries.compactMap { $0.stamp.terminal == scene.terminal ? $0.fact as? CaesareanDecided : nil }
            .last { !shownBefore.contains($0.run) }
        let isIdle = scene.now.reading.uptime - max(touchedAt, 0) > Self.idleNanoseconds
        if let own {
            turn(to: own.run)
            casebook.close()
        } else if runs.shown(selectedRun)?.run.isRunning != true, isIdle, let running = runs.newestRunning {
            turn(to: running.run.id)
        }
        let start = scene.orders.all.first { Subject(startedBy: $0) == selectedRun.map(Subject.caesarean) }
        let now = runs.all.first { $0.run.id == selectedRun } ?? inPlace(of: start, runs)
        if now?.run.id != selectedRun { turn(to: now?.run.id) }
        if selectedRun != before { restAfter(EmergencyCaesareanText.clockChanged, scene) }
    }

    /// What is shown where a start can't be: the clock that runs for her already, else what is shown without a choice.
    private func inPlace(of start: RecordOrder?, _ runs: OpenRuns) -> ShownRun? {
        runs.running(of: (start?.command as? DecideCaesarean)?.admission) ?? runs.shown(nil)
    }

    /// Lets Space mark nothing for two seconds.
    private mutating func restAfter(_ why: Phrase, _ scene: Scene) {
        rest = (scene.now.reading.uptime + Self.quietNanoseconds, why)
    }

    private mutating func turn(to run: CaesareanID?) {
        guard run != selectedRun else { return }
        selectedRun = run
        selectedMilestone = nil
    }

    func selectedMother(_ scene: Scene) -> AdmissionID? {
        casebook.isOpen ? nil : OpenRuns(scene).shown(selectedRun)?.mother.id
    }

    func nextChange(_ scene: Scene) -> Int64? { casebook.nextChange(scene.now) }

    private func selected(_ shown: ShownRun) -> Milestone {
        selectedMilestone ?? shown.next ?? shown.furthest
    }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        if casebook.isOpen {
            casebook.draw(on: &grid, medians: past.medians, scene, hasFocus: hasFocus)
            return
        }
        let runs = OpenRuns(scene)
        guard let shown = runs.shown(selectedRun) else {
            NoRunPage(last: past.rows.first, scene: scene).draw(on: &grid)
            return
        }
        let number = (runs.all.firstIndex { $0.run.id == shown.run.id } ?? 0) + 1
        let usual = UsualSplits(
            category: shown.run.category ?? .one, medians: past.medians[shown.run.category ?? .one], rules: scene.rules)
        RunPage(
            shown: shown, usual: usual, place: (number, runs.all.count), selected: selected(shown), scene: scene
        ).draw(on: &grid, hasFocus: hasFocus)
    }
}

extension WardState {
    /// Whether a code is that of a band of somebody here, attached, issued or void.
    fileprivate func knowsBand(_ code: String) -> Bool {
        admissions.values.contains { mother in
            mother.band?.code == code || mother.voidBands.contains { $0.code == code }
                || mother.newborns.contains { $0.bands.contains { $0.code == code } }
        }
    }
}
