/// What a debrief leaves behind: every new action and threat becomes a finding of its own.
extension ChecklistRun.Debrief {
    /// The entries of a debrief: its texts in the run's story, and its findings each in their own. What an earlier
    /// debrief of the run has opened already is not opened again; another owner or day is handed on to it.
    func drafts(of run: ChecklistRun, _ context: DecisionContext) throws(Refusal) -> [Draft] {
        for text in [wentWell, change].compactMap({ $0 }) { _ = try TextRules.note(text, field: "debrief") }
        let origin = Finding.Origin(run)
        var drafts = [context.draft(run.stream, DebriefWritten(debrief: self, drill: run.isDrill ? true : nil))]
        func open(_ new: NewFinding) throws(Refusal) {
            drafts.append(try new.draft(FindingID(context.id, ordinal: drafts.count), from: origin, context))
        }
        for action in actions {
            guard !action.what.isBlank else { throw .fieldMissing("what") }
            guard let owner = action.owner else { throw .fieldMissing("owner") }
            _ = try context.atWork(owner)
            guard action.due != nil else { throw .fieldMissing("due") }
            if run.debrief?.actions.contains(where: { $0.what == action.what }) == true {
                drafts += try handOn(action, of: run, context)
            } else {
                try open(NewFinding(kind: .action, what: action.what, owner: action.owner, due: action.due))
            }
        }
        for threat in threats where run.debrief?.threats.contains(threat) != true {
            let kind: FindingKind = threat.kit == nil ? .threat : .defect
            try open(NewFinding(kind: kind, what: threat.what, kit: threat.kit, tag: threat.tag))
        }
        return drafts
    }

    /// Another owner or day for an action of the run that is open already.
    private func handOn(
        _ action: Action, of run: ChecklistRun, _ context: DecisionContext
    ) throws(Refusal) -> [Draft] {
        let known = context.ward.findings.values.first {
            $0.isOpen && $0.origin?.run == run.id && $0.kind == .action && $0.what == action.what.trimmed
        }
        guard let known, action.owner != known.owner || action.due != known.limit?.day else { return [] }
        return try ChangeFinding(finding: known.id, owner: action.owner, due: action.due).decide(context)
    }
}
