/// What a newborn is handed over for.
public enum HandoverPurpose: String, Codable, CaseIterable, Sendable {
    case toMother, nicu, bath, screening, vaccination, examination, theatre, otherHospital, home, care

    /// Those that a handover within the hospital can have; the others are discharges.
    public static let handovers = allCases.filter { $0 != .otherHospital && $0 != .home }

    /// What going to a place is for.
    public init(place: Place) {
        switch place {
        case .motherBed, .postnatal: self = .toMother
        case .nicu: self = .nicu
        case .bath: self = .bath
        case .hearing: self = .screening
        case .vaccination: self = .vaccination
        case .examination: self = .examination
        case .theatre: self = .theatre
        case .otherHospital: self = .otherHospital
        case .home: self = .home
        case .deliveryRoom, .ward, .emergency, .mortuary, .beforeArrival, .released: self = .care
        }
    }

    /// True where the baby is due back, so that a time of return is asked for.
    public var returns: Bool {
        switch self {
        case .bath, .screening, .vaccination, .examination: true
        default: false
        }
    }

    public var label: Phrase {
        switch self {
        case .toMother: Phrase(en: "to the mother", zhHans: "交母亲")
        case .nicu: Phrase(en: "NICU", zhHans: "新生儿重症监护")
        case .bath: Phrase(en: "bath", zhHans: "沐浴")
        case .screening: Phrase(en: "screening", zhHans: "筛查")
        case .vaccination: Phrase(en: "vaccination", zhHans: "预防接种")
        case .examination: Phrase(en: "examination", zhHans: "检查")
        case .theatre: Phrase(en: "theatre", zhHans: "手术")
        case .otherHospital: Phrase(en: "other hospital", zhHans: "转院")
        case .home: Phrase(en: "home", zhHans: "出院回家")
        case .care: Phrase(en: "care", zhHans: "照护")
        }
    }
}
