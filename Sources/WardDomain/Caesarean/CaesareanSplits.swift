extension CaesareanRun {
    /// The stretch from one milestone to the next one reached.
    public struct Split: Hashable, Sendable {
        public let from: Milestone
        public let to: Milestone
        /// Never negative.
        public let interval: Interval
    }

    /// What each milestone took since the one reached before it, by time. A floating milestone starts no split.
    public var splits: [Split] {
        var previous = (milestone: Milestone.decision, at: decidedAt)
        var splits: [Split] = []
        for reached in reached where reached.milestone != .decision {
            let interval = previous.at.interval(to: reached.at)
            splits.append(
                Split(
                    from: previous.milestone, to: reached.milestone,
                    interval: Interval(seconds: max(0, interval.seconds), byWallClock: interval.byWallClock)))
            if !reached.milestone.floats { previous = reached }
        }
        return splits
    }

    /// Where most of the time to the delivery went; the first one where several are as long.
    public var longestSplit: Split? {
        let onTheWay = splits.filter { !$0.to.floats && $0.to.position <= Milestone.delivery.position }
        guard let longest = onTheWay.map(\.interval.seconds).max() else { return nil }
        return onTheWay.first { $0.interval.seconds == longest }
    }
}

/// A ward's own medians of every stretch between two milestones, from its delivered runs.
public struct SplitMedians: Hashable, Sendable {
    /// Below this many cases a median says too little to stand beside a running clock.
    public static let casesNeeded = 10

    /// The way from a milestone to a later one.
    private struct Stretch: Hashable {
        let from: Milestone
        let to: Milestone
    }

    private var medians: [Stretch: Int] = [:]
    private var quarters: [Stretch: Int] = [:]

    public init(_ runs: some Sequence<CaesareanRun>) {
        var seconds: [Stretch: [Int]] = [:]
        for run in runs where run.end?.ending == .delivered {
            let reached = run.reached
            for (index, later) in reached.enumerated() {
                for earlier in reached.prefix(index) {
                    seconds[Stretch(from: earlier.milestone, to: later.milestone), default: []]
                        .append(earlier.at.interval(to: later.at).seconds)
                }
            }
        }
        let known = seconds.filter { $0.value.count >= Self.casesNeeded }.mapValues(Centiles.init)
        medians = known.compactMapValues(\.median)
        quarters = known.compactMapValues { $0.nearestRank(percent: 25) }
    }

    /// Seconds within which the best quarter of the cases came from one milestone to another; nil with fewer than
    /// `casesNeeded`.
    public func bestQuarter(from: Milestone, to: Milestone) -> Int? {
        quarters[Stretch(from: from, to: to)]
    }

    /// Seconds from one milestone to another in the middle case; nil with fewer than `casesNeeded`.
    public func seconds(from: Milestone, to: Milestone) -> Int? {
        medians[Stretch(from: from, to: to)]
    }
}
