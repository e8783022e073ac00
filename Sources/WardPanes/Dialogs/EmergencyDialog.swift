import ScreenGrid
import WardDomain

/// What `!` offers, with no default. The instant of the key press is frozen; Esc leaves no record.
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
        if letter == "c" { return start(DecideCaesarean(admission: mother?.id), .emergencyCaesarean) }
        guard let found = responses.first(where: { $0.emergencyKey == String(letter) }) else { return .stay }
        let baby = found.isAboutNewborn == true ? newborn?.id : nil
        let response = StartChecklist<Response>(drillProtocol: found.id, admission: mother?.id, newborn: baby)
        return start(response, .drillChecklist)
    }

    /// Its start suspends every drill, by the ledger's own rule.
    private func start(_ command: any WardCommand, _ pane: PaneID) -> DialogResponse {
        DialogResponse(closes: true, effects: [.record(command, .frozen(pressedAt)), .show(pane, nil)])
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let lines = choices(scene)
        let dialog = Dialog(title: scene.say(title), contentSize: Size(columns: 56, rows: lines.count + 3))
        let inner = Dialog.interior(of: dialog.frame(in: grid.area))
        grid.draw(dialog)
        grid.inside(inner) { grid in
            let at = LocalTime(pressedAt.moment, scene.now.offset).hourMinuteSecond
            let who =
                mother.map { scene.say("for ", "对象：") + place(of: $0, scene) }
                ?? scene.say("for nobody yet; named later", "暂无对象，稍后确认")
            grid.put("\(at)  \(who)", at: Point(0, 0), .title)
            if !drills.isEmpty {
                grid.put(scene.say("This is REAL: the drill is suspended.", "真实急情：演练将中断。"), at: Point(0, 1), .alarmHigh)
            }
            for (row, line) in lines.enumerated() {
                grid.put([Span(line.letter, .footerKey), Span("  \(line.text)", .dialog)], at: Point(2, row + 2))
            }
        }
    }

    private func choices(_ scene: Scene) -> [(letter: String, text: String)] {
        [("c", scene.say("emergency caesarean", "紧急剖宫产"))]
            + responses.map { ($0.emergencyKey ?? "", scene.say($0.title)) }
    }

    private func place(of mother: Admission, _ scene: Scene) -> String {
        let bed = mother.bed.map { "\(scene.say("bed", "床")) \($0) " } ?? ""
        let baby = newborn.map { scene.say(", BABY \($0.letter)", "，婴 \($0.letter)") } ?? ""
        return bed + scene.name(of: mother) + baby
    }
}
