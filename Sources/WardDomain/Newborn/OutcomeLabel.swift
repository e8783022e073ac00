/// A name that the library gives to a newborn's state at birth, such as severe asphyxia, and what it asks for.
public struct OutcomeLabel: Hashable, Sendable, Identifiable {
    public let id: String
    public let text: Phrase
    /// Labels of one group exclude each other; the first of them that holds is the one.
    public let group: String
    /// The highest Apgar totals at 1 and at 5 minutes, either of which is enough; both nil ask for none.
    public let apgar1AtMost: Int?
    public let apgar5AtMost: Int?
    /// Thousandths: the cord arterial pH lies below it.
    public let arterialPHBelow: Int
    /// Tenths of mmol/L; nil asks for none.
    public let baseDeficitAtLeast: Int?
    public let source: Source

    public init(
        id: String, text: Phrase, group: String, apgar1AtMost: Int?, apgar5AtMost: Int?, arterialPHBelow: Int,
        baseDeficitAtLeast: Int?, source: Source
    ) {
        self.id = id
        self.text = text
        self.group = group
        self.apgar1AtMost = apgar1AtMost
        self.apgar5AtMost = apgar5AtMost
        self.arterialPHBelow = arterialPHBelow
        self.baseDeficitAtLeast = baseDeficitAtLeast
        self.source = source
    }

    /// Whether all that it asks for is recorded and on its side; what is not recorded never counts.
    public func holds(for newborn: Newborn) -> Bool {
        guard let gas = newborn.arterialGas, gas.pHThousandths < arterialPHBelow else { return false }
        if let least = baseDeficitAtLeast {
            guard let deficit = gas.baseDeficitTenths, deficit >= least else { return false }
        }
        let asked = [(1, apgar1AtMost), (5, apgar5AtMost)].compactMap { minute, most in most.map { (minute, $0) } }
        return asked.isEmpty
            || asked.contains { minute, most in newborn.apgar[minute]?.total.map { $0 <= most } ?? false }
    }
}

extension ClinicalRules {
    /// The labels that hold for a newborn, one of each group, in the library's order.
    public func outcomeLabels(of newborn: Newborn) -> [OutcomeLabel] {
        var groups: Set<String> = []
        return outcomeLabels.filter { $0.holds(for: newborn) && groups.insert($0.group).inserted }
    }
}
