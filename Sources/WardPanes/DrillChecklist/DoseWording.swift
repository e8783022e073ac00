import ScreenGrid
import WardDomain

/// What the screen says of a drug step's dose.
///
/// In a real response a figure is shown only when its source was read or somebody here stands behind it; otherwise the
/// hospital's own protocol is pointed to. A drill shows every figure with its mark.
struct DoseWording {
    let text: Phrase
    let source: Source?
    /// Empty where the library names none.
    let caution: Phrase
    /// Who confirmed the dose for this hospital.
    let confirmedBy: Badge?

    static let hospitalProtocol = Phrase(en: "hospital protocol 按本院方案", zhHans: "按本院方案 hospital protocol")

    /// Nil for a step that asks for no dose.
    init?(_ step: ProtocolStep, of run: ChecklistRun, _ scene: Scene) {
        guard step.takesDose else { return nil }
        caution = step.dose?.caution ?? Phrase(en: "", zhHans: "")
        confirmedBy = run.drillProtocol.flatMap { scene.ward.plan.confirmedDoses["\($0.id)/\(step.id)"] }
        guard let dose = step.dose, run.isDrill || dose.source.mark == .verified || confirmedBy != nil else {
            text = DoseWording.hospitalProtocol
            source = nil
            return
        }
        text = dose.text
        source = dose.source
    }

    /// The dose with its mark, and who confirmed it here.
    func line(_ scene: Scene) -> [Span] {
        var spans = [Span(scene.say("dose: ", "剂量："), .label), Span(scene.say(text).safeForScreen, .text)]
        if let source { spans.append(Span(" [\(source.mark.rawValue)]", EvidenceSign.role(source.mark))) }
        if let confirmedBy {
            let who = scene.name(of: confirmedBy)
            spans.append(Span(scene.say(" (confirmed here: \(who))", "（本院已确认：\(who)）"), .dim))
        }
        return spans
    }

    /// What must be read before the drug is given; nil where the library names nothing.
    func cautionLine(_ scene: Scene) -> [Span]? {
        let text = scene.say(caution).safeForScreen
        return text.isEmpty ? nil : [Span(scene.say("CAUTION: ", "注意：") + text, .critical)]
    }
}

/// How the mark of a source is shown.
enum EvidenceSign {
    static func role(_ mark: EvidenceMark) -> StyleRole {
        mark == .verified ? .dim : .recall
    }
}
