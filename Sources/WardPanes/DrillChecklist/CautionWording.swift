import ScreenGrid
import WardDomain

/// What must be read where a step names a drug that it does not itself dose.
enum CautionWording {
    static func lines(_ step: ProtocolStep, _ scene: Scene) -> [[Span]] {
        step.cautions.map { caution in
            [
                Span(scene.say("CAUTION: ", "注意：") + scene.say(caution.text).safeForScreen, .critical),
                Span(" [\(caution.source.mark.rawValue)]", EvidenceSign.role(caution.source.mark)),
            ]
        }
    }

    /// With the source in full.
    static func sentences(_ step: ProtocolStep) -> [Phrase] {
        step.cautions.map { caution in
            let source = "[\(caution.source.mark.rawValue) \(caution.source.text)]"
            return Phrase(en: "CAUTION: \(caution.en) \(source)", zhHans: "注意：\(caution.zhHans) \(source)")
        }
    }
}
