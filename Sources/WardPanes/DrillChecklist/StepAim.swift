import WardDomain

/// Which step the keys act on, and what keeps a key from hitting another one than was meant.
struct StepAim: Sendable {
    /// How the step is found.
    private enum Cursor: Hashable, Sendable {
        /// The first open step after one, round the end; from the beginning with nil.
        case nextOpen(after: String?)
        /// The one chosen with the arrows.
        case chosen(String)
    }

    private var cursor = Cursor.nextOpen(after: nil)
    /// The run and step that was last aimed at.
    private var target: Target?
    private var lastKey: (action: StepResult, uptime: Int64)?
    /// When another terminal last moved the aim, by the boot clock in nanoseconds.
    private var movedAt: Int64?

    /// The step of a run that is aimed at; nil is none.
    private struct Target: Hashable, Sendable {
        let run: ChecklistID
        let step: String?
    }

    /// A second press of one key within this time is the same press, in nanoseconds.
    static let bounce: Int64 = 300_000_000
    /// After another terminal moved the aim, keys rest for so long, in nanoseconds.
    static let settling: Int64 = 1_000_000_000

    /// The run that was last on the screen.
    var run: ChecklistID? { target?.run }

    /// The step that keys act on; nil once every step is marked.
    func step(of run: ChecklistRun, _ scene: Scene) -> ProtocolStep? {
        let steps = run.drillProtocol?.steps ?? []
        switch cursor {
        case .chosen(let id): return run.drillProtocol?[step: id]
        case .nextOpen(let after):
            let start = steps.firstIndex { $0.id == after }.map { $0 + 1 } ?? 0
            let notSaved = run.notSavedMarks(scene)
            return (steps[start...] + steps[..<start]).first { step in
                run.marks[step.id] == nil && notSaved[step.id] == nil && run.applies(step)
            }
        }
    }

    /// Chooses a step, as with an arrow or the mouse.
    mutating func choose(_ step: String, of run: ChecklistRun, _ scene: Scene) {
        cursor = .chosen(step)
        settle(on: run, scene)
    }

    /// Goes on after a step that this terminal has marked.
    mutating func advance(after step: String, of run: ChecklistRun, _ scene: Scene) {
        cursor = .nextOpen(after: step)
        settle(on: run, scene)
    }

    /// Takes what is aimed at now as meant.
    mutating func settle(on run: ChecklistRun?, _ scene: Scene) {
        if target?.run != run?.id { cursor = .nextOpen(after: nil) }
        target = run.map { Target(run: $0.id, step: step(of: $0, scene)?.id) }
    }

    /// Learns that the run may have changed; when another terminal has moved the aim, keys rest for a moment.
    mutating func follow(_ run: ChecklistRun?, movedByOthers: Bool, _ scene: Scene) {
        let before = target
        settle(on: run, scene)
        if movedByOthers, target != before, target != nil { movedAt = scene.now.reading.uptime }
    }

    /// Why a key must not act now; nil when it may.
    mutating func refusal(of action: StepResult, _ scene: Scene) -> Phrase? {
        let now = scene.now.reading.uptime
        let last = lastKey
        lastKey = (action, now)
        if let last, last.action == action, now - last.uptime < StepAim.bounce {
            return DrillChecklistText.pressedTwice
        }
        if let movedAt, now - movedAt < StepAim.settling { return DrillChecklistText.justMoved }
        return nil
    }
}

extension ChecklistRun {
    /// Whether a step is to be done, as far as the answers so far say: no other branch was chosen, and none is awaited.
    func applies(_ step: ProtocolStep) -> Bool {
        switch branch(to: step) {
        case .always, .chosen: true
        case .waiting, .notChosen: false
        }
    }
}
