import WardDomain

/// A small ward in memory that records commands as the ledger does, with clocks that the test turns.
struct WardFixture {
    private(set) var ward = WardState()
    private(set) var entries: [Entry] = []
    var clock: ClockReading
    var rules = SampleRules.all
    var offset = LocalOffset.fixed(seconds: 8 * 3600)
    private var commands = 0

    /// 2026-11-22 18:00:00 at +08:00.
    static let evening = Moment(milliseconds: 1_795_341_600_000)

    /// An empty ward: no beds, no staff.
    init(emptyAt moment: Moment) {
        clock = ClockReading(moment: moment, bootID: "boot-1", uptime: 5_000_000_000_000)
    }

    /// A ward with beds 1 to 6 and one of everybody.
    init(at moment: Moment = evening) {
        self.init(emptyAt: moment)
        do {
            try record(SetUpWard(name: "Labour Ward A", beds: (1...6).map { BedLabel(String($0)) }), by: nil)
            try record(AddStaff(badge: .admin, name: "管理", role: .administrator), by: nil)
            for (badge, role) in Badge.everybody where badge != .admin {
                try record(AddStaff(badge: badge, name: "Staff \(badge)", role: role), by: .admin)
            }
        } catch {
            fatalError("the fixture itself was refused: \(error)")
        }
    }

    // MARK: Clocks

    mutating func wait(seconds: Int) {
        wait(milliseconds: seconds * 1000)
    }

    mutating func wait(milliseconds: Int) {
        clock = ClockReading(
            moment: Moment(milliseconds: clock.moment.milliseconds + Int64(milliseconds)), bootID: clock.bootID,
            uptime: clock.uptime + Int64(milliseconds) * 1_000_000)
    }

    /// The wall clock jumps; the boot clock does not.
    mutating func stepWallClock(seconds: Int) {
        clock = ClockReading(
            moment: clock.moment.advanced(seconds: seconds), bootID: clock.bootID, uptime: clock.uptime)
    }

    /// The machine starts anew: another boot id, a small uptime.
    mutating func reboot() {
        clock = ClockReading(moment: clock.moment, bootID: clock.bootID + "+", uptime: 20_000_000_000)
    }

    /// A time that somebody types.
    func typed(secondsAgo: Int, reason: String? = nil) -> CommandEnvelope.Time {
        .typed(clock.moment.advanced(seconds: -secondsAgo), reason: reason)
    }

    // MARK: Recording

    /// Records a command, and returns its entries.
    @discardableResult
    mutating func record(
        _ command: any WardCommand, by: Badge? = .midwife, at time: CommandEnvelope.Time = .now,
        origin: Origin = .screen
    ) throws(Refusal) -> [Entry] {
        commands += 1
        let id = CommandID("c\(commands)")
        let envelope = CommandEnvelope(
            id: id, by: by, time: time, terminal: "T-03", origin: origin, command: command)
        let context = context(of: envelope)
        let drafts = try WardRules.decide(command, context)
        let made = drafts.enumerated().map { index, draft in
            Entry(
                sequence: Int64(entries.count + index + 1), stream: draft.stream,
                stamp: draft.stamp(index + 1, of: envelope, recorded: clock),
                fact: draft.fact)
        }
        entries += made
        for entry in made { take(entry) }
        return made
    }

    /// Why a command would be refused now; nil when it would be recorded.
    func refusal(
        of command: any WardCommand, by: Badge? = .midwife, at time: CommandEnvelope.Time = .now,
        origin: Origin = .screen
    ) -> Refusal? {
        var copy = self
        do throws(Refusal) {
            try copy.record(command, by: by, at: time, origin: origin)
            return nil
        } catch {
            return error
        }
    }

    /// What a decision may look at, with every lookup answered from all entries.
    func context(of envelope: CommandEnvelope) -> DecisionContext {
        var known = ward
        var answers = LookupAnswers()
        for lookup in envelope.command.lookups(in: ward) { answer(lookup, &known, &answers) }
        return DecisionContext(
            envelope: envelope, ward: known, answers: answers, rules: rules, now: clock, offset: offset)
    }

