import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// Terminals over one ward in memory that run drills: orders are decided and folded at once, and the drills' list is
/// answered, as the ledger does.
struct DrillFixture {
    private(set) var terminals: [AppState] = []
    private(set) var ward = WardState()
    private(set) var entries: [Entry] = []
    private(set) var refusals: [Refusal] = []
    /// Every run that ever was, by id.
    private(set) var runs: [ChecklistID: ChecklistRun] = [:]
    private let rules: ClinicalRules
    private let offset = LocalOffset.fixed(seconds: 28800)
    private var commands = 0
    /// The clocks, moved by `advance`.
    private(set) var reading: ClockReading
    /// While set, the store takes nothing.
    var storeIsBusy = false

    /// A ward with a midwife, a doctor and a mother in bed 3; the midwife is signed in at every terminal.
    ///
    /// - Parameter start: 2026-11-22 18:42:07 local time unless given.
    init(
        _ protocols: [DrillProtocol] = [.small], language: Language = .english, columns: Int = 80, rows: Int = 24,
        terminals count: Int = 1, start: Moment = Moment(milliseconds: 1_795_344_127_000)
    ) {
        var rules = ClinicalRules()
        rules.protocols = protocols
        self.rules = rules
        reading = ClockReading(moment: start, bootID: "boot", uptime: 1_000_000_000_000)
        record(SetUpWard(name: "Ward A", beds: [BedLabel("3")]), by: nil)
        record(AddStaff(badge: Badge("A1"), name: "管理", role: .administrator), by: nil)
        record(AddStaff(badge: Badge("W1001"), name: "王敏", role: .midwife), by: Badge("A1"))
        record(AddStaff(badge: Badge("D2001"), name: "Dr Ma", role: .doctor), by: Badge("A1"))
        record(
            AdmitMother(identity: MotherIdentity(name: "李娜", mrn: "ZY1", gravida: 1, para: 0), bed: BedLabel("3")),
            by: Badge("W1001"))
        for number in 0..<count {
            let settings = AppSettings(language: language, themes: ["daylight"], terminal: "T-0\(number + 1)")
            terminals.append(
                AppState(settings: settings, ward: ward, rules: rules, ids: CommandIDs(seed: UInt64(number))))
            signIn(number)
            send(.terminal(.resize(Size(columns: columns, rows: rows))), number)
            send(.ward(ward, news: []), number)
        }
    }

    var now: Now { Now(reading, offset) }
    var mother: Admission? { ward.occupant(of: BedLabel("3")) }
    /// The newest run.
    var run: ChecklistRun? { entries.last { $0.fact is ChecklistStarted }.flatMap { runs[run(of: $0.stream)] } }

    /// The step that the keys of a terminal act on; nil when none is left.
    var aimedStep: ProtocolStep? {
        guard let pane = terminals[0].panes[3] as? DrillChecklistPane else { return nil }
        let scene = terminals[0].scene(now)
        return pane.running(scene).flatMap { pane.aim.step(of: $0, scene) }
    }

    mutating func resize(_ columns: Int, _ rows: Int) {
        _ = terminals[0].receive(.terminal(.resize(Size(columns: columns, rows: rows))), now: now)
    }

    /// The whole screen of a terminal as text.
    func screen(_ terminal: Int = 0) -> String { terminals[terminal].draw(now: now).plainText() }

    /// What the dialog in front says, without its frame and its line breaks; empty where none is open.
    func front(_ terminal: Int = 0) -> String {
        guard let dialog = terminals[terminal].dialogs.last?.panel else { return "" }
        var grid = CellGrid(size: Size(columns: 110, rows: 300))
        dialog.draw(on: &grid, terminals[terminal].scene(now))
        let rows = grid.plainText().split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
        return rows.filter { $0.hasPrefix("|") }.map { $0.dropFirst().dropLast() }.joined()
    }

