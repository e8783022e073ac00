import ScreenGrid
import WardDomain

/// What comes back from the ledger.
extension AppState {
    mutating func learn(_ ward: WardState, _ news: PaneNews, _ now: Now) -> [Effect] {
        self.ward = ward
        liveAt = now.reading
        return tellPanes(news, now)
    }

    mutating func learn(_ answer: HistoryAnswer, _ now: Now) -> [Effect] {
        let scene = scene(now)
        for index in dialogs.indices { dialogs[index].panel.learn(answer, scene) }
        return tellPanes(.answer(answer), now)
    }

    mutating func learn(_ outcome: RecordOutcome, ofTicket ticket: Int, _ now: Now) -> [Effect] {
        var effects: [Effect] = []
        let dialog = dialogs.firstIndex { $0.awaits == ticket }
        tellParked(outcome, ofTicket: ticket, now)
        switch outcome {
        case .committed(let entries):
            _ = orders.settle(ticket)
            announce(entries, now)
            if let own = entries.last(where: \.isCorrectable), own.stamp.staff != nil, own.stamp.staff == session?.badge
            {
                lastOwnEntry = own
            }
        case .refused(let refusal):
            _ = orders.settle(ticket)
            if dialog == nil { toasts.append(ToastMessage(refusal.text, .alarmMedium, now: now)) }
        case .notSaved(let why):
            orders.keep(ticket, now)
            if dialog == nil { toasts.append(ToastMessage(why, .notSaved, now: now)) }
        }
        if let dialog {
            let response = dialogs[dialog].panel.learn(outcome, scene(now))
            if case .notSaved = outcome {} else { dialogs[dialog].awaits = nil }
            effects += follow(response, ofDialogAt: dialog, now)
        }
        return effects
    }

    /// A parked dialog whose order was recorded is done; else it learns why not, for when its owner is back.
    private mutating func tellParked(_ outcome: RecordOutcome, ofTicket ticket: Int, _ now: Now) {
        let scene = scene(now)
        for (badge, kept) in parked {
            guard let index = kept.firstIndex(where: { $0.awaits == ticket }) else { continue }
            var dialogs = kept
            switch outcome {
            case .committed: dialogs.remove(at: index)
            case .refused, .notSaved: _ = dialogs[index].panel.learn(outcome, scene)
            }
            if case .refused = outcome { dialogs[index].awaits = nil }
            parked[badge] = dialogs
        }
    }

    /// A PIN that could not be checked is neither right nor wrong: nothing is noted, and it is asked again.
    mutating func learn(pinOf badge: Badge, matches: Bool?, _ now: Now) -> [Effect] {
        if let matches { pinAttempts.note(badge, matches: matches, now) }
        let noted =
            matches == false ? order(NoteAccess(act: .wrongPIN, badge: badge), .now, dialog: nil, now) : []
        if let last = dialogs.indices.last, dialogs[last].panel.asksPIN {
            let response = dialogs[last].panel.learn(pinOf: badge, matches: matches, scene(now))
            return follow(response, ofDialogAt: last, now) + noted
        }
        guard let index = dialogs.lastIndex(where: { $0.panel is SignInDialog }) else { return noted }
        let response = dialogs[index].panel.learn(pinOf: badge, matches: matches, scene(now))
        guard matches == true else { return follow(response, ofDialogAt: index, now) + noted }
        let next = (close(dialogAt: index) as? SignInDialog)?.next
        let effects = signIn(badge, now)
        guard let next, dialogs.isEmpty else { return effects }
        return effects + giveToPane(next.key, now)
    }

    /// Says what was recorded, and about whom.
    private mutating func announce(_ entries: [Entry], _ now: Now) {
        let scene = scene(now)
        for entry in entries where !(entry.fact is any AccessFact) {
            var who = ""
            if case .admission(let id) = entry.stream, let admission = ward.admissions[id] {
                who = scene.name(of: admission) + (admission.bed.map { " \(scene.say("bed", "床")) \($0)" } ?? "") + ": "
            }
            let stop = entry.fact is HandoverMismatched
            let summary = entry.fact.summary
            let text = Phrase(en: who + summary.en.safeForScreen, zhHans: who + summary.zhHans.safeForScreen)
            toasts.append(ToastMessage(text, stop ? .stop : .toast, now: now))
        }
    }

    mutating func tellPanes(_ news: PaneNews, _ now: Now) -> [Effect] {
        let scene = scene(now)
        return panes.indices.flatMap { index in
            let wanted = panes[index].notice(news, scene)
            return carryOut(wanted, dialog: nil, now)
        }
    }
}
