import ScreenGrid
import WardDomain

/// The word DRILL at the left of every row of a drill, so that no row of it can be taken for a case.
enum DrillMargin {
    static let word = "DRILL"
    /// How many columns the word takes at the left of a row.
    static let columns = word.count + 1
    /// What the upper and the lower edge of a drill's frame say.
    static let frameWord = [Span(" DRILL 演练 ", .drill)]

    /// Draws content; a drill's stands beside the word.
    static func draw(isDrill: Bool, on grid: inout CellGrid, _ content: (inout CellGrid) -> Void) {
        guard isDrill else { return content(&grid) }
        for row in 0..<grid.area.rows { grid.put(word, at: Point(0, row), .drill) }
        let inner = grid.area.splitColumns([.fixed(columns), .flexible()])[1]
        grid.inside(inner) { content(&$0) }
    }

    /// The area beside the word.
    static func contentSize(_ size: Size, isDrill: Bool) -> Size {
        isDrill ? Size(columns: max(0, size.columns - columns), rows: size.rows) : size
    }

    /// What a title begins with: after the margin's word a drill's says it in Chinese too.
    static func nature(of run: ChecklistRun, _ scene: Scene) -> Span {
        run.isDrill ? Span("演练 ", .drill) : Span(scene.say("REAL RESPONSE ", "真实应急 "), .alarmHigh)
    }
}
