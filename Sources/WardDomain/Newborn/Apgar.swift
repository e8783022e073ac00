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

/// A score as it is given with a birth: a total, or sign by sign.
public enum ApgarGiven: Hashable, Sendable {
    case total(Int)
    case signs(ApgarScore)

    /// The score; a total alone leaves the signs not done.
    var score: ApgarScore {
        switch self {
        case .total(let total): ApgarScore(totalOnly: total)
        case .signs(let score): score
        }
    }

    /// Reads what people type: `9` for a total, `22212` or `2 2 2 1 2` for the signs in the order of the name.
    public init?(typed: String) {
        let digits = typed.filter { !$0.isWhitespace }
        guard digits.allSatisfy(\.isASCIIDigit) else { return nil }
        switch digits.count {
        case 1, 2:
            guard let total = Int(digits), (0...10).contains(total) else { return nil }
            self = .total(total)
        case 5:
            let signs = digits.compactMap(\.wholeNumberValue)
            let score = ApgarScore(
                appearance: signs[0], pulse: signs[1], grimace: signs[2], activity: signs[3], respiration: signs[4])
            guard score.isValid else { return nil }
            self = .signs(score)
        default: return nil
        }
    }
}

extension ApgarGiven {
    /// The scores of a birth by their minutes, checked; none of a child that was not born alive.
    static func scores(_ given: [Int: ApgarGiven?], of outcome: BirthOutcome) throws(Refusal) -> [Int: ApgarScore] {
        var scores: [Int: ApgarScore] = [:]
        for (minute, given) in given.sorted(by: { $0.key < $1.key }) {
            guard let given else { continue }
            guard outcome.wasLive else { throw .notLive }
            if case .total(let total) = given { try TextRules.check(total, 0...10, "apgar\(minute)") }
            guard given.score.isValid else { throw .apgarInvalid }
            scores[minute] = given.score
        }
        return scores
    }
}

extension ApgarGiven {
    /// The five signs as fields in JSON.
    static let parts = ["appearance", "pulse", "grimace", "activity", "respiration"].map {
        CommandField($0, "integer 0-2")
    }
}

/// A whole number, or an object of the five signs.
extension ApgarGiven: Codable {
    public init(from decoder: any Decoder) throws {
        if let total = try? decoder.singleValueContainer().decode(Int.self) {
            self = .total(total)
        } else {
            self = .signs(try ApgarScore(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .total(let total):
            var container = encoder.singleValueContainer()
            try container.encode(total)
        case .signs(let score): try score.encode(to: encoder)
        }
    }
}

extension ApgarGiven: ExpressibleByIntegerLiteral {
    public init(integerLiteral total: Int) {
        self = .total(total)
    }
}
