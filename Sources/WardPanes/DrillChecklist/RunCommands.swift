import WardDomain

/// What can be recorded about a run, as the command of its own nature: a drill's never touches a response.
extension ChecklistRun {
    func marking(_ step: String, _ result: StepResult) -> any WardCommand {
        isDrill
            ? MarkStep<Drill>(run: id, step: step, result: result)
            : MarkStep<Response>(run: id, step: step, result: result)
    }

    func giving(_ dose: String, by giver: Badge?, step: String, note: String?) -> any WardCommand {
        isDrill
            ? MarkStep<Drill>(run: id, step: step, result: .done, dose: dose, giver: giver, note: note)
            : MarkStep<Response>(run: id, step: step, result: .done, dose: dose, giver: giver, note: note)
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

    /// Marks of this run that the store has not taken yet, by step.
    func notSavedMarks(_ scene: Scene) -> [String: StepResult] {
        var marks: [String: StepResult] = [:]
        for order in scene.notSaved {
            if let mark = order.command as? MarkStep<Drill>, mark.run == id { marks[mark.step] = mark.result }
            if let mark = order.command as? MarkStep<Response>, mark.run == id { marks[mark.step] = mark.result }
        }
        return marks
    }
}
