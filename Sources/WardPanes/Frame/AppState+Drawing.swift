import ScreenGrid
import WardDomain

/// The whole screen: header, running clocks, panes, dialogs over them, messages, footer.
extension AppState {
    /// At least this large, all four panes stand side by side.
    static let tiledSize = Size(columns: 120, rows: 36)
    /// Below this size panes give way to one line a bed.
    static let paneSize = Size(columns: 80, rows: 24)
    /// Below this size only the clocks are left.
    static let boardSize = Size(columns: 40, rows: 10)

    /// The screen as it is now.
    public func draw(now: Now) -> CellGrid {
        var grid = CellGrid(size: size)
        let scene = scene(now)
        let clocks = RunningClocks(scene)
        let areas = frame(clocks, now)
        let isDrill = isDrillInFront(scene)
        grid.inside(areas.header) { FrameRows.drawHeader(self, scene, isDrill: isDrill, on: &$0) }
        grid.inside(areas.clocks) { clocks.draw(on: &$0, scene) }
        grid.inside(areas.panes) { drawPanes(scene, now, on: &$0) }
        if let dialog = dialogs.last { grid.inside(areas.panes) { dialog.panel.draw(on: &$0, scene) } }
        grid.inside(areas.toast) { FrameRows.drawMessage(self, scene, isDrill: isDrill, on: &$0) }
        grid.inside(areas.footer) { FrameRows.drawFooter(footerLines(scene), scene, isDrill: isDrill, on: &$0) }
        return grid
    }

    struct Areas {
        let header, clocks, panes, toast, footer: Rect
    }

    /// Where everything stands. The clocks take as many rows as they need; a message takes one row only while there is one.
    func frame(_ clocks: RunningClocks, _ now: Now) -> Areas {
        let whole = Rect(size)
        let (header, below) = whole.splitTop(min(1, size.rows))
        let clockRows = min(clocks.rowsNeeded(columns: size.columns), below.rows)
        let (clockArea, rest) = below.splitTop(clockRows)
        let isBoard = size.columns >= AppState.boardSize.columns && size.rows >= AppState.boardSize.rows
        let (body, footer) = rest.splitBottom(isBoard ? 1 : 0)
        let hasMessage = isBoard && (FrameRows.hasMessage(self))
        let (panes, toast) = body.splitBottom(hasMessage ? 1 : 0)
        return Areas(header: header, clocks: clockArea, panes: panes, toast: toast, footer: footer)
    }

    /// Whether the pane in front shows a drill, with nothing real over it.
    private func isDrillInFront(_ scene: Scene) -> Bool {
        guard size.columns >= AppState.paneSize.columns, size.rows >= AppState.paneSize.rows else { return false }
        guard !(dialogs.last?.panel is EmergencyDialog) else { return false }
        return focusedIndex.map { panes[$0].showsDrill(scene) } ?? false
    }

    private func drawPanes(_ scene: Scene, _ now: Now, on grid: inout CellGrid) {
        guard size.columns >= AppState.boardSize.columns, size.rows >= AppState.boardSize.rows else { return }
        guard size.columns >= AppState.paneSize.columns, size.rows >= AppState.paneSize.rows else {
            SmallBoard.draw(scene, on: &grid)
            return
        }
        let origin = areasOrigin(scene)
        for (id, rect) in paneAreas(now) {
            let pane = panes[id.number - 1]
            let area = rect.offset(columns: 0, rows: -origin)
            let hasFocus = id == focus && dialogs.isEmpty
            let isDrill = pane.showsDrill(scene)
            let title = [Span("\(id.number) \(scene.say(pane.title))", .title)]
            grid.draw(Panel(title: isDrill ? title + DrillMargin.frameWord : title, hasFocus: id == focus), in: area)
            if isDrill { grid.put(DrillMargin.frameWord, at: Point(area.column + 1, area.endRow - 1)) }
            grid.inside(Panel.interior(of: area)) { pane.draw(on: &$0, scene, hasFocus: hasFocus) }
        }
    }

    private func areasOrigin(_ scene: Scene) -> Int {
        frame(RunningClocks(scene), scene.now).panes.row
    }

    /// The area of every pane that is shown, in coordinates of the screen.
    func paneAreas(_ now: Now) -> [(id: PaneID, rect: Rect)] {
        let area = frame(RunningClocks(scene(now)), now).panes
        let isTiled = size.columns >= AppState.tiledSize.columns && size.rows >= AppState.tiledSize.rows && !isZoomed
        guard isTiled else { return [(focus, area)] }
        let halves = area.splitRows([.flexible(minimum: 8, weight: 1), .flexible(minimum: 8, weight: 1)])
        return halves.enumerated().flatMap { row, half in
            half.splitColumns([.flexible(minimum: 40, weight: 11), .flexible(minimum: 40, weight: 9)]).enumerated()
                .map { column, rect in (PaneID(row * 2 + column + 1), rect) }
        }
    }

    private func footerLines(_ scene: Scene) -> [BindingLine] {
        if let dialog = dialogs.last { return dialog.panel.bindingLines(scene) }
        let everywhere = GlobalAction.bindings(scene, themes: settings.themes).map(\.line)
        let here = focusedIndex.map { panes[$0].bindingLines(scene) } ?? []
        let emergency = everywhere.filter { $0.key == .character("!") }
        return emergency
            + (here + everywhere.filter { $0.key != .character("!") }).filter { $0.inFooter && $0.unavailable == nil }
    }
}
