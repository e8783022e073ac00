/// A made-up case for a drill: its card, the signs that the team would see, and its surprises. Exercise design, no patient.
public struct DrillScenario: Codable, Hashable, Sendable, Identifiable {
    public let id: String
    public let en: String
    public let zhHans: String
    /// What the team would see at the start.
    public let signs: ExerciseSigns?
    public let injects: [DrillInject]
    public let source: Source

    public init(
        id: String, en: String, zhHans: String, signs: ExerciseSigns?, injects: [DrillInject], source: Source
    ) {
        self.id = id
        self.en = en
        self.zhHans = zhHans
        self.signs = signs
        self.injects = injects
        self.source = source
    }

    public var card: Phrase { Phrase(en: en, zhHans: zhHans) }
}

/// A surprise of a scenario: it comes by itself at its time, or by the coordinator's key.
public struct DrillInject: Codable, Hashable, Sendable, Identifiable {
    public let id: String
    /// Seconds from moment zero at which it comes by itself; nil where it waits for the coordinator.
    public let atSeconds: Int?
    public let en: String
    public let zhHans: String
    /// What changes in the signs that the team would see.
    public let signs: ExerciseSigns?

    public init(id: String, atSeconds: Int?, en: String, zhHans: String, signs: ExerciseSigns?) {
        self.id = id
        self.atSeconds = atSeconds
        self.en = en
        self.zhHans = zhHans
        self.signs = signs
    }

    public var text: Phrase { Phrase(en: en, zhHans: zhHans) }
}

/// The signs of a made-up patient; nil is not shown, never normal.
public struct ExerciseSigns: Codable, Hashable, Sendable {
    /// Of the mother, or of the newborn in a newborn protocol; per minute.
    public var heartRate: Int?
    public var systolic: Int?
    public var diastolic: Int?
    public var respirations: Int?
    /// Percent.
    public var oxygenSaturation: Int?
    public var fetalHeartRate: Int?
    /// Cumulative, in mL.
    public var bloodLossMillilitres: Int?

    public init(
        heartRate: Int? = nil, systolic: Int? = nil, diastolic: Int? = nil, respirations: Int? = nil,
        oxygenSaturation: Int? = nil, fetalHeartRate: Int? = nil, bloodLossMillilitres: Int? = nil
    ) {
        self.heartRate = heartRate
        self.systolic = systolic
        self.diastolic = diastolic
        self.respirations = respirations
        self.oxygenSaturation = oxygenSaturation
        self.fetalHeartRate = fetalHeartRate
        self.bloodLossMillilitres = bloodLossMillilitres
    }

    /// These signs with what has changed since.
    func overlaid(by later: ExerciseSigns) -> ExerciseSigns {
        ExerciseSigns(
            heartRate: later.heartRate ?? heartRate, systolic: later.systolic ?? systolic,
            diastolic: later.diastolic ?? diastolic, respirations: later.respirations ?? respirations,
            oxygenSaturation: later.oxygenSaturation ?? oxygenSaturation,
            fetalHeartRate: later.fetalHeartRate ?? fetalHeartRate,
            bloodLossMillilitres: later.bloodLossMillilitres ?? bloodLossMillilitres)
    }

    /// `HR 118  BP 92/54  SpO2 95%  RR 22  loss 700 mL`
    public var text: Phrase {
        let pressure = systolic.map { "BP \($0)/\(diastolic.map(String.init) ?? "-")" }
        let common = [
            heartRate.map { "HR \($0)" }, pressure, oxygenSaturation.map { "SpO2 \($0)%" },
            respirations.map { "RR \($0)" }, fetalHeartRate.map { "FHR \($0)" },
        ].compactMap { $0 }
        let loss = bloodLossMillilitres
        return Phrase(
            en: (common + (loss.map { ["loss \($0) mL"] } ?? [])).joined(separator: "  "),
            zhHans: (common + (loss.map { ["出血 \($0) mL"] } ?? [])).joined(separator: "  "))
    }
}

extension DrillProtocol {
    /// The list as a run keeps it: what a drill makes up stays out of it.
    var withoutScenarios: DrillProtocol {
        var copy = self
        copy.scenarios = nil
        return copy
    }
}
