import SeededNumbers

/// Makes command ids: UUIDs of version 7 (RFC 9562), which sort by the time they were made.
///
/// Each is greater than the one before, also within a millisecond and when the wall clock steps back. What is random in
/// them follows from the seed: the same seed and moments give the same ids, another program's seed gives others.
public struct CommandIDs: Sendable {
    private var random: SeededRandom
    private var milliseconds: Int64 = 0
    /// Counts within a millisecond, 12 bits.
    private var counter: UInt16 = 0

    private static let largestCounter: UInt16 = 0xFFF

    /// - Parameter seed: drawn by chance, once for each program that records.
    public init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    /// The next id, at a moment of the wall clock.
    public mutating func next(at moment: Moment) -> CommandID {
        if moment.milliseconds > milliseconds {
            milliseconds = moment.milliseconds
            counter = firstCounter()
        } else if counter < Self.largestCounter {
            counter += 1
        } else {
            milliseconds += 1
            counter = firstCounter()
        }
        return CommandID(Self.text(milliseconds, counter, random.next()))
    }

    /// A fresh millisecond starts its count in the lower half, so that there is room above.
    private mutating func firstCounter() -> UInt16 {
        UInt16(truncatingIfNeeded: random.next()) & (Self.largestCounter >> 1)
    }

    private static func text(_ milliseconds: Int64, _ counter: UInt16, _ random: UInt64) -> String {
        let high = UInt64(truncatingIfNeeded: milliseconds) << 16 | 0x7000 | UInt64(counter)
        let low = random & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = hexadecimal(high) + hexadecimal(low)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return text
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
