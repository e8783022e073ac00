import WardDomain

/// What a library file holds; the raw values are the files' `kind`.
public enum LibraryKind: String, CaseIterable, Sendable {
    /// One drill protocol.
    case drill
    /// Seconds from the decision, by category and by milestone.
    case caesareanTargets = "caesarean-targets"
    case indications
    case delayReasons = "delay-reasons"
    /// Observation intervals and alert thresholds in labour.
    case labourObservation = "labour-observation"
    /// Values about which it is asked whether they were typed right.
    case typingCheck = "typing-check"
    /// How often the ward drills, trains and meets.
    case cadence
    /// Rescue carts and newborn areas, and the ward's shifts.
    case readiness
    /// How long a newborn may wait before it is an alarm.
    case newbornWatch = "newborn-watch"
    /// Names of a newborn's state at birth.
    case newbornOutcome = "newborn-outcome"
    /// What a newborn is owed within a time from its birth.
    case newbornDue = "newborn-due"
    /// What a risk grade obliges to.
    case riskDuties = "risk-duties"
    /// What the hospital decides about codes, badges and labels.
    case site
}

/// Which edition of a library file is in force, since when, and on whose word.
public struct LibraryVersion: Hashable, Sendable {
    public let kind: LibraryKind
    /// The file's name, as the reader was told it.
    public let file: String
    public let version: String
    public let effectiveFrom: CalendarDay
    /// The source of everything in the file that names none of its own.
    public let source: Source
}
