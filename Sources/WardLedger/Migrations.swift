internal import GRDB

/// Brings a store to the version that this program writes.
enum Migrations {
    /// - Throws: `notADatabase` for another program's file, `newerSchema` for one of a newer Matrona.
    static func check(_ db: Database, _ path: String) throws {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard application == Schema.applicationID else { throw LedgerFault.notADatabase(path: path) }
        let found = try version(db)
        guard found <= Schema.version else { throw LedgerFault.newerSchema(found: found, known: Schema.version) }
    }

    /// Another process may have brought the store up, or restored an older one, while it was open here: rows that this
    /// program would write would then not be complete.
    static func checkStillKnown(_ db: Database) throws {
        let found = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0
        guard found != Schema.version else { return }
        throw found > Schema.version
            ? LedgerFault.newerSchema(found: found, known: Schema.version)
            : LedgerFault.olderSchema(found: found, known: Schema.version)
    }

    /// Takes all steps that a store lacks and fills its rows from the entries, in one transaction: the store is of the
    /// old version with its rows, or of the new one with its rows.
    ///
    /// - Throws: `foldFault` when an entry can't be taken in; the store stays as it was.
    static func run(_ db: Database, _ steps: [String] = Schema.migrations) throws {
        guard try version(db) < steps.count else { return }
        try db.inTransaction(.immediate) {
            let found = try version(db)
            guard found < steps.count else { return .rollback }
            for step in steps[found...] { try db.execute(sql: step) }
            try db.execute(sql: "PRAGMA user_version = \(steps.count)")
            if found > 0 { try Rebuild.all(db) }
            return .commit
        }
    }

    static func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }
}
