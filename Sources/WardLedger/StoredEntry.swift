internal import Foundation
internal import GRDB
import WardDomain

/// One entry as its row holds it: what `show` and `export` print, also where this program can't read the payload.
public struct StoredEntry: Hashable, Sendable {
    public let sequence: Int64
    public let id: EntryID
    /// As stored, such as `admission/...`.
    public let stream: String
    public let kind: String
    public let schema: Int
    public let occurred: Occurrence
    public let recorded: ClockReading
    public let terminal: String
    public let staff: Badge?
    /// `screen`, `apply` or `import`.
    public let origin: String
    public let account: String?
    /// JSON text.
    public let payload: String
    let previousDigest: Digest

    /// SHA-256 as 64 hexadecimal digits.
    public var digestText: String { digest.hex }
    public var previousDigestText: String { previousDigest.hex }
    let digest: Digest
}

extension StoredEntry {
    /// A new entry behind the last one; its payload and digest are computed here, once.
    ///
    /// - Throws: `Refusal.codeUnreadable` for a text that SQLite would cut at a zero character.
    init(_ draft: Draft, _ stamp: EntryStamp, sequence: Int64, after previous: Digest) throws {
        let texts = [stamp.id.rawValue, stamp.terminal, stamp.staff?.rawValue ?? "", stamp.origin.account ?? ""]
        if let unreadable = texts.first(where: { $0.utf8.contains(0) }) {
            throw Refusal.codeUnreadable(unreadable.replacing("\0", with: ""))
        }
        self.sequence = sequence
        id = stamp.id
        stream = draft.stream.rawValue
        kind = type(of: draft.fact).kind
        schema = type(of: draft.fact).schema
        occurred = stamp.occurred
        recorded = stamp.recorded
        terminal = stamp.terminal
        staff = stamp.staff
        origin = stamp.origin.way.rawValue
        account = stamp.origin.account
        payload = try FactKinds.encode(draft.fact, reasonOfTime: stamp.reasonOfTime)
        previousDigest = previous
        var input = ChainInput()
        input.append(previous)
        input.append(sequence)
        for text in [id.rawValue, stream, kind] { input.append(text) }
        input.append(Int64(schema))
        input.append(occurred.moment.milliseconds)
        input.append(occurred.bootID)
        input.append(occurred.uptime)
        input.append(occurred.derived ? 1 : 0)
        input.append(recorded.moment.milliseconds)
        input.append(recorded.bootID)
        input.append(recorded.uptime)
        for text in [terminal, staff?.rawValue, origin, account, payload] { input.append(text) }
        digest = input.digest()
    }

    /// The columns in the order of the table.
    static let columns = """
        sequence, id, stream, kind, schema, occurredAt, occurredBootID, occurredUptime, occurredDerived, recordedAt, \
        bootID, uptime, terminal, staff, origin, account, payload, previousDigest, digest
        """

    /// A row that was selected with `columns`.
    ///
    /// - Throws: `foldFault` with its sequence and the column that is damaged.
    init(_ row: Row) throws {
        let sequence: Int64 = row[0]
        let columns = Columns(row) { .foldFault(sequence: sequence, .unreadable(Self.columnNames[$0])) }
        self.sequence = sequence
        id = EntryID(try columns.text(1))
        stream = try columns.text(2)
        kind = try columns.text(3)
        schema = Int(try columns.integer(4))
        occurred = Occurrence(
            moment: Moment(milliseconds: try columns.integer(5)), bootID: try columns.text(6),
            uptime: try columns.integer(7), derived: try columns.integer(8) == 1)
        recorded = ClockReading(
            moment: Moment(milliseconds: try columns.integer(9)), bootID: try columns.text(10),
            uptime: try columns.integer(11))
        terminal = try columns.text(12)
        staff = try columns.optionalText(13).map { Badge($0) }
        origin = try columns.text(14)
        account = try columns.optionalText(15)
        payload = try columns.text(16)
        previousDigest = try columns.digest(17)
        digest = try columns.digest(18)
    }

    private static let columnNames = columns.split(separator: ", ").map(String.init)

