import ScreenGrid
import WardDomain

/// A choice of one among a few, by its letter or with the arrows and Enter; no choice is made beforehand.
public struct PickDialog: DialogPanel {
    /// One choice and what it leads to.
    public struct Choice: Sendable {
        /// The letter that takes it at once; nil where only the arrows do.
        public let letter: Character?
        public let label: Phrase
        public let role: StyleRole
        public let effects: [PaneEffect]

        public init(_ letter: Character?, _ label: Phrase, role: StyleRole = .dialog, effects: [PaneEffect]) {
            self.letter = letter
            self.label = label
            self.role = role
            self.effects = effects
        }
    }

    /// By so many choices PgUp and PgDn go on: no more than the smallest window shows, so that none is passed over unseen.
    private static let pageRows = 3

    public let title: Phrase
    let explanation: Phrase?
    let choices: [Choice]
    /// What a scan leads to; nil where the dialog waits for none.
    private let scanned: (@Sendable (String) -> [PaneEffect])?
    private var scroll: ListScroll?

    public init(
        _ title: Phrase, explanation: Phrase? = nil, choices: [Choice],
        scanned: (@Sendable (String) -> [PaneEffect])? = nil
    ) {
        self.title = title
        self.explanation = explanation
        self.choices = choices
        self.scanned = scanned
    }

    public mutating func take(scan: String, _ scene: Scene) -> DialogResponse {
        if let scanned { return DialogResponse(closes: true, effects: scanned(scan)) }
        return .stay(.toast(whyNoScan(scan, scene), .alarmLow))
    }

    public func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .enter, label: Phrase(en: "choose", zhHans: "选择")),
            BindingLine(key: .escape, label: Phrase(en: "back", zhHans: "返回")),
        ]
    }

    public mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        switch key.bound {
        case .escape: return .close
        case .enter:
            guard let scroll, choices.indices.contains(scroll.selected) else { return .stay }
            return chosen(scroll.selected)
        case .down where scroll == nil, .home where scroll == nil: scroll = ListScroll(selected: 0)
        case .up where scroll == nil: scroll = ListScroll(selected: choices.count - 1)
        case .character(let letter):
            guard let index = choices.firstIndex(where: { $0.letter == letter }) else { return .stay }
            return chosen(index)
        default: _ = scroll?.take(key, count: choices.count, rows: Self.pageRows)
        }
        return .stay
    }

    private func chosen(_ index: Int) -> DialogResponse {
        DialogResponse(closes: true, effects: choices[index].effects)
    }

    public func draw(on grid: inout CellGrid, _ scene: Scene) {
        let most = DialogFrame.contentColumns(title, in: grid.area)
        let lines = explanation.map { scene.say($0).wrapped(to: min(60, most)) } ?? []
        let widest = (choices.map { scene.say($0.label) } + lines).map(\.displayWidth).max() ?? 0
        let columns = min(max(widest, 30) + 6, most)
        let list = table(scene)
        let size = Size(columns: columns, rows: list.rowsNeeded(columns: columns) + lines.count)
        DialogFrame.draw(title, content: size, on: &grid, scene) { grid in
            for (row, line) in lines.enumerated() { grid.put(line, at: Point(0, row), .dialog) }
            draw(list, in: grid.area.splitTop(lines.count).rest, on: &grid, scene)
        }
    }

    private func table(_ scene: Scene) -> Table {
        let rows = choices.map { choice in
            [
                TableCell(choice.letter.map(String.init) ?? "", .footerKey),
                TableCell(scene.say(choice.label), choice.role),
            ]
        }
        let columns = [TableColumn("", minimum: 1), TableColumn("", givesWay: 0, isIdentity: true)]
        return Table(columns: columns, rows: rows, scroll: scroll, hasFocus: scroll != nil, showsHeadings: false)
    }

    /// Where there is no room for all choices, the last row says which keys the others have, and that the arrows show
    /// them.
    private func draw(_ list: Table, in area: Rect, on grid: inout CellGrid, _ scene: Scene) {
        guard list.rowsNeeded(columns: area.columns, enough: area.rows + 1) > area.rows, area.rows > 1 else {
            return grid.draw(list, in: area)
        }
        let (above, last) = area.splitBottom(1)
        grid.draw(list, in: above)
        let seen = Set((0..<above.rows).compactMap { list.rowIndex(atRow: $0, in: above.size) })
        let hidden = choices.indices.filter { !seen.contains($0) }
        let keys = hidden.compactMap { choices[$0].letter.map(String.init) }.joined(separator: " ")
        let more = scene.say("\(hidden.count) more: arrows", "另有 \(hidden.count) 项：方向键")
        grid.put([Span(" \(keys)", .footerKey), Span("  \(more)", .hint)], at: last.origin)
    }
}
