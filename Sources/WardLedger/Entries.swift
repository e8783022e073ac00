internal import GRDB
import WardDomain

extension WardLedger {
    /// Entries as stored, in order, for `show` and `export`; ask again behind the last one for more.
    ///
    /// - Parameters:
    ///   - sequence: only entries behind this one.
    ///   - stream: only this stream; all where nil.
    public func entries(
        after sequence: Int64 = 0, of stream: StreamID? = nil, limit: Int = 1000
    ) throws(LedgerFault) -> [StoredEntry] {
        try reading { db in
            try StoredEntries.fetch(db, after: sequence, stream: stream, limit: max(0, limit))
        }
    }
}
