import ScreenGrid
import WardDomain

/// The window of a dialog; one about a drill has the word at the left of every row, and on both edges.
enum DialogFrame {
    static func draw(
        _ title: Phrase, content: Size, on grid: inout CellGrid, _ scene: Scene, _ body: (inout CellGrid) -> Void
    ) {
        let isDrill = isDrill(title)
        let columns = content.columns + (isDrill ? DrillMargin.columns : 0)
        let dialog = Dialog(title: scene.say(title), contentSize: Size(columns: columns, rows: content.rows))
        let frame = dialog.frame(in: grid.area)
        grid.draw(dialog)
        if isDrill { grid.put(DrillMargin.frameWord, at: Point(frame.column + 1, frame.endRow - 1)) }
        grid.inside(Dialog.interior(of: frame)) { DrillMargin.draw(isDrill: isDrill, on: &$0, body) }
    }

    /// The columns that the content of a dialog has at most, within an area.
    static func contentColumns(_ title: Phrase, in area: Rect) -> Int {
        min(area.columns - 4, 76) - (isDrill(title) ? DrillMargin.columns : 0)
    }

    private static func isDrill(_ title: Phrase) -> Bool {
        title.en.hasPrefix(DrillMargin.word)
    }
}
