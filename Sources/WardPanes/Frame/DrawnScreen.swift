import ScreenGrid
import WardDomain

/// The screen as it was drawn last, so that only what may look different is drawn anew.
///
/// It remembers of which values everything was drawn. While those are the same, a pane is drawn again only when it was
/// touched or tells another time, so are the keys below them, the first rows with every second, and what stands over the
/// panes always: dialogs and the message. With an empty memory everything is drawn; the picture is the same.
public struct DrawnScreen: Sendable {
    /// What everything is drawn from, beside the time and the panes' own state.
    private struct Basis: Equatable {
        let size: Size
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
    fileprivate struct PanePlace: Equatable {
        let edition: Edition
        let rect: Rect
        let isCurrent: Bool
        let hasFocus: Bool
    }

    /// A pane, or the keys below it, as it stands in the grid, and for how long it does.
    struct DrawnPane {
        fileprivate let place: PanePlace
        let timeShown: TimeShown

        /// Whether it would look the same if it were drawn anew.
        fileprivate func stays(_ place: PanePlace, _ scene: Scene) -> Bool {
            self.place == place && timeShown.includes(scene.instant.moment)
        }
    }

    private var basis: Basis?
    private var areas = FrameAreas(size: Size(columns: 0, rows: 0), clockRows: 0, messageRows: 0)
    private(set) var panes: [PaneID: DrawnPane] = [:]
    private var footer: DrawnPane?
    private var grid = CellGrid(size: Size(columns: 0, rows: 0))
    /// The moment that everything shows: clocks that stand on the screen more than once always agree.
    private(set) var drawnAt: Now?

    public init() {}

    /// The screen of a state. Within a second it shows the clocks as they were when it was first drawn in that second,
    /// unless a fact came in since.
    public mutating func draw(_ state: AppState, now: Now) -> CellGrid {
        let scene = state.scene(now)
        let basis = Basis(state, scene)
        if basis != self.basis {
            self = DrawnScreen()
            self.basis = basis
        }
        if !shows(now) { drawFrame(state, scene) }
        let drawnScene = state.scene(drawnAt ?? now)
        drawPanes(state, drawnScene)
        drawFooter(state, drawnScene)
        return withOverlays(state, scene)
    }

    /// Whether the frame shows the second of a moment.
    private func shows(_ now: Now) -> Bool {
        drawnAt.map { $0.moment.milliseconds / 1000 == now.moment.milliseconds / 1000 } ?? false
    }

    /// Draws the first rows; where the clocks take other rows than before, the panes move as well.
    private mutating func drawFrame(_ state: AppState, _ scene: Scene) {
        let clocks = RunningClocks(scene)
        let areas = state.frameAreas(clocks, scene)
        if areas != self.areas {
            self.areas = areas
            panes = [:]
            footer = nil
            grid = CellGrid(size: state.size)
        }
        drawnAt = scene.now
        grid.inside(areas.header) { FrameRows.drawHeader(state, scene, isDrill: basis?.isDrill == true, on: &$0) }
        grid.fill(areas.clocks, .text)
        grid.inside(areas.clocks) { clocks.draw(on: &$0, scene) }
    }

    private mutating func drawPanes(_ state: AppState, _ scene: Scene) {
        var drawn: [PaneID: DrawnPane] = [:]
        for (id, rect) in state.paneAreas(in: areas, scene) {
            guard let index = state.panes.index(of: id) else { continue }
            let place = PanePlace(
                edition: state.panes.edition(of: index), rect: rect, isCurrent: id == state.focus,
                hasFocus: id == state.focus && state.dialogs.isEmpty)
            if let kept = panes[id], kept.stays(place, scene) {
                drawn[id] = kept
            } else {
                drawn[id] = drawPane(state.panes[index], id, place, scene)
            }
        }
        panes = drawn
    }

    /// The keys of the pane in front; a dialog's are drawn over them.
    private mutating func drawFooter(_ state: AppState, _ scene: Scene) {
        guard state.dialogs.isEmpty, let index = state.focusedIndex(scene) else { return }
        let place = PanePlace(
            edition: state.panes.edition(of: index), rect: areas.footer, isCurrent: true, hasFocus: true)
        if footer?.stays(place, scene) == true { return }
        let drawn = DrawnPane(place: place, timeShown: TimeShown())
        var scene = scene
        scene.timeShown = drawn.timeShown
        drawKeys(state, scene, on: &grid)
        footer = drawn
    }

    private mutating func drawPane(_ pane: any Pane, _ id: PaneID, _ place: PanePlace, _ scene: Scene) -> DrawnPane {
        let drawn = DrawnPane(place: place, timeShown: TimeShown())
        var scene = scene
        scene.timeShown = drawn.timeShown
        grid.fill(place.rect, .text)
        guard areas.hasPanes else {
            grid.inside(place.rect) { DrawnScreen.drawSmall(pane, scene, on: &$0) }
            return drawn
        }
        let isDrill = pane.showsDrill(scene)
        let title = [Span("\(id.number) \(scene.say(pane.title))", .title)]
        let titled = Panel(title: isDrill ? title + DrillMargin.frameWord : title, hasFocus: place.isCurrent)
        grid.draw(titled, in: place.rect)
        if isDrill { grid.put(DrillMargin.frameWord, at: Point(place.rect.column + 1, place.rect.endRow - 1)) }
        grid.inside(Panel.interior(of: place.rect)) { pane.draw(on: &$0, scene, hasFocus: place.hasFocus) }
        return drawn
    }

    /// The board in few rows, or what comes before it.
    private static func drawSmall(_ pane: any Pane, _ scene: Scene, on grid: inout CellGrid) {
        if pane.fitsSmall(scene) {
            pane.draw(on: &grid, scene, hasFocus: true)
        } else {
            SmallBoard(scene: scene, selected: pane.selectedMother(scene)).draw(on: &grid)
        }
    }

    /// What stands over the panes; it is drawn every time.
    private func withOverlays(_ state: AppState, _ scene: Scene) -> CellGrid {
        var screen = grid
        screen.inside(areas.message) {
            FrameRows.drawMessage(state, scene, isDrill: basis?.isDrill == true, on: &$0)
        }
        guard let dialog = state.dialogs.last else { return screen }
        screen.inside(areas.panes) { dialog.panel.draw(on: &$0, scene) }
        drawKeys(state, scene, on: &screen)
        return screen
    }

    private func drawKeys(_ state: AppState, _ scene: Scene, on grid: inout CellGrid) {
        let lines = state.footerLines(scene)
        grid.inside(areas.footer) { FrameRows.drawFooter(lines, scene, isDrill: basis?.isDrill == true, on: &$0) }
    }
}
