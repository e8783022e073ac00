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
        return [DrillMargin.nature(of: run, scene), Span(name, .title)]
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
        if let mother = run.admission.flatMap({ scene.ward.admissions[$0] }) {
            let bed = mother.bed.map { scene.say("bed \($0) ", "床 \($0) ") } ?? ""
            pieces.append([Span(bed, .label), Span(scene.name(of: mother), .mother)])
        }
        if let since = run.suspendedAt {
            let long = Durations.clock(since.interval(to: scene.now.reading).seconds)
            let text = scene.say("SUSPENDED \(long): a real emergency; g goes on", "已中断 \(long)：真实急情；g 继续")
            pieces.append([Span(text, .alarmMedium)])
        }
        if !run.unsigned.isEmpty {
            let text = scene.say("UNSIGNED \(run.unsigned.count): w signs", "未签名 \(run.unsigned.count) 条：w 补签")
            pieces.append([Span(text, .unsigned)])
        }
        if let inject = run.injects.last { pieces.append(labelled("INJECT: ", "情景：", inject, scene)) }
        if let note = run.notes.last { pieces.append(labelled("note: ", "备注：", note, scene)) }
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
