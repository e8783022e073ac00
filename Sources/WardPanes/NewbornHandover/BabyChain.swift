import ScreenGrid
import WardDomain

/// One newborn's page: bands, custody, the last handover, and the chain of everything that happened, the newest first.
struct BabyChain: Sendable {
    let newborn: NewbornID
    let admission: AdmissionID
    /// The row of the register that it was opened from; nil for a baby who was here.
    private let row: HandoverRow?
    private var lines: [StoryLine] = []
    /// How many of the newest entries are scrolled past.
    private var skipped = 0

    init(_ found: BabyHere) {
        newborn = found.id
        admission = found.mother.id
        row = nil
    }

    /// The chain behind a row of the register, of a baby who may have left long ago.
    init(_ row: HandoverRow) {
        newborn = row.newborn
        admission = row.admission
        self.row = row
    }

    var question: PaneEffect { .ask(.story(.admission(admission))) }

    /// Keeps of a mother's story what is about this newborn, corrections too.
    mutating func learn(_ story: [StoryLine]) {
        let itsOwn = story.filter { ($0.entry.fact as? any NewbornFact)?.newborn == newborn }
        let ids = Set(itsOwn.map(\.entry.stamp.id))
        lines = story.filter { line in
            switch line.entry.fact {
            case is RelativeAuthorised, is RelativeWithdrawn: true
            case let correction as EntryCorrected: ids.contains(correction.target)
            default: ids.contains(line.entry.stamp.id)
            }
        }
        .sorted {
            ($0.entry.stamp.occurred.moment, $0.entry.sequence) > (
                $1.entry.stamp.occurred.moment, $1.entry.sequence
            )
        }
        skipped = min(skipped, max(0, lines.count - 1))
    }

    mutating func take(_ key: Key) -> Bool {
        switch key {
        case .down: skipped += 1
        case .up: skipped -= 1
        case .pageDown: skipped += 10
        case .pageUp: skipped -= 10
        case .home: skipped = 0
        case .end: skipped = lines.count
        default: return false
        }
        skipped = min(max(0, skipped), max(0, lines.count - 1))
        return true
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        var row = 0
        for spans in header(scene).flatMap({ $0.wrapped(to: grid.area.columns - 2) }) {
            grid.put(spans, at: Point(1, row))
            row += 1
        }
        for line in lines.dropFirst(skipped) where row < grid.area.rows { row = draw(line, at: row, on: &grid, scene) }
    }

    private func header(_ scene: Scene) -> [[Span]] {
        let chain = Span(scene.say("Chain, newest first", "交接链，最新在前"), .columnHeading)
        guard let found = BabyHere.find(newborn, scene.ward) else {
            let who = row.map { [Span(HandoverRegister.called($0, scene), .title)] }
            return [who, [Span(scene.say(Refusal.alreadyGone.text), .hint)], [chain]].compactMap { $0 }
        }
        return BabyHeader(found, scene).lines + [[chain]]
    }

    /// One entry with its time and who recorded it; answers the row below it.
    private func draw(_ line: StoryLine, at row: Int, on grid: inout CellGrid, _ scene: Scene) -> Int {
        let stamp = line.entry.stamp
        let who = stamp.staff.map { scene.name(of: $0) } ?? scene.say("UNSIGNED", "未签名")
        let (role, mark) = (line.role, scene.say(line.mark))
        let whoColumn = grid.area.columns - who.displayWidth - 1
        grid.put(scene.shortTime(stamp.occurred.moment), at: Point(1, row), .dim)
        grid.put(who, at: Point(whoColumn, row), stamp.staff == nil ? .unsigned : .dim)
        let parts = (scene.say(line.entry.summary) + mark).safeForScreen.wrapped(to: max(10, whoColumn - 14))
        for (index, part) in parts.enumerated() { grid.put(part, at: Point(13, row + index), role) }
        return row + parts.count
    }
}

extension [Span] {
    /// The spans on as many rows as they need: what does not fit beside the others goes on below, and nothing is cut.
    fileprivate func wrapped(to columns: Int) -> [[Span]] {
        var rows: [[Span]] = [[]]
        var used = 0
        for span in self {
            let fits = used + span.text.displayWidth <= columns
            for part in fits ? [span.text] : span.text.wrapped(to: Swift.max(1, columns)) {
                if !fits, used > 0 {
                    rows.append([])
                    used = 0
                }
                rows[rows.count - 1].append(Span(part, span.role))
                used += part.displayWidth
            }
        }
        return rows
    }
}

