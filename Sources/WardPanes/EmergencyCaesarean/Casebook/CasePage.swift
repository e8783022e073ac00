import ScreenGrid
import WardDomain

/// A case for its review: how long it took and where the minutes went, drawn to scale, and what became of mother and
/// baby.
struct CasePage {
    let shown: CaesareanCase?
    let medians: [CaesareanCategory: SplitMedians]
    let scroll: ListScroll
    let scene: Scene

    private static let leastTimelineRows = 6
    /// Rows that the notes keep while the timeline is read.
    private static let leastNoteRows = 2

    func draw(on grid: inout CellGrid, hasFocus: Bool) {
        guard let shown else {
            grid.put(scene.say("reading...", "读取中..."), at: Point(1, 0), .hint)
            return
        }
        let columns = grid.area.columns
        let events = CaseEvents(shown, scene)
        let header = SpanFlow.rows([title(shown)] + verdict(shown) + [longest(shown)], columns: columns)
        for (row, line) in header.enumerated() { grid.put(line, at: Point(0, row)) }
        let (_, below) = grid.area.splitTop(header.count)
        let timeline = timeline(events, shown, hasFocus)
        let chosen = scroll.selected - events.lines.count
        let notes = NoteList(notes: CaseOutcome.notes(shown, scene), selected: chosen < 0 ? nil : chosen, scene: scene)
        let (list, rest) = below.splitTop(rows(timeline, notes, in: below))
        grid.draw(timeline, in: list)
        grid.inside(rest) { notes.draw(on: &$0) }
    }

    /// The rows of the timeline: all it needs where there is room, else what the part that is read leaves it.
    private func rows(_ timeline: Timeline, _ notes: NoteList, in area: Rect) -> Int {
        let needed = timeline.rowsNeeded(columns: area.columns)
        let wanted = notes.rowsNeeded(columns: area.columns)
        let kept = notes.selected == nil ? min(wanted, Self.leastNoteRows) : wanted
        let least = min(needed, Self.leastTimelineRows)
        return min(needed, max(least, area.rows - kept), max(0, area.rows))
    }

    private func title(_ shown: CaesareanCase) -> [Span] {
        let run = shown.run
        let local = LocalTime(run.decidedAt.moment, scene.offset)
        let category =
            run.category.map { scene.say("cat \($0.rawValue)", "\($0.rawValue)类") } ?? scene.say("no category", "类别未填")
        let indication = run.indication.map { code in
            " \(code) \(scene.rules.indication(code).map { scene.say($0.text) } ?? "")".safeForScreen
        }
        let afterwards = run.enteredAfterwards == true ? scene.say("  ENTERED AFTERWARDS", "  事后补录") : ""
        let name = scene.name(of: shown.row.mother)
        return [
            Span("\(name)  ", .mother),
            Span("\(local.day) \(local.hourMinuteSecond)  \(category)\(indication ?? "")", .title),
            Span(afterwards, .next),
        ]
    }

    /// The time it took beside its target, or why it has none.
    private func verdict(_ shown: CaesareanCase) -> [[Span]] {
        let run = shown.run
        guard let interval = run.decisionToDelivery else {
            let ending = run.end.map { scene.say($0.ending.label) } ?? scene.say("running", "计时中")
            let reason = run.end?.reason.map { ": \($0.safeForScreen)" } ?? ""
            return [[Span(ending + reason, run.end?.ending == .void ? .voided : .clockStopped)]]
        }
        let wall = interval.byWallClock ? scene.say(" by the wall clock", "（按日历时钟）") : ""
        var pieces = [[Span("DDI \(Durations.clock(interval.seconds))\(wall)", .clockStopped)]]
        if let target = run.target(scene.rules) {
            let over = interval.seconds - target
            pieces.append(
                over > 0
                    ? [
                        Span(
                            "*** \(Durations.clock(over)) "
                                + scene.say("OVER \(Durations.clock(target))", "超 \(Durations.clock(target))"), .late)
                    ] : [Span(scene.say("within \(Durations.clock(target))", "\(Durations.clock(target)) 内"), .done)])
        }
        if let upgrade = run.upgrade, let interval = run.upgradeToDelivery {
            let since = Durations.clock(interval.seconds)
            let category = upgrade.category.rawValue
            pieces.append([Span(scene.say("\(since) since upgraded to cat \(category)", "升为\(category)类后 \(since)"))])
        }
        return run.isForArrest ? pieces + arrest(run) : pieces
    }

