import ScreenGrid
import WardDomain

/// The milestones of a run: when each was reached, what it took, its target, how late it was, and what it usually takes.
struct MilestoneTable {
    let shown: ShownRun
    let usual: UsualSplits
    let scene: Scene
    /// True where a word in the column of times would push another column out.
    let isNarrow: Bool
    private let outOfOrder: Set<Milestone>
    private let splits: [Milestone: CaesareanRun.Split]

    init(_ shown: ShownRun, _ usual: UsualSplits, _ scene: Scene, isNarrow: Bool) {
        self.isNarrow = isNarrow
        self.shown = shown
        self.usual = usual
        self.scene = scene
        outOfOrder = shown.run.outOfOrder
        splits = Dictionary(uniqueKeysWithValues: shown.run.splits.map { ($0.to, $0) })
    }

    func table(selected: Milestone, hasFocus: Bool) -> Table {
        let hasBest = Milestone.allCases.contains { !bestText($0).isEmpty }
        let rows = Milestone.allCases.map { cells($0, hasBest: hasBest) }
        return Table(
            columns: columns(rows, hasBest: hasBest), rows: rows, scroll: ListScroll(selected: selected.position),
            hasFocus: hasFocus)
    }

    /// Names, times and headings are never cut: whole columns give way one by one, those that say least first.
    private func columns(_ rows: [[TableCell]], hasBest: Bool) -> [TableColumn] {
        let best = hasBest ? [(EmergencyCaesareanText.best, 5)] : []
        let headings: [(heading: Phrase, givesWay: Int)] =
            [
                (EmergencyCaesareanText.milestone, 0), (EmergencyCaesareanText.time, 0),
                (EmergencyCaesareanText.split, 2),
                (EmergencyCaesareanText.target, 3), (EmergencyCaesareanText.late, 1), (EmergencyCaesareanText.usual, 4),
            ] + best + [(EmergencyCaesareanText.clockTime, 6), (EmergencyCaesareanText.markedBy, 7)]
        return headings.enumerated().map { index, column in
            let isText = index == 0 || index == headings.count - 1
            let widest = rows.map { $0[index].spans.reduce(0) { $0 + $1.text.displayWidth } }.max() ?? 0
            let heading = scene.say(column.heading)
            return TableColumn(
                heading, minimum: max(widest, heading.displayWidth), alignment: isText ? .leading : .trailing,
                givesWay: column.givesWay, isIdentity: index == 0)
        }
    }

    private func cells(_ milestone: Milestone, hasBest: Bool) -> [TableCell] {
        let role = role(milestone)
        return [
            TableCell("\(sign(role, milestone)) \(scene.say(milestone.label))", role), time(milestone, role),
            TableCell(split(milestone)), goal(milestone),
            TableCell(late(milestone).map(brief) ?? "", .late), TableCell(usualText(milestone), .dim),
        ] + (hasBest ? [TableCell(bestText(milestone), .dim)] : []) + [
            TableCell(clockTime(milestone), .dim), by(milestone),
        ]
    }

    private func role(_ milestone: Milestone) -> StyleRole {
        if shown.isNotSaved(milestone) { return .notSaved }
        guard shown.run.time(of: milestone) != nil else {
            if shown.run.notApplicable.contains(milestone) { return .notApplicable }
            if isPassedOver(milestone) { return .due }
            return milestone == shown.next ? .next : .text
        }
        if outOfOrder.contains(milestone) { return .alarmLow }
        return late(milestone) == nil ? .done : .late
    }

    /// What the role says, without colour.
    private func sign(_ role: StyleRole, _ milestone: Milestone) -> String {
        switch role {
        case .notSaved: "!"
        case .alarmLow: "?"
        case .notApplicable: "-"
        case .due: "o"
        case .done, .late: isUnsigned(milestone) ? "u" : "v"
        default: " "
        }
    }

    /// Whether a later milestone was marked and this one neither marked nor left out on purpose.
    private func isPassedOver(_ milestone: Milestone) -> Bool {
        shown.takesMarks && shown.run.time(of: milestone) == nil && !shown.run.notApplicable.contains(milestone)
            && milestone.position < shown.furthest.position
    }

