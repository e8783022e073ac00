import WardDomain
import WardLedger

extension Lister {
    /// `list drills`: drills alone.
    func drills() throws(Failure) {
        try runs { span throws(LedgerFault) in
            guard case .drills(let rows) = try ledger.answer(.drills(span)) else { return [] }
            return rows
        }
    }

    /// `list responses`: real responses alone; they have no score.
    func responses() throws(Failure) {
        try runs { span throws(LedgerFault) in
            guard case .responses(let rows) = try ledger.answer(.responses(span)) else { return [] }
            return rows
        }
    }

    private func runs(_ page: (HistorySpan) throws(LedgerFault) -> [DrillRow]) throws(Failure) {
        try print(
            Self.runFields(now, TimeText(offset: offset)) + Self.partFields(now, TimeText(offset: offset)), page: page
        ) { row in
            (row.run.startedAt?.moment, row.run.id.rawValue)
        }
    }

    private static func runFields(_ now: ClockReading, _ time: TimeText) -> [ListField<DrillRow>] {
        [
            ListField("run") { .string($0.run.id.rawValue) },
            ListField("nature", "Nature", "性质") { .string($0.run.nature.rawValue) },
            ListField("number", "No.", "编号") { .optional($0.run.number) },
            ListField("protocol", "Protocol", "方案") { .optional($0.run.drillProtocol?.id) },
            ListField("version", "Version", "版本") { .optional($0.run.drillProtocol?.version) },
            ListField("admission") { .optional($0.run.admission?.rawValue) },
            ListField("newborn") { .optional($0.run.newborn?.rawValue) },
            ListField("scenario") { .optional($0.run.scenario?.id) },
            ListField("startedAt", "Started", "开始") { time($0.run.startedAt) },
            ListField("finishedAt") { time($0.run.finishedAt) },
            ListField("running") { .bool($0.run.isRunning) },
            ListField("suspended") { .bool($0.run.suspendedAt != nil) },
            ListField("bloodLossMillilitres") { .optional($0.run.bloodLossMillilitres) },
            ListField("voided", "Void", "作废") { .bool($0.run.voided) },
            ListField("elapsedSeconds", "Seconds", "秒") { .optional($0.run.elapsed(now: now)?.seconds) },
            ListField("criticalInTime", "In time", "按时") { .optional($0.drillScore?.criticalInTime) },
            ListField("critical", "Critical", "关键") { .optional($0.drillScore?.critical) },
            ListField("lateCritical", "Late", "迟") { .optional($0.drillScore?.lateCritical) },
            ListField("missedCritical", "Missed", "漏做") { .optional($0.drillScore?.missedCritical) },
            ListField("undecidedCritical") { .optional($0.drillScore?.undecidedCritical) },
            ListField("percent", "%", "%") { .optional($0.drillScore?.percent) },
            ListField("met", "Met", "达标") { $0.drillScore.map { .bool($0.isMet) } ?? .null },
        ]
    }

    private static func partFields(_ now: ClockReading, _ time: TimeText) -> [ListField<DrillRow>] {
        [
            ListField("participants", isFlat: false) { row in
                .array(
                    row.run.participants.map {
                        .object([
                            .init("badge", .string($0.badge.rawValue)), .init("role", .string($0.role)),
                            .init("arrivedAt", time($0.arrivedAt)),
                        ])
                    })
            },
            ListField("steps", isFlat: false) { .array(steps($0.run, time)) },
            ListField("delays", isFlat: false) { row in
                .array(
                    row.score.delays.map {
                        .object([.init("step", .string($0.step)), .init("lateSeconds", .optional($0.lateSeconds))])
                    })
            },
            ListField("losses", isFlat: false) { row in
                .array(
                    row.run.losses.map {
                        .object([.init("totalMillilitres", .optional($0.totalMillilitres)), .init("at", time($0.at))])
                    })
            },
            ListField("notes", isFlat: false) { row in
                .array(row.run.notes.map { .object([.init("text", .string($0.text)), .init("at", time($0.at))]) })
            },
            ListField("injects", isFlat: false) { .array(injects($0.run, now)) },
            ListField("debrief", isFlat: false) { $0.run.debrief.map(debrief) ?? .null },
        ]
    }

