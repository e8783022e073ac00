import WardDomain

/// Why the ledger could not be opened, read or written. Each says in words what happened and what to do.
public enum LedgerFault: Error, Hashable, Sendable {
    /// Another process held the store for longer than 100 ms.
    case busy
    case diskFull
    case readOnly
    /// What was recorded last stands in the write-ahead log, which can't be read where nothing can be written.
    case logNotReadable(path: String)
    case missing(path: String)
    /// A file can not be made at a path whose folder is not there.
    case folderMissing(path: String)
    /// The file at the path is not the one that was opened.
    case replaced(path: String)
    /// A file stands where one was to be written.
    case exists(path: String)
    /// The file is not a Matrona store.
    case notADatabase(path: String)
    /// The store was written by a newer program.
    case newerSchema(found: Int, known: Int)
    /// The store is of an older program, and was not brought up: it can't be written, or took the open one's place.
    case olderSchema(found: Int, known: Int)
    case corrupt(String)
    /// A row that is derived from the entries can't be read; the entries themselves are not touched by that.
    case rowsDamaged(String)
    case networkFileSystem(String)
    case permission(path: String)
    case io(String)
    /// An entry that this program can't take in: the fold stops before it, it is never skipped.
    case foldFault(sequence: Int64, FoldFault)
    /// A file to be restored did not pass its verification.
    indirect case unverified(VerifyFault)
}

/// Why a command was not recorded.
public enum RecordFault: Error, Hashable, Sendable {
    /// The rules of the ward refuse it; nothing was written.
    case refused(Refusal)
    /// The store could not take it; nothing was written.
    case ledger(LedgerFault)

    /// What happened, and what to do.
    public var text: Phrase {
        switch self {
        case .refused(let refusal): refusal.text
        case .ledger(let fault): fault.text
        }
    }
}
