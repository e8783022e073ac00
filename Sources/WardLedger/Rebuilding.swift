internal import GRDB
import WardDomain

extension WardLedger {
    /// Folds every stream anew from its entries, and writes folded states and read models from that; others record
    /// meanwhile.
    ///
    /// - Parameter uptime: the boot clock in nanoseconds, to bound how long one transaction lasts.
    /// - Throws: `foldFault` at an entry that can't be taken in; streams behind it by name are rebuilt.
    public func rebuild(uptime: () -> Int64) throws(LedgerFault) {
        try writing { db in
            try Migrations.checkStillKnown(db)
            try Upkeep.begin(db)
        }
        historyIsBehind = true
        do throws(LedgerFault) {
            try bringUpAllHistory(uptime: uptime)
        } catch .rowsDamaged {
            try rebuildAtOnce()
        }
        try writing { db in
            try Rebuild.removeStrays(db)
            try reload(db)
        }
    }

    /// A stale row of a story further on holds a bed, a number or a band: only all at once can tell.
    private func rebuildAtOnce() throws(LedgerFault) {
        try writing { db in
            try Rebuild.all(db)
            try Upkeep.end(db)
        }
        historyIsBehind = false
    }
}

/// Writing folded states and read models anew from the entries, inside a transaction that somebody else opened.
enum Rebuild {
    /// Everything, at once.
    static func all(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM streamState")
        for table in ModelTable.all { try db.execute(sql: "DELETE FROM \(table.name)") }
        var reached = Upkeep.behindAll
        while let stream = try last(db, before: reached) {
            try one(db, stream)
            reached = stream.rawValue
        }
    }

    /// The streams before one for a while, the last first; returns the one that was reached, nil when none are left.
    ///
    /// - Throws: `rowsDamaged` when a stale row stands in a new one's way.
    static func some(_ db: Database, before: String, _ uptime: () -> Int64) throws -> String? {
        let pace = BulkPace(from: uptime())
        var reached = before
        while let stream = try last(db, before: reached) {
            do {
                try one(db, stream)
            } catch let clash as ModelClash {
                throw LedgerFault.rowsDamaged(clash.message)
            }
            reached = stream.rawValue
            if pace.isOver(at: uptime()) { return reached }
        }
        return nil
    }

    private static func last(_ db: Database, before: String) throws -> StreamID? {
        let query = try db.cachedStatement(
            sql: "SELECT stream FROM entry WHERE stream < ? ORDER BY stream DESC LIMIT 1")
        guard let text = try String.fetchOne(query, arguments: [before]) else { return nil }
        guard let stream = StreamID(rawValue: text) else { throw LedgerFault.corrupt("stream \(text)") }
        return stream
    }

    private static func one(_ db: Database, _ stream: StreamID) throws {
        let folded = try StreamStates.folded(StoredEntries.stream(db, stream), of: stream)
        try StreamStates.write(db, folded.state, of: stream)
        try ReadModels.rewrite(db, folded.state, folded.steps, of: stream)
    }

    /// Takes away the rows of stories that the ledger does not have.
    static func removeStrays(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM streamState
                WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.stream = streamState.stream)
                """)
        for table in ModelTable.all {
            guard let owner = table.owner else { continue }
            let streams = table.streamKinds.map { "'\($0)/' || \(table.name).\(owner)" }.joined(separator: ", ")
            try db.execute(
                sql: """
                    DELETE FROM \(table.name)
                    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.stream IN (\(streams)))
                    """)
        }
    }
}
