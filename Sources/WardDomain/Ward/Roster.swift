/// One member of staff.
public struct StaffMember: Codable, Hashable, Sendable, Identifiable {
    public let badge: Badge
    public var name: String
    public var role: StaffRole
    /// What a doctor is a doctor of; nil while nobody said, and for everybody else.
    public var specialty: Specialty?
    public var retired: Bool
    public var hasPIN: Bool
    /// The last few comings and goings.
    public internal(set) var duty: [DutyChange] = []

    public var id: Badge { badge }
    public var work: Work { Work(role, specialty) }

    public init(
        badge: Badge, name: String, role: StaffRole, specialty: Specialty? = nil, retired: Bool = false,
        hasPIN: Bool = false
    ) {
        self.badge = badge
        self.name = name
        self.role = role
        self.specialty = specialty
        self.retired = retired
        self.hasPIN = hasPIN
    }
}

/// Everybody who works or worked here, by badge.
public struct Roster: Codable, Hashable, Sendable {
    public private(set) var members: [Badge: StaffMember] = [:]

    public init() {}

    /// The person who carries a badge, retired or not.
    public subscript(badge: Badge) -> StaffMember? {
        get { members[badge] }
        set { members[badge] = newValue }
    }

    /// Those at work, by name.
    public var active: [StaffMember] {
        members.values.filter { !$0.retired }.sorted { ($0.name, $0.badge.rawValue) < ($1.name, $1.badge.rawValue) }
    }

    private enum CodingKeys: String, CodingKey {
        case members
    }

    public init(from decoder: any Decoder) throws {
        let list = try decoder.container(keyedBy: CodingKeys.self).decode([StaffMember].self, forKey: .members)
        members = Dictionary(list.map { ($0.badge, $0) }, uniquingKeysWith: { $1 })
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(members.values.sorted { $0.badge.rawValue < $1.badge.rawValue }, forKey: .members)
    }
}
