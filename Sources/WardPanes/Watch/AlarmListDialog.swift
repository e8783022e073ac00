import ScreenGrid
import WardDomain

/// What the frame says as long as it is so, whatever stands over it there; every alarm that waits, with its owner and what
/// was said to it; below, those that ended within a day, and how.
struct AlarmListDialog: DialogPanel {
    /// Which alarm a row is, however the list moves.
    private struct Row: Hashable {
        let kind: OpenEnd.Kind
        let about: OpenEnd.Subject

        init(_ end: OpenEnd) {
            kind = end.kind
            about = end.about
        }
    }

    let title = AlarmText.title
    private var selected: Row?
    private var first = 0
    private var message: (text: Phrase, role: StyleRole)?
    /// What ended within a day, once the ledger has answered.
    private var endedWaits: [EndedWaitRow] = []

    /// What the list asks the ledger, when it opens and whenever something was recorded of a mother or her babies.
    static func question(_ now: Now) -> HistoryQuestion {
        .endedWaits(since: now.moment.advanced(seconds: -EndedAlarm.toldForSeconds))
    }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        let signedOut = scene.staff == nil ? Phrase.signInFirst : nil
        return [
            BindingLine(key: .enter, label: AlarmText.open),
            BindingLine(key: .character("a"), label: AlarmText.acknowledge, unavailable: signedOut),
            BindingLine(key: .character("w"), label: AlarmText.snooze, unavailable: signedOut),
            BindingLine(key: .escape, label: AlarmText.back),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        let alarms = scene.alarms
        switch key.bound {
        case .escape, .character("0"): return .close
        case .enter: return chosen(alarms).map { .close($0.end.about.shown) } ?? .stay
        case .character("a"): return acknowledge(alarms, scene)
        case .character("w"): return snooze(alarms, scene)
        default: move(key, count: alarms.count + ended(scene).count, alarms)
        }
        return .stay
    }

    private mutating func move(_ key: Key, count: Int, _ alarms: [Alarm]) {
        var scroll = ListScroll(selected: index(alarms))
        guard scroll.take(key, count: count, rows: 10) else { return }
        message = nil
        first = scroll.selected
        selected = alarms.indices.contains(scroll.selected) ? Row(alarms[scroll.selected].end) : nil
    }

    /// The alarm with the arrows: the one that was selected while it lasts, else the row of that number.
    private func index(_ alarms: [Alarm]) -> Int {
        selected.flatMap { row in alarms.firstIndex { Row($0.end) == row } } ?? first
    }

    private func chosen(_ alarms: [Alarm]) -> Alarm? {
        let index = index(alarms)
        return alarms.indices.contains(index) ? alarms[index] : nil
    }

    private mutating func acknowledge(_ alarms: [Alarm], _ scene: Scene) -> DialogResponse {
        guard let alarm = chosen(alarms), isSignedIn(scene) else { return .stay }
        return .stay(.record(AcknowledgeAlarm(kind: alarm.kind, about: alarm.end.about.id)))
    }

    private mutating func snooze(_ alarms: [Alarm], _ scene: Scene) -> DialogResponse {
        guard let alarm = chosen(alarms), isSignedIn(scene) else { return .stay }
        guard alarm.priority != .high else {
            message = (Refusal.alarmNotSnoozed.text, .fieldError)
            return .stay
        }
        return .stay(.open(AlarmText.snoozing(alarm, scene)))
    }

    private mutating func isSignedIn(_ scene: Scene) -> Bool {
        guard scene.staff == nil else { return true }
        message = (Phrase.signInFirst, .hint)
        return false
    }

    mutating func learn(_ answer: HistoryAnswer, _ scene: Scene) {
        if case .endedWaits(let waits) = answer { endedWaits = waits }
    }

    func notice(_ news: PaneNews, _ scene: Scene) -> [PaneEffect] {
        switch news {
        case .ward(let entries) where entries.contains { $0.fact is any AdmissionFact }:
            [.ask(Self.question(scene.now))]
        case .readAnew: [.ask(Self.question(scene.now))]
        default: []
        }
    }

    /// What ended within a day, in stories that are closed too.
    private func ended(_ scene: Scene) -> [EndedAlarm] {
        scene.ward.endedAlarms(endedWaits, now: scene.now.reading, rules: scene.rules)
    }

    /// The list stays when something was said to an alarm.
    mutating func learn(_ outcome: RecordOutcome, _ scene: Scene) -> DialogResponse {
        switch outcome {
        case .committed: message = nil
        case .refused(let refusal): message = (refusal.text, .fieldError)
        case .notSaved(let why): message = (why, .notSaved)
        }
        return .stay
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let size = Size(columns: min(grid.area.columns - 2, 116), rows: max(4, grid.area.rows - 2))
        let (alarms, ended) = (scene.alarms, ended(scene))
        DialogFrame.draw(title, content: size, on: &grid, scene) { grid in
            let (rows, last) = grid.area.splitBottom(1)
            let notices = scene.standing.flatMap { scene.say($0).wrapped(to: max(1, rows.columns)) }
            let (standing, list) = rows.splitTop(min(notices.count, rows.rows / 2))
            for (row, line) in notices.prefix(standing.rows).enumerated() {
                grid.put(line, in: standing.line(row), .banner, .leading)
            }
            if alarms.isEmpty, ended.isEmpty {
                grid.put(scene.say(AlarmText.none), at: Point(list.column + 1, list.row), .dim)
            }
            let table = AlarmTable.table(
                alarms, ended, scroll: ListScroll(selected: index(alarms)), columns: list.columns, scene)
            grid.draw(table, in: list)
            if let message { grid.put(scene.say(message.text), in: last, message.role, .leading) }
        }
    }
}

extension Scene {
    /// Every alarm now.
    var alarms: [Alarm] { ward.alarms(now: now.reading, rules: rules) }
}

extension OpenEnd.Subject {
    /// What brings whom or what it is about into view.
    fileprivate var shown: PaneEffect {
        switch self {
        case .admission(let id): .show(.deliveryRooms, .mother(id))
        case .newborn(let id, _): .show(.newbornHandover, .newborn(id))
        case .caesarean(let id, _): .show(.emergencyCaesarean, .caesarean(id))
        case .checklist(let id): .show(.drillChecklist, .checklist(id))
        case .finding: .show(.followUp, nil)
        }
    }
}
