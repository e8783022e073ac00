/// The ways from a mother's cardiac arrest, in seconds, and where it was operated; nil is not recorded.
public struct ArrestTimes: Codable, Hashable, Sendable {
    public let toIncision: Int?
    public let toBirth: Int?
    public let onTheSpot: Bool?

    public init(toIncision: Int?, toBirth: Int?, onTheSpot: Bool?) {
        self.toIncision = toIncision
        self.toBirth = toBirth
        self.onTheSpot = onTheSpot
    }

    /// Seconds from the arrest to the incision or the birth.
    func seconds(to milestone: Milestone) -> Int? {
        switch milestone {
        case .incision: toIncision
        case .delivery: toBirth
        default: nil
        }
    }

    /// Whether a milestone came at or before its target, to the whole second; nil without a time.
    func isWithin(_ target: Int, to milestone: Milestone) -> Bool? {
        seconds(to: milestone).map { $0 <= target }
    }
}

/// What the caesareans at a mother's cardiac arrest add up to; no other share counts them.
public struct ArrestStatistics: Hashable, Sendable {
    /// How one way from the arrest stands to its target.
    public struct Way: Hashable, Sendable {
        public let target: Int
        /// Those of which the time is known.
        public let timed: Int
        public let within: Int
    }

    /// Births by caesarean at an arrest.
    public let delivered: Int
    /// From the arrest to the incision and to the birth; nothing where the library has no target.
    public let ways: [Milestone: Way]
    public let onTheSpot: Int

    /// - Parameter targets: seconds from the arrest by milestone.
    public init(_ cases: some Sequence<CaesareanBrief>, targets: [Milestone: Int]) {
        let counted = cases.filter { $0.ending == .delivered }.compactMap(\.arrest)
        delivered = counted.count
        onTheSpot = counted.count { $0.onTheSpot == true }
        ways = [Milestone.incision, .delivery].reduce(into: [:]) { ways, milestone in
            guard let target = targets[milestone] else { return }
            let known = counted.compactMap { $0.isWithin(target, to: milestone) }
            ways[milestone] = Way(target: target, timed: known.count, within: known.count { $0 })
        }
    }
}
