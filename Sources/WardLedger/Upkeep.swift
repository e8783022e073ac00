internal import GRDB
import WardDomain

/// How far the rows of an older form have been written anew, as the store keeps it for all terminals.
enum Upkeep {
    /// Sorts behind the name of every stream.
    static let behindAll = "~"

    /// The stream before which rows still wait; nil when none do.
    static func stored(_ db: Database) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT before FROM upkeep"))
    }

    static func begin(_ db: Database) throws { try write(db, before: behindAll) }

    static func write(_ db: Database, before stream: String) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO upkeep (only, before) VALUES (1, ?)")
            .execute(arguments: [stream])
    }

    static func end(_ db: Database) throws { try db.execute(sql: "DELETE FROM upkeep") }
}

extension WardLedger {
    /// Writes rows of an older form anew for as long as one transaction may last, the last streams by name first: of
    /// admissions those are the newest. Several terminals may do so; each goes on where another stopped.
    ///
    /// - Parameter uptime: the boot clock in nanoseconds.
    /// - Throws: `foldFault` at an entry that can't be taken in, `rowsDamaged` where a row stands in another's way;
    ///   nothing was written then.
    public func bringUpHistory(uptime: () -> Int64) throws(LedgerFault) {
        historyIsBehind = try writing { db in
            try Migrations.checkStillKnown(db)
            guard let before = try Upkeep.stored(db) else { return false }
            guard let reached = try Rebuild.some(db, before: before, uptime) else {
                try Upkeep.end(db)
                return false
            }
            try Upkeep.write(db, before: reached)
            return true
        }
    }

    /// Writes all rows of an older form anew; others record meanwhile. Takes the right to write the store.
    ///
    /// - Parameter uptime: the boot clock in nanoseconds, to bound how long one transaction lasts.
    /// - Throws: as `bringUpHistory`; what was done until then stays.
    public func bringUpAllHistory(uptime: () -> Int64) throws(LedgerFault) {
        guard historyIsBehind else { return }
        let recorder = isReadOnly ? try WardLedger(opening: path, for: .repairing) : self
        while recorder.historyIsBehind {
            try recorder.bringUpHistory(uptime: uptime)
            BulkPace.pause()
        }
        historyIsBehind = false
    }
}
