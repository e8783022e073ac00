import Crypto
import Foundation
import GRDB
import WardDomain

/// Ten years of closed stories, written into a store directly: templates that the ledger recorded, copied under other
/// names and times and chained anew. The ledger itself would take the better part of an hour.
struct YearsStore {
    private let queue: DatabaseQueue
    private var templates: [Template] = []
    private var sequence: Int64 = 0
    private var digest = Data(count: 32)

    /// Every name in a template bears this.
    static func token(_ index: Int) -> String {
        let digits = String(index)
        return "QX" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Milliseconds of the first template minute, and the step from one story to the next: their digits are replaced.
    static let firstMillisecond: Int64 = 1_400_000_000_000
    static let step: Int64 = 1_000_000

    /// A store with a ward, its staff, and some stories that are all closed.
    init(_ path: String, templates count: Int, firstSequence: Int64) throws {
        queue = try DatabaseQueue(path: path)
        try queue.inDatabase { db in try db.execute(sql: "PRAGMA synchronous = OFF") }
        templates = try (0..<count).map { try Template(queue, Self.token($0), firstSequence) }
        try queue.inDatabase { db in
            guard let head = try Row.fetchOne(db, sql: "SELECT sequence, digest FROM ledgerHead") else { return }
            (sequence, digest) = (head[0], head[1])
        }
    }

    /// Copies templates in turn until there are so many stories; `every` is called with how many there are.
    mutating func fill(to stories: Int, every: (Int) -> Void) throws {
        let triggers = try queue.inDatabase { db in
            let found = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for row in found { try db.execute(sql: "DROP TRIGGER \(row["name"] as String)") }
            return found.map { $0["sql"] as String }
        }
        var next = templates.count
        while next < stories {
            let end = min(stories, next + 5000)
            try queue.inDatabase { db in
                try db.inTransaction {
                    for index in next..<end { try copy(templates[index % templates.count], to: index, db) }
                    try db.execute(
                        sql: "UPDATE ledgerHead SET sequence = ?, digest = ?", arguments: [sequence, digest])
                    return .commit
                }
            }
            next = end
            every(next)
        }
        try queue.inDatabase { db in
            for trigger in triggers { try db.execute(sql: trigger) }
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    private mutating func copy(_ template: Template, to index: Int, _ db: Database) throws {
        let name = Array(Self.token(index).utf8)
        let shift = Int64(index) * Self.step
        let time = Array(String((Self.firstMillisecond + shift) / Self.step).utf8)
        for row in template.entries {
            sequence += 1
            var values = row.map { $0.copied(name, time, shift) }
            values[0] = sequence.databaseValue
            values[17] = digest.databaseValue
            digest = Chained.digest(values, behind: digest)
            values[18] = digest.databaseValue
            try db.cachedStatement(sql: template.insertEntry).execute(arguments: StatementArguments(values))
        }
        for (insert, row) in template.rows {
            try db.cachedStatement(sql: insert)
                .execute(arguments: StatementArguments(row.map { $0.copied(name, time, shift) }))
        }
    }

    /// One story's rows, cut where its names and times stand.
    private struct Template {
        let entries: [[Cell]]
        let rows: [(String, [Cell])]
        let insertEntry: String

        init(_ queue: DatabaseQueue, _ token: String, _ first: Int64) throws {
            let cut = Cutter(token: token)
            let tables = try queue.inDatabase { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT name FROM sqlite_schema WHERE type = 'table'
                        AND name NOT IN ('entry', 'ledgerHead', 'streamState', 'pinVerifier')
                        """)
            }
            insertEntry = Self.insert("entry", 19)
            entries = try queue.inDatabase { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM entry WHERE sequence >= ? AND instr(stream, ?) ORDER BY sequence",
                    arguments: [first, token]
                ).map { $0.databaseValues.map(cut.cell) }
            }
            rows = try queue.inDatabase { db in
                try tables.flatMap { table in
                    try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { Array($0.databaseValues) }
                        .filter { $0.contains { String.fromDatabaseValue($0)?.contains(token) == true } }
                        .map { (Self.insert(table, $0.count), $0.map(cut.cell)) }
                }
            }
        }

        private static func insert(_ table: String, _ columns: Int) -> String {
            "INSERT INTO \(table) VALUES (\(Array(repeating: "?", count: columns).joined(separator: ", ")))"
        }
    }

    /// A stored value, and where a copy differs.
    private enum Cell {
        case same(DatabaseValue)
        case time(Int64)
        case text([Piece])

        /// A stretch of bytes, or a place where every copy has its own.
        enum Piece {
            case literal([UInt8])
            case name
            case time
        }

        func copied(_ name: [UInt8], _ time: [UInt8], _ shift: Int64) -> DatabaseValue {
            switch self {
            case .same(let value): return value
            case .time(let milliseconds): return (milliseconds + shift).databaseValue
            case .text(let pieces):
                var bytes: [UInt8] = []
                for piece in pieces {
                    switch piece {
                    case .literal(let literal): bytes += literal
                    case .name: bytes += name
                    case .time: bytes += time
                    }
                }
                return String(decoding: bytes, as: UTF8.self).databaseValue
            }
        }
    }

    /// Finds a template's name and its times in a value.
    private struct Cutter {
        let name: [UInt8]
        let time: [UInt8]
        let base: Int64

        init(token: String) {
            name = Array(token.utf8)
            let index = Int64(token.drop { !$0.isNumber }) ?? 0
            base = YearsStore.firstMillisecond + index * YearsStore.step
            time = Array(String(base / YearsStore.step).utf8)
        }

        func cell(_ value: DatabaseValue) -> Cell {
            switch value.storage {
            case .int64(let number) where number >= base && number < base + YearsStore.step:
                .time(number - (base - YearsStore.firstMillisecond))
            case .string(let text): .text(pieces(Array(text.utf8)))
            default: .same(value)
            }
        }

        private func pieces(_ bytes: [UInt8]) -> [Cell.Piece] {
            var pieces: [Cell.Piece] = []
            var literal: [UInt8] = []
            var index = 0
            while index < bytes.count {
                let found: Cell.Piece? =
                    bytes[index...].starts(with: name)
                    ? .name : bytes[index...].starts(with: time) && isTime(bytes, index) ? .time : nil
                guard let found else {
                    literal.append(bytes[index])
                    index += 1
                    continue
                }
                if !literal.isEmpty { pieces.append(.literal(literal)) }
                literal = []
                pieces.append(found)
                if case .name = found { index += name.count } else { index += time.count }
            }
            return literal.isEmpty ? pieces : pieces + [.literal(literal)]
        }

        /// Thirteen digits, no more and no less.
        private func isTime(_ bytes: [UInt8], _ index: Int) -> Bool {
            let digits = bytes[index...].prefix { (48...57).contains($0) }.count
            let follows = index > 0 && (48...57).contains(bytes[index - 1])
            return digits == 13 && !follows
        }
    }
}

/// The chain of the ledger, written a second time from its description.
private enum Chained {
    /// - Parameter values: an entry's row in the order of the table.
    static func digest(_ values: [DatabaseValue], behind previous: Data) -> Data {
        var bytes = Data(capacity: 1024)
        var tag: UInt8 = 0
        func append(_ form: UInt8, _ content: Data) {
            tag += 1
            bytes.append(contentsOf: [tag, form])
            withUnsafeBytes(of: UInt64(content.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(content)
        }
        append(3, previous)
        for value in values[0..<17] {
            switch value.storage {
            case .int64(let number): append(1, withUnsafeBytes(of: number.bigEndian) { Data($0) })
            case .string(let text): append(2, Data(text.utf8))
            default: append(0, Data())
            }
        }
        return Data(SHA256.hash(data: bytes))
    }
}
