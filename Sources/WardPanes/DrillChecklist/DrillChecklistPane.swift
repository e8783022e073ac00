import ScreenGrid
import WardDomain

/// Pane 4.
struct DrillChecklistPane: Pane {
    enum Action: Hashable, Sendable {
        case open
    }

    let title = Phrase(en: "Drill checklist", zhHans: "演练核查单")

    func bindings(_ scene: Scene) -> [Binding<Action>] { [] }

    mutating func perform(_ action: Action, _ scene: Scene) -> [PaneEffect] { [] }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {}
}
