import WardDomain

/// Where a step comes from, in full: the page behind `o`.
enum StepSource {
    static func dialog(_ step: ProtocolStep, _ run: ChecklistRun, _ scene: Scene) -> HelpDialog {
        let role = run.drillProtocol?.roles.first { $0.code == step.role }
        var paragraphs = [
            step.text,
            Phrase(
                en: "Role: \(step.role) \(role?.en ?? "")\(step.critical ? "; critical" : "")",
                zhHans: "角色：\(step.role) \(role?.zhHans ?? "")\(step.critical ? "；关键步骤" : "")"),
            target(step, scene), source(step.source),
        ]
        paragraphs += DoseWording(step, of: run, scene)?.sentences(scene) ?? []
        paragraphs += CautionWording.sentences(step) + MeasureWording.limits(step, run, scene)
        paragraphs += run.drillProtocol?.notes(of: step.id).map(NoteWording.sentence) ?? []
        paragraphs += branch(step, run)
        if let known = run.confirmation(of: step, scene) {
            let (who, day) = (scene.name(of: known.by), LocalTime(known.at, scene.offset).day)
            paragraphs.append(
                Phrase(
                    en: "Confirmed for this hospital: \(who), \(day), version \(known.version)",
                    zhHans: "本院已确认：\(who)，\(day)，版本 \(known.version)"))
        }
        if let every = step.repeatSeconds {
            let clock = Durations.clock(every)
            paragraphs.append(Phrase(en: "Again every \(clock)", zhHans: "每 \(clock) 重复"))
        }
        if let found = run.drillProtocol {
            paragraphs.append(
                Phrase(
                    en: "Protocol: \(found.en), version \(found.version); \(found.source.text)",
                    zhHans: "方案：\(found.zhHans)，版本 \(found.version)；\(found.source.text)"))
        }
        return HelpDialog(
            RunTitle.phrase(Phrase(en: "Source of this step", zhHans: "步骤来源"), run), lines: [], paragraphs: paragraphs)
    }

    /// What it asks, and on which answer it depends.
    private static func branch(_ step: ProtocolStep, _ run: ChecklistRun) -> [Phrase] {
        var lines: [Phrase] = []
        if !step.asks.isEmpty {
            lines.append(
                Phrase(
                    en: "Asks: \(step.asks.map(\.en).joined(separator: " / "))",
                    zhHans: "须选择：\(step.asks.map(\.zhHans).joined(separator: " / "))"))
        }
        if let condition = run.conditionText(of: step) {
            lines.append(Phrase(en: "Only if: \(condition.en)", zhHans: "仅当：\(condition.zhHans)"))
        }
        if let from = step.countsFrom.flatMap({ run.drillProtocol?[step: $0] }) {
            lines.append(Phrase(en: "Its time counts from: \(from.en)", zhHans: "时间从此步起算：\(from.zhHans)"))
        }
        return lines
    }

    private static func target(_ step: ProtocolStep, _ scene: Scene) -> Phrase {
        guard let text = StepTarget.text(step, scene) else {
            return Phrase(en: "Target: none given", zhHans: "目标时间：未规定")
        }
        guard step.targetIsProposal else { return Phrase(en: "Target: \(text)", zhHans: "目标时间：\(text)") }
        return Phrase(
            en: "Target: \(text), a choice of the drill's design, not a clinically fixed time",
            zhHans: "目标时间：\(text)，为演练设计值，非临床规定时间")
    }

    private static func source(_ source: Source) -> Phrase {
        let mark = source.mark
        return Phrase(
            en: "Source: [\(mark.rawValue)] \(mark.label.en): \(source.text)",
            zhHans: "来源：[\(mark.rawValue)] \(mark.label.zhHans)：\(source.text)")
    }
}
