import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// A ward at one terminal with a ledger in memory: keys and scans go in, the screen comes out.
struct CaesareanFixture {
    var app: AppState
    private(set) var ward = WardState()
    private(set) var entries: [Entry] = []
    /// True while the store takes nothing.
    var storeIsBusy = false
    /// What the ledger is asked for.
    private(set) var questions: [HistoryQuestion] = []
    private var uptime: Int64 = 1_000_000_000_000
    private var bootID = "boot"
    private var sequence: Int64 = 0
    private var commands = 0
    private let rules = CaesareanFixture.rules

    /// Minutes east of UTC that the ward's clock stands.
    static let offset = LocalOffset.fixed(seconds: 8 * 3600)
    /// 2026-11-22 18:00:00 local time at an uptime of 1000 s.
    private static let start = Moment(day: CalendarDay("2026-11-22")!, hour: 18, minute: 0, offset)

    init(_ language: Language = .english, columns: Int = 80, rows: Int = 24) {
        app = AppState(
            settings: AppSettings(language: language), ward: ward, rules: rules, ids: CommandIDs(seed: 1))
        record(SetUpWard(name: "Ward A", beds: ["1", "2", "3"].map { BedLabel($0) }))
        record(AddStaff(badge: Badge("W1"), name: "王敏", role: .midwife))
        record(admit("李娜", bed: "3", mrn: "ZY1"), by: Badge("W1"))
        record(admit("陈芳", bed: "2", mrn: "ZY2"), by: Badge("W1"))
        _ = app.receive(.terminal(.resize(Size(columns: columns, rows: rows))), now: now)
        press("2")
    }

    private func admit(_ name: String, bed: String, mrn: String) -> AdmitMother {
        AdmitMother(identity: MotherIdentity(name: name, mrn: mrn, fetuses: 1), bed: BedLabel(bed))
    }

    var now: Now {
        let since = (uptime - 1_000_000_000_000) / 1_000_000
        let moment = Moment(milliseconds: CaesareanFixture.start.milliseconds + since)
        return Now(ClockReading(moment: moment, bootID: bootID, uptime: uptime), CaesareanFixture.offset)
    }

    /// The mother in a bed.
    func mother(_ bed: String) -> Admission { ward.occupant(of: BedLabel(bed))! }

    /// The only run, or the one of a bed.
    func run(_ bed: String = "3") -> CaesareanRun { mother(bed).runs.last! }

    mutating func wait(_ seconds: Double) {
        uptime += Int64(seconds * 1_000_000_000)
        carryOut(app.receive(.tick, now: now))
    }

    /// The computer is restarted: the boot clock begins anew and the wall clock goes on.
    mutating func restart() { bootID = "next boot" }

    /// Starts a clock for the mother in a bed at this terminal, as `!` `c` does.
    mutating func decide(_ bed: String = "3", _ category: CaesareanCategory? = .one) {
        record(DecideCaesarean(admission: mother(bed).id, category: category, indication: "FHR"))
    }

    /// Marks milestones a minute apart.
    mutating func mark(_ milestones: Milestone...) {
        for milestone in milestones {
            wait(60)
            record(MarkMilestone(run: run().id, milestone: milestone))
        }
    }

    mutating func press(_ keys: Key...) {
        for key in keys { carryOut(app.receive(.terminal(.key(key)), now: now)) }
    }

    mutating func press(_ text: String) {
        for character in text { press(.character(character)) }
    }

    mutating func scan(_ code: String) {
        carryOut(app.receive(scan: code, now: now))
    }

    mutating func signIn() {
        carryOut(app.signIn(Badge("W1"), now))
    }

    mutating func tell(_ answer: HistoryAnswer) {
        carryOut(app.receive(.answer(answer), now: now))
    }

    /// A stream's entries as the ledger would tell them.
    func story(_ stream: StreamID) -> [StoryLine] {
        entries.filter { $0.stream == stream }.map { StoryLine(entry: $0, correctedBy: nil, struck: false) }
    }

    /// Waits, and says whether the bell rang at the end of it.
    mutating func waitRings(_ seconds: Double) -> Bool {
        uptime += Int64(seconds * 1_000_000_000)
        let effects = app.receive(.tick, now: now)
        carryOut(effects)
        return effects.contains { effect in
            if case .ringBell = effect { true } else { false }
        }
    }

    mutating func answer(_ rows: [CaesareanRow]) {
        carryOut(app.receive(.answer(.caesareans(rows)), now: now))
    }

    /// The ledger's answer for the history.
    mutating func answer(history rows: [CaesareanRow]) {
        let briefs = rows.map { CaesareanBrief($0.run, of: $0.admission) }
        carryOut(app.receive(.answer(.casebook(briefs)), now: now))
    }

