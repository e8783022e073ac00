extension Fact {
    /// Whether a fact is about one caesarean: its own entries, and the birth that ended it.
    public func concerns(_ run: CaesareanID) -> Bool {
        if let fact = self as? any CaesareanFact { return fact.run == run }
        if let born = self as? NewbornBorn { return born.run == run }
        return (self as? CaesareanMovedHere)?.run.id == run
    }

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
