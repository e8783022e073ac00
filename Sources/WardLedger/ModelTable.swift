internal import GRDB
import WardDomain

/// A table of folded facts.
struct ModelTable: Hashable {
    let name: String
    let columns: [String]
    /// So many of the first columns are the key.
    let keyCount: Int
    /// The column that names the story which a row belongs to; nil where there is one story alone.
    let owner: String?

    init(_ name: String, key keyCount: Int = 1, owner: String?, _ columns: String) {
        self.name = name
        self.keyCount = keyCount
        self.owner = owner
        self.columns = columns.split(separator: " ").map(String.init)
    }

    /// The tables that a stream's rows stand in.
    static func all(of stream: StreamID) -> [ModelTable] {
        switch stream {
        case .ward: [.bed, .onCall]
        case .roster: [.staff]
        case .admission: [.admission, .newborn, .band, .caesarean, .casebook, .milestone, .handover]
        case .drill, .response: [.drill, .drillStep, .drillMember]
        case .finding: [.finding]
        case .rhythm: [.rhythm, .rhythmMember]
        case .kitCheck: [.kitCheck]
        case .headCount, .shift, .access: []
        }
    }

    static let all = [
        bed, onCall, staff, admission, newborn, band, caesarean, casebook, milestone, handover, drill, drillStep,
        drillMember,
        finding,
        rhythm, rhythmMember, kitCheck,
    ]

    /// The kinds of stream whose rows stand in the table.
    var streamKinds: [String] {
        switch self {
        case .drill, .drillStep, .drillMember: ["drill", "response"]
        case .finding: ["finding"]
        case .rhythm, .rhythmMember: ["rhythm"]
        case .kitCheck: ["kitCheck"]
        default: ["admission"]
        }
    }

    func deleteRows(_ db: Database, of stream: StreamID) throws {
        guard let owner else { return try db.execute(sql: "DELETE FROM \(name)") }
        let id = stream.rawValue.split(separator: "/", maxSplits: 1).last.map(String.init)
        try db.cachedStatement(sql: "DELETE FROM \(name) WHERE \(owner) = ?").execute(arguments: [id])
    }

    var quotedColumns: [String] { columns.map { "\"\($0)\"" } }
    var keyColumns: ArraySlice<String> { quotedColumns.prefix(keyCount) }

    var writing: String {
        let changes = quotedColumns.dropFirst(keyCount).map { "\($0) = excluded.\($0)" }
        return """
            INSERT INTO \(name) (\(quotedColumns.joined(separator: ", ")))
            VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
            ON CONFLICT (\(keyColumns.joined(separator: ", ")))
            DO \(changes.isEmpty ? "NOTHING" : "UPDATE SET " + changes.joined(separator: ", "))
            """
    }

    /// A row that went over to another story meanwhile is left alone.
    var deleting: String {
        let conditions = keyColumns.map { "\($0) = ?" } + (owner.map { ["\"\($0)\" = ?"] } ?? [])
        return "DELETE FROM \(name) WHERE \(conditions.joined(separator: " AND "))"
    }
}
