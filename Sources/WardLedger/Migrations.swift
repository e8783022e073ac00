internal import GRDB

/// Brings a store to the version that this program writes.
enum Migrations {
    /// - Throws: `notADatabase` for another program's file, `newerSchema` for one of a newer Matrona.
    static func check(_ db: Database, _ path: String) throws {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard application == Schema.applicationID else { throw LedgerFault.notADatabase(path: path) }
        let found = try StoreVersion.stored(db)
        guard !found.isNewer(than: .current) else { throw newer(found) }
    }

    /// Another process may have brought the store up, or restored an older one, while it was open here: rows that this
    /// program would write would then not be complete.
    static func checkStillKnown(_ db: Database) throws {
        let found = try StoreVersion.stored(db)
        guard found != .current else { return }
        throw found.isNewer(than: .current) ? newer(found) : older(found)
    }

    static func newer(_ found: StoreVersion) -> LedgerFault {
        .newerSchema(found: found.number, known: StoreVersion.current.number)
    }

    static func older(_ found: StoreVersion) -> LedgerFault {
        .olderSchema(found: found.number, known: StoreVersion.current.number)
    }

    /// Takes all steps that a store lacks, in one transaction. Rows that commands need at once are filled in the same
    /// one, and with them all others; else `WardLedger.bringUpHistory` writes the rows by and by.
    ///
    /// - Parameter whenOutdated: called before rows are filled at once.
    /// - Throws: `foldFault` when an entry can't be taken in; the store stays as it was.
    static func run(
        _ db: Database, _ steps: [SchemaStep] = Schema.migrations, whenOutdated: () -> Void = {}
    ) throws {
        let wanted = StoreVersion(steps: steps.count, form: StoreVersion.current.form)
        guard try wanted.isNewer(than: .stored(db)) else { return }
        try db.inTransaction(.immediate) {
            let found = try StoreVersion.stored(db)
            guard wanted.isNewer(than: found) else { return .rollback }
            let lacking = steps[found.steps...]
            for step in lacking { try db.execute(sql: step.sql) }
            try wanted.write(db)
            guard found.steps > 0 else { return .commit }
            if lacking.contains(where: { $0.rows == .atOnce }) {
                whenOutdated()
                try Rebuild.all(db)
                try Upkeep.end(db)
            } else if found.form < wanted.form || lacking.contains(where: { $0.rows == .byAndBy }) {
                try Upkeep.begin(db)
            }
            return .commit
        }
    }
}
