internal import Foundation
internal import GRDB
import WardDomain

/// What a verification found first.
public enum VerifyFault: Error, Hashable, Sendable {
    /// The entry's columns are not what its digest was taken over.
    case changed(Int64)
    /// The entry is not there.
    case removed(Int64)
    /// The entry was put between two that followed one another.
    case inserted(Int64)
    /// The entry does not follow the one before it.
    case reordered(Int64)
    /// The last entries are not there; this was the first of them.
    case cutOff(Int64)
    /// The entry is not the one that the given head was taken of.
    case otherThanHead(Int64)
    /// One of the triggers that keep the entries from being changed is missing, or is another.
    case unguarded(trigger: String)
    /// What every terminal shows of a story is not what its entries say.
    case stateChanged(StreamID)
    /// The entries are whole, so many; SQLite finds the file damaged beside them.
    case damagedBeside(entries: Int64, String)
    /// The file can't be read.
    indirect case unreadable(LedgerFault)

    /// The first bad sequence; nil where the file can't be read at all.
    public var sequence: Int64? {
        switch self {
        case .changed(let sequence), .removed(let sequence), .inserted(let sequence), .reordered(let sequence),
            .cutOff(let sequence), .otherThanHead(let sequence):
            sequence
        case .unguarded, .stateChanged, .damagedBeside, .unreadable: nil
        }
    }

    /// What was found, in words.
    public var text: Phrase {
        switch self {
        case .changed(let sequence): Phrase(en: "Entry \(sequence) was changed.", zhHans: "第 \(sequence) 条记录被改动。")
        case .removed(let sequence): Phrase(en: "Entry \(sequence) was removed.", zhHans: "第 \(sequence) 条记录被删除。")
        case .inserted(let sequence): Phrase(en: "Entry \(sequence) was inserted.", zhHans: "第 \(sequence) 条记录为插入。")
        case .reordered(let sequence):
            Phrase(
                en: "Entry \(sequence) does not follow the one before it.",
                zhHans: "第 \(sequence) 条记录与前一条不衔接。")
        case .cutOff(let sequence):
            Phrase(
                en: "The entries from \(sequence) on were cut off.",
                zhHans: "第 \(sequence) 条起的记录被截去。")
        case .otherThanHead(let sequence):
            Phrase(
                en: "Entry \(sequence) is not the one of the kept head: the ledger was rewritten.",
                zhHans: "第 \(sequence) 条记录与保存的末条摘要不符，账本被重写。")
        case .unguarded(let trigger):
            Phrase(
                en: "The entries are whole, but the trigger \(trigger) that guards them is missing or was changed.",
                zhHans: "记录完整，但保护记录的触发器 \(trigger) 缺失或被改动。")
        case .stateChanged(let stream):
            Phrase(
                en:
                    "The entries are whole, but what is shown of \(stream.rawValue) was changed: 'matrona ledger rebuild'.",
                zhHans: "记录完整，但 \(stream.rawValue) 的显示内容被改动：请运行 matrona ledger rebuild。")
        case .damagedBeside(let entries, let detail):
            Phrase(
                en: "Entries 1 to \(entries) are whole, but the file is damaged beside them (\(detail)).",
                zhHans: "第 1 至 \(entries) 条记录完整，但文件其他部分已损坏（\(detail)）。")
        case .unreadable(.corrupt(let detail)):
            Phrase(en: "The file is damaged (\(detail)).", zhHans: "文件已损坏（\(detail)）。")
        case .unreadable(let fault): fault.text
        }
    }
}

/// The outcome of a verification.
public struct VerifyResult: Hashable, Sendable {
    /// Entries that were read and found whole.
    public let entries: Int64
    /// The last of them.
    public let head: LedgerHead
    /// Nil when everything is whole.
    public let fault: VerifyFault?

    public var isWhole: Bool { fault == nil }
}

