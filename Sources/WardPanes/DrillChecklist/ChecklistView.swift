import ScreenGrid
import WardDomain

/// A running checklist: header, and the steps around the selected one.
struct ChecklistView {
    let run: ChecklistRun
    /// The step that keys act on; nil once every step is marked.
    let selected: String?

    /// Below this many rows the header is kept short.
    private static let roomyRows = 16

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        DrillMargin.draw(isDrill: run.isDrill, on: &grid) { grid in
            let (head, list) = areas(grid.area.size, scene)
            for (row, spans) in header(grid.area.size, scene).prefix(head.rows).enumerated() {
                grid.put(spans, at: Point(0, row))
            }
            grid.inside(list) { drawSteps(on: &$0, scene) }
        }
    }

    /// The step that stands on a row of the pane; nil where none does.
    func step(atRow row: Int, in size: Size, _ scene: Scene) -> String? {
        let content = DrillMargin.contentSize(size, isDrill: run.isDrill)
        let (_, list) = areas(content, scene)
        let lines = lines(list.size, scene)
        var top = list.row
        for index in visible(lines.map(\.count), rows: list.rows) {
            if (top..<top + lines[index].count).contains(row) { return steps[index].id }
            top += lines[index].count
        }
        return nil
    }

    private var steps: [ProtocolStep] { run.drillProtocol?.steps ?? [] }

    private func header(_ size: Size, _ scene: Scene) -> [[Span]] {
        RunHeader(run: run, isBrief: size.rows < ChecklistView.roomyRows).rows(columns: size.columns, scene)
    }

    /// The header leaves at least half of the rows to the steps.
    private func areas(_ size: Size, _ scene: Scene) -> (head: Rect, list: Rect) {
        let (head, list) = Rect(size).splitTop(min(header(size, scene).count, size.rows / 2))
        return (head, list)
    }

    /// Every step's rows; the selected one says all of its doses where there is room for that.
    private func lines(_ size: Size, _ scene: Scene) -> [[StepLine.Row]] {
        steps.map { step in
            let isSelected = step.id == selected
            func rows(inFull: Bool) -> [StepLine.Row] {
                StepLine(step, of: run, isSelected: isSelected, inFull: inFull, scene).rows(columns: size.columns)
            }
            let full = rows(inFull: isSelected)
            return full.count <= size.rows ? full : rows(inFull: false)
        }
    }

    private func drawSteps(on grid: inout CellGrid, _ scene: Scene) {
        let lines = lines(grid.area.size, scene)
        var row = 0
        for index in visible(lines.map(\.count), rows: grid.area.rows) {
            let top = row
            for line in lines[index] {
                grid.put(line.leading, at: Point(0, row))
                grid.put(line.trailing, at: Point(grid.area.columns - SpanFlow.width(line.trailing), row))
                row += 1
            }
            if steps[index].id == selected {
                grid.select(Rect(column: 0, row: top, columns: grid.area.columns, rows: row - top))
            }
        }
    }

    private func visible(_ heights: [Int], rows: Int) -> Range<Int> {
        let index = steps.firstIndex { $0.id == selected } ?? max(0, steps.count - 1)
        return ListWindow.around(index, heights: heights, rows: rows)
    }
}

/// Which items of a list are in view around one of them.
enum ListWindow {
    /// The one before it if there is room, then as many after it, then more before it.
    static func around(_ index: Int, heights: [Int], rows: Int) -> Range<Int> {
        guard heights.indices.contains(index) else { return 0..<0 }
        var (start, end) = (index, index + 1)
        var used = heights[index]
        func fits(_ other: Int) -> Bool { heights.indices.contains(other) && used + heights[other] <= rows }
        if fits(start - 1) {
            start -= 1
            used += heights[start]
        }
        while fits(end) {
            used += heights[end]
            end += 1
        }
        while fits(start - 1) {
            start -= 1
            used += heights[start]
        }
        return start..<end
    }
}
