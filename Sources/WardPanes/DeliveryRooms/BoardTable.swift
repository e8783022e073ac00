import ScreenGrid
import WardDomain

/// The board as a table. Identity columns are never cut.
enum BoardTable {
    /// Below this width letters stand for the special flags.
    private static let wordColumns = 76

    /// - Parameter width: the columns that the table will have.
    static func table(
        _ rows: [BoardRow], width: Int, scroll: ListScroll, hasFocus: Bool, _ scene: Scene
    ) -> Table {
        let isShort = width < wordColumns
        let table = rows.map { cells($0, isShort: isShort, scene) }
        return Table(
            columns: columns(for: table, isShort: isShort, scene), rows: table, scroll: scroll, hasFocus: hasFocus)
    }

    /// Weeks, stage and what is due are shown whole or not at all; the staff and the flags give way first.
    private static func columns(for cells: [[TableCell]], isShort: Bool, _ scene: Scene) -> [TableColumn] {
        func widest(_ column: Int) -> Int {
            cells.map { row in
                column < row.count ? row[column].spans.reduce(0) { $0 + $1.text.displayWidth } : 0
            }
            .max() ?? 0
        }
        let gravidaPara = scene.say(DeliveryRoomsText.gravidaPara)
        let flags = isShort ? "" : scene.say(DeliveryRoomsText.flags)
        let since = scene.say(DeliveryRoomsText.since)
        return [
            TableColumn(scene.say(DeliveryRoomsText.bed), minimum: 3, alignment: .trailing, isIdentity: true),
            TableColumn(scene.say(DeliveryRoomsText.mother), minimum: max(8, min(12, widest(1))), isIdentity: true),
            TableColumn(scene.say(DeliveryRoomsText.number), minimum: max(4, widest(2)), givesWay: 7),
            TableColumn(gravidaPara, minimum: max(gravidaPara.displayWidth, widest(3)), givesWay: 5),
            TableColumn(scene.say(DeliveryRoomsText.weeks), minimum: max(4, widest(4)), givesWay: 4),
            TableColumn(scene.say(DeliveryRoomsText.risk), minimum: 4),
            TableColumn(flags, minimum: max(flags.displayWidth, widest(6)), givesWay: 3),
            TableColumn(scene.say(DeliveryRoomsText.stage), minimum: max(5, widest(7)), givesWay: 1),
            TableColumn(scene.say(DeliveryRoomsText.fetalHeart), minimum: 4, alignment: .trailing),
            TableColumn(since, minimum: max(since.displayWidth, widest(9)), alignment: .trailing, givesWay: 2),
            TableColumn(scene.say(DeliveryRoomsText.due), minimum: max(5, widest(10))),
            TableColumn(scene.say(DeliveryRoomsText.staff), minimum: max(4, widest(11)), givesWay: 6),
        ]
    }

    private static func cells(_ row: BoardRow, isShort: Bool, _ scene: Scene) -> [TableCell] {
        let bed = TableCell(row.bed?.rawValue ?? "-")
        guard let mother = row.mother else { return [bed, TableCell(scene.say(DeliveryRoomsText.emptyBed), .dim)] }
        return [
            bed,
            name(mother, scene),
            number(scene.names.numberTails[mother.id]),
            gravidaPara(mother),
            weeks(mother, isShort: isShort, scene),
            RiskMark.cell(mother, scene),
            flags(mother, isShort: isShort, scene),
            stage(mother, scene),
            fetalHeart(mother, scene),
            since(mother, scene),
            due(mother, isShort: isShort, scene),
            staff(mother, scene),
        ]
    }

    /// Her name, and the end of her number beside it where another's here is easily taken for it.
    static func name(_ mother: Admission, _ scene: Scene) -> TableCell {
        TableCell(scene.nameApart(of: mother), scene.names.alike.contains(mother.id) ? .lookAlike : .mother)
    }

    /// The end of her hospital number, which tells a masked name from another.
    static func number(_ tail: String?) -> TableCell {
        tail.map { TableCell($0.safeForScreen) } ?? TableCell("-", .notRecorded)
    }

    private static func gravidaPara(_ mother: Admission) -> TableCell {
        let (gravida, para) = (mother.identity.gravida, mother.identity.para)
        guard gravida != nil || para != nil else { return TableCell("-", .notRecorded) }
        return TableCell("\(gravida.map(String.init) ?? "-")/\(para.map(String.init) ?? "-")")
    }

    /// Weeks and days; on a wide board also how long past the due date.
    private static func weeks(_ mother: Admission, isShort: Bool, _ scene: Scene) -> TableCell {
        guard let gestation = mother.gestation(on: scene.today, scene.offset) else {
            return TableCell("-", .notRecorded)
        }
        let past = isShort ? nil : gestation.pastDue
        return TableCell(past.map { "\(gestation.weeksAndDays) \($0)" } ?? gestation.weeksAndDays)
    }

    private static func flags(_ mother: Admission, isShort: Bool, _ scene: Scene) -> TableCell {
        let flags = SpecialFlag.allCases.filter(mother.flags.contains)
        return isShort
            ? TableCell(flags.map { scene.say($0.letter) }.joined())
            : TableCell(flags.map { scene.say($0.label) }.joined(separator: " "))
    }

