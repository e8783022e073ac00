import WardDomain

/// What a `[[step]]` asks, measures and depends on.
extension TableReader {
    /// Nil where the step does none of that.
    func stepRules() -> StepRules? {
        let rules = StepRules(
            asks: answers(), condition: condition(), countsFrom: countsFrom(), measures: measures(),
            apgarMinute: apgarMinute(), cautions: cautions())
        return rules == StepRules() ? nil : rules
    }

    /// `ask = [{ code, en, zh }, ...]`: two answers at least.
    private func answers() -> [StepAnswer] {
        guard has("ask") else { return [] }
        let tables = tables("ask")
        let codes = tables.map { $0.identifier("code") }
        tables.refuseRepeated("code", codes, \.self)
        if tables.count == 1 { note(.notAllowed("ask", value: "1", allowed: ">= 2"), at: "ask") }
        return zip(tables, codes).compactMap { table, code in
            defer { table.refuseOtherKeys() }
            guard let label = table.phrase(), let code else { return nil }
            return StepAnswer(code: code, en: label.en, zhHans: label.zhHans)
        }
    }

    /// `if = { step, answers }`: what an earlier step must have been answered; `if = { step, apgarBelow }`: what it must
    /// have scored.
    private func condition() -> StepCondition? {
        guard has("if"), let table = table("if") else { return nil }
        defer { table.refuseOtherKeys() }
        let step = table.identifier("step")
        if table.has("apgarBelow") {
            let limit = table.integer("apgarBelow", in: 1...10)
            return step.flatMap { step in limit.map { StepCondition(step: step, apgarBelow: $0) } }
        }
        let answers = table.texts("answers")
        return step.map { StepCondition(step: $0, answers: answers) }
    }

    /// `from`: the earlier step from whose mark the target counts.
    private func countsFrom() -> String? {
        guard has("from") else { return nil }
        if !has("target") { note(.goesWith("from", "target"), at: "from") }
        return identifier("from")
    }

    private func measures() -> [StepMeasure] {
        guard has("measures") else { return [] }
        return texts("measures").compactMap { text in
            if let measure = StepMeasure(rawValue: text) { return measure }
            let allowed = StepMeasure.allCases.map(\.rawValue).joined(separator: ", ")
            note(.notAllowed("measures", value: text, allowed: allowed), at: "measures")
            return nil
        }
    }

    private func apgarMinute() -> Int? {
        guard has("apgarMinute"), let minute = integer("apgarMinute") else { return nil }
        if ApgarScore.minutes.contains(minute) { return minute }
        let allowed = ApgarScore.minutes.map(String.init).joined(separator: ", ")
        note(.outOfRange("apgarMinute", value: minute, allowed: allowed), at: "apgarMinute")
        return nil
    }

    /// `[[step.caution]]`: what must be read before a drug that the step names is given.
    private func cautions() -> [StepCaution] {
        guard has("caution") else { return [] }
        return tables("caution").compactMap { table in
            defer { table.refuseOtherKeys() }
            let text = table.phrase()
            guard let source = table.source(), let text else { return nil }
            return StepCaution(en: text.en, zhHans: text.zhHans, source: source)
        }
    }

    /// What steps say about each other and about the file: noted at the step that says it.
    ///
    /// - Parameter steps: nil where a step itself could not be read.
    func checkReferences(of steps: [ProtocolStep?], in tables: [TableReader]) {
        for (position, (step, table)) in zip(steps, tables).enumerated() {
            guard let step else { continue }
            let earlier = steps[..<position].compactMap(\.self)
            table.check(condition: step, among: earlier)
            table.check(countsFrom: step, among: earlier)
            table.check(measures: step, hasShockIndex: has("shockIndex"), hasOxygen: has("oxygen"))
            let isDecisive = steps.contains { $0?.condition?.step == step.id && $0?.critical == true }
            if isDecisive, !step.critical {
                table.note(
                    .notAllowed("critical", value: "false", allowed: "true: critical steps depend on its answer"),
                    at: "critical")
            }
        }
    }

    private func check(condition step: ProtocolStep, among earlier: [ProtocolStep]) {
        guard let condition = step.condition else { return }
        let needsScore = condition.apgarBelow != nil
        let asking = earlier.filter { needsScore ? $0.measures.contains(.apgar) : !$0.asks.isEmpty }
        guard let question = asking.first(where: { $0.id == condition.step }) else {
            let allowed = asking.map(\.id).joined(separator: ", ")
            note(
                .notAllowed(
                    "if", value: condition.step,
                    allowed: "an earlier step that \(needsScore ? "scores" : "asks") (\(allowed))"),
                at: "if")
            return
        }
        let codes = question.asks.map(\.code)
        for answer in condition.answers where !codes.contains(answer) {
            note(.notAllowed("answers", value: answer, allowed: codes.joined(separator: ", ")), at: "if")
        }
    }

    private func check(countsFrom step: ProtocolStep, among earlier: [ProtocolStep]) {
        guard let from = step.countsFrom, !earlier.contains(where: { $0.id == from }) else { return }
        let allowed = earlier.map(\.id).joined(separator: ", ")
        note(.notAllowed("from", value: from, allowed: "an earlier step (\(allowed))"), at: "from")
    }

    private func check(measures step: ProtocolStep, hasShockIndex: Bool, hasOxygen: Bool) {
        if step.measures.contains(.shockIndex), !hasShockIndex {
            note(.goesWith("measures: shock-index", "[[shockIndex]]"), at: "measures")
        }
        if step.measures.contains(.oxygenSaturation), !hasOxygen {
            note(.goesWith("measures: spo2", "[[oxygen]]"), at: "measures")
        }
        if step.measures.contains(.apgar) != has("apgarMinute") {
            note(.goesWith("measures: apgar", "apgarMinute"), at: has("measures") ? "measures" : "apgarMinute")
        }
    }
}
