internal import GRDB
import WardDomain

/// What the cadence and readiness are reckoned from, read in few columns whatever the years.
extension WardLedger {
    func duties(_ db: Database, casesSince since: Moment) throws -> DutyHistory {
        var history = DutyHistory()
        history.drills = try drillsHeld(db)
        history.rhythms = try Row.fetchAll(db, sql: "SELECT state FROM rhythm ORDER BY heldAt, id").map {
            try $0.state()
        }
        history.responses = try Row.fetchAll(
            db,
            sql: """
                SELECT id, protocol, startedAt FROM drill
                WHERE nature = 'response' AND voided = 0 AND protocol IS NOT NULL AND startedAt >= ?
                ORDER BY startedAt, id
                """, arguments: [since.milliseconds]
        ).map { row in
            try DutyHistory.ResponseGiven(
                run: ChecklistID(row.value("id")), drillProtocol: row.value("protocol"),
                startedAt: Moment(milliseconds: row.value("startedAt")))
        }
        history.caesareans = try Row.fetchAll(
            db,
            sql: """
                SELECT id, category, decidedAt, decisionToDeliverySeconds FROM caesarean
                WHERE ending = 'delivered' AND decisionToDeliverySeconds IS NOT NULL AND category IS NOT NULL
                AND decidedAt >= ? ORDER BY decidedAt, id
                """, arguments: [since.milliseconds]
        ).compactMap { row in
            try CaesareanCategory(rawValue: row.value("category")).map {
                try DutyHistory.CaesareanDone(
                    run: CaesareanID(row.value("id")), category: $0,
                    decidedAt: Moment(milliseconds: row.value("decidedAt")),
                    seconds: row.value("decisionToDeliverySeconds"))
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
        for row in members { teams[try row.value("run"), default: []].append(Badge(try row.value("badge"))) }
        return try Row.fetchAll(
            db, sql: "SELECT id, protocol, startedAt FROM drill WHERE \(counted) ORDER BY startedAt, id"
        ).map { row in
            try DutyHistory.DrillHeld(
                run: ChecklistID(row.value("id")), drillProtocol: row.value("protocol"),
                startedAt: Moment(milliseconds: row.value("startedAt")), team: teams[row.value("id")] ?? [])
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
            try ReadinessHistory.Checked(
                id: KitCheckID(row.value("id")), kit: row.value("kit"),
                scope: known(row.value("scope")),
                shift: row.value("shift"),
                shiftDay: row.value("shiftDay", as: String?.self).flatMap { CalendarDay($0) },
                finishedAt: Moment(milliseconds: row.value("finishedAt")),
                finishedBy: row.value("finishedBy", as: String?.self).map { Badge($0) }, seal: row.value("seal"),
                isSound: row.value("sound"))
        }
        history.lastFull = try lastOfEachKit(db, .full)
        history.lastCare = try lastOfEachKit(db, .care)
        history.lastPost = try lastOfEachKit(db, .post)
        history.defects = try Row.fetchAll(
            db,
            sql: """
                SELECT state FROM finding WHERE kind = 'defect' AND (closedAt IS NULL OR closedAt >= ?)
                ORDER BY openedAt, id
                """, arguments: [since.milliseconds]
        ).map { try $0.state() }
        return history
    }

    private func lastOfEachKit(_ db: Database, _ scope: KitCheckScope) throws -> [String: KitCheck] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT kit, state, max(finishedAt) FROM kitCheck
                WHERE scope = ? AND finishedAt IS NOT NULL AND voided = 0 GROUP BY kit
                """, arguments: [scope.rawValue])
        var found: [String: KitCheck] = [:]
        for row in rows { found[try row.value("kit")] = try row.state() }
        return found
    }
}
