import ScreenGrid
import WardDomain

/// What a protocol says beside its steps, each sentence with its mark and source.
enum NoteWording {
    static func sentence(_ note: ProtocolNote) -> Phrase {
        let source = "[\(note.source.mark.rawValue) \(note.source.text)]"
        return Phrase(
            en: "\(note.topic.label.en): \(note.en) \(source)",
            zhHans: "\(note.topic.label.zhHans)：\(note.zhHans) \(source)"
        ).safe
    }

    /// All of them on a page; those of a step begin with it.
    static func dialog(_ run: ChecklistRun) -> HelpDialog? {
        guard let found = run.drillProtocol else { return nil }
        let ofSteps = found.steps.flatMap { step in
            found.notes(of: step.id).map { note -> Phrase in
                let text = sentence(note)
                return Phrase(en: "\(step.en): \(text.en)", zhHans: "\(step.zhHans)：\(text.zhHans)").safe
            }
        }
        return HelpDialog(
            RunTitle.phrase(found.title.safe, run), lines: [],
            paragraphs: found.notes(of: nil).map(sentence) + ofSteps)
    }

    /// Why there is no such page; nil where there is one.
    static func missing(_ found: DrillProtocol?) -> Phrase? {
        found?.notes?.isEmpty ?? true
            ? Phrase(en: "This protocol says nothing beside its steps.", zhHans: "本方案除步骤外无其他说明。") : nil
    }
}
