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
        let run = shown.run
        guard let interval = run.decisionToDelivery else { return [] }
        var gaps: [Gap] = []
        let target = run.category.flatMap { scene.rules.categoryTargets[$0]?.seconds }
        if run.category == nil { gaps.append(Gap(key: "c", what: EmergencyCaesareanText.category)) }
        if run.indication == nil { gaps.append(Gap(key: "i", what: EmergencyCaesareanText.indication)) }
        if let target, interval.seconds > target, run.delays.isEmpty {
            gaps.append(Gap(key: "d", what: EmergencyCaesareanText.delay))
        }
        gaps += shown.babies.flatMap { baby in self.gaps(baby, isOnly: shown.babies.count == 1, scene) }
        if shown.unsignedCount > 0 { gaps.append(Gap(key: "w", what: EmergencyCaesareanText.sign)) }
        return gaps
    }

    private static func gaps(_ baby: Newborn, isOnly: Bool, _ scene: Scene) -> [Gap] {
        let whose = isOnly ? "" : " \(baby.letter)"
        var gaps: [Gap] = []
        let minutes = ApgarForm.missingMinutes(baby, scene)
        if !minutes.isEmpty {
            let list = minutes.map { "\($0)'" }.joined(separator: " ")
            gaps.append(Gap(key: "p", what: EmergencyCaesareanText.apgar + "\(whose) \(list)"))
        }
        if lacksGases(baby) { gaps.append(Gap(key: "g", what: EmergencyCaesareanText.gases + whose)) }
        if lacksBands(baby) { gaps.append(Gap(key: "l", what: EmergencyCaesareanText.bands + whose)) }
        return gaps
    }

    static func lacksGases(_ baby: Newborn) -> Bool {
        baby.outcome.raisesAlarms && baby.arterialGas == nil && baby.venousGas == nil && !baby.gasesNotTaken
    }

    static func lacksBands(_ baby: Newborn) -> Bool {
        baby.outcome.raisesAlarms && baby.isHere && baby.attachedBands.count < 2
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
        guard shown.run.decisionToDelivery != nil else { return [] }
        return [Note(scene.say("COMPLETE: f closes the case", "资料完整：按 f 结案"), .done)]
    }
}

extension Phrase {
    /// The same text behind both languages.
    static func + (phrase: Phrase, text: String) -> Phrase {
        Phrase(en: phrase.en + text, zhHans: phrase.zhHans + text)
    }
}
