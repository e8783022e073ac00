internal import GRDB

/// The triggers of a store, as its version makes them: without them an entry could be changed by anybody who has the file.
enum Guards {
    /// The first trigger that is missing or is another; nil when all stand.
    static func firstMissing(_ db: Database) throws -> String? {
        let steps = try StoreVersion.stored(db).steps
        let made = try DatabaseQueue().inDatabase { fresh in
            for step in Schema.migrations.prefix(steps) { try fresh.execute(sql: step.sql) }
            return try triggers(fresh)
        }
        let found = try triggers(db)
        return made.keys.sorted().first { made[$0] != found[$0] }
    }

    private static func triggers(_ db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["sql"]) })
    }
}
