import CNcurses
import Glibc
import ScreenGrid

/// Turns spans of a grid into rows of ncurses cells.
struct CellEncoder {
    var palette: StylePalette
    var lineArt: LineArt
    private var cells: [cchar_t] = []

    init(theme: Theme, depth: ColorDepth) {
        palette = StylePalette(theme: theme, depth: depth)
        lineArt = theme.lineArt
    }

    /// The cell that the empty screen is made of.
    var blank: cchar_t { cell(0x20, .text) }

    /// Writes the changed part of one row into a window.
    mutating func put(_ span: ChangedSpan, of grid: CellGrid, into window: UnsafeMutablePointer<WINDOW>) {
        cells.removeAll(keepingCapacity: true)
        for column in span.columns {
            let role = grid.role(column: column, row: span.row)
            switch grid.content(column: column, row: span.row) {
            case .scalar(let scalar): append(scalar, role)
            case .cluster(let text): append(text, role)
            case .line(let piece): append(piece.character(in: lineArt), role)
            case .continuation: break
            }
        }
        mvwadd_wchnstr(window, Int32(span.row), Int32(span.columns.lowerBound), cells, Int32(cells.count))
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ role: StyleRole) {
        let character = wchar_t(bitPattern: scalar.value)
        if scalar.isASCII || wcwidth(character) == Int32(DisplayWidth.width(of: scalar)) {
            cells.append(cell(character, role))
        } else {
            appendUnknown(columns: DisplayWidth.width(of: scalar), role)
        }
    }

    private mutating func append(_ cluster: String, _ role: StyleRole) {
        let characters = cluster.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
        let columns = characters.reduce(0) { $0 + max(0, wcwidth($1)) }
        if Int(columns) == cluster.displayWidth {
            cells.append(cell(characters, role))
        } else {
            appendUnknown(columns: cluster.displayWidth, role)
        }
    }

    /// Stands in for a character newer than the C library, which ncurses would give another width than the grid does.
    private mutating func appendUnknown(columns: Int, _ role: StyleRole) {
        for _ in 0..<columns { cells.append(cell(0x3F, role)) }
    }

    private func cell(_ character: wchar_t, _ role: StyleRole) -> cchar_t {
        let look = palette[role]
        return withUnsafePointer(to: character) { curses_cell($0, 1, look.attributes, look.pair) }
    }

    private func cell(_ text: [wchar_t], _ role: StyleRole) -> cchar_t {
        let look = palette[role]
        return curses_cell(text, Int32(text.count), look.attributes, look.pair)
    }
}
