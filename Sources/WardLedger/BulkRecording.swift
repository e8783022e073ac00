internal import GRDB
import WardDomain

extension WardLedger {
    /// So many commands at most in one transaction.
    private static let bulkCommands = 500

    /// Records many commands, several to a transaction; each is decided, refused or recorded by itself, in order.
    ///
    /// Other processes record in between. A fault of the store fails the commands of its transaction and all after it.
    ///
    /// - Parameters:
    ///   - uptime: the boot clock in nanoseconds, to bound how long one transaction lasts.
    ///   - now: both clocks, read for each command.
    /// - Returns: an outcome for each command, in order.
    public func recordAll(
        _ envelopes: [CommandEnvelope], rules: ClinicalRules, offset: LocalOffset, uptime: () -> Int64,
        now: () -> ClockReading
    ) -> [Result<[Entry], RecordFault>] {
        var outcomes: [Result<[Entry], RecordFault>] = []
        while outcomes.count < envelopes.count {
            if !outcomes.isEmpty { BulkPace.pause() }
            let waiting = envelopes[outcomes.count...]
            do {
                outcomes += try recordSome(waiting, rules, offset, uptime, now)
            } catch is BulkSpoiled {
                for envelope in waiting.prefix(Self.bulkCommands) {
                    let outcome = Result { () throws(RecordFault) in
                        try record(envelope, rules: rules, now: now(), offset: offset)
                    }
                    if case .failure(.ledger(let fault)) = outcome {
                        return outcomes.failing(with: fault, of: envelopes)
                    }
                    outcomes.append(outcome)
                }
            } catch {
                return outcomes.failing(with: LedgerFault(error, path: path), of: envelopes)
            }
        }
        return outcomes
    }

    /// A command failed after it had begun to write: the transaction is given up and its commands go one by one.
    private struct BulkSpoiled: Error {}

    private func recordSome(
        _ envelopes: ArraySlice<CommandEnvelope>, _ rules: ClinicalRules, _ offset: LocalOffset,
        _ uptime: () -> Int64, _ now: () -> ClockReading
    ) throws -> [Result<[Entry], RecordFault>] {
        try file.check(path)
        return try queue.inDatabase { db in
            let othersRecord = try followNews(db)
            var bulk = Bulk()
            try patience.immediate(db) {
                try follow(db)
                bulk = Bulk(ward: ward, head: head)
                let recorder = Recorder(db, rules, offset)
                let pace = BulkPace(from: uptime(), besideOthers: othersRecord)
                for envelope in envelopes.prefix(Self.bulkCommands) {
                    try bulk.record(envelope, by: recorder, db, now())
                    if pace.isOver(at: uptime()) { break }
                }
                try bulk.writeStates(db)
                if bulk.head != head { try bulk.head.write(db) }
                return .commit
            }
            (ward, head) = (bulk.ward, bulk.head)
            return bulk.outcomes
        }
    }

    /// The commands of one transaction, and what is known after them.
    private struct Bulk {
        var ward = WardState()
        var head = LedgerHead.empty
        var outcomes: [Result<[Entry], RecordFault>] = []
        /// States are stored once a transaction, however many commands changed them.
        private var changed: [StreamID: StreamState] = [:]

        init() {}

        init(ward: WardState, head: LedgerHead) {
            self.ward = ward
            self.head = head
        }

        mutating func record(
            _ envelope: CommandEnvelope, by recorder: Recorder, _ db: Database, _ now: ClockReading
        ) throws {
            let changes = db.totalChangesCount
            do {
                let made = try recorder.record(envelope, in: ward, behind: head, now: now)
                for folding in made.foldings {
                    ward.put(folding.state)
                    changed[folding.stream] = folding.state
                }
                head = made.head
                outcomes.append(.success(made.entries))
            } catch let refusal as Refusal {
                guard db.totalChangesCount == changes else { throw BulkSpoiled() }
                outcomes.append(.failure(.refused(refusal)))
            }
        }

        func writeStates(_ db: Database) throws {
            for (stream, state) in changed { try StreamStates.write(db, state, of: stream) }
        }
    }
}

extension [Result<[Entry], RecordFault>] {
    /// The outcomes so far, and one fault for every command after them.
    fileprivate func failing(with fault: LedgerFault, of envelopes: [CommandEnvelope]) -> Self {
        self + envelopes[count...].map { _ in .failure(.ledger(fault)) }
    }
}
