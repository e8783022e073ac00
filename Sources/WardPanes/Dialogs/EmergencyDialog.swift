import ScreenGrid
import WardDomain

/// What `!` offers, with no default. The instant of the key press is frozen; Esc leaves no record.
///
/// A dialog that was left standing does not date a clock back unasked: once a decision of that instant would need a
/// reason, the next key is the instant.
///
/// What already runs for the same mother is joined. Where nobody was selected and a clock without a name runs, it asks
/// whether this is the same woman: two clocks for one emergency would each tell half of it.
struct EmergencyDialog: DialogPanel {
    let title = Phrase(en: "EMERGENCY", zhHans: "紧急")
    private let pressedAt: ClockReading
    private let mother: Admission?
    private let newborn: Newborn?
    private let drills: [ChecklistRun]
    private let responses: [DrillProtocol]

    /// - Parameters:
    ///   - mother: whom it is for; nil where nobody was selected just now by somebody signed in.
    ///   - newborn: her baby that was selected, for what is about a newborn.
    init(pressedAt: ClockReading, mother: Admission?, newborn: Newborn? = nil, _ scene: Scene) {
        self.pressedAt = pressedAt
        self.mother = mother
        self.newborn = newborn
        drills = scene.ward.checklists.values.filter { $0.isDrill && $0.isRunning && $0.suspendedAt == nil }
        responses = scene.rules.protocols.filter { $0.emergencyKey != nil }
    }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [BindingLine(key: .escape, label: Phrase(en: "back, no record", zhHans: "返回，不记录"))]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        guard key != .escape else { return .close }
        guard case .character(let letter) = key.bound else { return .stay }
        if letter == "c" { return caesarean(scene) }
        guard let found = responses.first(where: { $0.emergencyKey == String(letter) }) else { return .stay }
        return response(found, scene)
    }

    private func caesarean(_ scene: Scene) -> DialogResponse {
        let start = start(DecideCaesarean(admission: mother?.id), .emergencyCaesarean, scene)
        let running = OpenRuns(scene).all.filter(\.run.isRunning)
        let same = running.last { mother.map { [id = $0.mother.id] in $0.id == id } ?? !$0.mother.identity.isNamed }
        guard let same else { return start }
        let join = join(.emergencyCaesarean, .caesarean(same.run.id))
        let seconds = same.run.elapsed(now: scene.now.reading).seconds
        return mother == nil ? ask(scene.say(same.mother.identity.said), seconds, join: join, start: start) : join
    }

    private func response(_ found: DrillProtocol, _ scene: Scene) -> DialogResponse {
        let baby = found.isAboutNewborn == true ? newborn?.id : nil
        let start = start(
            StartChecklist<Response>(drillProtocol: found.id, admission: mother?.id, newborn: baby), .drillChecklist,
            scene)
        let same = OpenChecklists.runningResponse(found.id, for: mother?.id, UnsavedWard.laidOver(scene))
        guard let same else { return start }
        let join = join(.drillChecklist, .checklist(same.id))
        let seconds = same.elapsed(now: scene.now.reading)?.seconds ?? 0
        return mother == nil ? ask(scene.say(found.title), seconds, join: join, start: start) : join
    }

    /// Its start suspends every drill, by the ledger's own rule.
    private func start(_ command: any WardCommand, _ pane: PaneID, _ scene: Scene) -> DialogResponse {
        .close(.start(command, .frozen(startsAt(scene)), in: pane))
    }

    private func hasStoodLong(_ scene: Scene) -> Bool {
        guard let limit = DecideCaesarean.backDating.secondsWithoutReason else { return false }
        return Occurrence(pressedAt).interval(to: scene.now.reading).seconds > limit
    }

    /// From when a clock that is started now would run.
    private func startsAt(_ scene: Scene) -> ClockReading { hasStoodLong(scene) ? scene.now.reading : pressedAt }

    private func join(_ pane: PaneID, _ subject: Subject?) -> DialogResponse {
        let text = Phrase(en: "Already running: joined.", zhHans: "已在计时：已加入。")
        return DialogResponse(closes: true, effects: [.toast(text, .toast), .show(pane, subject)] + suspendedDrills)
    }

    private func ask(_ called: String, _ seconds: Int, join: DialogResponse, start: DialogResponse) -> DialogResponse {
        let clock = Durations.clock(seconds)
        let explanation = Phrase(
            en: "A clock without a name runs already: \(called.safeForScreen), \(clock).",
            zhHans: "已有未确认身份的计时：\(called.safeForScreen)，\(clock)。")
        let choices = [
            PickDialog.Choice("j", Phrase(en: "the same woman: join it", zhHans: "同一人：加入"), effects: join.effects),
            PickDialog.Choice(
                "n", Phrase(en: "another woman: a clock from the first key", zhHans: "另一人：自首次按键起计时"),
                effects: start.effects),
        ]
        return .close(.open(PickDialog(title, explanation: explanation, choices: choices)))
    }

    private var suspendedDrills: [PaneEffect] {
        drills.map { .record(SuspendDrill(run: $0.id, reason: OwnWords.realEmergency.recorded())) }
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let columns = min(56, max(20, grid.area.columns - 4))
        let head = whom(columns, scene) + age(columns, scene) + warning(scene)
        let size = Size(columns: columns, rows: head.count + 1 + choices.count)
        DialogFrame.draw(title, content: size, on: &grid, scene) { grid in
            let lines = fitting(head, rows: grid.area.rows, scene)
            for (row, line) in lines.enumerated() { grid.put(line, at: Point(0, row)) }
        }
    }

    /// What there is room for. A small screen names the keys of all choices whose own lines find none: a key that
    /// nobody can see starts no clock.
    private func fitting(_ head: [[Span]], rows: Int, _ scene: Scene) -> [[Span]] {
        let lines = choices.map { [Span("  \($0.key)", .footerKey), Span("  \(scene.say($0.label))", .dialog)] }
        if head.count + 1 + lines.count <= rows { return head + [[]] + lines }
        let head = head.prefix(max(1, rows - 2))
        let shown = max(0, rows - head.count - 1)
        let keys = choices.dropFirst(shown).map(\.key).joined(separator: " ")
        let rest = [Span("  \(keys)", .footerKey), Span(scene.say("  more", "  其他"), .dialog)]
        return head + lines.prefix(shown) + [rest]
    }

    /// The frozen time, and whom it is for: a long name takes more lines, none is cut.
    private func whom(_ columns: Int, _ scene: Scene) -> [[Span]] {
        let at = LocalTime(startsAt(scene).moment, scene.offset).hourMinuteSecond
        let who =
            mother.map { scene.say("for ", "对象：") + place(of: $0, scene) }
            ?? scene.say("for nobody yet; named later", "暂无对象，稍后确认")
        return "\(at)  \(who)".wrapped(to: columns).map { [Span($0, .title)] }
    }

    /// What has become of the instant of `!`.
    private func age(_ columns: Int, _ scene: Scene) -> [[Span]] {
        guard hasStoodLong(scene) else { return [] }
        let pressed = LocalTime(pressedAt.moment, scene.offset).hourMinuteSecond
        let text = scene.say(
            "! was pressed at \(pressed). The clock starts with the next key; an earlier decision is back-dated then.",
            "「!」按于 \(pressed)。计时自下一按键开始；更早的决定时间可随后补记。")
        return text.wrapped(to: columns).map { [Span($0, .alarmMedium)] }
    }

    private func warning(_ scene: Scene) -> [[Span]] {
        guard !drills.isEmpty else { return [] }
        return [[Span(scene.say("This is REAL: the drill is suspended.", "真实紧急情况：演练将中断。"), .alarmHigh)]]
    }

    private var choices: [(key: String, label: Phrase)] {
        [("c", Phrase(en: "emergency caesarean", zhHans: "紧急剖宫产"))]
            + responses.map { ($0.emergencyKey ?? "", $0.title) }
    }

    private func place(of mother: Admission, _ scene: Scene) -> String {
        let baby = newborn.map { scene.say(", BABY \($0.letter)", "，婴 \($0.letter)") } ?? ""
        return scene.leadingBed(of: mother) + scene.nameApart(of: mother) + baby
    }
}
