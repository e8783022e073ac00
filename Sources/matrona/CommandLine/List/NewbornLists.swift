import WardDomain
import WardLedger

extension Lister {
    /// `list newborns`
    func newborns() throws(Failure) {
        let time = TimeText(offset: offset)
        let fields =
            ListField.aboutMother(\NewbornRow.admission, \.mother) + Self.birthFields(time)
            + Self.custodyFields(time)
        try print(fields) { span throws(LedgerFault) in
            guard case .newborns(let rows) = try ledger.answer(.newborns(span)) else { return [] }
            return rows
        } place: { row in
            (row.newborn.bornAt.moment, row.newborn.id.rawValue)
        }
    }

    private static func birthFields(_ time: TimeText) -> [ListField<NewbornRow>] {
        [
            ListField("newborn") { .string($0.newborn.id.rawValue) },
            ListField("order", "Order", "胎次") { .optional($0.newborn.order) },
            ListField("bornAt", "Born", "出生") { time($0.newborn.birthTimeKnown ? $0.newborn.bornAt : nil) },
            ListField("birthPlace") { .string($0.newborn.birthPlace.rawValue) },
            ListField("mode", "Mode", "方式") { .string($0.newborn.mode.rawValue) },
            ListField("outcome", "Outcome", "结局") { .string($0.newborn.outcome.rawValue) },
            ListField("sex", "Sex", "性别") { .optional($0.newborn.sex?.rawValue) },
            ListField("number") { .optional($0.newborn.number) },
            ListField("registeredName") { .optional($0.newborn.registeredName) },
            ListField("weightGrams", "g", "克") { .optional($0.newborn.weightGrams) },
            ListField("apgar1", "A1", "1分") { .optional($0.newborn.apgar[1]?.total) },
            ListField("apgar5", "A5", "5分") { .optional($0.newborn.apgar[5]?.total) },
            ListField("apgar10") { .optional($0.newborn.apgar[10]?.total) },
            ListField("arterialPHThousandths") { .optional($0.newborn.arterialGas?.pHThousandths) },
            ListField("venousPHThousandths") { .optional($0.newborn.venousGas?.pHThousandths) },
        ]
    }

    private static func custodyFields(_ time: TimeText) -> [ListField<NewbornRow>] {
        [
            ListField("bands", isFlat: false) { .array($0.newborn.bands.map(band)) },
            ListField("place", "Place", "所在") { .string($0.newborn.custody.place.rawValue) },
            ListField("custodian", "Custodian", "看护人") { .string($0.newborn.custody.custodian.code) },
            ListField("since") { time($0.newborn.custody.since) },
            ListField("expectedBack") { time($0.newborn.custody.expectedBack) },
            ListField("handoverOwed") { .bool($0.newborn.pendingMove != nil) },
            ListField("mismatchUncleared") { .bool($0.newborn.mismatch != nil) },
            ListField("here") { .bool($0.newborn.isHere) },
            ListField("adverseEvents", isFlat: false) { .array($0.newborn.adverseEvents.map { event($0, time) }) },
        ]
    }

    /// The draft of an adverse event, for whoever completes the report.
    private static func event(_ event: AdverseEventDraft, _ time: TimeText) -> JSONText {
        .object([
            .init("at", time(event.at)), .init("by", .optional(event.by?.rawValue)),
            .init("during", .optional(event.during?.rawValue)), .init("place", .string(event.place.rawValue)),
            .init("scanned", .string(event.scanned)), .init("belongs", .optional(event.belongs)),
            .init("clearedBy", .optional(event.cleared?.by?.rawValue)), .init("clearedAt", time(event.cleared?.at)),
            .init("finding", .optional(event.cleared?.finding?.rawValue)),
            .init("reason", .optional(event.cleared?.reason)),
            .init("en", .string(event.text.en)), .init("zhHans", .string(event.text.zhHans)),
        ])
    }

    private static func band(_ band: Band) -> JSONText {
        .object([
            .init("code", .string(band.code)), .init("kind", .string(band.codeKind.rawValue)),
            .init("issue", .optional(band.issue)), .init("state", .string(band.state.rawValue)),
            .init("limb", .optional(band.limb?.rawValue)),
        ])
    }
}
