import ScreenGrid
import WardDomain

/// What a delivered run still lacks, each with the key that gives it.
enum MissingData {
    /// One gap.
    struct Gap: Hashable {
        let key: Character
        let what: Phrase
    }

    static func gaps(_ shown: ShownRun, _ scene: Scene) -> [Gap] {
        guard shown.run.decisionToDelivery != nil else { return [] }
        let indication =
            shown.run.indication == nil ? [Gap(key: "i", what: EmergencyCaesareanText.indication)] : []
        return indication + open(shown, scene).compactMap { gap($0, shown, scene) }
    }

    /// The first baby that lacks a band.
    static func unbanded(_ shown: ShownRun, _ scene: Scene) -> NewbornID? {
        open(shown, scene).lazy.compactMap { if case .bands(let id) = $0 { id } else { nil } }.first
    }

    /// What the file lacks by the ward's own rules.
    private static func open(_ shown: ShownRun, _ scene: Scene) -> [CaesareanGap] {
        shown.mother.gaps(of: shown.run, target: shown.run.target(scene.rules))
    }

    /// A gap with its key; nil for a score whose minute has not come yet.
    private static func gap(_ gap: CaesareanGap, _ shown: ShownRun, _ scene: Scene) -> Gap? {
        func about(_ newborn: NewbornID) -> String {
            shown.babies.count == 1 ? "" : shown.babies.first { $0.id == newborn }.map { " \($0.letter)" } ?? ""
        }
        switch gap {
        case .category: return Gap(key: "c", what: EmergencyCaesareanText.category)
        case .delay: return Gap(key: "d", what: EmergencyCaesareanText.delay)
        case .apgar(let id, _):
            let minutes = shown.babies.first { $0.id == id }.map { ApgarForm.missingMinutes($0, scene) } ?? []
            guard !minutes.isEmpty else { return nil }
            let list = minutes.map { "\($0)'" }.joined(separator: " ")
            return Gap(key: "p", what: EmergencyCaesareanText.apgar + "\(about(id)) \(list)")
        case .cordGases(let id): return Gap(key: "g", what: EmergencyCaesareanText.gases + about(id))
        case .bands(let id): return Gap(key: "l", what: EmergencyCaesareanText.bands + about(id))
        case .signature: return Gap(key: "w", what: EmergencyCaesareanText.sign)
        }
    }

    /// The gaps, as many a line as fit whole: `MISSING: d delay reason   p Apgar 1' 5'`.
    static func notes(_ shown: ShownRun, columns: Int, _ scene: Scene) -> [Note] {
        var lines = ["\(scene.say(EmergencyCaesareanText.missing)):"]
        let gaps = gaps(shown, scene)
        for gap in gaps.map({ "\($0.key) \(scene.say($0.what))" }) {
            let longer = lines[lines.count - 1] + (lines.last?.last == ":" ? " " : "   ") + gap
            if longer.displayWidth <= columns { lines[lines.count - 1] = longer } else { lines.append(gap) }
        }
        guard gaps.isEmpty else { return lines.map { Note($0, .due) } }
        guard shown.run.decisionToDelivery != nil, open(shown, scene).isEmpty else { return [] }
        return [Note(scene.say("COMPLETE: f closes the case", "资料完整：按 f 结案"), .done)]
    }
}

extension Phrase {
    /// The same text behind both languages.
    static func + (phrase: Phrase, text: String) -> Phrase {
        Phrase(en: phrase.en + text, zhHans: phrase.zhHans + text)
    }
}
