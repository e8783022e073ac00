import WardDomain

/// What can be recorded about a run, as the command of its own nature: a drill's never touches a response.
extension ChecklistRun {
    /// A step of the screen says how often it had been marked when the key was pressed, so that two terminals can't double it.
    func marking(_ step: String, _ result: StepResult, _ entry: StepEntry) -> any WardCommand {
        isDrill
            ? entry.command(Drill.self, id, step, result) : entry.command(Response.self, id, step, result)
    }

    func arrival(of badge: Badge, as role: String) -> any WardCommand {
        isDrill
            ? ArriveAtChecklist<Drill>(run: id, badge: badge, role: role)
            : ArriveAtChecklist<Response>(run: id, badge: badge, role: role)
    }

    func noting(_ text: String) -> any WardCommand {
        isDrill ? NoteChecklist<Drill>(run: id, text: text) : NoteChecklist<Response>(run: id, text: text)
    }

    func finishing() -> any WardCommand {
        isDrill ? FinishChecklist<Drill>(run: id) : FinishChecklist<Response>(run: id)
    }

    func debriefing(_ debrief: Debrief) -> any WardCommand {
        isDrill ? WriteDebrief<Drill>(run: id, debrief: debrief) : WriteDebrief<Response>(run: id, debrief: debrief)
    }

    func voiding(_ reason: String) -> any WardCommand {
        isDrill ? VoidChecklist<Drill>(run: id, reason: reason) : VoidChecklist<Response>(run: id, reason: reason)
    }

    /// How often a step was marked, with what the store has not taken yet.
    func timesMarkedSoFar(_ step: String, _ scene: Scene) -> Int {
        (timesMarked[step] ?? 0) + unsavedMarks(scene).count { $0.step == step }
    }

    /// Marks of this run that the store has not taken yet, by step.
    func notSavedMarks(_ scene: Scene) -> [String: StepResult] {
        Dictionary(unsavedMarks(scene).map { ($0.step, $0.result) }) { $1 }
    }

    private func unsavedMarks(_ scene: Scene) -> [(step: String, result: StepResult)] {
        scene.notSaved.compactMap { order -> (step: String, result: StepResult)? in
            switch order.command {
            case let mark as MarkStep<Drill> where mark.run == id: (mark.step, mark.result)
            case let mark as MarkStep<Response> where mark.run == id: (mark.step, mark.result)
            default: nil
            }
        }
    }
}

/// What is recorded with a step beside its result.
struct StepEntry: Sendable {
    var dose: String?
    var giver: Badge?
    var answer: String?
    var lossTotal: Int?
    var lossAdded: Int?
    var pulse: Int?
    var systolic: Int?
    var apgar: ApgarGiven?
    var oxygenSaturation: Int?
    var note: String?
    var seen: Int?

    init(answer: String? = nil, note: String? = nil, seen: Int? = nil) {
        self.answer = answer
        self.note = note
        self.seen = seen
    }

    func command<Kind: ChecklistKind>(
        _: Kind.Type, _ run: ChecklistID, _ step: String, _ result: StepResult
    ) -> MarkStep<Kind> {
        var command = MarkStep<Kind>(
            run: run, step: step, result: result, dose: dose, giver: giver, answer: answer, note: note, seen: seen)
        command.lossTotal = lossTotal
        command.lossAdded = lossAdded
        command.pulse = pulse
        command.systolic = systolic
        command.apgar = apgar
        command.oxygenSaturation = oxygenSaturation
        return command
    }
}
