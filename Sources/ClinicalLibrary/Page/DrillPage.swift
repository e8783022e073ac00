import WardDomain

/// A protocol as a page for the wall, in plain text of at most 78 cells a line: every step with its target, role,
/// mark and source, what it asks and depends on, doses, cautions and limits in full. Made-up cases are not on it.
///
/// - Parameter confirmedBy: who stands behind a step for this hospital, by step; such a step bears the name and no mark.
public func drillPage(
    _ drillProtocol: DrillProtocol, effectiveFrom: CalendarDay? = nil, confirmedBy: [String: String] = [:],
    in language: Language
) -> String {
    DrillPage(drillProtocol, effectiveFrom, confirmedBy, language).text
}

/// A protocol laid out for print, in one language.
private struct DrillPage {
    let drillProtocol: DrillProtocol
    let effectiveFrom: CalendarDay?
    let confirmedBy: [String: String]
    let language: Language
    /// Each source once, in the order of its first use; a step names it by its number, from 1.
    let sources: [Source]

    static let width = 78

    init(
        _ drillProtocol: DrillProtocol, _ effectiveFrom: CalendarDay?, _ confirmedBy: [String: String],
        _ language: Language
    ) {
        self.drillProtocol = drillProtocol
        self.effectiveFrom = effectiveFrom
        self.confirmedBy = confirmedBy
        self.language = language
        var sources: [Source] = []
        let ofSteps = drillProtocol.steps.flatMap { step in
            [step.source] + step.doses.map(\.source) + step.cautions.map(\.source)
        }
        let ofLimits = (drillProtocol.shockIndex ?? []).map(\.source) + (drillProtocol.oxygen ?? []).map(\.source)
        for source in ofSteps + ofLimits + (drillProtocol.notes ?? []).map(\.source)
        where !sources.contains(source) {
            sources.append(source)
        }
        self.sources = sources
    }

    var text: String {
        (heading + [""] + stepLines + [""] + limitLines + noteLines + roleLines + [""] + sourceLines).joined(
            separator: "\n") + "\n"
    }

    private var heading: [String] {
        let zero = drillProtocol.momentZero
        let since = effectiveFrom.map { Phrase(en: ", in force from \($0)", zhHans: "，自 \($0) 起执行") }
        let edition = Phrase(
            en: "version \(drillProtocol.version)\(since?.en ?? ""); clock from: \(zero.en)",
            zhHans: "版本 \(drillProtocol.version)\(since?.zhHans ?? "")；计时起点：\(zero.zhHans)")
        return [drillProtocol.title[language]] + wrapped(edition[language]) + wrapped(Self.legend[language])
    }

    private static let legend = Phrase(
        en: "* critical step; + time proposed by the library; [V] verified, [V*] second-hand, [R] recall: unconfirmed",
        zhHans: "* 关键步骤；+ 时间为本库建议；[V] 已核实，[V*] 转引，[R] 凭记忆，待核")

    private var stepLines: [String] {
        let targets = drillProtocol.steps.map(target)
        let targetCells = targets.map(\.cells).max() ?? 0
        let roleCells = drillProtocol.steps.map(\.role.cells).max() ?? 0
        return zip(drillProtocol.steps, targets).enumerated().flatMap { position, pair in
            let (step, target) = pair
            let number = String(position + 1).leftPadded(to: 2)
            let critical = step.critical ? "*" : " "
            let lead = "\(number) \(critical) \(target.padded(to: targetCells)) \(step.role.padded(to: roleCells)) "
            let mark = confirmedBy[step.id].map(confirmed) ?? reference(step.source)
            let lines = wrapped("\(step.text[language]) \(mark)", after: lead)
            return lines + ruleLines(step, indent: lead.cells)
                + step.doses.flatMap { doseLines($0, of: step, indent: lead.cells) }
                + step.cautions.flatMap { caution in
                    let blank = String(repeating: " ", count: lead.cells)
                    return wrapped("\(caution.text[language]) \(reference(caution.source))", after: blank + "! ")
                }
        }
    }

    private func confirmed(_ who: String) -> String {
        Phrase(en: "[confirmed here: \(who)]", zhHans: "[本院已确认：\(who)]")[language]
    }

