import ScreenGrid
import WardDomain

/// Every running emergency clock, real ones first: in every pane, at every size, to the second.
struct RunningClocks {
    /// One clock and what it says.
    struct Clock: Hashable {
        /// What every row of it begins with.
        var mark = ""
        let text: String
        let role: StyleRole
    }

    let clocks: [Clock]

    init(_ scene: Scene) {
        let ward = UnsavedWard.laidOver(scene)
        let stories = ward.admissions.values.filter { $0.mergedInto == nil }
        let runs = stories.flatMap { story in story.runs.filter(\.isRunning).map { (story, $0) } }
            .sorted { $0.1.decidedAt.isBefore($1.1.decidedAt) }
        let lists = ward.checklists.values.filter(\.isRunning)
            .sorted { ($0.isDrill ? 1 : 0, $0.id.rawValue) < ($1.isDrill ? 1 : 0, $1.id.rawValue) }
        var all = runs.map { story, run in
            let isSaved = scene.ward.caesarean(run.id) != nil
            return RunningClocks.marked(RunningClocks.caesarean(run, of: story, scene), run.id.rawValue, isSaved, scene)
        }
        all += lists.map { run in
            let isSaved = scene.ward.checklists[run.id] != nil
            return RunningClocks.marked(RunningClocks.checklist(run, scene), run.id.rawValue, isSaved, scene)
        }
        let unsaved = all.filter { $0.role == .notSaved }
        clocks = unsaved + all.filter { $0.role != .notSaved } + RunningClocks.headCounts(scene)
    }

    /// A clock that was started here and is not recorded yet says so before everything else.
    private static func marked(_ clock: Clock, _ run: String, _ isSaved: Bool, _ scene: Scene) -> Clock {
        isSaved ? clock : Clock(text: "\(UnsavedSign.text(run, scene)) \(clock.text)", role: .notSaved)
    }

    /// How many rows the clocks take at a width; at least one while any runs.
    func rowsNeeded(columns: Int) -> Int {
        rows(columns).count
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        for (row, line) in rows(grid.area.columns).enumerated() {
            var column = 0
            for clock in line {
                column += grid.put(" \(clock.mark)\(clock.text) ", at: Point(column, row), clock.role) + 1
            }
        }
    }

    /// A clock that is wider than the screen takes several rows: nothing of it is cut.
    private func rows(_ columns: Int) -> [[Clock]] {
        let parts = clocks.flatMap { clock in
            clock.text.wrapped(to: max(1, columns - clock.mark.displayWidth - 2))
                .map { Clock(mark: clock.mark, text: $0, role: clock.role) }
        }
        var rows: [[Clock]] = []
        var used = 0
        for clock in parts {
            let width = clock.mark.displayWidth + clock.text.displayWidth + 3
            if rows.isEmpty || used + width > columns + 1 {
                rows.append([clock])
                used = width
            } else {
                rows[rows.count - 1].append(clock)
                used += width
            }
        }
        return rows
    }

    /// The time and what is left stand before bed and name, so that no width ever cuts them off.
    private static func caesarean(_ run: CaesareanRun, of story: Admission, _ scene: Scene) -> Clock {
        let pace = ClockPace(run, scene)
        let category = run.category.map { String($0.rawValue) } ?? "?"
        let what = pace.isFromArrest ? scene.say("ARREST", "骤停") : "DDI"
        let clock = Durations.clock(pace.elapsed.seconds) + (pace.elapsed.byWallClock ? "w" : "")
        var text = "\(what) \(category) \(clock)"
        if let left = pace.left { text += " \(pace.sign.isEmpty ? "" : pace.sign + " ")\(scene.say(left))" }
        text += " \(scene.leadingBed(of: story))\(scene.nameApart(of: story))"
        return Clock(text: run.quiet(now: scene.now.reading) == nil ? text : text + " ?", role: pace.role)
    }

    private static let drillMark = "DRILL 演练 "

