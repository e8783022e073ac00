/// The ward: its name, its beds, its site settings.
public struct WardPlan: Codable, Hashable, Sendable {
    /// One bed; an extra bed (加床) may be put up and taken away at any time.
    public struct Bed: Codable, Hashable, Sendable {
        public let label: BedLabel
        public let extra: Bool
    }

    /// Nil until the ward has been set up.
    public var name: String?
    public var beds: [Bed] = []
    /// Dose-bearing checklist steps that somebody here has confirmed, as `protocol/step`, with who confirmed them.
    public var confirmedDoses: [String: Badge] = [:]

    public init() {}

    public func has(_ bed: BedLabel) -> Bool {
        beds.contains { $0.label == bed }
    }
}
