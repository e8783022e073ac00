internal import Foundation
internal import GRDB
import WardDomain

/// What a restore did.
public struct Restored: Hashable, Sendable {
    /// The last entry of the store now.
    public let head: LedgerHead
    /// Where the store as it was before lies; nil when there was none.
    public let previous: String?
}

extension WardLedger {
    /// Copies the store into one new file while others go on recording, verifies the copy, and only then names it.
    ///
    /// - Returns: the head of the copy, to be kept elsewhere.
    /// - Throws: `exists` when there is a file at the path.
    @discardableResult
    public func backup(to destination: String) throws(LedgerFault) -> LedgerHead {
        if FileIdentity(destination) != nil { throw .exists(path: destination) }
        try StoreFile.checkFolder(of: destination)
        let partial = destination + ".partial"
        defer { StoreFile.remove(partial) }
        try StoreFile.copy(queue, to: partial)
        let result = Self.verify(partial)
        if let fault = result.fault { throw .unverified(fault) }
        guard rename(partial, destination) == 0 else { throw LedgerFault(errno: errno, path: destination) }
        return result.head
    }

    /// Puts a backup in the place of a store: verified first, then copied into the live file in one transaction, so
    /// that whoever has it open reads it anew. The store as it was is kept beside it, by the same transaction: what
    /// others recorded is in the one or the other, and who records meanwhile finds the store busy. A store too damaged
    /// for that is moved beside itself.
    ///
    /// - Throws: `unverified` when the backup is not whole, `busy` while somebody records; the store is then as it was.
    public static func restore(from source: String, into path: String) throws(LedgerFault) -> Restored {
        if let fault = verify(source).fault { throw .unverified(fault) }
        try StoreFile.checkFolder(of: path)
        let staged = path + ".restoring"
        defer { StoreFile.remove(staged) }
        StoreFile.remove(staged)
        try StoreFile.copy(StoreFile.open(source, creating: false, readOnly: true).queue, to: staged)
        // Opening the copy brings a backup of an older version up to this one.
        let backup = try StoreFile.open(staged, creating: false)
        let result = verify(staged)
        if let fault = result.fault { throw .unverified(fault) }
        do {
            let live = try StoreFile.open(path, creating: true)
            return Restored(head: result.head, previous: try replace(live.queue, path, by: backup.queue))
        } catch  where DamagedStore.isMeant(by: error, at: path) {
            let whole = path + ".restored"
            try StoreFile.copy(backup.queue, to: whole)
            return Restored(head: result.head, previous: try DamagedStore.replace(path, by: whole))
        }
    }

    /// Answers where the store as it was lies.
    private static func replace(
        _ live: DatabaseQueue, _ path: String, by backup: DatabaseQueue
    ) throws(LedgerFault) -> String? {
        let old = try StoreFile.open(path, creating: false, readOnly: true).queue
        var isKept = false
        var previous: String?
        do {
            // The first page takes the lock that keeps others from recording until the last one is copied.
            try backup.backup(to: live, pagesPerStep: 1) { _ in
                guard !isKept else { return }
                isKept = true
                previous = try keep(old, path)
            }
        } catch {
            throw LedgerFault(error, path: path)
        }
        return previous
    }

    /// The store as it is goes into a file beside it; an empty one needs no keeping.
    private static func keep(_ live: DatabaseQueue, _ path: String) throws(LedgerFault) -> String? {
        let head: LedgerHead
        do {
            head = try live.inDatabase { db in try LedgerHead.stored(db) }
        } catch {
            throw LedgerFault(error, path: path)
        }
        guard head.sequence > 0 else { return nil }
        let previous = StoreFile.unusedPath("\(path).before-restore-\(head.sequence)")
        try StoreFile.copy(live, to: previous)
        return previous
    }
}

extension StoreFile {
    /// Copies a store into one new file, as it stands at one moment, without its write-ahead log.
    fileprivate static func copy(_ source: DatabaseQueue, to path: String) throws(LedgerFault) {
        remove(path)
        try FileSystem.check(folder(of: path))
        try create(path)
        do {
            let copy = try DatabaseQueue(path: path)
            try source.inDatabase { from in
                try copy.inDatabase { to in
                    try from.backup(to: to)
                    try to.execute(sql: "PRAGMA journal_mode = DELETE")
                }
            }
            try copy.close()
        } catch {
            throw LedgerFault(error, path: path)
        }
    }

    /// The path itself, or with a number behind it where there is a file already.
    static func unusedPath(_ path: String) -> String {
        var (found, number) = (path, 1)
        while FileIdentity(found) != nil {
            number += 1
            found = "\(path)-\(number)"
        }
        return found
    }

    /// Removes a file of ours with its companions, if it is there.
    fileprivate static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }
}
