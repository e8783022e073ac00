/// Whether a step applies, by the answers that were given.
public enum StepBranch: Hashable, Sendable {
    /// It depends on nothing.
    case always
    /// An answer opened it, so many seconds after moment zero.
    case chosen(atSeconds: Int)
    /// The answer it depends on has not been given.
    case waiting
    /// Only other answers were given.
    case notChosen
}

extension ChecklistRun {
    /// Whether a step applies. Once one answer has opened it, a later other answer does not close it again.
    public func branch(to step: ProtocolStep) -> StepBranch {
        guard let condition = step.condition, let question = question(of: step) else { return .always }
        if let limit = condition.apgarBelow { return branch(on: question, apgarBelow: limit) }
        let given = answers[question.id] ?? []
        if let opening = given.first(where: { condition.answers.contains($0.code) }),
            let at = elapsed(until: opening.at)?.seconds
        {
            return .chosen(atSeconds: at)
        }
        if !given.isEmpty || marks[question.id]?.result == .notApplicable { return .notChosen }
        return unanswered(question)
    }

    /// By the score that was recorded last; one that is not recorded, or lacks signs, decides nothing.
    private func branch(on question: ProtocolStep, apgarBelow limit: Int) -> StepBranch {
        if marks[question.id]?.result == .notApplicable { return .notChosen }
        guard let mark = marksInOrder(of: question.id).last(where: { $0.reading?.apgar?.total != nil }),
            let total = mark.reading?.apgar?.total, let at = elapsed(until: mark.at)?.seconds
        else { return unanswered(question) }
        return total < limit ? .chosen(atSeconds: at) : .notChosen
    }

    private func unanswered(_ question: ProtocolStep) -> StepBranch {
        switch branch(to: question) {
        case .notChosen: .notChosen
        case .always, .chosen, .waiting: .waiting
        }
    }

    /// The earlier step whose answer a step depends on.
    public func question(of step: ProtocolStep) -> ProtocolStep? {
        guard let steps = drillProtocol?.steps, let position = steps.firstIndex(where: { $0.id == step.id }) else {
            return nil
        }
        return steps[..<position].first { $0.id == step.condition?.step }
    }

    /// What must have been answered for a step to apply, in words; nil where it always applies.
    public func conditionText(of step: ProtocolStep) -> Phrase? {
        guard let condition = step.condition, let question = question(of: step) else { return nil }
        if let limit = condition.apgarBelow {
            let minute = question.apgarMinute.map { (en: " at \($0) min", zhHans: "\($0)分钟") }
            return Phrase(
                en: "Apgar\(minute?.en ?? "") below \(limit)", zhHans: "\(minute?.zhHans ?? "")Apgar评分低于\(limit)")
        }
        let answers = question.asks.filter { condition.answers.contains($0.code) }
        return Phrase(
            en: answers.map(\.en).joined(separator: " / "), zhHans: answers.map(\.zhHans).joined(separator: " / "))
    }
}

extension ProtocolStep {
    /// The answer of a code.
    public func answer(_ code: String) -> StepAnswer? {
        asks.first { $0.code == code }
    }
}
