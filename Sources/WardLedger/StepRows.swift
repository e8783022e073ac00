internal import GRDB
import WardDomain

extension ModelTable {
    static let handover = ModelTable(
        "handover", owner: "admission",
        "entry newborn admission at giver receiver from to reason retrospective result state")
    static let endedWait = ModelTable(
        "endedWait", key: 3, owner: "admission", "entry newborn kind admission endedAt state")

    /// The tables whose rows the folded state does not keep.
    static let ofSteps = [handover, endedWait]
}

/// The rows of what entries did: of the handover register, and of waits that are over.
enum StepRows {
    static func row(_ step: HandoverStep) -> ModelRow {
        let handover = step.handover
        return ModelRow(
            .handover,
            [
                handover.entry.rawValue, step.newborn.rawValue, step.admission.rawValue,
                handover.at.moment.milliseconds, handover.giver.code, handover.receiver?.code ?? "",
                handover.from.rawValue, handover.to.rawValue, handover.reason, handover.retrospective,
                handover.result.rawValue,
            ], state: .handover(handover))
    }

    static func row(_ step: EndedWaitStep) -> ModelRow {
        let ended = step.ended
        return ModelRow(
            .endedWait,
            [
                ended.entry.rawValue, ended.wait.newborn.rawValue, ended.wait.kind.rawValue, step.admission.rawValue,
                ended.endedAt.moment.milliseconds,
            ], state: .endedWait(ended))
    }
}
