/// How the characters of an open burst came, and what follows from it: a hand types otherwise than a scanner sends.
struct HeldBurst: Hashable, Sendable {
    /// Two characters as near to each other as this come from no hand, but from a scanner or in one packet.
    static let fastGap: Int64 = 10_000_000
    /// For how long the rest of a broken-off code is waited for.
    private static let longestStall: Int64 = 2_000_000_000

    private var beginning: [Character] = []
    /// True once two characters came faster than a hand types.
    private(set) var isFast = false
    /// Gaps that end no burst, and those that would have ended one of a hand.
    private var closeGaps = 0
    private var wideGaps = 0

    init() {}

    init(_ first: Character) { beginning = [first] }

    /// Takes the next character, and how long after the one before it came.
    mutating func append(_ character: Character, after gap: Int64) {
        if beginning.count < 2 { beginning.append(character) }
        if gap <= HeldBurst.fastGap { isFast = true }
        if gap <= ScanDetector.gap { closeGaps += 1 } else { wideGaps += 1 }
    }

    /// The longest gap that may follow, and how long effects are held.
    var longestGap: Int64 { isFast || opensCode ? ScanDetector.splitGap : ScanDetector.gap }

    /// True for a hand that struck two keys at once and went on typing.
    var isTyping: Bool { !opensCode && wideGaps > closeGaps }

    /// True for the beginning of a code that was never typed.
    var isBrokenCode: Bool { opensCode && isFast }

    /// How long after its last character the rest of this burst may still come.
    var restGap: Int64 { isFast ? HeldBurst.longestStall : ScanDetector.splitGap }

    /// Whether it begins as only scanners begin: with STX, or with `]` and a letter (the symbology identifiers of AIM).
    private var opensCode: Bool {
        guard let first = beginning.first else { return false }
        return first == "\u{02}" || (first == "]" && beginning.dropFirst().allSatisfy(\.isLetter))
    }
}
