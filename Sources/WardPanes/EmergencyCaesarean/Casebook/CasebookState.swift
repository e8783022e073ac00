import ScreenGrid
import WardDomain

/// The past cases on the screen: their figures, one case, or its replay. Reckoned once when the ledger answers or the
/// filter changes, and only drawn after that.
struct CasebookState: Sendable {
    /// What is shown; nothing of it while the clock is.
    enum View: Hashable, Sendable {
        case closed, history, page, replay
    }

    /// The parts of the history.
    enum Part: Int, CaseIterable, Sendable {
        case figures, months, delays, cases

        var label: Phrase {
            switch self {
            case .figures: Phrase(en: "Figures", zhHans: "统计")
            case .months: Phrase(en: "Months", zhHans: "月度")
            case .delays: Phrase(en: "Delays", zhHans: "延误")
            case .cases: Phrase(en: "Cases", zhHans: "病例")
            }
        }
    }

    private(set) var view = View.closed
    private(set) var part = Part.figures
    private(set) var filter = CasebookFilter()
    /// Of the filtered cases; nil until the ledger has answered.
    private(set) var book: Casebook?
    /// The same with every month in it, for the chart.
    private(set) var chartBook: Casebook?
    /// Every case there is.
    private(set) var briefs: [CaesareanBrief] = []
    /// The category whose months are drawn.
    private(set) var category = CaesareanCategory.one
    /// Whether the share within the target is drawn, in place of the median.
    private(set) var drawsShare = false
    /// How many months before the newest the selected one lies.
    private(set) var monthsBack = 0
    private(set) var scrolls: [Part: ListScroll] = [:]
    /// The case on its page, as far as the ledger has told it.
    private(set) var shown: CaesareanCase?
    private(set) var eventScroll = ListScroll()
    private(set) var replay: Replay?
    private var wanted: CaesareanID?
    /// Whether the page was opened from the history, where Escape leads back.
    private var cameFromHistory = false

    /// Months in the trend.
    static let trendMonths = 24
    /// Every case there ever was, as far as one answer reaches.
    static let everything = HistoryQuestion.casebook(HistorySpan(limit: 100_000))

    var isOpen: Bool { view != .closed }

    func scroll(_ part: Part) -> ListScroll { scrolls[part] ?? ListScroll() }

    /// The selected month of the chart.
    var month: CaesareanTrend.Month? {
        let months = chartBook?.categories[category]?.trend.months ?? []
        return months.indices.contains(months.count - 1 - monthsBack) ? months[months.count - 1 - monthsBack] : nil
    }

    // MARK: What the ledger tells

    /// Takes in every case in brief.
    mutating func learn(_ briefs: [CaesareanBrief], _ scene: Scene) {
        self.briefs = briefs
        reckon(scene)
    }

    /// Takes in one case with its babies, where it is the one that is waited for.
    mutating func learn(_ answer: CaesareanCase?, _ scene: Scene) {
        guard let answer, answer.run.id == wanted else { return }
        shown = answer
        if view != .replay { replay = CaseEvents(answer, scene).replay }
    }

    /// What to ask anew when the ward has moved.
    func questions(after entries: [Entry]) -> [PaneEffect] {
        entries.contains { $0.stream.isAdmission } ? questions : []
    }

    /// What its pages are made of.
    var questions: [PaneEffect] {
        guard isOpen else { return [] }
        return [.ask(Self.everything)] + (wanted.map { [.ask(.caesareanCase($0))] } ?? [])
    }

    private mutating func reckon(_ scene: Scene) {
        book = Self.book(briefs, filter, scene)
        var withoutMonth = filter
        withoutMonth.month = nil
        chartBook = filter.month == nil ? book : Self.book(briefs, withoutMonth, scene)
    }

    static func book(_ briefs: [CaesareanBrief], _ filter: CasebookFilter, _ scene: Scene) -> Casebook {
        Casebook(
            briefs, filter: filter, targets: CasebookTargets(scene.rules), until: scene.today, months: trendMonths,
            offset: scene.offset)
    }

    // MARK: What keys do

    mutating func openHistory() -> [PaneEffect] {
        view = .history
        return [.ask(Self.everything)]
    }

    mutating func openPage(_ run: CaesareanID) -> [PaneEffect] {
        if view == .closed { cameFromHistory = false }
        if view == .history { cameFromHistory = true }
        if wanted != run {
            shown = nil
            replay = nil
            eventScroll = ListScroll()
        }
        wanted = run
        view = .page
        return [.ask(.caesareanCase(run))]
    }

    mutating func close() { view = .closed }

