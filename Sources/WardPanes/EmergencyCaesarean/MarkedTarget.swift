import WardDomain

extension ClinicalRules.Target {
    /// The time with the evidence that it rests on: `10:00 [R]`.
    var marked: String { "\(Durations.clock(seconds)) [\(source.mark.rawValue)]" }
}

extension EvidenceMark {
    /// One character behind a time of a table; what is verified has none.
    var sign: Character {
        switch self {
        case .verified: " "
        case .secondHand: "*"
        case .recall: "R"
        }
    }
}
