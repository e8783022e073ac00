import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// An evening with newborns, driven by keys and scans as a terminal drives the program, with a ledger in memory.
///
/// Bed 3: 李娜 with one baby, two bands. Bed 5: 吴小梅 with twins, two bands each. Bed 7: 周兰 with a stillborn child.
struct HandoverFixture {
    private(set) var state: AppState
    private(set) var entries: [Entry] = []
    var now: Now
    private var ward = WardState()
    private var register: [HandoverRow] = []
    private var size = Size(columns: 80, rows: 24)

    static let midwife = Badge("W1001")
    static let nurse = Badge("W2002")
    static let chargeNurse = Badge("C3003")
    static let doctor = Badge("D4004")
    static let administrator = Badge("A9009")
    static let liBand = "M-LI"
    static let wuBand = "M-WU"
    static let liBaby = ["B-LI-1", "B-LI-2"]
    static let wuBabyA = ["B-WU-A1", "B-WU-A2"]
    static let wuBabyB = ["B-WU-B1", "B-WU-B2"]

    private(set) var li = AdmissionID("")
    private(set) var wu = AdmissionID("")
    private(set) var zhou = AdmissionID("")

    /// The newborns; the clock stands at 18:42:07.
    init(_ language: Language = .english, rules: ClinicalRules = ClinicalRules()) {
        let offset = LocalOffset.fixed(seconds: 8 * 3600)
        let start = Moment(day: CalendarDay("2026-11-22")!, hour: 16, minute: 0, second: 0, offset)
        now = Now(ClockReading(moment: start, bootID: "boot", uptime: 1_000_000_000_000), offset)
        let settings = AppSettings(language: language, terminal: "T-03", lockSeconds: 86_400)
        state = AppState(settings: settings, ward: WardState(), rules: rules, ids: CommandIDs(seed: 1))
        prepare()
        advance(2 * 3600 + 42 * 60 + 7)
    }

    private mutating func prepare() {
        record(AddStaff(badge: Self.administrator, name: "何静", role: .administrator))
        record(SetUpWard(name: "Labour Ward A", beds: ["3", "5", "7"].map { BedLabel($0) }), by: Self.administrator)
        for (badge, name, role) in [
            (Self.midwife, "王敏", StaffRole.midwife), (Self.nurse, "钱芳", .nurse),
            (Self.chargeNurse, "赵蕾", .chargeNurse), (Self.doctor, "孙毅", .doctor),
        ] {
            record(AddStaff(badge: badge, name: name, role: role), by: Self.administrator)
            record(NotePIN(badge: badge), by: Self.administrator)
        }
        li = admit("李娜", "ZY2026001", bed: "3", fetuses: 1)
        wu = admit("吴小梅", "ZY2026002", bed: "5", fetuses: 2)
        zhou = admit("周兰", "ZY2026003", bed: "7", fetuses: 1)
        bear(li, 1, .female, bands: Self.liBaby)
        bear(wu, 1, .female, bands: Self.wuBabyA)
        bear(wu, 2, .male, bands: Self.wuBabyB)
        record(
            RecordBirth(admission: zhou, mode: .vaginal, outcome: .diedBeforeLabour, sex: .male), by: Self.midwife)
        record(AttachMotherBand(admission: li, band: Self.liBand), by: Self.midwife)
        record(AttachMotherBand(admission: wu, band: Self.wuBand), by: Self.midwife)
    }

    private mutating func admit(_ name: String, _ mrn: String, bed: String, fetuses: Int) -> AdmissionID {
        let identity = MotherIdentity(name: name, mrn: mrn, fetuses: fetuses)
        record(AdmitMother(identity: identity, bed: BedLabel(bed)))
        return ward.admission(mrn: mrn)!.id
    }

    private mutating func bear(_ mother: AdmissionID, _ order: Int, _ sex: NewbornSex, bands: [String]) {
        record(RecordBirth(admission: mother, order: order, mode: .vaginal, outcome: .live, sex: sex), by: Self.midwife)
        for (band, limb) in zip(bands, [Limb.leftWrist, .rightAnkle]) {
            record(AttachBand(newborn: NewbornID(mother, order: order), band: band, limb: limb), by: Self.midwife)
        }
    }

    func baby(_ mother: AdmissionID, _ order: Int = 1) -> Newborn {
        ward.newborn(NewbornID(mother, order: order))!.newborn
    }

    /// The newest facts, the newest last.
    var facts: [any Fact] { entries.map(\.fact) }

    /// From now on the site asks giver and receiver for their PINs.
    mutating func askForPINs() {
        var rules = ClinicalRules()
        rules.site.asksPINAtHandover = true
        let settings = AppSettings(language: .english, terminal: "T-03", lockSeconds: 86_400)
        state = AppState(settings: settings, ward: ward, rules: rules, ids: CommandIDs(seed: 2))
    }

    /// The field of the open form that has the focus.
    var focusedField: String? { (state.dialogs.last?.panel as? FormDialog)?.form.focus }
    var focusedHandoverField: HandoverField? { (state.dialogs.last?.panel as? HandoverDialog)?.form.focus }

    // MARK: What happens elsewhere

