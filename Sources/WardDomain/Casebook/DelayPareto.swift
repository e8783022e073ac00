/// Why births came late: the delay codes by how often they were given, the most frequent first.
public struct DelayPareto: Hashable, Sendable {
    /// One code.
    public struct Cause: Hashable, Sendable {
        public let code: String
        /// Cases in which it was given.
        public let count: Int
        /// Its share of all codes given, 0...1.
        public let share: Double
        /// Its share and those of all before it.
        public let cumulative: Double
    }

    /// Equally frequent ones in the order of their codes.
    public let causes: [Cause]
    /// Codes given in all: a case may have several.
    public let total: Int
    /// Cases with a code.
    public let cases: Int

    public init(_ briefs: some Sequence<CaesareanBrief>) {
        var counts: [String: Int] = [:]
        var cases = 0
        for brief in briefs where !brief.delays.isEmpty && brief.ending != .void {
            cases += 1
            for code in brief.delays { counts[code, default: 0] += 1 }
        }
        self.cases = cases
        let total = counts.values.reduce(0, +)
        self.total = total
        var sum = 0
        causes = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { code, count in
            sum += count
            return Cause(
                code: code, count: count, share: Double(count) / Double(total), cumulative: Double(sum) / Double(total))
        }
    }
}
