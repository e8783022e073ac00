import ScreenGrid
import WardDomain

/// How a step's standing looks: a sign in a box, words beside it, and only then a role.
struct StepTone {
    let standing: StepStanding
    let role: StyleRole
    private let isRunning: Bool

    init(_ standing: StepStanding, critical: Bool, isRunning: Bool) {
        self.standing = standing
        self.isRunning = isRunning
        role =
            switch standing {
            case .open: .text
            case .openLate: critical ? .overdue : .late
            case .done: .done
            case .doneLate: .late
            case .missed: .missed
            case .notApplicable, .notChosen: .notApplicable
            case .waiting: .dim
            }
    }

    var box: String {
        switch standing {
        case .open, .openLate: "[ ]"
        case .waiting: "[?]"
        case .notChosen: "[/]"
        case .done, .doneLate: StepTone.box(.done)
        case .missed: StepTone.box(.missed)
        case .notApplicable: StepTone.box(.notApplicable)
        }
    }

    /// The sign of a result: the key that gives it, or an x.
    static func box(_ result: StepResult) -> String {
        switch result {
        case .done: "[x]"
        case .missed: "[m]"
        case .notApplicable: "[-]"
        }
    }

    /// An open step that is late turns where it stands.
    var textRole: StyleRole {
        switch standing {
        case .open, .done, .doneLate: .text
        case .openLate, .missed, .notApplicable, .waiting, .notChosen: role
        }
    }

    /// `by 00:30`, `LATE 00:15 / 00:30`, `00:21 / 00:30`, `missed`; in a finished run `not marked`.
    func time(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> [Span] {
        let target = StepTarget.text(step, of: run, scene)
        let limit = target.map { " / \($0)" } ?? ""
        let at = run.elapsed(at: step).map { Durations.clock($0.seconds) } ?? ""
        switch standing {
        case .open where !isRunning, .openLate where !isRunning:
            return [Span(scene.say("not marked", "未标记") + limit, .notRecorded)]
        case .open: return target.map { [Span(scene.say("by \($0)", "限 \($0)"), .dim)] } ?? []
        case .openLate(let late):
            return [Span(scene.say("LATE \(Durations.clock(late))", "超时 \(Durations.clock(late))") + limit, role)]
        case .done: return [Span(at + limit, role)] + again(step, run, scene)
        case .doneLate(let late):
            let words = scene.say("late \(Durations.clock(late))", "迟 \(Durations.clock(late))")
            return [Span("\(at)\(limit) \(words)", role)] + again(step, run, scene)
        case .missed: return [Span(scene.say(StepResult.missed.label) + limit, role)]
        case .notApplicable: return [Span(scene.say(StepResult.notApplicable.label), role)]
        case .waiting: return [Span(waits(for: step, run, scene), role)]
        case .notChosen: return [Span(scene.say("n/a by branch", "按分支不适用"), role)]
        }
    }

    /// `if HR <60: intubate`; in a finished run nobody decided it.
    private func waits(for step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> String {
        guard isRunning else { return scene.say("branch not decided", "分支未定") }
        let condition = run.conditionText(of: step).map { scene.say($0).safeForScreen } ?? ""
        return scene.say("only if: \(condition)", "仅当：\(condition)")
    }

    /// When a step of a running list is due again, and how often it was repeated.
    private func again(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> [Span] {
        let count = run.repeats[step.id].map { Span(" x\($0.count + 1)", .label) }
        guard isRunning, let next = run.nextRepeat(of: step) else { return count.map { [$0] } ?? [] }
        let elapsed = run.elapsed(now: scene.now.reading)?.seconds ?? 0
        let clock = Durations.clock(next)
        let due =
            elapsed > next
            ? Span(scene.say(" AGAIN since \(clock)", " 应重复，自 \(clock)"), .overdue)
            : Span(scene.say(" again by \(clock)", " 重复限 \(clock)"), .dim)
        return (count.map { [$0] } ?? []) + [due]
    }
}

/// By when a step should be done, as text.
enum StepTarget {
    /// As `text`; where an answer or an earlier step moved it, the moved time with `~`.
    static func text(_ step: ProtocolStep, of run: ChecklistRun, _ scene: Scene) -> String? {
        let own = step.countsFrom == nil ? step.targetSeconds : nil
        guard let due = run.dueSeconds(of: step), due != own else {
            return step.countsFrom == nil ? text(step, scene) : step.targetLabel.map { scene.say($0).safeForScreen }
        }
        return "~" + Durations.clock(due)
    }

    /// `00:30`, `~01:00` where the figure is a choice of the drill's design, or the protocol's own words.
    static func text(_ step: ProtocolStep, _ scene: Scene) -> String? {
        guard let seconds = step.targetSeconds else { return step.targetLabel.map { scene.say($0).safeForScreen } }
        return (step.targetIsProposal ? "~" : "") + Durations.clock(seconds)
    }
}
