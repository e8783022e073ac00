internal import GRDB
import WardDomain

extension WardLedger {
    /// Every caesarean in brief, the newest first.
    func casebook(_ db: Database, _ span: HistorySpan) throws -> [CaesareanBrief] {
        let columns = ModelTable.casebook.quotedColumns.joined(separator: ", ")
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT \(columns) FROM casebook WHERE decidedAt >= ? AND decidedAt < ?
                    ORDER BY decidedAt DESC, id DESC LIMIT ?
                    """),
            arguments: [span.from?.milliseconds ?? .min, span.to?.milliseconds ?? .max, max(0, span.limit)])
        var briefs: [CaesareanBrief] = []
        while let row = try rows.next() { briefs.append(try CasebookRows.brief(row)) }
        return briefs
    }

    /// A run with its babies: those born by caesarean after its decision and before that of her next run.
    func caesareanCase(_ db: Database, _ run: CaesareanID) throws -> CaesareanCase? {
        guard let row = try caesarean(db, run) else { return nil }
        let next = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT min(decidedAt) FROM caesarean WHERE admission = ? AND decidedAt > ?"),
            arguments: [row.admission.rawValue, row.run.decidedAt.moment.milliseconds])
        let newborns = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT state FROM newborn WHERE admission = ? ORDER BY birthOrder"),
            arguments: [row.admission.rawValue])
        let babies = try newborns.map { try JSON.value($0[0]) as Newborn }.filter { baby in
            baby.mode == .caesarean && !baby.bornAt.isBefore(row.run.decidedAt)
                && baby.bornAt.moment.milliseconds < next ?? .max
        }
        return CaesareanCase(
            row: row,
            babies: try babies.map { baby in
                let registered = try Int64.fetchOne(
                    db.cachedStatement(
                        sql: """
                            SELECT min(at) FROM handover WHERE newborn = ? AND "to" = 'nicu' AND result = 'match'
                            """),
                    arguments: [baby.id.rawValue])
                return CaesareanCase.Baby(
                    newborn: baby,
                    intensiveCareSince: registered.map(Moment.init(milliseconds:)) ?? baby.intensiveCareSince)
            })
    }
}
