import ScreenGrid
import WardDomain

/// What became of mother and babies, what is missing, and what is not plausible.
enum CaseOutcome {
    static func notes(_ shown: CaesareanCase, _ scene: Scene) -> [Note] {
        [delays(shown.run, scene), review(shown.run, scene)].compactMap { $0 } + team(shown.run, scene)
            + shown.babies.flatMap { baby($0, scene) }
    }

    private static func delays(_ run: CaesareanRun, _ scene: Scene) -> Note? {
        guard !run.delays.isEmpty else {
            let target = run.category.flatMap { scene.rules.categoryTargets[$0]?.seconds }
            guard let target, let seconds = run.decisionToDelivery?.seconds, seconds > target else { return nil }
            return Note(scene.say("delay: not recorded", "延误：未记录"), .missed)
        }
        let texts = run.delays.map { delay in
            let term = delay.text ?? scene.rules.delayReason(delay.code).map { scene.say($0.text) } ?? ""
            return "\(delay.code) \(term)".safeForScreen
        }
        return Note(scene.say("delay: ", "延误：") + texts.joined(separator: "; "), .late)
    }

    private static func review(_ run: CaesareanRun, _ scene: Scene) -> Note? {
        var pieces: [String] = []
        if let place = run.placeOfDecision { pieces.append(scene.say("decided in ", "决定于") + scene.say(place.label)) }
        if let anaesthesia = run.review?.anaesthesia { pieces.append(scene.say(anaesthesia.label)) }
        if let converted = run.review?.convertedTo {
            pieces.append(scene.say("converted to ", "改为") + scene.say(converted.label))
        }
        if let blood = run.review?.bloodLossMillilitres {
            let method = run.review?.bloodLossMethod.map { " \(scene.say($0.label))" } ?? ""
            pieces.append(scene.say("blood loss \(blood) ml", "出血 \(blood) ml") + method)
        }
        if let mother = run.review?.motherOutcome {
            pieces.append(scene.say("mother: ", "母亲：") + scene.say(mother.label))
        }
        return pieces.isEmpty ? nil : Note(pieces.joined(separator: ", "))
    }

    /// From call to arrival, for each part of the team of which anything is known.
    private static func team(_ run: CaesareanRun, _ scene: Scene) -> [Note] {
        let known = run.teamTimes.filter { $0.calledAt != nil && $0.arrivedAt != nil }
        guard !known.isEmpty else { return [] }
        let texts = known.map { time in
            let way = time.interval.map { Durations.clock($0.seconds) } ?? scene.say("there before the call", "呼叫前已在场")
            return "\(scene.say(time.part.label)) \(way)"
        }
        return [Note(scene.say("from call to arrival: ", "呼叫至到场：") + texts.joined(separator: ", "), .staff)]
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
