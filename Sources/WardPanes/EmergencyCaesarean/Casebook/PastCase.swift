import ScreenGrid
import WardDomain

/// One past case in words.
struct PastCase {
    let decided: String
    let category: String
    /// Decision to delivery, with `!` where it was over the target and `w` where the wall clock had to serve.
    let interval: String
    let longest: String
    /// How it ended; `+` before it where it was entered afterwards.
    let ending: String
    let role: StyleRole

    init(_ brief: CaesareanBrief, _ scene: Scene) {
        let local = LocalTime(brief.decidedAt, scene.offset)
        decided = "\(local.day) \(local.hourMinute)"
        category = brief.category.map { String($0.rawValue) } ?? "-"
        let standing = brief.standing(target: scene.rules.target(of: brief.category))
        let isOver = standing == .over
        let wall = brief.byWallClock ? "w" : ""
        interval = brief.seconds.map { (isOver ? "! " : "") + Durations.clock($0) + wall } ?? "-"
        longest =
            brief.longestTo.map { "\(scene.say($0.label)) \(brief.longestSeconds.map(Durations.clock) ?? "")" } ?? "-"
        let afterwards = brief.enteredAfterwards ? scene.say(", entered afterwards", "，补录") : ""
        let arrest = brief.isForArrest ? "MATARR " : ""
        ending = arrest + (brief.ending.map { scene.say($0.label) } ?? "") + afterwards
        role = standing == .void ? .voided : isOver ? .late : .text
    }
}

/// What stands here when no caesarean is open.
struct NoRunPage {
    let last: CaesareanRow?
    let scene: Scene

    func draw(on grid: inout CellGrid) {
        var notes = [
            Note(scene.say(EmergencyCaesareanText.noRun), .title), Note(""),
            Note(scene.say(EmergencyCaesareanText.howToStart), .hint), Note(""),
        ]
        if let last {
            let line = PastCase(CaesareanBrief(last.run, of: last.admission), scene)
            let indication = last.run.indication.map { "  \($0)" } ?? ""
            let category = scene.say("cat \(line.category)", "\(line.category) 类")
            notes.append(
                Note(
                    "\(scene.say(EmergencyCaesareanText.lastCase)): \(line.decided)  \(category)\(indication)  DDI \(line.interval)  \(line.ending)",
                    line.role))
        } else {
            notes.append(Note(scene.say(EmergencyCaesareanText.noPastCase), .dim))
        }
        Note.draw(notes, in: grid.area.inset(horizontal: 1, vertical: 1), on: &grid)
    }
}
