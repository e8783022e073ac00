internal import Foundation

/// A store that can't be read any more, in whose place a backup is put.
enum DamagedStore {
    /// Whether a fault says that the file at the path is a damaged store, and not the database of another program.
    static func isMeant(by fault: LedgerFault, at path: String) -> Bool {
        switch fault {
        case .corrupt, .rowsDamaged: true
        case .notADatabase: !isDatabase(path)
        default: false
        }
    }

    /// Every SQLite file that holds anything begins with these 16 bytes.
    private static func isDatabase(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }

    /// Moves a damaged store with its companions beside itself, byte for byte, and a whole file in its place: whoever
    /// has the damaged one open sees that it was replaced. The companions go first, since what stands in a log of the
    /// damaged store must never be read into the whole one; then there is a store at the path at every moment.
    ///
    /// - Returns: where the damaged one lies.
    static func replace(_ path: String, by whole: String) throws(LedgerFault) -> String {
        let aside = StoreFile.unusedPath("\(path).damaged")
        for suffix in ["-wal", "-shm"] where FileIdentity(path + suffix) != nil {
            guard rename(path + suffix, aside + suffix) == 0 else { throw LedgerFault(errno: errno, path: path) }
        }
        guard link(path, aside) == 0, rename(whole, path) == 0 else { throw LedgerFault(errno: errno, path: path) }
        return aside
    }
}
