import ScreenGrid
import WardDomain

/// Finds a mother by name, pinyin, hospital number, bed or band, and a newborn by its own number or its bands; dots and
/// spaces are ignored.
struct FindDialog: DialogPanel {
    let title = Phrase(en: "Find", zhHans: "查找")
    private var field = TextField()
    private var scroll = ListScroll()

    /// Something that fits what was typed, and where it leads.
    private struct Match {
        let fit: SearchFit
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
        scroll = ListScroll()
    }

    /// Who is meant, the closest fit first, in the order of beds: `3` is bed 3 before a number with a 3 in it.
    private func matches(_ scene: Scene) -> [Match] {
        let wanted = field.text
        guard !SearchText.folded(wanted).isEmpty else { return [] }
        let mothers = scene.ward.admissions.values.filter { $0.mergedInto == nil }
            .sorted { ($0.bed?.rawValue ?? "~", $0.id.rawValue) < ($1.bed?.rawValue ?? "~", $1.id.rawValue) }
        let found = mothers.flatMap { mother -> [Match] in
            let line = "\(mother.bed.map { scene.say($0.said) } ?? "-")  \(scene.name(of: mother))"
            let number = mother.identity.mrn.map { "  ..\($0.suffix(4))" } ?? ""
            var found: [Match] = []
            if let fit = SearchFit.closest(of: wanted, in: SearchText.keys(of: mother), atMost: .together) {
                found.append(Match(fit: fit, text: line + number, pane: .deliveryRooms, subject: .mother(mother.id)))
            }
            for baby in mother.newborns {
                let codes = baby.bands.map(\.code) + [baby.number].compactMap { $0 }
                guard let fit = SearchFit.closest(of: wanted, in: codes, atMost: .together) else { continue }
                let own = baby.number.map { "  ..\($0.suffix(4))" } ?? ""
                let text = "\(scene.say("baby", "婴")) \(baby.letter)\(own)  \(line)\(number)"
                found.append(Match(fit: fit, text: text, pane: .newbornHandover, subject: .newborn(baby.id)))
            }
            return found
        }
        return found.closestFirst(\.fit)
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let found = matches(scene)
        DialogFrame.draw(title, content: Size(columns: 56, rows: 14), on: &grid, scene) { grid in
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
