internal import Foundation
internal import GRDB

/// Which file a path led to when it was opened.
struct FileIdentity: Hashable {
    let device: UInt64
    let inode: UInt64

    /// Nil when there is no file.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }

    /// SQLite would go on writing into a file that was deleted or moved away: every fact would be lost.
    ///
    /// - Throws: `missing` or `replaced` when the path no longer leads to this file.
    func check(_ path: String) throws(LedgerFault) {
        guard let now = FileIdentity(path) else { throw .missing(path: path) }
        guard now == self else { throw .replaced(path: path) }
    }
}

/// One store's file, open.
struct StoreConnection {
    let queue: DatabaseQueue
    let patience: Patience
    /// The file that was opened, to notice when another takes its place.
    let file: FileIdentity
}

/// Opening the SQLite file of a store: where it may lie, with what rights, and how SQLite is set.
enum StoreFile {
    static func open(
        _ path: String, creating: Bool, readOnly: Bool = false, whenOutdated: () -> Void = {}
    ) throws(LedgerFault) -> StoreConnection {
        try FileSystem.check(path)
        if isFolder(path) { throw .notADatabase(path: path) }
        if FileIdentity(path) == nil {
            guard creating else { throw .missing(path: path) }
            try create(path)
        }
        if fileSize(path) == 0 && !creating { throw .notADatabase(path: path) }
        do throws(LedgerFault) {
            return try connect(path, path, readOnly: readOnly, whenOutdated: whenOutdated)
        } catch {
            guard readOnly, error.keepsSharedMemoryAway else { throw error }
            return try connectUnchanging(path)
        }
    }

    /// Opens a store of which SQLite can't keep its shared memory beside it, as on a full disk or one that is mounted to
    /// be read only. It is read as a file that does not change, which is safe while no write-ahead log stands beside it:
    /// whoever has a store open would have made one.
    ///
    /// - Throws: `logNotReadable` where what was recorded last stands in such a log.
    private static func connectUnchanging(_ path: String) throws(LedgerFault) -> StoreConnection {
        guard fileSize("\(path)-wal") == 0 else { throw .logNotReadable(path: path) }
        return try connect(path, URL(fileURLWithPath: path).absoluteString + "?immutable=1", readOnly: true)
    }

    /// - Parameter location: the path, or its URI with what SQLite is to know of it.
    private static func connect(
        _ path: String, _ location: String, readOnly: Bool, whenOutdated: () -> Void = {}
    ) throws(LedgerFault) -> StoreConnection {
        do {
            let isEmpty = fileSize(path) == 0
            let patience = Patience()
            let queue = try DatabaseQueue(path: location, configuration: configuration(patience, readOnly: readOnly))
            try queue.inDatabase { db in
                if isEmpty { try prepareEmpty(db) }
                try Migrations.check(db, path)
                guard !readOnly else { return }
                try setUp(db)
                try Migrations.run(db, whenOutdated: whenOutdated)
            }
            guard let file = FileIdentity(path) else { throw LedgerFault.missing(path: path) }
            return StoreConnection(queue: queue, patience: patience, file: file)
        } catch {
            throw LedgerFault(error, path: path)
        }
    }

    /// Makes an empty file: for this account alone, or for the group when the folder is a shared one (2770).
    static func create(_ path: String) throws(LedgerFault) {
        let descriptor = Foundation.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw LedgerFault(errno: errno, path: path) }
        defer { close(descriptor) }
        if isGroupShared(folder(of: path)) { fchmod(descriptor, 0o660) }
    }

    /// - Throws: `folderMissing` when a file can't be made at a path because its folder is not there.
    static func checkFolder(of path: String) throws(LedgerFault) {
        let folder = folder(of: path)
        guard isFolder(folder) else { throw .folderMissing(path: folder) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func folder(of path: String) -> String {
        // NSString's own way crashes on a path of one character.
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func isGroupShared(_ folder: String) -> Bool {
        var status = stat()
        return stat(folder, &status) == 0 && status.st_mode & 0o7770 == 0o2770
    }

    static func fileSize(_ path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    private static func configuration(_ patience: Patience, readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.label = "WardLedger"
        configuration.busyMode = .callback(patience.wait)
        return configuration
    }

    private static func prepareEmpty(_ db: Database) throws {
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
    }

    /// FULL after WAL, outside a transaction: a commit that returned is on the disk.
    private static func setUp(_ db: Database) throws {
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
        if mode != "wal" { try db.execute(sql: "PRAGMA journal_mode = WAL") }
        try db.execute(sql: "PRAGMA synchronous = FULL")
    }
}
