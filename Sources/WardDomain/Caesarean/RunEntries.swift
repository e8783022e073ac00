extension Fact {
    /// The caesarean that a fact is about: its own entries, and the birth that ended it; nil for any other fact.
    public var caesarean: CaesareanID? {
        switch self {
        case let fact as any CaesareanFact: fact.run
        case let born as NewbornBorn: born.run
        case let moved as CaesareanMovedHere: moved.run.id
        default: nil
        }
    }

    /// Whether a fact is about one caesarean.
    public func concerns(_ run: CaesareanID) -> Bool { caesarean == run }

    /// Why it was recorded as it was, where that was said and the summary does not say it.
    public var reasonGiven: String? {
        switch self {
        case let fact as MilestoneMarked: fact.reason
        case let fact as CategoryGiven: fact.reason
        case let fact as TeamArrived: fact.reason
        case let fact as TeamCalled: fact.reason
        case let fact as ArrestNoted: fact.reason
        case let fact as CaesareanDecided: fact.reason
        case let fact as CaesareansJoined: fact.reason
        case let fact as NewbornBorn: fact.reason
        default: nil
        }
    }
}
