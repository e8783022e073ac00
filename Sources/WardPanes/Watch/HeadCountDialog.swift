import ScreenGrid
import WardDomain

/// A head count on this terminal: every baby scanned once against the census, the missing named first.
///
/// The count is the ward's own: every terminal joins the one that goes on, and leaving this window does not end it.
/// It begins with the first scan, at the time of the key press; until then nothing is recorded.
struct HeadCountDialog: DialogPanel {
    let title = HeadCountText.title
    /// The key press, which is the beginning of a count that this terminal starts.
    private let openedAt: ClockReading
    private var stage = HeadCountStage.here
    private var message: (text: Phrase, role: StyleRole)?
    private var scroll = ListScroll()
    /// Whom the last scan was, for the message once it is committed.
    private var scanned: NewbornID?

    /// The count that this window is about; nil until there is one.
    private var joined: HeadCountID?

    init(openedAt: ClockReading, joins count: HeadCountID?) {
        self.openedAt = openedAt
        joined = count
    }

    /// True once the count was ended, here or at another terminal, and no emergency's took its place.
    private func hasEnded(_ scene: Scene) -> Bool {
        guard let joined, scene.ward.headCounts[joined] == nil else { return false }
        return scene.ward.openHeadCount.map { $0.isDrill || $0.purpose == .routine } ?? true
    }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        Self.lines(scene.ward.openHeadCount?.purpose, stage)
    }

    /// The keys of a count for a purpose, while babies are scanned here or where they are brought.
    static func lines(_ purpose: HeadCountPurpose?, _ stage: HeadCountStage) -> [BindingLine] {
        var lines = [
            BindingLine(key: .enter, label: HeadCountText.end),
            BindingLine(key: .character("p"), label: HeadCountText.pink),
            BindingLine(key: .character("e"), label: HeadCountText.evacuate),
        ]
        if purpose == .evacuation {
            let label = stage == .here ? HeadCountText.atDestination : HeadCountText.atUnit
            lines.append(BindingLine(key: .character("d"), label: label))
        }
        return lines + [
            BindingLine(key: .character("w"), label: HeadCountText.withoutBand),
            BindingLine(key: .character("t"), label: HeadCountText.print),
            BindingLine(key: .escape, label: HeadCountText.leave),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        guard !hasEnded(scene) else { return .close }
        switch key.bound {
        case .escape: return .close
        case .enter: return finish(scene)
        case .character("p"): return .stay(HeadCountText.giving(.codePink, scene, openedAt: openedAt))
        case .character("e"): return .stay(HeadCountText.giving(.evacuation, scene, openedAt: openedAt))
        case .character("w"): return .stay(SeenWithoutBand.choice(stage, scene, openedAt: openedAt))
        case .character("d"): turnStage(scene)
        case .character("t"): return .stay(.effect(.print(CensusPage.job(scene))))
        default: _ = scroll.take(key, count: HeadCountView(scene, stage).rows.count, rows: 10)
        }
        return .stay
    }

    private mutating func turnStage(_ scene: Scene) {
        guard scene.ward.openHeadCount?.purpose == .evacuation else { return }
        stage = stage == .here ? .destination : .here
        message = nil
    }

    private mutating func finish(_ scene: Scene) -> DialogResponse {
        guard let count = scene.ward.openHeadCount else {
            message = (HeadCountText.scanFirst, .hint)
            return .stay
        }
        let missing = scene.ward.census.count { !count.isSettled($0.newborn.id) }
        return missing == 0
            ? .stay(.record(FinishHeadCount())) : .stay(.open(HeadCountText.ending(missing: missing, scene)))
    }

    mutating func take(scan: String, _ scene: Scene) -> DialogResponse {
        guard !hasEnded(scene) else { return .stay }
        let code = ScannedCode(scan, in: scene.ward)
        guard case .newborn(let mother, let newborn) = code else {
            message = (code.refusal ?? NewbornHandoverText.babyBandNeeded, .fieldError)
            return .stay
        }
        let found = BabyHere(mother: mother, baby: newborn)
        scanned = newborn.id
        message = (found.called(scene), .text)
        let count = PaneEffect.record(CountNewborn(band: scan, stage: stage))
        guard scene.ward.openHeadCount == nil else { return .stay(count) }
        guard found.raisesAlarms else {
            message = (Refusal.notInCount.text, .fieldError)
            return .stay
        }
        return .stay(.record(StartHeadCount(), .frozen(openedAt)), count)
    }

    mutating func learn(_ outcome: RecordOutcome, _ scene: Scene) -> DialogResponse {
        joined = joined ?? scene.ward.openHeadCount?.id
        switch outcome {
        case .committed(let entries):
            if entries.contains(where: { $0.fact is HeadCountFinished }) { return .close }
            if entries.contains(where: { $0.fact is NewbornCounted }) { message = message.map { ($0.text, .match) } }
        case .refused(let refusal):
            let who = scanned.flatMap { BabyHere.find($0, scene.ward) }?.called(scene)
            let text = refusal.text
            message = (
                who.map { Phrase(en: "\(text.en) \($0.en)", zhHans: "\(text.zhHans)\($0.zhHans)") } ?? text, .fieldError
            )
        case .notSaved(let why): message = (why, .notSaved)
        }
        return .stay
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let view = HeadCountView(scene, stage)
        let size = Size(columns: min(grid.area.columns - 2, 100), rows: max(4, grid.area.rows - 2))
        DialogFrame.draw(view.title, content: size, on: &grid, scene) { grid in
            let lines = hasEnded(scene) ? ended(columns: grid.area.columns, scene) : head(view, grid.area.size, scene)
            for (row, line) in lines.enumerated() { grid.put(line, at: Point(0, row)) }
            guard !hasEnded(scene) else { return }
            grid.draw(view.table(scroll, columns: grid.area.columns), in: grid.area.splitTop(lines.count).rest)
        }
    }

    private func ended(columns: Int, _ scene: Scene) -> [[Span]] {
        scene.say(HeadCountText.ended).wrapped(to: columns).map { [Span($0, .title)] }
    }

    /// How the count stands, and what the last scan was. The places and what to do stand between, where they leave
    /// enough rows for who is missing.
    private func head(_ view: HeadCountView, _ size: Size, _ scene: Scene) -> [[Span]] {
        func lines(_ text: String, _ role: StyleRole) -> [[Span]] {
            text.wrapped(to: size.columns).map { [Span($0, role)] }
        }
        let said = message.map { lines(scene.say($0.text), $0.role) } ?? []
        let between = lines(view.places, .dim) + lines(scene.say(view.hint), .hint)
        let hasRoom = 1 + between.count + max(1, said.count) + HeadCountDialog.leastListRows <= size.rows
        return [view.state(since: openedAt)] + (hasRoom ? between : []) + (said.isEmpty && hasRoom ? [[]] : said)
    }

    private static let leastListRows = 4
}
