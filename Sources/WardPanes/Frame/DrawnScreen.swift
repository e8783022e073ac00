import ScreenGrid
import WardDomain

/// The screen as it was drawn last, so that only what may look different is drawn anew.
///
/// It remembers of which values everything was drawn. While the frame's are the same, only panes that were touched are
/// drawn again, and what stands over them: dialogs, the message, the keys. With an empty memory everything is drawn; the
/// picture is the same.
public struct DrawnScreen: Sendable {
    /// What the frame and every pane are drawn from, beside the panes' own state.
    private struct Basis: Equatable {
        let size: Size
        let wholeSecond: Int64
        let ward: WardState
        let language: Language
        let staff: Badge?
        let namesRevealed: Bool
        let orders: [Int]
        let notSaved: [Int]
        let storeFault: Phrase?
        let messageRows: Int
        let isDrill: Bool

        init(_ state: AppState, _ scene: Scene) {
            size = state.size
            wholeSecond = scene.now.moment.milliseconds / 1000
            ward = state.ward
            language = state.settings.language
            staff = state.session?.badge
            namesRevealed = scene.namesRevealed
            orders = scene.orders.all.map(\.ticket)
            notSaved = scene.notSaved.map(\.ticket)
            storeFault = state.storeFault
            messageRows = FrameRows.message(state, scene)?.lines.count ?? 0
            isDrill = state.isDrillInFront(scene)
        }
    }

    /// What one pane is drawn from.
    private struct PanePlace: Equatable {
        let edition: Edition
        let rect: Rect
        let isCurrent: Bool
        let hasFocus: Bool
    }

    private var basis: Basis?
    private var areas = FrameAreas(size: Size(columns: 0, rows: 0), clockRows: 0, messageRows: 0)
    private var places: [PaneID: PanePlace] = [:]
    private var grid = CellGrid(size: Size(columns: 0, rows: 0))
    /// The moment at which everything was drawn: clocks that stand on the screen more than once always agree.
    private(set) var drawnAt: Now?

    public init() {}

    /// The screen of a state. Within a second it shows the clocks as they were when it was first drawn in that second,
    /// unless a fact came in since.
    public mutating func draw(_ state: AppState, now: Now) -> CellGrid {
        let scene = state.scene(now)
        let basis = Basis(state, scene)
        if basis != self.basis {
            self.basis = basis
            drawFrame(state, scene)
        }
        drawPanes(state, state.scene(drawnAt ?? now))
        return withOverlays(state, scene)
    }

    private mutating func drawFrame(_ state: AppState, _ scene: Scene) {
        let clocks = RunningClocks(scene)
        areas = state.frameAreas(clocks, scene)
        drawnAt = scene.now
        places = [:]
        grid = CellGrid(size: state.size)
        grid.inside(areas.header) { FrameRows.drawHeader(state, scene, isDrill: basis?.isDrill == true, on: &$0) }
        grid.inside(areas.clocks) { clocks.draw(on: &$0, scene) }
    }

    private mutating func drawPanes(_ state: AppState, _ scene: Scene) {
        var drawn: [PaneID: PanePlace] = [:]
        for (id, rect) in state.paneAreas(in: areas, scene) {
            let place = PanePlace(
                edition: state.panes.edition(of: id.number - 1), rect: rect, isCurrent: id == state.focus,
                hasFocus: id == state.focus && state.dialogs.isEmpty)
            drawn[id] = place
            if places[id] != place { drawPane(state.panes[id.number - 1], id, place, scene) }
        }
        places = drawn
    }

    private mutating func drawPane(_ pane: any Pane, _ id: PaneID, _ place: PanePlace, _ scene: Scene) {
        grid.fill(place.rect, .text)
        guard areas.hasPanes else {
            grid.inside(place.rect) { DrawnScreen.drawSmall(pane, scene, on: &$0) }
            return
        }
        let isDrill = pane.showsDrill(scene)
        let title = [Span("\(id.number) \(scene.say(pane.title))", .title)]
        let titled = Panel(title: isDrill ? title + DrillMargin.frameWord : title, hasFocus: place.isCurrent)
        grid.draw(titled, in: place.rect)
        if isDrill { grid.put(DrillMargin.frameWord, at: Point(place.rect.column + 1, place.rect.endRow - 1)) }
        grid.inside(Panel.interior(of: place.rect)) { pane.draw(on: &$0, scene, hasFocus: place.hasFocus) }
    }

    /// The board in few rows, or what comes before it.
    private static func drawSmall(_ pane: any Pane, _ scene: Scene, on grid: inout CellGrid) {
        if pane.fitsSmall(scene) {
            pane.draw(on: &grid, scene, hasFocus: true)
        } else {
            SmallBoard(scene: scene, selected: pane.selectedMother(scene)).draw(on: &grid)
        }
    }

    /// What stands over the panes and below them; it is drawn every time.
    private func withOverlays(_ state: AppState, _ scene: Scene) -> CellGrid {
        var screen = grid
        if let dialog = state.dialogs.last { screen.inside(areas.panes) { dialog.panel.draw(on: &$0, scene) } }
        let isDrill = basis?.isDrill == true
        screen.inside(areas.message) { FrameRows.drawMessage(state, scene, isDrill: isDrill, on: &$0) }
        screen.inside(areas.footer) { FrameRows.drawFooter(state.footerLines(scene), scene, isDrill: isDrill, on: &$0) }
        return screen
    }
}
