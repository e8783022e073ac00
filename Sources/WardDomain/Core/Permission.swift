/// What a person is employed as; decides what she or he may record.
public enum StaffRole: String, Codable, CaseIterable, Sendable {
    case midwife, nurse, chargeNurse, doctor, drillCoordinator, administrator

    public var label: Phrase {
        switch self {
        case .midwife: Phrase(en: "midwife", zhHans: "助产士")
        case .nurse: Phrase(en: "nurse", zhHans: "护士")
        case .chargeNurse: Phrase(en: "charge nurse", zhHans: "护士长")
        case .doctor: Phrase(en: "doctor", zhHans: "医师")
        case .drillCoordinator: Phrase(en: "drill coordinator", zhHans: "演练协调员")
        case .administrator: Phrase(en: "administrator", zhHans: "管理员")
        }
    }

    /// Whether this role may do a thing: the one table.
    public func may(_ permission: Permission) -> Bool {
        permission.roles.contains(self)
    }
}

/// What a doctor is a doctor of. It allows nothing: it says who owes which lesson and drill.
public enum Specialty: String, Codable, CaseIterable, Sendable {
    case obstetrics, newborn, anaesthesia, other

    public var label: Phrase {
        switch self {
        case .obstetrics: Phrase(en: "obstetrician", zhHans: "产科医师")
        case .newborn: Phrase(en: "newborn doctor", zhHans: "新生儿科医师")
        case .anaesthesia: Phrase(en: "anaesthetist", zhHans: "麻醉医师")
        case .other: Phrase(en: "other doctor", zhHans: "其他科医师")
        }
    }
}

/// A kind of act that roles allow.
public enum Permission: String, CaseIterable, Sendable {
    /// Starting, marking and ending an emergency and recording a birth in it: accepted unsigned, signed for afterwards.
    case emergency
    /// Admitting, observing, moving, planning, discharging mothers.
    case care
    /// Grading risk.
    case grade
    /// Bands and custody of newborns.
    case custody
    /// Clearing a mismatch that somebody else caused.
    case clearMismatch
    /// Running drills.
    case drill
    /// Standing behind a library's recalled text for this hospital.
    case confirm
    /// Findings, checks of carts and areas, trainings and meetings.
    case quality
    /// Tonight's on-call list.
    case onCall
    /// Beds and site settings.
    case ward
    /// Staff, roles, PINs.
    case staff
    /// Correcting what was recorded, signing for it, signing in, revealing names.
    case own

    public var needsNoSignature: Bool { self == .emergency }

    var roles: Set<StaffRole> {
        switch self {
        case .emergency: Set(StaffRole.allCases)
        case .care, .grade, .custody: [.midwife, .nurse, .chargeNurse, .doctor]
        case .clearMismatch, .confirm: [.chargeNurse, .doctor]
        case .drill, .quality: [.midwife, .nurse, .chargeNurse, .doctor, .drillCoordinator, .administrator]
        case .onCall: [.midwife, .nurse, .chargeNurse, .doctor, .administrator]
        case .ward: [.chargeNurse, .administrator]
        case .staff: [.administrator]
        case .own: Set(StaffRole.allCases)
        }
    }
}
