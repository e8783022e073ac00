/// How far a labour is, as far as it was recorded.
public enum LabourStage: Hashable, Sendable {
    /// Nothing was recorded that tells of labour.
    case notRecorded
    /// Before full dilatation, with a cervix less wide than the library's active labour begins at.
    case latent
    /// From that width on.
    case first
    case second
    /// A baby is born.
    case born

    public var label: Phrase {
        switch self {
        case .notRecorded: Phrase(en: "-", zhHans: "-")
        case .latent: Phrase(en: "lat", zhHans: "潜伏")
        case .first: Phrase(en: "1st", zhHans: "一程")
        case .second: Phrase(en: "2nd", zhHans: "二程")
        case .born: Phrase(en: "born", zhHans: "已娩")
        }
    }
}

/// The next observation that is due, by the library's intervals. It is not an alarm.
public struct DueObservation: Hashable, Sendable {
    public let field: ObservationField
    /// True where it was never recorded.
    public let isFirst: Bool
    /// Seconds past its time; negative while there is time left.
    public let lateSeconds: Int
}

extension LabourObservation {
    /// Whether this alone tells that labour is active; nil where it, or the library, tells nothing of it.
    public func tellsActiveLabour(_ rules: ClinicalRules) -> Bool? {
        if fullyDilatedAt != nil { return true }
        guard let cervix, let active = rules.labourLimits.activeLabour else { return nil }
        return cervix >= active.centimetres
    }
}

extension Admission {
    /// How far her labour is.
    public func stage(_ rules: ClinicalRules) -> LabourStage {
        if !newborns.isEmpty { return .born }
        if latest.fullyDilatedAt != nil || latest.cervix == 10 { return .second }
        guard let isActive = latest.tellsActiveLabour(rules) else { return .notRecorded }
        return isActive ? .first : .latent
    }

    /// What is due next, and how late; nil outside active labour. What was never recorded is due since her admission,
    /// where its time is known: other observations do not stand in for it.
    public func nextDue(now: ClockReading, _ rules: ClinicalRules) -> DueObservation? {
        let stage = stage(rules)
        guard isHere, stage == .first || stage == .second else { return nil }
        return rules.observationIntervals.compactMap { interval in
            let seconds = stage == .first ? interval.firstStageSeconds : interval.secondStageSeconds
            let recorded = observedAt[interval.field]
            guard let seconds, let last = recorded ?? admittedAt ?? lastObservedAt else { return nil }
            return DueObservation(
                field: interval.field, isFirst: recorded == nil, lateSeconds: last.interval(to: now).seconds - seconds)
        }
        .max { $0.lateSeconds < $1.lateSeconds }
    }
}
