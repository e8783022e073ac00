/// One Apgar score, sign by sign, 0-2 each; nil is 'not done', which is not 0.
public struct ApgarScore: Codable, Hashable, Sendable {
    public var appearance: Int?
    public var pulse: Int?
    public var grimace: Int?
    public var activity: Int?
    public var respiration: Int?
    /// A total that came without its signs, 0-10.
    public var totalOnly: Int?

    public init(
        appearance: Int? = nil, pulse: Int? = nil, grimace: Int? = nil, activity: Int? = nil, respiration: Int? = nil,
        totalOnly: Int? = nil
    ) {
        self.appearance = appearance
        self.pulse = pulse
        self.grimace = grimace
        self.activity = activity
        self.respiration = respiration
        self.totalOnly = totalOnly
    }

    /// The five signs in the order of the name.
    public var signs: [Int?] { [appearance, pulse, grimace, activity, respiration] }

    /// The sum where all five signs were scored, else the total given alone, else nil.
    public var total: Int? {
        let scored = signs.compactMap { $0 }
        return scored.count == 5 ? scored.reduce(0, +) : totalOnly
    }

    /// Signs 0-2, and a total that they can add up to: their sum, where all five are given.
    public var isValid: Bool {
        let scored = signs.compactMap { $0 }
        guard scored.allSatisfy((0...2).contains) else { return false }
        let sum = scored.reduce(0, +)
        guard let totalOnly else { return !scored.isEmpty }
        return (sum...sum + 2 * (5 - scored.count)).contains(totalOnly)
    }

    /// The minutes after birth at which it is scored.
    public static let minutes = [1, 5, 10, 15, 20]
}
