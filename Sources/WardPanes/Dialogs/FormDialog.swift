import ScreenGrid
import WardDomain

/// What a filled-in form leads to.
public enum FormOutcome: Sendable {
    /// Fields to be mended; each keeps its text.
    case faults([String: Phrase])
    /// Something that must be there is not: the reader has noted what, and nothing stands in for it.
    case incomplete
    /// Recorded; the form stays until the ledger has taken it.
    case record(any WardCommand, CommandEnvelope.Time)
    /// The form closes and these are done.
    case done([PaneEffect])
}

/// Where a scan belongs in a form, found by who or what was scanned.
public enum ScanRoute: Sendable {
    case field(String)
    /// The first of these that is empty; the last where none is.
    case fields([String])
    /// The reason why it fills no field.
    case refused(Phrase)
}

/// A form in a window: Tab and arrows between fields, Enter sends it, Esc closes it and records nothing. While it waits
/// for its order it takes nothing else: what it shows is what will be recorded.
public struct FormDialog: DialogPanel {
    public let title: Phrase
    let fields: [FormField]
    let hint: Phrase?
    private let sends: Phrase
    /// The instant of the key press that opened it.
    let openedAt: ClockReading
    private let submit: @Sendable (inout FormReader) -> FormOutcome
    private let afterCommit: @Sendable ([Entry], Scene) -> [PaneEffect]
    private let route: (@Sendable (String, Scene) -> ScanRoute)?
    private let atScan: (@Sendable (inout FormReader) -> FormOutcome?)?
    private(set) var form: Form<String>
    private var order = DialogOrder()
    /// The doubts that were asked about: sent with the same ones again, the form goes through.
    private var asked: [String: Phrase] = [:]

    /// - Parameters:
    ///   - submit: reads the fields and says what follows; faults keep the form open.
    ///   - sends: what Enter does, in a form that records nothing itself.
    ///   - startsAt: the field that has the focus at first; the first one where it is left out.
    ///   - route: where a scan belongs, in any order; without it a scan fills the field that waits.
    ///   - atScan: what the codes alone lead to, before the form is complete, such as the record of a wrong band; faults
    ///     take the scan back. Nil where the form goes on.
    ///   - afterCommit: what is done once the ledger has it.
    public init(
        _ title: Phrase, fields: [FormField], hint: Phrase? = nil,
        sends: Phrase = Phrase(en: "record", zhHans: "记录"), openedAt: ClockReading, startsAt: String? = nil,
        route: (@Sendable (String, Scene) -> ScanRoute)? = nil,
        atScan: (@Sendable (inout FormReader) -> FormOutcome?)? = nil,
        afterCommit: @escaping @Sendable ([Entry], Scene) -> [PaneEffect] = { _, _ in [] },
        submit: @escaping @Sendable (inout FormReader) -> FormOutcome
    ) {
        self.title = title
        self.fields = fields
        self.hint = hint
        self.sends = sends
        self.openedAt = openedAt
        self.route = route
        self.atScan = atScan
        self.submit = submit
        self.afterCommit = afterCommit
        form = Form(fields.map { ($0.id, $0.value) })
        if let startsAt { form.setFocus(startsAt) }
    }

    public var holdsWork: Bool { form.holdsWork }
    public var takesNewBands: Bool { fields.contains(where: \.isNewBand) }