    /// What a step depends on, asks, and how often it comes again.
    private func ruleLines(_ step: ProtocolStep, indent: Int) -> [String] {
        var lines: [Phrase] = []
        if let condition = ChecklistRun(reading: drillProtocol).conditionText(of: step) {
            lines.append(Phrase(en: "only if: \(condition.en)", zhHans: "仅当：\(condition.zhHans)"))
        }
        if let from = step.countsFrom.flatMap({ id in drillProtocol.steps.firstIndex { $0.id == id } }) {
            let clock = step.targetSeconds.map(clock) ?? ""
            lines.append(Phrase(en: "\(clock) after step \(from + 1)", zhHans: "第 \(from + 1) 步后 \(clock)"))
        }
        if let every = step.repeatSeconds {
            lines.append(Phrase(en: "again every \(clock(every))", zhHans: "每 \(clock(every)) 重复"))
        }
        if !step.asks.isEmpty {
            lines.append(
                Phrase(
                    en: "which: " + step.asks.map(\.en).joined(separator: " / "),
                    zhHans: "选择：" + step.asks.map(\.zhHans).joined(separator: " / ")))
        }
        let blank = String(repeating: " ", count: indent)
        return lines.flatMap { wrapped($0[language], after: blank + "> ") }
    }

    /// What the measurements are held against.
    private var limitLines: [String] {
        let index = (drillProtocol.shockIndex ?? []).map { level in
            Phrase(
                en: "shock index (HR / systolic BP) \(level.limit): \(level.urgency.label.en)",
                zhHans: "休克指数（心率／收缩压）\(level.limit)：\(level.urgency.label.zhHans)")[language]
                + " " + reference(level.source)
        }
        let oxygen = (drillProtocol.oxygen ?? []).map { target in
            OxygenAim.target(target).text[language] + " " + reference(target.source)
        }
        let title = Phrase(en: "SpO2 right hand: ", zhHans: "右手血氧：")[language]
        let lines = index + (oxygen.isEmpty ? [] : [title + oxygen.joined(separator: "; ")])
        return lines.isEmpty ? [] : lines.flatMap { wrapped($0) } + [""]
    }

    /// What the protocol says beside its steps; a step is named by its number.
    private var noteLines: [String] {
        let lines = (drillProtocol.notes ?? []).flatMap { note -> [String] in
            let number = note.step.flatMap { id in drillProtocol.steps.firstIndex { $0.id == id } }
            let step = number.map { " \($0 + 1)" } ?? ""
            let lead = Phrase(en: "\(note.topic.label.en)\(step): ", zhHans: "\(note.topic.label.zhHans)\(step)：")
            return wrapped("\(lead[language])\(note.text[language]) \(reference(note.source))")
        }
        return lines.isEmpty ? [] : lines + [""]
    }

    private func target(of step: ProtocolStep) -> String {
        if let words = step.targetLabel { return words[language] }
        guard let seconds = step.targetSeconds else { return "-" }
        return clock(seconds) + (step.targetIsProposal ? "+" : "")
    }

    /// `m:ss`
    private func clock(_ seconds: Int) -> String {
        let ofMinute = seconds % 60
        return "\(seconds / 60):\(ofMinute < 10 ? "0" : "")\(ofMinute)"
    }

    private func doseLines(_ dose: ProtocolDose, of step: ProtocolStep, indent: Int) -> [String] {
        let blank = String(repeating: " ", count: indent)
        let caution = dose.caution[language]
        let mark = confirmedBy[step.id] == nil ? " " + reference(dose.source) : ""
        return wrapped("\(dose.text[language])\(mark)", after: blank + "= ")
            + (caution.isEmpty ? [] : wrapped(caution, after: blank + "! "))
    }

    private var roleLines: [String] {
        let roles = drillProtocol.roles.map { "\($0.code) \($0.label[language])" }
        return wrapped(roles.joined(separator: Phrase(en: "; ", zhHans: "；")[language]))
    }

    private var sourceLines: [String] {
        sources.enumerated().flatMap { position, source in
            wrapped("\(source.text) [\(source.mark.rawValue)]", after: String(position + 1).leftPadded(to: 2) + " ")
        }
    }

    /// A source's mark and number, such as `[V*:3]`.
    private func reference(_ source: Source) -> String {
        "[\(source.mark.rawValue):\((sources.firstIndex(of: source) ?? 0) + 1)]"
    }

    private func wrapped(_ text: String, after lead: String = "") -> [String] {
        text.wrapped(to: Self.width, after: lead)
    }
}
