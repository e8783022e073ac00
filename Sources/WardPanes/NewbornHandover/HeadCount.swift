import ScreenGrid
import WardDomain

/// A head count: every baby scanned once against the census; the missing are named first. It records nothing.
struct HeadCount: DialogPanel {
    let title = NewbornHandoverText.headCount
    private let startedAt: ClockReading
    private var counted: Set<NewbornID> = []
    private var finishedAt: ClockReading?
    private var message: (text: Phrase, role: StyleRole)?
    private var first = 0

    init(startedAt: ClockReading) {
        self.startedAt = startedAt
    }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .down, label: Phrase(en: "more", zhHans: "向下")),
            BindingLine(key: .escape, label: Phrase(en: "end the count", zhHans: "结束清点")),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        switch key {
        case .escape: return .close
        case .down: first = min(first + 1, max(0, HeadCount.census(scene).count - 1))
        case .up: first = max(0, first - 1)
        default: break
        }
        return .stay
    }

    mutating func take(scan: String, _ scene: Scene) -> DialogResponse {
        let scanned = ScannedCode(scan, in: scene.ward)
        guard case .newborn(let mother, let newborn) = scanned else {
            message = (scanned.refusal ?? NewbornHandoverText.babyBandNeeded, .fieldError)
            return .stay
        }
        let found = BabyHere(mother: mother, baby: newborn)
        let called = found.called(scene)
        guard HeadCount.isCounted(found) else {
            message = (Phrase(en: "not in the count: \(called.en)", zhHans: "不计入清点：\(called.zhHans)"), .hint)
            return .stay
        }
        let isNew = counted.insert(newborn.id).inserted
        let again = Phrase(en: "counted already: \(called.en)", zhHans: "已清点：\(called.zhHans)")
        message = isNew ? (called, .match) : (again, .hint)
        if finishedAt == nil, missing(scene).isEmpty { finishedAt = scene.now.reading }
        return .stay
    }

    /// The dead are not in it, and neither are those who have left.
    private static func isCounted(_ found: BabyHere) -> Bool { found.raisesAlarms && found.baby.isHere }

    private static func census(_ scene: Scene) -> [BabyHere] {
        BabyHere.all(scene.ward).filter(isCounted)
    }

    private func missing(_ scene: Scene) -> [BabyHere] {
        HeadCount.census(scene).filter { !counted.contains($0.id) }
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let size = Size(columns: min(grid.area.columns - 4, 76), rows: max(4, grid.area.rows - 2))
        let dialog = Dialog(title: scene.say(title), contentSize: size)
        let inner = Dialog.interior(of: dialog.frame(in: grid.area))
        grid.draw(dialog)
        grid.inside(inner) { grid in
            let (top, list) = grid.area.splitTop(3)
            grid.inside(top) { drawState(on: &$0, scene) }
            grid.inside(list) { drawList(on: &$0, scene) }
        }
    }

    private func drawState(on grid: inout CellGrid, _ scene: Scene) {
        let census = HeadCount.census(scene)
        let seen = census.count - missing(scene).count
        let isComplete = seen == census.count
        let seconds = Occurrence(startedAt).interval(to: finishedAt ?? scene.now.reading).seconds
        let state =
            isComplete
            ? scene.say("ALL HERE", "全部在") : scene.say("\(census.count - seen) MISSING", "缺 \(census.count - seen)")
        grid.put(
            [
                Span(Durations.clock(seconds), finishedAt == nil ? .clockRunning : .clockStopped),
                Span("   \(seen)/\(census.count)   ", .title), Span(state, isComplete ? .match : .alarmHigh),
            ], at: Point(0, 0))
        grid.put(
            scene.say("Scan a band of every baby. This count is not recorded.", "扫描每名新生儿的一条腕带。本次清点不作记录。"),
            at: Point(0, 1), .hint)
        if let message { grid.put(scene.say(message.text), at: Point(0, 2), message.role) }
    }

    /// The missing first, each with the place and who has the baby; then those that were counted.
    private func drawList(on grid: inout CellGrid, _ scene: Scene) {
        let missing = missing(scene)
        let seen = HeadCount.census(scene).filter { counted.contains($0.id) }
        let rows = missing.map { ($0, isMissing: true) } + seen.map { ($0, isMissing: false) }
        let columns =
            [TableColumn("", minimum: 4)] + BabyCells.columns(scene) + [
                TableColumn(scene.say(NewbornHandoverText.place), minimum: 8, givesWay: 1),
                TableColumn(scene.say(NewbornHandoverText.custodian), minimum: 6, givesWay: 2),
            ]
        let cells = BabyCells(scene)
        let table = Table(
            columns: columns,
            rows: rows.dropFirst(first).map { found, isMissing in
                let mark =
                    isMissing
                    ? TableCell(scene.say("MISSING", "缺"), .alarmHigh) : TableCell(scene.say("ok", "在"), .done)
                let custody = found.baby.custody
                let out = found.isOut ? scene.say("OUT ", "外出 ") : ""
                return [mark] + cells.cells(found) + [
                    TableCell(out + scene.say(custody.place.label)),
                    TableCell(scene.name(of: custody.custodian), .staff),
                ]
            })
        grid.draw(table)
    }
}
