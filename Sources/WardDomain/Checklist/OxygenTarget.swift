/// The pre-ductal oxygen saturation aimed for at one minute after birth, in percent, as the library has it.
public struct OxygenTarget: Codable, Hashable, Sendable {
    public let minute: Int
    public let low: Int
    public let high: Int
    public let source: Source

    public init(minute: Int, low: Int, high: Int, source: Source) {
        self.minute = minute
        self.low = low
        self.high = high
        self.source = source
    }

    public var range: String { "\(low)-\(high)%" }
}

/// What the library aims for at a time after birth. Minutes that the source does not name are shown as the band between
/// the two that it does name; nothing is interpolated.
public enum OxygenAim: Hashable, Sendable {
    case target(OxygenTarget)
    case between(OxygenTarget, OxygenTarget)

    /// How a reading stands to the aim.
    public enum Standing: Hashable, Sendable {
        case below, within, above
    }

    /// The aim of a completed minute; nil before the first and after the last that the source names.
    public init?(_ targets: [OxygenTarget], elapsedSeconds: Int) {
        let minute = elapsedSeconds / 60
        let sorted = targets.sorted { $0.minute < $1.minute }
        if let exact = sorted.first(where: { $0.minute == minute }) {
            self = .target(exact)
            return
        }
        guard let before = sorted.last(where: { $0.minute < minute }),
            let after = sorted.first(where: { $0.minute > minute })
        else { return nil }
        self = .between(before, after)
    }

    /// Between two minutes only what lies outside both of their targets is called so.
    public func standing(of saturation: Int) -> Standing {
        let (low, high) =
            switch self {
            case .target(let target): (target.low, target.high)
            case .between(let before, let after): (min(before.low, after.low), max(before.high, after.high))
            }
        return saturation < low ? .below : saturation > high ? .above : .within
    }

    public var source: Source {
        switch self {
        case .target(let target), .between(let target, _): target.source
        }
    }

    /// `3 min: 70-75%`, or `5 min 80-85% -> 10 min 85-95%`.
    public var text: Phrase {
        switch self {
        case .target(let target):
            Phrase(en: "\(target.minute) min: \(target.range)", zhHans: "\(target.minute)分钟：\(target.range)")
        case .between(let before, let after):
            Phrase(
                en: "\(before.minute) min \(before.range) -> \(after.minute) min \(after.range)",
                zhHans: "\(before.minute)分钟 \(before.range) -> \(after.minute)分钟 \(after.range)")
        }
    }
}
