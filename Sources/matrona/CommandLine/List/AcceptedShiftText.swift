import WardDomain

/// What the next shift accepted, as scripts read it: the ward as it stood then, with times as in every list.
struct AcceptedShiftText {
    let time: TimeText

    func text(of record: ShiftRecord) -> JSONText {
        record.handover.map(text) ?? record.group.map(text) ?? .null
    }

    private func text(_ handover: ShiftHandedOver) -> JSONText {
        let ward = handover.snapshot
        return .object([
            .init("receiver", .string(handover.receiver.rawValue)),
            .init("pinChecked", .bool(handover.pinChecked)),
            .init("since", time(handover.since)),
            .init("note", .optional(handover.note)),
            .init(
                "snapshot",
                .object([
                    .init("mothers", .array(ward.mothers.map(text))), .init("babies", .array(ward.babies.map(text))),
                    .init("due", .array(ward.due.map(text))), .init("waiting", .array(ward.waiting.map(text))),
                    .init(
                        "sinceLast",
                        .object(
                            ward.sinceLast.sorted { $0.key < $1.key }.map { .init($0.key, .integer(Int64($0.value))) })),
                ])),
        ])
    }

    private func text(_ group: GroupHandedOver) -> JSONText {
        .object([
            .init("giver", .string(group.giver.rawValue)), .init("receiver", .string(group.receiver.rawValue)),
            .init("newborns", .array(group.newborns.map { .string($0.rawValue) })),
            .init(
                "exceptions",
                .array(
                    group.exceptions.map {
                        .object([
                            .init("newborn", .string($0.newborn.rawValue)), .init("why", .string($0.why.rawValue)),
                        ])
                    })),
            .init("reason", .optional(group.reason)),
        ])
    }

    private func text(_ mother: ShiftSnapshot.Mother) -> JSONText {
        .object([
            .init("admission", .string(mother.admission.rawValue)), .init("called", .string(mother.called)),
            .init("mrn", .optional(mother.mrn)), .init("bed", .optional(mother.bed?.rawValue)),
            .init("place", .string(mother.place.rawValue)), .init("risk", .optional(mother.risk?.rawValue)),
            .init("infectious", mother.infectious.map(JSONText.bool) ?? .null),
            .init("inCharge", .optional(mother.inCharge?.rawValue)), .init("plan", .optional(mother.plan)),
            .init("isCaesareanRunning", .bool(mother.isCaesareanRunning)),
        ])
    }

    private func text(_ baby: ShiftSnapshot.Baby) -> JSONText {
        .object([
            .init("newborn", .string(baby.newborn.rawValue)), .init("admission", .string(baby.admission.rawValue)),
            .init("order", .integer(Int64(baby.order))), .init("place", .string(baby.place.rawValue)),
            .init("custodian", .string(baby.custodian.code)), .init("since", time(baby.since)),
            .init("expectedBack", time(baby.expectedBack)), .init("isOut", .bool(baby.isOut)),
            .init("bands", .integer(Int64(baby.bands))), .init("isLive", .bool(baby.isLive)),
        ])
    }

    private func text(_ due: ShiftSnapshot.Due) -> JSONText {
        .object([
            .init("admission", .string(due.admission.rawValue)), .init("field", .string(due.field.rawValue)),
            .init("lateSeconds", .integer(Int64(due.lateSeconds))),
        ])
    }

    private func text(_ waiting: ShiftSnapshot.Waiting) -> JSONText {
        .object([
            .init("kind", .string(waiting.kind.rawValue)), .init("about", .string(waiting.about)),
            .init("since", time(waiting.since)), .init("owner", .string(waiting.owner)),
            .init("state", .string(waiting.state)), .init("reason", .optional(waiting.reason)),
        ])
    }
}
