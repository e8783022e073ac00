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
        let given = answers[question.id] ?? []
        if let opening = given.first(where: { condition.answers.contains($0.code) }),
            let at = elapsed(until: opening.at)?.seconds
        {
            return .chosen(atSeconds: at)
        }
        if !given.isEmpty || marks[question.id]?.result == .notApplicable { return .notChosen }
        switch branch(to: question) {
        case .notChosen: return .notChosen
        case .always, .chosen, .waiting: return .waiting
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
