/// The times by which cases are judged, in seconds, of the library in force; a case that has a target of its own day is
/// judged by that.
public struct CasebookTargets: Hashable, Sendable {
    /// From the decision to the birth; none for a category without a target.
    public let categories: [CaesareanCategory: Int]
    /// From a mother's cardiac arrest.
    public let arrest: [Milestone: Int]
    /// From the newborn doctor's call to the arrival; nil where there is no limit.
    public let newbornDoctor: Int?

    public init(
        categories: [CaesareanCategory: Int], arrest: [Milestone: Int] = [:], newbornDoctor: Int? = nil
    ) {
        self.categories = categories
        self.arrest = arrest
        self.newbornDoctor = newbornDoctor
    }

    public init(_ rules: ClinicalRules) {
        self.init(
            categories: rules.categoryTargets.mapValues(\.seconds), arrest: rules.arrestTargets.mapValues(\.seconds),
            newbornDoctor: rules.arrivalLimits[.newbornDoctor]?.seconds)
    }
}
