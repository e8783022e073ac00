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

    /// Takes all steps that a store lacks and fills its rows from the entries, in one transaction: the store is of the
    /// old version with its rows, or of the new one with its rows. Folded state of an older form is written anew too.
    ///
    /// - Parameter whenOutdated: called before the rows are filled.
    /// - Throws: `foldFault` when an entry can't be taken in; the store stays as it was.
    static func run(
        _ db: Database, _ steps: [String] = Schema.migrations, whenOutdated: () -> Void = {}
    ) throws {
        let wanted = StoreVersion(steps: steps.count, form: StoreVersion.current.form)
        guard try wanted.isNewer(than: .stored(db)) else { return }
        try db.inTransaction(.immediate) {
            let found = try StoreVersion.stored(db)
            guard wanted.isNewer(than: found) else { return .rollback }
            for step in steps[found.steps...] { try db.execute(sql: step) }
            try wanted.write(db)
            if found.steps > 0 {
                whenOutdated()
                try Rebuild.all(db)
            }
            return .commit
        }
    }
}
