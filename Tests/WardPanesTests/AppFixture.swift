import ScreenGrid
import Testing
import WardDomain
import WardPanes

/// A ward in memory with a program over it: orders are decided and folded at once, as the ledger does.
struct AppFixture {
    var session: AppSession
    private(set) var ward = WardState()
    private(set) var entries: [Entry] = []
    private var commands = 0
    var rules = ClinicalRules()
    /// The clocks, moved by `advance`.
    var reading = ClockReading(
        moment: Moment(milliseconds: 1_795_370_527_000), bootID: "boot", uptime: 1_000_000_000_000)
    /// Effects that are no orders, in order.
    private(set) var effects: [Effect] = []
    /// PINs that are right.
    var pins: [Badge: String] = [:]
    /// While set, the store takes nothing and tells nothing.
    var storeIsBusy = false

    /// A ward with three beds, a midwife, a charge nurse and one mother in bed 3.
    init(
        language: Language = .english, size: Size = Size(columns: 120, rows: 36), rules: ClinicalRules = ClinicalRules()
    ) {
        self.rules = rules
        let settings = AppSettings(language: language, themes: ["daylight"], terminal: "T-03")
        session = AppSession(
            state: AppState(settings: settings, ward: WardState(), rules: rules, ids: CommandIDs(seed: 1)))
        record(SetUpWard(name: "Labour Ward A", beds: ["1", "2", "3"].map { BedLabel($0) }), by: nil)
        for (badge, name, role) in [
            ("A1001", "管理", StaffRole.administrator), ("W1001", "王敏", .midwife), ("C1001", "赵静", .chargeNurse),
        ] {
            record(AddStaff(badge: Badge(badge), name: name, role: role), by: badge == "A1001" ? nil : Badge("A1001"))
            record(NotePIN(badge: Badge(badge)), by: Badge("A1001"))
            pins[Badge(badge)] = "1234"
        }
        record(
            AdmitMother(identity: MotherIdentity(name: "李娜", mrn: "ZY1", gravida: 1, para: 0), bed: BedLabel("3")),
            by: Badge("W1001"))
        send(.terminal(.resize(size)))
    }

    /// The mother in bed 3.
    var mother: Admission? { ward.occupant(of: BedLabel("3")) }

    /// Records a command as another terminal would.
    @discardableResult
    mutating func record(_ command: any WardCommand, by: Badge?, time: CommandEnvelope.Time = .now) -> Refusal? {
        commands += 1
        let envelope = CommandEnvelope(
            id: CommandID("c\(commands)"), by: by, time: time, terminal: "T-09", command: command)
        switch decide(envelope) {
        case .success(let new):
            send(.ward(ward, news: new))
            return nil
        case .failure(let refusal): return refusal
        }
    }

    private mutating func decide(_ envelope: CommandEnvelope) -> Result<[Entry], Refusal> {
        let context = DecisionContext(
            envelope: envelope, ward: ward, answers: .everyPIN(in: ward), rules: rules, now: reading,
            offset: .fixed(seconds: 28800))
        do throws(Refusal) {
            let drafts = try WardRules.decide(envelope.command, context)
            var new: [Entry] = []
            for (index, draft) in drafts.enumerated() {
                let stamp = draft.stamp(index + 1, of: envelope, recorded: reading)
                let entry = Entry(
                    sequence: Int64(entries.count + 1), stream: draft.stream, stamp: stamp, fact: draft.fact)
                do { try ward.apply(entry) } catch { Issue.record("\(entry.fact): \(error)") }
                entries.append(entry)
                new.append(entry)
            }
            return .success(new)
        } catch {
            return .failure(error)
        }
    }

    /// Gives the program an input and does what it asks for.
    mutating func send(_ input: AppInput) {
        carryOut(session.receive(input, now: now))
    }

    private mutating func carryOut(_ wanted: [Effect]) {
        for effect in wanted {
            switch effect {
            case .record(let order): carryOut(order)
            case .ask(.access(let newest)):
                let noted = entries.filter { $0.fact is any AccessFact }
                if !storeIsBusy { send(.answer(.access(noted.suffix(newest)))) }
            case .checkPIN(let badge, let pin):
                send(.pinChecked(badge, matches: storeIsBusy ? nil : pins[badge] == pin))
            default: effects.append(effect)
            }
        }
    }

    private mutating func carryOut(_ order: RecordOrder) {
        guard !storeIsBusy else {
            send(.recorded(ticket: order.ticket, .notSaved(Phrase(en: "The store is busy.", zhHans: "数据库忙。"))))
            return
        }
        let envelope = CommandEnvelope(
            id: order.id, by: order.by, time: order.time, terminal: "T-03", command: order.command)
        switch decide(envelope) {
        case .success(let new):
            send(.ward(ward, news: new))
            send(.recorded(ticket: order.ticket, .committed(new)))
        case .failure(let refusal): send(.recorded(ticket: order.ticket, .refused(refusal)))
        }
    }

    var now: Now { Now(reading, .fixed(seconds: 28800)) }

    /// Lets time go by on both clocks.
    mutating func advance(milliseconds: Int64, wallMilliseconds: Int64? = nil) {
        reading = ClockReading(
            moment: Moment(milliseconds: reading.moment.milliseconds + (wallMilliseconds ?? milliseconds)),
            bootID: reading.bootID,
            uptime: reading.uptime + milliseconds * 1_000_000)
        carryOut(session.settle(now: now))
        send(.tick)
    }

    /// Presses keys as a person does, a fifth of a second apart.
    mutating func press(_ keys: Key...) {
        for key in keys {
            send(.terminal(.key(key)))
            advance(milliseconds: 200)
        }
    }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    /// Sends a code and Enter as a scanner does, five milliseconds apart.
    mutating func scan(_ code: String) {
        scan(parts: [code], apart: 0)
    }

    /// Sends the parts of a code as ssh may split it, with a gap between them, and Enter.
    mutating func scan(parts: [String], apart gapMilliseconds: Int64) {
        advance(milliseconds: 300)
        for (number, part) in parts.enumerated() {
            if number > 0 { advance(milliseconds: gapMilliseconds) }
            for character in part {
                send(.terminal(.key(.character(character))))
                advance(milliseconds: 5)
            }
        }
        send(.terminal(.key(.enter)))
        advance(milliseconds: 300)
    }

    /// Ends the program and opens it again on the same store.
    mutating func restart() {
        let settings = session.state.settings
        session = AppSession(
            state: AppState(settings: settings, ward: ward, rules: rules, ids: CommandIDs(seed: 2)))
    }

    /// Signs in by badge and PIN.
    mutating func signIn(_ badge: String) {
        scan("\(badge)")
        type("1234")
        press(.enter)
    }

    /// The screen as text.
    var screen: String { session.state.draw(now: now).plainText() }
}

extension LookupAnswers {
    /// What the ledger answers where all staff have PINs.
    static func everyPIN(in ward: WardState) -> LookupAnswers {
        var answers = LookupAnswers()
        answers.withPIN = Set(ward.roster.members.keys)
        return answers
    }
}
