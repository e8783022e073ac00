/// How long this site lets a newborn wait before it is an alarm; a hospital sets its own.
public struct WatchLimits: Hashable, Sendable {
    /// From the birth, or from the loss of the last band, to a band; nil allows no time.
    public var unbanded: ClinicalRules.Target?
    /// From the first band to the second; nil allows no time.
    public var oneBand: ClinicalRules.Target?
    /// From the birth to the first check of the baby's band against the mother's; nil where the site does not watch it.
    public var motherBandCheck: ClinicalRules.Target?
    /// From the baby's coming to the NICU from this hospital to its transfer card; nil where the site does not watch it.
    public var transferCard: ClinicalRules.Target?
    /// For how long an alarm may be snoozed at most; nil allows no snoozing.
    public var longestSnooze: ClinicalRules.Target?

    public init() {}
}

extension Place {
    /// Where babies are born: nobody leaves it with fewer than two bands (NPSA; clinical reference ID-8).
    public var isDeliverySuite: Bool {
        switch self {
        case .deliveryRoom, .theatre, .motherBed: true
        default: false
        }
    }
}
