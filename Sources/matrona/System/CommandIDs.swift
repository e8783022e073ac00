import WardDomain

/// Makes command ids: UUIDs of version 7 (RFC 9562), which sort by the time they were made.
///
/// Each is greater than the one before, also within a millisecond and when the wall clock steps back.
struct CommandIDs: Sendable {
    private var milliseconds: Int64 = 0
    /// Counts within a millisecond, 12 bits.
    private var counter: UInt16 = 0

    private static let largestCounter: UInt16 = 0xFFF
    /// A fresh millisecond starts its count in the lower half, so that there is room above.
    private static let firstCounters: ClosedRange<UInt16> = 0...0x7FF

    /// The next id, at a moment of the wall clock.
    mutating func next(at moment: Moment) -> CommandID {
        if moment.milliseconds > milliseconds {
            milliseconds = moment.milliseconds
            counter = UInt16.random(in: Self.firstCounters)
        } else if counter < Self.largestCounter {
            counter += 1
        } else {
            milliseconds += 1
            counter = UInt16.random(in: Self.firstCounters)
        }
        return CommandID(Self.text(milliseconds, counter, UInt64.random(in: .min ... .max)))
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
