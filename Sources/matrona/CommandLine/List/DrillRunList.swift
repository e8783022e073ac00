import WardDomain
import WardLedger

extension Lister {
    /// `list drills`: real responses are in it, told by `nature`.
    func drills() throws(Failure) {
        try print(Self.runFields(now, TimeText(offset: offset)) + Self.partFields(TimeText(offset: offset))) {
            span throws(LedgerFault) in
            guard case .drills(let rows) = try ledger.answer(.drills(span)) else { return [] }
            return rows
        } place: { row in
            (row.run.startedAt?.moment, row.run.id.rawValue)
        }
    }

    private static func runFields(_ now: ClockReading, _ time: TimeText) -> [ListField<DrillRow>] {
        [
            ListField("run") { .string($0.run.id.rawValue) },
            ListField("nature", "Nature", "性质") { .string($0.run.nature.rawValue) },
            ListField("protocol", "Protocol", "方案") { .optional($0.run.drillProtocol?.id) },
            ListField("version", "Version", "版本") { .optional($0.run.drillProtocol?.version) },
            ListField("admission") { .optional($0.run.admission?.rawValue) },
            ListField("startedAt", "Started", "开始") { time($0.run.startedAt) },
            ListField("finishedAt") { time($0.run.finishedAt) },
            ListField("running") { .bool($0.run.isRunning) },
            ListField("suspended") { .bool($0.run.suspendedAt != nil) },
            ListField("voided", "Void", "作废") { .bool($0.run.voided) },
            ListField("elapsedSeconds", "Seconds", "秒") { .optional($0.run.elapsed(now: now)?.seconds) },
            ListField("criticalInTime", "In time", "按时") { .optional($0.score.criticalInTime) },
            ListField("critical", "Critical", "关键") { .optional($0.score.critical) },
            ListField("missedCritical", "Missed", "漏做") { .optional($0.score.missedCritical) },
            ListField("percent", "%", "%") { .optional($0.score.percent) },
            ListField("met", "Met", "达标") { .bool($0.score.isMet) },
        ]
    }

    private static func partFields(_ time: TimeText) -> [ListField<DrillRow>] {
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
            ListField("notes", isFlat: false) { .array($0.run.notes.map { .string($0.text) }) },
            ListField("injects", isFlat: false) { .array($0.run.injects.map { .string($0.text) }) },
            ListField("debrief", isFlat: false) { $0.run.debrief.map(debrief) ?? .null },
        ]
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
                .init("note", .optional(mark?.note)),
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
