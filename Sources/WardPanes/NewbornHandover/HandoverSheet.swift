import ScreenGrid
import WardDomain

/// Draws the handover dialog: whom it is about, where the baby comes from, and beside each code who it is.
struct HandoverSheet {
    private let dialog: HandoverDialog
    private let scene: Scene

    init(dialog: HandoverDialog, _ scene: Scene) {
        self.dialog = dialog
        self.scene = scene
    }

    /// Columns of a code; who it is stands beside it.
    private static let codeColumns = 24

    func draw(on grid: inout CellGrid) {
        let columns = min(grid.area.columns - 4, 76)
        let heading = heading.flatMap { span in
            span.text.wrapped(to: columns).map { Span($0, span.role) }
        }
        let places = placeLines(columns)
        let message = dialog.order.message.map { note in
            scene.say(note.text).wrapped(to: columns).map { Span($0, note.role) }
        }
        let fields = rowsOfFields
        let all = heading.count + fields + places.count + (message?.count ?? 0)
        let frame = Dialog(title: scene.say(dialog.title), contentSize: Size(columns: columns, rows: all))
        let inner = Dialog.interior(of: frame.frame(in: grid.area))
        grid.draw(frame)
        grid.inside(inner) { grid in
            let (top, rest) = grid.area.splitTop(heading.count)
            let (middle, end) = rest.splitTop(min(fields, max(1, rest.rows - (message?.count ?? 0))))
            grid.inside(top) { put(heading, on: &$0) }
            grid.inside(middle) { drawFields(on: &$0) }
            grid.inside(end) { put((message ?? []) + places, on: &$0) }
        }
    }

    private func put(_ lines: [Span], on grid: inout CellGrid) {
        for (row, line) in lines.enumerated() { grid.put([line], at: Point(0, row)) }
    }

    /// Whom it is about, and who has the baby: known from the band, never asked.
    private var heading: [Span] {
        let selected = dialog.selected.flatMap { BabyHere.find($0, scene.ward) }
        guard let baby = dialog.scans.baby, let found = scene.ward.newborn(wearing: baby) else {
            let hint = scene.say("Four scans in any order, then the place.", "四次扫描，顺序不限，然后选地点。")
            let wanted = selected.map { scene.say("Selected: ", "已选：") + scene.say($0.called(scene)) }
            return [Span(hint, .hint)] + (wanted.map { [Span($0, .title)] } ?? [])
        }
        let here = BabyHere(mother: found.admission, baby: found.newborn)
        let custody = found.newborn.custody
        let from = scene.say("from: ", "自：") + scene.say(custody.place.label)
        let with = scene.say("with: ", "看护：") + scene.name(of: custody.custodian)
        var lines = [Span(scene.say(here.called(scene)), .title), Span("\(from)   \(with)", .text)]
        if let alike = SimilarNames(of: found.admission, scene).warning {
            lines.append(Span(scene.say(alike), .lookAlike))
        }
        if let selected, selected.id != here.id {
            let other = scene.say(selected.called(scene))
            lines.append(Span(scene.say("NOT the selected \(other)", "注意：不是已选的 \(other)"), .alarmHigh))
        }
        return lines
    }

    private var rowsOfFields: Int {
        HandoverField.allCases.reduce(0) { $0 + (dialog.form.error($1) == nil ? 1 : 2) }
    }

    private func drawFields(on grid: inout CellGrid) {
        let labels = HandoverField.allCases.map { scene.say($0.label) }
        let width = labels.map(\.displayWidth).max() ?? 0
        var row = -firstRow(in: grid.area.rows)
        for (field, label) in zip(HandoverField.allCases, labels) {
            let hasFocus = field == dialog.form.focus
            if hasFocus { grid.put(">", at: Point(0, row), .dialogTitle) }
            grid.put(label, at: Point(2, row), .label)
            let value = Rect(column: width + 3, row: row, columns: grid.area.columns - width - 3, rows: 1)
            if row >= 0 { grid.inside(value) { drawValue(field, hasFocus: hasFocus, on: &$0) } }
            row += 1
            if let error = dialog.form.error(field) {
                grid.put(error, at: Point(width + 3, row), .fieldError)
                row += 1
            }
        }
    }

