/// Something of a labour that stands outside the library's limits. It is shown, and nobody is called by it.
public struct LabourAlert: Hashable, Sendable {
    /// What stands outside.
    public enum Sign: Hashable, Sendable {
        /// A recorded value; where it is no number there is no threshold.
        case observed(ObservationField, ClinicalRules.AlertThreshold?)
        /// The cervix has stayed as wide as it was found for so long.
        case sameDilatation(centimetres: Int, seconds: Int, limitSeconds: Int)
        case secondStage(seconds: Int, limitSeconds: Int)
    }

    public let sign: Sign
    public let source: Source
}

extension LabourObservation {
    /// Whether a recorded value stands outside the library's limits; nil where nothing was recorded.
    public func isAlerting(_ field: ObservationField, _ rules: ClinicalRules) -> Bool? {
        field.isRecorded(in: self) ? alert(field, rules) != nil : nil
    }

    fileprivate func alert(_ field: ObservationField, _ rules: ClinicalRules) -> LabourAlert? {
        if field == .liquor {
            return liquor.flatMap { rules.labourLimits.liquor[$0] }.map {
                LabourAlert(sign: .observed(.liquor, nil), source: $0)
            }
        }
        guard let number = field.number, let value = self[keyPath: number],
            let passed = rules.alertThresholds.first(where: {
                $0.field == field && $0.comparison.holds(value, $0.limit)
            })
        else { return nil }
        return LabourAlert(sign: .observed(field, passed), source: passed.source)
    }
}

extension Admission {
    /// What of her stands outside the library's limits: her newest signs, then how long her labour has stood still.
    public func labourAlerts(now: ClockReading, _ rules: ClinicalRules) -> [LabourAlert] {
        ObservationField.allCases.filter { isJudged($0, stage(rules)) }.compactMap { latest.alert($0, rules) }
            + [progressAlert(now: now, rules)].compactMap(\.self)
    }

    /// How long the cervix has stayed as wide as it is, or the second stage takes, where that is too long; nil while it
    /// is not, and where nobody recorded since when.
    public func progressAlert(now: ClockReading, _ rules: ClinicalRules) -> LabourAlert? {
        guard isHere else { return nil }
        switch stage(rules) {
        case .first:
            guard let centimetres = latest.cervix, let limit = rules.labourLimits.dilatation[centimetres] else {
                return nil
            }
            return alert(sameDilatationSince, now, limit) {
                .sameDilatation(centimetres: centimetres, seconds: $0, limitSeconds: limit.seconds)
            }
        case .second:
            let parity = identity.para.map { $0 == 0 ? Parity.nullipara : .multipara }
            guard let limit = rules.labourLimits.secondStage(parity, epidural) else { return nil }
            return alert(secondStageSince, now, limit) { .secondStage(seconds: $0, limitSeconds: limit.seconds) }
        case .notRecorded, .latent, .born: return nil
        }
    }

    private func alert(
        _ since: Occurrence?, _ now: ClockReading, _ limit: ClinicalRules.Target, _ sign: (Int) -> LabourAlert.Sign
    ) -> LabourAlert? {
        guard let seconds = since?.interval(to: now).seconds, seconds >= limit.seconds else { return nil }
        return LabourAlert(sign: sign(seconds), source: limit.source)
    }

    /// Contractions are judged in active labour alone, the child's signs until it is born.
    private func isJudged(_ field: ObservationField, _ stage: LabourStage) -> Bool {
        switch field {
        case .contractions, .contractionSeconds: stage == .first || stage == .second
        case .fetalHeartRate, .liquor: stage != .born
        default: true
        }
    }
}
