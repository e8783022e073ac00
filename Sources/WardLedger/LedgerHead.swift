internal import GRDB

/// The last entry of a ledger: kept outside it, it shows later whether entries were cut off or rewritten.
public struct LedgerHead: Hashable, Sendable, CustomStringConvertible {
    /// 0 in an empty ledger.
    public let sequence: Int64
    let chained: Digest

    /// SHA-256 as 64 hexadecimal digits, lower case.
    public var digest: String { chained.hex }

    init(_ sequence: Int64, _ digest: Digest) {
        self.sequence = sequence
        chained = digest
    }

    /// Before the first entry.
    public static let empty = LedgerHead(0, .beforeFirst)

    /// Reads `SEQUENCE:DIGEST`, as `description` writes it.
    public init?(_ text: String) {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let sequence = Int64(parts[0]), sequence >= 0,
            let digest = Digest(hex: String(parts[1]))
        else { return nil }
        self.init(sequence, digest)
    }

    public var description: String { "\(sequence):\(digest)" }

    static func stored(_ db: Database) throws -> LedgerHead {
        let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT sequence, digest FROM ledgerHead"))
        guard let row else { throw LedgerFault.corrupt("the head is missing") }
        let columns = Columns(row) { _ in .corrupt("the head can't be read") }
        return LedgerHead(try columns.integer(0), try columns.digest(1))
    }

    func write(_ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE ledgerHead SET sequence = ?, digest = ?")
            .execute(arguments: [sequence, chained.bytes])
    }
}
