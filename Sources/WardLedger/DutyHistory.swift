internal import GRDB
import WardDomain

/// What the cadence and readiness are reckoned from, read in few columns whatever the years.
extension WardLedger {
    func duties(_ db: Database, casesSince since: Moment) throws -> DutyHistory {
        var history = DutyHistory()
        history.drills = try drillsHeld(db)
        history.rhythms = try Row.fetchAll(db, sql: "SELECT state FROM rhythm ORDER BY heldAt, id").map {
            try JSON.value($0["state"])
        }
        history.responses = try Row.fetchAll(
            db,
            sql: """
                SELECT id, protocol, startedAt FROM drill
                WHERE nature = 'response' AND voided = 0 AND protocol IS NOT NULL AND startedAt >= ?
                ORDER BY startedAt, id
                """, arguments: [since.milliseconds]
        ).map { row in
            DutyHistory.ResponseGiven(
                run: ChecklistID(row["id"]), drillProtocol: row["protocol"],
                startedAt: Moment(milliseconds: row["startedAt"]))
        }
        history.caesareans = try Row.fetchAll(
            db,
            sql: """
                SELECT id, category, decidedAt, decisionToDeliverySeconds FROM caesarean
                WHERE ending = 'delivered' AND decisionToDeliverySeconds IS NOT NULL AND category IS NOT NULL
                AND decidedAt >= ? ORDER BY decidedAt, id
                """, arguments: [since.milliseconds]
        ).compactMap { row in
            CaesareanCategory(rawValue: row["category"]).map {
                DutyHistory.CaesareanDone(
                    run: CaesareanID(row["id"]), category: $0, decidedAt: Moment(milliseconds: row["decidedAt"]),
                    seconds: row["decisionToDeliverySeconds"])
            }
        }
        history.wardSince = try Int64.fetchOne(db, sql: "SELECT recordedAt FROM entry WHERE sequence = 1")
            .map(Moment.init(milliseconds:))
        return history
    }

    /// Finished drills that are not void, with their teams.
    private func drillsHeld(_ db: Database) throws -> [DutyHistory.DrillHeld] {
        let counted = "nature = 'drill' AND voided = 0 AND finishedAt IS NOT NULL AND protocol IS NOT NULL"
        var teams: [String: [Badge]] = [:]
        let members = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT run, badge FROM drillMember JOIN drill ON drill.id = run WHERE \(counted)
                ORDER BY run, badge
                """)
        for row in members { teams[row["run"], default: []].append(Badge(row["badge"])) }
        return try Row.fetchAll(
            db, sql: "SELECT id, protocol, startedAt FROM drill WHERE \(counted) ORDER BY startedAt, id"
        ).map { row in
            DutyHistory.DrillHeld(
                run: ChecklistID(row["id"]), drillProtocol: row["protocol"],
                startedAt: Moment(milliseconds: row["startedAt"]), team: teams[row["id"]] ?? [])
        }
    }

    func readiness(_ db: Database, since: Moment) throws -> ReadinessHistory {
        var history = ReadinessHistory()
        history.checks = try Row.fetchAll(
            db,
            sql: """
                SELECT id, kit, scope, shift, shiftDay, finishedAt, finishedBy, seal, sound FROM kitCheck
                WHERE finishedAt IS NOT NULL AND voided = 0 AND startedAt >= ? ORDER BY startedAt DESC, id DESC
                """, arguments: [since.milliseconds]
        ).map { row in
            ReadinessHistory.Checked(
                id: KitCheckID(row["id"]), kit: row["kit"], scope: KitCheckScope(rawValue: row["scope"]) ?? .full,
                shift: row["shift"], shiftDay: (row["shiftDay"] as String?).flatMap { CalendarDay($0) },
                finishedAt: Moment(milliseconds: row["finishedAt"]),
                finishedBy: (row["finishedBy"] as String?).map { Badge($0) }, seal: row["seal"], isSound: row["sound"])
        }
        let last = try Row.fetchAll(
            db,
            sql: """
                SELECT kit, state, max(finishedAt) FROM kitCheck
                WHERE scope = 'full' AND finishedAt IS NOT NULL AND voided = 0 GROUP BY kit
                """)
        for row in last { history.lastFull[row["kit"]] = try JSON.value(row["state"]) }
        history.defects = try Row.fetchAll(
            db,
            sql: """
                SELECT state FROM finding WHERE kind = 'defect' AND (closedAt IS NULL OR closedAt >= ?)
                ORDER BY openedAt, id
                """, arguments: [since.milliseconds]
        ).map { try JSON.value($0["state"]) }
        return history
    }
}
