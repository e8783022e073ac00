import ScreenGrid
import WardDomain

/// Pane 5: what drills and checks found and who sees to it, the policy's rhythms, and the state of carts and areas.
struct FollowUpPane: Pane {
    enum Action: Hashable, Sendable {
        case nextPart, previousPart, open, back
        case add, close, change, closed, sources
        case begin, seal, use, care, post, inOrder, gap, details, finish, void
    }

    /// The parts, in the order of the arrows.
    enum Part: Int, CaseIterable, Sendable {
        case findings, cadence, readiness
    }

    let title = FollowUpText.title
    let help = FollowUpText.help
    var part = Part.findings
    var findings = FindingList()
    var cadence = CadenceBoard()
    var readiness = ReadinessBoard()
    private var hasAsked = false

    static func modes(_ scene: Scene) -> [PaneMode] {
        let signedOut = scene.staff == nil ? Phrase.signInFirst : nil
        return [
            PaneMode(nil, FindingList().bindings(signedOut: signedOut, scene) + turns),
            PaneMode(FollowUpText.cadenceMode, CadenceBoard().bindings(signedOut: signedOut) + turns),
            PaneMode(FollowUpText.kitsMode, ReadinessBoard.ofKits(signedOut, nil) + turns),
            PaneMode(FollowUpText.kitMode, ReadinessBoard.ofKit(signedOut, nil) + turns),
            PaneMode(FollowUpText.checkMode, ReadinessBoard.ofCheck(signedOut) + turns),
        ]
    }

    private static let turns: [Binding<Action>] = [
        Binding(.right, .nextPart, FollowUpText.nextPart, inFooter: false),
        Binding(.left, .previousPart, FollowUpText.previousPart, inFooter: false),
    ]

    func bindings(_ scene: Scene) -> [Binding<Action>] {
        let signedOut = scene.staff == nil ? Phrase.signInFirst : nil
        switch part {
        case .findings: return findings.bindings(signedOut: signedOut, scene) + Self.turns
        case .cadence: return cadence.bindings(signedOut: signedOut) + Self.turns
        case .readiness: return readiness.bindings(signedOut: signedOut, scene) + Self.turns
        }
    }

    mutating func perform(_ action: Action, _ scene: Scene) -> [PaneEffect] {
        switch action {
        case .nextPart: return turn(by: 1)
        case .previousPart: return turn(by: -1)
        default: break
        }
        switch part {
        case .findings: return findings.perform(action, scene)
        case .cadence: return cadence.perform(action, scene)
        case .readiness: return readiness.perform(action, scene)
        }
    }

    private mutating func turn(by step: Int) -> [PaneEffect] {
        let count = Part.allCases.count
        part = Part(rawValue: (part.rawValue + step + count) % count) ?? .findings
        return []
    }

    mutating func take(_ key: Key, _ scene: Scene) -> Bool {
        switch part {
        case .findings: findings.take(key, scene)
        case .cadence: cadence.take(key)
        case .readiness: readiness.take(key, scene)
        }
    }

    mutating func take(_ event: MouseEvent, in size: Size, _ scene: Scene) {
        switch event.action {
        case .scrollUp: _ = take(Key.up, scene)
        case .scrollDown: _ = take(Key.down, scene)
        default: break
        }
    }

    mutating func notice(_ news: PaneNews, _ scene: Scene) -> [PaneEffect] {
        switch news {
        case .answer(.findings(let found)): findings.learn(found)
        case .answer(.duties(let history)): cadence.learn(history, scene)
        case .answer(.readiness(let history)): readiness.history = history
        case .ward(let entries): return follow(entries, scene)
        case .readAnew:
            hasAsked = false
            return follow([], scene)
        default: break
        }
        return []
    }

    /// Asks anew for what the entries may have changed; everything once, at the first news.
    private mutating func follow(_ entries: [Entry], _ scene: Scene) -> [PaneEffect] {
        let all = !hasAsked || entries.contains { $0.fact is EntryCorrected }
        hasAsked = true
        let finding = entries.contains { $0.fact is any FindingFact }
        var asks: [PaneEffect] = []
        if all || finding || entries.contains(where: { $0.fact.countsForCadence }) { asks.append(.ask(scene.duties)) }
        if all || finding || entries.contains(where: { $0.fact is any KitFact }) {
            asks.append(.ask(ReadinessBoard.question(scene)))
        }
        if findings.showsClosed, all || finding { asks.append(FindingList.askClosed) }
        readiness.follow(entries, scene)
        return asks
    }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        let head = FollowUpHead.rows(part, columns: grid.area.columns - 1, cadence, scene)
        for (row, spans) in head.enumerated() { grid.put(spans, at: Point(1, row)) }
        let (_, rest) = grid.area.splitTop(head.count + 1)
        grid.inside(rest) { grid in
            switch part {
            case .findings: findings.draw(on: &grid, scene, hasFocus: hasFocus)
            case .cadence: cadence.draw(on: &grid, scene)
            case .readiness: readiness.draw(on: &grid, scene, hasFocus: hasFocus)
            }
        }
    }
}

extension Fact {
    /// Whether it may change what was drilled, held or really happened.
    var countsForCadence: Bool {
        switch self {
        case is ChecklistFinished, is ChecklistVoided, is ChecklistStarted, is RhythmHeld, is NewbornBorn,
            is StaffAdded,
            is StaffRetired:
            true
        default: false
        }
    }
}

extension Scene {
    /// The question about everything that the cadence is reckoned from.
    var duties: HistoryQuestion {
        .duties(casesSince: now.moment.advanced(seconds: -86400 * (rules.cadence.recentCaseDays + 1)))
    }
}

/// The names of the parts with what waits in each; the one on the screen stands in brackets.
enum FollowUpHead {
    static func rows(
        _ part: FollowUpPane.Part, columns: Int, _ cadence: CadenceBoard, _ scene: Scene
    ) -> [[Span]] {
        let open = scene.ward.findings.values
        let late = open.count(where: scene.isOverdue)
        let findings =
            scene.say("Actions, threats, defects \(open.count)", "措施、隐患、缺陷 \(open.count)")
            + (late > 0 ? scene.say(", \(late) overdue", "，逾期 \(late)") : "")
        let due = cadence.cadence(scene).map { $0.standings.count { !$0.isDone } }
        let rhythms =
            scene.say("Cadence", "频次") + (due.map { scene.say(", \($0) to hold", "，待办 \($0)") } ?? "")
        let gaps = open.count { $0.kind == .defect && !$0.isRestock }
        let used = open.count { $0.isRestock }
        let kits =
            scene.say("Readiness", "完好备用") + (gaps > 0 ? scene.say(", defects \(gaps)", "，缺陷 \(gaps)") : "")
            + (used > 0 ? scene.say(", restock \(used)", "，待补充 \(used)") : "")
        let pieces = zip(FollowUpPane.Part.allCases, [findings, rhythms, kits]).map { each, text in
            each == part ? [Span("[\(text)]", .title)] : [Span(" \(text) ", .dim)]
        }
        return SpanFlow.rows(pieces, columns: columns)
    }
}
