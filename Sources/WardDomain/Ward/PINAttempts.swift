/// The wrong PINs that screens have noted in the access log: after three in a row a badge waits, at every terminal and
/// also after a restart. An emergency and its marks ask for no PIN.
public struct PINAttempts: Sendable {
    /// Wrong PINs in a row after which a badge waits.
    public static let limit = 3
    /// How long it waits, in seconds.
    public static let waitSeconds = 30
    /// A slip that is longer ago than this no longer counts, in seconds.
    public static let rememberedSeconds = 15 * 60
    /// So many of the newest acts of access hold more than those that still count.
    public static let entriesNeeded = 200

    private var wrong: [Badge: [Occurrence]] = [:]

    /// - Parameter entries: the newest acts of access, the oldest first.
    public init(_ entries: [Entry] = []) {
        for entry in entries where entry.stamp.origin.way == .screen {
            guard let noted = entry.fact as? AccessNoted, let badge = noted.badge else { continue }
            switch noted.act {
            case .wrongPIN: noteWrong(badge, at: entry.stamp.occurred)
            case .signedIn: wrong[badge] = nil
            case .signedOut, .locked, .namesRevealed: break
            }
        }
    }

    /// Counts a wrong PIN; the first one after a wait, or after a long time without any, begins anew.
    public mutating func noteWrong(_ badge: Badge, at occurred: Occurrence) {
        var row = wrong[badge] ?? []
        let isOld = row.last.map { $0.interval(to: occurred).seconds > Self.rememberedSeconds } ?? false
        if isOld || row.count == Self.limit { row = [] }
        wrong[badge] = row + [occurred]
    }

    /// Seconds that a badge has still to wait; 0 when it may try. A clock that was set back over a restart makes nobody
    /// wait.
    public func secondsToWait(_ badge: Badge, now: ClockReading) -> Int {
        guard let row = wrong[badge], row.count == Self.limit, let last = row.last else { return 0 }
        let gone = last.interval(to: now).seconds
        return gone < 0 ? 0 : max(0, Self.waitSeconds - gone)
    }
}
