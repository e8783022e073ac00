/// The obstetric shock index: pulse by systolic pressure (clinical reference 4.5).
public struct ShockIndex: Codable, Hashable, Sendable {
    /// Per minute.
    public let pulse: Int
    /// mmHg
    public let systolic: Int

    /// Below this systolic pressure in mmHg no index is reckoned (clinical reference 4.5, guard of the division).
    public static let leastSystolic = 30
    /// What a person's pulse and pressure can be; beyond it is a slip of typing (design).
    public static let pulseRange = 1...300
    public static let systolicRange = leastSystolic...300

    /// Nil where no index can be reckoned.
    public init?(pulse: Int, systolic: Int) {
        guard ShockIndex.pulseRange.contains(pulse), ShockIndex.systolicRange.contains(systolic) else { return nil }
        self.pulse = pulse
        self.systolic = systolic
    }

    /// Hundredths, rounded half up: for the eye alone, never for a comparison.
    public var hundredths: Int { (pulse * 200 + systolic) / (2 * systolic) }

    /// `0.90`
    public var text: String { ShockIndex.text(hundredths: hundredths) }

    /// Whether the unrounded index has reached a limit in hundredths.
    public func reaches(_ limitHundredths: Int) -> Bool { pulse * 100 >= limitHundredths * systolic }

    static func text(hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

/// From which shock index on somebody is to be told, as the library has it.
public struct ShockIndexLevel: Codable, Hashable, Sendable {
    /// How pressing it is to tell somebody.
    public enum Urgency: String, Codable, CaseIterable, Sendable {
        case alert, urgent

        public var label: Phrase {
            switch self {
            case .alert: Phrase(en: "ALERT", zhHans: "预警")
            case .urgent: Phrase(en: "URGENT", zhHans: "危急")
            }
        }
    }

    public let urgency: Urgency
    /// Reached at this many hundredths.
    public let fromHundredths: Int
    public let source: Source

    public init(urgency: Urgency, fromHundredths: Int, source: Source) {
        self.urgency = urgency
        self.fromHundredths = fromHundredths
        self.source = source
    }

    /// `>=0.90`
    public var limit: String { ">=" + ShockIndex.text(hundredths: fromHundredths) }
}