    /// The ledger's answer for a case page.
    mutating func answer(_ shown: CaesareanCase) {
        carryOut(app.receive(.answer(.caesareanCase(shown)), now: now))
    }

    /// Records something at a terminal, this one unless another is named.
    mutating func record(_ command: any WardCommand, by badge: Badge? = nil, terminal: String = "T-01") {
        do throws(Refusal) {
            let entries = try commit(command, .now, by: badge, terminal: terminal)
            carryOut(app.receive(.ward(ward, news: entries), now: now))
        } catch {
            Issue.record("\(command): \(error)")
        }
    }

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .record(let order): carryOut(app.receive(.recorded(ticket: order.ticket, outcome(order)), now: now))
            case .ask(let question): questions.append(question)
            default: break
            }
        }
    }

    private mutating func outcome(_ order: RecordOrder) -> RecordOutcome {
        if storeIsBusy { return .notSaved(Phrase(en: "The store is busy.", zhHans: "存储繁忙。")) }
        do throws(Refusal) {
            let entries = try commit(order.command, order.time, by: order.by, terminal: "T-01", id: order.id)
            carryOut(app.receive(.ward(ward, news: entries), now: now))
            return .committed(entries)
        } catch {
            return .refused(error)
        }
    }

    private mutating func commit(
        _ command: any WardCommand, _ time: CommandEnvelope.Time, by badge: Badge?, terminal: String,
        id: CommandID? = nil
    ) throws(Refusal) -> [Entry] {
        commands += 1
        let envelope = CommandEnvelope(
            id: id ?? CommandID("command-\(commands)"), by: badge, time: time, terminal: terminal, command: command)
        let context = DecisionContext(
            envelope: envelope, ward: ward, answers: LookupAnswers(), rules: rules, now: now.reading,
            offset: CaesareanFixture.offset)
        var entries: [Entry] = []
        for (index, draft) in try WardRules.decide(command, context).enumerated() {
            sequence += 1
            let stamp = draft.stamp(index + 1, of: envelope, recorded: now.reading)
            let entry = Entry(sequence: sequence, stream: draft.stream, stamp: stamp, fact: draft.fact)
            do throws(FoldFault) { try ward.apply(entry) } catch { throw .impossible("\(error)") }
            entries.append(entry)
        }
        self.entries += entries
        return entries
    }

    /// The whole screen as text.
    var screen: String { app.draw(now: now).plainText() }

    /// The pane alone in an area of a size.
    func pane(columns: Int, rows: Int) -> CellGrid {
        var grid = CellGrid(size: Size(columns: columns, rows: rows))
        app.panes[1].draw(on: &grid, app.scene(now), hasFocus: true)
        return grid
    }

    /// The role that stands at the first place of a text on the screen.
    func role(of text: String, columns: Int = 78, rows: Int = 19) -> StyleRole? {
        let grid = pane(columns: columns, rows: rows)
        for (row, line) in grid.plainText().split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let place = line.firstRange(of: text) else { continue }
            return grid.role(column: String(line[..<place.lowerBound]).displayWidth, row: row)
        }
        return nil
    }

    static let rules: ClinicalRules = {
        let source = Source(.recall, "test")
        func term(_ code: String, _ en: String, _ zhHans: String, needsText: Bool = false) -> ClinicalRules.CodedTerm {
            ClinicalRules.CodedTerm(
                code: code, text: Phrase(en: en, zhHans: zhHans), source: source, needsText: needsText)
        }
        var rules = ClinicalRules()
        rules.categoryTargets = [
            .one: ClinicalRules.Target(seconds: 1800, source: source),
            .two: ClinicalRules.Target(seconds: 4500, source: source),
        ]
        let minutes: [Milestone: Int] = [
            .decision: 0, .call: 1, .consent: 5, .leave: 8, .arrive: 10, .anaesthesiaStart: 15, .anaesthesiaReady: 20,
            .incision: 25, .delivery: 30,
        ]
        rules.milestoneTargets = minutes.mapValues { ClinicalRules.Target(seconds: $0 * 60, source: source) }
        rules.splitTargets = [
            .uterineIncision: .init(from: .incision, target: ClinicalRules.Target(seconds: 300, source: source))
        ]
        rules.arrestTargets = [
            .incision: ClinicalRules.Target(seconds: 240, source: source),
            .delivery: ClinicalRules.Target(seconds: 300, source: source),
        ]
        rules.arrivalLimits = [.newbornDoctor: ClinicalRules.Target(seconds: 600, source: source)]
        rules.indications = [term("FHR", "fetal compromise", "胎儿窘迫"), term("CORD", "cord prolapse", "脐带脱垂")]
        rules.delayReasons = [
            term("D04", "transfer to theatre", "转运延迟"), term("D99", "other", "其他", needsText: true),
        ]
        rules.outcomeLabels = ClinicalLibrary.compiledIn.rules.outcomeLabels
        return rules
    }()
}
