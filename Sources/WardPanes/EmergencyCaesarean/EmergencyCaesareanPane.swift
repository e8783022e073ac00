import ScreenGrid
import WardDomain

/// Pane 2.
struct EmergencyCaesareanPane: Pane {
    enum Action: Hashable, Sendable {
        case open
    }

    let title = Phrase(en: "Emergency caesarean", zhHans: "紧急剖宫产")

    func bindings(_ scene: Scene) -> [Binding<Action>] { [] }

    mutating func perform(_ action: Action, _ scene: Scene) -> [PaneEffect] { [] }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {}
}
