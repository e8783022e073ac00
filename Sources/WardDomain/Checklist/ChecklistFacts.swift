/// A fact of a checklist run that says itself whether it is a drill's: none can be read as a case's.
protocol SaysDrill: ChecklistFact {
    /// True in a drill; nil in a real response, and in entries from before every one of them said it.
    var drill: Bool? { get }
    /// What happened, without the word DRILL.
    var said: Phrase { get }
}

extension SaysDrill {
    public var summary: Phrase {
        drill == true ? Phrase(en: "DRILL 演练: \(said.en)", zhHans: "演练 DRILL：\(said.zhHans)") : said
    }
}

/// A drill or a response began; the exact protocol it uses goes with it.
public struct ChecklistStarted: ChecklistFact {
    public static let kind = "checklistStarted"
    public let drillProtocol: DrillProtocol
    public let participants: [ChecklistRun.Participant]
    public let admission: AdmissionID?
    public let newborn: NewbornID?
    /// Said twice, in the stream's name and here, so that no drill entry can pass for a case.
    public let drill: Bool
    /// The drill's own number.
    public let number: Int?
    public let scenario: DrillScenario?
    public let reason: String?

    public var summary: Phrase {
        let number = number.map { (en: " \($0)", zhHans: " \($0) 号") }
        return drill
            ? Phrase(
                en: "DRILL 演练\(number?.en ?? "") started: \(drillProtocol.en)",
                zhHans: "演练 DRILL\(number?.zhHans ?? "")开始：\(drillProtocol.zhHans)")
            : Phrase(en: "response started: \(drillProtocol.en)", zhHans: "应急响应开始：\(drillProtocol.zhHans)")
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.startedAt == nil, drill == run.isDrill else {
            throw .impossible("already started, or of another nature")
        }
        guard !drill || (admission == nil && newborn == nil) else { throw .impossible("a drill touches no mother") }
        guard drill || scenario == nil else { throw .impossible("only a drill has a scenario") }
        run.drillProtocol = drillProtocol
        run.startedAt = stamp.occurred
        run.admission = admission
        run.newborn = newborn
        run.participants = participants
        run.number = number
        run.scenario = scenario
    }
}

/// A real response was found to be for a mother, a baby, or for another one than was thought. Its times stay.
public struct ResponseLinked: ChecklistFact {
    public static let kind = "responseLinked"
    public let admission: AdmissionID
    public let newborn: NewbornID?
    public let reason: String?

    public var summary: Phrase {
        newborn == nil
            ? Phrase(en: "response is for this mother", zhHans: "应急响应对象：本孕产妇")
            : Phrase(en: "response is for this mother's baby", zhHans: "应急响应对象：本孕产妇的新生儿")
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard !run.isDrill else { throw .impossible("a drill touches no mother") }
        run.admission = admission
        run.newborn = newborn
    }
}

/// Somebody of the team came.
public struct ParticipantArrived: SaysDrill {
    public static let kind = "participantArrived"
    public let badge: Badge
    public let role: String
    public let drill: Bool?
    public let reason: String?

    var said: Phrase { Phrase(en: "\(role) arrived: \(badge)", zhHans: "\(role) 到场：\(badge)") }

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
public struct StepMarked: SaysDrill {
    public static let kind = "stepMarked"
    public static let correctable: Set = ["result", "dose", "note", "reason"]
    public let step: String
    /// The step's words by the list that the run keeps, so that the entry tells them by itself.
    public let titleEn: String?
    public let titleZhHans: String?
    public let result: StepResult
    public let dose: ChecklistRun.Dose?
    /// The code of the answer, and its words.
    public let answer: String?
    public let answerEn: String?
    public let answerZhHans: String?
    public let reading: StepReading?
    public let note: String?
    public let drill: Bool?
    public let reason: String?

    var said: Phrase {
        let more = [
            answer.map { Phrase(en: answerEn ?? $0, zhHans: answerZhHans ?? $0) },
            dose.map { Phrase(en: $0.text, zhHans: $0.text) }, reading.map(\.text),
        ].compactMap { $0 }
        return Phrase(
            en: (["\(titleEn ?? step): \(result.label.en)"] + more.map(\.en)).joined(separator: ", "),
            zhHans: (["\(titleZhHans ?? step)：\(result.label.zhHans)"] + more.map(\.zhHans)).joined(separator: "，"))
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.drillProtocol?[step: step] != nil else { throw .impossible("there is no step \(step)") }
        try run.checkGoing(stamp)
        let mark = ChecklistRun.StepMark(
            result: result, at: stamp.occurred, staff: stamp.staff, dose: dose, note: note, answer: answer,
            reading: reading)
        run.timesMarked[step, default: 0] += 1
        if result == .done, run.marks[step]?.result == .done {
            run.repeats[step, default: []].append(mark)
        } else {
            run.marks[step] = mark
            run.repeats[step] = nil
            run.answers[step] = nil
        }
        if let answer, result == .done {
            run.answers[step, default: []].append(ChecklistRun.GivenAnswer(code: answer, at: stamp.occurred))
        }
        if let total = reading?.lossTotalMillilitres
            ?? reading?.lossAddedMillilitres.map({ $0 + (run.bloodLossMillilitres ?? 0) })
        {
            run.losses.append(ChecklistRun.LossReading(totalMillilitres: total, at: stamp.occurred))
        }
    }
}

/// Something worth saying was written down.
public struct ChecklistNoted: SaysDrill {
    public static let kind = "checklistNoted"
    public static let correctable: Set = ["text"]
    public let text: String
    public let drill: Bool?