    private func answer(_ lookup: Lookup, _ known: inout WardState, _ answers: inout LookupAnswers) {
        switch lookup {
        case .bandCode(let code): answers.bandUses[code] = uses(of: code)
        case .admissions(let mrn):
            answers.admissionsByNumber[mrn] = everyAdmission.filter { $0.identity.mrn == mrn }.map {
                LookupAnswers.KnownAdmission(id: $0.id, dueDate: $0.identity.dueDate, open: $0.isOpen)
            }
        case .admission(let id):
            if known.admissions[id] == nil, let state = folded(.admission(id)) { known.put(state, keepingClosed: true) }
        case .checklist(let id, let nature):
            let stream = nature == .drill ? StreamID.drill(id) : .response(id)
            if known.checklists[id] == nil, let state = folded(stream) { known.put(state, keepingClosed: true) }
        case .finding(let id):
            if known.findings[id] == nil, let state = folded(.finding(id)) { known.put(state, keepingClosed: true) }
        case .seal(let kit): answers.seals[kit] = everyCheck.last { $0.kit?.id == kit && $0.scope == .full }?.seal
        case .recordedSince(let entry):
            let later = entries.drop { $0.stamp.id != entry }.dropFirst()
            answers.recordedSince = later.reduce(into: [:]) { $0[type(of: $1.fact).kind, default: 0] += 1 }
        case .stream(let entry):
            let stream = entries.first { $0.stamp.id == entry }?.stream
            var story = entries.filter { $0.stream == stream }
            answers.streams[entry] = story
            while let merged = story.merged {
                story = entries.filter { $0.stream == .admission(merged.into) }
                answers.streams[entry]? += story
            }
        case .pin(let badge): answers.withPIN.insert(badge)
        case .lastDrillNumber:
            answers.lastDrillNumber = entries.count { ($0.fact as? ChecklistStarted)?.drill == true }
        }
    }

    private func uses(of code: String) -> [LookupAnswers.BandUse] {
        everyAdmission.flatMap { admission in
            let hers = ([admission.band].compactMap { $0 } + admission.voidBands).map { (nil as NewbornID?, $0) }
            let theirs = admission.newborns.flatMap { baby in baby.bands.map { (baby.id as NewbornID?, $0) } }
            return (hers + theirs).filter { $0.1.code == code }.map {
                LookupAnswers.BandUse(admission: admission.id, newborn: $0.0, void: $0.1.state == .void)
            }
        }
    }

    /// Takes an entry in: one step where the story is at hand, anew from its entries else.
    private mutating func take(_ entry: Entry) {
        do {
            try ward.apply(entry)
        } catch .needsRefold {
            if let state = folded(entry.stream) { ward.put(state) }
        } catch {
            fatalError("an accepted entry can't be folded: \(error)")
        }
    }

    // MARK: Looking

    /// The state of a stream, folded from its entries; nil where there are none.
    func folded(_ stream: StreamID) -> StreamState? {
        let story = entries.filter { $0.stream == stream }
        return story.isEmpty ? nil : try? StreamState(folding: story, of: stream)
    }

    var streams: [StreamID] {
        entries.reduce(into: []) { streams, entry in
            if !streams.contains(entry.stream) { streams.append(entry.stream) }
        }
    }

    /// Every admission there ever was.
    var everyAdmission: [Admission] {
        streams.compactMap { stream in
            guard case .admission(let admission)? = folded(stream) else { return nil }
            return admission
        }
    }

    /// Every wait that ended, with the story that has the baby now, as the ledger answers.
    var endedWaits: [EndedWaitRow] {
        var ended: [EndedWait] = []
        for stream in streams {
            _ = try? StreamState(folding: entries.filter { $0.stream == stream }, of: stream) { _, state in
                if case .admission(let story) = state { ended += story.endedWaits }
            }
        }
        let stories = everyAdmission.filter { $0.mergedInto == nil }
        return ended.compactMap { ended in
            stories.first { $0.newborns.contains { $0.id == ended.wait.newborn } }.map { EndedWaitRow(ended, in: $0) }
        }
    }

    /// Every finished check of a kit, in the order in which they began.
    var everyCheck: [KitCheck] {
        streams.compactMap { stream in
            guard case .kitCheck(let check)? = folded(stream), check.finishedAt != nil else { return nil }
            return check
        }
    }

    /// Every finding there ever was.
    var everyFinding: [Finding] {
        streams.compactMap { stream in
            guard case .finding(let finding)? = folded(stream) else { return nil }
            return finding
        }
    }

    /// An admission, open or closed.
    func mother(_ id: AdmissionID) -> Admission {
        guard case .admission(let admission)? = folded(.admission(id)) else { fatalError("no admission \(id)") }
        return admission
    }

    /// A newborn, wherever the story went.
    func baby(_ id: NewbornID) -> Newborn {
        let carriers = everyAdmission.filter { $0.mergedInto == nil }
        guard let baby = carriers.flatMap(\.newborns).first(where: { $0.id == id }) else { fatalError("no baby \(id)") }
        return baby
    }

    /// A run, wherever the story went.
    func run(_ id: CaesareanID) -> CaesareanRun {
        let carriers = everyAdmission.filter { $0.mergedInto == nil }
        guard let run = carriers.flatMap(\.runs).first(where: { $0.id == id }) else { fatalError("no run \(id)") }
        return run
    }

    /// A drill or a response, open or closed.
    func checklist(_ id: ChecklistID) -> ChecklistRun {
        for stream in [StreamID.drill(id), .response(id)] {
            if case .checklist(let run)? = folded(stream) { return run }
        }
        fatalError("no run \(id)")
    }
}
