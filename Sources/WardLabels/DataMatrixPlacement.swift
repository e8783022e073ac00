/// Which bit of which codeword every module shows (ISO/IEC 16022, annex F).
struct DataMatrixPlacement {
    /// A bit: 1 is the highest of its codeword; codewords count from 0.
    private struct Bit {
        let word: Int
        let bit: Int
    }

    private let side: Int
    private var bits: [Bit?]

    /// The eight modules of an ordinary codeword, highest bit first, from the one of its lowest bit.
    private static let shape = [(-2, -2), (-2, -1), (-1, -2), (-1, -1), (-1, 0), (0, -2), (0, -1), (0, 0)]

    init(side: Int) {
        self.side = side
        bits = Array(repeating: nil, count: side * side)
        place()
    }

    /// Whether a module is dark; the lower right corner, which some sizes leave over, has a pattern of its own.
    func isDark(row: Int, column: Int, _ words: [UInt8]) -> Bool {
        guard let bit = bits[row * side + column] else { return row == column }
        return words[bit.word] >> UInt8(8 - bit.bit) & 1 == 1
    }

    /// Sweeps along the diagonals, up and down in turn; four shapes at the corners are bent.
    private mutating func place() {
        var word = 0
        var (row, column) = (4, 0)
        repeat {
            placeCorner(row, column, &word)
            repeat {
                placeOrdinary(row, column, &word, unless: column < 0 || row >= side)
                (row, column) = (row - 2, column + 2)
            } while row >= 0 && column < side
            (row, column) = (row + 1, column + 3)
            repeat {
                placeOrdinary(row, column, &word, unless: row < 0 || column >= side)
                (row, column) = (row + 2, column - 2)
            } while row < side && column >= 0
            (row, column) = (row + 3, column + 1)
        } while row < side || column < side
    }

    private mutating func placeOrdinary(_ row: Int, _ column: Int, _ word: inout Int, unless outside: Bool) {
        guard !outside, bits[row * side + column] == nil else { return }
        put(Self.shape.map { (row + $0, column + $1) }, &word)
    }

    private mutating func placeCorner(_ row: Int, _ column: Int, _ word: inout Int) {
        let last = side - 1
        if row == side, column == 0 {
            put(
                [
                    (last, 0), (last, 1), (last, 2), (0, last - 1), (0, last), (1, last), (2, last), (3, last),
                ], &word)
        } else if row == side - 2, column == 0, !side.isMultiple(of: 4) {
            put(
                [
                    (last - 2, 0), (last - 1, 0), (last, 0), (0, last - 3), (0, last - 2), (0, last - 1), (0, last),
                    (1, last),
                ], &word)
        } else if row == side - 2, column == 0, side % 8 == 4 {
            put(
                [
                    (last - 2, 0), (last - 1, 0), (last, 0), (0, last - 1), (0, last), (1, last), (2, last), (3, last),
                ], &word)
        } else if row == side + 4, column == 2, side.isMultiple(of: 8) {
            put(
                [
                    (last, 0), (last, last), (0, last - 2), (0, last - 1), (0, last), (1, last - 2), (1, last - 1),
                    (1, last),
                ], &word)
        }
    }

    private mutating func put(_ places: [(row: Int, column: Int)], _ word: inout Int) {
        for (position, place) in places.enumerated() {
            let (row, column) = wrapped(place.row, place.column)
            bits[row * side + column] = Bit(word: word, bit: position + 1)
        }
        word += 1
    }

    /// What runs over the upper or left edge comes back at the other one, shifted.
    private func wrapped(_ row: Int, _ column: Int) -> (row: Int, column: Int) {
        var (row, column) = (row, column)
        if row < 0 {
            row += side
            column += 4 - (side + 4) % 8
        }
        if column < 0 {
            column += side
            row += 4 - (side + 4) % 8
        }
        return (row, column)
    }
}
