import ScreenGrid
import WardDomain

/// Which rows of the register are wanted.
struct RegisterFilter: PaneMessage, Hashable {
    var day: CalendarDay?
    /// Part of the mother's name, its pinyin initials or her number; or a band.
    var baby: String?
    /// A badge, or part of a name.
    var staff: String?

    var isEmpty: Bool { self == RegisterFilter() }

    /// So many of the newest rows are looked through for a baby or a person.
    private static let searched = 5000

    /// The rows that have to be asked for: of a day all, else the newest.
    func span(_ offset: LocalOffset) -> HistorySpan {
        guard let day else { return isEmpty ? HistorySpan() : HistorySpan(limit: Self.searched) }
        return HistorySpan(
            from: Moment(day: day, hour: 0, minute: 0, offset),
            to: Moment(day: day.advanced(days: 1), hour: 0, minute: 0, offset), limit: 1000)
    }

    func admits(_ row: HandoverRow, _ scene: Scene) -> Bool {
        if let day, row.handover.at.moment.localDay(scene.offset) != day { return false }
        if let baby, !isAbout(baby, row, scene) { return false }
        guard let staff else { return true }
        return [row.handover.giver, row.handover.receiver].compactMap(\.self).contains { custodian in
            let texts = [scene.name(of: custodian), scene.say(custodian.text)]
            return texts.contains { SearchText.folded($0).contains(SearchText.folded(staff)) }
        }
    }

    private func isAbout(_ wanted: String, _ row: HandoverRow, _ scene: Scene) -> Bool {
        switch scene.ward.wearer(of: BandCode.normalized(wanted)) {
        case .newborn(_, let newborn): return newborn.id == row.newborn
        case .mother(let mother): return mother.id == row.admission
        case nil: break
        }
        let called = row.mother.called
        let own = scene.ward.newborn(row.newborn)?.newborn.number
        return ([called, row.mother.said.zhHans, row.mother.mrn, own].compactMap { $0 } + SearchText.pinyin(called))
            .contains { SearchText.folded($0).contains(SearchText.folded(wanted)) }
    }

    /// What is filtered by, for the heading; nil when nothing is.
    func said(_ scene: Scene) -> String? {
        let parts = [day?.description, baby, staff].compactMap { $0?.safeForScreen }
        return parts.isEmpty ? nil : "\(scene.say("filter", "筛选")): \(parts.joined(separator: ", "))"
    }

    private static let route: @Sendable (String, Scene) -> ScanRoute = { code, scene in
        let scanned = ScannedCode(code, in: scene.ward)
        switch scanned {
        case .newborn, .mother: return .field("baby")
        case .staff, .relative: return .field("staff")
        case .bandNotWorn, .unknown: return .refused(scanned.refusal ?? NewbornHandoverText.babyBandNeeded)
        }
    }

    /// The dialog behind `f`; what is left blank is not filtered by.
    static func dialog(_ filter: RegisterFilter, _ scene: Scene) -> FormDialog {
        let fields = [
            FormField(
                "day", "day", "日期", .text(placeholder: scene.today.description),
                initial: filter.day?.description ?? ""),
            FormField("baby", "baby", "新生儿", initial: filter.baby ?? "", takesScan: true),
            FormField("staff", "staff", "人员", initial: filter.staff ?? "", takesScan: true),
        ]
        let hint = Phrase(
            en: "Blank: all. Baby: the mother's name or number, or a band. Staff: name or badge. Without a day, the "
                + "newest \(searched) handovers are looked through.",
            zhHans: "空＝全部。新生儿：母亲姓名、住院号或腕带。人员：姓名或工牌。不填日期时，在最近 \(searched) 次交接中查找。")
        return FormDialog(
            NewbornHandoverText.filter, fields: fields, hint: hint, sends: Phrase(en: "show", zhHans: "显示"),
            openedAt: scene.now.reading, route: route
        ) { form in
            let wanted = RegisterFilter(day: form.day("day"), baby: form.text("baby"), staff: form.text("staff"))
            return .done([.tell(.newbornHandover, wanted)])
        }
    }
}

/// The register of handovers: finished, refused and mismatched, the newest first.
struct HandoverRegister: Sendable {
    /// What is wanted; another filter waits for its own answer.
    var filter = RegisterFilter() { didSet { answered = nil } }
    /// What the filter admits of the ledger's answer, the newest first; nil until there is one.
    private var answered: [HandoverRow]?
    /// True where the ledger has, or may have, more rows than are shown.
    private(set) var hasMore = false

    /// So many rows can be gone through on the screen.
    private static let shown = 200

    /// What is to be asked of the ledger for these rows.
    func question(_ scene: Scene) -> PaneEffect { .ask(.handovers(filter.span(scene.offset))) }

    /// Filters once, when the ledger has answered: a drawing only shows.
    mutating func learn(_ rows: [HandoverRow], _ scene: Scene) {
        let admitted = rows.filter { filter.admits($0, scene) }
        hasMore = rows.count >= filter.span(scene.offset).limit || admitted.count > Self.shown
        answered = Array(Self.newestFirst(admitted).prefix(Self.shown))
    }

