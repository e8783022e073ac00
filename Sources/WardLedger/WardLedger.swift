internal import GRDB
import WardDomain

/// The append-only ledger of one ward: an SQLite file with entries, their folded state and read models.
///
/// It is used from one thread. Several processes, and several ledgers of one process, may have one file open.
/// It reads no clock; whoever records says when.
public final class WardLedger {
    /// What a ledger is opened for.
    public enum Purpose: Sendable {
        /// To record; what is open is folded at once.
        case recording
        /// To read entries, back up and ask: nothing is written, and `ward` stays empty until `catchUp`.
        case reading
        /// To rebuild what is derived: it may be too damaged to be read.
        case repairing
    }

    public let path: String
    /// What is open on the ward, as of `head`.
    public internal(set) var ward = WardState()
    /// The last entry that `ward` has taken in.
    public internal(set) var head = LedgerHead.empty

    /// True while rows of an older form wait to be written anew: what is open is whole, history may not be.
    public internal(set) var historyIsBehind = false

    private(set) var connection: StoreConnection
    let isReadOnly: Bool
    /// The digest of the first entry, by which a ledger is known wherever its file lies; nil while there is none.
    var firstDigest: Digest?
    /// SQLite's count of other connections' commits at the last catch-up.
    var dataVersion: Int64?
    /// Other processes' entries that came in with a command of ours, until the next catch-up reports them.
    var unreported: [Entry] = []
    /// True from a reading anew until the next catch-up reports it, and whether that was because of a restore.
    var wasReadAnew = false
    var wasRestored = false

    /// Opens a store.
    ///
    /// - Parameters:
    ///   - path: the SQLite file.
    ///   - creating: makes the file when there is none.
    ///   - whenOutdated: called before the rows of a much older store are filled anew at once, which takes minutes with
    ///     many years.
    /// - Throws: a `LedgerFault` that says what is wrong with the file; `foldFault` when an open story can't be read.
    public init(
        opening path: String, creating: Bool = false, for purpose: Purpose = .recording,
        whenOutdated: () -> Void = {}
    ) throws(LedgerFault) {
        self.path = path
        connection = try StoreFile.open(
            path, creating: creating, readOnly: purpose == .reading, whenOutdated: whenOutdated)
        isReadOnly = purpose == .reading
        switch purpose {
        case .recording: try reading { db in try reloadAtOnce(db) }
        case .reading: try bringUp(whenOutdated)
        case .repairing: break
        }
        if purpose != .recording { historyIsBehind = try reading { db in try Upkeep.stored(db) != nil } }
    }

    var queue: DatabaseQueue { connection.queue }
    var patience: Patience { connection.patience }
    var file: FileIdentity { connection.file }

    /// Goes over to the file that took the place of the one that was open, when it holds this same ledger: terminals go
    /// on after a damaged store was replaced by its backup. Another ward's store is left as it is, whatever its version.
    ///
    /// - Throws: `replaced` when it holds another ledger; what is wrong with it when it can't be opened. Then nothing
    ///   is changed.
    func openReplacement() throws(LedgerFault) {
        let known = try fileOfThisLedger()
        let replacement = try StoreFile.open(path, creating: false, readOnly: isReadOnly)
        guard replacement.file == known else { throw .replaced(path: path) }
        let before = connection
        connection = replacement
        do throws(LedgerFault) {
            try reading { db in try reloadAtOnce(db) }
        } catch {
            connection = before
            throw error
        }
        (unreported, wasReadAnew, wasRestored, dataVersion) = ([], true, true, nil)
    }

    /// The file at the path, seen without writing into it to hold this ledger.
    ///
    /// - Throws: `replaced` when it holds another one.
    private func fileOfThisLedger() throws(LedgerFault) -> FileIdentity {
        let seen = try StoreFile.open(path, creating: false, readOnly: true)
        do {
            let first = try seen.queue.inDatabase { db in try StoredEntries.digest(db, of: 1) }
            guard let firstDigest, first == firstDigest else { throw LedgerFault.replaced(path: path) }
            return seen.file
        } catch {
            throw LedgerFault(error, path: path)
        }
    }

    /// Folded states and head are of one moment, whatever other processes record meanwhile.
    private func reloadAtOnce(_ db: Database) throws {
        try db.inTransaction(.deferred) {
            try reload(db)
            return .commit
        }
    }

    /// A store of an older version that was opened to be read only is brought up by another connection.
    ///
    /// - Throws: `olderSchema` when that takes a right that is missing.
    private func bringUp(_ whenOutdated: () -> Void) throws(LedgerFault) {
        let found = try reading { db in try StoreVersion.stored(db) }
        guard found != .current else { return }
        do throws(LedgerFault) {
            _ = try StoreFile.open(path, creating: false, whenOutdated: whenOutdated)
        } catch .readOnly, .permission {
            throw Migrations.older(found)
        }
    }

    /// Runs a block on the connection, and names its errors.
    func reading<Value>(_ body: (Database) throws -> Value) throws(LedgerFault) -> Value {
        do {
            return try queue.inDatabase(body)
        } catch {
            throw LedgerFault(error, path: path)
        }
    }

    /// Runs a block in one immediate transaction, and names its errors.
    func writing<Value>(_ body: (Database) throws -> Value) throws(LedgerFault) -> Value {
        try file.check(path)
        return try reading { db in
            var value: Value?
            try patience.immediate(db) {
                value = try body(db)
                return .commit
            }
            return value!
        }
    }
}
