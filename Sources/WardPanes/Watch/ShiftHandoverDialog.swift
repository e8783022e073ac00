import ScreenGrid
import WardDomain

/// The charge nurse's shift handover: who is where, who is out, what is due, open ends, since the last shift. The next
/// accepts it with badge and PIN, and what she accepted is kept as it was.
struct ShiftHandoverDialog: DialogPanel {
    let title = ShiftText.title
    let asksPIN = true
    private var first = 0
    private var note = TextField()
    private var pin = TextField()
    /// Whose badge was scanned; her PIN is asked for.
    private(set) var receiver: Badge?
    private var order = DialogOrder()
    /// What was recorded since the last shift, once the ledger has said so.
    private var sinceLast: [String: Int]?

    var holdsWork: Bool { !note.text.isEmpty }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(
                key: .enter, label: ShiftText.accept, unavailable: receiver == nil ? ShiftText.scanFirst : nil),
            BindingLine(key: .down, label: ShiftText.more),
            BindingLine(key: .control("t"), label: ShiftText.print),
            order.leaving(),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        if let response = order.cancel(key, losing: holdsWork) { return response }
        switch key {
        case .enter: return accept(scene)
        case .up: first = max(0, first - 1)
        case .down: first += 1
        case .pageUp: first = max(0, first - 10)
        case .pageDown: first += 10
        case .control("t"): return .stay(.effect(.print(ShiftPage.job(snapshot(scene), scene))))
        default:
            if receiver == nil { _ = note.take(key) } else { _ = pin.take(key) }
        }
        return .stay
    }

    mutating func take(paste: String, _ scene: Scene) {
        guard receiver == nil else { return }
        note.insert(paste)
        order.message = nil
    }

    mutating func take(typed burst: TypedBurst, _ scene: Scene) -> DialogResponse? {
        guard receiver != nil, burst.isPIN else { return nil }
        pin.insert(burst.text)
        return accept(scene)
    }

    mutating func take(scan: String, _ scene: Scene) -> DialogResponse {
        guard !order.isWaiting else { return .stay }
        let code = ScannedCode(scan, in: scene.ward)
        guard case .staff(let member) = code, !member.retired else {
            return order.say(wrong: code.refusal ?? NewbornHandoverText.badgeNeeded)
        }
        guard member.badge != scene.staff?.badge else {
            return order.say(wrong: Refusal.sameGiverAndReceiver.text)
        }
        guard member.hasPIN else {
            return order.say(wrong: ShiftText.noPIN)
        }
        receiver = member.badge
        pin = TextField()
        order.message = nil
        return .stay
    }

    private mutating func accept(_ scene: Scene) -> DialogResponse {
        guard !order.isWaiting else { return .stay }
        guard let receiver else {
            return order.say(wrong: ShiftText.scanFirst)
        }
        return .stay(.checkPIN(receiver, pin: pin.text))
    }

    mutating func learn(_ answer: PINAnswer, pinOf badge: Badge, _ scene: Scene) -> DialogResponse {
        guard badge == receiver else { return .stay }
        if let why = answer.said {
            pin = TextField()
            return order.say(wrong: why)
        }
        let text = note.text.allSatisfy(\.isWhitespace) ? nil : note.text
        return order.record(HandOverShift(receiver: badge, note: text, pinChecked: true))
    }

    mutating func learn(_ outcome: RecordOutcome, _ scene: Scene) -> DialogResponse {
        order.learn(outcome)
    }

    mutating func learn(_ answer: HistoryAnswer, _ scene: Scene) {
        if case .recordedSince(let tally) = answer { sinceLast = tally }
    }

    private func snapshot(_ scene: Scene) -> ShiftSnapshot {
        scene.ward.shiftSnapshot(now: scene.now.reading, rules: scene.rules, sinceLast: sinceLast ?? [:])
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let size = Size(columns: min(grid.area.columns - 2, 100), rows: max(6, grid.area.rows - 2))
        DialogFrame.draw(title, content: size, on: &grid, scene) { grid in
            let (page, below) = grid.area.splitBottom(min(4, grid.area.rows))
            let lines = ShiftPage.lines(snapshot(scene), scene).flatMap { line in
                line.text.wrapped(to: page.columns).map { ($0, line.role) }
            }
            let start = min(first, max(0, lines.count - page.rows))
            for (row, line) in lines.dropFirst(start).prefix(page.rows).enumerated() {
                grid.put(line.0, at: Point(0, row), line.1)
            }
            grid.inside(below) { drawAcceptance(on: &$0, more: max(0, lines.count - start - page.rows), scene) }
        }
    }

    private func drawAcceptance(on grid: inout CellGrid, more: Int, _ scene: Scene) {
        grid.horizontalLine(at: Point(0, 0), columns: grid.area.columns)
        if more > 0 { grid.put(scene.say(" \(more) more lines below ", " 下方还有 \(more) 行 "), at: Point(2, 0), .hint) }
        let label = scene.say("note: ", "备注：")
        grid.put(label, at: Point(0, 1), .dialog)
        grid.draw(
            TextFieldView(note, hasFocus: receiver == nil, placeholder: scene.say("nothing to add", "无")),
            in: Rect(
                column: label.displayWidth, row: 1, columns: max(1, grid.area.columns - label.displayWidth), rows: 1))
        if let receiver {
            let dots = String(repeating: "*", count: pin.text.count)
            grid.put(
                [
                    Span(scene.say("accepted by ", "接班人："), .dialog), Span(scene.name(of: receiver), .staff),
                    Span(scene.say("   PIN: \(dots)_", "   密码：\(dots)_"), .dialog),
                ], at: Point(0, 2))
        } else {
            grid.put(scene.say(ShiftText.scanFirst), at: Point(0, 2), .notRecorded)
        }
        if let message = order.message { grid.put(scene.say(message.text), at: Point(0, 3), message.role) }
    }
}
