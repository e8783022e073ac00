import WardDomain

/// Notices when the wall clock jumps against the boot clock.
struct ClockWatch: Sendable {
    /// Wall clock minus boot clock, in milliseconds.
    private var difference: Int64?

    /// A jump smaller than this is the ordinary drift of a disciplined clock, in milliseconds.
    private static let tolerance: Int64 = 2000

    /// The seconds by which the wall clock has jumped since the last look; nil when it has not.
    mutating func step(_ now: Now) -> Int? {
        let current = now.moment.milliseconds - now.reading.uptime / 1_000_000
        guard let known = difference else {
            difference = current
            return nil
        }
        let jump = current - known
        guard abs(jump) >= ClockWatch.tolerance else { return nil }
        difference = current
        return Int((Double(jump) / 1000).rounded())
    }
}
