extension ClinicalRules {
    /// Seconds from the decision to the birth that the library gives a category; nil where it gives none.
    public func target(of category: CaesareanCategory?) -> Int? {
        category.flatMap { categoryTargets[$0]?.seconds }
    }

    /// The library's limit of a stretch that took longer; nil for one within it, or without one.
    public func limitExceeded(by split: CaesareanRun.Split) -> Target? {
        guard let limit = splitTargets[split.to], limit.from == split.from,
            split.interval.seconds > limit.target.seconds
        else { return nil }
        return limit.target
    }
}

extension CaesareanRun {
    /// Seconds from the decision to the birth that the library gave when the category was last given; nil where the run
    /// does not say.
    public var recordedTarget: Int? { gradings.last?.target }

    /// By what the run is judged: the target of its own day, and where the run does not say, that of the library in force.
    public func target(_ rules: ClinicalRules) -> Int? {
        recordedTarget ?? rules.target(of: category)
    }
}
