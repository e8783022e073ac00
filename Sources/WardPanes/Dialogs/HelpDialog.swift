import ScreenGrid
import WardDomain

/// The keys that work here, why some do not now, what this place is, and the keys of what else it shows at times.
struct HelpDialog: DialogPanel {
    let title: Phrase
    private let lines: [BindingLine]
    private let paragraphs: [Phrase]
    private let otherModes: [PaneMode]
    private var first = 0
    /// Below so many rows it takes all of them.
    private static let roomyRows = 12

    init(_ title: Phrase, lines: [BindingLine], paragraphs: [Phrase], otherModes: [PaneMode] = []) {
        self.otherModes = otherModes
        self.title = title
        self.lines = lines
        self.paragraphs = paragraphs
    }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .down, label: Phrase(en: "more", zhHans: "向下")),
            BindingLine(key: .escape, label: Phrase(en: "back", zhHans: "返回")),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        switch key.bound {
        case .down: first += 1
        case .up: first = max(0, first - 1)
        case .pageDown, .character(" "): first += 10
        case .pageUp: first = max(0, first - 10)
        case .home: first = 0
        default: return .close
        }
        return .stay
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let columns = min(grid.area.columns - 6 - DrillMargin.columns, 90)
        let text = page(columns, scene)
        let edges = grid.area.rows > Self.roomyRows ? 4 : 2
        let rows = min(grid.area.rows - edges, text.count)
        DialogFrame.draw(title, content: Size(columns: columns, rows: max(rows, 1)), on: &grid, scene) { grid in
            let start = min(first, max(0, text.count - grid.area.rows))
            for (row, spans) in text.dropFirst(start).prefix(grid.area.rows).enumerated() {
                grid.put(spans, at: Point(0, row))
            }
        }
    }

    private func page(_ columns: Int, _ scene: Scene) -> [[Span]] {
        let keys = lines.map { line in
            self.line(line, scene) + (line.unavailable.map { [Span("  (\(scene.say($0)))", .disabled)] } ?? [])
        }
        let text = paragraphs.flatMap { paragraph in
            [[Span("", .text)]] + scene.say(paragraph).wrapped(to: columns).map { [Span($0, .dialog)] }
        }
        let others = otherModes.flatMap { mode in
            [[Span("", .text)], [Span(mode.name.map(scene.say) ?? "", .dialogTitle)]]
                + mode.lines.map { line($0, scene) }
        }
        return keys + text + others
    }

    private func line(_ line: BindingLine, _ scene: Scene) -> [Span] {
        [Span(line.key.name.padded(to: 11), .footerKey), Span(scene.say(line.label), .dialog)]
    }
}

extension AppState {
    func help(_ now: Now) -> HelpDialog {
        let scene = scene(now)
        let everywhere = GlobalAction.bindings(scene).map(\.line)
        guard let index = focusedIndex(scene) else {
            return HelpDialog(Phrase(en: "Help", zhHans: "帮助"), lines: everywhere, paragraphs: [])
        }
        let log = Phrase(
            en: "This is a log, not an alarm device: what is due here is shown, and nobody is called by it.",
            zhHans: "本程序是记录工具，不是报警设备：到期事项仅作显示，不会通知任何人。")
        let pane = panes[index]
        return HelpDialog(
            pane.title, lines: pane.bindingLines(scene) + everywhere, paragraphs: pane.help + [log],
            otherModes: pane.otherModes(scene))
    }
}
