import ScreenGrid
import WardDomain

/// What comes back from the ledger.
extension AppState {
    mutating func learn(_ ward: WardState, _ news: PaneNews, _ now: Now) -> [Effect] {
        self.ward = ward
        liveAt = now.reading
        return tellDialogs(news, now) + tellPanes(news, now)
    }

    mutating func learn(_ answer: HistoryAnswer, _ now: Now) -> [Effect] {
        if case .access(let entries) = answer { pinAttempts = PINAttempts(entries) }
        let scene = scene(now)
        for index in dialogs.indices { dialogs[index].panel.learn(answer, scene) }
        return tellPanes(.answer(answer), now)
    }

    mutating func learn(_ outcome: RecordOutcome, ofTicket ticket: Int, _ now: Now) -> [Effect] {
        tellParked(outcome, ofTicket: ticket, now)
        switch outcome {
        case .committed(let entries):
            _ = orders.settle(ticket)
            announce(entries, now)
            if let own = entries.last(where: \.isCorrectable), own.stamp.staff != nil, own.stamp.staff == session?.badge
            {
                lastOwnEntry = own
            }
            return tellDialog(outcome, ofTicket: ticket, now) + orders.released(by: ticket, now)
        case .refused(let refusal):
            return learn(refusal, ofTicket: ticket, now) + orders.released(by: ticket, now)
        case .notSaved(let why):
            let isNews = orders.keep(ticket)
            if isNews, !isAwaited(ticket) { toasts.append(ToastMessage(why, .notSaved, now: now)) }
            let held = orders.held(behind: ticket).flatMap { tellDialog(.notSaved(AppState.held), ofTicket: $0, now) }
            return tellDialog(outcome, ofTicket: ticket, now) + held
        }
    }

    /// A refusal is said in the dialog that ordered; without one it is a message. What was shown as NOT SAVED until now
    /// and is refused after all is named, and stays on the screen long enough to be entered again.
    private mutating func learn(_ refusal: Refusal, ofTicket ticket: Int, _ now: Now) -> [Effect] {
        let wasNotSaved = orders.isNotSaved(ticket)
        let isAwaited = isAwaited(ticket)
        guard let order = orders.settle(ticket) else { return [] }
        if !isAwaited {
            if wasNotSaved {
                toasts.sayNotRecorded(order, refusal, scene(now))
            } else {
                toasts.append(ToastMessage(refusal.text, .alarmMedium, now: now))
            }
        }
        let told = Subject(startedBy: order) == nil ? [] : tellPanes(.refused(order), now)
        return told + tellDialog(.refused(refusal), ofTicket: ticket, now)
    }

    private func isAwaited(_ ticket: Int) -> Bool { dialogs.contains { $0.awaits == ticket } }

    /// Tells the dialog that waits for an order what became of it.
    mutating func tellDialog(_ outcome: RecordOutcome, ofTicket ticket: Int, _ now: Now) -> [Effect] {
        guard let dialog = dialogs.firstIndex(where: { $0.awaits == ticket }) else { return [] }
        let response = dialogs[dialog].panel.learn(outcome, scene(now))
        if case .notSaved = outcome {} else { dialogs[dialog].awaits = nil }
        return follow(response, ofDialogAt: dialog, now)
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

    /// A PIN that came while its badge has to wait is not looked at, and one that could not be checked is neither right
    /// nor wrong: nothing is noted of either, and it is asked again.
    mutating func learn(pinOf badge: Badge, matches: Bool?, _ now: Now) -> [Effect] {
        let wait = secondsToWait(badge, now)
        let isWrong = matches == false && wait == 0
        let noted = isWrong ? order(NoteAccess(act: .wrongPIN, badge: badge), .now, dialog: nil, now) : []
        let answer = answer(matches, wait: isWrong ? secondsToWait(badge, now) : wait)
        if let last = dialogs.indices.last, dialogs[last].panel.asksPIN {
            let response = dialogs[last].panel.learn(answer, pinOf: badge, scene(now))
            return follow(response, ofDialogAt: last, now) + noted
        }
        guard let index = dialogs.lastIndex(where: { $0.panel is SignInDialog }) else { return noted }
        let response = dialogs[index].panel.learn(answer, pinOf: badge, scene(now))
        guard answer == .right else { return follow(response, ofDialogAt: index, now) + noted }
        let next = (close(dialogAt: index).panel as? SignInDialog)?.next
        let effects = signIn(badge, now)
        guard let next, dialogs.isEmpty else { return effects }
        return effects + giveToPane(next.key, now)
    }

    private func answer(_ matches: Bool?, wait: Int) -> PINAnswer {
        guard wait == 0 else { return .waits(seconds: wait) }
        return matches.map { $0 ? .right : .wrong } ?? .notChecked
    }

    /// Seconds that a badge has still to wait after wrong PINs, those that the store has not taken yet among them.
    private func secondsToWait(_ badge: Badge, _ now: Now) -> Int {
        let attempts = orders.all.reduce(into: pinAttempts) { attempts, order in
            guard let noted = order.command as? NoteAccess, noted.act == .wrongPIN, let badge = noted.badge else {
                return
            }
            attempts.noteWrong(badge, at: Occurrence(order.givenAt))
        }
        return attempts.secondsToWait(badge, now: now.reading)
    }

    /// Says what was recorded, and about whom.
    private mutating func announce(_ entries: [Entry], _ now: Now) {
        let scene = scene(now)
        for entry in entries where !(entry.fact is any AccessFact) {
            let who = whom(entry, scene)
            let stop = entry.fact is HandoverMismatched
            let summary = scene.summary(of: entry.fact)
            let text = Phrase(en: who.en + summary.en.safeForScreen, zhHans: who.zhHans + summary.zhHans.safeForScreen)
            toasts.append(ToastMessage(text, stop ? .stop : .toast, now: now))
        }
    }

    /// Whom an entry is about, to stand before what happened; nothing for what is about no mother.
    private func whom(_ entry: Entry, _ scene: Scene) -> Phrase {
        guard case .admission(let id) = entry.stream, let admission = ward.admissions[id] else {
            return Phrase(en: "", zhHans: "")
        }
        let name = scene.called(admission)
        guard let bed = admission.bed else { return Phrase(en: "\(name.en): ", zhHans: "\(name.zhHans): ") }
        return Phrase(en: "\(name.en) \(bed.said.en): ", zhHans: "\(name.zhHans) \(bed.said.zhHans): ")
    }

    private mutating func tellDialogs(_ news: PaneNews, _ now: Now) -> [Effect] {
        let scene = scene(now)
        return dialogs.indices.flatMap { carryOut(dialogs[$0].panel.notice(news, scene), dialog: $0, now) }
    }

    mutating func tellPanes(_ news: PaneNews, _ now: Now) -> [Effect] {
        let scene = scene(now)
        return panes.indices.flatMap { index in
            let wanted = panes[index].notice(news, scene)
            return carryOut(wanted, dialog: nil, now)
        }
    }
}