extension WardLedger {
    /// Reads every entry of a store, recomputes the chain, and names the first entry that is not what was recorded; then
    /// whether the entries are guarded, and whether what is shown as open is what they say.
    ///
    /// Whoever owns the file can recompute an unkeyed chain; a head that was kept elsewhere can't be matched so.
    ///
    /// - Parameter kept: a head that was printed earlier, of a ledger that may have grown since.
    public static func verify(_ path: String, against kept: LedgerHead? = nil) -> VerifyResult {
        var verifier = Verifier(kept: kept)
        do {
            let opened = try StoreFile.open(path, creating: false, readOnly: true)
            try opened.queue.inDatabase { db in
                try db.inTransaction(.deferred) {
                    try verifier.read(db)
                    return .commit
                }
            }
        } catch {
            verifier.fault = .unreadable(LedgerFault(error, path: path))
        }
        return VerifyResult(entries: verifier.last.sequence, head: verifier.last, fault: verifier.fault)
    }
}

/// Walks along the chain.
private struct Verifier {
    let kept: LedgerHead?
    var fault: VerifyFault?
    private(set) var last = LedgerHead.empty
    /// The digest before the last.
    private var beforeLast = Digest.beforeFirst

    init(kept: LedgerHead?) {
        self.kept = kept
    }

    /// The columns that the digest is taken over, texts as their stored bytes.
    private static let columns = """
        sequence, CAST(id AS BLOB), CAST(stream AS BLOB), CAST(kind AS BLOB), schema, occurredAt, \
        CAST(occurredBootID AS BLOB), occurredUptime, occurredDerived, recordedAt, CAST(bootID AS BLOB), uptime, \
        CAST(terminal AS BLOB), CAST(staff AS BLOB), CAST(origin AS BLOB), CAST(account AS BLOB), \
        CAST(payload AS BLOB), previousDigest, digest
        """

    mutating func read(_ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT \(Self.columns) FROM entry ORDER BY sequence")
        while fault == nil, let row = try rows.next() {
            fault = try check(row)
        }
        guard fault == nil else { return }
        try checkEnd(db)
        let found = try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
        if fault == nil, found != ["ok"] {
            fault = .damagedBeside(entries: last.sequence, found.joined(separator: "; "))
        }
        if fault == nil { fault = try Guards.firstMissing(db).map { .unguarded(trigger: $0) } }
        if fault == nil { fault = try StreamStates.firstChanged(db).map(VerifyFault.stateChanged) }
    }

    /// One entry: its place, what it follows, its own digest, and whether it is the kept one.
    private mutating func check(_ row: Row) throws -> VerifyFault? {
        let sequence: Int64 = row[0]
        let expected = last.sequence + 1
        guard sequence == expected else { return .removed(expected) }
        let columns = Columns(row) { _ in .corrupt("entry \(sequence)") }
        guard let previous = try? columns.digest(17), let stored = try? columns.digest(18) else {
            return .changed(sequence)
        }
        guard previous == last.chained else {
            return previous == beforeLast && last.sequence > 0 ? .inserted(last.sequence) : .reordered(sequence)
        }
        guard let digest = try? digest(of: columns, behind: previous), digest == stored else {
            return .changed(sequence)
        }
        if let kept, kept.sequence == sequence, kept.chained != stored { return .otherThanHead(sequence) }
        beforeLast = last.chained
        last = LedgerHead(sequence, stored)
        return nil
    }

    private func digest(of columns: Columns, behind previous: Digest) throws -> Digest {
        let numbers: Set<Int> = [0, 4, 5, 7, 8, 9, 11]
        var input = ChainInput()
        input.append(previous)
        for column in 0..<17 {
            if numbers.contains(column) {
                input.append(try columns.integer(column))
            } else {
                input.append(textBytes: try columns.bytes(column))
            }
        }
        return input.digest()
    }

    /// The head that the store keeps, and the one that somebody else kept.
    private mutating func checkEnd(_ db: Database) throws {
        let head = try LedgerHead.stored(db)
        let known = max(head.sequence, kept?.sequence ?? 0)
        if known > last.sequence {
            fault = .cutOff(last.sequence + 1)
        } else if head.sequence < last.sequence {
            fault = .inserted(head.sequence + 1)
        } else if head != last {
            fault = .otherThanHead(last.sequence)
        }
    }
}
