/// What somebody works as: a role and, of a doctor, what she is a doctor of where somebody said.
public struct Work: Hashable, Sendable {
    public let role: StaffRole
    /// Nil while nobody said, and for everybody but doctors.
    public let specialty: Specialty?

    public init(_ role: StaffRole, _ specialty: Specialty? = nil) {
        self.role = role
        self.specialty = specialty
    }

    /// All the work there is, in the order of the roles; doctors by their specialty, then those of whom nobody said.
    public static let all: [Work] = StaffRole.allCases.flatMap { role in
        (role == .doctor ? Specialty.allCases.map { Work(role, $0) } : []) + [Work(role)]
    }

    public var label: Phrase { specialty?.label ?? role.label }

    /// Refuses a specialty of anybody but a doctor.
    func check() throws(Refusal) {
        if let specialty, role != .doctor { throw .codeUnknown(field: "specialty", code: specialty.rawValue) }
    }
}
