import ScreenGrid
import WardDomain

/// One cart or area with its items: the check that goes, or what the last full check found.
struct KitPage {
    let kit: Kit
    /// Nil while none goes.
    let going: KitCheck?
    let last: KitCheck?
    let standing: KitStanding
    /// The item that somebody selected; nil leaves it to the check.
    let chosen: String?

    static let allMarked = Phrase(en: "Every item is marked: f finishes.", zhHans: "所有项目已核查：f 结束。")

    /// The item that keys act on: the chosen one, else the first without a mark; nil when a check has marked them all.
    var item: Kit.Item? {
        if let found = kit.items.first(where: { $0.id == chosen }) { return found }
        guard let going else { return kit.items.first }
        return kit.items.first { going.marks[$0.id] == nil }
    }

    /// The marks on the screen: of the check that goes, else of the last one.
    private var marks: [String: KitCheck.Mark] { (going ?? last)?.marks ?? [:] }

    /// What is known of an item: from this check, else from the last one.
    func known(_ item: Kit.Item) -> KitCheck.Mark? {
        going?.marks[item.id] ?? last?.marks[item.id]
    }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        let head = SpanFlow.rows(header(scene), columns: grid.area.columns - 2)
        for (row, spans) in head.enumerated() { grid.put(spans, at: Point(1, row)) }
        let (_, rest) = grid.area.splitTop(head.count)
        let columns = [
            TableColumn("", minimum: 3), TableColumn(scene.say("Item", "项目"), minimum: 14, isIdentity: true),
            TableColumn(scene.say("Found", "数量"), minimum: 5, alignment: .trailing),
            TableColumn(scene.say("Expiry", "效期"), minimum: 10),
            TableColumn(scene.say("Power", "电池"), minimum: 5, givesWay: 2),
            TableColumn(scene.say("State", "状态"), minimum: 11),
            TableColumn(scene.say("By", "核查人"), minimum: marks.isEmpty ? 2 : 6, givesWay: 3),
            TableColumn(scene.say("Mark", "标记"), minimum: 4, givesWay: 1),
        ]
        let index = kit.items.firstIndex { $0.id == item?.id } ?? max(0, kit.items.count - 1)
        grid.draw(
            Table(
                columns: columns, rows: kit.items.map { cells($0, scene) }, scroll: ListScroll(selected: index),
                hasFocus: hasFocus),
            in: rest)
    }

    private func header(_ scene: Scene) -> [[Span]] {
        var pieces = [[Span(scene.say(kit.title).safeForScreen, .title)]]
        if let going, let started = going.startedAt {
            let who = going.startedBy.map(scene.name(of:)) ?? ""
            pieces.append([Span(scene.say("CHECK since ", "清点中，自 ") + "\(scene.time(started.moment)) \(who)", .next)])
            pieces.append([Span("\(going.marks.count)/\(kit.items.count)", .label)])
        } else if let finished = last?.finishedAt {
            let who = last?.finishedBy.map(scene.name(of:)) ?? ""
            pieces.append([
                Span(scene.say("last full check ", "最近全面清点 "), .label), Span("\(scene.time(finished.moment)) \(who)"),
            ])
        } else {
            pieces.append([Span(scene.say("NEVER CHECKED", "从未清点"), .due)])
        }
        if standing.sealDiffers {
            pieces.append([
                Span(scene.say("SEAL DIFFERS: full check", "封条不符：须全面清点"), .alarmMedium)
            ])
        } else if let seal = standing.seal {
            pieces.append([Span(scene.say("seal ", "封条 "), .label), Span(seal.safeForScreen)])
        }
        if let waiting = standing.restock { pieces.insert(KitWords.restock(waiting, scene), at: 1) }
        pieces.append([Span(scene.say("next due ", "下次核查 "), .label)] + KitWords.nextDue(standing, scene))
        pieces.append([Span(scene.say("full check ", "全面清点"), .label), Span(scene.say(kit.rhythm.label))])
        if kit.needsWitness { pieces.append([Span(scene.say("two people", "双人核对"), .label)]) }
        pieces += [KitWords.post(standing.post, scene), KitWords.care(standing.lastCare, kit, scene)]
        return pieces + (standing.month.map { [KitWords.month($0, scene)] } ?? [])
    }

    private func cells(_ item: Kit.Item, _ scene: Scene) -> [TableCell] {
        let mark = marks[item.id]
        let box =
            switch mark?.result {
            case .inOrder: TableCell("[x]", .done)
            case .gap: TableCell("[m]", .missed)
            case nil: TableCell("[ ]", .notRecorded)
            }
        return [
            box, TableCell(scene.say(item.title).safeForScreen), quantity(item, mark), expiry(item, mark, scene),
            battery(item, mark, scene), state(item, mark, scene), testedBy(mark, scene),
            TableCell(
                item.source.mark == .verified ? "" : "[\(item.source.mark.rawValue)]",
                EvidenceSign.role(item.source.mark)),
        ]
    }

    /// Found of expected; `-` where the list or the check says none.
    private func quantity(_ item: Kit.Item, _ mark: KitCheck.Mark?) -> TableCell {
        guard mark?.quantity != nil || item.quantity != nil else { return TableCell("", .dim) }
        return TableCell("\(mark?.quantity.map(String.init) ?? "-")/\(item.quantity.map(String.init) ?? "-")")
    }

    private func expiry(_ item: Kit.Item, _ mark: KitCheck.Mark?, _ scene: Scene) -> TableCell {
        guard let day = mark?.expiry else {
            return item.expires ? TableCell(scene.say("not recorded", "未记录"), .notRecorded) : TableCell("")
        }
        let flagged = standing.expiries.first { $0.item.id == item.id && $0.day == day }
        let isNear = day <= scene.rules.readiness.expiryHorizon(from: scene.today)
        if day < scene.today { return TableCell("\(day) \(scene.say("PAST", "已过期"))", .overdue) }
        return TableCell(
            flagged != nil || isNear ? "\(day) \(scene.say("soon", "近期"))" : day.description, isNear ? .dueSoon : .text)
    }

    private func battery(_ item: Kit.Item, _ mark: KitCheck.Mark?, _ scene: Scene) -> TableCell {
        switch mark?.batteryWorks {
        case true: TableCell(scene.say("works", "正常"), .done)
        case false: TableCell(scene.say("FAILS", "失效"), .missed)
        case nil: item.hasBattery ? TableCell(scene.say("untried", "未试"), .notRecorded) : TableCell("")
        }
    }

    private func testedBy(_ mark: KitCheck.Mark?, _ scene: Scene) -> TableCell {
        guard let mark else { return TableCell("") }
        return TableCell(mark.staff.map(scene.name(of:)) ?? scene.say("unsigned", "未签名"), .staff)
    }

    private func state(_ item: Kit.Item, _ mark: KitCheck.Mark?, _ scene: Scene) -> TableCell {
        let defect =
            standing.defects.first { $0.item == item.id }
            ?? scene.ward.findings.values.first {
                $0.kind == .defect && $0.kit == kit.id && $0.item == item.id
            }
        var spans: [Span] = []
        if let mark {
            let isGap = mark.result == .gap
            spans.append(Span(scene.say(mark.result.label), isGap ? .missed : .done))
        } else {
            spans.append(Span(scene.say("NOT CHECKED", "未核查"), .notRecorded))
        }
        if let defect {
            let owner = defect.owner.map(scene.name(of:)) ?? ""
            spans.append(Span(scene.say("  defect: ", "  缺陷：") + owner, .critical))
        }
        return TableCell(spans)
    }
}
