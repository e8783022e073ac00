import ScreenGrid
import WardDomain

/// What comes from the terminal: keys go to the dialog on top, else to what works everywhere, else to the pane.
extension AppState {
    mutating func receive(_ input: TerminalInput, _ now: Now) -> [Effect] {
        switch input {
        case .key(let key): return receive(key, now)
        case .paste(let text):
            if let last = dialogs.indices.last { dialogs[last].panel.take(paste: text.inOneLine, scene(now)) }
            return []
        case .mouse(let event): return receive(event, now)
        case .resize(let size):
            self.size = size
            return []
        case .suspend: return [.suspend]
        case .resumed: return [.redraw]
        case .quit: return [.quit]
        }
    }

    private mutating func receive(_ key: Key, _ now: Now) -> [Effect] {
        session?.lastActive = now.reading.uptime
        switch key {
        case .control("z"): return [.suspend]
        case .control("c"): return perform(.quit, now)
        default: break
        }
        let isEmergency = key.bound == .character("!") || key == .function(9)
        if isEmergency, !(dialogs.last?.panel is EmergencyDialog) { return perform(.emergency, now) }
        if !dialogs.isEmpty { return giveToDialog(now) { $0.take(key, $1) } }
        if let effects = performGlobal(key, now) { return effects }
        return giveToPane(key, now)
    }

    /// A scan, never its characters as keys.
    public mutating func receive(scan text: String, now: Now) -> [Effect] {
        session?.lastActive = now.reading.uptime
        let takesNewBands = dialogs.last?.panel.takesNewBands ?? false
        if let refusal = takesNewBands ? ward.voidIssue(text) : ward.unprovenIssue(text) {
            toasts.append(ToastMessage(refusal.text, .alarmHigh, now: now))
            return []
        }
        if let effects = giveTyped(text, now) { return effects }
        let code = takesNewBands ? BandCode.withIssue(text) : BandCode.normalized(text)
        if case .faulty(_, let fault) = BandCode.read(text), case .unknown = ScannedCode(code, in: ward) {
            toasts.append(ToastMessage(Refusal.elementsFaulty(code.safeForScreen, fault).text, .alarmLow, now: now))
            return []
        }
        if !dialogs.isEmpty { return giveToDialog(now) { $0.take(scan: code, $1) } }
        let scene = scene(now)
        if let index = focusedIndex(scene), let wanted = panes[index].take(scan: code, scene) {
            return carryOut(wanted, dialog: nil, now)
        }
        return open(code, now)
    }

    /// A part of a code that the line cut in two: it is nobody's code, whatever it looks like.
    public mutating func receive(fragment text: String, now: Now) -> [Effect] {
        session?.lastActive = now.reading.uptime
        if let effects = giveTyped(text, now) { return effects }
        let text = Phrase(en: "The code came in pieces: scan it again.", zhHans: "编码未完整收到，请重新扫描。")
        toasts.append(ToastMessage(text, .alarmLow, now: now))
        return []
    }

    /// Gives what came as fast as a scan to the dialog on top, as text that was typed; nil where it is none.
    private mutating func giveTyped(_ text: String, _ now: Now) -> [Effect]? {
        guard let last = dialogs.indices.last else { return nil }
        let scene = scene(now)
        let response = dialogs[last].panel.take(typed: TypedBurst(text, scene), scene)
        return response.map { follow($0, ofDialogAt: last, now) }
    }

    /// A badge signs in; a band opens whoever wears it.
    private mutating func open(_ code: String, _ now: Now) -> [Effect] {
        if ward.roster[Badge(code)] != nil {
            dialogs.append(OpenDialog(panel: SignInDialog(badge: Badge(code), demo: settings.demo)))
            return []
        }
        switch ward.wearer(of: code) {
        case .mother(let admission): return show(.deliveryRooms, .mother(admission.id), now)
        case .newborn(_, let newborn): return show(.newbornHandover, .newborn(newborn.id), now)
        case nil:
            let shown = code.safeForScreen
            let text = Phrase(en: "Nobody here has the code \(shown).", zhHans: "无人使用编码 \(shown)。")
            toasts.append(ToastMessage(text, .alarmLow, now: now))
            return []
        }
    }