    /// The time stands before the title, so that no width ever cuts it off.
    private static func checklist(_ run: ChecklistRun, _ scene: Scene) -> Clock {
        let clock = Durations.clock(run.elapsed(now: scene.now.reading)?.seconds ?? 0)
        let title = run.drillProtocol.map { scene.say($0.title).safeForScreen } ?? ""
        guard run.isDrill else {
            let mother = run.admission.flatMap { scene.ward.current($0) }
            let who = mother.map { "\(scene.leadingBed(of: $0))\(scene.nameApart(of: $0)) " } ?? ""
            return Clock(text: "\(clock) \(who)\(title)", role: .clockUrgent)
        }
        let still =
            switch run.suspendedFor {
            case .emergency: scene.say("suspended ", "中断 ")
            case .pause: scene.say("paused ", "暂停 ")
            case nil: ""
            }
        return Clock(mark: drillMark, text: "\(clock) \(still)\(title)", role: .drill)
    }

    /// A head count runs on every terminal until somebody ends it.
    private static func headCounts(_ scene: Scene) -> [Clock] {
        guard let count = scene.ward.openHeadCount, let since = count.startedAt else { return [] }
        let census = scene.ward.census
        let seen = census.count { count.isSettled($0.newborn.id) }
        let elapsed = Durations.clock(max(0, since.interval(to: scene.now.reading).seconds))
        let text = "\(scene.say(count.purpose.label)) \(seen)/\(census.count) \(elapsed)"
        if count.isDrill { return [Clock(mark: drillMark, text: text, role: .drill)] }
        return [Clock(text: text, role: count.purpose == .routine ? .clockRunning : .clockUrgent)]
    }
}

/// How a caesarean's clock stands to its target.
struct ClockPace {
    let elapsed: Interval
    /// Seconds; nil where the category has no target.
    let target: Int?
    /// True where the clock runs from the mother's cardiac arrest and not from the decision.
    let isFromArrest: Bool
    let role: StyleRole
    /// `17:29 left`, `2:31 over`; nil without a target.
    let left: Phrase?

    /// Seconds before the target at which the clock becomes urgent.
    static let urgentSeconds = 5 * 60

    init(_ run: CaesareanRun, _ scene: Scene) {
        if let arrest = run.arrest {
            isFromArrest = true
            elapsed = arrest.at.interval(to: run.end?.at ?? Occurrence(scene.now.reading))
            let awaits: Milestone = run.isRunning && run.marks[.incision] == nil ? .incision : .delivery
            target = scene.rules.arrestTargets[awaits]?.seconds
        } else {
            isFromArrest = false
            elapsed = run.elapsed(now: scene.now.reading)
            let planned = run.category == nil ? scene.rules.target(of: .one) : run.target(scene.rules)
            target = (run.category ?? .one) <= .two ? planned : nil
        }
        guard let target else {
            role = run.isRunning ? .clockRunning : .clockStopped
            left = nil
            return
        }
        let rest = target - elapsed.seconds
        role = ClockPace.role(elapsed: elapsed.seconds, target: target, isRunning: run.isRunning)
        left =
            rest >= 0
            ? Phrase(en: "\(Durations.clock(rest)) left", zhHans: "剩 \(Durations.clock(rest))")
            : Phrase(en: "\(Durations.clock(-rest)) OVER", zhHans: "超 \(Durations.clock(-rest))")
    }

    /// Changes at two thirds of the target, at five minutes left, and past the target.
    static func role(elapsed: Int, target: Int, isRunning: Bool) -> StyleRole {
        guard isRunning else { return elapsed <= target ? .clockStopped : .clockOver }
        if elapsed > target { return .clockOver }
        if target - elapsed <= urgentSeconds { return .clockUrgent }
        return elapsed * 3 >= target * 2 ? .clockWarning : .clockRunning
    }

    /// The sign beside the colour.
    var sign: String {
        switch role {
        case .clockWarning: "*"
        case .clockUrgent: "**"
        case .clockOver: "***"
        default: ""
        }
    }

    /// What the sign means, in words; nil before two thirds of the target, and past it.
    var urgency: Phrase? {
        switch role {
        case .clockWarning: Phrase(en: "two thirds gone", zhHans: "已用三分之二")
        case .clockUrgent where !isFromArrest: Phrase(en: "last 5 minutes", zhHans: "最后5分钟")
        default: nil
        }
    }
}
