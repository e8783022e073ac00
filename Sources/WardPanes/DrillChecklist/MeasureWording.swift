import ScreenGrid
import WardDomain

/// What was measured, and what the library holds it against.
enum MeasureWording {
    /// A reading in spans; an index or a saturation out of bounds says so in words and with its limit.
    static func spans(_ reading: StepReading, at elapsed: Int?, _ run: ChecklistRun, _ scene: Scene) -> [Span] {
        var spans: [Span] = []
        if let total = reading.lossTotalMillilitres {
            spans.append(Span(scene.say("loss \(total) mL in all", "累计出血 \(total) mL")))
        }
        if let added = reading.lossAddedMillilitres {
            spans.append(Span(scene.say("loss +\(added) mL", "出血 +\(added) mL")))
        }
        if let index = reading.shockIndex { spans += shockIndex(index, reading.shockLevel, scene) }
        if let score = reading.apgar {
            let total = score.total.map(String.init) ?? scene.say("not all signs", "未全评")
            spans.append(Span(scene.say("Apgar \(total) ", "Apgar评分 \(total) ")))
        }
        if let saturation = reading.oxygenSaturation { spans += oxygen(saturation, at: elapsed, run, scene) }
        return spans
    }

    /// `HR 118 SBP 92 SI 1.28 ALERT >=0.90 [V]`
    static func shockIndex(_ index: ShockIndex, _ level: ShockIndexLevel?, _ scene: Scene) -> [Span] {
        let text = scene.say(
            "HR \(index.pulse) SBP \(index.systolic) SI \(index.text) ",
            "心率 \(index.pulse) 收缩压 \(index.systolic) 休克指数 \(index.text) ")
        guard let level else { return [Span(text)] }
        let role: StyleRole = level.urgency == .urgent ? .alarmHigh : .alarmMedium
        return [
            Span(text), Span("\(scene.say(level.urgency.label)) \(level.limit)", role),
            Span(" [\(level.source.mark.rawValue)] ", EvidenceSign.role(level.source.mark)),
        ]
    }

    /// `SpO2 62% BELOW 3 min: 70-75% [V]`
    private static func oxygen(_ saturation: Int, at elapsed: Int?, _ run: ChecklistRun, _ scene: Scene) -> [Span] {
        let text = Span("SpO2 \(saturation)% ")
        guard let elapsed, let aim = OxygenAim(run.drillProtocol?.oxygen ?? [], elapsedSeconds: elapsed) else {
            return [text, Span(scene.say("no target in the source", "来源无此时目标"), .notRecorded)]
        }
        let (words, role): (String, StyleRole) =
            switch aim.standing(of: saturation) {
            case .below: (scene.say("BELOW ", "低于 "), .alarmMedium)
            case .within: (scene.say("within ", "符合 "), .done)
            case .above: (scene.say("ABOVE ", "高于 "), .alarmMedium)
            }
        return [text, Span(words, role)] + self.aim(aim, scene)
    }

    /// The aim of a time after birth with its mark.
    static func aim(_ aim: OxygenAim, _ scene: Scene) -> [Span] {
        [Span(scene.say(aim.text)), Span(" [\(aim.source.mark.rawValue)]", EvidenceSign.role(aim.source.mark))]
    }

    /// What the library holds a step's measurements against, with the sources.
    static func limits(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> [Phrase] {
        let found = run.drillProtocol
        var limits: [Phrase] = []
        if step.measures.contains(.shockIndex) {
            for level in found?.shockIndex ?? [] {
                let source = "[\(level.source.mark.rawValue) \(level.source.text)]"
                limits.append(
                    Phrase(
                        en: "Shock index (HR / systolic) \(level.limit): \(level.urgency.label.en) \(source)",
                        zhHans: "休克指数（心率／收缩压）\(level.limit)：\(level.urgency.label.zhHans) \(source)"))
            }
        }
        if step.measures.contains(.bloodLoss) {
            let so = run.bloodLossMillilitres.map { "\($0) mL" }
            limits.append(
                Phrase(
                    en: "Cumulative loss so far: \(so ?? "not measured")", zhHans: "目前累计出血：\(so ?? "未测量")"))
        }
        if step.measures.contains(.oxygenSaturation) {
            for target in found?.oxygen ?? [] {
                let source = "[\(target.source.mark.rawValue) \(target.source.text)]"
                let text = OxygenAim.target(target).text
                limits.append(Phrase(en: "SpO2 \(text.en) \(source)", zhHans: "血氧 \(text.zhHans) \(source)"))
            }
        }
        return limits
    }
}