    /// Goes back one step: from the replay to its case, from there to the history it was opened from.
    mutating func back() {
        switch view {
        case .replay: view = .page
        case .page: view = cameFromHistory ? .history : .closed
        case .history, .closed: view = .closed
        }
    }

    mutating func change(_ filter: CasebookFilter, _ scene: Scene) {
        self.filter = filter
        if case .value(let category) = filter.category, scene.rules.target(of: category) != nil {
            self.category = category
        }
        scrolls = [:]
        reckon(scene)
    }

    mutating func perform(_ action: CasebookAction, _ scene: Scene) -> [PaneEffect] {
        switch action {
        case .open: return openSelected(scene)
        case .nextPart: turnPart(by: 1)
        case .previousPart: turnPart(by: -1)
        case .otherCategory: category = category == .one ? .two : .one
        case .measure: drawsShare.toggle()
        case .filter: return [.open(FilterDialog.fields)]
        case .noFilter: change(CasebookFilter(), scene)
        case .newerCase: return turnCase(by: -1)
        case .olderCase: return turnCase(by: 1)
        case .replay: startReplay(scene)
        case .replayed(let action): replay?.perform(action, scene.now)
        }
        return []
    }

    private mutating func turnPart(by offset: Int) {
        let count = Part.allCases.count
        part = Part.allCases[(part.rawValue + offset + count) % count]
    }

    private mutating func turnCase(by offset: Int) -> [PaneEffect] {
        let cases = book?.cases ?? []
        guard let index = cases.firstIndex(where: { $0.id == wanted }), cases.indices.contains(index + offset) else {
            return []
        }
        scrolls[.cases, default: ListScroll()].select(index + offset, count: cases.count)
        return openPage(cases[index + offset].id)
    }

    private mutating func startReplay(_ scene: Scene) {
        guard let shown else { return }
        replay = CaseEvents(shown, scene).replay
        view = .replay
    }

    /// Opens the rows behind the selected number, or the selected case.
    private mutating func openSelected(_ scene: Scene) -> [PaneEffect] {
        guard let book else { return [] }
        var wanted = filter
        switch part {
        case .cases:
            let index = scroll(.cases).selected
            return book.cases.indices.contains(index) ? openPage(book.cases[index].id) : []
        case .figures:
            let lines = FigureLine.lines(book, scene)
            guard lines.indices.contains(scroll(.figures).selected) else { return [] }
            lines[scroll(.figures).selected].narrow(&wanted)
        case .months:
            guard let month, month.statistics.delivered > 0 else { return [] }
            wanted.narrow(toBirthsOf: category, in: month.month)
        case .delays:
            guard book.delays.causes.indices.contains(scroll(.delays).selected) else { return [] }
            wanted.narrow(to: .code(book.delays.causes[scroll(.delays).selected].code))
        }
        change(wanted, scene)
        part = .cases
        return []
    }

    mutating func take(_ key: Key, _ scene: Scene) -> Bool {
        switch view {
        case .closed, .replay: return false
        case .page:
            let lines = shown.map { CaseEvents($0, scene).lines.count + CaseOutcome.notes($0, scene).count }
            return eventScroll.take(key, count: lines ?? 0, rows: 10)
        case .history: break
        }
        guard part != .months else {
            var list = ListScroll(selected: monthsBack)
            guard list.take(key, count: Self.trendMonths, rows: Self.trendMonths / 2) else { return false }
            monthsBack = list.selected
            return true
        }
        let count =
            switch part {
            case .figures: book.map { FigureLine.lines($0, scene).count } ?? 0
            case .delays: book?.delays.causes.count ?? 0
            case .cases, .months: book?.cases.count ?? 0
            }
        return scrolls[part, default: ListScroll()].take(key, count: count, rows: 10)
    }
}

extension StreamID {
    fileprivate var isAdmission: Bool {
        if case .admission = self { return true }
        return false
    }
}

extension CasebookState {
    func draw(
        on grid: inout CellGrid, medians: [CaesareanCategory: SplitMedians], _ scene: Scene, hasFocus: Bool
    ) {
        switch view {
        case .closed: break
        case .history: HistoryPage(state: self, scene: scene).draw(on: &grid, hasFocus: hasFocus)
        case .page:
            CasePage(shown: shown, medians: medians, scroll: eventScroll, scene: scene)
                .draw(on: &grid, hasFocus: hasFocus)
        case .replay:
            guard let shown, let replay else { return }
            CaseReplayPage(shown: shown, replay: replay, scene: scene).draw(on: &grid)
        }
    }

    /// When the replay moves on by itself; nil while none is shown.
    func nextChange(_ now: Now) -> Int64? { view == .replay ? replay?.nextChange(now) : nil }
}