    var said: Phrase { Phrase(en: "note: \(text)", zhHans: "备注：\(text)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        run.notes.append(ChecklistRun.Note(text: text, at: stamp.occurred, staff: stamp.staff))
    }
}

/// The coordinator sprang a surprise.
public struct InjectGiven: SaysDrill {
    public static let kind = "injectGiven"
    public static let correctable: Set = ["text"]
    /// The scenario's own, where it is one.
    public let inject: String?
    public let text: String
    public let textZhHans: String?
    public let signs: ExerciseSigns?
    public let drill: Bool?

    var said: Phrase { Phrase(en: "inject: \(text)", zhHans: "情景注入：\(textZhHans ?? text)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.isDrill else { throw .impossible("only a drill has injects") }
        run.injects.append(
            ChecklistRun.GivenInject(
                inject: inject, text: text, textZhHans: textZhHans, signs: signs, at: stamp.occurred))
    }
}

/// A real emergency interrupted the drill, or the coordinator paused it.
public struct ChecklistSuspended: SaysDrill {
    public static let kind = "checklistSuspended"
    public let reason: String
    /// Nil in entries from before drills could be paused: an emergency.
    public let cause: ChecklistRun.Interruption?
    public let drill: Bool?

    var said: Phrase {
        if cause == .pause { return Phrase(en: "paused", zhHans: "暂停") }
        let reason = Phrase(recorded: reason)
        return Phrase(en: "suspended: \(reason.en)", zhHans: "中断：\(reason.zhHans)")
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard run.isDrill, run.suspendedAt == nil else { throw .impossible("only a running drill can be suspended") }
        try run.checkGoing(stamp)
        run.suspendedAt = stamp.occurred
        run.suspendedFor = cause ?? .emergency
    }
}

/// The drill goes on.
public struct ChecklistResumed: SaysDrill {
    public static let kind = "checklistResumed"
    public let drill: Bool?

    var said: Phrase { Phrase(en: "goes on", zhHans: "继续") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard let suspended = run.suspendedAt, !stamp.occurred.isBefore(suspended) else {
            throw .impossible("the drill is not suspended")
        }
        run.endPause(at: stamp.occurred)
    }
}

/// The run is over.
public struct ChecklistFinished: SaysDrill {
    public static let kind = "checklistFinished"
    public let drill: Bool?
    public let reason: String?

    var said: Phrase { Phrase(en: "finished", zhHans: "结束") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        try run.finish(stamp)
    }
}

/// Started by mistake: not counted.
public struct ChecklistVoided: SaysDrill {
    public static let kind = "checklistVoided"
    public let reason: String
    public let drill: Bool?

    var said: Phrase { Phrase(en: "void: \(reason)", zhHans: "作废：\(reason)") }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        try run.finish(stamp)
        run.voided = true
    }
}

/// What the team found afterwards.
public struct DebriefWritten: SaysDrill {
    public static let kind = "debriefWritten"
    public static let correctable: Set = ["debrief"]
    public let debrief: ChecklistRun.Debrief
    public let drill: Bool?

    var said: Phrase {
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
        if let says = fact as? any SaysDrill, let drill = says.drill, drill != isDrill {
            throw .impossible("a drill's entry belongs in a drill")
        }
        try fact.fold(into: &self, stamp)
        if stamp.staff == nil, !isDrill { unsigned.append(stamp.id) }
    }

    /// A run that goes, and a time after its start.
    func checkGoing(_ stamp: EntryStamp) throws(FoldFault) {
        guard isRunning, let startedAt else { throw .impossible("the run is not going") }
        guard !stamp.occurred.isBefore(startedAt) else { throw .impossible("that lies before the start") }
    }

    /// The clock goes on from where it stood.
    fileprivate mutating func endPause(at end: Occurrence) {
        guard let suspendedAt else { return }
        pauses.append(Pause(from: suspendedAt, to: end, cause: suspendedFor ?? .emergency))
        self.suspendedAt = nil
        suspendedFor = nil
    }

    /// Stops the clock; where the drill was suspended, it stops there.
    fileprivate mutating func finish(_ stamp: EntryStamp) throws(FoldFault) {
        try checkGoing(stamp)
        if let suspendedAt, suspendedAt.isBefore(stamp.occurred) { endPause(at: stamp.occurred) }
        suspendedAt = nil
        suspendedFor = nil
        finishedAt = stamp.occurred
    }
}
