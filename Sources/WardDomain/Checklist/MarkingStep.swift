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

/// `drill.step`, `response.step`: a step done, missed or not applicable; with the dose, the answer or the measurements
/// that the step asks for.
public struct MarkStep<Kind: ChecklistKind>: WardCommand, NamesChecklist {
    public static var name: String { "\(Kind.prefix).step" }
    public static var summary: Phrase {
        Phrase(en: "mark a step of a \(Kind.label.en)", zhHans: "标记\(Kind.label.zhHans)步骤")
    }
    public static var permission: Permission { Kind.permission }
    public static var fields: [CommandField] {
        [
            CommandField("run", "id", required: true), CommandField("step", "id", required: true),
            CommandField("result", StepResult.codes, required: true),
            CommandField("dose", "string"), CommandField("giver", "badge"), CommandField("answer", "code"),
            CommandField("lossAdded", "integer mL"), CommandField("lossTotal", "integer mL"),
            CommandField("pulse", "integer"), CommandField("systolic", "integer >=30"),
            CommandField(
                "apgar", "total, or {appearance, pulse, grimace, activity, respiration}", parts: ApgarGiven.parts),
            CommandField("oxygenSaturation", "integer 0-100"), CommandField("note", "string"),
            CommandField("seen", "integer: how often the step was marked before"), CommandField("reason", "string"),
        ]
    }

    public var run: ChecklistID
    public var step: String
    public var result: StepResult
    public var dose: String?
    public var giver: Badge?
    public var answer: String?
    public var lossAdded: Int?
    public var lossTotal: Int?
    public var pulse: Int?
    public var systolic: Int?
    public var apgar: ApgarGiven?
    public var oxygenSaturation: Int?
    public var note: String?
    /// How often the step had been marked when the mark was decided on; another count by then refuses the mark, so that
    /// two terminals can't double it. Nil asks for no such check.
    public var seen: Int?
    public var reason: String?

    public init(
        run: ChecklistID, step: String, result: StepResult, dose: String? = nil, giver: Badge? = nil,
        answer: String? = nil, note: String? = nil, seen: Int? = nil
    ) {
        self.run = run
        self.step = step
        self.result = result
        self.dose = dose
        self.giver = giver
        self.answer = answer
        self.note = note
        self.seen = seen
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context)
        guard run.suspendedAt == nil else { throw .checklistSuspended }
        guard let found = run.drillProtocol?[step: step] else { throw .stepUnknown(step) }
        try run.checkStarted(context)
        try checkNotDoubled(found, run)
        let isDone = result == .done
        let given = found.takesDose && isDone ? try given(context) : nil
        let chosen = try chosen(found, isDone: isDone)
        let reading = try reading(found, run, isDone: isDone)
        if let note { _ = try TextRules.note(note, field: "note") }
        let marked = StepMarked(
            step: step, titleEn: found.en, titleZhHans: found.zhHans, result: result, dose: given,
            answer: chosen?.code, answerEn: chosen?.en, answerZhHans: chosen?.zhHans, reading: reading, note: note,
            drill: Kind.drillMark, reason: reason)
        return [context.draft(run.stream, marked)]
    }

    /// A mark that another terminal has made meanwhile is not made again.
    private func checkNotDoubled(_ found: ProtocolStep, _ run: ChecklistRun) throws(Refusal) {
        if let seen, seen != run.timesMarked[step] ?? 0 { throw .stepChangedSince(found.text) }
        guard let mark = run.marks[step], mark.result == result else { return }
        guard result == .done, found.mayBeRepeated else { throw .stepAlreadyMarked(found.text, result) }
    }

    /// What was given and by whom; nobody signed in and nobody named leaves the giver to the signature.
    private func given(_ context: DecisionContext) throws(Refusal) -> ChecklistRun.Dose {
        guard let dose = try dose.map({ dose throws(Refusal) in try TextRules.note(dose, field: "dose") }),
            !dose.isBlank
        else { throw .doseNeeded }
        if let giver, context.ward.roster[giver] == nil { throw .badgeUnknown(giver) }
        return ChecklistRun.Dose(text: dose, giver: giver ?? context.by)
    }

    /// The answer, which a step that asks must have when it is done.
    private func chosen(_ found: ProtocolStep, isDone: Bool) throws(Refusal) -> StepAnswer? {
        guard !found.asks.isEmpty, isDone else {
            guard answer == nil else { throw .fieldNotHere("answer") }
            return nil
        }
        guard let answer else { throw .answerNeeded(found.asks.map(\.code).joined(separator: "|")) }
        guard let chosen = found.answer(answer) else { throw .codeUnknown(field: "answer", code: answer) }
        return chosen
    }
}