    private mutating func giveToDialog(
        _ now: Now, _ give: (inout any DialogPanel, Scene) -> DialogResponse
    ) -> [Effect] {
        let last = dialogs.count - 1
        let response = give(&dialogs[last].panel, scene(now))
        return follow(response, ofDialogAt: last, now)
    }

    mutating func giveToPane(_ key: Key, _ now: Now) -> [Effect] {
        let scene = scene(now)
        guard let index = focusedIndex(scene) else { return [] }
        return give(key, toPaneAt: index, now)
    }

    /// Does what a key does in a pane, also in one that is not on the screen.
    mutating func give(_ key: Key, toPaneAt index: Int, _ now: Now) -> [Effect] {
        let scene = scene(now)
        if let wanted = panes[index].perform(key, scene) {
            noteSelection(inPaneAt: index, now)
            return carryOut(wanted, dialog: nil, now)
        }
        if panes[index].take(key, scene) { noteSelection(inPaneAt: index, now) }
        return []
    }

    private mutating func performGlobal(_ key: Key, _ now: Now) -> [Effect]? {
        if case .character(let digit) = key.bound, let number = digit.wholeNumberValue,
            panes.ids.contains(PaneID(number))
        {
            return turn(to: PaneID(number), now)
        }
        let bindings = GlobalAction.bindings(scene(now))
        guard let binding = bindings.first(where: { $0.key.bound == key.bound }) else { return nil }
        if let why = binding.unavailable {
            toasts.append(ToastMessage(why, .hint, now: now))
            return []
        }
        return perform(binding.action, now)
    }

    private mutating func receive(_ event: MouseEvent, _ now: Now) -> [Effect] {
        guard dialogs.isEmpty, FrameAreas.hasPanes(size) else { return [] }
        let scene = scene(now)
        let areas = frameAreas(RunningClocks(scene), scene)
        for (id, rect) in paneAreas(in: areas, scene) where rect.contains(event.point) {
            focus = id
            let inner = Panel.interior(of: rect)
            let inside = MouseEvent(
                event.action, at: Point(event.point.column - inner.column, event.point.row - inner.row))
            if let index = panes.index(of: id) { panes[index].take(inside, in: inner.size, scene) }
        }
        if let index = focusedIndex(scene) { noteSelection(inPaneAt: index, now) }
        return []
    }

    /// Remembers which mother is selected, and when somebody signed in selected her.
    mutating func noteSelection(inPaneAt index: Int, _ now: Now) {
        let scene = scene(now)
        guard session != nil, let admission = panes[index].selectedMother(scene) else { return }
        lastSelected = (admission, panes[index].selectedNewborn(scene), now.reading.uptime)
    }

    /// The pane that keys go to: one that can be seen.
    func focusedIndex(_ scene: Scene) -> Int? {
        panes.index(of: FrameAreas.hasPanes(size) ? focus : smallPane(scene))
    }

    /// Gives a pane the keys, and says why it can't be seen where the screen is too small.
    mutating func turn(to pane: PaneID, _ now: Now) -> [Effect] {
        focus = pane
        toasts.removeAll { $0.role == .hint }
        sayWhereNotShown(pane, now)
        return []
    }

    /// Says that a pane can't be seen where the screen is too small for it; never over what was said this instant.
    mutating func sayWhereNotShown(_ pane: PaneID, _ now: Now) {
        guard !FrameAreas.hasPanes(size), !isShown(pane, scene(now)) else { return }
        let text = Phrase(en: "The panes need 80x24: here is the board.", zhHans: "窗格需要 80x24：此处仅显示看板。")
        let toast = ToastMessage(text, .hint, now: now)
        if toasts.last?.until != toast.until { toasts.append(toast) }
    }
}
