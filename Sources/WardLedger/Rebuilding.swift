internal import GRDB
import WardDomain

extension WardLedger {
    /// Folds every stream anew from its entries, and writes folded states and read models from that; others record
    /// meanwhile.
    ///
    /// - Parameter uptime: the boot clock in nanoseconds, to bound how long one transaction lasts.
    /// - Throws: `foldFault` at an entry that can't be taken in; streams before it are rebuilt.
    public func rebuild(uptime: () -> Int64) throws(LedgerFault) {
        var stream: String? = ""
        while let behind = stream {
            if !behind.isEmpty { BulkPace.pause() }
            stream = try writing { db in
                try Migrations.checkStillKnown(db)
                do {
                    return try Rebuild.some(db, behind: behind, uptime)
                } catch is ModelClash {
                    // A stale row of a story further on holds a bed, a number or a band: only all at once can tell.
                    try Rebuild.all(db)
                    return nil
                }
            }
        }
        try writing { db in
            try Rebuild.removeStrays(db)
            try reload(db)
        }
    }
}

/// Writing folded states and read models anew from the entries, inside a transaction that somebody else opened.
enum Rebuild {
    /// Everything, at once.
    static func all(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM streamState")
        for table in ModelTable.all { try db.execute(sql: "DELETE FROM \(table.name)") }
        var last = ""
        while let stream = try next(db, behind: last) {
            try one(db, stream)
            last = stream.rawValue
        }
    }

    /// The streams behind one for a while; returns the last of them, nil when there are no more.
    static func some(_ db: Database, behind: String, _ uptime: () -> Int64) throws -> String? {
        let pace = BulkPace(from: uptime())
        var last = behind
        while let stream = try next(db, behind: last) {
            try one(db, stream)
            last = stream.rawValue
            if pace.isOver(at: uptime()) { return last }
        }
        return nil
    }

    private static func next(_ db: Database, behind: String) throws -> StreamID? {
        let query = try db.cachedStatement(sql: "SELECT stream FROM entry WHERE stream > ? ORDER BY stream LIMIT 1")
        guard let text = try String.fetchOne(query, arguments: [behind]) else { return nil }
        guard let stream = StreamID(rawValue: text) else { throw LedgerFault.corrupt("stream \(text)") }
        return stream
    }

    private static func one(_ db: Database, _ stream: StreamID) throws {
        let folded = try StreamStates.folded(StoredEntries.stream(db, stream), of: stream)
        try StreamStates.write(db, folded.state, of: stream)
        try ReadModels.rewrite(db, folded.state, folded.handovers, of: stream)
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
