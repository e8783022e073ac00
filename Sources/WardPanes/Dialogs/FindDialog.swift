import ScreenGrid
import WardDomain

/// Finds a mother or a newborn by name, pinyin, hospital number, bed or band; dots and spaces are ignored.
struct FindDialog: DialogPanel {
    let title = Phrase(en: "Find", zhHans: "查找")
    private var field = TextField("", maximumColumns: 64)
    private var scroll = ListScroll()

    private struct Match {
        let text: String
        let pane: PaneID
        let subject: Subject
    }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .enter, label: Phrase(en: "open", zhHans: "打开")),
            BindingLine(key: .escape, label: Phrase(en: "back", zhHans: "返回")),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        switch key {
        case .escape: return .close
        case .enter:
            let found = matches(scene)
            guard found.indices.contains(scroll.selected) else { return .stay }
            return .close(.show(found[scroll.selected].pane, found[scroll.selected].subject))
        default:
            if field.take(key) {
                scroll = ListScroll()
            } else {
                _ = scroll.take(key, count: matches(scene).count, rows: 10)
            }
            return .stay
        }
    }

    mutating func take(scan: String, _ scene: Scene) -> DialogResponse {
        field.set(scan)
        return take(.enter, scene)
    }

    mutating func take(paste: String, _ scene: Scene) {
        field.insert(paste)
    }

    private func matches(_ scene: Scene) -> [Match] {
        let wanted = SearchText.folded(field.text)
        guard !wanted.isEmpty else { return [] }
        let mothers = scene.ward.admissions.values.filter { $0.mergedInto == nil }
            .sorted { ($0.bed?.rawValue ?? "~", $0.id.rawValue) < ($1.bed?.rawValue ?? "~", $1.id.rawValue) }
        return mothers.flatMap { mother -> [Match] in
            let line = "\(mother.bed.map { scene.say("bed", "床") + " \($0)" } ?? "-")  \(scene.name(of: mother))"
            let number = mother.identity.mrn.map { "  ..\($0.suffix(4))" } ?? ""
            var found: [Match] = []
            if SearchText.keys(of: mother).contains(where: { $0.contains(wanted) }) {
                found.append(Match(text: line + number, pane: .deliveryRooms, subject: .mother(mother.id)))
            }
            for baby in mother.newborns
            where baby.bands.contains(where: { SearchText.folded($0.code).contains(wanted) }) {
                let text = "\(scene.say("baby", "婴")) \(baby.letter)  \(line)"
                found.append(Match(text: text, pane: .newbornHandover, subject: .newborn(baby.id)))
            }
            return found
        }
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let found = matches(scene)
        let dialog = Dialog(title: scene.say(title), contentSize: Size(columns: 56, rows: 14))
        let inner = Dialog.interior(of: dialog.frame(in: grid.area))
        grid.draw(dialog)
        grid.inside(inner) { grid in
            let (top, list) = grid.area.splitTop(2)
            let placeholder = scene.say("name, pinyin, number, bed, band", "姓名、拼音、住院号、床号、腕带")
            grid.draw(
                TextFieldView(field, hasFocus: true, placeholder: placeholder),
                in: Rect(column: 0, row: 0, columns: top.columns, rows: 1))
            grid.draw(
                Table(
                    columns: [TableColumn("", isIdentity: true)], rows: found.map { [TableCell($0.text, .dialog)] },
                    scroll: scroll,
                    hasFocus: true, showsHeadings: false), in: list)
            if found.isEmpty, !field.text.isEmpty {
                grid.put(scene.say("nobody found", "未找到"), at: Point(0, 2), .dialog)
            }
        }
    }
}

/// Text as searches compare it.
enum SearchText {
    /// Without case, accents, width, spaces and dots.
    static func folded(_ text: String) -> String {
        text.foldedForComparison.filter { !$0.isWhitespace && !"·.・".contains($0) }
    }

    /// What a mother can be found by.
    static func keys(of mother: Admission) -> [String] {
        let name = mother.identity.called
        let texts = [name, mother.identity.mrn, mother.bed?.rawValue, mother.band?.code].compactMap { $0 }
        return (texts + pinyin(name)).map(folded)
    }

    /// A name in characters as one types its sound: initials and whole syllables, `ln` and `lina` for 李娜.
    static func pinyin(_ name: String) -> [String] {
        let syllables = MandarinReadings.syllables(of: name)
        return syllables.isEmpty ? [] : [String(syllables.compactMap(\.first)), syllables.joined()]
    }
}
