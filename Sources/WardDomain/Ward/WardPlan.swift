/// The ward: its name, its beds, its site settings.
public struct WardPlan: Codable, Hashable, Sendable {
    /// One bed; an extra bed (加床) may be put up and taken away at any time.
    public struct Bed: Codable, Hashable, Sendable {
        public let label: BedLabel
        public let extra: Bool
    }

    /// A step as it stood in the library when somebody here confirmed it.
    public struct ConfirmedStep: Codable, Hashable, Sendable {
        public let version: String
        public let content: ProtocolStep
        public let by: Badge
        public let at: Moment
    }

    /// Nil until the ward has been set up.
    public var name: String?
    public var beds: [Bed] = []
    /// Steps of protocols that somebody here has confirmed, by `protocol/step`.
    public var confirmedSteps: [String: ConfirmedStep] = [:]

    /// Who has charge of the ward since the last shift handover; nil before the first.
    public internal(set) var inCharge: Badge?
    /// Tonight's on-call list as it was last written; nil while none was.
    public internal(set) var duties: [OnCallSlot: OnCallDuty]?
    public internal(set) var lastShift: LastShift?

    public init() {}

    /// Whether there is a bed of this label, taken or free.
    public func has(_ bed: BedLabel) -> Bool {
        beds.contains { $0.label == bed }
    }
}
