/// How the ward stands to its duty to drill: what was done this quarter, when each protocol was last drilled.
public struct DrillCadence: Hashable, Sendable {
    /// Rapid-response drills that each quarter needs (seed policy, 15; clinical reference 10.1, verified).
    public static let drillsPerQuarter = 1

    /// The local quarter of today.
    public let quarter: Quarter
    public let doneThisQuarter: Int
    /// Drills of this quarter by protocol.
    public let countThisQuarter: [String: Int]
    /// The newest drill of each protocol.
    public let last: [String: DrillRow]

    /// Reckons from rows of the drills' list. Only finished drills count, never real responses or voided runs, and each
    /// counts in the local quarter in which it began.
    public init(_ rows: [DrillRow], today: CalendarDay, _ offset: LocalOffset) {
        let quarter = Quarter(today)
        var count: [String: Int] = [:]
        var last: [String: DrillRow] = [:]
        for row in rows where row.run.isDrill && !row.run.voided && row.run.finishedAt != nil {
            guard let id = row.run.drillProtocol?.id, let start = row.run.startedAt?.moment else { continue }
            if Quarter(start.localDay(offset)) == quarter { count[id, default: 0] += 1 }
            if let known = last[id]?.run.startedAt?.moment, known >= start { continue }
            last[id] = row
        }
        self.quarter = quarter
        self.last = last
        countThisQuarter = count
        doneThisQuarter = count.values.reduce(0, +)
    }

    /// True while this quarter's drill is still to be held.
    public var isDue: Bool { doneThisQuarter < DrillCadence.drillsPerQuarter }

    /// The protocol to drill next: one never drilled, else the one longest not drilled; the library's order decides ties.
    public func suggestion(among protocols: [DrillProtocol]) -> DrillProtocol? {
        protocols.min { startOfLast($0) < startOfLast($1) }
    }

    private func startOfLast(_ found: DrillProtocol) -> Int64 {
        last[found.id]?.run.startedAt?.moment.milliseconds ?? .min
    }
}