    public func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .enter, label: sends),
            BindingLine(key: .tab, label: Phrase(en: "next field", zhHans: "下一项")),
            order.leaving(),
        ]
    }

    public mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        if let response = order.cancel(key, losing: holdsWork) { return response }
        guard !order.isWaiting else { return .stay }
        if key == .enter { return send(scene) }
        let before = form
        _ = form.take(key)
        if form != before { order.message = nil }
        sayWhereFull(scene)
        return .stay
    }

    private mutating func send(_ scene: Scene) -> DialogResponse {
        var reader = FormReader(form: form, scene: scene, openedAt: openedAt)
        let outcome = atScan?(&reader) ?? submit(&reader)
        guard reader.faults.isEmpty else {
            show(reader.faults, scene)
            return .stay
        }
        guard reader.doubts == asked || reader.doubts.isEmpty else {
            ask(about: reader.doubts)
            return .stay
        }
        switch outcome {
        case .faults(let faults):
            show(faults, scene)
            return .stay
        case .incomplete: return .stay
        case .record(let command, let time):
            return order.record(command, time)
        case .done(let effects): return DialogResponse(closes: true, effects: effects)
        }
    }

    private mutating func show(_ faults: [String: Phrase], _ scene: Scene) {
        for (id, fault) in faults { form.setError(scene.say(fault), for: id) }
        if let first = form.order.first(where: { faults[$0] != nil }) {
            form.setFocus(first)
        } else if let fault = faults.values.first {
            order.message = (fault, .fieldError)
        }
    }

    /// Text that came at once with its Enter stays in the field in which it was typed; its Enter sends nothing.
    public mutating func take(typed burst: TypedBurst, _ scene: Scene) -> DialogResponse? {
        guard case .text? = form[form.focus], fields.first(where: { $0.id == form.focus })?.takesScan == false,
            burst.isWords || (burst.isNobodys && route == nil && !fields.contains(where: \.takesScan))
        else { return nil }
        take(paste: burst.text, scene)
        return .stay
    }

    /// Says what was typed that is unlikely, the first field first.
    private mutating func ask(about doubts: [String: Phrase]) {
        asked = doubts
        let unlikely = fields.filter { doubts[$0.id] != nil }
        let said = unlikely.compactMap { field in doubts[field.id].map { (field.label, $0) } }
        let en = said.map { "\($0.en): \($1.en)" }.joined(separator: "; ")
        let zhHans = said.map { "\($0.zhHans)：\($1.zhHans)" }.joined(separator: "；")
        order.message = (
            Phrase(en: "\(en) - Enter again if this is right.", zhHans: "\(zhHans)，确认无误请再按 Enter。"), .alarmMedium
        )
        if let first = unlikely.first { form.setFocus(first.id) }
    }

    public mutating func take(scan: String, _ scene: Scene) -> DialogResponse {
        guard !order.isWaiting else { return .stay }
        let waiting = fields.filter { $0.takesScan }
        let target: String
        switch route?(scan, scene) {
        case .refused(let why):
            return order.say(wrong: why)
        case .field(let id): target = id
        case .fields(let ids): target = ids.first { form.text($0).isEmpty } ?? ids.last ?? ""
        case nil:
            let empty = waiting.first { form.text($0.id).isEmpty }
            guard let found = waiting.first(where: { $0.id == form.focus }) ?? empty else {
                return .stay(.toast(whyNoScan(scan, scene), .alarmLow))
            }
            target = found.id
        }
        order.message = nil
        let before = form
        let keepsIssue = fields.contains { $0.id == target && $0.isNewBand }
        form.setText((keepsIssue ? scan : BandCode.normalized(scan)).safeForScreen, for: target)
        let next =
            waiting.first { !$0.isOptional && form.text($0.id).isEmpty }
            ?? (route == nil ? nil : fields.first { !$0.isOptional && isBlank($0.id) })
        if let next { form.setFocus(next.id) }
        return followScan(before, scene)
    }

    /// Records at once what the codes alone lead to; a scan that they refuse is taken back.
    private mutating func followScan(_ before: Form<String>, _ scene: Scene) -> DialogResponse {
        var reader = FormReader(form: form, scene: scene, openedAt: openedAt)
        switch atScan?(&reader) {
        case .record(let command, let time): return order.record(command, time)
        case .faults(let faults):
            form = before
            return faults.values.first.map { order.say(wrong: $0) } ?? .stay
        case .incomplete, .done, nil: return .stay
        }
    }

    private func isBlank(_ id: String) -> Bool { form.text(id).isEmpty && form.choice(id) == nil }

    public mutating func take(paste: String, _ scene: Scene) {
        guard !order.isWaiting else { return }
        form.paste(paste)
        order.message = nil
        sayWhereFull(scene)
    }

    /// A field that took nothing says so; what stood in it still stands.
    private mutating func sayWhereFull(_ scene: Scene) {
        guard case .text(let field)? = form[form.focus], field.isFull else { return }
        let most = TextField.mostCharacters
        form.setError(
            scene.say("At most \(most) characters: nothing was added.", "最多 \(most) 个字符：未添加。"), for: form.focus)
    }

    public mutating func learn(_ outcome: RecordOutcome, _ scene: Scene) -> DialogResponse {
        switch outcome {
        case .committed(let entries): return DialogResponse(closes: true, effects: afterCommit(entries, scene))
        case .refused(let refusal):
            let response = order.learn(outcome)
            guard let field = fields.first(where: { $0.id == refusal.field }) else { return response }
            order.message = nil
            show([field.id: refusal.calling(field: field.label).text], scene)
            return response
        case .notSaved: return order.learn(outcome)
        }
    }

    public func draw(on grid: inout CellGrid, _ scene: Scene) {
        let view = FormView(form) { id in caption(of: id, scene) }
        let columns = DialogFrame.contentColumns(title, in: grid.area)
        let hintLines = hint.map { scene.say($0).wrapped(to: columns) } ?? []
        let messageLines = order.message.map { scene.say($0.text).wrapped(to: columns) } ?? [""]
        let rows = view.rowsNeeded(columns: columns) + hintLines.count + messageLines.count
        DialogFrame.draw(title, content: Size(columns: columns, rows: rows), on: &grid, scene) { grid in
            for (row, line) in hintLines.enumerated() { grid.put(line, at: Point(0, row), .dialog) }
            let (_, below) = grid.area.splitTop(hintLines.count)
            let (fields, last) = below.splitBottom(messageLines.count)
            grid.draw(view, in: fields)
            if order.message == nil, fields.rows < view.rowsNeeded(columns: columns) {
                let number = (form.order.firstIndex(of: form.focus) ?? 0) + 1
                let place = scene.say("field \(number) of \(form.order.count)", "第 \(number)/\(form.order.count) 项")
                grid.put(place, at: last.origin, .hint)
            }
            for (row, line) in messageLines.enumerated() {
                grid.put(line, at: Point(last.column, last.row + row), order.message?.role ?? .dialog)
            }
        }
    }

    private func caption(of id: String, _ scene: Scene) -> FormView<String>.Caption {
        guard let field = fields.first(where: { $0.id == id }) else { return FormView<String>.Caption(id) }
        switch field.kind {
        case .text(let placeholder):
            return FormView<String>.Caption(
                scene.say(field.label), placeholder: example(placeholder, scene),
                meaning: field.takesScan ? who(form.text(id), scene) : "")
        case .time(let placeholder):
            let note = TypedTime.note(form.text(id), scene) ?? ""
            return FormView<String>.Caption(
                scene.say(field.label), placeholder: example(placeholder, scene), note: note)
        case .choice(let options):
            return FormView<String>.Caption(scene.say(field.label), options: options.map(scene.say))
        }
    }

    /// Whose a code is, in words; empty for nobody's.
    private func who(_ code: String, _ scene: Scene) -> String {
        guard !code.isEmpty else { return "" }
        return ScannedCode(BandCode.normalized(code), in: scene.ward).who(scene).map(scene.say) ?? ""
    }

    /// An example says that it is one: an empty field must never look filled.
    private func example(_ text: String, _ scene: Scene) -> String {
        text.isEmpty ? "" : scene.say("e.g. \(text)", "如 \(text)")
    }
}
