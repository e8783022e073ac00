import ScreenGrid
import WardDomain

/// One line a bed, for terminals too small for panes: bed, mother, the end of her number where there is room or where
/// another's name is easily taken for hers, and risk. Where the beds are more than
/// the rows, they stand in several columns, and the selected one is always in view.
struct SmallBoard {
    let scene: Scene
    /// The mother that keys act on.
    let selected: AdmissionID?

    /// The narrowest column: bed, masked name and risk.
    private static let leastColumns = 20

    func draw(on grid: inout CellGrid) {
        let rows = BoardRow.rows(scene, byUrgency: false)
        let fitting = max(1, grid.area.columns / SmallBoard.leastColumns)
        let needed = (rows.count + grid.area.rows - 1) / max(1, grid.area.rows)
        let columns = max(1, min(fitting, needed))
        let areas = grid.area.splitColumns(Array(repeating: .flexible(minimum: 1, weight: 1), count: columns))
        let index = rows.firstIndex { $0.mother != nil && $0.mother?.id == selected }
        let page = columns * max(1, grid.area.rows)
        let first = (index ?? 0) / page * page
        for (number, area) in areas.enumerated() {
            let start = first + number * grid.area.rows
            let part = Array(rows.dropFirst(start).prefix(grid.area.rows))
            let scroll = index.flatMap { part.indices.contains($0 - start) ? ListScroll(selected: $0 - start) : nil }
            grid.draw(table(part, scroll), in: area)
        }
    }

    private func table(_ rows: [BoardRow], _ scroll: ListScroll?) -> Table {
        let columns = [
            TableColumn(scene.say("Bed", "床"), minimum: 2, isIdentity: true),
            TableColumn(scene.say("Mother", "孕产妇"), minimum: 8, isIdentity: true),
            TableColumn(scene.say("No.", "住院号"), minimum: 4, givesWay: 1),
            TableColumn(scene.say("Risk", "风险"), minimum: 3),
        ]
        return Table(columns: columns, rows: rows.map(cells), scroll: scroll, hasFocus: true, showsHeadings: false)
    }

    private func cells(_ row: BoardRow) -> [TableCell] {
        let bed = TableCell(row.bed?.rawValue ?? "-")
        guard let mother = row.mother else { return [bed, TableCell("-", .dim)] }
        return [
            bed, BoardTable.name(mother, scene), BoardTable.number(scene.names.numberTails[mother.id]),
            RiskMark.cell(mother, scene),
        ]
    }
}

/// The risk grade as letters and colour; the infectious mark stands beside it and never hides it.
enum RiskMark {
    static func cell(_ mother: Admission, _ scene: Scene) -> TableCell {
        var spans = [grade(mother.risk, scene)]
        if mother.infectious == true { spans.append(Span(scene.say(RiskGrade.infectiousMark), .riskInfectious)) }
        return TableCell(spans)
    }

    private static func grade(_ risk: RiskGrade?, _ scene: Scene) -> Span {
        guard let risk else { return Span("-", .riskUngraded) }
        let role: StyleRole =
            switch risk {
            case .green: .riskGreen
            case .yellow: .riskYellow
            case .orange: .riskOrange
            case .red: .riskRed
            }
        return Span(scene.say(risk.mark), role)
    }
}
