import ScreenGrid
import WardDomain

/// What a delivered run still lacks, each with the key that gives it.
enum MissingData {
    /// One gap.
    struct Gap: Hashable {
        let key: Character
        let what: Phrase
        /// Which baby lacks it, and what of it: `A 1' 5'`; empty where nothing needs to be told apart.
        var details: [String] = []

        /// `g cord gases A B`
        func text(_ scene: Scene) -> String { (["\(key)", scene.say(what)] + details).joined(separator: " ") }
    }

    /// Each with all babies that lack it.
    static func gaps(_ shown: ShownRun, _ scene: Scene) -> [Gap] {
        guard shown.run.decisionToDelivery != nil else { return [] }
        let indication =
            shown.run.indication == nil ? [Gap(key: "i", what: EmergencyCaesareanText.indication)] : []
        return open(shown, scene).compactMap { gap($0, shown, scene) }.reduce(into: indication) { gaps, gap in
            if let known = gaps.firstIndex(where: { $0.key == gap.key }) {
                gaps[known].details += gap.details
            } else {
                gaps.append(gap)
            }
        }
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
        func about(_ newborn: NewbornID) -> [String] {
            shown.babies.count == 1 ? [] : shown.babies.filter { $0.id == newborn }.map { "\($0.letter)" }
        }
        switch gap {
        case .category: return Gap(key: "c", what: EmergencyCaesareanText.category)
        case .delay: return Gap(key: "d", what: EmergencyCaesareanText.delay)
        case .apgar(let id, _):
            let minutes = shown.babies.first { $0.id == id }.map { ApgarForm.missingMinutes($0, scene) } ?? []
            guard !minutes.isEmpty else { return nil }
            return Gap(
                key: "p", what: EmergencyCaesareanText.apgar, details: about(id) + minutes.map { "\($0)'" })
        case .cordGases(let id): return Gap(key: "g", what: EmergencyCaesareanText.gases, details: about(id))
        case .bands(let id): return Gap(key: "l", what: EmergencyCaesareanText.bands, details: about(id))
        case .signature: return Gap(key: "w", what: EmergencyCaesareanText.sign)
        }
    }

    /// The gaps, as many a line as fit whole: `MISSING: d delay reason   p Apgar 1' 5'`.
    static func notes(_ shown: ShownRun, columns: Int, _ scene: Scene) -> [Note] {
        var lines = ["\(scene.say(EmergencyCaesareanText.missing)):"]
        let gaps = gaps(shown, scene)
        for gap in gaps.map({ $0.text(scene) }) {
            let longer = lines[lines.count - 1] + (lines.last?.last == ":" ? " " : "   ") + gap
            if longer.displayWidth <= columns { lines[lines.count - 1] = longer } else { lines.append(gap) }
        }
        guard gaps.isEmpty else { return lines.map { Note($0, .due) } }
        guard shown.run.decisionToDelivery != nil, open(shown, scene).isEmpty else { return [] }
        return [Note(scene.say("COMPLETE: f closes the case", "资料完整：按 f 结案"), .done)]
    }
}
