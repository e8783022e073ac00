internal import GRDB
import WardDomain

extension WardLedger {
    /// The runs of a span, each with its babies: one query a table, however many they are.
    func caesareanCases(_ db: Database, _ span: HistorySpan) throws -> [CaesareanCase] {
        try cases(db, of: caesareans(db, span))
    }

    /// One run with its babies.
    func caesareanCase(_ db: Database, _ run: CaesareanID) throws -> CaesareanCase? {
        try caesarean(db, run).flatMap { try cases(db, of: [$0]).first }
    }

    private func cases(_ db: Database, of rows: [CaesareanRow]) throws -> [CaesareanCase] {
        let births = try CaesareanBirths(db, of: Set(rows.map(\.admission)))
        return rows.map { CaesareanCase(row: $0, babies: births.babies(of: $0)) }
    }
}

/// The births of some mothers by caesarean, and what tells whose run bore which baby.
private struct CaesareanBirths {
    /// When caesareans were decided, in milliseconds.
    private let decisions: [String: [Int64]]
    /// Of each mother, in the order of birth.
    private let newborns: [String: [Newborn]]
    /// When the register says that a baby came to intensive care.
    private let intensiveCare: [String: Int64]

    init(_ db: Database, of mothers: Set<AdmissionID>) throws {
        let mothers = try JSON.text(mothers.map(\.rawValue))
        decisions = try Self.grouped(
            db, "SELECT admission, decidedAt FROM caesarean WHERE admission IN (SELECT value FROM json_each(?))",
            mothers
        ) { row -> Int64 in row[1] }
        newborns = try Self.grouped(
            db,
            """
            SELECT admission, state FROM newborn
            WHERE admission IN (SELECT value FROM json_each(?)) AND mode = 'caesarean' ORDER BY birthOrder
            """, mothers
        ) { row -> Newborn in try JSON.value(row[1]) }
        let came = try Self.grouped(
            db,
            """
            SELECT newborn, min(at) FROM handover
            WHERE newborn IN (SELECT value FROM json_each(?)) AND "to" = 'nicu' AND result = 'match' GROUP BY newborn
            """, try JSON.text(newborns.values.joined().map(\.id.rawValue))
        ) { row -> Int64 in row[1] }
        intensiveCare = came.compactMapValues(\.first)
    }

    /// The values of rows by what stands in their first column.
    private static func grouped<Value>(
        _ db: Database, _ query: String, _ keys: String, value: (Row) throws -> Value
    ) throws -> [String: [Value]] {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: query), arguments: [keys])
        var groups: [String: [Value]] = [:]
        while let row = try rows.next() { groups[row[0], default: []].append(try value(row)) }
        return groups
    }

    /// Those born after the decision and before that of her next run.
    func babies(of row: CaesareanRow) -> [CaesareanCase.Baby] {
        let decided = row.run.decidedAt
        let next = decisions[row.admission.rawValue]?.filter { $0 > decided.moment.milliseconds }.min() ?? .max
        return (newborns[row.admission.rawValue] ?? []).filter { baby in
            !baby.bornAt.isBefore(decided) && baby.bornAt.moment.milliseconds < next
        }.map { baby in
            let registered = intensiveCare[baby.id.rawValue].map(Moment.init(milliseconds:))
            return CaesareanCase.Baby(
                newborn: baby, intensiveCareSince: registered ?? baby.intensiveCareSince)
        }
    }
}
