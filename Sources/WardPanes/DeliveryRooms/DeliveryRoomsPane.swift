import ScreenGrid
import WardDomain

/// Pane 1: a row a bed; admitting, observing, grading, moving, births, and each mother's story.
struct DeliveryRoomsPane: Pane {
    enum Action: Hashable, Sendable {
        case open, admit, identify, observe, grade, move, depart, birth, plan, therapy, takeCharge, highRisk, sort,
            names, back
    }

    let title = DeliveryRoomsText.title
    let help = DeliveryRoomsText.help
    private var byUrgency = false
    private var selected: AdmissionID?
    private var scroll = ListScroll()
    /// The mother whose story is open; nil while the board is shown.
    private var story: MotherStory?

    static func modes(_ scene: Scene) -> [PaneMode] {
        let board = DeliveryRoomsPane()
        var open = board
        open.story = MotherStory(AdmissionID(""))
        return [
            PaneMode(nil, board.bindings(scene)), PaneMode(DeliveryRoomsText.storyMode, open.bindings(scene)),
        ]
    }

    func bindings(_ scene: Scene) -> [Binding<Action>] {
        let nobody = selectedAdmission(scene) == nil ? DeliveryRoomsText.selectFirst : nil
        let signedOut = scene.staff == nil ? Phrase.signInFirst : nil
        let needsBoth = signedOut ?? nobody
        let unnamed = selectedAdmission(scene).map { $0.identity.isNamed } ?? true
        var bindings: [Binding<Action>] = []
        if story == nil {
            bindings.append(Binding(.enter, .open, DeliveryRoomsText.open, unavailable: nobody))
        } else {
            bindings.append(Binding(.escape, .back, DeliveryRoomsText.back))
        }
        return bindings + [
            Binding("n", .admit, DeliveryRoomsText.admit, unavailable: signedOut),
            Binding("o", .observe, DeliveryRoomsText.observe, unavailable: needsBoth),
            Binding("r", .grade, DeliveryRoomsText.grade, unavailable: needsBoth),
            Binding("b", .birth, DeliveryRoomsText.birth, unavailable: nobody),
            Binding("v", .move, DeliveryRoomsText.move, unavailable: needsBoth),
            Binding("d", .depart, DeliveryRoomsText.depart, unavailable: needsBoth),
            Binding("p", .plan, DeliveryRoomsText.plan, unavailable: needsBoth),
            Binding("e", .therapy, DeliveryRoomsText.therapy, unavailable: needsBoth, inFooter: false),
            Binding("c", .takeCharge, DeliveryRoomsText.takeCharge, unavailable: needsBoth, inFooter: false),
            Binding(
                "h", .highRisk, DeliveryRoomsText.highRisk, unavailable: needsBoth ?? noHighRiskStep(scene),
                inFooter: false),
            Binding("i", .identify, DeliveryRoomsText.identify, unavailable: needsBoth, inFooter: !unnamed),
            Binding("g", .sort, byUrgency ? DeliveryRoomsText.sortByBed : DeliveryRoomsText.sortByUrgency),
            Binding("m", .names, DeliveryRoomsText.showNames, unavailable: signedOut, inFooter: false),
        ]
    }

    mutating func perform(_ action: Action, _ scene: Scene) -> [PaneEffect] {
        switch action {
        case .admit: return [.open(MotherForms.admit(freeBed: selectedBed(scene), scene))]
        case .sort:
            byUrgency.toggle()
            return []
        case .names: return [.global(.revealNames)]
        case .back:
            story = nil
            return []
        default: break
        }
        guard let mother = selectedAdmission(scene) else { return [] }
        switch action {
        case .open:
            story = MotherStory(mother.id)
            return MotherStory.questions(mother.id)
        case .observe: return [.open(ObservationForm.dialog(mother, scene))]
        case .grade: return [.open(MotherForms.grade(mother, scene))]
        case .birth: return [.open(BirthForm.dialog(mother, scene))]
        case .move: return [.open(MotherForms.move(mother, scene))]
        case .depart: return [.open(MotherForms.depart(mother, scene))]
        case .plan: return [.open(MotherForms.plan(mother, scene))]
        case .therapy: return [.open(MotherForms.therapy(mother, scene))]
        case .highRisk: return [.open(HighRiskForm.dialog(mother, scene))]
        case .identify: return [MotherForms.identity(of: mother, scene)]
        case .takeCharge: return scene.staff.map { [.record(TakeCharge(admission: mother.id, staff: $0.badge))] } ?? []
        case .admit, .sort, .names, .back: return []
        }
    }

