import ScreenGrid
import WardDomain

/// What became of mother and babies, what is missing, and what is not plausible.
enum CaseOutcome {
    static func notes(_ shown: CaesareanCase, _ scene: Scene) -> [Note] {
        let team = TeamWays(run: shown.run, scene: scene)
        return [delays(shown.run, scene)].compactMap { $0 } + LateSplits.notes(shown.run, scene)
            + team.notes(shown.run.teamTimes)
            + [team.newbornDoctor()].compactMap { $0 } + shown.babies.flatMap { baby($0, scene) }
            + [review(shown.run, scene), missing(shown.run, scene)].compactMap { $0 }
    }

    private static func delays(_ run: CaesareanRun, _ scene: Scene) -> Note? {
        guard !run.delays.isEmpty else {
            let target = run.target(scene.rules)
            guard let target, let seconds = run.decisionToDelivery?.seconds, seconds > target else { return nil }
            return Note(scene.say("delay: not recorded", "延误：未记录"), .missed)
        }
        let texts = run.delays.map { delay in
            let term = delay.text ?? scene.rules.delayReason(delay.code).map { scene.say($0.text) } ?? ""
            return "\(delay.code) \(term)".safeForScreen
        }
        return Note(scene.say("delay: ", "延误：") + texts.joined(separator: "; "), .late)
    }

    /// Milestones that were neither marked nor said not to apply.
    private static func missing(_ run: CaesareanRun, _ scene: Scene) -> Note? {
        guard run.end?.ending == .delivered else { return nil }
        let gaps = Milestone.allCases.filter { run.time(of: $0) == nil && !run.notApplicable.contains($0) }
        guard !gaps.isEmpty else { return nil }
        let names = gaps.map { scene.say($0.label) }.joined(separator: ", ")
        return Note(scene.say("not marked: ", "未标记：") + names, .notRecorded)
    }

    /// What the review asks of the decision, the operation and the mother, as far as it is recorded.
    private static func review(_ run: CaesareanRun, _ scene: Scene) -> Note? {
        let review = run.review ?? CaesareanReview()
        func person(_ en: String, _ zhHans: String, _ who: String?) -> String? {
            who.map { "\(scene.say(en, zhHans)) \(scene.name(of: Badge($0)))" }
        }
        let consent = review.consent.map { giver in
            let name = review.consentName.map { " \($0.safeForScreen)" } ?? ""
            return scene.say("consent: ", "同意：") + scene.say(giver.label) + name
        }
        let blood = review.bloodLossMillilitres.map { blood in
            scene.say("blood loss \(blood) ml", "出血 \(blood) ml")
                + (review.bloodLossMethod.map { " \(scene.say($0.label))" } ?? "")
        }
        let mother = review.motherOutcome.map { outcome in
            scene.say("mother: ", "母亲：") + scene.say(outcome.label)
                + (review.motherNote.map { " \($0.safeForScreen)" } ?? "")
        }
        let pieces = [
            run.placeOfDecision.map { scene.say("decided in ", "决定于") + scene.say($0.label) },
            person("by", "决定者", review.decidingDoctor),
            review.fetalHeartRate.map { scene.say("FHR then \($0)", "当时胎心 \($0)") },
            review.cervix.map { scene.say("\($0) cm then", "当时宫口 \($0) cm") },
            person("surgeon", "术者", review.surgeon), person("anaesthetist", "麻醉医师", review.anaesthetist),
            review.anaesthesia.map { scene.say($0.label) },
            review.convertedTo.map { scene.say("converted to ", "改为") + scene.say($0.label) }, consent,
            review.familyTold.map { $0 ? scene.say("family told", "已告知家属") : scene.say("family NOT told", "未告知家属") },
            blood, mother,
        ].compactMap { $0 }
        return pieces.isEmpty ? nil : Note(pieces.joined(separator: ", "))
    }

    private static func baby(_ baby: CaesareanCase.Baby, _ scene: Scene) -> [Note] {
        let newborn = baby.newborn
        let unknown = scene.say("not recorded", "未记录")
        let sex = newborn.sex.map { scene.say($0.label) } ?? scene.say("sex ", "性别") + unknown
        let weight = newborn.weightGrams.map { "\($0) g" } ?? scene.say("weight ", "体重") + unknown
        let scores = [1, 5, 10].map { newborn.apgar[$0]?.total.map(String.init) ?? "-" }.joined(separator: "/")
        let care =
            baby.intensiveCareSince.map { scene.say("NICU \(scene.time($0))", "NICU \(scene.time($0))") }
            ?? scene.say("NICU: no record", "NICU：无记录")
        let outcome = newborn.outcome == .live ? "" : "  \(scene.say(newborn.outcome.label))"
        var notes = [
            Note(
                scene.say("baby ", "婴") + "\(newborn.letter)  \(sex)  \(weight)  Apgar \(scores)  \(care)\(outcome)",
                .newborn), Note(gases(newborn, scene), newborn.arterialGas == nil ? .notRecorded : .text),
        ]
        for label in scene.rules.outcomeLabels(of: newborn) {
            notes.append(Note("  \(scene.say(label.text)) [\(label.source.mark.rawValue)]", .alarmHigh))
        }
        for doubt in CordGasDoubt.doubts(newborn) { notes.append(Note("! \(scene.say(doubt.text))", .alarmLow)) }
        return notes
    }

    private static func gases(_ newborn: Newborn, _ scene: Scene) -> String {
        if newborn.gasesNotTaken { return scene.say("  cord gases: not taken", "  脐血气：未采") }
        func text(_ gas: CordGas?) -> String {
            guard let gas else { return scene.say("not recorded", "未记录") }
            let deficit = gas.baseDeficitTenths.map { scene.say(" BD ", " 碱缺失 ") + Self.tenths($0) } ?? ""
            return Self.pH(gas.pHThousandths) + deficit
        }
        return scene.say("  cord arterial pH ", "  脐动脉 pH ") + text(newborn.arterialGas)
            + scene.say(", venous pH ", "，静脉 pH ") + text(newborn.venousGas)
    }

    /// `7.205`, or `7.21` where there is no third place.
    private static func pH(_ thousandths: Int) -> String {
        let places = thousandths % 1000
        let text = "\(thousandths / 1000)." + (places < 10 ? "00" : places < 100 ? "0" : "") + "\(places)"
        return text.hasSuffix("0") ? String(text.dropLast()) : text
    }

    private static func tenths(_ value: Int) -> String {
        "\(value < 0 ? "-" : "")\(abs(value) / 10).\(abs(value) % 10)"
    }
}
