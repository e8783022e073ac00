import ScreenGrid
import WardDomain

/// The three parts of the pane, which of them takes the arrows, and who is selected in them.
///
/// The selection follows the baby, or the entry of the register, never the row.
struct HandoverLists: Sendable {
    /// The lists of the pane, from the top.
    enum Part: Int, CaseIterable, Sendable {
        case out, whereabouts, register

        var heading: Phrase {
            switch self {
            case .out: NewbornHandoverText.outNow
            case .whereabouts: NewbornHandoverText.whereabouts
            case .register: NewbornHandoverText.register
            }
        }
    }

    var part = Part.whereabouts
    var register = HandoverRegister()
    /// The baby that somebody selected; nil until somebody did.
    private(set) var chosen: NewbornID?
    private var chosenEntry: EntryID?

    mutating func choose(_ newborn: NewbornID) {
        chosen = newborn
        if part == .register { part = .whereabouts }
    }

    mutating func turn(by step: Int) {
        let count = Part.allCases.count
        part = Part(rawValue: (part.rawValue + step + count) % count) ?? .whereabouts
    }

    /// The baby that acts are about: the selected one, else the first of the part with the arrows.
    func selected(_ scene: Scene) -> BabyHere? {
        if part == .register { return selectedRow(scene).flatMap { BabyHere.find($0.newborn, scene.ward) } }
        return chosen.flatMap { BabyHere.find($0, scene.ward) } ?? babies(part, scene).first
    }

    /// The row of the register with the arrows; nil in another part.
    func selectedRow(_ scene: Scene) -> HandoverRow? {
        guard part == .register else { return nil }
        let rows = register.rows(scene)
        return rows.first { $0.handover.entry == chosenEntry } ?? rows.first
    }

    private func babies(_ part: Part, _ scene: Scene) -> [BabyHere] {
        part == .out ? OutNow.rows(scene) : BabyHere.all(scene.ward)
    }

    mutating func take(_ key: Key, _ scene: Scene) -> Bool {
        var scroll = scroll(of: part, scene)
        let count = self.count(of: part, scene)
        guard scroll.take(key, count: count, rows: 8) else { return false }
        select(scroll.selected, of: part, scene)
        return true
    }

    private func count(of part: Part, _ scene: Scene) -> Int {
        part == .register ? register.rows(scene).count : babies(part, scene).count
    }

    private func scroll(of part: Part, _ scene: Scene) -> ListScroll {
        let index =
            part == .register
            ? register.rows(scene).firstIndex { $0.handover.entry == chosenEntry }
            : babies(part, scene).firstIndex { $0.id == chosen }
        return ListScroll(selected: index ?? 0)
    }

    private mutating func select(_ index: Int, of part: Part, _ scene: Scene) {
        if part == .register {
            let rows = register.rows(scene)
            if rows.indices.contains(index) { chosenEntry = rows[index].handover.entry }
        } else {
            let rows = babies(part, scene)
            if rows.indices.contains(index) { chosen = rows[index].id }
        }
    }

    mutating func take(_ event: MouseEvent, in size: Size, _ scene: Scene) {
        switch event.action {
        case .scrollUp: _ = take(.up, scene)
        case .scrollDown: _ = take(.down, scene)
        default:
            let tables = tables(hasFocus: true, scene)
            for (part, area) in areas(of: tables, in: Rect(size)) where area.contains(event.point) {
                self.part = part
                let body = area.splitTop(1).rest
                guard let table = tables[part] else { continue }
                if let index = table.rowIndex(atRow: event.point.row - body.row, in: body.size) {
                    select(index, of: part, scene)
                }
            }
        }
    }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        let tables = tables(hasFocus: hasFocus, scene)
        for (part, area) in areas(of: tables, in: grid.area) {
            guard let table = tables[part] else { continue }
            grid.inside(area) { grid in
                let (heading, body) = grid.area.splitTop(1)
                drawHeading(of: part, table, hidden: table.hiddenRows(in: body.size), in: heading, on: &grid, scene)
                if table.rows.isEmpty {
                    grid.put(scene.say(part.nothing), at: Point(body.column + 2, body.row), .dim)
                } else {
                    grid.draw(table, in: body)
                }
            }
        }
    }

    /// What a part is, how many are in it, and how many of them have no room: nobody is unseen without a word.
    private func drawHeading(
        of part: Part, _ table: Table, hidden: Int, in rect: Rect, on grid: inout CellGrid, _ scene: Scene
    ) {
        let mark = part == self.part ? "*" : " "
        let filter = part == .register ? register.filter.said(scene).map { "   \($0)" } ?? "" : ""
        let more = part == .register && register.hasMore ? "+" : ""
        let role: StyleRole = part == self.part ? .title : .columnHeading
        grid.horizontalLine(at: rect.origin, columns: rect.columns)
        let text = "\(mark)\(scene.say(part.heading)) \(table.rows.count)\(more)\(filter) "
        grid.put(text, at: rect.origin, role)
        guard hidden > 0, part != .register else { return }
        let unseen = scene.say(" \(hidden) MORE, not shown: arrows ", " 另有 \(hidden) 名未显示：方向键 ")
        grid.put(unseen, at: Point(rect.column + text.displayWidth + 1, rect.row), .overdue)
    }

    /// The table of each part; the one with the arrows shows the selection.
    private func tables(hasFocus: Bool, _ scene: Scene) -> [Part: Table] {
        Dictionary(
            uniqueKeysWithValues: Part.allCases.map { part in
                (part, table(of: part, hasFocus: hasFocus && part == self.part, scene))
            })
    }

    private func table(of part: Part, hasFocus: Bool, _ scene: Scene) -> Table {
        let scroll = part == self.part ? scroll(of: part, scene) : nil
        return switch part {
        case .out: OutNow.table(babies(.out, scene), scroll: scroll, hasFocus: hasFocus, scene)
        case .whereabouts: Whereabouts.table(babies(.whereabouts, scene), scroll: scroll, hasFocus: hasFocus, scene)
        case .register: HandoverRegister.table(register.rows(scene), scroll: scroll, hasFocus: hasFocus, scene)
        }
    }

    /// Where the parts stand: no part takes rows that it does not fill while another needs them, and the one with the
    /// arrows gets the larger share.
    private func areas(of tables: [Part: Table], in area: Rect) -> [(part: Part, area: Rect)] {
        /// The rows of a part with its heading, when nothing of it is scrolled out of view.
        func rowsNeeded(_ part: Part) -> Int {
            1 + max(1, tables[part]?.rowsNeeded(columns: area.columns, enough: area.rows) ?? 0)
        }
        let out = min(rowsNeeded(.out), part == .out ? max(9, area.rows / 2) : max(5, area.rows / 3))
        let rest = max(0, area.rows - out)
        let share = part == .register ? rest / 3 : rest * 2 / 3
        let spare = rest - rowsNeeded(.register)
        let rects = area.splitRows([
            .fixed(out), .fixed(min(rowsNeeded(.whereabouts), max(share, spare))), .flexible(),
        ])
        return Array(zip(Part.allCases, rects)).map { ($0, $1) }
    }
}

extension HandoverLists.Part {
    /// What stands where there is nothing.
    fileprivate var nothing: Phrase {
        switch self {
        case .out: NewbornHandoverText.nobodyOut
        case .whereabouts: NewbornHandoverText.noBabies
        case .register: NewbornHandoverText.noHandovers
        }
    }
}
