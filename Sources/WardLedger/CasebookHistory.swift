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
}
