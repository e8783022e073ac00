import WardDomain

extension ClinicalRules.Target {
    /// The time with the evidence that it rests on: `10:00 [R]`.
    var marked: String { "\(Durations.clock(seconds)) [\(source.mark.rawValue)]" }
}

extension ClinicalRules.CodedTerm {
    /// The code and what it means; what is not verified carries its mark: `ECLAMP eclampsia [R]`.
    var marked: Phrase {
        let mark = source.mark == .verified ? "" : " [\(source.mark.rawValue)]"
        return Phrase(en: "\(code) \(text.en)\(mark)", zhHans: "\(code) \(text.zhHans)\(mark)")
    }
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
