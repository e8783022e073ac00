import ScreenGrid
import SeededNumbers

extension SeededRandom {
    /// Draws some text or fills some area, anywhere.
    mutating func draw(on grid: inout CellGrid) {
        let pieces = ["a", "Z", "9", " ", "   ", "李", "娜", "产", "𠮷", "e\u{301}", "ئ", "😀", "·", "！", "bed "]
        let place = Point(
            Int.random(in: -2..<grid.size.columns, using: &self), Int.random(in: 0..<grid.size.rows, using: &self))
        let role = StyleRole.allCases[Int.random(in: 0..<StyleRole.allCases.count, using: &self)]
        if Int.random(in: 0..<4, using: &self) == 0 {
            grid.fill(Rect(column: place.column, row: place.row, columns: 9, rows: 3), role)
        } else {
            let text = (0..<Int.random(in: 1..<14, using: &self))
                .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &self)] }
            grid.put(text.joined(), at: place, role)
        }
    }
}
