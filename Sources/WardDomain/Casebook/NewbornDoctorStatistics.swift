/// How the newborn doctor came to one caesarean; nil is not recorded.
public struct NewbornDoctorTimes: Codable, Hashable, Sendable {
    /// From the call to the arrival; 0 where she or he was there before the call.
    public let seconds: Int?
    public let beforeBirth: Bool?

    public init(seconds: Int?, beforeBirth: Bool?) {
        self.seconds = seconds
        self.beforeBirth = beforeBirth
    }

    /// Whether the arrival came within a limit, to the whole second; nil without both times.
    func isWithin(_ limit: Int) -> Bool? { seconds.map { $0 <= limit } }
}

extension CaesareanRun {
    /// What the casebook keeps of the newborn doctor's coming.
    public var newbornDoctorTimes: NewbornDoctorTimes {
        let time = teamTime(.newbornDoctor)
        return NewbornDoctorTimes(
            seconds: time.wasHere ? 0 : time.interval?.seconds, beforeBirth: newbornDoctorBeforeBirth)
    }
}

/// The policy's consultation limit over many births by caesarean: whether the newborn doctor came in time, and before
/// the birth. Cases of which that is not recorded are in neither denominator.
public struct NewbornDoctorStatistics: Hashable, Sendable {
    /// Seconds from the call to the arrival; nil where the library has no limit.
    public let limit: Int?
    /// Births of which call and arrival are known, and those within the limit.
    public let timed: Int
    public let within: Int
    /// Births of which it is known whether the doctor was there first, and those where it was so.
    public let known: Int
    public let beforeBirth: Int

    public init(_ cases: some Sequence<CaesareanBrief>, limit: Int?) {
        let times = cases.filter { $0.ending == .delivered }.map(\.newbornDoctor)
        let ways = limit.map { limit in times.compactMap { $0.isWithin(limit) } } ?? []
        let births = times.compactMap(\.beforeBirth)
        self.limit = limit
        timed = ways.count
        within = ways.count { $0 }
        known = births.count
        beforeBirth = births.count { $0 }
    }
}
