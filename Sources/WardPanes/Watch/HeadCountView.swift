import ScreenGrid
import WardDomain

/// What a head count shows: the state in one line, so many of so many by place, and everybody with the missing first.
struct HeadCountView {
    /// A baby of the census, and how it stands in the count.
    struct Row {
        let found: BabyHere
        let isSettled: Bool
        /// Taken up for an evacuation, and not seen at the destination yet.
        let isUnderWay: Bool
        /// Counted on the word of two people, without a band.
        let isWithoutBand: Bool
    }

    let rows: [Row]
    private let scene: Scene
    private let stage: HeadCountStage
    private let count: HeadCount?

    init(_ scene: Scene, _ stage: HeadCountStage) {
        self.scene = scene
        self.stage = stage
        let count = scene.ward.openHeadCount
        self.count = count
        let all = BabyHere.all(scene.ward).filter(\.raisesAlarms).map { found in
            let isSettled = count?.isSettled(found.id) ?? false
            return Row(
                found: found, isSettled: isSettled, isUnderWay: !isSettled && (count?.has(found.id, .here) ?? false),
                isWithoutBand: count?.hasWithoutBand(found.id) ?? false)
        }
        rows =
            all.filter { !$0.isSettled && !$0.isUnderWay } + all.filter(\.isUnderWay) + all.filter(\.isSettled)
    }

    private var missing: Int { rows.count { !$0.isSettled } }

    /// What the count is for; a drill says so first.
    var title: Phrase {
        guard let count else { return HeadCountText.title }
        let drill = count.isDrill ? Phrase(en: "DRILL  ", zhHans: "演练  ") : Phrase(en: "", zhHans: "")
        let to = count.destination.map { " > \($0.safeForScreen)" } ?? ""
        let purpose = count.purpose.label
        return Phrase(en: "\(drill.en)\(purpose.en)\(to)", zhHans: "\(drill.zhHans)\(purpose.zhHans)\(to)")
    }

    /// `01:05   38/40   2 MISSING`.
    func state(since openedAt: ClockReading) -> [Span] {
        let start = count?.startedAt ?? Occurrence(openedAt)
        let isComplete = missing == 0
        let end = isComplete ? count?.lastSeenAt : nil
        let seconds = start.interval(to: end ?? Occurrence(scene.now.reading)).seconds
        let state = isComplete ? scene.say("ALL HERE", "全部在") : scene.say("\(missing) MISSING", "缺 \(missing)")
        var spans = [
            Span(Durations.clock(max(0, seconds)), isComplete ? .clockStopped : .clockRunning),
            Span("   \(rows.count - missing)/\(rows.count)   ", .title), Span(state, isComplete ? .match : .alarmHigh),
        ]
        let bare = rows.count(where: \.isWithoutBand)
        if bare > 0 { spans.append(Span(scene.say("   \(bare) NO BAND", "   无腕带 \(bare)"), .alarmMedium)) }
        let underWay = rows.count(where: \.isUnderWay)
        if underWay > 0 { spans.append(Span(scene.say("   \(underWay) under way", "   途中 \(underWay)"), .dueSoon)) }
        return spans
    }

    /// `NICU 12/15   postnatal ward 20/20`, over all units.
    var places: String {
        Place.allCases.compactMap { place -> String? in
            let there = rows.filter { $0.found.baby.custody.place == place }
            guard !there.isEmpty else { return nil }
            return "\(scene.say(place.label)) \(there.count(where: \.isSettled))/\(there.count)"
        }.joined(separator: "   ")
    }

    var hint: Phrase {
        if count?.purpose == .evacuation {
            return stage == .here ? HeadCountText.scanAsTakenUp : HeadCountText.scanAtDestination
        }
        return missing == 0 ? HeadCountText.allSeen : HeadCountText.scanEveryBaby
    }

    /// Each with the place, who has the baby, and whether it is out.
    func table(_ scroll: ListScroll, columns available: Int) -> Table {
        let columns =
            [TableColumn("", minimum: 4)] + BabyCells.columns(scene) + [
                TableColumn(scene.say(NewbornHandoverText.place), minimum: 8, isIdentity: true),
                TableColumn(scene.say(NewbornHandoverText.custodian), minimum: 8, isIdentity: true),
            ]
        let cells = BabyCells(scene)
        let rows = rows.map { row in
            let custody = row.found.baby.custody
            let out = row.found.isOut ? scene.say("OUT ", "外出 ") : ""
            return [mark(row)] + cells.cells(row.found) + [
                TableCell(out + scene.say(custody.place.label), row.found.isOut ? .dueSoon : .text),
                TableCell(scene.name(of: custody.custodian), .staff),
            ]
        }
        return available < SentenceTable.leastColumns
            ? SentenceTable.table(rows, scroll: scroll)
            : Table(columns: columns, rows: rows, scroll: scroll, hasFocus: true)
    }

    private func mark(_ row: Row) -> TableCell {
        if row.isWithoutBand {
            let way = row.isUnderWay ? scene.say("on way, ", "途中 ") : ""
            return TableCell(way + scene.say("NO BAND", "无腕带"), .alarmMedium)
        }
        if row.isSettled { return TableCell(scene.say("ok", "在"), .done) }
        if row.isUnderWay { return TableCell(scene.say("on way", "途中"), .dueSoon) }
        return TableCell(scene.say("MISSING", "缺"), .alarmHigh)
    }
}