    /// The ways from a mother's cardiac arrest beside the library's targets.
    private func arrest(_ run: CaesareanRun) -> [[Span]] {
        let place = run.arrest?.onTheSpot.map {
            $0 ? scene.say(", on the spot", "，就地") : scene.say(", in theatre", "，手术室")
        }
        let heading = [Span(scene.say("from the ARREST, reported apart", "自骤停计，单列") + (place ?? ""), .next)]
        return [heading]
            + [Milestone.incision, .delivery].map { milestone in
                let name = scene.say(milestone.label)
                guard let seconds = run.elapsedSinceArrest(to: milestone)?.seconds else {
                    return [Span("\(name) -", .notRecorded)]
                }
                let target = scene.rules.arrestTargets[milestone]
                let beside = target.map { " (\($0.marked))" } ?? ""
                let isLate = target.map { seconds > $0.seconds } ?? false
                return [Span("\(name) \(Durations.clock(seconds))\(beside)", isLate ? .late : .done)]
            }
    }

    private func longest(_ shown: CaesareanCase) -> [Span] {
        guard let split = shown.run.longestSplit else { return [] }
        let usual = usualSplits(shown).usual(from: split.from, to: split.to)
        let beside =
            usual.map { scene.say(", usual ", "，通常 ") + Durations.clock($0.seconds) + ($0.isOwn ? "" : "t") } ?? ""
        return [
            Span(scene.say("longest: ", "最长："), .label),
            Span(
                "\(scene.say(split.from.label)) > \(scene.say(split.to.label)) \(Durations.clock(split.interval.seconds))\(beside)",
                .next),
        ]
    }

    private func usualSplits(_ shown: CaesareanCase) -> UsualSplits {
        let category = shown.run.category ?? .one
        return UsualSplits(category: category, medians: medians[category], rules: scene.rules)
    }

    private func timeline(_ events: CaseEvents, _ shown: CaesareanCase, _ hasFocus: Bool) -> Timeline {
        let usual = usualSplits(shown)
        let longest = shown.run.longestSplit
        let lines = events.lines.map { line in
            let found = line.split.flatMap { usual.usual(from: $0.from, to: $0.to) }
            let isLongest = line.split != nil && line.split == longest
            return Timeline.Event(
                Span(scene.say(line.label).safeForScreen, isLongest ? .next : .text),
                figures: [
                    Span(Durations.clock(line.at) + (line.byWallClock ? "w" : ""), line.role),
                    Span(
                        line.split.map {
                            "+\(Durations.clock($0.interval.seconds))\($0.interval.byWallClock ? "w" : "")"
                        }
                            ?? "", isLongest ? .next : .text),
                    Span(found.map { Durations.clock($0.seconds) + ($0.isOwn ? "" : "t") } ?? "", .dim),
                ], from: line.from, at: line.at, target: line.target, role: line.role, sign: line.sign)
        }
        let headings = [
            EmergencyCaesareanText.milestone, EmergencyCaesareanText.time, EmergencyCaesareanText.split,
            EmergencyCaesareanText.usual,
        ].map(scene.say)
        return Timeline(
            events: lines, headings: headings, scale: events.scale, limit: events.limit, scroll: scroll,
            hasFocus: hasFocus)
    }
}

/// A case played again.
struct CaseReplayPage {
    let shown: CaesareanCase
    let replay: Replay
    let scene: Scene

    func draw(on grid: inout CellGrid) {
        let run = shown.run
        let category = run.category.map { scene.say("cat \($0.rawValue)", "\($0.rawValue)类") } ?? ""
        let name = scene.name(of: shown.row.mother)
        ReplayPage(
            replay, title: [Span("\(name)  \(category) \(run.indication ?? "")".safeForScreen, .title)],
            beganAt: run.decidedAt.moment, limit: run.target(scene.rules)
        ).draw(on: &grid, scene)
    }
}
