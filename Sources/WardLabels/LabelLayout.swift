import ScreenGrid

/// Where everything on a label stands, in the printer's dots.
///
/// The symbol stands at the left with its quiet zone, the lines beside it. All lines take the largest letters with which
/// every one of them is whole; too little room is a fault, never a cut.
struct LabelLayout: Hashable {
    /// A line of text; places and heights in dots.
    struct Line: Hashable {
        let text: String
        let column: Int
        let row: Int
        let height: Int
    }

    /// The Data Matrix symbol; its place in dots.
    struct Symbol: Hashable {
        let column: Int
        let row: Int
        /// Dots a module.
        let module: Int
    }

    let width: Int
    let height: Int
    let lines: [Line]
    let symbol: Symbol?

    /// Letter heights that are tried, in tenths of a millimetre.
    private static let heights = stride(from: 50, through: 18, by: -2)
    /// A narrow sign's width as a share of its height, in hundredths: a bound for bold capitals. A wide one is twice
    /// as wide as half its height.
    private static let cellShare = 60
    /// Millimetres kept free at the edges.
    private static let margin = 2

    init(_ label: Label, _ matrix: DataMatrix?, dotsPerMillimetre dots: Int) throws(LabelFault) {
        width = label.size.width * dots
        height = label.size.height * dots
        let margin = Self.margin * dots
        let room = height - 2 * margin
        symbol = matrix.map { matrix in
            let module = max(1, min(room / (matrix.side + 2), dots))
            return Symbol(column: margin + module, row: margin + module, module: module)
        }
        let left = margin + (symbol.map { ((matrix?.side ?? 0) + 3) * $0.module } ?? 0)
        lines = try Self.lines(label.lines, left: left, width: width - left - margin, room: room, margin, dots)
    }

    private static func lines(
        _ texts: [String], left: Int, width: Int, room: Int, _ margin: Int, _ dots: Int
    ) throws(LabelFault) -> [Line] {
        for tenths in heights {
            let height = tenths * dots / 10
            let columns = width * 100 / (height * cellShare)
            guard columns >= 2 else { continue }
            let rows = texts.flatMap { $0.wrapped(to: columns) }
            let step = height * 6 / 5
            guard rows.count * step <= room else { continue }
            return rows.enumerated().map { Line(text: $1, column: left, row: margin + $0 * step, height: height) }
        }
        throw .doesNotFit(texts.max { $0.displayWidth < $1.displayWidth } ?? "")
    }
}
