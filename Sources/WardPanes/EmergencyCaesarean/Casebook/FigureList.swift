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
        CaesareanCategory.allCases.flatMap { category in
            book.categories[category].map { ofCategory(category, $0.statistics, scene) } ?? []
        } + ofCategory(nil, book.uncategorised, scene) + ofArrests(book.arrests, scene)
            + ofNewbornDoctor(book.newbornDoctor, scene) + others(book, scene)
    }

    /// Whether the newborn doctor came within the limit and before the birth, as far as it is recorded.
    private static func ofNewbornDoctor(_ figures: NewbornDoctorStatistics, _ scene: Scene) -> [FigureLine] {
        func line(
            _ label: Phrase, _ count: Int, _ finding: CasebookFilter.NewbornDoctorFinding, of all: Int? = nil
        ) -> FigureLine {
            let note = all.map { scene.say("of \($0)", "共 \($0) 例") } ?? ""
            return FigureLine(label: scene.say(label), count: count, note: note) {
                $0.newbornDoctor.insert(finding)
                $0.narrow(to: CaesareanBrief.Standing.births)
            }
        }
        var lines: [FigureLine] = []
        if let limit = figures.limit, figures.timed > 0 {
            let text = Durations.clock(limit)
            let label = Phrase(en: "newborn doctor within \(text)", zhHans: "新生儿科医师 \(text) 内到场")
            lines += [
                line(CasebookText.doctorTimed, figures.timed, .timed),
                line(label, figures.within, .withinLimit, of: figures.timed),
            ]
        }
        if figures.known > 0 {
            lines += [
                line(CasebookText.doctorKnown, figures.known, .known),
                line(CasebookText.doctorFirst, figures.beforeBirth, .beforeBirth, of: figures.known),
            ]
        }
        return lines
    }

    /// The caesareans at a mother's cardiac arrest, by the library's targets from the arrest.
    private static func ofArrests(_ figures: ArrestStatistics, _ scene: Scene) -> [FigureLine] {
        guard figures.delivered > 0 else { return [] }
        func line(
            _ label: Phrase, _ count: Int, _ note: String, _ finding: CasebookFilter.ArrestFinding?
        ) -> FigureLine {
            FigureLine(label: scene.say(label), count: count, note: note) {
                if let finding { $0.arrest.insert(finding) }
                $0.narrow(to: [.arrest])
            }
        }
        func of(_ all: Int) -> String { scene.say("of \(all)", "共 \(all) 例") }
        let ways = [Milestone.incision, .delivery].flatMap { milestone -> [FigureLine] in
            guard let way = figures.ways[milestone] else { return [] }
            let target = Durations.clock(way.target)
            let within = Phrase(
                en: "arrest to \(milestone.label.en) within \(target)",
                zhHans: "骤停至\(milestone.label.zhHans) \(target) 内")
            return [
                line(CasebookText.arrestTimed(milestone), way.timed, of(figures.delivered), .timed(milestone)),
                line(within, way.within, of(way.timed), .within(milestone)),
            ]
        }
        let spot = Phrase(en: "arrest, on the spot", zhHans: "骤停，就地手术")
        return [line(CaesareanBrief.Standing.arrest.label, figures.delivered, scene.say(CasebookText.apart), nil)]
            + ways + [line(spot, figures.onTheSpot, of(figures.delivered), .onTheSpot)]
    }

    /// Of one category, or of the cases without one.
    private static func ofCategory(
        _ category: CaesareanCategory?, _ figures: CaesareanStatistics, _ scene: Scene
    ) -> [FigureLine] {
        let name =
            category.map { scene.say("cat \($0.rawValue)", "\($0.rawValue)类") } ?? scene.say(CasebookText.noCategory)
        func line(
            _ en: String, _ zhHans: String, _ count: Int, _ note: String, _ standing: Set<CaesareanBrief.Standing>
        ) -> FigureLine {
            FigureLine(label: "\(name) \(scene.say(en, zhHans))", count: count, note: note) {
                $0.category = category.map { .value($0) } ?? .notRecorded
                $0.narrow(to: standing)
            }
        }
        let beside = scene.say(CasebookText.outOfDenominator)
        let middle = figures.median.map { scene.say("median ", "中位 ") + Durations.clock($0) } ?? ""
        var lines: [FigureLine] = []
        if figures.delivered > 0 {
            let note = category == nil ? beside : middle
            lines.append(line("births", "娩出", figures.delivered, note, CaesareanBrief.Standing.timedBirths))
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
        let rest: [(Phrase, Int, Phrase, (inout CasebookFilter) -> Void)] = [
            (CasebookText.withDelay, book.delays.cases, CasebookText.counted, { $0.narrow(to: .recorded) }),
            (
                Phrase(en: "entered afterwards", zhHans: "事后补录"), book.enteredAfterwards, CasebookText.counted,
                {
                    $0.enteredAfterwards = true
                    $0.narrow(to: CaesareanBrief.Standing.counted)
                }
            ),
            (CaesareanBrief.Standing.void.label, book.void, CasebookText.notCounted, { $0.narrow(to: [.void]) }),
        ]
        return rest.filter { $0.1 > 0 }.map { label, count, note, narrow in
            FigureLine(label: scene.say(label), count: count, note: scene.say(note), narrow: narrow)
        }
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
