import ScreenGrid
import WardDomain

/// Asks giver and receiver for their PINs, one after the other, where the site wants that; then the handover is recorded.
struct HandoverPINDialog: DialogPanel {
    let title = Phrase(en: "PIN for this handover", zhHans: "交接密码")
    let asksPIN = true
    private var command: any ConfirmedByPIN
    private let asked: [Badge]
    private var confirmed: [Badge] = []
    /// The filled-in handover, to go back to.
    private let handover: (any DialogPanel)?
    private var field = TextField()
    private var order = DialogOrder()

    /// Nil where nobody has to be asked.
    ///
    /// - Parameter handover: the dialog to go back to; nil where it still stands below this one.
    init?(_ command: any ConfirmedByPIN, of handover: (any DialogPanel)?, _ scene: Scene) {
        guard scene.rules.site.asksPINAtHandover else { return nil }
        let people = command.parties.map { Badge(BandCode.normalized($0)) }
        asked = people.filter { scene.ward.roster[$0] != nil && $0 != scene.staff?.badge }
        guard !asked.isEmpty else { return nil }
        self.command = command
        self.handover = handover
    }

    /// Whose PIN is asked for now; nil when all have confirmed.
    private var waitsFor: Badge? { asked.first { !confirmed.contains($0) } }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .enter, label: Phrase(en: "confirm", zhHans: "确认")),
            order.leaving(Phrase(en: "back to the handover", zhHans: "返回交接")),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        if key == .escape { return handover.map { order.leave(.open($0)) } ?? order.leave() }
        guard !order.isWaiting else { return .stay }
        switch key {
        case .enter: return check()
        default:
            if field.take(key) { order.message = nil }
            return .stay
        }
    }

    mutating func take(typed burst: TypedBurst, _ scene: Scene) -> DialogResponse? {
        guard !order.isWaiting, waitsFor != nil, burst.isPIN else { return nil }
        field.insert(burst.text)
        return check()
    }

    private func check() -> DialogResponse {
        guard let badge = waitsFor, !field.text.isEmpty else { return .stay }
        return .stay(.checkPIN(badge, pin: field.text))
    }

    mutating func learn(_ answer: PINAnswer, pinOf badge: Badge, _ scene: Scene) -> DialogResponse {
        field.clear()
        guard waitsFor == badge else { return .stay }
        if let why = answer.said { return order.say(wrong: why) }
        confirmed.append(badge)
        order.message = nil
        guard waitsFor == nil else { return .stay }
        command.pinChecked = confirmed
        return order.record(command)
    }

    mutating func learn(_ outcome: RecordOutcome, _ scene: Scene) -> DialogResponse {
        if case .refused = outcome { confirmed = [] }
        return order.learn(outcome)
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        DialogFrame.draw(title, content: Size(columns: 60, rows: asked.count + 3), on: &grid, scene) { grid in
            for (row, badge) in asked.enumerated() {
                let isDone = confirmed.contains(badge)
                let name = "\(scene.name(of: badge)) \(badge.rawValue.safeForScreen)"
                grid.put(
                    [Span(isDone ? "[x] " : "[ ] ", isDone ? .done : .due), Span(name, .staff)], at: Point(0, row))
            }
            if waitsFor != nil {
                let line = Rect(column: 0, row: asked.count, columns: grid.area.columns, rows: 1)
                grid.draw(TextFieldView(field, hasFocus: true, placeholder: "PIN", isSecret: true), in: line)
            }
            if let message = order.message {
                grid.put(scene.say(message.text), at: Point(0, asked.count + 1), message.role)
            }
        }
    }
}
