import ScreenGrid
import WardDomain

/// The time since the decision: in large digits, in words, and as a bar to the target.
struct ClockFace {
    let shown: ShownRun
    let pace: ClockPace

    init(_ shown: ShownRun, _ scene: Scene) {
        self.shown = shown
        pace = ClockPace(shown.run, scene)
    }

    /// Tall digits where they fit, else lower ones.
    func digits(columns: Int, tall: Bool) -> BigDigits {
        let text = Durations.clock(pace.elapsed.seconds)
        let digits = BigDigits(text, height: tall ? .five : .three, role: role)
        return digits.size.columns <= columns ? digits : BigDigits(text, height: .three, role: role)
    }

    /// A clock that nobody may take for a case reads as void; one that is not saved reads as that.
    var role: StyleRole {
        if !shown.isSaved { return .notSaved }
        switch shown.run.end?.ending {
        case .void: return .voided
        case .stoodDown, .bornBeforeCaesarean: return .clockStopped
        case .delivered, nil: return pace.role
        }
    }

    /// How the clock stands, in words; the sign says without colour what the role says with it.
    func words(_ scene: Scene) -> Note {
        guard let end = shown.run.end else { return Note(running(scene), role) }
        let reason = end.reason.map { ": \($0.safeForScreen)" } ?? ""
        switch end.ending {
        case .delivered: return Note(delivered(scene), role)
        case .bornBeforeCaesarean:
            return Note(scene.say("BORN BEFORE THE CAESAREAN. Not in the denominator.", "术前已娩出，不计入达标率分母。"), role)
        case .stoodDown:
            return Note(
                scene.say("STOOD DOWN\(reason). Counted, not in the denominator.", "已取消手术\(reason)。计数，不入分母。"), role)
        case .void:
            return Note(scene.say("VOID, started by mistake\(reason). Not counted.", "作废（误启动）\(reason)。不计数。"), role)
        }
    }

    /// What stands below the words while the clock runs: what its sign means, and what a clock from an arrest runs to.
    func furtherWords(_ scene: Scene) -> [Note] {
        guard shown.run.isRunning else { return [] }
        let urgency = pace.urgency.map { Note(scene.say($0), role) }
        guard pace.isFromArrest else { return [urgency].compactMap { $0 } }
        let awaits = shown.run.marks[.incision] == nil ? Milestone.incision : .delivery
        let target = scene.rules.arrestTargets[awaits].map { " \($0.marked)" } ?? ""
        let aim = scene.say("ARREST to \(awaits.label.en)", "自骤停起，至\(awaits.label.zhHans)") + target
        return [Note(aim, .alarmHigh)] + [urgency].compactMap { $0 }
    }

    private func running(_ scene: Scene) -> String {
        guard let left = pace.left, let target = pace.target else {
            return scene.say("since the decision; no target", "自决定起；无目标时限")
        }
        let text = scene.say("\(left.en) of \(Durations.clock(target))", "\(left.zhHans)，目标 \(Durations.clock(target))")
        return pace.sign.isEmpty ? text : "\(pace.sign) \(text)"
    }

    private func delivered(_ scene: Scene) -> String {
        if pace.isFromArrest { return deliveredAtArrest(scene) }
        guard let target = pace.target else {
            return scene.say("DDI, decision to delivery", "决定至娩出时间 DDI")
        }
        let over = pace.elapsed.seconds - target
        guard over > 0 else {
            return scene.say("DDI, within \(Durations.clock(target))", "DDI \(Durations.clock(target)) 内")
        }
        return scene.say(
            "DDI *** \(Durations.clock(over)) OVER \(Durations.clock(target))",
            "DDI *** 超时 \(Durations.clock(over))")
    }

    /// From the arrest to the birth; the interval from the decision stands in the notes.
    private func deliveredAtArrest(_ scene: Scene) -> String {
        let over = pace.target.map { pace.elapsed.seconds - $0 } ?? 0
        let target = pace.target.map(Durations.clock) ?? ""
        return over > 0
            ? scene.say(
                "ARREST TO BIRTH *** \(Durations.clock(over)) OVER \(target)", "骤停至娩出 *** 超时 \(Durations.clock(over))")
            : scene.say("ARREST TO BIRTH, within \(target)", "骤停至娩出 \(target) 内")
    }

    /// The bar, with marks at two thirds and at five minutes before the target, which stands behind it.
    func drawBar(in area: Rect, on grid: inout CellGrid) {
        guard let target = pace.target, shown.run.end == nil || shown.run.end?.ending == .delivered else { return }
        let label = " \(Durations.clock(target)) \(pace.sign)"
        let (bar, words) = (area.columns - label.displayWidth, label)
        let marks = [2.0 / 3, Double(target - ClockPace.urgentSeconds) / Double(target)]
        let share = Double(pace.elapsed.seconds) / Double(target)
        grid.draw(
            ProgressBar(share: share, marks: marks, role: role),
            in: Rect(column: area.column, row: area.row, columns: bar, rows: 1))
        grid.put(words, at: Point(area.column + bar, area.row), role)
    }
}

/// A line beside the clock.
struct Note: Hashable {
    let text: String
    let role: StyleRole

    init(_ text: String, _ role: StyleRole = .text) {
        self.text = text
        self.role = role
    }

    /// Notes one below the other, each wrapped.
    static func lines(_ notes: [Note], columns: Int) -> [Note] {
        notes.flatMap { note in note.text.wrapped(to: columns).map { Note($0, note.role) } }
    }

    /// Draws notes one below the other, each wrapped; answers the rows used.
    @discardableResult
    static func draw(_ notes: [Note], in area: Rect, on grid: inout CellGrid) -> Int {
        let lines = lines(notes, columns: area.columns).prefix(max(0, area.rows))
        for (row, line) in lines.enumerated() {
            grid.put(line.text, at: Point(area.column, area.row + row), line.role)
        }
        return lines.count
    }
}
