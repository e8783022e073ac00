import ScreenGrid
import WardDomain
import WardLabels

/// The labels of a newborn and its mother, each as a picture before it is printed.
struct LabelDialog: DialogPanel {
    let title = Phrase(en: "Print a label", zhHans: "打印标签")
    private let newborn: NewbornID
    private var chosen = 0

    init(_ newborn: NewbornID) {
        self.newborn = newborn
    }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .right, label: Phrase(en: "next label", zhHans: "下一标签")),
            BindingLine(key: .enter, label: Phrase(en: "print", zhHans: "打印")),
            BindingLine(key: .escape, label: Phrase(en: "back", zhHans: "返回")),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        let labels = labels(scene)
        switch key.bound {
        case .escape: return .close
        case .right, .tab, .down: turn(by: 1, of: labels.count)
        case .left, .backTab, .up: turn(by: -1, of: labels.count)
        case .enter:
            guard labels.indices.contains(chosen) else { return .stay }
            switch labels[chosen] {
            case .success(let label): return .stay(.effect(.printLabel(label)))
            case .failure(let fault): return .stay(.toast(fault.text, .alarmLow))
            }
        default: break
        }
        return .stay
    }

    private mutating func turn(by step: Int, of count: Int) {
        guard count > 0 else { return }
        chosen = (chosen + step + count) % count
    }

    /// Every label there is to print: bands given out or worn, the clamp tag, the cot card.
    private func labels(_ scene: Scene) -> [Result<Label, LabelFault>] {
        guard let found = scene.ward.newborn(newborn) else { return [] }
        let (mother, baby) = (found.admission, found.newborn)
        let page = LabelPage(language: scene.language, offset: scene.offset, site: scene.rules.site)
        let bands = baby.bands.filter { $0.state != .void }.map { band in
            Result { () throws(LabelFault) in try Label.newborn(baby, band: band, of: mother, page) }
        }
        let hers = mother.band.map { band in
            [Result { () throws(LabelFault) in try Label.mother(mother, band: band, page) }]
        }
        return bands + (hers ?? []) + [
            .success(.cordClamp(baby, of: mother, page)), .success(.cotCard(baby, of: mother, page)),
        ]
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let labels = labels(scene)
        DialogFrame.draw(title, content: Size(columns: 76, rows: 20), on: &grid, scene) { grid in
            guard labels.indices.contains(chosen) else { return }
            let place = "\(chosen + 1)/\(labels.count)"
            switch labels[chosen] {
            case .success(let label):
                grid.put(
                    [Span(place + "  ", .dim), Span(scene.say(label.kind.text), .dialogTitle)], at: Point(0, 0))
                grid.draw(LabelPicture(label), in: grid.area.splitTop(1).1)
            case .failure(let fault):
                for (row, line) in scene.say(fault.text).wrapped(to: grid.area.columns).enumerated() {
                    grid.put(line, at: Point(0, row + 1), .alarmLow)
                }
            }
        }
    }
}

/// A label as it will be printed: its symbol module by module, its lines beside it.
struct LabelPicture: Widget {
    private let label: Label
    private let matrix: DataMatrix?
    /// Two columns a module, and a quiet zone of one module.
    private static let columnsOfModule = 2

    init(_ label: Label) {
        self.label = label
        matrix = try? label.symbol()
    }

    func draw(on grid: inout CellGrid) {
        let side = matrix.map { $0.side + 2 } ?? 0
        if let matrix, side <= grid.area.rows, side * Self.columnsOfModule < grid.area.columns * 2 / 3 {
            drawSymbol(matrix, on: &grid)
            drawLines(from: side * Self.columnsOfModule + 1, on: &grid)
        } else {
            drawLines(from: 0, on: &grid)
        }
    }

    private func drawSymbol(_ matrix: DataMatrix, on grid: inout CellGrid) {
        let module = String(repeating: " ", count: Self.columnsOfModule)
        for row in -1...matrix.side {
            for column in -1...matrix.side {
                let inside = (0..<matrix.side).contains(row) && (0..<matrix.side).contains(column)
                let isDark = inside && matrix.isDark(row: row, column: column)
                grid.put(
                    module, at: Point((column + 1) * Self.columnsOfModule, row + 1),
                    isDark ? .symbolDark : .symbolLight)
            }
        }
    }

    private func drawLines(from column: Int, on grid: inout CellGrid) {
        let columns = grid.area.columns - column
        let lines = label.lines.flatMap { $0.safeForScreen.wrapped(to: columns) }
        for (row, line) in lines.enumerated() { grid.put(line, at: Point(column, row), .dialog) }
        guard let code = label.code?.printed else { return }
        for (row, line) in code.wrapped(to: columns).enumerated() {
            grid.put(line, at: Point(column, lines.count + 1 + row), .dim)
        }
    }
}