    mutating func take(_ key: Key, _ scene: Scene) -> Bool {
        if story != nil { return story?.take(key) ?? false }
        let rows = BoardRow.rows(scene, byUrgency: byUrgency)
        var moved = ListScroll(selected: index(in: rows) ?? scroll.selected)
        guard moved.take(key, count: rows.count, rows: 12) else { return false }
        select(moved.selected, of: rows)
        return true
    }

    mutating func take(_ event: MouseEvent, in size: Size, _ scene: Scene) {
        guard story == nil else { return }
        let rows = BoardRow.rows(scene, byUrgency: byUrgency)
        let shown = scroll(in: rows)
        switch event.action {
        case .scrollUp: select(max(0, shown.selected - 1), of: rows)
        case .scrollDown: select(min(rows.count - 1, shown.selected + 1), of: rows)
        default:
            let (order, area) = Rect(size).splitTop(Self.orderRows)
            let table = BoardTable.table(rows, width: area.columns, scroll: shown, hasFocus: true, scene)
            let index = table.rowIndex(
                atRow: event.point.row - order.rows, in: Size(columns: area.columns, rows: area.rows))
            if let index { select(index, of: rows) }
        }
    }

    mutating func notice(_ news: PaneNews, _ scene: Scene) -> [PaneEffect] {
        switch news {
        case .show(.mother(let id)):
            selected = id
            story = MotherStory(id)
            return MotherStory.questions(id)
        case .answer(.story(.admission(let id), let lines)) where id == story?.admission: story?.lines = lines
        case .answer(.responseStories(let id, let lines)) where id == story?.admission: story?.responseLines = lines
        case .ward(let entries):
            guard let story, entries.contains(where: { story.concerns($0, scene) }) else { return [] }
            return MotherStory.questions(story.admission)
        case .readAnew: return story.map { MotherStory.questions($0.admission) } ?? []
        default: break
        }
        return []
    }

    private func noHighRiskStep(_ scene: Scene) -> Phrase? {
        selectedAdmission(scene)?.highRiskGap.isEmpty == true ? DeliveryRoomsText.noHighRiskStep : nil
    }

    func selectedMother(_ scene: Scene) -> AdmissionID? {
        selectedAdmission(scene)?.id
    }

    /// Her story is; the board gives way to one line a bed.
    func fitsSmall(_ scene: Scene) -> Bool { story != nil }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        if let story, let mother = scene.ward.admissions[story.admission] {
            story.draw(mother, on: &grid, scene)
            return
        }
        let rows = BoardRow.rows(scene, byUrgency: byUrgency)
        let order = byUrgency ? DeliveryRoomsText.orderedByUrgency : DeliveryRoomsText.orderedByBed
        grid.put(scene.say(order), at: Point(1, 0), .hint)
        let (_, area) = grid.area.splitTop(Self.orderRows)
        let table = BoardTable.table(
            rows, width: area.columns, scroll: scroll(in: rows), hasFocus: hasFocus, scene)
        grid.draw(table, in: area)
    }

    /// The order and the filter stand over the table.
    private static let orderRows = 1

    /// What is in view: drawn, and hit by the mouse.
    private func scroll(in rows: [BoardRow]) -> ListScroll {
        var shown = scroll
        if let index = index(in: rows) { shown.select(index, count: rows.count) }
        return shown
    }

    /// The selection follows the mother; an empty bed is kept by its row.
    private func index(in rows: [BoardRow]) -> Int? {
        guard let selected else { return rows.indices.contains(scroll.selected) ? scroll.selected : nil }
        return rows.firstIndex { $0.mother?.id == selected }
    }

    private mutating func select(_ index: Int, of rows: [BoardRow]) {
        guard rows.indices.contains(index) else { return }
        scroll.select(index, count: rows.count)
        selected = rows[index].mother?.id
    }

    private func selectedAdmission(_ scene: Scene) -> Admission? {
        if let story { return scene.ward.admissions[story.admission] }
        if let selected { return scene.ward.admissions[selected] }
        let rows = BoardRow.rows(scene, byUrgency: byUrgency)
        return rows.indices.contains(scroll.selected) ? rows[scroll.selected].mother : nil
    }

    private func selectedBed(_ scene: Scene) -> BedLabel? {
        let rows = BoardRow.rows(scene, byUrgency: byUrgency)
        guard let index = index(in: rows), rows[index].mother == nil else { return nil }
        return rows[index].bed
    }
}

extension Binding {
    init(_ key: Character, _ action: Action, _ label: Phrase, unavailable: Phrase? = nil, inFooter: Bool = true) {
        self.init(.character(key), action, label, unavailable: unavailable, inFooter: inFooter)
    }
}
