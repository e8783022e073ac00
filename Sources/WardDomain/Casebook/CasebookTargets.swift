/// The times by which cases are judged, in seconds, of the library in force.
public struct CasebookTargets: Hashable, Sendable {
    /// From the decision to the birth; none for a category without a target.
    public let categories: [CaesareanCategory: Int]
    /// From a mother's cardiac arrest.
    public let arrest: [Milestone: Int]

    public init(categories: [CaesareanCategory: Int], arrest: [Milestone: Int] = [:]) {
        self.categories = categories
        self.arrest = arrest
    }

    public init(_ rules: ClinicalRules) {
        self.init(
            categories: rules.categoryTargets.mapValues(\.seconds), arrest: rules.arrestTargets.mapValues(\.seconds))
    }
}
