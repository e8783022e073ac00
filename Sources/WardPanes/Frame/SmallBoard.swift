import ScreenGrid
import WardDomain

/// One line a bed, for terminals too small for panes.
enum SmallBoard {
    static func draw(_ scene: Scene, on grid: inout CellGrid) {
        let rows = scene.ward.plan.beds.map(\.label).sorted().map { bed -> [TableCell] in
            guard let mother = scene.ward.occupant(of: bed) else {
                return [TableCell(bed.rawValue), TableCell("-", .dim), TableCell("")]
            }
            return [TableCell(bed.rawValue), TableCell(scene.name(of: mother), .mother), RiskMark.cell(mother, scene)]
        }
        let columns = [
            TableColumn(scene.say("Bed", "床"), isIdentity: true),
            TableColumn(scene.say("Mother", "孕产妇"), minimum: 8, isIdentity: true),
            TableColumn(scene.say("Risk", "风险"), minimum: 3),
        ]
        grid.draw(Table(columns: columns, rows: rows, showsHeadings: false), in: grid.area)
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
