import ScreenGrid
import WardDomain

/// The whole screen: header, running clocks, panes, dialogs over them, messages, footer.
extension AppState {
    /// At least this large, all four panes stand side by side.
    static let tiledSize = Size(columns: 120, rows: 36)
    /// So many panes stand side by side on a large screen; a further one takes the whole while it has the focus.
    static let tiles = 4

    /// The screen as it is now.
    public func draw(now: Now) -> CellGrid {
        var nothingDrawn = DrawnScreen()
        return nothingDrawn.draw(self, now: now)
    }

    /// Where the rows of the frame stand.
    func frameAreas(_ clocks: RunningClocks, _ scene: Scene) -> FrameAreas {
        FrameAreas(
            size: size, clockRows: clocks.rowsNeeded(columns: size.columns),
            messageRows: FrameRows.message(self, scene)?.lines.count ?? 0)
    }

    /// Whether the pane in front shows a drill, with nothing real over it.
    func isDrillInFront(_ scene: Scene) -> Bool {
        guard FrameAreas.hasPanes(size), !(dialogs.last?.panel is EmergencyDialog) else { return false }
        return focusedIndex(scene).map { panes[$0].showsDrill(scene) } ?? false
    }

    /// Whether the panes stand side by side.
    private var isTiled: Bool {
        size.columns >= AppState.tiledSize.columns && size.rows >= AppState.tiledSize.rows && !isZoomed
            && focus.number <= AppState.tiles
    }

    /// Whether a pane is on the screen.
    func isShown(_ pane: PaneID, _ scene: Scene) -> Bool {
        guard FrameAreas.hasPanes(size) else { return pane == smallPane(scene) }
        return isTiled ? pane.number <= AppState.tiles : pane == focus
    }

    /// The one pane of a screen that is too small for panes: the board, unless the pane with the focus has something
    /// that comes before it.
    func smallPane(_ scene: Scene) -> PaneID {
        panes.index(of: focus).map { panes[$0].fitsSmall(scene) } == true ? focus : .deliveryRooms
    }

    /// The area of every pane that is shown, in coordinates of the screen. A small screen has room for one, the smallest
    /// for none.
    func paneAreas(in areas: FrameAreas, _ scene: Scene) -> [(id: PaneID, rect: Rect)] {
        guard areas.hasPanes else { return areas.hasBoard ? [(smallPane(scene), areas.panes)] : [] }
        guard isTiled else { return [(focus, areas.panes)] }
        let halves = areas.panes.splitRows([.flexible(minimum: 8, weight: 1), .flexible(minimum: 8, weight: 1)])
        return halves.enumerated().flatMap { row, half in
            half.splitColumns([.flexible(minimum: 40, weight: 11), .flexible(minimum: 40, weight: 9)]).enumerated()
                .map { column, rect in (PaneID(row * 2 + column + 1), rect) }
        }
    }

    /// The keys of the dialog on top, else the emergency's and those of the pane with the focus.
    func footerLines(_ scene: Scene) -> [BindingLine] {
        if let dialog = dialogs.last { return dialog.panel.bindingLines(scene) }
        let everywhere = GlobalAction.bindings(scene).map(\.line)
        let here = focusedIndex(scene).map { panes[$0].bindingLines(scene) } ?? []
        let emergency = everywhere.filter { $0.key == .character("!") }
        return emergency
            + (here + everywhere.filter { $0.key != .character("!") }).filter { $0.inFooter && $0.unavailable == nil }
    }
}

/// Where the rows of the frame stand. The clocks take as many rows as they need; a message takes rows only while
/// there is one.
struct FrameAreas: Hashable {
    /// Below this size panes give way to one line a bed.
    static let paneSize = Size(columns: 80, rows: 24)
    /// Below this size only the clocks are left.
    static let boardSize = Size(columns: 40, rows: 10)

    let header, clocks, panes, message, footer: Rect
    /// Whether the screen is large enough for a pane.
    let hasPanes: Bool
    /// Whether one line a bed stands where panes would.
    let hasBoard: Bool

    static func hasPanes(_ size: Size) -> Bool {
        size.columns >= paneSize.columns && size.rows >= paneSize.rows
    }

    init(size: Size, clockRows: Int, messageRows: Int) {
        hasPanes = FrameAreas.hasPanes(size)
        let isBoardSize = size.columns >= FrameAreas.boardSize.columns && size.rows >= FrameAreas.boardSize.rows
        hasBoard = isBoardSize && !hasPanes
        let (header, below) = Rect(size).splitTop(min(1, size.rows))
        let (clocks, rest) = below.splitTop(min(clockRows, below.rows))
        let (body, footer) = rest.splitBottom(isBoardSize ? 1 : 0)
        let (panes, message) = body.splitBottom(isBoardSize ? messageRows : 0)
        self.header = header
        self.clocks = clocks
        self.panes = panes
        self.message = message
        self.footer = footer
    }
}
