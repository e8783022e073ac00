import ScreenGrid
import WardDomain

/// The lines above a run's steps: what it is, its clock, for whom, who has come, the last inject and note.
struct RunHeader {
    let run: ChecklistRun
    /// In a low area the team is counted instead of named.
    let isBrief: Bool

    func rows(columns: Int, _ scene: Scene) -> [[Span]] {
        SpanFlow.rows([title(scene), clock(scene), momentZero(scene), progress], columns: columns)
            + SpanFlow.rows(circumstances(scene) + team(scene), columns: columns)
    }

    private func title(_ scene: Scene) -> [Span] {
        let name = run.drillProtocol.map { "\(scene.say($0.title).safeForScreen) v\($0.version)" } ?? ""
        let number = run.number.map { scene.say("no. \($0) ", "\($0)号 ") } ?? ""
        let isSaved = !run.isRunning || scene.ward.checklists[run.id] != nil
        let sign = isSaved ? [] : [Span("\(UnsavedSign.text(run.id.rawValue, scene)) ", .notSaved)]
        return sign + [DrillMargin.nature(of: run, scene), Span(number, .label), Span(name, .title)]
    }

    private func clock(_ scene: Scene) -> [Span] {
        guard let elapsed = run.elapsed(now: scene.now.reading) else { return [] }
        let byWallClock = elapsed.byWallClock ? scene.say(" by wall clock", " 按系统时钟") : ""
        return [Span(Durations.clock(elapsed.seconds) + byWallClock, run.isDrill ? .drill : .clockUrgent)]
    }

    private func momentZero(_ scene: Scene) -> [Span] {
        let zero = run.drillProtocol.map { scene.say($0.momentZero).safeForScreen } ?? ""
        return [Span(scene.say("from ", "计时起点 ") + zero, .dim)]
    }

    private var progress: [Span] {
        [Span("\(run.marks.count)/\(run.drillProtocol?.steps.count ?? 0)", .label)]
    }

    /// What is unusual about the run; empty where nothing is.
    private func circumstances(_ scene: Scene) -> [[Span]] {
        var pieces: [[Span]] = []
        pieces += patient(scene)
        if let since = run.suspendedAt {
            let long = Durations.clock(since.interval(to: scene.now.reading).seconds)
            let text =
                run.suspendedFor == .pause
                ? scene.say("PAUSED \(long); g goes on", "已暂停 \(long)；g 继续")
                : scene.say("SUSPENDED \(long): a real emergency; g goes on", "已中断 \(long)：真实紧急情况；g 继续")
            pieces.append([Span(text, .alarmMedium)])
        }
        if !run.unsigned.isEmpty {
            let text = scene.say("UNSIGNED \(run.unsigned.count): w signs", "未签名 \(run.unsigned.count) 条：w 补签")
            pieces.append([Span(text, .unsigned)])
        }
        pieces += measures(scene) + ScenarioWording.lines(run, scene)
        if let note = run.notes.last { pieces.append(labelled("note: ", "备注：", note.text, scene)) }
        return pieces
    }

    /// Whom a real response is for; nobody yet is said, and how to name her.
    private func patient(_ scene: Scene) -> [[Span]] {
        guard !run.isDrill else { return [] }
        guard let mother = run.admission.flatMap({ scene.ward.current($0) }) else {
            return run.admission == nil && run.isRunning
                ? [[Span(scene.say("for nobody yet: n names her", "对象未定：n 确认"), .due)]] : []
        }
        let baby = run.newborn.flatMap { id in mother.newborns.first { $0.id == id } }
        let who = baby.map { scene.say("BABY \($0.letter) of ", "婴 \($0.letter)，母亲 ") } ?? ""
        return [
            [
                Span(scene.leadingBed(of: mother), .label), Span(who, .newborn),
                Span(scene.nameApart(of: mother), .mother),
            ]
        ]
    }

    /// The figures that everybody should have before their eyes: loss, shock index, the oxygen aimed for now.
    private func measures(_ scene: Scene) -> [[Span]] {
        var pieces: [[Span]] = []
        if let loss = run.bloodLossMillilitres {
            pieces.append([
                Span(scene.say("loss in all ", "累计出血 "), .label), Span("\(loss) mL", .title),
            ])
        }
        if let last = run.lastShockIndex { pieces.append(MeasureWording.shockIndex(last.index, last.level, scene)) }
        let elapsed = run.elapsed(now: scene.now.reading)?.seconds ?? 0
        if let targets = run.drillProtocol?.oxygen, run.isRunning {
            let label = Span(scene.say("SpO2 target ", "血氧目标 "), .label)
            let aim = OxygenAim(targets, elapsedSeconds: elapsed)
            pieces.append(
                [label]
                    + (aim.map { MeasureWording.aim($0, scene) }
                        ?? [Span(scene.say("none for this minute", "此时无目标"), .dim)]))
        }
        return pieces
    }

    private func labelled(_ en: String, _ zhHans: String, _ text: String, _ scene: Scene) -> [Span] {
        [Span(scene.say(en, zhHans), .label), Span(text.safeForScreen)]
    }

    private func team(_ scene: Scene) -> [[Span]] {
        guard !run.participants.isEmpty else { return [] }
        let here = run.participants.count { $0.arrivedAt != nil }
        let count = [
            Span(
                scene.say("team here \(here)/\(run.participants.count)", "到场 \(here)/\(run.participants.count)"), .label
            )
        ]
        guard !isBrief else { return [count] }
        return [count] + run.participants.map { person(_: $0, scene) }
    }

    private func person(_ participant: ChecklistRun.Participant, _ scene: Scene) -> [Span] {
        let came = participant.arrivedAt.flatMap { at in
            run.startedAt.map { Durations.clock($0.interval(to: at).seconds) }
        }
        return [
            Span("\(participant.role) ", .label), Span(scene.name(of: participant.badge), .staff),
            Span(" \(came ?? scene.say("expected", "未到"))", .dim),
        ]
    }
}
