import WardDomain

/// A protocol as a page for the wall, in plain text of at most 78 cells a line: every step with its target, role,
/// mark and source, doses and cautions in full.
public func drillPage(
    _ drillProtocol: DrillProtocol, effectiveFrom: CalendarDay? = nil, in language: Language
) -> String {
    DrillPage(drillProtocol, effectiveFrom, language).text
}

private struct DrillPage {
    let drillProtocol: DrillProtocol
    let effectiveFrom: CalendarDay?
    let language: Language
    /// Each source once, in the order of its first use; a step names it by its number, from 1.
    let sources: [Source]

    static let width = 78

    init(_ drillProtocol: DrillProtocol, _ effectiveFrom: CalendarDay?, _ language: Language) {
        self.drillProtocol = drillProtocol
        self.effectiveFrom = effectiveFrom
        self.language = language
        var sources: [Source] = []
        for source in drillProtocol.steps.flatMap({ [$0.source] + $0.doses.map(\.source) })
        where !sources.contains(source) {
            sources.append(source)
        }
        self.sources = sources
    }

    var text: String {
        (heading + [""] + stepLines + [""] + roleLines + [""] + sourceLines).joined(separator: "\n") + "\n"
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
            let lines = wrapped("\(step.text[language]) \(reference(step.source))", after: lead)
            return lines + step.doses.flatMap { doseLines($0, indent: lead.cells) }
        }
    }

    private func target(of step: ProtocolStep) -> String {
        if let words = step.targetLabel { return words[language] }
        guard let seconds = step.targetSeconds else { return "-" }
        let ofMinute = seconds % 60
        return "\(seconds / 60):\(ofMinute < 10 ? "0" : "")\(ofMinute)" + (step.targetIsProposal ? "+" : "")
    }

    private func doseLines(_ dose: ProtocolDose, indent: Int) -> [String] {
        let blank = String(repeating: " ", count: indent)
        let caution = dose.caution[language]
        return wrapped("\(dose.text[language]) \(reference(dose.source))", after: blank + "= ")
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
