internal import GRDB

/// Brings a store to the version that this program writes, one frozen step after another.
enum Migrations {
    /// - Throws: `notADatabase` for another program's file, `newerSchema` for one of a newer Matrona.
    static func check(_ db: Database, _ path: String) throws {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard application == Schema.applicationID else { throw LedgerFault.notADatabase(path: path) }
        let found = try version(db)
        guard found <= Schema.version else { throw LedgerFault.newerSchema(found: found, known: Schema.version) }
    }

    /// Each step is a transaction of its own; another process may have taken it in the meantime.
    static func run(_ db: Database) throws {
        while try version(db) < Schema.version {
            try db.inTransaction(.immediate) {
                let found = try version(db)
                guard found < Schema.version else { return .rollback }
                try db.execute(sql: Schema.migrations[found])
                try db.execute(sql: "PRAGMA user_version = \(found + 1)")
                return .commit
            }
        }
    }

    static func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }
}
