import ScreenGrid
import WardDomain

/// One way in which a pane takes keys, such as an open story or a running drill, with every key that it may offer there.
public struct PaneMode: Sendable {
    /// Nil for the first one, which is the pane as it opens.
    let name: Phrase?
    let lines: [BindingLine]
    /// Whether a window over the pane takes the keys, so that those that work everywhere do not work there.
    let isDialog: Bool

    init(_ name: Phrase? = nil, _ bindings: [Binding<some Hashable & Sendable>]) {
        self.name = name
        lines = bindings.map(\.line)
        isDialog = false
    }

    /// A window over the pane with keys of its own.
    init(dialog name: Phrase, _ lines: [BindingLine]) {
        self.name = name
        self.lines = lines
        isDialog = true
    }
}

extension Pane {
    /// The modes whose keys are not all among those that work now.
    func otherModes(_ scene: Scene) -> [PaneMode] {
        let now = Set(bindingLines(scene).map { [$0.key.name, $0.label.en] })
        return Self.modes(scene.ofAnEmptyWard).filter { mode in
            mode.name != nil && !mode.lines.allSatisfy { now.contains([$0.key.name, $0.label.en]) }
        }
    }
}