/// What was measured.
extension MarkStep {
    fileprivate func reading(
        _ found: ProtocolStep, _ run: ChecklistRun, isDone: Bool
    ) throws(Refusal) -> StepReading? {
        try checkBelongs(found, isDone: isDone)
        var reading = StepReading()
        try take(loss: &reading, run)
        try take(shockIndex: &reading, run)
        if let apgar {
            guard apgar.score.isValid else { throw .apgarInvalid }
            reading.apgar = apgar.score
        }
        if let oxygenSaturation {
            try TextRules.check(oxygenSaturation, 0...100, "oxygenSaturation")
            reading.oxygenSaturation = oxygenSaturation
        }
        return reading.isEmpty ? nil : reading
    }

    /// A figure that the step does not measure is refused, not dropped.
    private func checkBelongs(_ found: ProtocolStep, isDone: Bool) throws(Refusal) {
        let given: [(String, Bool, StepMeasure)] = [
            ("lossAdded", lossAdded != nil, .bloodLoss), ("lossTotal", lossTotal != nil, .bloodLoss),
            ("pulse", pulse != nil, .shockIndex), ("systolic", systolic != nil, .shockIndex),
            ("apgar", apgar != nil, .apgar), ("oxygenSaturation", oxygenSaturation != nil, .oxygenSaturation),
        ]
        for (field, isGiven, measure) in given where isGiven {
            guard isDone, found.measures.contains(measure) else { throw .fieldNotHere(field) }
        }
    }

    private func take(loss reading: inout StepReading, _ run: ChecklistRun) throws(Refusal) {
        guard lossAdded == nil || lossTotal == nil else { throw .lossTwice }
        try TextRules.check(lossAdded, StepReading.lossRange, "lossAdded")
        try TextRules.check(lossTotal, StepReading.lossRange, "lossTotal")
        if let lossTotal, let before = run.bloodLossMillilitres, lossTotal < before { throw .lossBelowEarlier(before) }
        reading.lossAddedMillilitres = lossAdded
        reading.lossTotalMillilitres = lossTotal
    }

    /// Both or neither: an index is never reckoned from one of them.
    private func take(shockIndex reading: inout StepReading, _ run: ChecklistRun) throws(Refusal) {
        guard pulse != nil || systolic != nil else { return }
        guard let pulse else { throw .shockIndexNeeds("pulse") }
        guard let systolic else { throw .shockIndexNeeds("systolic") }
        try TextRules.check(pulse, ShockIndex.pulseRange, "pulse")
        guard systolic >= ShockIndex.leastSystolic else { throw .systolicTooLow }
        try TextRules.check(systolic, ShockIndex.systolicRange, "systolic")
        reading.shockIndex = ShockIndex(pulse: pulse, systolic: systolic)
        reading.shockLevel = reading.shockIndex.flatMap { run.drillProtocol?.shockLevel(of: $0) }
    }
}

extension DrillProtocol {
    /// The most urgent level that an index has reached; nil where it has reached none.
    public func shockLevel(of index: ShockIndex) -> ShockIndexLevel? {
        (shockIndex ?? []).filter { index.reaches($0.fromHundredths) }.max { $0.fromHundredths < $1.fromHundredths }
    }
}
