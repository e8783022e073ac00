/// Makes command ids: UUIDs of version 7 (RFC 9562), which sort by the time they were made.
///
/// Each is greater than the one before, also within a millisecond and when the wall clock steps back. What is random in
/// them follows from the seed: the same seed and moments give the same ids, another program's seed gives others.
public struct CommandIDs: Sendable {
    private var random: UInt64
    private var milliseconds: Int64 = 0
    /// Counts within a millisecond, 12 bits.
    private var counter: UInt16 = 0

    private static let largestCounter: UInt16 = 0xFFF

    /// - Parameter seed: drawn by chance, once for each program that records.
    public init(seed: UInt64) {
        random = seed
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
        return CommandID(Self.text(milliseconds, counter, nextRandom()))
    }

    /// A fresh millisecond starts its count in the lower half, so that there is room above.
    private mutating func firstCounter() -> UInt16 {
        UInt16(truncatingIfNeeded: nextRandom()) & (Self.largestCounter >> 1)
    }

    /// SplitMix64, by Sebastiano Vigna.
    private mutating func nextRandom() -> UInt64 {
        random &+= 0x9E37_79B9_7F4A_7C15
        var mixed = random
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
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
