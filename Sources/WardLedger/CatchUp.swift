internal import GRDB
import WardDomain

/// What other processes have recorded since the last look.
public struct CatchUp: Sendable {
    /// In order of sequence; empty where all was read anew.
    public let entries: [Entry]
    /// True when what is open was read anew instead of followed: after a restore, or after more entries than are followed.
    public let isReadAnew: Bool
    /// True when the store was restored from a backup.
    public let restored: Bool
}

extension WardLedger {
    /// Entries that are kept for the next report; far more than a second can bring.
    private static let unreportedLimit = 1000
    /// Behind by more than this, what is open is read anew instead of folded.
    private static let foldingLimit: Int64 = 2000

    /// Takes in what other processes have recorded. Cheap when there is nothing new.
    ///
    /// - Throws: `foldFault` at an entry that can't be taken in; what lies before it is in `ward`. `replaced` while the
    ///   file at the path holds another ledger.
    public func catchUp() throws(LedgerFault) -> CatchUp {
        do throws(LedgerFault) { try file.check(path) } catch .replaced { try openReplacement() }
        try reading { db in _ = try followNews(db) }
        defer {
            unreported = []
            wasReadAnew = false
            wasRestored = false
        }
        return CatchUp(entries: unreported, isReadAnew: wasReadAnew, restored: wasRestored)
    }

    /// Folds what others have committed, outside any transaction that keeps somebody waiting.
    ///
    /// - Returns: true when there was something.
    func followNews(_ db: Database) throws -> Bool {
        if firstDigest == nil { firstDigest = try StoredEntries.digest(db, of: 1) }
        let version = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
        guard version != dataVersion else { return false }
        try db.inTransaction(.deferred) {
            try follow(db)
            return .commit
        }
        dataVersion = version
        return true
    }

    /// Folds the entries behind `head`, inside a transaction. They are committed, whatever becomes of it.
    func follow(_ db: Database) throws {
        try Migrations.checkStillKnown(db)
        let stored = try LedgerHead.stored(db)
        guard stored != head else { return }
        guard try isStillThere(db) else {
            wasRestored = true
            return try readAnew(db)
        }
        guard stored.sequence - head.sequence <= Self.foldingLimit else { return try readAnew(db) }
        for stored in try StoredEntries.fetch(db, after: head.sequence, stream: nil, limit: .max) {
            let entry = try stored.entry()
            ward.put(try state(db, after: entry))
            head = stored.head
            unreported.append(entry)
        }
        unreported.removeFirst(max(0, unreported.count - Self.unreportedLimit))
    }

    private func readAnew(_ db: Database) throws {
        unreported = []
        wasReadAnew = true
        try reload(db)
    }

    /// Reads the head and all that is open, and whether the past waits to be brought up: a restored backup may be older.
    func reload(_ db: Database) throws {
        historyIsBehind = try Upkeep.stored(db) != nil
        var ward = WardState()
        for state in try StreamStates.open(db) { ward.put(state) }
        head = try LedgerHead.stored(db)
        firstDigest = try StoredEntries.digest(db, of: 1)
        self.ward = ward
    }

    /// Whether the last entry that was taken in is still what it was.
    private func isStillThere(_ db: Database) throws -> Bool {
        guard head.sequence > 0 else { return true }
        return try StoredEntries.digest(db, of: head.sequence) == head.chained
    }

    /// The state of an entry's stream after it; a correction, and a story that is not in memory, is folded whole.
    private func state(_ db: Database, after entry: Entry) throws -> StreamState {
        guard var state = ward[entry.stream], !(entry.fact is EntryCorrected) else {
            return try StreamStates.refolded(db, entry.stream, through: entry.sequence)
        }
        try StreamStates.apply(entry, to: &state)
        return state
    }
}
