import GRDB

/// The least that could store a command's rows: the tables and indexes of a store, without triggers, written by SQLite
/// with prepared statements and nothing else. A commit waits for the disk as the ledger's does.
struct BareStore {
    /// What one transaction writes: entries, the head, folded states.
    struct Rows {
        let entries: [[DatabaseValue]]
        let states: [[DatabaseValue]]
    }

    private let queue: DatabaseQueue

    /// Copies a store.
    init(copying store: DatabaseQueue, to path: String) throws {
        try store.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        queue = try DatabaseQueue(path: path)
        try queue.inDatabase { db in
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        }
    }

    /// The entries from a sequence on, so many, with the newest state of each story.
    static func rows(of store: DatabaseQueue, from sequence: Int64, count: Int) throws -> Rows {
        try store.inDatabase { db in
            let range: StatementArguments = [sequence, sequence + Int64(count)]
            let condition = "sequence >= ? AND sequence < ?"
            return Rows(
                entries: try Row.fetchAll(
                    db.cachedStatement(sql: "SELECT * FROM entry WHERE \(condition) ORDER BY sequence"),
                    arguments: range
                ).map { Array($0.databaseValues) },
                states: try Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT * FROM streamState WHERE stream IN (SELECT stream FROM entry WHERE \(condition))
                            """), arguments: range
                ).map { Array($0.databaseValues) })
        }
    }

    func write(_ rows: Rows) throws {
        try queue.inDatabase { db in
            try db.inTransaction(.immediate) {
                let places = Array(repeating: "?", count: 19).joined(separator: ", ")
                let insert = try db.cachedStatement(sql: "INSERT INTO entry VALUES (\(places))")
                for entry in rows.entries { try insert.execute(arguments: StatementArguments(entry)) }
                if let last = rows.entries.last {
                    try db.cachedStatement(sql: "UPDATE ledgerHead SET sequence = ?, digest = ?")
                        .execute(arguments: [last[0], last[18]])
                }
                let put = try db.cachedStatement(sql: "INSERT OR REPLACE INTO streamState VALUES (?, ?, ?)")
                for state in rows.states { try put.execute(arguments: StatementArguments(state)) }
                return .commit
            }
        }
    }
}
