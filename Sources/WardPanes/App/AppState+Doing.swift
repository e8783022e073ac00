import ScreenGrid
import WardDomain

/// How what panes and dialogs want is done.
extension AppState {
    /// For how long after its selection an emergency is for the selected mother, in nanoseconds.
    private static let selectionHolds: Int64 = 60_000_000_000
    /// Why an order is not tried yet.
    static let held = Phrase(
        en: "An earlier record of the same story is not saved yet.", zhHans: "同一病历的较早记录尚未保存。")
    /// For how long names are shown whole.
    static let revealNanoseconds: Int64 = 30_000_000_000

    mutating func follow(_ response: DialogResponse, ofDialogAt index: Int, _ now: Now) -> [Effect] {
        guard response.closes else { return carryOut(response.effects, dialog: index, now) }
        let closed = close(dialogAt: index)
        if response.withdraws, let ticket = closed.awaits, orders.withdraw(ticket) {
            let text = Phrase(en: "Withdrawn: nothing was recorded.", zhHans: "已撤回：未作任何记录。")
            toasts.append(ToastMessage(text, .toast, now: now))
        }
        return carryOut(response.effects, dialog: nil, now)
    }

    /// Takes a dialog off the screen, and what it said with it.
    mutating func close(dialogAt index: Int) -> OpenDialog {
        toasts.removeAll { $0.dialog.map { $0 >= index } ?? false }
        return dialogs.remove(at: index)
    }

    mutating func carryOut(_ wanted: [PaneEffect], dialog: Int?, _ now: Now) -> [Effect] {
        wanted.flatMap { effect -> [Effect] in
            switch effect {
            case .record(let command, let time): return order(command, time, dialog: dialog, now)
            case .start(let command, let time, let pane): return start(command, time, pane, now)
            case .open(let panel):
                dialogs.append(OpenDialog(panel: panel))
                return []
            case .ask(let question): return [.ask(question)]
            case .toast(let text, let role):
                toasts.append(ToastMessage(text, role, of: dialog, now: now))
                return []
            case .show(let pane, let subject): return show(pane, subject, now)
            case .tell(let pane, let message): return tell(pane, message, now)
            case .press(let pane, let key):
                return press(key, in: pane, now)
            case .effect(let effect): return [effect]
            case .checkPIN(let badge, let pin):
                return [.ask(.access(newest: PINAttempts.entriesNeeded)), .checkPIN(badge, pin: pin)]
            case .global(let action): return perform(action, now)
            case .signIn(let next):
                dialogs.append(OpenDialog(panel: SignInDialog(badge: nil, demo: settings.demo, next: next)))
                return []
            }
        }
    }

    /// Orders something recorded; the outcome goes to the dialog that ordered it.
    mutating func order(
        _ command: any WardCommand, _ time: CommandEnvelope.Time, dialog: Int?, _ now: Now
    ) -> [Effect] {
        let order = orders.place(command, time, by: session?.badge, now)
        return send(order, dialog: dialog, now)
    }

    /// Sends an order off, or holds it behind an earlier one of the same story.
    private mutating func send(_ order: RecordOrder, dialog: Int?, _ now: Now) -> [Effect] {
        if let dialog, dialogs.indices.contains(dialog) { dialogs[dialog].awaits = order.ticket }
        guard orders.all.count > 1, let earlier = UnsavedWard.order(before: order, scene(now)) else {
            return [.record(order)]
        }
        orders.hold(order.ticket, behind: earlier.ticket)
        return orders.isNotSaved(order.ticket) ? tellDialog(.notSaved(AppState.held), ofTicket: order.ticket, now) : []
    }