/// The lines above a newborn's chain.
private struct BabyHeader {
    private let found: BabyHere
    private let scene: Scene

    init(_ found: BabyHere, _ scene: Scene) {
        self.found = found
        self.scene = scene
    }

    var lines: [[Span]] {
        [who] + similar + [birth] + BabyNotes(found, scene).lines + bands + [custody] + owed
    }

    private var who: [Span] { [Span(scene.say(found.called(scene)), .title)] }

    private var similar: [[Span]] {
        SimilarNames(of: found.mother, scene).warning.map { [[Span(scene.say($0), .lookAlike)]] } ?? []
    }

    private var birth: [Span] {
        let baby = found.baby
        let none = scene.say(NewbornHandoverText.notRecorded)
        let time = baby.birthTimeKnown ? scene.time(baby.bornAt.moment) : none
        var text = "\(scene.say("born", "出生")) \(time)  \(scene.say(baby.mode.label))"
        text += "  " + (baby.weightGrams.map { "\($0) g" } ?? scene.say("weight \(none)", "体重\(none)"))
        guard found.raisesAlarms else { return [Span("\(text)  ", .text), Span(scene.say(baby.outcome.label), .dim)] }
        let scores = baby.apgar.keys.sorted().map { "\($0)': \(baby.apgar[$0]?.total.map(String.init) ?? "-")" }
        return [Span("\(text)  Apgar \(scores.isEmpty ? none : scores.joined(separator: " "))", .text)]
    }

    private var bands: [[Span]] {
        guard !found.baby.bands.isEmpty else {
            let text = scene.say("no band yet", "尚未佩戴腕带")
            return [[Span(text, found.raisesAlarms ? .overdue : .dim)]]
        }
        let none = scene.say("NO BAND ON  (b, then a)", "未佩戴腕带（b，再 a）")
        let missing = found.raisesAlarms && found.baby.attachedBands.isEmpty ? [[Span(none, .overdue)]] : []
        return missing
            + found.baby.bands.map { band in
                let limb = band.limb.map { scene.say($0.label) } ?? "-"
                let text = "\(scene.say("band", "腕带")) \(band.issue)  \(band.code.safeForScreen)  \(limb)  "
                let state = "\(scene.say(band.state.label)) \(scene.shortTime(band.since.moment))"
                return [Span(text, band.state == .void ? .voided : .text), Span(state, band.state.role)]
            }
    }

    private var custody: [Span] {
        let custody = found.baby.custody
        let since = scene.shortTime(custody.since.moment)
        let back = custody.expectedBack.map { "  \(scene.say("back by", "应返")) \(scene.time($0))" } ?? ""
        let late = found.lateSince(scene).map { scene.short(since: $0) }
            .map { scene.say(" \($0) late !", " 超 \($0) !") }
        return [
            Span("\(scene.say(custody.place.label))\(custody.unit == nil ? "  " : ": ")", .text),
            Span(scene.name(of: custody.custodian), .staff),
            Span("  \(scene.say("since", "自")) \(since)\(back)", .text), Span(late ?? "", .overdue),
        ]
    }

    private var owed: [[Span]] {
        guard found.raisesAlarms, let move = found.baby.pendingMove else { return [] }
        let who = move.movedBy.map { scene.name(of: $0) } ?? scene.say("UNSIGNED", "未签名")
        return [[Span("\(scene.say(NewbornHandoverText.notHandedOver))  \(who)", .overdue)]]
    }
}

extension Band.State {
    fileprivate var label: Phrase {
        switch self {
        case .issued: Phrase(en: "printed", zhHans: "已发放")
        case .attached: Phrase(en: "on", zhHans: "已佩戴")
        case .void: Phrase(en: "void", zhHans: "作废")
        }
    }

    fileprivate var role: StyleRole {
        switch self {
        case .issued: .dueSoon
        case .attached: .done
        case .void: .voided
        }
    }
}
