import WardDomain

/// What a terminal is set to.
public struct AppSettings: Sendable {
    public var language: Language
    /// The theme's name.
    public var theme: String
    /// Themes that can be switched to.
    public var themes: [String]
    /// The terminal's label, such as `T-03`.
    public var terminal: String
    /// Idle seconds after which the terminal locks.
    public var lockSeconds: Int
    /// When the bell may ring.
    public var bell: Bell
    /// The demo's staff, shown on the sign-in screen; nil on a real ward.
    public var demo: [DemoStaff]?

    /// When the terminal's bell may ring.
    public enum Bell: String, CaseIterable, Sendable {
        case always, never
        /// Not from 22:00 to 06:00.
        case byDay
    }

    /// Whether the bell may ring at a local time.
    func ringsBell(at local: LocalTime) -> Bool {
        switch bell {
        case .always: true
        case .never: false
        case .byDay: (6..<22).contains(local.hour)
        }
    }

    /// A badge of the demo with its PIN.
    public struct DemoStaff: Hashable, Sendable {
        public let badge: Badge
        public let name: String
        public let role: StaffRole
        public let pin: String

        public init(badge: Badge, name: String, role: StaffRole, pin: String) {
            self.badge = badge
            self.name = name
            self.role = role
            self.pin = pin
        }
    }

    public init(
        language: Language = .chinese, theme: String = "daylight", themes: [String] = [], terminal: String = "T-01",
        lockSeconds: Int = 300, bell: Bell = .byDay, demo: [DemoStaff]? = nil
    ) {
        self.language = language
        self.theme = theme
        self.themes = themes
        self.terminal = terminal
        self.lockSeconds = lockSeconds
        self.bell = bell
        self.demo = demo
    }
}
