import WardDomain
import WardLedger

extension Lister {
    /// `list handovers`: the register with its fields of clinical reference 8.2.
    func handovers() throws(Failure) {
        let text = RegisterText(time: TimeText(offset: offset))
        let fields =
            ListField.aboutMother(\RegisterRow.row.admission, \.row.mother) + text.handover + text.found
            + text.leaving + text.baby
        try print(fields) { span throws(LedgerFault) in
            guard case .register(let rows) = try ledger.answer(.register(span)) else { return [] }
            return rows
        } place: { row in
            (row.row.handover.at.moment, row.row.handover.entry.rawValue)
        }
    }
}

/// A row of the register as scripts read it.
private struct RegisterText {
    let time: TimeText

    var handover: [ListField<RegisterRow>] {
        [
            ListField("newborn") { .string($0.row.newborn.rawValue) },
            ListField("order", "Order", "胎次") { .optional($0.row.order) },
            ListField("sex", "Sex", "性别") { .optional($0.row.sex?.rawValue) },
            ListField("entry") { .string($0.row.handover.entry.rawValue) },
            ListField("at", "At", "时间") { time($0.row.handover.at) },
            ListField("result", "Result", "结果") { .string($0.row.handover.result.rawValue) },
            ListField("giver", "Giver", "交出") { .string($0.row.handover.giver.code) },
            ListField("receiver", "Receiver", "接收") { .optional($0.row.handover.receiver?.code) },
            ListField("from", "From", "从") { .string($0.row.handover.from.rawValue) },
            ListField("to", "To", "到") { .string($0.row.handover.to.rawValue) },
            ListField("purpose", "For", "目的") { .optional($0.row.handover.purpose?.rawValue) },
            ListField("reason", "Reason", "原因") { .optional($0.row.handover.reason.map { Phrase(recorded: $0).en }) },
            ListField("expectedBack") { time($0.row.handover.expectedBack) },
            ListField("bed", "Bed", "床") { .optional($0.row.handover.bed?.rawValue) },
            ListField("retrospective") { .bool($0.row.handover.retrospective) },
            ListField("bandScanned") { .optional($0.row.handover.band) },
            ListField("motherBandScanned") { .optional($0.row.handover.motherBand) },
            ListField("noMotherBandReason") {
                .optional($0.row.handover.noMotherBandReason.map { Phrase(recorded: $0).en })
            },
            ListField("pinChecked") { row in
                .optional(row.row.handover.pinChecked.map { $0.map(\.rawValue).joined(separator: " ") })
            },
            ListField("supersedes", "Corrects", "更正自") { .optional($0.row.handover.correction?.supersedes?.rawValue) },
            ListField("supersededBy") { .optional($0.row.handover.correction?.supersededBy?.rawValue) },
            ListField("correctionReason") { .optional($0.row.handover.correction?.reason) },
            ListField("struck") { .bool($0.row.handover.correction?.struck == true) },
        ]
    }

    /// How the baby was found before it was given.
    var found: [ListField<RegisterRow>] {
        let words = NewbornCondition.Field.allCases.map { field in
            ListField<RegisterRow>(field.rawValue) { .optional($0.row.handover.found?.condition[field]) }
        }
        return [
            ListField("bands") { .optional($0.row.handover.bands?.map(band).joined(separator: " ")) },
            ListField("temperatureTenths") { .optional($0.row.handover.found?.condition.temperatureTenths) },
            ListField("oxygenSaturation") { .optional($0.row.handover.found?.condition.oxygenSaturation) },
        ] + words + [
            ListField("foundAt") { time($0.row.handover.found?.at) },
            ListField("foundBy") { .optional($0.row.handover.found?.by?.rawValue) },
        ]
    }

    /// Of a baby who left: why without the mother's band, the collector's paper, who signed and who saw it.
    var leaving: [ListField<RegisterRow>] {
        [
            ListField("noMotherBand") { .optional($0.row.handover.noMotherBand?.rawValue) },
            ListField("documentKind") { .optional($0.row.handover.document?.kind.rawValue) },
            ListField("documentLast4") { .optional($0.row.handover.document?.lastFour) },
            ListField("second") { .optional($0.row.handover.second?.rawValue) },
            ListField("signatureSeenBy") { .optional($0.row.handover.signatureSeenBy?.rawValue) },
            ListField("medicalOffice") { .optional($0.row.handover.medicalOffice) },
        ]
    }

    var baby: [ListField<RegisterRow>] {
        [
            ListField("number") { .optional($0.baby?.number) },
            ListField("bornAt") { row in time(row.baby.flatMap { $0.birthTimeKnown ? $0.bornAt : nil }) },
            ListField("weightGrams") { .optional($0.baby?.weightGrams) },
            ListField("lengthMillimetres") { .optional($0.baby?.lengthMillimetres) },
            ListField("gestation") { .optional($0.gestation(time.offset)?.weeksAndDays) },
            ListField("apgar1") { .optional($0.baby?.apgar[1]?.total) },
            ListField("apgar5") { .optional($0.baby?.apgar[5]?.total) },
            ListField("apgar10") { .optional($0.baby?.apgar[10]?.total) },
            ListField("features") { .optional($0.baby?.features) },
            ListField("cordClamps") { .optional($0.baby?.cordClamps) },
            ListField("card", isFlat: false) { row in
                guard let card = row.baby?.transferCard else { return .null }
                return .object(
                    TransferCard.Field.allCases.map { field in
                        .init(field.rawValue, .optional(card.added[field] ?? card.card[field]))
                    })
            },
        ]
    }

    /// `N123@leftWrist`.
    private func band(_ band: WornBand) -> String {
        "\(band.code)@\(band.limb?.rawValue ?? "?")"
    }
}
