internal import GRDB
import WardDomain

extension ModelTable {
    static let finding = ModelTable(
        "finding", owner: "id",
        "id kind what owner due kit item tag run openedAt openedBy closedAt closedBy how state")
    static let rhythm = ModelTable("rhythm", owner: "id", "id rhythm heldAt minutes topic recordedBy state")
    static let rhythmMember = ModelTable("rhythmMember", key: 2, owner: "rhythm", "rhythm badge")
    static let drillMember = ModelTable("drillMember", key: 3, owner: "run", "run badge role arrivedAt")
    static let kitCheck = ModelTable(
        "kitCheck", owner: "id",
        """
        id kit scope shift shiftDay startedAt finishedAt finishedBy seal sealHolds items checked gaps sound voided state
        """)
}

/// The rows of findings, of what was held, and of checks.
enum FindingRows {
    static func rows(_ finding: Finding) -> [ModelRow] {
        guard let kind = finding.kind, let opened = finding.openedAt else { return [] }
        return [
            ModelRow(
                .finding,
                [
                    finding.id.rawValue, kind.rawValue, finding.what, finding.owner?.rawValue,
                    finding.limit?.day.description, finding.kit, finding.item, finding.tag?.rawValue,
                    finding.origin?.run.rawValue, opened.moment.milliseconds, finding.openedBy?.rawValue,
                    finding.closing?.at.moment.milliseconds, finding.closing?.staff?.rawValue, finding.closing?.how,
                ], state: .finding(finding))
        ]
    }

    static func rows(_ held: HeldRhythm) -> [ModelRow] {
        guard let rhythm = held.rhythm, let heldAt = held.heldAt else { return [] }
        let row = ModelRow(
            .rhythm,
            [
                held.id.rawValue, rhythm.rawValue, heldAt.moment.milliseconds, held.minutes, held.topic,
                held.recordedBy?.rawValue,
            ], state: .rhythm(held))
        return [row] + held.participants.map { ModelRow(.rhythmMember, [held.id.rawValue, $0.rawValue]) }
    }

    /// Those who take part in a drill or response, once a role.
    static func members(_ run: ChecklistRun) -> [ModelRow] {
        run.participants.map {
            ModelRow(
                .drillMember,
                [run.id.rawValue, $0.badge.rawValue, $0.role, $0.arrivedAt?.moment.milliseconds])
        }
    }

    static func rows(_ check: KitCheck) -> [ModelRow] {
        guard let kit = check.kit, let started = check.startedAt else { return [] }
        return [
            ModelRow(
                .kitCheck,
                [
                    check.id.rawValue, kit.id, check.scope.rawValue, check.shift, check.shiftDay?.description,
                    started.moment.milliseconds, check.finishedAt?.moment.milliseconds, check.finishedBy?.rawValue,
                    check.seal, check.sealHolds, kit.items.count, check.marks.count, check.gaps.count, check.isSound,
                    check.voided,
                ], state: .kitCheck(check))
        ]
    }
}
