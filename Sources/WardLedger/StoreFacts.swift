internal import Foundation
internal import GRDB

/// What `doctor` tells about a store.
public struct StoreFacts: Hashable, Sendable {
    /// Bytes of the main file.
    public let size: Int64
    /// Such as 0o600.
    public let mode: UInt16
    public let folderMode: UInt16
    /// True when nobody but the account, or the group of a shared folder, can read it.
    public let isPrivate: Bool
    /// True when anybody may put files into the folder, and so delete the store or put another in its place.
    public var isFolderOpen: Bool { folderMode & 0o002 != 0 }
    /// Such as `ext4`; empty where it can't be told.
    public let fileSystem: String
    public let journalMode: String
    /// SQLite's number: 2 is FULL.
    public let synchronous: Int
    public let schema: Int
    public let entries: Int64
    public let openStreams: Int
    public let sqlite: String

    /// True when a commit that returned is on the disk.
    public var isDurable: Bool { synchronous == 2 && journalMode == "wal" }
}

extension WardLedger {
    /// What can be told of the store without reading its entries.
    public func facts() throws(LedgerFault) -> StoreFacts {
        let mode = Self.mode(path)
        let folderMode = Self.mode(StoreFile.folder(of: path))
        return try reading { db in
            StoreFacts(
                size: StoreFile.fileSize(path), mode: mode, folderMode: folderMode,
                isPrivate: mode & 0o077 == 0 || (mode & 0o007 == 0 && folderMode & 0o7777 == 0o2770),
                fileSystem: FileSystem.kind(path) ?? "",
                journalMode: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
                synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1,
                schema: try StoreVersion.stored(db).number, entries: try LedgerHead.stored(db).sequence,
                openStreams: try Int.fetchOne(db, sql: "SELECT count(*) FROM streamState") ?? 0,
                sqlite: try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "")
        }
    }

    private static func mode(_ path: String) -> UInt16 {
        var status = stat()
        return stat(path, &status) == 0 ? UInt16(status.st_mode & 0o7777) : 0
    }
}
