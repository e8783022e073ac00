import ScreenGrid
import WardDomain

/// A protocol of the library, to be read step by step and confirmed for this hospital.
struct ProtocolPage {
    let found: DrillProtocol
    let selected: Int

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let head = SpanFlow.rows(heading(scene), columns: grid.area.columns - 1)
        for (row, spans) in head.enumerated() { grid.put(spans, at: Point(1, row)) }
        let (_, below) = grid.area.splitTop(head.count)
        grid.inside(below) { drawSteps(on: &$0, scene) }
    }

    private func heading(_ scene: Scene) -> [[Span]] {
        let since = found.effectiveFrom.map { scene.say(" from \($0)", " 自\($0)") } ?? ""
        let mark = found.source.mark
        let open = found.steps.count { step in
            step.isUnconfirmed && scene.ward.plan.confirmation(of: step, in: found) == nil
        }
        return [
            [Span(scene.say(found.title).safeForScreen, .title)],
            [Span(scene.say("version \(found.version)\(since)", "版本 \(found.version)\(since)").safeForScreen, .label)],
            [Span(scene.say("clock from ", "计时起点 ") + scene.say(found.momentZero).safeForScreen, .dim)],
            [Span("\(found.source.text.safeForScreen) [\(mark.rawValue)]", EvidenceSign.role(mark))],
            [
                Span(
                    scene.say("not confirmed here: \(open)/\(found.steps.count)", "本院未确认：\(open)/\(found.steps.count)"),
                    open == 0 ? .done : .recall)
            ],
        ]
    }

    private func drawSteps(on grid: inout CellGrid, _ scene: Scene) {
        let run = ChecklistRun(reading: found)
        let lines = found.steps.enumerated().map { index, step in
            StepLine(step, of: run, isSelected: index == selected, inFull: index == selected, scene)
                .rows(columns: grid.area.columns)
        }
        var row = 0
        for index in ListWindow.around(selected, heights: lines.map(\.count), rows: grid.area.rows) {
            let top = row
            for line in lines[index] {
                grid.put(line.leading, at: Point(0, row))
                grid.put(line.trailing, at: Point(grid.area.columns - SpanFlow.width(line.trailing), row))
                row += 1
            }
            if index == selected {
                grid.select(Rect(column: 0, row: top, columns: grid.area.columns, rows: row - top))
            }
        }
    }

    /// The step that keys act on.
    var step: ProtocolStep? { found.steps.indices.contains(selected) ? found.steps[selected] : nil }

    /// Asks once more before somebody's name stands behind a step.
    static func confirm(_ step: ProtocolStep, of found: DrillProtocol, _ scene: Scene) -> PickDialog {
        let run = ChecklistRun(reading: found)
        let doses = DoseWording(step, of: run, scene)?.sentences(scene) ?? []
        let lines = [step.text] + doses + CautionWording.sentences(step)
        let command = ConfirmStep(drillProtocol: found.id, step: step.id, version: found.version)
        return PickDialog(
            Phrase(en: "Stand behind this step for this hospital", zhHans: "确认本步骤为本院方案"),
            explanation: Phrase(
                en: lines.map(\.en.safeForScreen).joined(separator: "\n"),
                zhHans: lines.map(\.zhHans.safeForScreen).joined(separator: "\n")),
            choices: [
                PickDialog.Choice(
                    "k", Phrase(en: "confirm version \(found.version)", zhHans: "确认版本 \(found.version)").safe,
                    effects: [.record(command)])
            ])
    }
}
