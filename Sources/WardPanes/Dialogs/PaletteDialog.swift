import ScreenGrid
import WardDomain

/// Every action by name, in both languages: any letters of it in their order find it.
struct PaletteDialog: DialogPanel {
    /// An action as the palette lists it.
    struct Item: Sendable {
        let label: Phrase
        let key: String
        let effect: PaneEffect
    }

    let title = Phrase(en: "Commands", zhHans: "命令")
    private let items: [Item]
    private var field = TextField()
    private var scroll = ListScroll()

    init(items: [Item]) {
        self.items = items
    }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .enter, label: Phrase(en: "do it", zhHans: "执行")),
            BindingLine(key: .escape, label: Phrase(en: "back", zhHans: "返回")),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        let found = matches
        switch key {
        case .escape: return .close
        case .enter:
            guard found.indices.contains(scroll.selected) else { return .stay }
            return .close(found[scroll.selected].effect)
        default:
            if field.take(key) {
                scroll = ListScroll()
            } else {
                _ = scroll.take(key, count: found.count, rows: 12)
            }
            return .stay
        }
    }

    mutating func take(typed burst: TypedBurst, _ scene: Scene) -> DialogResponse? {
        guard burst.isWords else { return nil }
        take(paste: burst.text, scene)
        return .stay
    }

    mutating func take(paste: String, _ scene: Scene) {
        field.insert(paste)
        scroll = ListScroll()
    }

    /// The closest fits first; all of them, as they stand, while nothing is typed.
    private var matches: [Item] {
        guard !SearchText.folded(field.text).isEmpty else { return items }
        return items.compactMap { item in
            SearchFit.closest(of: field.text, in: [item.label.en, item.label.zhHans], atMost: .scattered)
                .map { (fit: $0, item: item) }
        }.closestFirst(\.fit).map(\.item)
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        DialogFrame.draw(title, content: Size(columns: 60, rows: 15), on: &grid, scene) { grid in
            let (top, list) = grid.area.splitTop(2)
            grid.draw(
                TextFieldView(field, hasFocus: true, placeholder: scene.say("type a few letters", "输入几个字母")),
                in: Rect(column: 0, row: 0, columns: top.columns, rows: 1))
            let found = matches
            let keys = found.map(\.key.displayWidth).max() ?? 0
            let columns = [TableColumn("", isIdentity: true), TableColumn("", minimum: keys)]
            let rows = found.map { [TableCell(scene.say($0.label), .dialog), TableCell($0.key, .footerKey)] }
            grid.draw(
                Table(columns: columns, rows: rows, scroll: scroll, hasFocus: true, showsHeadings: false), in: list)
            if found.isEmpty { grid.put(scene.say("no such command", "无此命令"), at: Point(0, 2), .dialog) }
        }
    }
}

extension AppState {
    /// The palette for where we are: this pane's actions, the other panes', what works everywhere, the rare things.
    func palette(_ now: Now) -> PaletteDialog {
        let scene = scene(now)
        let order = [focus] + panes.ids.filter { $0 != focus }
        let ofPanes = order.flatMap { id in
            (panes.index(of: id).map { panes[$0].bindingLines(scene) } ?? []).map { line in
                PaletteDialog.Item(
                    label: line.label, key: "\(id.number) \(line.key.name)", effect: .press(id, line.key))
            }
        }
        let everywhere = GlobalAction.bindings(scene).map { binding in
            PaletteDialog.Item(label: binding.label, key: binding.key.name, effect: .global(binding.action))
        }
        let rare = GlobalAction.rare(scene, themes: settings.themes).map { action in
            PaletteDialog.Item(label: action.label, key: "", effect: .global(action.action))
        }
        return PaletteDialog(items: ofPanes + everywhere + rare)
    }
}