    /// Starts an emergency's clock, and turns its pane to it at once: the next key must never meet another clock.
    private mutating func start(
        _ command: any WardCommand, _ time: CommandEnvelope.Time, _ pane: PaneID, _ now: Now
    ) -> [Effect] {
        let order = orders.place(command, time, by: session?.badge, now)
        focus = pane
        let sent = send(order, dialog: nil, now)
        guard let subject = Subject(startedBy: order), let index = panes.index(of: pane) else { return sent }
        let wanted = panes[index].notice(.show(subject), scene(now))
        noteSelection(inPaneAt: index, now)
        return sent + carryOut(wanted, dialog: nil, now)
    }

    mutating func show(_ pane: PaneID, _ subject: Subject?, _ now: Now) -> [Effect] {
        focus = pane
        guard let subject, let index = panes.index(of: pane) else { return [] }
        let wanted = panes[index].notice(.show(subject), scene(now))
        sayWhereNotShown(pane, now)
        noteSelection(inPaneAt: index, now)
        return carryOut(wanted, dialog: nil, now)
    }

    /// A key means what it means in the pane that was named, also where that can't be seen.
    private mutating func press(_ key: Key, in pane: PaneID, _ now: Now) -> [Effect] {
        guard let index = panes.index(of: pane) else { return [] }
        focus = pane
        let effects = give(key, toPaneAt: index, now)
        if dialogs.isEmpty { sayWhereNotShown(pane, now) }
        return effects
    }

    private mutating func tell(_ pane: PaneID, _ message: any PaneMessage, _ now: Now) -> [Effect] {
        guard let index = panes.index(of: pane) else { return [] }
        let wanted = panes[index].notice(.told(message), scene(now))
        return carryOut(wanted, dialog: nil, now)
    }

    mutating func perform(_ action: GlobalAction, _ now: Now) -> [Effect] {
        switch action {
        case .emergency: openEmergency(now)
        case .alarms: return openAlarms(now)
        case .shiftHandover: return openShiftHandover(now)
        case .duty(let on): return order(ChangeDuty(on: on), .now, dialog: nil, now)
        case .find: dialogs.append(OpenDialog(panel: FindDialog()))
        case .palette: dialogs.append(OpenDialog(panel: palette(now)))
        case .help: dialogs.append(OpenDialog(panel: help(now)))
        case .signInOrOut:
            if session != nil { return signOut(.signedOut, now) }
            dialogs.append(OpenDialog(panel: SignInDialog(badge: nil, demo: settings.demo)))
        case .correctLast: openCorrection(now)
        case .zoom: isZoomed.toggle()
        case .nextPane: return turn(to: PaneID(focus.number % panes.count + 1), now)
        case .previousPane: return turn(to: PaneID((focus.number + panes.count - 2) % panes.count + 1), now)
        case .quit: dialogs.append(OpenDialog(panel: QuitDialog.panel(scene(now), holdsWork: holdsWork)))
        case .language: settings.language = settings.language == .english ? .chinese : .english
        case .theme(let name):
            settings.theme = name
            return [.useTheme(name)]
        case .redraw: return [.redraw]
        case .onCall: dialogs.append(OpenDialog(panel: OnCallForm.dialog(scene(now))))
        case .addBed: dialogs.append(OpenDialog(panel: WardForms.extraBed(scene(now))))
        case .signOpenEnds: return signOpenEnds(now)
        case .revealNames: return session == nil ? [] : revealNames(now)
        }
        return []
    }

    /// Whether something stands typed here, also of somebody who was signed out, that nobody has recorded.
    private var holdsWork: Bool {
        (dialogs + parked.values.joined()).contains { $0.panel.holdsWork && $0.awaits == nil }
    }

    private mutating func openAlarms(_ now: Now) -> [Effect] {
        dialogs.append(OpenDialog(panel: AlarmListDialog()))
        return [.ask(AlarmListDialog.question(now))]
    }

    private mutating func openShiftHandover(_ now: Now) -> [Effect] {
        guard session != nil else {
            toasts.append(ToastMessage(Phrase.signInFirst, .hint, now: now))
            return []
        }
        dialogs.append(OpenDialog(panel: ShiftHandoverDialog()))
        return ward.plan.lastShift.map { [.ask(.recordedSince($0.entry))] } ?? []
    }

