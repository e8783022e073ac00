/// A drill or a response began; the exact protocol it uses goes with it.
public struct ChecklistStarted: ChecklistFact {
    public static let kind = "checklistStarted"
    public let drillProtocol: DrillProtocol
    public let participants: [ChecklistRun.Participant]
    public let admission: AdmissionID?
    /// Said twice, in the stream's name and here, so that no drill entry can pass for a case.
    public let drill: Bool
    public let reason: String?

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
    }
}

/// Somebody of the team came.
public struct ParticipantArrived: ChecklistFact {
    public static let kind = "participantArrived"
    public let badge: Badge
    public let role: String
    public let reason: String?

    public var summary: Phrase { Phrase(en: "\(role) arrived: \(badge)", zhHans: "\(role) 到场：\(badge)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        if let index = run.participants.firstIndex(where: { $0.badge == badge && $0.role == role }) {
            run.participants[index].arrivedAt = run.participants[index].arrivedAt ?? stamp.occurred
        } else {
            run.participants.append(ChecklistRun.Participant(badge: badge, role: role, arrivedAt: stamp.occurred))
        }
    }
}

/// A step was done, missed, or does not apply. Another result takes the place of the one before; done again, the first
/// time counts and the later ones are kept as repeats.
public struct StepMarked: ChecklistFact {
    public static let kind = "stepMarked"
    public let step: String
    public let result: StepResult
    public let dose: ChecklistRun.Dose?
    public let note: String?
    public let reason: String?

    public var summary: Phrase {
        let dose = dose.map { ", \($0.text)" } ?? ""
        return Phrase(en: "\(step): \(result.label.en)\(dose)", zhHans: "\(step)：\(result.label.zhHans)\(dose)")
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.drillProtocol?[step: step] != nil else { throw .impossible("there is no step \(step)") }
        try run.checkGoing(stamp)
        let mark = ChecklistRun.StepMark(
            result: result, at: stamp.occurred, staff: stamp.staff, dose: dose, note: note)
        if result == .done, run.marks[step]?.result == .done {
            run.repeats[step, default: []].append(mark)
        } else {
            run.marks[step] = mark
            run.repeats[step] = nil
        }
    }
}

/// Something worth saying was written down.
public struct ChecklistNoted: ChecklistFact {
    public static let kind = "checklistNoted"
    public let text: String

    public var summary: Phrase { Phrase(en: "note: \(text)", zhHans: "备注：\(text)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        run.notes.append(text)
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
        guard run.isDrill, run.suspendedAt == nil else { throw .impossible("only a running drill can be suspended") }
        try run.checkGoing(stamp)
        run.suspendedAt = stamp.occurred
    }
}

/// The drill goes on.
public struct ChecklistResumed: ChecklistFact {
    public static let kind = "checklistResumed"

    public var summary: Phrase { Phrase(en: "drill goes on", zhHans: "演练继续") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard let suspended = run.suspendedAt, !stamp.occurred.isBefore(suspended) else {
            throw .impossible("the drill is not suspended")
        }
        run.pauses.append(ChecklistRun.Pause(from: suspended, to: stamp.occurred))
        run.suspendedAt = nil
    }
}

/// The run is over.
public struct ChecklistFinished: ChecklistFact {
    public static let kind = "checklistFinished"
    public let reason: String?

    public var summary: Phrase { Phrase(en: "finished", zhHans: "结束") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        try run.finish(stamp)
    }
}

/// Started by mistake: not counted.
public struct ChecklistVoided: ChecklistFact {
    public static let kind = "checklistVoided"
    public let reason: String

    public var summary: Phrase { Phrase(en: "void: \(reason)", zhHans: "作废：\(reason)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        try run.finish(stamp)
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
    /// Takes one fact into the run; in a real response an entry that nobody signed for waits for a signature.
    mutating func take(_ fact: any ChecklistFact, _ stamp: EntryStamp) throws(FoldFault) {
        guard startedAt != nil || fact is ChecklistStarted else { throw .impossible("the run has not begun") }
        try fact.fold(into: &self, stamp)
        if stamp.staff == nil, !isDrill { unsigned.append(stamp.id) }
    }

    /// A run that goes, and a time after its start.
    fileprivate func checkGoing(_ stamp: EntryStamp) throws(FoldFault) {
        guard isRunning, let startedAt else { throw .impossible("the run is not going") }
        guard !stamp.occurred.isBefore(startedAt) else { throw .impossible("that lies before the start") }
    }

    /// Stops the clock; where the drill was suspended, it stops there.
    fileprivate mutating func finish(_ stamp: EntryStamp) throws(FoldFault) {
        try checkGoing(stamp)
        if let suspendedAt, suspendedAt.isBefore(stamp.occurred) {
            pauses.append(Pause(from: suspendedAt, to: stamp.occurred))
        }
        suspendedAt = nil
        finishedAt = stamp.occurred
    }
}
