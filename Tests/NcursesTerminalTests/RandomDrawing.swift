import ScreenGrid

/// A repeatable source of random numbers (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

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