    /// Records a command as if from another terminal; refusals are returned.
    @discardableResult
    mutating func record(_ command: any WardCommand, by: Badge? = nil) -> Refusal? {
        guard case .refused(let refusal) = commit(command, by: by, .now, .import) else { return nil }
        return refusal
    }

    private mutating func commit(
        _ command: any WardCommand, by: Badge?, _ time: CommandEnvelope.Time, _ way: Origin.Way
    ) -> RecordOutcome {
        let envelope = CommandEnvelope(
            id: CommandID("c\(entries.count + 1000)"), by: by, time: time, terminal: "T-03", origin: Origin(way),
            command: command)
        let context = DecisionContext(
            envelope: envelope, ward: ward, answers: .everyPIN(in: ward), rules: state.rules, now: now.reading,
            offset: now.offset)
        do throws(Refusal) {
            let drafts = try WardRules.decide(command, context)
            let new = drafts.enumerated().map { index, draft in
                let stamp = draft.stamp(index + 1, of: envelope, recorded: now.reading)
                return Entry(
                    sequence: Int64(entries.count + index + 1), stream: draft.stream, stamp: stamp, fact: draft.fact)
            }
            for entry in new { take(entry) }
            perform(state.receive(.ward(ward, news: new), now: now))
            return .committed(new)
        } catch {
            return .refused(error)
        }
    }

    private mutating func take(_ entry: Entry) {
        try! ward.apply(entry)
        entries.append(entry)
        guard let fact = entry.fact as? any NewbornFact, let found = ward.newborn(fact.newborn),
            found.newborn.lastHandover?.entry == entry.stamp.id,
            let row = HandoverRow(found.newborn, of: found.admission)
        else { return }
        register.append(row)
    }

    mutating func advance(_ seconds: Int, milliseconds: Int64 = 0) {
        let more = Int64(seconds) * 1000 + milliseconds
        let reading = now.reading
        now = Now(
            ClockReading(
                moment: Moment(milliseconds: reading.moment.milliseconds + more), bootID: reading.bootID,
                uptime: reading.uptime + more * 1_000_000), now.offset)
        perform(state.receive(.tick, now: now))
    }

    // MARK: At the terminal

    mutating func press(_ keys: Key...) {
        for key in keys { perform(state.receive(.terminal(.key(key)), now: now)) }
    }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    mutating func scan(_ codes: String...) {
        for code in codes { perform(state.receive(scan: code, now: now)) }
    }

    /// Signs in by badge and PIN, whoever was there before.
    mutating func signIn(_ badge: Badge) {
        if state.session != nil { press(.character("s")) }
        scan(badge.rawValue)
        type("1234")
        press(.enter)
    }

    /// Goes to pane 3.
    mutating func open() {
        press(.character("3"))
    }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .record(let order):
                let outcome = commit(order.command, by: order.by, order.time, .screen)
                perform(state.receive(.recorded(ticket: order.ticket, outcome), now: now))
            case .checkPIN(let badge, let pin):
                perform(state.receive(.pinChecked(badge, matches: pin == "1234"), now: now))
            case .ask(.handovers(let span)):
                let rows = register.filter { row in
                    span.from.map { row.handover.at.moment >= $0 } ?? true
                        && span.to.map { row.handover.at.moment < $0 } ?? true
                }
                perform(state.receive(.answer(.handovers(rows)), now: now))
            case .ask(.endedWaits):
                perform(state.receive(.answer(.endedWaits(endedWaits)), now: now))
            case .ask(.story(let stream)):
                let lines = entries.filter { $0.stream == stream }.map {
                    StoryLine(entry: $0, correctedBy: nil, struck: false)
                }
                perform(state.receive(.answer(.story(stream, lines)), now: now))
            default: break
            }
        }
    }

    /// Every wait that ended, with the story that has the baby now, as the ledger answers.
    private var endedWaits: [EndedWaitRow] {
        var (stories, ended): ([Admission], [EndedWait]) = ([], [])
        for stream in Set(entries.map(\.stream)) {
            let story = entries.filter { $0.stream == stream }
            let state = try? StreamState(folding: story, of: stream) { _, state in
                if case .admission(let story) = state { ended += story.endedWaits }
            }
            if case .admission(let story)? = state, story.mergedInto == nil { stories.append(story) }
        }
        return ended.compactMap { ended in
            stories.first { $0.newborns.contains { $0.id == ended.wait.newborn } }.map { EndedWaitRow(ended, in: $0) }
        }
    }

    mutating func resize(_ columns: Int, _ rows: Int) {
        perform(state.receive(.terminal(.resize(Size(columns: columns, rows: rows))), now: now))
    }

    var screen: String { state.draw(now: now).plainText() }

    /// The role of the first cell of a text on the screen; nil where it is not.
    func role(of text: String) -> StyleRole? {
        let grid = state.draw(now: now)
        for row in 0..<grid.size.rows {
            var (line, columns) = ("", [Int]())
            for column in 0..<grid.size.columns {
                guard case .scalar(let scalar) = grid.content(column: column, row: row) else { continue }
                line.unicodeScalars.append(scalar)
                columns.append(column)
            }
            guard let found = line.firstRange(of: text) else { continue }
            let index = line.unicodeScalars.distance(from: line.startIndex, to: found.lowerBound)
            return grid.role(column: columns[index], row: row)
        }
        return nil
    }
}
