import ScreenGrid
import WardDomain

/// What stands beside a run's clock, what matters most first.
struct RunNotes {
    let shown: ShownRun
    let usual: UsualSplits
    /// Whether those who can still be called stand among them; false where they stand elsewhere.
    let withUncalled: Bool
    let scene: Scene

    private var run: CaesareanRun { shown.run }
    private var elapsed: Interval { run.elapsed(now: scene.now.reading) }

    var lines: [Note] {
        let newbornDoctor = TeamWays(run: run, scene: scene).newbornDoctor(key: "a")
        let first =
            [notSaved, afterwards, quiet, forecast, wallClock, newbornDoctor].compactMap { $0 } + arrest + babies
        let asked = [upgrade, run.category == nil ? category : nil, run.indication == nil ? indication : nil, unsigned]
        let known = [
            run.category == nil ? nil : category, run.indication == nil ? nil : indication, delays,
        ]
        return first + asked.compactMap { $0 } + LateSplits.notes(run, scene)
            + TeamNotes(shown, scene).lines(withUncalled: withUncalled)
            + known.compactMap { $0 }
    }

    /// Asked quietly, after five minutes without an entry.
    private var quiet: Note? {
        guard let seconds = run.quiet(now: scene.now.reading) else { return nil }
        let time = Durations.clock(seconds)
        return Note(scene.say("quiet \(time), still true? o", "\(time) 无记录，仍有效？o"), .due)
    }

    /// What belongs to a mother's cardiac arrest: its missing time, or the interval from the decision beside its clock.
    private var arrest: [Note] {
        guard run.isForArrest else { return [] }
        guard let arrest = run.arrest else {
            return [Note(scene.say("time of the ARREST not given (m)", "骤停时间未填（m）"), .due)]
        }
        let place = arrest.onTheSpot.map { $0 ? scene.say(", on the spot", "，就地") : scene.say(", in theatre", "，手术室") }
        let interval = Durations.clock(elapsed.seconds)
        return [
            Note(scene.say("maternal arrest\(place ?? "")", "孕产妇骤停\(place ?? "")"), .alarmHigh),
            Note(scene.say("DDI \(interval) from the decision", "自决定 \(interval)")),
        ]
    }

    private var afterwards: Note? {
        guard run.enteredAfterwards == true else { return nil }
        return Note(scene.say("ENTERED AFTERWARDS, paper", "事后补录（纸质记录）"), .hint)
    }

    private var notSaved: Note? {
        let marks = Milestone.allCases.filter { shown.isNotSaved($0) && $0 != .decision }.map { milestone in
            let time = run.elapsed(to: milestone).map { Durations.clock($0.seconds) }
            return "\(scene.say(milestone.label)) \(time ?? scene.say(EmergencyCaesareanText.notApplicable))"
        }
        let waiting = marks + shown.otherNotSaved(scene).map { scene.say($0.words) }
        guard !waiting.isEmpty else { return nil }
        return Note("\(scene.say(EmergencyCaesareanText.notSaved)): \(waiting.joined(separator: ", "))", .notSaved)
    }

    private var forecast: Note? {
        guard let forecast = usual.forecast(shown, elapsed: elapsed.seconds) else {
            guard run.isRunning, let target = scene.rules.categoryTargets[usual.category] else { return nil }
            return Note(
                scene.say(
                    "library's target \(target.marked); no pace with fewer than 10 own cases",
                    "规则库目标 \(target.marked)；本科不足十例，不作预计"), .hint)
        }
        let minutes = (forecast.seconds + 59) / 60
        let source = forecast.isOwn ? "" : scene.say(" (plan)", "（规则库计划）")
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
        guard let last = run.upgrade else { return nil }
        let since = last.at.interval(to: run.end?.at ?? Occurrence(scene.now.reading)).seconds
        return Note(
            scene.say(
                "\(Durations.clock(since)) since upgraded to cat \(last.category.rawValue)",
                "升为\(last.category.rawValue)类后 \(Durations.clock(since))"))
    }

    private var indication: Note? {
        guard let code = run.indication else {
            return Note(scene.say("indication not given (i)", "适应证未填（i）"), .due)
        }
        return Note((scene.rules.indication(code).map { scene.say($0.marked) } ?? code).safeForScreen)
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

    /// Every baby with the interval from the decision; one line says the same as the clock and is left out.
    private var babies: [Note] {
        guard shown.babies.count > 1 else { return [] }
        return shown.babies.enumerated().map { index, baby in
            let interval = Durations.clock(run.decidedAt.interval(to: baby.bornAt).seconds)
            let time = LocalTime(baby.bornAt.moment, scene.offset).hourMinuteSecond
            let elder = index == 0 ? nil : shown.babies[index - 1].bornAt
            let since = elder.map { " +\(Durations.clock($0.interval(to: baby.bornAt).seconds))" } ?? ""
            return Note("\(scene.say("baby", "婴")) \(baby.letter) \(interval)\(since) \(time)", .newborn)
        }
    }
}
