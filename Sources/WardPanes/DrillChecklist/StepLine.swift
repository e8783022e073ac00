import ScreenGrid
import WardDomain

/// One step of a run as it is drawn: signs, text, and its time against its target.
struct StepLine {
    /// One row of it.
    struct Row {
        let leading: [Span]
        /// At the right edge.
        let trailing: [Span]
    }

    private let signs: [Span]
    private let text: Span
    private let status: [Span]
    private let remarks: [[Span]]

    /// - Parameter inFull: shows every dose with its caution, not the first alone.
    init(_ step: ProtocolStep, of run: ChecklistRun, isSelected: Bool, inFull: Bool = false, _ scene: Scene) {
        let notSaved = run.notSavedMarks(scene)[step.id]
        let elapsed = run.elapsed(now: scene.now.reading)?.seconds ?? 0
        let standing = run.standing(of: step, elapsedSeconds: elapsed)
        let tone = StepTone(standing, critical: step.critical, isRunning: run.isRunning)
        let roleColumns = run.drillProtocol?.roles.map(\.code.displayWidth).max() ?? 4
        let box = notSaved.map(StepTone.box) ?? tone.box
        signs = [
            Span(isSelected ? ">" : " ", .selected), Span(box, notSaved == nil ? tone.role : .notSaved),
            Span(" "), Span((step.critical ? scene.say("C", "必") : "").padded(to: 3), .critical),
            Span(step.role.padded(to: roleColumns + 1), .label),
        ]
        text = Span(scene.say(step.text).safeForScreen, tone.textRole)
        status =
            StepLine.mark(step) + (notSaved == nil ? tone.time(step, run, scene) : [Span("NOT SAVED 未保存", .notSaved)])
        remarks = StepLine.remarks(step, run, inFull: inFull, scene)
    }

    /// The rows it takes at a width; the text is wrapped beside the signs, the time stands at the right of its last row.
    func rows(columns: Int) -> [Row] {
        let indent = SpanFlow.width(signs)
        let room = max(8, columns - indent)
        let blank = Span(String(repeating: " ", count: indent))
        let lines = SpanFlow.wrapped([text], columns: room)
        var rows = lines.enumerated().map {
            Row(leading: ($0.offset == 0 ? signs : [blank]) + $0.element, trailing: [])
        }
        let last = rows[rows.count - 1].leading
        let statusColumns = SpanFlow.width(status)
        if SpanFlow.width(last) + 2 + statusColumns <= columns {
            rows[rows.count - 1] = Row(leading: last, trailing: status)
        } else if statusColumns > 0 {
            rows.append(Row(leading: [], trailing: status))
        }
        for remark in remarks {
            rows += SpanFlow.wrapped(remark, columns: room).map { Row(leading: [blank] + $0, trailing: []) }
        }
        return rows
    }

    /// The mark of a source that was not read itself.
    private static func mark(_ step: ProtocolStep) -> [Span] {
        step.source.mark == .verified ? [] : [Span("[\(step.source.mark.rawValue)]", .recall), Span(" ")]
    }

    private static func remarks(
        _ step: ProtocolStep, _ run: ChecklistRun, inFull: Bool, _ scene: Scene
    ) -> [[Span]] {
        let mark = run.marks[step.id]
        let given = [mark].compactMap(\.self) + (run.repeats[step.id] ?? [])
        var remarks = given.compactMap { StepLine.given($0, run, scene) }
        if run.isRunning, mark == nil || inFull, let wording = DoseWording(step, of: run, scene) {
            remarks += wording.lines(inFull: inFull, scene)
        }
        if let note = mark?.note { remarks.append([Span(note.safeForScreen, .dim)]) }
        return remarks
    }

    /// What was given, when and by whom.
    private static func given(_ mark: ChecklistRun.StepMark, _ run: ChecklistRun, _ scene: Scene) -> [Span]? {
        guard let dose = mark.dose else { return nil }
        let at = run.elapsed(until: mark.at).map { "\(Durations.clock($0.seconds)) " } ?? ""
        let giver = dose.giver.map { ", \(scene.name(of: $0))" } ?? ""
        return [Span(scene.say("given: ", "已给："), .label), Span(at + dose.text.safeForScreen + giver)]
    }
}
