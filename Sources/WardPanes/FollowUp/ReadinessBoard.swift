import ScreenGrid
import WardDomain

/// Rescue carts and newborn areas: how each stands now; one opened with its items, its last check or the one that goes.
struct ReadinessBoard: Sendable {
    /// Nil until the ledger has answered.
    var history: ReadinessHistory?
    private var chosenKit: String?
    /// The kit whose items are on the screen; nil while all kits are.
    private var openKit: String?
    private var chosenItem: String?

    /// The month before too, so that a shift that began in it is whole.
    static func question(_ scene: Scene) -> HistoryQuestion {
        let first = Period.month.around(scene.today).first.advanced(days: -1)
        return .readiness(since: Moment(day: first, hour: 0, minute: 0, scene.offset))
    }

    private func kit(_ scene: Scene) -> Kit? {
        let kits = scene.rules.readiness.kits
        if let openKit { return kits.first { $0.id == openKit } }
        return kits.first { $0.id == chosenKit } ?? kits.first
    }

    /// The check of a kit that goes now.
    private func going(_ kit: Kit, _ scene: Scene) -> KitCheck? {
        scene.ward.kitChecks.values.first { $0.isOpen && $0.kit?.id == kit.id }
    }

    private func page(_ scene: Scene) -> KitPage? {
        guard openKit != nil, let kit = kit(scene) else { return nil }
        return KitPage(
            kit: going(kit, scene)?.kit ?? kit, going: going(kit, scene), last: history?.lastFull[kit.id],
            standing: standing(kit, scene), chosen: chosenItem)
    }

    private func standing(_ kit: Kit, _ scene: Scene) -> KitStanding {
        KitStanding(
            kit, history ?? ReadinessHistory(), rules: scene.rules.readiness, now: scene.now.moment, scene.offset)
    }

    func bindings(signedOut: Phrase?, _ scene: Scene) -> [Binding<FollowUpPane.Action>] {
        let nothing = kit(scene) == nil ? FollowUpText.selectFirst : nil
        guard let page = page(scene) else { return Self.ofKits(signedOut, nothing) }
        return page.going == nil ? Self.ofKit(signedOut, nothing) : Self.ofCheck(signedOut)
    }

    /// The keys while all kits are on the screen.
    static func ofKits(_ signedOut: Phrase?, _ nothing: Phrase?) -> [Binding<FollowUpPane.Action>] {
        [Binding(.enter, .open, FollowUpText.open, unavailable: nothing)] + checks(signedOut ?? nothing)
    }

    /// The keys while one kit is, of which no check goes.
    static func ofKit(_ signedOut: Phrase?, _ nothing: Phrase?) -> [Binding<FollowUpPane.Action>] {
        checks(signedOut ?? nothing) + [back]
    }

    /// The keys while a check goes.
    static func ofCheck(_ signedOut: Phrase?) -> [Binding<FollowUpPane.Action>] {
        [
            Binding(" ", .inOrder, FollowUpText.inOrder, unavailable: signedOut),
            Binding("m", .gap, FollowUpText.gap, unavailable: signedOut),
            Binding(.enter, .details, FollowUpText.details, unavailable: signedOut),
            Binding("f", .finish, FollowUpText.finish, unavailable: signedOut), back,
            Binding("x", .void, FollowUpText.void, unavailable: signedOut, inFooter: false),
        ]
    }

    private static let back = Binding<FollowUpPane.Action>(.escape, .back, FollowUpText.back)

    private static func checks(_ unavailable: Phrase?) -> [Binding<FollowUpPane.Action>] {
        [
            Binding("n", .begin, FollowUpText.begin, unavailable: unavailable),
            Binding("k", .seal, FollowUpText.seal, unavailable: unavailable),
            Binding("r", .use, FollowUpText.use, unavailable: unavailable),
            Binding("w", .care, FollowUpText.care, unavailable: unavailable),
            Binding("p", .post, FollowUpText.post, unavailable: unavailable),
        ]
    }

    mutating func perform(_ action: FollowUpPane.Action, _ scene: Scene) -> [PaneEffect] {
        guard let kit = kit(scene) else { return [] }
        switch action {
        case .open:
            openKit = kit.id
            chosenItem = nil
            return []
        case .back:
            openKit = nil
            return []
        case .begin:
            openKit = kit.id
            chosenItem = nil
            return going(kit, scene) == nil ? [.record(BeginKitCheck(kit: kit.id), .now)] : []
        case .seal: return [.open(KitForms.seal(kit, scene))]
        case .use: return [.open(KitForms.use(kit, scene))]
        case .care: return [.open(KitForms.care(kit, openKit == nil ? nil : page(scene)?.item, scene))]
        case .post: return [.open(KitForms.post(kit, standing(kit, scene).post, scene))]
        default: break
        }
        guard let page = page(scene), let check = page.going else { return [] }
        switch action {
        case .finish: return [.open(KitForms.finish(check, scene))]
        case .void: return [.open(KitForms.void(check, scene))]
        default: return mark(action, page, check, scene)
        }
    }

