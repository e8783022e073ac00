import ScreenGrid
import WardDomain

/// One number of the history, and the filter that leaves the cases behind it.
struct FigureLine {
    let label: String
    let count: Int
    let note: String
    let narrow: (inout CasebookFilter) -> Void

    /// The numbers of a casebook, those without a case left out but for the shares.
    static func lines(_ book: Casebook, _ scene: Scene) -> [FigureLine] {
        CaesareanCategory.allCases.flatMap { ofCategory($0, book, scene) } + ofArrests(book.arrests, scene)
            + ofNewbornDoctor(book.newbornDoctor, scene) + others(book, scene)
    }

    /// Whether the newborn doctor came within the limit and before the birth, as far as it is recorded.
    private static func ofNewbornDoctor(_ figures: NewbornDoctorStatistics, _ scene: Scene) -> [FigureLine] {
        func line(
            _ label: Phrase, _ count: Int, of all: Int, _ finding: CasebookFilter.NewbornDoctorFinding
        ) -> FigureLine {
            FigureLine(
                label: scene.say(label), count: count,
                note: scene.say("of \(all) recorded", "有记录 \(all) 例")
            ) {
                $0.newbornDoctor = finding
                $0.standing = [.within, .over, .untimed, .arrest]
            }
        }
        var lines: [FigureLine] = []
        if let limit = figures.limit, figures.timed > 0 {
            let text = Durations.clock(limit)
            let label = Phrase(en: "newborn doctor within \(text)", zhHans: "新生儿科医生 \(text) 内到场")
            lines.append(line(label, figures.within, of: figures.timed, .withinLimit))
        }
        if figures.known > 0 {
            let label = Phrase(en: "newborn doctor before the birth", zhHans: "新生儿科医生娩出前到场")
            lines.append(line(label, figures.beforeBirth, of: figures.known, .beforeBirth))
        }
        return lines
    }

    /// The caesareans at a mother's cardiac arrest, by the library's targets from the arrest.
    private static func ofArrests(_ figures: ArrestStatistics, _ scene: Scene) -> [FigureLine] {
        guard figures.delivered > 0 else { return [] }
        func line(
            _ label: Phrase, _ count: Int, _ note: Phrase, _ finding: CasebookFilter.ArrestFinding?
        ) -> FigureLine {
            FigureLine(label: scene.say(label), count: count, note: scene.say(note)) {
                $0.standing = [.arrest]
                $0.arrest = finding
            }
        }
        let ways = [Milestone.incision, .delivery].compactMap { milestone -> FigureLine? in
            guard let way = figures.ways[milestone] else { return nil }
            let target = Durations.clock(way.target)
            return line(
                Phrase(
                    en: "arrest to \(milestone.label.en) within \(target)",
                    zhHans: "骤停至\(milestone.label.zhHans) \(target) 内"), way.within,
                Phrase(en: "of \(way.timed) with a time", zhHans: "有时间者 \(way.timed) 例"), .within(milestone))
        }
        let spot = Phrase(en: "of \(figures.delivered)", zhHans: "共 \(figures.delivered) 例")
        return [line(CaesareanBrief.Standing.arrest.label, figures.delivered, CasebookText.apart, nil)] + ways
            + [line(Phrase(en: "arrest, on the spot", zhHans: "骤停，就地手术"), figures.onTheSpot, spot, .onTheSpot)]
    }

    private static func ofCategory(
        _ category: CaesareanCategory, _ book: Casebook, _ scene: Scene
    ) -> [FigureLine] {
        guard let figures = book.categories[category]?.statistics else { return [] }
        let name = scene.say("cat \(category.rawValue)", "\(category.rawValue)类")
        func line(
            _ en: String, _ zhHans: String, _ count: Int, _ note: String, _ standing: Set<CaesareanBrief.Standing>
        ) -> FigureLine {
            FigureLine(label: "\(name) \(scene.say(en, zhHans))", count: count, note: note) {
                $0.category = .value(category)
                $0.standing = standing
            }
        }
        let beside = scene.say(CasebookText.outOfDenominator)
        let middle = figures.median.map { scene.say("median ", "中位 ") + Durations.clock($0) } ?? ""
        var lines: [FigureLine] = []
        if figures.delivered > 0 {
            lines.append(line("births", "娩出", figures.delivered, middle, [.within, .over, .untimed]))
            if let target = figures.target {
                let share = figures.shareText ?? "-"
                lines.append(
                    line(
                        "within \(target / 60) min", "\(target / 60) 分钟内", figures.withinTarget, share, [.within]))
                lines.append(
                    line(
                        "over \(target / 60) min", "超 \(target / 60) 分钟", figures.delivered - figures.withinTarget, "",
                        [.over]))
            }
        }
        if figures.stoodDown > 0 { lines.append(line("stood down", "取消手术", figures.stoodDown, beside, [.stoodDown])) }
        if figures.bornBeforeCaesarean > 0 {
            lines.append(
                line("born before caesarean", "术前已娩出", figures.bornBeforeCaesarean, beside, [.bornBefore]))
        }
        return lines
    }

    private static func others(_ book: Casebook, _ scene: Scene) -> [FigureLine] {
        var lines: [FigureLine] = []
        if book.uncategorised > 0 {
            lines.append(
                FigureLine(
                    label: scene.say("births without a category", "未定类别的娩出"), count: book.uncategorised,
                    note: scene.say(CasebookText.outOfDenominator)
                ) {
                    $0.category = .notRecorded
                    $0.standing = [.untimed]
                })
        }
        let rest: [(Phrase, Int, Phrase, (inout CasebookFilter) -> Void)] = [
            (
                Phrase(en: "entered afterwards", zhHans: "事后补录"), book.enteredAfterwards, CasebookText.counted,
                {
                    $0.enteredAfterwards = true
                    $0.standing = Set(CaesareanBrief.Standing.allCases).subtracting([.void])
                }
            ),
            (CaesareanBrief.Standing.void.label, book.void, CasebookText.notCounted, { $0.standing = [.void] }),
        ]
        for (label, count, note, narrow) in rest where count > 0 {
            lines.append(FigureLine(label: scene.say(label), count: count, note: scene.say(note), narrow: narrow))
        }
        return lines
    }
}

/// The numbers of the history, each of which opens its cases.
struct FigureList {
    let book: Casebook
    let scroll: ListScroll
    let scene: Scene

    func draw(on grid: inout CellGrid, _ hasFocus: Bool) {
        let lines = FigureLine.lines(book, scene)
        guard !lines.isEmpty else {
            grid.put(scene.say(CasebookText.nothing), at: Point(1, 0), .dim)
            return
        }
        let columns = [
            TableColumn(scene.say("Of these cases", "所选病例"), minimum: 16, isIdentity: true),
            TableColumn("n", minimum: 3, alignment: .trailing), TableColumn("", minimum: 8, givesWay: 1),
        ]
        let rows = lines.map { [TableCell($0.label), TableCell("\($0.count)", .title), TableCell($0.note, .dim)] }
        grid.draw(Table(columns: columns, rows: rows, scroll: scroll, hasFocus: hasFocus), in: grid.area)
    }
}