    private func isUnsigned(_ milestone: Milestone) -> Bool {
        guard let mark = shown.run.marks[milestone] else { return false }
        return mark.staff == nil && !shown.run.unsigned.isEmpty
    }

    private func time(_ milestone: Milestone, _ role: StyleRole) -> TableCell {
        if let elapsed = shown.run.elapsed(to: milestone) {
            return TableCell(Durations.clock(elapsed.seconds) + (elapsed.byWallClock ? "w" : ""), role)
        }
        if shown.run.notApplicable.contains(milestone) {
            return TableCell(scene.say(EmergencyCaesareanText.notApplicable), role)
        }
        if isPassedOver(milestone) {
            let text = isNarrow ? EmergencyCaesareanText.notMarkedShort : EmergencyCaesareanText.notMarked
            return TableCell(scene.say(text), role)
        }
        return TableCell(milestone == shown.next ? scene.say(EmergencyCaesareanText.next) : "", role)
    }

    private func split(_ milestone: Milestone) -> String {
        splits[milestone].map { "+\(brief($0.interval.seconds))" } ?? ""
    }

    /// Seconds past the target: of what was reached, and of what comes next as it runs.
    private func late(_ milestone: Milestone) -> Int? {
        guard let target = usual.target(of: milestone)?.seconds, milestone != .decision else { return nil }
        let reached = shown.run.elapsed(to: milestone)?.seconds
        let isAwaited = milestone == shown.next && shown.run.isRunning
        let running = isAwaited ? shown.run.elapsed(now: scene.now.reading).seconds : nil
        guard let seconds = reached ?? running, seconds > target else { return nil }
        return seconds - target
    }

    /// The target with the sign of its evidence behind it: `8:00R`.
    private func goal(_ milestone: Milestone) -> TableCell {
        guard let target = usual.target(of: milestone) else { return TableCell("") }
        let mark = target.source.mark
        return TableCell("\(brief(target.seconds))\(mark.sign)", EvidenceSign.role(mark))
    }

    private func usualText(_ milestone: Milestone) -> String {
        guard let from = start(of: milestone), let found = usual.usual(from: from, to: milestone) else { return "" }
        return brief(found.seconds) + (found.isOwn ? "" : "t")
    }

    private func bestText(_ milestone: Milestone) -> String {
        guard let from = start(of: milestone) else { return "" }
        return usual.best(from: from, to: milestone).map(brief) ?? ""
    }

    /// Where the split to a milestone begins, or will begin when nothing in between is left out; to one that floats,
    /// from where the run stands now.
    private func start(of milestone: Milestone) -> Milestone? {
        if let split = splits[milestone] { return split.from }
        let skipped = shown.run.notApplicable
        guard milestone != .decision, !skipped.contains(milestone) else { return nil }
        if milestone.floats { return shown.furthest }
        return Milestone.allCases.last { earlier in
            !earlier.floats && earlier.position < milestone.position && !skipped.contains(earlier)
                && (shown.run.time(of: earlier) != nil || earlier.position > shown.furthest.position)
        }
    }

    private func clockTime(_ milestone: Milestone) -> String {
        shown.run.time(of: milestone).map { LocalTime($0.moment, scene.offset).hourMinuteSecond } ?? ""
    }

    private func by(_ milestone: Milestone) -> TableCell {
        guard let mark = shown.run.marks[milestone] else { return TableCell("") }
        if isUnsigned(milestone) { return TableCell(scene.say(EmergencyCaesareanText.unsigned), .unsigned) }
        return TableCell(mark.staff.map { scene.name(of: $0) } ?? "", .staff)
    }

    /// `7:55`, without the leading zero of a clock.
    private func brief(_ seconds: Int) -> String {
        let clock = Durations.clock(seconds)
        return clock.count == 5 && clock.first == "0" ? String(clock.dropFirst()) : clock
    }
}
