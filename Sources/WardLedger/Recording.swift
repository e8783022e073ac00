internal import GRDB
import WardDomain

extension WardLedger {
    /// Decides a command and records what it makes, in one transaction: all of it or nothing.
    ///
    /// - Parameters:
    ///   - envelope: the command with who gives it, where, and when it happened. The same id is recorded once.
    ///   - now: both clocks, read as it is recorded.
    ///   - offset: the ward's local time.
    /// - Returns: the entries that are committed; for a known id those that were recorded before.
    /// - Throws: `refused` with why, or `ledger` with what is wrong with the store; nothing was recorded then.
    public func record(
        _ envelope: CommandEnvelope, rules: ClinicalRules, now: ClockReading, offset: LocalOffset
    ) throws(RecordFault) -> [Entry] {
        try record(envelope, rules: rules, now: now, offset: offset, behind: { _ in })
    }

    /// - Parameter first: what is stored before, in the same transaction.
    func record(
        _ envelope: CommandEnvelope, rules: ClinicalRules, now: ClockReading, offset: LocalOffset,
        behind first: (Database) throws -> Void
    ) throws(RecordFault) -> [Entry] {
        do {
            try file.check(path)
            let made = try queue.inDatabase { db in
                _ = try followNews(db)
                var made = Recorded(entries: [], foldings: [], head: head)
                try patience.immediate(db) {
                    try follow(db)
                    try first(db)
                    made = try Recorder(db, rules, offset).record(envelope, in: ward, behind: head, now: now)
                    try made.writeStates(db)
                    if made.head != head { try made.head.write(db) }
                    return made.foldings.isEmpty ? .rollback : .commit
                }
                return made
            }
            take(made)
            return made.entries
        } catch let refusal as Refusal {
            throw .refused(refusal)
        } catch {
            throw .ledger(LedgerFault(error, path: path))
        }
    }

    /// What was committed becomes what is known.
    func take(_ made: Recorded) {
        for folding in made.foldings { ward.put(folding.state) }
        head = made.head
    }
}

/// What one command made, inside its transaction.
struct Recorded {
    let entries: [Entry]
    /// Empty for a command that had been recorded before.
    let foldings: [Folding]
    let head: LedgerHead

    /// Stores the folded states of the streams that changed.
    func writeStates(_ db: Database) throws {
        for folding in foldings where folding.state != folding.old {
            try StreamStates.write(db, folding.state, of: folding.stream)
        }
    }
}

/// One stream while a command's entries are folded into it.
struct Folding {
    let stream: StreamID
    let old: StreamState
    var state: StreamState
    var steps = StorySteps()
    /// True when the whole stream was folded anew, so that all its steps are written again.
    var isRefolded = false
}

/// Decides one command and writes its entries, inside a transaction that somebody else opened.
struct Recorder {
    private let db: Database
    private let rules: ClinicalRules
    private let offset: LocalOffset

    init(_ db: Database, _ rules: ClinicalRules, _ offset: LocalOffset) {
        self.db = db
        self.rules = rules
        self.offset = offset
    }

    /// Writes entries and rows; whoever opened the transaction stores the head and the folded states.
    ///
    /// - Throws: a `Refusal` before anything is written, or when an index catches what the rules let through;
    ///   a database error. Either way the transaction is rolled back by whoever opened it.
    func record(
        _ envelope: CommandEnvelope, in ward: WardState, behind head: LedgerHead, now: ClockReading
    ) throws -> Recorded {
        try Self.check(envelope.id)
        let earlier = try StoredEntries.ofCommand(db, envelope.id)
        let view = try DecisionView(db, envelope.command, ward)
        guard earlier.isEmpty else {
            guard repeats(envelope, earlier, view, now) else { throw Refusal.idInUse(envelope.id) }
            return Recorded(entries: earlier, foldings: [], head: head)
        }
        let drafts = try decide(envelope, view, now)
        let (entries, newHead) = try append(drafts, envelope, behind: head, now)
        let foldings = try fold(entries, view, behind: head)
        for folding in foldings { try ReadModels.write(db, folding) }
        return Recorded(entries: entries, foldings: foldings, head: newHead)
    }

    private func decide(
        _ envelope: CommandEnvelope, _ view: DecisionView, _ now: ClockReading
    ) throws(Refusal) -> [Draft] {
        try WardRules.decide(
            envelope.command,
            DecisionContext(
                envelope: envelope, ward: view.ward, answers: view.answers, rules: rules, now: now, offset: offset))
    }

    /// Whether a command says again what was recorded under its id: by the same person, and the same facts of the same
    /// stories as far as it can still be decided. Most can't be: who is admitted is not admitted again.
    private func repeats(
        _ envelope: CommandEnvelope, _ earlier: [Entry], _ view: DecisionView, _ now: ClockReading
    ) -> Bool {
        guard earlier.allSatisfy({ $0.stamp.staff == envelope.by }) else { return false }
        guard let again = try? decide(envelope, view, now) else { return true }
        return again.count == earlier.count
            && zip(again, earlier).allSatisfy { draft, entry in
                draft.stream == entry.stream && draft.fact.isSame(as: entry.fact)
            }
    }

    /// An id names streams and entries: `#` and `/` have their meaning there.
    private static func check(_ id: CommandID) throws(Refusal) {
        let text = id.rawValue
        let isReadable = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F && $0 != "#" && $0 != "/" }
        guard isReadable, (1...64).contains(text.utf8.count) else {
            throw .outOfRange(field: "id", allowed: "1-64 ASCII characters without space, # and /")
        }
    }

    private func append(
        _ drafts: [Draft], _ envelope: CommandEnvelope, behind head: LedgerHead, _ now: ClockReading
    ) throws -> ([Entry], LedgerHead) {
        var head = head
        var entries: [Entry] = []
        for (index, draft) in drafts.enumerated() {
            let stamp = draft.stamp(index + 1, of: envelope, recorded: now)
            let stored = try StoredEntry(draft, stamp, sequence: head.sequence + 1, after: head.chained)
            try stored.insert(db)
            head = stored.head
            // What is folded is what was stored, as every other terminal will read it.
            entries.append(try stored.entry())
        }
        return (entries, head)
    }

    private func fold(_ entries: [Entry], _ view: DecisionView, behind head: LedgerHead) throws -> [Folding] {
        var foldings: [Folding] = []
        for entry in entries {
            let index = foldings.firstIndex { $0.stream == entry.stream }
            var folding: Folding
            if let index {
                folding = foldings[index]
            } else {
                let old =
                    try view.ward[entry.stream]
                    ?? StreamStates.refolded(db, entry.stream, through: head.sequence)
                folding = Folding(stream: entry.stream, old: old, state: old)
            }
            if entry.fact is EntryCorrected {
                let whole = try StreamStates.folded(StoredEntries.stream(db, entry.stream), of: entry.stream)
                (folding.state, folding.steps, folding.isRefolded) = (whole.state, whole.steps, true)
            } else {
                try StreamStates.apply(entry, to: &folding.state)
                folding.steps.note(entry, in: folding.state)
            }
            if let index { foldings[index] = folding } else { foldings.append(folding) }
        }
        return foldings
    }
}
