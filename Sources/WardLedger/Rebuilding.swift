internal import Foundation
internal import GRDB
import WardDomain

extension WardLedger {
    /// A transaction is closed after this time, so that others can record meanwhile.
    private static let rebuildTime = Duration.milliseconds(20)

    /// Folds every stream anew from its entries, and writes folded states and read models from that.
    ///
    /// - Throws: `foldFault` at an entry that can't be taken in; streams before it are rebuilt.
    public func rebuild() throws(LedgerFault) {
        var stream: String? = ""
        while let behind = stream {
            if !behind.isEmpty { usleep(1500) }
            stream = try writing { db in try rebuildSome(db, behind: behind) }
        }
        try writing { db in
            try removeStrays(db)
            try reload(db)
        }
    }

    /// Rebuilds the streams behind one for a while; returns the last of them, nil when there are no more.
    private func rebuildSome(_ db: Database, behind: String) throws -> String? {
        let start = ContinuousClock.now
        let next = try db.cachedStatement(sql: "SELECT stream FROM entry WHERE stream > ? ORDER BY stream LIMIT 1")
        var last = behind
        while let text = try String.fetchOne(next, arguments: [last]) {
            guard let stream = StreamID(rawValue: text) else { throw LedgerFault.corrupt("stream \(text)") }
            let folded = try StreamStates.folded(StoredEntries.stream(db, stream), of: stream)
            try StreamStates.write(db, folded.state, of: stream)
            try ReadModels.rewrite(db, folded.state, folded.handovers, of: stream)
            last = text
            if ContinuousClock.now - start > Self.rebuildTime { return last }
        }
        return nil
    }

    /// Rows of stories that the ledger does not have.
    private func removeStrays(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM streamState
                WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.stream = streamState.stream)
                """)
        for table in ModelTable.all {
            guard let owner = table.owner else { continue }
            let streams = table.streamKinds.map { "'\($0)/' || \(table.name).\(owner)" }.joined(separator: ", ")
            try db.execute(
                sql: """
                    DELETE FROM \(table.name)
                    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.stream IN (\(streams)))
                    """)
        }
    }
}
