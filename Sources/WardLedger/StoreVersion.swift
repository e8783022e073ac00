internal import GRDB
import WardDomain

/// What a store is written as: the steps of its schema, and the form of the folded state in its rows.
struct StoreVersion: Equatable {
    let steps: Int
    let form: Int

    /// What this program writes.
    static let current = StoreVersion(steps: Schema.migrations.count, form: StreamState.schema)

    init(steps: Int, form: Int) {
        self.steps = steps
        self.form = form
    }

    /// Both in one number, as SQLite's header keeps it: 1 for the first step and the first form.
    init(_ number: Int) {
        self.init(steps: number % 1000, form: number / 1000 + 1)
    }

    var number: Int { (form - 1) * 1000 + steps }

    /// True when a program that writes the other version can't read this one.
    func isNewer(than other: StoreVersion) -> Bool {
        steps > other.steps || form > other.form
    }

    static func stored(_ db: Database) throws -> StoreVersion {
        StoreVersion(try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0)
    }

    func write(_ db: Database) throws {
        try db.execute(sql: "PRAGMA user_version = \(number)")
    }
}
