import WardDomain
import WardLedger

extension Lister {
    /// `list counts`: every head count, drills among them and marked.
    func headCounts() throws(Failure) {
        let time = TimeText(offset: offset)
        func sightings(_ seen: [HeadCount.Sighting]) -> JSONText {
            .array(
                seen.map {
                    .object([
                        .init("newborn", .string($0.newborn.rawValue)), .init("at", time($0.at)),
                        .init("place", .string($0.place.rawValue)), .init("terminal", .string($0.terminal)),
                        .init("by", .optional($0.by?.rawValue)),
                    ])
                })
        }
        let fields = [
            ListField<HeadCount>("id") { .string($0.id.rawValue) },
            ListField("purpose", "What", "目的") { .string($0.purpose.rawValue) },
            ListField("drill", "Drill", "演练") { .optional($0.drill?.rawValue) },
            ListField("startedAt", "Started", "开始") { time($0.startedAt) },
            ListField("finishedAt", "Finished", "结束") { time($0.finishedAt) },
            ListField("seconds", "Seconds", "秒") { count in
                .optional(count.startedAt.flatMap { start in count.finishedAt.map { start.interval(to: $0).seconds } })
            },
            ListField("seen", "Seen", "已点") { .optional($0.here.count) },
            ListField("arrived", "Arrived", "到达") { .optional($0.arrived.count) },
            ListField("missing", "Missing", "缺少") { .optional($0.finishedAt == nil ? nil : $0.missing.count) },
            ListField("destination") { .optional($0.destination) },
            ListField("finishedBy", "By", "记录人") { .optional($0.finishedBy?.rawValue) },
            ListField("sightings", isFlat: false) { sightings($0.here) },
            ListField("arrivals", isFlat: false) { sightings($0.arrived) },
            ListField("missingNewborns", isFlat: false) { count in
                .array(
                    count.missing.map {
                        .object([
                            .init("newborn", .string($0.newborn.rawValue)), .init("place", .string($0.place.rawValue)),
                            .init("custodian", .string($0.custodian.code)),
                        ])
                    })
            },
        ]
        try print(fields) { span throws(LedgerFault) in
            guard case .headCounts(let counts) = try ledger.answer(.headCounts(span)) else { return [] }
            return counts
        } place: { count in
            (count.startedAt?.moment, count.id.rawValue)
        }
    }

    /// `list shifts`: every change of shift; what was accepted stands there as it was.
    func shifts() throws(Failure) {
        let time = TimeText(offset: offset)
        let accepted = AcceptedShiftText(time: time)
        let fields = [
            ListField<ShiftRow>("id") { .string($0.record.id.rawValue) },
            ListField("what", "What", "内容") { .string($0.record.group == nil ? "charge" : "group") },
            ListField("at", "At", "时间") { time($0.at) },
            ListField("giver", "Giver", "交班") { .optional(($0.record.group?.giver ?? $0.by)?.rawValue) },
            ListField("receiver", "Receiver", "接班") {
                .optional(($0.record.group?.receiver ?? $0.record.handover?.receiver)?.rawValue)
            },
            ListField("mothers", "Mothers", "孕产妇") { .optional($0.record.handover?.snapshot.mothers.count) },
            ListField("babies", "Babies", "新生儿") {
                .optional($0.record.group?.newborns.count ?? $0.record.handover?.snapshot.babies.count)
            },
            ListField("waiting", "Waiting", "未结") { .optional($0.record.handover?.snapshot.waiting.count) },
            ListField("exceptions", "Exceptions", "例外") { .optional($0.record.group?.exceptions.count) },
            ListField("note") { .optional($0.record.handover?.note ?? $0.record.group?.reason) },
            ListField("accepted", isFlat: false) { accepted.text(of: $0.record) },
        ]
        try print(fields) { span throws(LedgerFault) in
            guard case .shifts(let rows) = try ledger.answer(.shifts(span)) else { return [] }
            return rows
        } place: { row in
            (row.at.moment, row.record.id.rawValue)
        }
    }
}
