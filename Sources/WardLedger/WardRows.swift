internal import GRDB
import WardDomain

extension ModelTable {
    static let bed = ModelTable("bed", owner: nil, "label position extra")
    static let onCall = ModelTable("onCall", owner: nil, "slot position name phone badge since until")
    static let staff = ModelTable("staff", owner: nil, "badge name role retired hasPIN")
    static let drill = ModelTable(
        "drill", owner: "id",
        """
        id nature protocol version admission startedAt finishedAt voided criticalInTime critical missedCritical \
        debriefed state
        """)
    static let drillStep = ModelTable(
        "drillStep", key: 2, owner: "run",
        "run step position targetSeconds critical result at elapsedSeconds staff dose giver")
}

/// The rows of the ward itself and of its staff.
enum WardRows {
    static func rows(_ plan: WardPlan) -> [ModelRow] {
        plan.beds.enumerated().map { ModelRow(.bed, [$1.label.rawValue, $0 + 1, $1.extra]) } + onCall(plan)
    }

    private static func onCall(_ plan: WardPlan) -> [ModelRow] {
        OnCallSlot.allCases.enumerated().compactMap { index, slot in
            plan.duties?[slot].map { duty in
                ModelRow(
                    .onCall,
                    [
                        slot.rawValue, index + 1, duty.name, duty.phone, duty.badge?.rawValue,
                        duty.since.milliseconds, duty.until.milliseconds,
                    ])
            }
        }
    }

    static func rows(_ roster: Roster) -> [ModelRow] {
        roster.members.values.map {
            ModelRow(.staff, [$0.badge.rawValue, $0.name, $0.role.rawValue, $0.retired, $0.hasPIN])
        }
    }
}

/// The rows of one drill or response; steps have rows once they are marked.
enum ChecklistRows {
    static func rows(_ run: ChecklistRun) -> [ModelRow] {
        guard let startedAt = run.startedAt else { return [] }
        let score = DrillScore(run)
        let drill = ModelRow(
            .drill,
            [
                run.id.rawValue, run.nature.rawValue, run.drillProtocol?.id, run.drillProtocol?.version,
                run.admission?.rawValue, startedAt.moment.milliseconds, run.finishedAt?.moment.milliseconds,
                run.voided, score.criticalInTime, score.critical, score.missedCritical, run.debrief != nil,
            ], state: .checklist(run))
        let steps = run.drillProtocol?.steps ?? []
        return [drill] + steps.enumerated().compactMap { row($1, $0 + 1, of: run) } + FindingRows.members(run)
    }

    private static func row(_ step: ProtocolStep, _ position: Int, of run: ChecklistRun) -> ModelRow? {
        guard let mark = run.marks[step.id] else { return nil }
        return ModelRow(
            .drillStep,
            [
                run.id.rawValue, step.id, position, step.targetSeconds, step.critical, mark.result.rawValue,
                mark.at.moment.milliseconds, run.elapsed(at: step)?.seconds, mark.staff?.rawValue, mark.dose?.text,
                mark.dose?.giver?.rawValue,
            ])
    }
}
