internal import GRDB
import WardDomain

/// One row of a read model. Where the table ends with a column `state`, that is the JSON of the folded value.
struct ModelRow: Equatable {
    /// What tells one row of a table from another.
    struct Key: Hashable {
        let table: String
        let values: ArraySlice<DatabaseValue>
    }

    let table: ModelTable
    /// Every column but `state`.
    let values: [DatabaseValue]
    /// The folded value; two rows with equal ones are not written twice.
    private let source: FoldedValue?

    init(_ table: ModelTable, _ values: [(any DatabaseValueConvertible)?]) {
        self.table = table
        self.values = values.map { $0?.databaseValue ?? .null }
        source = nil
    }

    init(
        _ table: ModelTable, _ values: [(any DatabaseValueConvertible)?], state: FoldedValue
    ) {
        self.table = table
        self.values = values.map { $0?.databaseValue ?? .null }
        source = state
    }

    var key: Key { Key(table: table.name, values: values.prefix(table.keyCount)) }

    static func == (left: ModelRow, right: ModelRow) -> Bool {
        left.values == right.values && left.source == right.source && left.table == right.table
    }

    /// - Throws: `ModelClash` when an index or trigger refuses the row.
    func write(_ db: Database) throws {
        let arguments = try StatementArguments(values + (source.map { [try $0.text.databaseValue] } ?? []))
        do {
            try db.cachedStatement(sql: table.writing).execute(arguments: arguments)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw ModelClash(row: self, message: error.message ?? "")
        }
    }

    func delete(_ db: Database) throws {
        let owner = table.owner.flatMap { self[$0] }.map { [$0] } ?? []
        try db.cachedStatement(sql: table.deleting)
            .execute(arguments: StatementArguments(Array(values.prefix(table.keyCount)) + owner))
    }

    /// A column's value.
    subscript(column: String) -> DatabaseValue? {
        table.columns.firstIndex(of: column).map { values[$0] }
    }
}

/// What the column `state` holds as JSON.
enum FoldedValue: Hashable, Sendable {
    case newborn(Newborn)
    case caesarean(CaesareanRun)
    case handover(Newborn.Handover)
    case endedWait(EndedWait)
    case checklist(ChecklistRun)
    case finding(Finding)
    case rhythm(HeldRhythm)
    case kitCheck(KitCheck)

    var text: String {
        get throws {
            switch self {
            case .newborn(let newborn): try JSON.text(newborn)
            case .caesarean(let run): try JSON.text(run)
            case .handover(let handover): try JSON.text(handover)
            case .endedWait(let ended): try JSON.text(ended)
            case .checklist(let run): try JSON.text(run)
            case .finding(let finding): try JSON.text(finding)
            case .rhythm(let held): try JSON.text(held)
            case .kitCheck(let check): try JSON.text(check)
            }
        }
    }
}

/// An index or trigger of a read model found what the rules should have refused.
struct ModelClash: Error {
    let row: ModelRow
    /// SQLite's, such as `UNIQUE constraint failed: admission.bed`.
    let message: String

    var refusal: Refusal {
        func text(_ column: String) -> String { row[column].flatMap { String.fromDatabaseValue($0) } ?? "" }
        if message.hasSuffix("admission.bed") {
            let bed = BedLabel(text("bed"))
            return .bedOccupied(bed)
        }
        if message.hasSuffix("admission.mrn") { return .numberInUse(text("mrn")) }
        if message.hasSuffix("band.code") { return .bandInUse(text("code")) }
        return .impossible(message)
    }
}
