import WardDomain
import WardLedger

extension Lister {
    /// `list checks`: every check of a cart or area, void ones too.
    func checks() throws(Failure) {
        try print(Self.checkFields(TimeText(offset: offset))) { span throws(LedgerFault) in
            guard case .kitChecks(let checks) = try ledger.answer(.kitChecks(span)) else { return [] }
            return checks
        } place: { check in
            (check.startedAt?.moment, check.id.rawValue)
        }
    }

    private static func checkFields(_ time: TimeText) -> [ListField<KitCheck>] {
        [
            ListField("check") { .string($0.id.rawValue) },
            ListField("kit", "Kit", "设备") { .optional($0.kit?.id) },
            ListField("scope", "Scope", "范围") { .string($0.scope.rawValue) },
            ListField("shift", "Shift", "班次") { .optional($0.shift) },
            ListField("shiftDay", "Day", "日期") { .optional($0.shiftDay?.description) },
            ListField("startedAt") { time($0.startedAt) },
            ListField("finishedAt", "Finished", "结束") { time($0.finishedAt) },
            ListField("by", "By", "核对人") { .optional(($0.finishedBy ?? $0.startedBy)?.rawValue) },
            ListField("second") { .optional($0.second?.rawValue) },
            ListField("seal", "Seal", "封条") { .optional($0.seal) },
            ListField("sealHolds", "Holds", "完好") { .optional($0.sealHolds) },
            ListField("notChecked", "Not checked", "未核查") { .optional($0.notChecked.count) },
            ListField("gaps", "Gaps", "缺失") { .optional($0.gaps.count) },
            ListField("sound", "In order", "齐全") { $0.isLook ? .bool($0.isSound) : .null },
            ListField("care", "Care", "维护") { .optional($0.care?.act.rawValue) },
            ListField("careItem") { .optional($0.care?.item) },
            ListField("careNote") { .optional($0.care?.note) },
            ListField("place", "Place", "地点") { .optional($0.post?.place) },
            ListField("keeper", "Keeper", "管理人") { .optional($0.post?.keeper.rawValue) },
            ListField("voided", "Void", "作废") { .bool($0.voided) },
            ListField("items", isFlat: false) { check in .array((check.kit?.items ?? []).map { item($0, check, time) })
            },
        ]
    }

    private static func item(_ item: Kit.Item, _ check: KitCheck, _ time: TimeText) -> JSONText {
        let mark = check.marks[item.id]
        return .object([
            .init("item", .string(item.id)), .init("result", .optional(mark?.result.rawValue)),
            .init("expectedQuantity", .optional(item.quantity)), .init("quantity", .optional(mark?.quantity)),
            .init("expiry", .optional(mark?.expiry?.description)), .init("batteryWorks", .optional(mark?.batteryWorks)),
            .init("note", .optional(mark?.note)), .init("by", .optional(mark?.staff?.rawValue)),
            .init("at", time(mark?.at)),
        ])
    }

    /// `list readiness`: how each cart and area stands now.
    func readiness() throws(Failure) {
        let month = Period.month.around(now.moment.localDay(offset)).first.advanced(days: -1)
        let since = Moment(day: month, hour: 0, minute: 0, offset)
        let answer = try Failure.from { () throws(LedgerFault) in try ledger.answer(.readiness(since: since)) }
        guard case .readiness(let history) = answer else { return }
        var printer = ListPrinter(Self.standingFields(TimeText(offset: offset)), format)
        for kit in rules.readiness.kits {
            printer.print(KitStanding(kit, history, rules: rules.readiness, now: now.moment, offset))
        }
        printer.finish()
    }

    private static func standingFields(_ time: TimeText) -> [ListField<KitStanding>] {
        [
            ListField("kit", "Kit", "设备") { .string($0.kit.id) },
            ListField("en", "Name", "英文") { .string($0.kit.en) },
            ListField("zhHans", "中文", "名称") { .string($0.kit.zhHans) },
            ListField("every", "Full each", "清点频次") { .string($0.kit.rhythm.rawValue) },
            ListField("thisShift", "This shift", "本班") { .optional($0.thisShift.map { "\($0)" }) },
            ListField("full", "Full check", "全面清点") { .string("\($0.full)") },
            ListField("nextDueAt", "Next due", "下次") { time($0.nextDue) },
            ListField("restockBy", "Restock by", "补充限时") { time($0.restock?.limit?.until) },
            ListField("place", "Place", "地点") { .optional($0.post?.place) },
            ListField("keeper", "Keeper", "管理人") { .optional($0.post?.keeper.rawValue) },
            ListField("lastCareAt") { time($0.lastCare?.finishedAt) },
            ListField("seal", "Seal", "封条") { .optional($0.seal) },
            ListField("sealDiffers") { .bool($0.sealDiffers) },
            ListField("lastCheckedAt", "Last check", "最近核查") { time($0.last?.finishedAt) },
            ListField("openDefects", "Defects", "缺陷") { .optional($0.defects.count) },
            ListField("expiring", "Expiring", "近效期") { .optional($0.expiries.count) },
            ListField("functionalPercent", "Functional %", "完好率%") { .optional($0.month?.percent) },
            ListField("functionalShifts") { .optional($0.month?.functional) },
            ListField("shifts") { .optional($0.month?.shifts) },
            ListField("notCheckedShifts") { .optional($0.month?.notChecked) },
            ListField("expiries", isFlat: false) { standing in
                .array(
                    standing.expiries.map {
                        .object([
                            .init("item", .string($0.item.id)), .init("expiry", .string($0.day.description)),
                            .init("past", .bool($0.isPast)),
                        ])
                    })
            },
        ]
    }
}
