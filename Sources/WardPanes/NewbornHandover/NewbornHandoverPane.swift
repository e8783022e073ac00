import ScreenGrid
import WardDomain

/// Pane 3.
struct NewbornHandoverPane: Pane {
    enum Action: Hashable, Sendable {
        case open
    }

    let title = Phrase(en: "Newborn handover", zhHans: "新生儿交接")

    func bindings(_ scene: Scene) -> [Binding<Action>] { [] }

    mutating func perform(_ action: Action, _ scene: Scene) -> [PaneEffect] { [] }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {}
}
