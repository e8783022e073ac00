/// A drill or a response began; the exact protocol it uses goes with it.
public struct ChecklistStarted: ChecklistFact {
    public static let kind = "checklistStarted"
    public let drillProtocol: DrillProtocol
    public let participants: [ChecklistRun.Participant]
    public let admission: AdmissionID?
    /// Said twice, in the stream's name and here, so that no drill entry can pass for a case.
    public let drill: Bool

    public var summary: Phrase {
        drill
            ? Phrase(en: "DRILL started: \(drillProtocol.en)", zhHans: "演练开始：\(drillProtocol.zhHans)")
            : Phrase(en: "response started: \(drillProtocol.en)", zhHans: "应急响应开始：\(drillProtocol.zhHans)")
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.startedAt == nil, drill == run.isDrill else {
            throw .impossible("already started, or of another nature")
        }
        run.drillProtocol = drillProtocol
        run.startedAt = stamp.occurred
        run.admission = admission
        run.participants = participants
        run.noteSignature(stamp)
    }
}

/// Somebody of the team came.
public struct ParticipantArrived: ChecklistFact {
    public static let kind = "participantArrived"
    public let badge: Badge
    public let role: String

    public var summary: Phrase { Phrase(en: "\(role) arrived: \(badge)", zhHans: "\(role) 到场：\(badge)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        if let index = run.participants.firstIndex(where: { $0.badge == badge && $0.role == role }) {
            run.participants[index].arrivedAt = run.participants[index].arrivedAt ?? stamp.occurred
        } else {
            run.participants.append(ChecklistRun.Participant(badge: badge, role: role, arrivedAt: stamp.occurred))
        }
        run.noteSignature(stamp)
    }
}

/// A step was done, missed, or does not apply; marked anew, the newest mark counts.
public struct StepMarked: ChecklistFact {
    public static let kind = "stepMarked"
    public let step: String
    public let result: StepResult
    public let dose: ChecklistRun.Dose?
    public let note: String?

    public var summary: Phrase {
        let dose = dose.map { ", \($0.text)" } ?? ""
        return Phrase(en: "\(step): \(result.label.en)\(dose)", zhHans: "\(step)：\(result.label.zhHans)\(dose)")
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.drillProtocol?[step: step] != nil else { throw .impossible("there is no step \(step)") }
        run.marks[step] = ChecklistRun.StepMark(
            result: result, at: stamp.occurred, staff: stamp.staff, dose: dose, note: note)
        run.noteSignature(stamp)
    }
}

/// Something worth saying was written down.
public struct ChecklistNoted: ChecklistFact {
    public static let kind = "checklistNoted"
    public let text: String

    public var summary: Phrase { Phrase(en: "note: \(text)", zhHans: "备注：\(text)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        run.notes.append(text)
        run.noteSignature(stamp)
    }
}

/// The coordinator sprang a surprise.
public struct InjectGiven: ChecklistFact {
    public static let kind = "injectGiven"
    public let text: String

    public var summary: Phrase { Phrase(en: "inject: \(text)", zhHans: "情景注入：\(text)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.isDrill else { throw .impossible("only a drill has injects") }
        run.injects.append(text)
    }
}

/// A real emergency interrupted the drill.
public struct ChecklistSuspended: ChecklistFact {
    public static let kind = "checklistSuspended"
    public let reason: String

    public var summary: Phrase { Phrase(en: "drill suspended: \(reason)", zhHans: "演练中断：\(reason)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.isDrill else { throw .impossible("only a drill can be suspended") }
        run.suspendedAt = stamp.occurred
    }
}

/// The drill goes on.
public struct ChecklistResumed: ChecklistFact {
    public static let kind = "checklistResumed"

    public var summary: Phrase { Phrase(en: "drill goes on", zhHans: "演练继续") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        run.suspendedAt = nil
    }
}

/// The run is over.
public struct ChecklistFinished: ChecklistFact {
    public static let kind = "checklistFinished"

    public var summary: Phrase { Phrase(en: "finished", zhHans: "结束") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.isRunning else { throw .impossible("the run is not going") }
        run.finishedAt = stamp.occurred
        run.suspendedAt = nil
        run.noteSignature(stamp)
    }
}

/// Started by mistake: not counted.
public struct ChecklistVoided: ChecklistFact {
    public static let kind = "checklistVoided"
    public let reason: String

    public var summary: Phrase { Phrase(en: "void: \(reason)", zhHans: "作废：\(reason)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.isRunning else { throw .impossible("the run is not going") }
        run.finishedAt = stamp.occurred
        run.voided = true
    }
}

/// What the team found afterwards.
public struct DebriefWritten: ChecklistFact {
    public static let kind = "debriefWritten"
    public let debrief: ChecklistRun.Debrief

    public var summary: Phrase {
        Phrase(en: "debrief, \(debrief.actions.count) actions", zhHans: "复盘，改进措施 \(debrief.actions.count) 项")
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.finishedAt != nil else { throw .impossible("the run is going on") }
        run.debrief = debrief
    }
}

extension ChecklistRun {
    fileprivate mutating func noteSignature(_ stamp: EntryStamp) {
        if stamp.staff == nil { unsigned.append(stamp.id) }
    }
}
