/// How wide the cervix was found at one examination.
public struct CervixFinding: Codable, Hashable, Sendable {
    /// Whole cm, 0-10.
    public let centimetres: Int
    public let at: Occurrence
}

extension Admission {
    /// Puts an examination in its place in time.
    mutating func note(_ finding: CervixFinding) {
        let later = cervixFindings.firstIndex { finding.at.isBefore($0.at) }
        cervixFindings.insert(finding, at: later ?? cervixFindings.endIndex)
    }

    /// Since when the cervix has been found as wide as it was found last; nil where nobody examined it.
    var sameDilatationSince: Occurrence? {
        guard let width = latest.cervix else { return nil }
        return cervixFindings.reversed().prefix { $0.centimetres == width }.last?.at
    }

    /// When the second stage began: at full dilatation as it was recorded, else at the first examination that found it.
    var secondStageSince: Occurrence? {
        guard let moment = latest.fullyDilatedAt, let recorded = observedAt[.fullyDilatedAt] else {
            return sameDilatationSince
        }
        let reading = ClockReading(moment: recorded.moment, bootID: recorded.bootID, uptime: recorded.uptime)
        return Occurrence(typed: moment, reckonedFrom: reading)
    }
}