    /// One key an item; one with an expiry or a battery asks for those, with what the last check found filled in.
    private mutating func mark(
        _ action: FollowUpPane.Action, _ page: KitPage, _ check: KitCheck, _ scene: Scene
    ) -> [PaneEffect] {
        guard let item = page.item else { return [.toast(KitPage.allMarked, .hint)] }
        let known = page.known(item)
        if action == .gap { return [.open(KitForms.item(item, check, known, .gap, scene))] }
        if action == .details || item.expires || item.hasBattery {
            return [.open(KitForms.item(item, check, known, .inOrder, scene))]
        }
        chosenItem = nil
        return [.record(CheckKitItem(check: check.id, item: item.id, result: .inOrder), .now)]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> Bool {
        guard let page = page(scene) else {
            let kits = scene.rules.readiness.kits
            var scroll = ListScroll(selected: kits.firstIndex { $0.id == kit(scene)?.id } ?? 0)
            guard scroll.take(key, count: kits.count, rows: 10) else { return false }
            chosenKit = kits.indices.contains(scroll.selected) ? kits[scroll.selected].id : nil
            return true
        }
        let items = page.kit.items
        var scroll = ListScroll(selected: items.firstIndex { $0.id == page.item?.id } ?? 0)
        guard scroll.take(key, count: items.count, rows: 10) else { return false }
        chosenItem = items.indices.contains(scroll.selected) ? items[scroll.selected].id : nil
        return true
    }

    /// After an item was marked here, the next one without a mark is selected.
    mutating func follow(_ entries: [Entry], _ scene: Scene) {
        for entry in entries where entry.stamp.terminal == scene.terminal {
            if let marked = entry.fact as? KitItemChecked, marked.item == chosenItem { chosenItem = nil }
        }
    }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        if let page = page(scene) { return page.draw(on: &grid, scene, hasFocus: hasFocus) }
        let kits = scene.rules.readiness.kits
        guard !kits.isEmpty else {
            grid.put(scene.say(FollowUpText.noKits), at: Point(1, 0), .hint)
            return
        }
        let columns = [
            TableColumn(scene.say("Cart or area", "急救车或区域"), minimum: 14, isIdentity: true),
            TableColumn(scene.say("This shift", "本班"), minimum: 8),
            TableColumn(scene.say("Full check", "全面清点"), minimum: 8),
            TableColumn(scene.say("Next", "下次"), minimum: 5, givesWay: 2),
            TableColumn(scene.say("Seal", "封条"), minimum: 6, givesWay: 3),
            TableColumn(scene.say("Defects", "缺陷"), minimum: 3, alignment: .trailing),
            TableColumn(scene.say("Expiring", "近效期"), minimum: 3, alignment: .trailing, givesWay: 1),
            TableColumn(scene.say("This month", "本月完好率"), minimum: 8),
        ]
        let index = kits.firstIndex { $0.id == kit(scene)?.id } ?? 0
        grid.draw(
            Table(
                columns: columns, rows: kits.map { cells(standing($0, scene), scene) },
                scroll: ListScroll(selected: index), hasFocus: hasFocus))
    }

    private func cells(_ standing: KitStanding, _ scene: Scene) -> [TableCell] {
        guard history != nil else {
            return [TableCell(scene.say(standing.kit.title).safeForScreen), TableCell("?", .notRecorded)]
        }
        let goes = going(standing.kit, scene) != nil
        let name = scene.say(standing.kit.title).safeForScreen
        let seal =
            standing.sealDiffers
            ? TableCell(scene.say("DIFFERS", "不符"), .alarmMedium)
            : standing.seal.map { TableCell($0.safeForScreen) } ?? TableCell(scene.say("none", "无"), .notRecorded)
        return [
            TableCell(name),
            goes ? TableCell(scene.say("going on", "清点中"), .next) : KitWords.shift(standing, scene),
            KitWords.due(standing.full, scene), TableCell(KitWords.nextDue(standing, scene)), seal,
            TableCell(String(standing.defects.count), standing.defects.isEmpty ? .dim : .critical),
            TableCell(
                String(standing.expiries.count),
                standing.expiries.contains { $0.isPast } ? .overdue : standing.expiries.isEmpty ? .dim : .dueSoon),
            TableCell(KitWords.share(standing.month, scene)),
        ]
    }
}