    func insert(_ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO entry (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            sequence, id.rawValue, stream, kind, schema, occurred.moment.milliseconds, occurred.bootID,
            occurred.uptime, occurred.derived, recorded.moment.milliseconds, recorded.bootID, recorded.uptime,
            terminal, staff?.rawValue, origin, account, payload, previousDigest.bytes, digest.bytes,
        ])
    }

    var head: LedgerHead { LedgerHead(sequence, digest) }

    /// The entry with its fact.
    ///
    /// - Throws: `foldFault` when this program does not know its stream or kind, or can't read its payload.
    public func entry() throws(LedgerFault) -> Entry {
        guard let stream = StreamID(rawValue: stream) else {
            throw .foldFault(sequence: sequence, .wrongStream(kind: kind, stream: stream))
        }
        guard let way = Origin.Way(rawValue: origin) else {
            throw .foldFault(sequence: sequence, .unreadable("origin"))
        }
        do {
            let stamp = EntryStamp(
                id: id, occurred: occurred, recorded: recorded, terminal: terminal, staff: staff,
                origin: Origin(way, account: account), reasonOfTime: try FactKinds.reasonOfTime(payload: payload))
            let fact = try FactKinds.decode(kind: kind, schema: schema, payload: payload)
            return Entry(sequence: sequence, stream: stream, stamp: stamp, fact: fact)
        } catch let fault as FoldFault {
            throw .foldFault(sequence: sequence, fault)
        } catch {
            throw .foldFault(sequence: sequence, .unreadable("payload"))
        }
    }
}

/// Reading entries from their table.
enum StoredEntries {
    /// Entries behind a sequence, of one stream or of all, in order.
    static func fetch(_ db: Database, after sequence: Int64, stream: StreamID?, limit: Int) throws -> [StoredEntry] {
        let ofStream = stream == nil ? "" : "stream = ? AND "
        let statement = try db.cachedStatement(
            sql: "SELECT \(StoredEntry.columns) FROM entry WHERE \(ofStream)sequence > ? ORDER BY sequence LIMIT ?")
        let arguments: StatementArguments =
            stream.map { [$0.rawValue, sequence, limit] } ?? [sequence, limit]
        return try Row.fetchCursor(statement, arguments: arguments).map { try StoredEntry($0) }.array
    }

    /// A whole stream, or as much of it as there was at a sequence.
    static func stream(_ db: Database, _ stream: StreamID, through sequence: Int64 = .max) throws -> [Entry] {
        let statement = try db.cachedStatement(
            sql: "SELECT \(StoredEntry.columns) FROM entry WHERE stream = ? AND sequence <= ? ORDER BY sequence")
        return try Row.fetchCursor(statement, arguments: [stream.rawValue, sequence])
            .map { try StoredEntry($0).entry() }.array
    }

    /// The newest acts of access of any day, the oldest of them first (`0` follows `/` in ASCII).
    static func access(_ db: Database, newest limit: Int) throws -> [Entry] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(StoredEntry.columns) FROM entry WHERE stream > 'access/' AND stream < 'access0'
                ORDER BY stream DESC, sequence DESC LIMIT ?
                """)
        return try Row.fetchCursor(statement, arguments: [limit]).map { try StoredEntry($0).entry() }.array.reversed()
    }

    /// The digest of one entry; nil where there is none.
    static func digest(_ db: Database, of sequence: Int64) throws -> Digest? {
        let statement = try db.cachedStatement(sql: "SELECT digest FROM entry WHERE sequence = ?")
        return try Data.fetchOne(statement, arguments: [sequence]).map { Digest($0) }
    }

    /// What a command has recorded: its own id, and `#2`, `#3` ... behind it (`$` follows `#` in ASCII).
    static func ofCommand(_ db: Database, _ id: CommandID) throws -> [Entry] {
        // Nearly every command is new: then one look in the index says so.
        let known = try db.cachedStatement(sql: "SELECT 1 FROM entry WHERE id = ?")
        guard try Int.fetchOne(known, arguments: [id.rawValue]) != nil else { return [] }
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(StoredEntry.columns) FROM entry WHERE id = ?1 OR (id > ?1 || '#' AND id < ?1 || '$')
                ORDER BY sequence
                """)
        return try Row.fetchCursor(statement, arguments: [id.rawValue]).map { try StoredEntry($0).entry() }.array
    }
}

extension Cursor {
    /// All elements.
    var array: [Element] {
        get throws { try Array(self) }
    }
}
