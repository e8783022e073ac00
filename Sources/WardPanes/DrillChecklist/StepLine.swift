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
        let tone = StepTone(standing, critical: step.critical, isRunning: run.showsAsOpen)
        let roleColumns = run.drillProtocol?.roles.map(\.code.displayWidth).max() ?? 4
        let box = notSaved.map(StepTone.box) ?? tone.box
        signs = [
            Span(isSelected ? ">" : " ", .selected), Span(box, notSaved == nil ? tone.role : .notSaved),
            Span(" "), Span((step.critical ? scene.say("C", "必") : "").padded(to: 3), .critical),
            Span(step.role.padded(to: roleColumns + 1), .label),
        ]
        text = Span(scene.say(step.text).safeForScreen, tone.textRole)
        status =
            StepLine.mark(step, run, scene)
            + (notSaved == nil ? tone.time(step, run, scene) : [Span("NOT SAVED 未保存", .notSaved)])
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

    /// The mark of a source that was not read itself, until somebody here stands behind the step.
    private static func mark(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> [Span] {
        guard step.source.mark != .verified, run.confirmation(of: step, scene) == nil else { return [] }
        return [Span("[\(step.source.mark.rawValue)]", .recall), Span(" ")]
    }

    private static func remarks(
        _ step: ProtocolStep, _ run: ChecklistRun, inFull: Bool, _ scene: Scene
    ) -> [[Span]] {
        let mark = run.marks[step.id]
        var remarks = run.marksInOrder(of: step.id).compactMap { StepLine.given($0, step, run, scene) }
        if let times = StepLine.repetitions(step, run, scene) { remarks.append(times) }
        if run.showsAsOpen, mark == nil || inFull, run.branch(to: step) != .notChosen {
            remarks += DoseWording(step, of: run, scene)?.lines(inFull: inFull, scene) ?? []
            remarks += CautionWording.lines(step, scene)
        }
        if let note = mark?.note { remarks.append([Span(note.safeForScreen, .dim)]) }
        return remarks
    }

    /// What was answered, given or measured, when and by whom; nil for a bare mark.
    private static func given(
        _ mark: ChecklistRun.StepMark, _ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene
    ) -> [Span]? {
        let elapsed = run.elapsed(until: mark.at)?.seconds
        let at = elapsed.map { "\(Durations.clock($0)) " } ?? ""
        var spans: [Span] = []
        if let dose = mark.dose {
            let giver = dose.giver.map { ", \(scene.name(of: $0))" } ?? ""
            spans += [Span(scene.say("given: ", "已给："), .label), Span(at + dose.text.safeForScreen + giver + " ")]
        }
        if let answer = mark.answer {
            let text = step.answer(answer).map { scene.say($0.label).safeForScreen } ?? answer
            spans += [Span("= ", .label), Span(spans.isEmpty ? at + text + " " : text + " ")]
        }
        if let reading = mark.reading {
            if spans.isEmpty { spans.append(Span(at, .label)) }
            spans += MeasureWording.spans(reading, at: elapsed, run, scene)
        }
        return spans.isEmpty ? nil : spans
    }

    /// Every time of a step that was done again and again, late ones with by how much; nil while it was done once.
    private static func repetitions(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> [Span]? {
        let times = run.times(of: step)
        guard step.repeatSeconds != nil, times.count > 1 else { return nil }
        let words = times.flatMap { time -> [Span] in
            let late =
                time.lateBy == 0
                ? "" : scene.say(" late \(Durations.clock(time.lateBy))", " 迟 \(Durations.clock(time.lateBy))")
            return [Span(Durations.clock(time.seconds), .dim), Span(late + "  ", .late)]
        }
        return [Span(scene.say("times: ", "时间："), .label)] + words
    }
}

extension ChecklistRun {
    /// Whether its steps are drawn as still to be done: while it runs, and while a list is only read.
    var showsAsOpen: Bool { isRunning || startedAt == nil }
}
