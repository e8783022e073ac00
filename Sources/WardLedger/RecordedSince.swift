internal import GRDB
import WardDomain

/// How many entries of each kind came after one, for a shift handover.
enum RecordedSince {
    static func tally(_ db: Database, _ entry: EntryID) throws -> [String: Int] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT kind, count(*) FROM entry WHERE sequence > (SELECT sequence FROM entry WHERE id = ?) GROUP BY kind
                """)
        return try Row.fetchAll(statement, arguments: [entry.rawValue]).reduce(into: [:]) { $0[$1[0]] = $1[1] }
    }
}