    /// The rows to show; before the ledger has answered, the last handover of everybody here.
    func rows(_ scene: Scene) -> [HandoverRow] {
        if let answered { return answered }
        let last = BabyHere.all(scene.ward).compactMap { HandoverRow($0.baby, of: $0.mother) }
        return Self.newestFirst(last.filter { filter.admits($0, scene) })
    }

    private static func newestFirst(_ rows: [HandoverRow]) -> [HandoverRow] {
        rows.sorted { first, second in
            let (left, right) = (first.handover, second.handover)
            return left.at.moment == right.at.moment
                ? left.entry.rawValue > right.entry.rawValue : left.at.moment > right.at.moment
        }
    }

    /// Nothing of a handover is cut: where the row is too narrow, places and people take a second line.
    static func table(_ rows: [HandoverRow], scroll: ListScroll?, hasFocus: Bool, _ scene: Scene) -> Table {
        let cells = rows.map { Self.cells($0, scene) }
        func widest(_ column: Int) -> Int { cells.map { SpanFlow.width($0[column].spans) }.max() ?? 0 }
        let columns = [
            TableColumn(scene.say(NewbornHandoverText.time), minimum: max(5, widest(0)), isIdentity: true),
            TableColumn(scene.say(NewbornHandoverText.baby), minimum: max(8, widest(1)), isIdentity: true),
            TableColumn(scene.say(NewbornHandoverText.mother), minimum: min(24, max(8, widest(2))), isIdentity: true),
            TableColumn(scene.say(NewbornHandoverText.result), minimum: 6),
            TableColumn(scene.say(NewbornHandoverText.way), minimum: 10, isIdentity: true),
            TableColumn(scene.say(NewbornHandoverText.people), minimum: 8, isIdentity: true),
        ]
        return Table(
            columns: columns, rows: cells, scroll: scroll, hasFocus: hasFocus, showsHeadings: false)
    }

    private static func cells(_ row: HandoverRow, _ scene: Scene) -> [TableCell] {
        let handover = row.handover
        return [
            TableCell(scene.shortTime(handover.at.moment), .dim),
            TableCell(tag(row, scene), .newborn),
            mother(row, scene), result(handover, scene),
            TableCell(way(handover, scene)),
            TableCell(people(handover, scene), .staff),
        ]
    }

    /// Who gave and who took, or was about to; `-` where nobody had said so yet.
    static func people(_ handover: Newborn.Handover, _ scene: Scene) -> String {
        "\(scene.name(of: handover.giver)) > \(handover.receiver.map { scene.name(of: $0) } ?? "-")"
    }

    /// `BABY A F`.
    private static func tag(_ row: HandoverRow, _ scene: Scene) -> String {
        let sex = row.sex.map { scene.say($0.mark) } ?? "-"
        return "\(scene.say("BABY", "婴")) \(Newborn.letter(order: row.order)) \(sex)"
    }

    /// Whom a row is about, for a heading.
    static func called(_ row: HandoverRow, _ scene: Scene) -> String {
        "\(tag(row, scene))  \(mother(row, scene).spans.map(\.text).joined())"
    }

    /// Her name with the end of her number, and a sign where another's here is easily taken for it.
    private static func mother(_ row: HandoverRow, _ scene: Scene) -> TableCell {
        let name = scene.name(of: row.mother)
        let tail = scene.names.numberTails[row.admission] ?? row.mother.mrn.map { String($0.suffix(4)) } ?? ""
        guard !scene.names.alike.contains(row.admission) else { return TableCell("\(name) =\(tail)", .lookAlike) }
        return TableCell(tail.isEmpty ? name : "\(name) \(tail)", .mother)
    }

    /// Where from and where to, and what for where the place does not say it.
    static func way(_ handover: Newborn.Handover, _ scene: Scene) -> String {
        let way = "\(scene.say(handover.from.label)) -> \(scene.say(handover.to.label))"
        guard let purpose = handover.purpose, purpose != HandoverPurpose(place: handover.to) else { return way }
        return "\(way), \(scene.say(purpose.label))"
    }

    /// What a correction made of a row; nil where nobody corrected it.
    static func correction(_ handover: Newborn.Handover, _ scene: Scene) -> String? {
        guard let correction = handover.correction else { return nil }
        if correction.supersededBy != nil { return scene.say("superseded", "已被更正") }
        return correction.struck ? scene.say("struck out", "作废") : scene.say("correction", "更正")
    }

    private static func result(_ handover: Newborn.Handover, _ scene: Scene) -> TableCell {
        let text = scene.say(handover.result.label)
        if let corrected = correction(handover, scene) {
            let holds = handover.correction?.supersededBy == nil && handover.correction?.struck == false
            return TableCell("\(text), \(corrected)", holds ? .match : .voided)
        }
        switch handover.result {
        case .mismatch: return TableCell(text, .stop)
        case .refused: return TableCell(text, .alarmLow)
        case .match:
            let later = handover.retrospective ? ", \(scene.say(NewbornHandoverText.retrospective))" : ""
            return TableCell([Span(text, .match), Span(later, .text)])
        }
    }
}
