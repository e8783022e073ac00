internal import GRDB
import WardDomain

/// The register in full, waits that ended, past head counts and shift changes.
extension WardLedger {
    func register(_ db: Database, _ span: HistorySpan) throws -> [RegisterRow] {
        try rows(db, HistoryQuery.register, span).map { row in
            let baby = try row.value("baby", as: String?.self).map { try JSON.value($0) as Newborn }
            return RegisterRow(try handover(row), baby)
        }
    }

    /// Waits that ended, each with the story that has the baby now; a closed one is folded from its entries.
    func endedWaits(_ db: Database, since: Moment) throws -> [EndedWaitRow] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT endedWait.state, newborn.admission FROM endedWait JOIN newborn ON newborn.id = endedWait.newborn
                WHERE endedAt >= ? ORDER BY endedAt, entry
                """)
        var closed: [AdmissionID: Admission] = [:]
        return try Row.fetchAll(statement, arguments: [since.milliseconds]).compactMap { row in
            let id = AdmissionID(try row.value("admission"))
            if let story = ward.admissions[id] ?? closed[id] { return EndedWaitRow(try row.state(), in: story) }
            guard case .admission(let story) = try StreamStates.refolded(db, .admission(id)) else { return nil }
            closed[id] = story
            return EndedWaitRow(try row.state(), in: story)
        }
    }

    /// Head counts, each folded from its entries.
    func headCounts(_ db: Database, _ span: HistorySpan) throws -> [HeadCount] {
        try streams(db, of: "headCount", span).compactMap { stream in
            guard case .headCount(let count) = try StreamStates.refolded(db, stream) else { return nil }
            return count
        }
    }

    /// Shift changes, each as it was recorded.
    func shifts(_ db: Database, _ span: HistorySpan) throws -> [ShiftRow] {
        try streams(db, of: "shift", span).compactMap { stream in
            guard case .shift(let record) = try StreamStates.refolded(db, stream),
                let first = try StoredEntries.stream(db, stream).first
            else { return nil }
            return ShiftRow(record, at: first.stamp.occurred, by: first.stamp.staff)
        }
    }

    /// The streams of a kind that began in a span, the newest first. All streams of a kind stand together in the index.
    private func streams(_ db: Database, of kind: String, _ span: HistorySpan) throws -> [StreamID] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT stream FROM entry WHERE stream > ?1 || '/' AND stream < ?1 || '0'
                GROUP BY stream HAVING min(occurredAt) >= ?2 AND min(occurredAt) < ?3
                ORDER BY min(occurredAt) DESC, stream DESC LIMIT ?4
                """)
        let arguments: StatementArguments = [
            kind, span.from?.milliseconds ?? .min, span.to?.milliseconds ?? .max, max(0, span.limit),
        ]
        return try String.fetchAll(statement, arguments: arguments).compactMap(StreamID.init(rawValue:))
    }
}
