import WardDomain

extension ClinicalRules.Target {
    /// The time with the evidence that it rests on: `10:00 [R]`.
    var marked: String { "\(Durations.clock(seconds)) [\(source.mark.rawValue)]" }
}