    private mutating func openEmergency(_ now: Now) {
        let scene = scene(now)
        let recent = lastSelected.flatMap {
            now.reading.uptime - $0.uptime <= AppState.selectionHolds ? $0 : nil
        }
        let mother = session == nil ? nil : recent.flatMap { ward.admissions[$0.admission] }
        let newborn = mother.flatMap { mother in mother.newborns.first { $0.id == recent?.newborn } }
        let dialog = EmergencyDialog(pressedAt: now.reading, mother: mother, newborn: newborn, scene)
        dialogs.append(OpenDialog(panel: dialog))
    }

    private mutating func openCorrection(_ now: Now) {
        guard let entry = lastOwnEntry else {
            let text = Phrase(en: "You have recorded nothing here yet.", zhHans: "您在此终端尚无记录。")
            toasts.append(ToastMessage(text, .hint, now: now))
            return
        }
        dialogs.append(OpenDialog(panel: WardForms.correct(entry, scene(now))))
    }

    /// Signs for everything unsigned on the ward, story by story.
    private mutating func signOpenEnds(_ now: Now) -> [Effect] {
        let stories = ward.admissions.values.filter {
            !$0.unsigned.isEmpty || $0.runs.contains { !$0.unsigned.isEmpty }
        }
        let responses = ward.checklists.values.filter { !$0.unsigned.isEmpty }
        guard !stories.isEmpty || !responses.isEmpty else {
            toasts.append(ToastMessage(Refusal.nothingUnsigned.text, .hint, now: now))
            return []
        }
        let scene = scene(now)
        let choices =
            stories.sorted { $0.id.rawValue < $1.id.rawValue }.map { story in
                PickDialog.Choice(
                    nil, scene.distinct(story),
                    effects: [.record(SignEntries(admission: story.id))])
            }
            + responses.sorted { $0.id.rawValue < $1.id.rawValue }.map { run in
                PickDialog.Choice(
                    nil, run.drillProtocol?.title ?? Phrase(en: "response", zhHans: "应急响应"),
                    effects: [.record(SignEntries(response: run.id))])
            }
        let title = Phrase(en: "Sign for", zhHans: "补签")
        dialogs.append(OpenDialog(panel: PickDialog(title, choices: choices)))
        return []
    }

    mutating func signIn(_ badge: Badge, _ now: Now) -> [Effect] {
        let ended = endSession(unlessOf: badge, now)
        session = Session(badge: badge, lastActive: now.reading.uptime)
        dialogs += parked.removeValue(forKey: badge) ?? []
        lastOwnEntry = nil
        return ended + order(NoteAccess(act: .signedIn, badge: badge), .now, dialog: nil, now)
    }

    /// Whoever was signed in before is signed out; what stands open stays on the screen.
    private mutating func endSession(unlessOf badge: Badge, _ now: Now) -> [Effect] {
        guard let before = session?.badge, before != badge else { return [] }
        lastSelected = nil
        return order(NoteAccess(act: .signedOut, badge: before), .now, dialog: nil, now)
    }

    /// Ends the session; what was being typed is parked for its owner.
    mutating func signOut(_ act: AccessNoted.Act, _ now: Now) -> [Effect] {
        guard let badge = session?.badge else { return [] }
        let effects = order(NoteAccess(act: act, badge: badge), .now, dialog: nil, now)
        if !dialogs.isEmpty { parked[badge] = dialogs }
        dialogs = []
        toasts.removeAll { $0.dialog != nil }
        session = nil
        lastSelected = nil
        return effects
    }

    /// Shows names whole for half a minute, and records that.
    mutating func revealNames(_ now: Now) -> [Effect] {
        session?.revealedUntil = now.reading.uptime + AppState.revealNanoseconds
        return order(NoteAccess(act: .namesRevealed), .now, dialog: nil, now)
    }
}