    private static func stage(_ mother: Admission, _ scene: Scene) -> TableCell {
        if mother.place != .ward { return TableCell(scene.say(mother.place.label), .title) }
        let cervix = mother.latest.cervix.map { " \($0)" } ?? ""
        let stage = mother.stage(scene.rules)
        switch stage {
        case .notRecorded: return TableCell("-", .notRecorded)
        case .born: return TableCell(scene.say(stage.label), .done)
        default:
            let text = scene.say(stage.label) + cervix
            let isTooLong = mother.progressAlert(now: scene.now.reading, scene.rules) != nil
            return isTooLong ? TableCell("\(text)!", .alarmHigh) : TableCell(text)
        }
    }

    private static func fetalHeart(_ mother: Admission, _ scene: Scene) -> TableCell {
        guard mother.newborns.isEmpty, let rate = mother.latest.fetalHeartRate else {
            return TableCell("-", .notRecorded)
        }
        let isAlerting = mother.latest.isAlerting(.fetalHeartRate, scene.rules) == true
        return isAlerting ? TableCell("\(rate)!", .alarmHigh) : TableCell(String(rate))
    }

    private static func since(_ mother: Admission, _ scene: Scene) -> TableCell {
        guard let last = mother.lastObservedAt else { return TableCell("-", .notRecorded) }
        return TableCell(Durations.hoursMinutes(max(0, last.interval(to: scene.now.reading).seconds)))
    }

    /// A running clock comes before whatever else is due; of a mother whom nobody has observed yet that is said.
    private static func due(_ mother: Admission, isShort: Bool, _ scene: Scene) -> TableCell {
        if let run = mother.runningCaesarean {
            let pace = ClockPace(run, scene)
            return TableCell(
                "\(scene.say("CS", isShort ? "剖宫" : "剖宫产")) \(Durations.clock(pace.elapsed.seconds))\(pace.sign)",
                pace.role)
        }
        if mother.isHere, mother.newborns.isEmpty, mother.lastObservedAt == nil {
            let isGrave = (mother.risk ?? .green) >= .orange
            return TableCell(scene.say(DeliveryRoomsText.neverObserved), isGrave ? .dueSoon : .notRecorded)
        }
        let next = mother.nextDue(now: scene.now.reading, scene.rules).map { [span(of: $0, isShort: isShort, scene)] }
        return TableCell(alerts(mother, scene) + (next ?? []))
    }

    /// `FHR in 17m`, `FHR late 18m`; a narrow board says `FHR +18m!` of what is late, a Chinese one 胎心 17分 of what is due.
    private static func span(of next: DueObservation, isShort: Bool, _ scene: Scene) -> Span {
        let what = scene.say(next.field.shortLabel)
        let left = Durations.words(abs(next.lateSeconds))
        guard next.lateSeconds >= 0 else {
            let role: StyleRole = -next.lateSeconds <= 300 ? .dueSoon : .text
            return Span("\(what) \(scene.say("in \(left.en)", left.zhHans + (isShort ? "" : "后")))", role)
        }
        guard !next.isFirst else { return Span("\(what) \(scene.say("never", "未测")) !", .overdue) }
        let late = scene.say(isShort ? " +\(left.en)!" : " late \(left.en)", (isShort ? "" : " ") + "迟\(left.zhHans)")
        return Span(what + late, .overdue)
    }

    /// Which signs stand outside the library's limits, each once; the fetal heart and the stage have columns of their own.
    private static func alerts(_ mother: Admission, _ scene: Scene) -> [Span] {
        var words: [String] = []
        for alert in mother.labourAlerts(now: scene.now.reading, scene.rules) {
            guard case .observed(let field, _) = alert.sign, field != .fetalHeartRate else { continue }
            let word = scene.say(field.shortLabel)
            if !words.contains(word) { words.append(word) }
        }
        return words.map { Span("\($0)! ", .alarmHigh) }
    }

    private static func staff(_ mother: Admission, _ scene: Scene) -> TableCell {
        mother.inCharge.map { TableCell(scene.name(of: $0), .staff) } ?? TableCell("-", .notRecorded)
    }
}

extension ObservationField {
    /// A word short enough for the board.
    var shortLabel: Phrase {
        switch self {
        case .fetalHeartRate: Phrase(en: "FHR", zhHans: "胎心")
        case .cervix: Phrase(en: "VE", zhHans: "内诊")
        case .contractions, .contractionSeconds: Phrase(en: "ctx", zhHans: "宫缩")
        case .pulse: Phrase(en: "pulse", zhHans: "脉搏")
        case .systolic, .diastolic: Phrase(en: "BP", zhHans: "血压")
        case .temperatureTenths: Phrase(en: "temp", zhHans: "体温")
        default: label
        }
    }
}

extension SpecialFlag {
    /// One letter for a narrow board; the help says what each means.
    var letter: Phrase {
        switch self {
        case .gbs: Phrase(en: "B", zhHans: "B")
        case .allergy: Phrase(en: "A", zhHans: "敏")
        case .rhNegative: Phrase(en: "R", zhHans: "阴")
        case .multiple: Phrase(en: "T", zhHans: "多")
        case .scar: Phrase(en: "S", zhHans: "瘢")
        }
    }
}
