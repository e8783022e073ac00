/// Which protocol to drill next, and why.
public struct DrillSuggestion: Hashable, Sendable {
    /// What points to it.
    public enum Reason: Hashable, Sendable {
        /// Actions, threats or defects that a run of it left, past their day.
        case overdueFindings(Int)
        /// Those that are open.
        case openFindings(Int)
        /// A caesarean over its target, by whole seconds, on a day.
        case caesareanOverTarget(seconds: Int, on: CalendarDay)
        /// A real response on a day.
        case realResponse(on: CalendarDay)
        /// A minimum of this year that no drill has met yet.
        case minimum(Phrase)
        case neverDrilled
        /// The one longest not drilled.
        case longestAgo(CalendarDay)

        public var text: Phrase {
            switch self {
            case .overdueFindings(let count):
                Phrase(en: "\(count) overdue findings", zhHans: "有 \(count) 项逾期的发现")
            case .openFindings(let count):
                Phrase(en: "\(count) open findings", zhHans: "有 \(count) 项未关闭的发现")
            case .caesareanOverTarget(let seconds, let day):
                Phrase(
                    en: "caesarean \(seconds / 60) min over target on \(day)",
                    zhHans: "\(day) 剖宫产超时 \(seconds / 60) 分钟")
            case .realResponse(let day): Phrase(en: "real response on \(day)", zhHans: "\(day) 有真实应急")
            case .minimum(let label):
                Phrase(en: "this year's minimum: \(label.en)", zhHans: "本年度最低要求：\(label.zhHans)")
            case .neverDrilled: Phrase(en: "never drilled", zhHans: "从未演练")
            case .longestAgo(let day): Phrase(en: "longest not drilled: \(day)", zhHans: "最久未演练：\(day)")
            }
        }
    }

    public let drillProtocol: String
    public let reason: Reason
}

extension Cadence {
    /// What to drill next, the most pressing first, each protocol once. What really went wrong since the last drill of
    /// a protocol comes first (seed policy, 15), then what earlier runs left past its day, then what the year still
    /// lacks, then what is open, then what was longest not drilled; the library's order decides ties.
    ///
    /// - Parameters:
    ///   - findings: those that are open.
    ///   - isOverdue: whether a finding is past its day.
    public func suggestions(
        _ history: DutyHistory, findings: some Collection<Finding>, rules: ClinicalRules, _ offset: LocalOffset,
        isOverdue: (Finding) -> Bool
    ) -> [DrillSuggestion] {
        let findings = findings.filter { !$0.isRestock }
        let candidates = [
            caseSuggestion(history, rules, offset),
            findingSuggestion(findings.filter(isOverdue), rules) { .overdueFindings($0) },
            minimumSuggestion(rules), findingSuggestion(findings, rules) { .openFindings($0) },
            longestSuggestion(rules, offset),
        ].compactMap(\.self)
        return candidates.reduce(into: []) { chosen, candidate in
            if !chosen.contains(where: { $0.drillProtocol == candidate.drillProtocol }) { chosen.append(candidate) }
        }
    }

    /// The worst that happened within the library's days and was not drilled since.
    private func caseSuggestion(
        _ history: DutyHistory, _ rules: ClinicalRules, _ offset: LocalOffset
    ) -> DrillSuggestion? {
        func isRecent(_ moment: Moment, _ id: String) -> Bool {
            guard moment.localDay(offset).days(to: today) <= rules.cadence.recentCaseDays else { return false }
            return lastDrill[id].map { $0 < moment } ?? true
        }
        if let id = rules.cadence.caesareanProtocol, rules.drillProtocol(id) != nil {
            let over = history.caesareans.filter { isRecent($0.decidedAt, id) }.compactMap { done in
                rules.target(of: done.category).map { (done, done.seconds - $0) }
            }
            if let worst = over.filter({ $0.1 > 0 }).max(by: { $0.1 < $1.1 }) {
                let day = worst.0.decidedAt.localDay(offset)
                return DrillSuggestion(
                    drillProtocol: id, reason: .caesareanOverTarget(seconds: worst.1, on: day))
            }
        }
        let responses = history.responses.filter {
            rules.drillProtocol($0.drillProtocol) != nil && isRecent($0.startedAt, $0.drillProtocol)
        }
        return responses.max { $0.startedAt < $1.startedAt }.map {
            DrillSuggestion(
                drillProtocol: $0.drillProtocol, reason: .realResponse(on: $0.startedAt.localDay(offset)))
        }
    }

    /// The protocol whose runs have left the most of them.
    private func findingSuggestion(
        _ findings: some Collection<Finding>, _ rules: ClinicalRules, _ reason: (Int) -> DrillSuggestion.Reason
    ) -> DrillSuggestion? {
        var counts: [String: Int] = [:]
        for finding in findings where finding.isOpen {
            guard let origin = finding.origin else { continue }
            counts[origin.drillProtocol, default: 0] += 1
        }
        let order = rules.protocols.map(\.id).filter { counts[$0] != nil }
        guard let most = order.map({ counts[$0] ?? 0 }).max(), let id = order.first(where: { counts[$0] == most })
        else { return nil }
        return DrillSuggestion(drillProtocol: id, reason: reason(most))
    }

    private func minimumSuggestion(_ rules: ClinicalRules) -> DrillSuggestion? {
        for standing in minima where standing.done == 0 {
            let known = standing.minimum.protocols.filter { rules.drillProtocol($0) != nil }
            if let id = longest(known) {
                return DrillSuggestion(drillProtocol: id, reason: .minimum(standing.minimum.label))
            }
        }
        return nil
    }

    private func longestSuggestion(_ rules: ClinicalRules, _ offset: LocalOffset) -> DrillSuggestion? {
        guard let id = longest(rules.protocols.map(\.id)) else { return nil }
        return DrillSuggestion(
            drillProtocol: id, reason: lastDrill[id].map { .longestAgo($0.localDay(offset)) } ?? .neverDrilled)
    }

    /// The one never drilled, else longest not drilled; the first of equals.
    private func longest(_ protocols: [String]) -> String? {
        protocols.min { (lastDrill[$0]?.milliseconds ?? .min) < (lastDrill[$1]?.milliseconds ?? .min) }
    }
}