    /// What pane 4 draws by itself at a size, row by row.
    func pane(_ columns: Int = 78, _ rows: Int = 19, _ terminal: Int = 0) -> [String] {
        var grid = CellGrid(size: Size(columns: columns, rows: rows))
        terminals[terminal].panes[3].draw(on: &grid, terminals[terminal].scene(now), hasFocus: true)
        return grid.plainText().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The pane's text without line breaks, for what may be wrapped; the margin's DRILL stands at the beginning only.
    func words(_ columns: Int = 78, _ rows: Int = 60) -> String {
        let rows = pane(columns, rows)
        let bare = rows.prefix(1) + rows.dropFirst().map { $0.hasPrefix("DRILL") ? String($0.dropFirst(5)) : $0 }
        return bare.joined(separator: " ").split(separator: " ").joined(separator: " ")
    }

    mutating func signIn(_ terminal: Int = 0) {
        terminals[terminal].session = Session(badge: Badge("W1001"), lastActive: reading.uptime)
    }

    mutating func signIn(as badge: Badge, at terminal: Int = 0) {
        terminals[terminal].session = Session(badge: badge, lastActive: reading.uptime)
    }

    mutating func signOut(_ terminal: Int = 0) { terminals[terminal].session = nil }

    /// Presses keys half a second apart.
    mutating func press(_ keys: Key..., at terminal: Int = 0) {
        for key in keys {
            send(.terminal(.key(key)), terminal)
            advance(milliseconds: 500)
        }
    }

    /// Presses one key and lets no time go by.
    mutating func tap(_ key: Key, at terminal: Int = 0) { send(.terminal(.key(key)), terminal) }

    mutating func type(_ text: String, at terminal: Int = 0) {
        for character in text { send(.terminal(.key(.character(character))), terminal) }
    }

    mutating func scan(_ code: String, at terminal: Int = 0) {
        carryOut(terminals[terminal].receive(scan: code, now: now), terminal)
    }

    mutating func advance(seconds: Int) { advance(milliseconds: Int64(seconds) * 1000) }

    mutating func advance(milliseconds: Int64) {
        reading = ClockReading(
            moment: Moment(milliseconds: reading.moment.milliseconds + milliseconds), bootID: reading.bootID,
            uptime: reading.uptime + milliseconds * 1_000_000)
        for number in terminals.indices {
            terminals[number].session?.lastActive = reading.uptime
            send(.tick, number)
        }
    }

    /// Lets time go by until so many seconds of the newest run are over.
    mutating func advance(toSecond second: Int) {
        guard let elapsed = run?.elapsed(now: reading)?.seconds else { return }
        advance(seconds: second - elapsed)
    }

    /// Starts the drill of the first protocol at a terminal, from wherever it is.
    mutating func startDrill(at terminal: Int = 0) {
        press(.character("4"), .character("n"), .character("h"), at: terminal)
        tap(.enter, at: terminal)
    }

    /// Starts a real response of the first protocol.
    mutating func startResponse(at terminal: Int = 0) {
        press(.character("!"), at: terminal)
        tap(.character("h"), at: terminal)
    }

    /// Records a command as another terminal would.
    mutating func record(_ command: any WardCommand, by: Badge?) {
        commands += 1
        let envelope = CommandEnvelope(
            id: CommandID("c\(commands)"), by: by, time: .now, terminal: "T-09", command: command)
        switch decide(envelope) {
        case .success(let new): for number in terminals.indices { send(.ward(ward, news: new), number) }
        case .failure(let refusal): refusals.append(refusal)
        }
    }

    mutating func send(_ input: AppInput, _ terminal: Int) {
        carryOut(terminals[terminal].receive(input, now: now), terminal)
    }

    private mutating func carryOut(_ wanted: [Effect], _ terminal: Int) {
        for effect in wanted {
            switch effect {
            case .record(let order): carryOut(order, terminal)
            case .ask(.drills(let span)):
                send(.answer(.drills(Array(history.filter(\.run.isDrill).prefix(span.limit)))), terminal)
            case .ask(.responses(let span)):
                send(.answer(.responses(Array(history.filter { !$0.run.isDrill }.prefix(span.limit)))), terminal)
            case .ask(.drill(let id)): send(.answer(.drill(runs[id].map(DrillRow.init))), terminal)
            case .ask(.duties): send(.answer(.duties(duties)), terminal)
            default: break
            }
        }
    }

    /// What the cadence is reckoned from, as the ledger answers it.
    var duties: DutyHistory {
        var history = DutyHistory()
        history.drills = runs.values.compactMap { run in
            guard run.isDrill, run.finishedAt != nil, !run.voided, let id = run.drillProtocol?.id,
                let started = run.startedAt
            else { return nil }
            return DutyHistory.DrillHeld(
                run: run.id, drillProtocol: id, startedAt: started.moment, team: run.participants.map(\.badge))
        }
        history.wardSince = entries.first?.stamp.recorded.moment
        return history
    }

    private var history: [DrillRow] {
        runs.values.sorted { ($0.startedAt?.moment.milliseconds ?? 0) > ($1.startedAt?.moment.milliseconds ?? 0) }
            .map(DrillRow.init)
    }

    private mutating func carryOut(_ order: RecordOrder, _ terminal: Int) {
        guard !storeIsBusy else {
            let busy = Phrase(en: "The store is busy.", zhHans: "数据库忙。")
            send(.recorded(ticket: order.ticket, .notSaved(busy)), terminal)
            return
        }
        let envelope = CommandEnvelope(
            id: order.id, by: order.by, time: order.time,
            terminal: terminals[terminal].settings.terminal, command: order.command)
        switch decide(envelope) {
        case .success(let new):
            for number in terminals.indices { send(.ward(ward, news: new), number) }
            send(.recorded(ticket: order.ticket, .committed(new)), terminal)
        case .failure(let refusal):
            refusals.append(refusal)
            send(.recorded(ticket: order.ticket, .refused(refusal)), terminal)
        }
    }

    private mutating func decide(_ envelope: CommandEnvelope) -> Result<[Entry], Refusal> {
        var known = ward
        for lookup in envelope.command.lookups(in: ward) {
            if case .checklist(let id, _) = lookup, let run = runs[id] {
                known.put(.checklist(run), keepingClosed: true)
            }
        }
        var answers = LookupAnswers()
        answers.lastDrillNumber = runs.values.count { $0.isDrill }
        let context = DecisionContext(
            envelope: envelope, ward: known, answers: answers, rules: rules, now: reading, offset: offset)
        do throws(Refusal) {
            let drafts = try WardRules.decide(envelope.command, context)
            return .success(drafts.enumerated().map { append($0.element, envelope, ordinal: $0.offset + 1) })
        } catch {
            return .failure(error)
        }
    }

    private mutating func append(_ draft: Draft, _ envelope: CommandEnvelope, ordinal: Int) -> Entry {
        let stamp = draft.stamp(ordinal, of: envelope, recorded: reading)
        let entry = Entry(sequence: Int64(entries.count + 1), stream: draft.stream, stamp: stamp, fact: draft.fact)
        entries.append(entry)
        var state =
            ward[entry.stream] ?? runs[run(of: entry.stream)].map(StreamState.checklist)
            ?? StreamState(empty: entry.stream)
        do { try state.apply(entry) } catch { Issue.record("\(entry.fact): \(error)") }
        ward.put(state)
        if case .checklist(let run) = state { runs[run.id] = run }
        return entry
    }

    private func run(of stream: StreamID) -> ChecklistID {
        switch stream {
        case .drill(let id), .response(let id): id
        default: ChecklistID("")
        }
    }
}

extension DrillProtocol {
    /// Five steps: two critical with a target, a drug with a recalled dose, one without a target, one worded that repeats.
    static let small = DrillProtocol(
        id: "haem", emergencyKey: "h", version: "3", en: "Haemorrhage", zhHans: "出血", momentZeroEn: "recognised",
        momentZeroZhHans: "识别",
        roles: [
            TeamRole(code: "LEAD", en: "leader", zhHans: "指挥"), TeamRole(code: "MW", en: "midwife", zhHans: "助产士"),
        ],
        steps: [
            ProtocolStep(
                id: "call", targetSeconds: 30, role: "MW", critical: true, en: "Call for help", zhHans: "呼叫支援",
                source: Source(.verified, "section 7.1")),
            ProtocolStep(
                id: "leader", targetSeconds: 60, targetIsProposal: true, role: "LEAD", critical: true,
                en: "Name the leader", zhHans: "确定指挥", source: Source(.recall, "section 7.0")),
            ProtocolStep(
                id: "drug", targetSeconds: 120, role: "MW", critical: false, en: "Give the drug", zhHans: "给药",
                takesDose: true,
                dose: ProtocolDose(
                    en: "250 mcg IM", zhHans: "250微克肌内注射", cautionEn: "Not with asthma", cautionZhHans: "哮喘禁用",
                    source: Source(.recall, "section 6.3")),
                source: Source(.secondHand, "section 6.3")),
            ProtocolStep(
                id: "kit", targetSeconds: nil, role: "MW", critical: false, en: "Bring the kit", zhHans: "取急救箱",
                source: Source(.verified, "section 7.1")),
            ProtocolStep(
                id: "reconcile", targetSeconds: nil, targetText: "end", targetTextZhHans: "结束时", repeatSeconds: 300,
                role: "LEAD",
                critical: false, en: "Reconcile times", zhHans: "核对时间", source: Source(.verified, "section 7.1")),
        ],
        source: Source(.recall, "section 7.1"))
}