    private static func injects(_ run: ChecklistRun, _ now: ClockReading) -> [JSONText] {
        run.injects(bySecond: run.elapsed(now: now)?.seconds ?? 0).map { inject in
            .object([
                .init("inject", .optional(inject.inject)), .init("en", .string(inject.text.en)),
                .init("zhHans", .string(inject.text.zhHans)), .init("elapsedSeconds", .optional(inject.atSeconds)),
                .init("byItself", .bool(inject.isTimed)),
            ])
        }
    }

    /// Every time a step was marked, with what was answered, given and measured.
    private static func times(_ step: ProtocolStep, _ run: ChecklistRun, _ time: TimeText) -> JSONText {
        .array(
            run.marksInOrder(of: step.id).map { mark in
                .object([
                    .init("at", time(mark.at)),
                    .init("elapsedSeconds", .optional(run.elapsed(until: mark.at)?.seconds)),
                    .init("by", .optional(mark.staff?.rawValue)), .init("dose", .optional(mark.dose?.text)),
                    .init("giver", .optional(mark.dose?.giver?.rawValue)), .init("answer", .optional(mark.answer)),
                    .init("pulse", .optional(mark.reading?.shockIndex?.pulse)),
                    .init("systolic", .optional(mark.reading?.shockIndex?.systolic)),
                    .init("shockIndex", .optional(mark.reading?.shockIndex?.text)),
                    .init("shockLevel", .optional(mark.reading?.shockLevel?.urgency.rawValue)),
                    .init("apgar", .optional(mark.reading?.apgar?.total)),
                    .init("oxygenSaturation", .optional(mark.reading?.oxygenSaturation)),
                ])
            })
    }

    private static func branch(_ step: ProtocolStep, _ run: ChecklistRun) -> JSONText {
        switch run.branch(to: step) {
        case .always: .null
        case .chosen: .string("chosen")
        case .waiting: .string("undecided")
        case .notChosen: .string("notApplicable")
        }
    }

    private static func steps(_ run: ChecklistRun, _ time: TimeText) -> [JSONText] {
        (run.drillProtocol?.steps ?? []).map { step in
            let mark = run.marks[step.id]
            return .object([
                .init("step", .string(step.id)), .init("critical", .bool(step.critical)),
                .init("targetSeconds", .optional(step.targetSeconds)),
                .init("result", .optional(mark?.result.rawValue)), .init("at", time(mark?.at)),
                .init("elapsedSeconds", .optional(run.elapsed(at: step)?.seconds)),
                .init("dose", .optional(mark?.dose?.text)), .init("giver", .optional(mark?.dose?.giver?.rawValue)),
                .init("note", .optional(mark?.note)), .init("branch", branch(step, run)),
                .init("dueSeconds", .optional(run.dueSeconds(of: step))), .init("times", times(step, run, time)),
            ])
        }
    }

    private static func debrief(_ debrief: ChecklistRun.Debrief) -> JSONText {
        .object([
            .init("wentWell", .optional(debrief.wentWell)), .init("change", .optional(debrief.change)),
            .init(
                "actions",
                .array(
                    debrief.actions.map {
                        .object([
                            .init("what", .string($0.what)), .init("owner", .optional($0.owner?.rawValue)),
                            .init("due", .optional($0.due?.description)),
                        ])
                    })),
        ])
    }
}

extension DrillRow {
    /// A real response has no score, and a drill none before its end: what is still to come was not missed.
    fileprivate var drillScore: DrillScore? { run.isDrill && run.finishedAt != nil ? score : nil }
}
