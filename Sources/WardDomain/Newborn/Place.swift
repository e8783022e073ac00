/// Where a baby may be born, be, or be taken to.
public enum Place: String, Codable, CaseIterable, Sendable {
    case deliveryRoom, theatre, motherBed, postnatal, nicu
    case bath, hearing, vaccination, examination
    case ward, emergency, mortuary, beforeArrival, otherHospital, home
    /// A child who died was given to the family, or to whom they asked.
    case released

    public var label: Phrase {
        switch self {
        case .deliveryRoom: Phrase(en: "delivery room", zhHans: "产房")
        case .theatre: Phrase(en: "theatre", zhHans: "手术室")
        case .motherBed: Phrase(en: "mother's bed", zhHans: "母亲床旁")
        case .postnatal: Phrase(en: "postnatal ward", zhHans: "产后病房")
        case .nicu: Phrase(en: "NICU", zhHans: "新生儿重症监护室")
        case .bath: Phrase(en: "bath", zhHans: "沐浴")
        case .hearing: Phrase(en: "hearing screen", zhHans: "听力筛查")
        case .vaccination: Phrase(en: "vaccination", zhHans: "预防接种")
        case .examination: Phrase(en: "examination", zhHans: "检查")
        case .ward: Phrase(en: "other ward", zhHans: "其他病房")
        case .emergency: Phrase(en: "emergency department", zhHans: "急诊")
        case .mortuary: Phrase(en: "mortuary", zhHans: "太平间")
        case .beforeArrival: Phrase(en: "before arrival", zhHans: "院外")
        case .otherHospital: Phrase(en: "other hospital", zhHans: "外院")
        case .home: Phrase(en: "home", zhHans: "回家")
        case .released: Phrase(en: "with the family", zhHans: "已交家属")
        }
    }

    /// Places from which a baby is expected back with the mother.
    public var isErrand: Bool {
        switch self {
        case .bath, .hearing, .vaccination, .examination: true
        default: false
        }
    }

    /// Places to which a child who died is never taken. A bath, a room for a last look, the parents' bed stay open.
    public var isForTheLiving: Bool { self == .hearing || self == .vaccination }

    /// Places outside the hospital: a baby there has left.
    public var isAway: Bool { self == .otherHospital || self == .home || self == .released }

    /// A unit that has custody itself, in the person of a named nurse.
    public var isUnit: Bool { self == .nicu }
}

/// Who has a baby in her or his care, and answers for it.
public enum Custodian: Hashable, Sendable {
    case staff(Badge)
    /// The baby's own mother.
    case mother
    /// A relative whom the mother named, with the relation.
    case relative(name: String, relation: String)
    /// Born when nobody had signed in; whoever signs for the birth takes this place.
    case unsigned(terminal: String)
}

/// Stored as `staff:W1001`, `mother`, `relative:NAME:RELATION`, `unsigned:TERMINAL`.
extension Custodian: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (parts[0], parts.count) {
        case ("mother", 1): self = .mother
        case ("staff", 2): self = .staff(Badge(parts[1]))
        case ("unsigned", 2): self = .unsigned(terminal: parts[1])
        case ("relative", 2):
            let named = parts[1].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard named.count == 2 else { fallthrough }
            self = .relative(name: named[1], relation: named[0])
        default: throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no custodian")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }

    /// The stored text.
    public var code: String {
        switch self {
        case .staff(let badge): "staff:\(badge)"
        case .mother: "mother"
        case .relative(let name, let relation): "relative:\(relation):\(name)"
        case .unsigned(let terminal): "unsigned:\(terminal)"
        }
    }
}

extension Custodian {
    /// In words; a badge stands for its bearer.
    public var text: Phrase {
        switch self {
        case .staff(let badge): Phrase(en: badge.rawValue, zhHans: badge.rawValue)
        case .mother: Phrase(en: "the mother", zhHans: "母亲")
        case .relative(let name, let relation): Phrase(en: "\(name) (\(relation))", zhHans: "\(name)（\(relation)）")
        case .unsigned(let terminal): Phrase(en: "unsigned at \(terminal)", zhHans: "未签名（终端 \(terminal)）")
        }
    }
}
