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

    /// The tables that each kind of stream has rows in, by the word that its name begins with.
    private static let ofKind: KeyValuePairs = [
        "ward": [bed, onCall],
        "roster": [staff],
        "admission": [admission, newborn, band, caesarean, casebook, milestone, handover, endedWait],
        "drill": [drill, drillStep, drillMember],
        "response": [drill, drillStep, drillMember],
        "finding": [finding],
        "rhythm": [rhythm, rhythmMember],
        "kitCheck": [kitCheck],
    ]

    static let all = Set(ofKind.flatMap(\.value)).sorted { $0.name < $1.name }

    static func all(of stream: StreamID) -> [ModelTable] {
        ofKind.first { stream.rawValue.hasPrefix($0.key) }?.value ?? []
    }

    /// The kinds of stream whose rows stand in the table.
    var streamKinds: [String] { ModelTable.ofKind.filter { $0.value.contains(self) }.map(\.key) }

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
