import ScreenGrid
import WardDomain

/// Actions, threats and defects: what is past its day first, then by day; or those that were closed, the newest first.
struct FindingList: Sendable {
    private(set) var showsClosed = false
    private var closed: [Finding]?
    /// What is selected, by id, so that the selection follows it when the list changes.
    private var chosen: FindingID?

    /// How many are asked for when closed ones are wanted.
    private static let limit = 400

    static var askClosed: PaneEffect { .ask(.findings(HistorySpan(limit: limit))) }

    mutating func learn(_ found: [Finding]) {
        closed = found.filter { $0.closing != nil }
            .sorted { ($0.closing?.at.moment.milliseconds ?? 0) > ($1.closing?.at.moment.milliseconds ?? 0) }
    }

    func items(_ scene: Scene) -> [Finding] {
        showsClosed ? closed ?? [] : FindingOrder.sorted(scene.ward.findings.values)
    }

    func selected(_ scene: Scene) -> Finding? {
        let items = items(scene)
        return items.first { $0.id == chosen } ?? items.first
    }

    func bindings(signedOut: Phrase?, _ scene: Scene) -> [Binding<FollowUpPane.Action>] {
        let selected = selected(scene)
        let nothing = selected == nil ? FollowUpText.selectFirst : nil
        let isClosed = selected?.isOpen == false ? FollowUpText.closedAlready : nil
        return [
            Binding(.enter, .open, FollowUpText.open, unavailable: nothing),
            Binding("c", .close, FollowUpText.close, unavailable: signedOut ?? nothing ?? isClosed),
            Binding("o", .change, FollowUpText.change, unavailable: signedOut ?? nothing ?? isClosed),
            Binding("n", .add, FollowUpText.add, unavailable: signedOut),
            Binding("y", .closed, showsClosed ? FollowUpText.openOnes : FollowUpText.closed),
        ]
    }

    mutating func perform(_ action: FollowUpPane.Action, _ scene: Scene) -> [PaneEffect] {
        switch action {
        case .add: return [.open(FindingForms.new(scene))]
        case .closed:
            showsClosed.toggle()
            return showsClosed ? [FindingList.askClosed] : []
        default: break
        }
        guard let selected = selected(scene) else { return [] }
        switch action {
        case .open: return [.open(FindingForms.page(selected, scene))]
        case .close: return [.open(FindingForms.close(selected, scene))]
        case .change: return [.open(FindingForms.change(selected, scene))]
        default: return []
        }
    }

    mutating func take(_ key: Key, _ scene: Scene) -> Bool {
        let items = items(scene)
        var scroll = ListScroll(selected: items.firstIndex { $0.id == selected(scene)?.id } ?? 0)
        guard scroll.take(key, count: items.count, rows: 10) else { return false }
        chosen = items.indices.contains(scroll.selected) ? items[scroll.selected].id : nil
        return true
    }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        let items = items(scene)
        guard !items.isEmpty else {
            let text =
                showsClosed
                ? (closed == nil ? FollowUpText.reading : FollowUpText.nothingClosed) : FollowUpText.nothingOpen
            for (row, line) in scene.say(text).wrapped(to: max(1, grid.area.columns - 2)).enumerated() {
                grid.put(line, at: Point(1, row), .hint)
            }
            return
        }
        let columns = [
            TableColumn(scene.say("What it is", "类型"), minimum: 6),
            TableColumn(scene.say("What", "内容"), minimum: 16, isIdentity: true),
            TableColumn(scene.say("Owner", "负责人"), minimum: 6, isIdentity: true),
            TableColumn(showsClosed ? scene.say("Closed", "关闭") : scene.say("Due", "期限"), minimum: 10),
            TableColumn(
                showsClosed ? scene.say("How", "如何解决") : scene.say("From", "来自"), minimum: showsClosed ? 12 : 21,
                givesWay: showsClosed ? 0 : 1, isIdentity: showsClosed),
        ]
        let index = items.firstIndex { $0.id == selected(scene)?.id } ?? 0
        grid.draw(
            Table(
                columns: columns, rows: items.map { cells($0, scene) }, scroll: ListScroll(selected: index),
                hasFocus: hasFocus))
    }

    private func cells(_ finding: Finding, _ scene: Scene) -> [TableCell] {
        let kind = finding.kind.map { scene.say($0.label) } ?? ""
        let tag = finding.tag.map { scene.say($0.label) + scene.say(": ", "：") } ?? ""
        let kit = finding.kit.map { " (\(scene.kitName($0)))" } ?? ""
        let owner = finding.owner.map { TableCell(scene.name(of: $0), .staff) }
        let last =
            finding.closing.map { TableCell(scene.said($0.how)) } ?? TableCell(FindingWords.origin(finding, scene))
        return [
            TableCell(kind, finding.kind == .defect ? .critical : .label),
            TableCell(tag + scene.said(finding.what) + kit),
            owner ?? TableCell(scene.say("nobody", "无"), .notRecorded), day(finding, scene), last,
        ]
    }

    private func day(_ finding: Finding, _ scene: Scene) -> TableCell {
        if let closing = finding.closing { return TableCell(scene.time(closing.at.moment), .done) }
        return TableCell(FindingWords.due(finding, scene))
    }
}

/// In what order open findings want to be seen.
enum FindingOrder {
    /// By their day, the earliest first, those without one last; then by when they were opened.
    static func sorted(_ findings: some Collection<Finding>) -> [Finding] {
        findings.sorted { first, second in
            let (one, other) = (first.limit?.day.daysSinceEpoch ?? .max, second.limit?.day.daysSinceEpoch ?? .max)
            if one != other { return one < other }
            let (opened, later) = (first.openedAt?.moment.milliseconds ?? 0, second.openedAt?.moment.milliseconds ?? 0)
            return opened != later ? opened < later : first.id.rawValue < second.id.rawValue
        }
    }
}

/// A finding in words.
enum FindingWords {
    /// `2026-12-01`, `2026-11-20 2 d late`, `no day`.
    static func due(_ finding: Finding, _ scene: Scene) -> [Span] {
        if finding.isRestock { return KitWords.restock(finding, scene) }
        guard let day = finding.limit?.day else { return [Span(scene.say("no day", "未定"), .notRecorded)] }
        guard scene.isOverdue(finding) else {
            return [Span(day.description, day == scene.today ? .due : .text)]
        }
        let late = day.days(to: scene.today)
        return [Span(day.description, .overdue), Span(scene.say(" \(late) d late", " 逾期\(late)天"), .overdue)]
    }

    /// Which run it comes from: a drill says so.
    static func origin(_ finding: Finding, inFull: Bool = false, _ scene: Scene) -> [Span] {
        guard let origin = finding.origin else { return [Span("-", .dim)] }
        let day = LocalTime(origin.startedAt, scene.offset).day
        let nature =
            origin.nature == .drill ? Span("DRILL 演练 ", .drill) : Span(scene.say("REAL ", "真实 "), .alarmHigh)
        return [nature, Span(day.description, .dim)]
            + (inFull ? [Span(" \(scene.say(origin.title).safeForScreen)")] : [])
    }
}

extension Scene {
    /// A kit by the library's name, or as it was written.
    func kitName(_ kit: String) -> String {
        (rules.readiness.kit(kit).map { say($0.title) } ?? kit).safeForScreen
    }
}
