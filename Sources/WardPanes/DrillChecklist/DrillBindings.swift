import ScreenGrid
import WardDomain

/// The keys of pane 4, by what it shows.
enum DrillBindings {
    typealias Action = DrillChecklistPane.Action

    static func bindings(
        _ shown: DrillChecklistPane.Shown, of pane: DrillChecklistPane, _ scene: Scene
    ) -> [Binding<Action>] {
        let signedOut = scene.staff == nil ? Phrase.signInFirst : nil
        let start = Binding<Action>("n", .start, DrillChecklistText.start, unavailable: signedOut)
        let history = Binding<Action>("y", .history, DrillChecklistText.history)
        let responses = Binding<Action>("l", .responses, DrillChecklistText.responses)
        let back = Binding<Action>(.escape, .back, DrillChecklistText.library)
        switch shown {
        case .library:
            let read = Binding<Action>("v", .read, DrillChecklistText.read)
            return [Binding(.enter, .open, DrillChecklistText.open), start, read, history, responses]
        case .history: return [Binding(.enter, .open, DrillChecklistText.open), start, responses, back]
        case .responses: return [Binding(.enter, .open, DrillChecklistText.open), history, back]
        case .reading(let found):
            return [Binding(.enter, .start, DrillChecklistText.start, unavailable: signedOut)]
                + reading(found, pane, scene) + [back]
        case .running(let run): return running(run, signedOut: signedOut, scene) + [back]
        case .finished where pane.lens.replay != nil: return replaying
        case .finished(let run):
            guard pane.lens.isPage else { return [Binding(.escape, .back, DrillChecklistText.result)] }
            return finished(run, signedOut: signedOut) + [start, history, responses, back]
        case .awaited: return [history, back]
        }
    }

    /// Everything that the pane can show, with all keys of each.
    static func modes(_ scene: Scene) -> [PaneMode] {
        let signedOut = scene.staff == nil ? Phrase.signInFirst : nil
        func keys(_ shown: DrillChecklistPane.Shown) -> [Binding<Action>] {
            bindings(shown, of: DrillChecklistPane(), scene)
        }
        let drill = ChecklistRun(id: ChecklistID(""), nature: .drill)
        let response = ChecklistRun(id: ChecklistID(""), nature: .response)
        let (waits, resumes) = (sign(signedOut), resume(signedOut))
        let reading = scene.rules.protocols.first.map { PaneMode(DrillChecklistText.read, keys(.reading($0))) }
        return [PaneMode(nil, keys(.library)), PaneMode(DrillChecklistText.history, keys(.history))]
            + [PaneMode(DrillChecklistText.responses, keys(.responses)), reading].compactMap(\.self) + [
                PaneMode(DrillChecklistText.drillMode, [resumes] + keys(.running(drill)) + [waits]),
                PaneMode(DrillChecklistText.responseMode, keys(.running(response)) + [waits]),
                PaneMode(DrillChecklistText.result, [waits] + keys(.finished(response))),
                PaneMode(DrillChecklistText.replay, replaying),
            ]
    }

    private static var replaying: [Binding<Action>] {
        ReplayBindings.bindings(Action.playing) + [Binding(.escape, .back, DrillChecklistText.result)]
    }

    private static func sign(_ signedOut: Phrase?) -> Binding<Action> {
        Binding("w", .sign, DrillChecklistText.sign, unavailable: signedOut)
    }

    private static func resume(_ unsigned: Phrase?) -> Binding<Action> {
        Binding("g", .resume, DrillChecklistText.resume, unavailable: unsigned)
    }

    /// Reading changes nothing; confirming is a doctor's or a charge nurse's.
    private static func reading(
        _ found: DrillProtocol, _ pane: DrillChecklistPane, _ scene: Scene
    ) -> [Binding<Action>] {
        let step = ProtocolPage(found: found, selected: pane.selectedStep).step
        let isOpen = step.map { $0.isUnconfirmed && scene.ward.plan.confirmation(of: $0, in: found) == nil } ?? false
        let refused: Phrase? =
            if let staff = scene.staff {
                staff.role.may(.confirm) ? nil : Refusal.notAllowed(staff.role).text
            } else {
                Phrase.signInFirst
            }
        return [
            Binding("o", .source, DrillChecklistText.source),
            Binding("b", .background, DrillChecklistText.background, unavailable: NoteWording.missing(found)),
            Binding(
                "k", .confirm, DrillChecklistText.confirm,
                unavailable: refused ?? (isOpen ? nil : DrillChecklistText.nothingToConfirm)),
        ]
    }

    /// A response takes marks from nobody signed in; a drill does not.
    private static func running(_ run: ChecklistRun, signedOut: Phrase?, _ scene: Scene) -> [Binding<Action>] {
        let unsigned = run.isDrill ? signedOut : nil
        let marks = unsigned ?? (run.suspendedAt == nil ? nil : DrillChecklistText.suspended)
        var bindings: [Binding<Action>] = [
            Binding(" ", .done, DrillChecklistText.done, unavailable: marks),
            Binding("m", .missed, DrillChecklistText.missed, unavailable: marks),
            Binding("-", .notApplicable, DrillChecklistText.notApplicable, unavailable: marks),
            Binding("f", .finish, DrillChecklistText.finish, unavailable: unsigned),
            Binding("e", .note, DrillChecklistText.note, unavailable: unsigned),
            Binding("r", .arrive, DrillChecklistText.arrive, unavailable: marks),
        ]
        if run.isDrill {
            bindings.append(Binding("i", .inject, DrillChecklistText.inject, unavailable: marks))
        } else {
            bindings.append(Binding("n", .whom, DrillChecklistText.whom))
        }
        bindings += [
            Binding("o", .source, DrillChecklistText.source),
            Binding("a", .again, DrillChecklistText.again, unavailable: marks ?? nothingAgain(run, scene)),
        ]
        if run.isDrill {
            bindings += [
                Binding("v", .scenario, DrillChecklistText.scenario),
                Binding("p", .pause, DrillChecklistText.pause, unavailable: marks),
            ]
        }
        if run.suspendedAt != nil {
            bindings.insert(resume(unsigned), at: 0)
        }
        if !run.unsigned.isEmpty {
            bindings.append(sign(signedOut))
        }
        bindings += [
            Binding(
                "b", .background, DrillChecklistText.background, unavailable: NoteWording.missing(run.drillProtocol)),
            Binding("x", .void, DrillChecklistText.void, unavailable: unsigned, inFooter: false),
        ]
        return bindings
    }

    private static func nothingAgain(_ run: ChecklistRun, _ scene: Scene) -> Phrase? {
        let elapsed = run.elapsed(now: scene.now.reading)?.seconds ?? 0
        return run.dueAgain(elapsedSeconds: elapsed).isEmpty ? DrillChecklistText.nothingAgain : nil
    }

    private static func finished(_ run: ChecklistRun, signedOut: Phrase?) -> [Binding<Action>] {
        var bindings: [Binding<Action>] = []
        if !run.unsigned.isEmpty {
            bindings.append(sign(signedOut))
        }
        if !run.voided {
            let unsigned = run.isDrill ? signedOut : nil
            bindings.append(Binding("d", .debrief, DrillChecklistText.debrief, unavailable: unsigned))
            bindings.append(Binding("k", .kitUsed, DrillChecklistText.kitUsed, unavailable: signedOut))
        }
        bindings += [
            Binding("t", .timeline, DrillChecklistText.timeline), Binding("r", .replay, DrillChecklistText.replay),
        ]
        return bindings
    }
}
