import ScreenGrid
import WardDomain

/// What stands beside a run's clock, what matters most first.
struct RunNotes {
    let shown: ShownRun
    let usual: UsualSplits
    let scene: Scene

    private var run: CaesareanRun { shown.run }
    private var elapsed: Interval { run.elapsed(now: scene.now.reading) }

    var lines: [Note] {
        let single = [notSaved, forecast, category, upgrade, indication, unsigned, wallClock, delays, team]
        return single.compactMap { $0 } + babies
    }

    private var notSaved: Note? {
        let waiting = Milestone.allCases.filter(shown.isNotSaved)
        guard !waiting.isEmpty else { return nil }
        let marks = waiting.map { milestone in
            let time = run.elapsed(to: milestone).map { Durations.clock($0.seconds) } ?? ""
            return "\(scene.say(milestone.label)) \(time)"
        }
        return Note("\(scene.say(EmergencyCaesareanText.notSaved)): \(marks.joined(separator: ", "))", .notSaved)
    }

    private var forecast: Note? {
        guard let forecast = usual.forecast(shown, elapsed: elapsed.seconds) else { return nil }
        let minutes = (forecast.seconds + 59) / 60
        let source = forecast.isOwn ? "" : scene.say(" (library's plan)", "（规则库计划）")
        return Note(scene.say("at this pace \(minutes) min", "预计 \(minutes) 分钟") + source, .hint)
    }

    private var category: Note? {
        guard let category = run.category else {
            return Note(
                scene.say("category not given (c): reckoned as 1", "类别未填（c）：暂按1类"), .due)
        }
        return Note(scene.say(category.label))
    }

    /// A run that became more urgent is also counted from then.
    private var upgrade: Note? {
        guard let first = run.gradings.first, let last = run.gradings.last, last.category < first.category else {
            return nil
        }
        let since = last.at.interval(to: run.end?.at ?? Occurrence(scene.now.reading)).seconds
        return Note(
            scene.say(
                "\(Durations.clock(since)) since upgraded to cat \(last.category.rawValue)",
                "升为 \(last.category.label.zhHans) 后 \(Durations.clock(since))"))
    }

    private var indication: Note? {
        guard let code = run.indication else {
            return Note(scene.say("indication not given (i)", "适应证未填（i）"), .due)
        }
        let text = scene.rules.indication(code).map { scene.say($0.text) } ?? ""
        return Note("\(code) \(text)".safeForScreen)
    }

    private var unsigned: Note? {
        let count = shown.unsignedCount
        guard count > 0 else { return nil }
        return Note("\(scene.say(EmergencyCaesareanText.unsigned)) \(count) (w)", .unsigned)
    }

    private var wallClock: Note? {
        guard elapsed.byWallClock else { return nil }
        return Note(
            scene.say(
                "by the wall clock: the computer was restarted in between", "其间系统重启，按日历时钟计算"), .stale)
    }

    private var delays: Note? {
        guard !run.delays.isEmpty else { return nil }
        let texts = run.delays.map { delay in
            let term = delay.text ?? scene.rules.delayReason(delay.code).map { scene.say($0.text) } ?? ""
            return "\(delay.code) \(term)".safeForScreen
        }
        return Note(scene.say("delay: ", "延误：") + texts.joined(separator: "; "), .late)
    }

    private var team: Note? {
        guard !run.arrivals.isEmpty else { return nil }
        let people = run.arrivals.map { arrival in
            let after = Durations.clock(run.decidedAt.interval(to: arrival.at).seconds)
            let known = arrival.name != nil || arrival.badge.map { scene.ward.roster[$0] != nil } ?? true
            let unknown = known ? "" : scene.say(" (unknown badge)", "（未知工牌）")
            return "\(scene.name(of: arrival))\(unknown) \(after)"
        }
        return Note(scene.say("here: ", "到场：") + people.joined(separator: ", "), .staff)
    }

    /// Every baby with the interval from the decision; one line says the same as the clock and is left out.
    private var babies: [Note] {
        guard shown.babies.count > 1 else { return [] }
        return shown.babies.map { baby in
            let interval = Durations.clock(run.decidedAt.interval(to: baby.bornAt).seconds)
            return Note("\(scene.say("baby", "婴")) \(baby.letter) \(interval)", .newborn)
        }
    }
}
