import ScreenGrid
import WardDomain

/// Everybody who is out now, and when they are expected back; the latest first.
enum OutNow {
    static func rows(_ scene: Scene) -> [BabyHere] {
        BabyHere.all(scene.ward).filter(\.isOut).sorted { $0.comesBefore($1, scene) }
    }

    static func table(_ rows: [BabyHere], scroll: ListScroll?, hasFocus: Bool, _ scene: Scene) -> Table {
        let columns =
            BabyCells.columns(scene) + [
                TableColumn(scene.say(NewbornHandoverText.place), minimum: 10, isIdentity: true),
                .wholeOrAbsent(scene.say(NewbornHandoverText.backBy), rows.map { back($0, scene) }),
                TableColumn(scene.say(NewbornHandoverText.state), minimum: 12, isIdentity: true),
            ]
        let cells = BabyCells(scene)
        return Table(
            columns: columns,
            rows: rows.map { cells.cells($0) + [place($0, scene), back($0, scene), state($0, scene)] },
            scroll: scroll, hasFocus: hasFocus, showsHeadings: false)
    }

    private static func place(_ row: BabyHere, _ scene: Scene) -> TableCell {
        TableCell("\(scene.say("to", "至")) \(scene.say(row.baby.custody.place.label))")
    }

    private static func back(_ row: BabyHere, _ scene: Scene) -> TableCell {
        row.baby.custody.expectedBack.map { TableCell(scene.shortTime($0)) } ?? TableCell("-", .notRecorded)
    }

    /// Being late comes first; a handover that is owed is said in full.
    private static func state(_ row: BabyHere, _ scene: Scene) -> TableCell {
        if let expected = row.lateSince(scene) {
            let text = scene.short(since: expected)
            return TableCell(scene.say("\(text) late !", "超 \(text) !"), .overdue)
        }
        if row.baby.pendingMove != nil { return TableCell(scene.say(NewbornHandoverText.notHandedOver), .overdue) }
        guard let expected = row.baby.custody.expectedBack else {
            return TableCell(scene.name(of: row.baby.custody.custodian), .staff)
        }
        let text = scene.short(until: expected)
        return TableCell(scene.say("in \(text)", "剩 \(text)"))
    }
}

/// Every newborn here: bands, place, custodian, since when.
enum Whereabouts {
    static func table(_ rows: [BabyHere], scroll: ListScroll?, hasFocus: Bool, _ scene: Scene) -> Table {
        let columns =
            BabyCells.columns(scene) + [
                TableColumn(scene.say(NewbornHandoverText.bandCount), minimum: 3),
                TableColumn(scene.say(NewbornHandoverText.place), minimum: 13, isIdentity: true),
                TableColumn(scene.say(NewbornHandoverText.custodian), minimum: 8, isIdentity: true),
                .wholeOrAbsent(scene.say(NewbornHandoverText.since), rows.map { since($0, scene) }),
            ]
        let cells = BabyCells(scene)
        return Table(
            columns: columns,
            rows: rows.map { row in
                cells.cells(row) + [bands(row, scene), place(row, scene), custodian(row, scene), since(row, scene)]
            },
            scroll: scroll, hasFocus: hasFocus)
    }

    private static func bands(_ row: BabyHere, _ scene: Scene) -> TableCell {
        let count = row.baby.attachedBands.count
        guard row.raisesAlarms else { return TableCell("\(count)/2", .dim) }
        switch count {
        case 0: return TableCell(scene.say(NewbornHandoverText.unbanded), .overdue)
        case 1: return TableCell("1/2", .dueSoon)
        default: return TableCell("2/2")
        }
    }

    /// A child who died is where she or he is, with a quiet word; nothing else is said.
    private static func place(_ row: BabyHere, _ scene: Scene) -> TableCell {
        let place = scene.say(row.baby.custody.place.label)
        guard row.raisesAlarms else {
            return TableCell("\(scene.say(row.baby.outcome.quietWord))\(scene.say(", ", "，"))\(place)", .dim)
        }
        return TableCell(place)
    }

    private static func custodian(_ row: BabyHere, _ scene: Scene) -> TableCell {
        guard row.baby.pendingMove == nil || !row.raisesAlarms else {
            return TableCell(scene.say(NewbornHandoverText.owed), .overdue)
        }
        let custodian = row.baby.custody.custodian
        if case .unsigned = custodian { return TableCell(scene.name(of: custodian), .unsigned) }
        return TableCell(scene.name(of: custodian), .staff)
    }

    private static func since(_ row: BabyHere, _ scene: Scene) -> TableCell {
        TableCell(scene.shortTime(row.baby.custody.since.moment), .dim)
    }
}

extension TableColumn {
    /// A column of times: left out where there is no room, and never cut.
    fileprivate static func wholeOrAbsent(_ heading: String, _ cells: [TableCell]) -> TableColumn {
        let widest = cells.map { $0.spans.reduce(0) { $0 + $1.text.displayWidth } }.max() ?? 0
        return TableColumn(heading, minimum: max(widest, heading.displayWidth), givesWay: 1)
    }
}

extension BirthOutcome {
    /// The word for a list, where the time of death is nobody's concern.
    fileprivate var quietWord: Phrase {
        switch self {
        case .live: label
        case .diedBeforeLabour, .diedInLabour: Phrase(en: "stillborn", zhHans: label.zhHans)
        case .diedLater: Phrase(en: "died", zhHans: label.zhHans)
        }
    }
}