    /// The first row in view where there is no room for all: as far down as shows the field with the focus.
    private func firstRow(in rows: Int) -> Int {
        var end = 0
        for field in HandoverField.allCases {
            end += dialog.form.error(field) == nil ? 1 : 2
            if field == dialog.form.focus { break }
        }
        return max(0, end - rows)
    }

    private func drawValue(_ field: HandoverField, hasFocus: Bool, on grid: inout CellGrid) {
        guard case .text(let text)? = dialog.form[field] else { return drawPlace(hasFocus: hasFocus, on: &grid) }
        let isCode = HandoverField.scanned.contains(field)
        let (code, beside) = (grid.area.splitColumns([.fixed(HandoverSheet.codeColumns), .flexible()], gap: 1)).pair
        grid.draw(
            TextFieldView(text, hasFocus: hasFocus, placeholder: scene.say(field.placeholder)),
            in: isCode ? code : grid.area)
        guard isCode, let who = who(field) else { return }
        grid.put(scene.say(who.text), at: beside.origin, who.role, width: beside.columns)
    }

    /// Who a code is; a code that is nobody's says so.
    private func who(_ field: HandoverField) -> (text: Phrase, role: StyleRole)? {
        let scans = dialog.scans
        let code =
            switch field {
            case .baby: scans.baby
            case .mother: scans.mother
            case .giver: scans.giver
            default: scans.receiver
            }
        guard let code, !code.hasPrefix("relative:") else { return nil }
        let scanned = ScannedCode(code, in: scene.ward)
        guard let who = scanned.who(scene) else { return (Phrase(en: "unknown", zhHans: "未知"), .fieldError) }
        switch scanned {
        case .newborn: return (who, .newborn)
        case .mother: return (who, .mother)
        default: return (who, .staff)
        }
    }

    private func drawPlace(hasFocus: Bool, on grid: inout CellGrid) {
        let role: StyleRole = hasFocus ? .fieldActive : .field
        grid.fill(grid.area.line(0), role)
        guard let chosen = dialog.form.choice(.place) else {
            grid.put(
                scene.say("a number, or Left and Right", "按数字，或用左右键"), at: Point(0, 0), hasFocus ? role : .placeholder)
            return
        }
        grid.put(scene.say(dialog.places[chosen].label), at: Point(0, 0), role)
    }

    /// The places with their numbers, while one is to be chosen.
    private func placeLines(_ columns: Int) -> [Span] {
        guard dialog.form.focus == .place else { return [] }
        var lines = [""]
        for (index, place) in dialog.places.enumerated() {
            let item = "\(HandoverPlaces.key(index).map { "\($0) " } ?? "")\(scene.say(place.label))  "
            if (lines[lines.count - 1] + item).displayWidth > columns { lines.append("") }
            lines[lines.count - 1] += item
        }
        return lines.map { Span($0, .hint) }
    }
}

extension HandoverField {
    fileprivate var label: Phrase {
        switch self {
        case .baby: Phrase(en: "baby's band", zhHans: "新生儿腕带")
        case .mother: Phrase(en: "mother's band", zhHans: "母亲腕带")
        case .noMotherBand: Phrase(en: "  or why none", zhHans: "  或无腕带原因")
        case .giver: Phrase(en: "giver", zhHans: "交出人")
        case .receiver: Phrase(en: "receiver", zhHans: "接收人")
        case .place: Phrase(en: "place", zhHans: "去往")
        case .reason: Phrase(en: "reason", zhHans: "原因")
        case .back: Phrase(en: "expected back", zhHans: "预计返回")
        }
    }

    fileprivate var placeholder: Phrase {
        switch self {
        case .baby, .mother: Phrase(en: "scan", zhHans: "扫描")
        case .giver, .receiver: Phrase(en: "scan, or: father 张伟", zhHans: "扫描，或：父亲 张伟")
        case .back:
            Phrase(
                en: "minutes: \(ExpectedBack.example)  or +30, 18:40", zhHans: "分钟：\(ExpectedBack.example)  或 +30、18:40"
            )
        case .noMotherBand, .place, .reason: Phrase(en: "", zhHans: "")
        }
    }
}

extension [Rect] {
    /// The first two areas of a split.
    fileprivate var pair: (Rect, Rect) { (self[0], self[1]) }
}
