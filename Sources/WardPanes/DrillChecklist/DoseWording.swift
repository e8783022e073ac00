import ScreenGrid
import WardDomain

/// What the screen says of a drug step's doses.
///
/// In a real response a figure is shown only when its source was read or somebody here stands behind it; otherwise the
/// hospital's own protocol is pointed to. A drill shows every figure with its mark.
struct DoseWording {
    /// One dose as it may be shown.
    struct Shown {
        let text: Phrase
        /// Nil where the figure gives way to the hospital's protocol.
        let source: Source?
        /// What must be read before the drug is given; empty where the library names nothing.
        let caution: Phrase
    }

    let doses: [Shown]
    /// Who confirmed the doses for this hospital.
    let confirmedBy: Badge?

    static let hospitalProtocol = Phrase(en: "hospital protocol 按本院方案", zhHans: "按本院方案 hospital protocol")

    /// Nil for a step that asks for no dose.
    init?(_ step: ProtocolStep, of run: ChecklistRun, _ scene: Scene) {
        guard step.takesDose else { return nil }
        let confirmedBy = run.confirmation(of: step, scene)?.by
        func mayShow(_ dose: ProtocolDose) -> Bool {
            run.isDrill || dose.source.mark == .verified || confirmedBy != nil
        }
        let figures = step.doses.filter(mayShow).map { Shown(text: $0.text, source: $0.source, caution: $0.caution) }
        let hidden = step.doses.filter { !mayShow($0) }
        self.confirmedBy = confirmedBy
        guard figures.isEmpty || !hidden.isEmpty else {
            doses = figures
            return
        }
        let caution = Phrase(
            en: DoseWording.joined(hidden.map(\.cautionEn), "; "),
            zhHans: DoseWording.joined(hidden.map(\.cautionZhHans), "；"))
        doses = figures + [Shown(text: DoseWording.hospitalProtocol, source: nil, caution: caution)]
    }

    /// The cautions of several drugs, each once.
    private static func joined(_ cautions: [String], _ separator: String) -> String {
        var known: [String] = []
        for caution in cautions where !caution.isEmpty && !known.contains(caution) { known.append(caution) }
        return known.joined(separator: separator)
    }

    /// The doses with their marks; all of them with their cautions, or the first and how many more there are.
    func lines(inFull: Bool, _ scene: Scene) -> [[Span]] {
        guard inFull, let last = doses.indices.last else {
            let more = doses.count - 1
            let first = doses.prefix(1).map {
                figure($0, scene) + (more > 0 ? [Span(scene.say("  +\(more) more", "  另\(more)项"), .dim)] : [])
            }
            return first + everyCaution(scene)
        }
        return doses.indices.flatMap { index in
            [figure(doses[index], scene) + (index == last ? confirmation(scene) : [])] + caution(doses[index], scene)
        }
    }

    private func figure(_ dose: Shown, _ scene: Scene) -> [Span] {
        let text = [Span(scene.say("dose: ", "剂量："), .label), Span(scene.say(dose.text).safeForScreen)]
        return text + (dose.source.map { [Span(" [\($0.mark.rawValue)]", EvidenceSign.role($0.mark))] } ?? [])
    }

    private func caution(_ dose: Shown, _ scene: Scene) -> [[Span]] {
        let text = scene.say(dose.caution).safeForScreen
        return text.isEmpty ? [] : [[Span(scene.say("CAUTION: ", "注意：") + text, .critical)]]
    }

    /// The cautions of all doses in one line, so that none is unread where a drug is named.
    private func everyCaution(_ scene: Scene) -> [[Span]] {
        let cautions = DoseWording.joined(doses.map { scene.say($0.caution).safeForScreen }, scene.say("; ", "；"))
        return cautions.isEmpty ? [] : [[Span(scene.say("CAUTION: ", "注意：") + cautions, .critical)]]
    }

    private func confirmation(_ scene: Scene) -> [Span] {
        guard let who = confirmedBy.map(scene.name(of:)) else { return [] }
        return [Span(scene.say(" (confirmed here: \(who))", "（本院已确认：\(who)）"), .dim)]
    }

    /// Everything in sentences, with the sources.
    func sentences(_ scene: Scene) -> [Phrase] {
        var sentences = doses.map { dose in
            let mark = dose.source.map { " [\($0.mark.rawValue) \($0.text)]" } ?? ""
            let (en, zhHans) = (dose.caution.en, dose.caution.zhHans)
            return Phrase(
                en: "Dose: \(dose.text.en)\(mark)" + (en.isEmpty ? "" : " CAUTION: \(en)"),
                zhHans: "剂量：\(dose.text.zhHans)\(mark)" + (zhHans.isEmpty ? "" : " 注意：\(zhHans)"))
        }
        if let who = confirmedBy.map(scene.name(of:)) {
            sentences.append(Phrase(en: "Confirmed for this hospital: \(who)", zhHans: "本院已确认：\(who)"))
        }
        return sentences
    }
}

/// How the mark of a source is shown.
enum EvidenceSign {
    static func role(_ mark: EvidenceMark) -> StyleRole {
        mark == .verified ? .dim : .recall
    }
}

extension ChecklistRun {
    /// Who stands behind a step for this hospital, in the run's own version of it; nil where nobody does.
    func confirmation(of step: ProtocolStep, _ scene: Scene) -> WardPlan.ConfirmedStep? {
        drillProtocol.flatMap { scene.ward.plan.confirmation(of: step, in: $0) }
    }
}
