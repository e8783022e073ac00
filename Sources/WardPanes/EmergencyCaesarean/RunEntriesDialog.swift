import ScreenGrid
import WardDomain

/// Every entry of one run in the order of recording: when it was, who recorded it, why, and what became of it.
struct RunEntriesDialog: DialogPanel {
    let title = EmergencyCaesareanText.entries
    private let run: CaesareanID
    private let stream: StreamID
    private var lines: [StoryLine]?
    private var skipped = 0

    private init(_ shown: ShownRun) {
        run = shown.run.id
        stream = .admission(shown.mother.id)
    }

    /// Opens the dialog and asks the ledger for the story.
    static func effects(_ shown: ShownRun) -> [PaneEffect] {
        [.open(RunEntriesDialog(shown)), .ask(.story(.admission(shown.mother.id)))]
    }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [BindingLine(key: .escape, label: Phrase(en: "back", zhHans: "返回"))]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        switch key {
        case .escape, .enter: return .close
        case .down: skipped += 1
        case .up: skipped -= 1
        case .pageDown: skipped += 10
        case .pageUp: skipped -= 10
        case .home: skipped = 0
        case .end: skipped = rows(scene, columns: 60).count
        default: break
        }
        skipped = min(max(0, skipped), max(0, rows(scene, columns: 60).count - 1))
        return .stay
    }

    mutating func learn(_ answer: HistoryAnswer, _ scene: Scene) {
        guard case .story(stream, let story) = answer else { return }
        lines = story
    }

    /// What another terminal records meanwhile is asked for by opening it anew; nothing here changes by itself.
    mutating func learn(_ outcome: RecordOutcome, _ scene: Scene) -> DialogResponse { .stay }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let columns = min(grid.area.columns - 4, 100)
        let rows = rows(scene, columns: columns)
        let size = Size(columns: columns, rows: max(1, min(rows.count, grid.area.rows - 2)))
        DialogFrame.draw(title, content: size, on: &grid, scene) {
            Note.draw(Array(rows.dropFirst(skipped)), in: $0.area, on: &$0)
        }
    }

    private func rows(_ scene: Scene, columns: Int) -> [Note] {
        guard let lines else { return [Note(scene.say("asking the ledger", "正在查询"), .hint)] }
        let about = lines.filter { $0.entry.fact.concerns(run) }
        let corrections = Dictionary(grouping: lines.filter { $0.entry.fact is EntryCorrected }) { line in
            (line.entry.fact as? EntryCorrected)?.target ?? line.entry.stamp.id
        }
        return about.flatMap { line in
            [note(line, scene)] + corrections[line.entry.stamp.id, default: []].map { correction($0, scene) }
        }
    }

    private func note(_ line: StoryLine, _ scene: Scene) -> Note {
        let stamp = line.entry.stamp
        let at = LocalTime(stamp.occurred.moment, scene.offset)
        let recorded = LocalTime(stamp.recorded.moment, scene.offset)
        let isLate = stamp.occurred.derived
        let when =
            "\(at.hourMinuteSecond)"
            + (isLate ? scene.say(" (recorded \(recorded.hourMinuteSecond))", "（\(recorded.hourMinuteSecond) 记录）") : "")
        let mark =
            line.struck
            ? scene.say("STRUCK ", "已作废 ") : line.correctedBy != nil ? scene.say("CORRECTED ", "已更正 ") : ""
        let why = line.entry.fact.reasonGiven.map { ": \($0)" } ?? ""
        let role: StyleRole = line.struck ? .voided : line.correctedBy != nil ? .corrected : .text
        let text = "\(when) \(mark)\(scene.say(line.entry.summary))\(why)  [\(who(stamp, scene))]"
        return Note(text.safeForScreen, role)
    }

    private func correction(_ line: StoryLine, _ scene: Scene) -> Note {
        let stamp = line.entry.stamp
        let at = LocalTime(stamp.recorded.moment, scene.offset).hourMinuteSecond
        let text = "    \(at) \(scene.say(line.entry.summary))  [\(who(stamp, scene))]"
        return Note(text.safeForScreen, .corrected)
    }

    private func who(_ stamp: EntryStamp, _ scene: Scene) -> String {
        let name = stamp.staff.map { scene.name(of: $0) } ?? scene.say(EmergencyCaesareanText.unsigned)
        return "\(name) \(stamp.terminal)"
    }
}
