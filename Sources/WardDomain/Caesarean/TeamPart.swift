/// What somebody is on the team of an emergency caesarean, as far as the way from call to arrival is measured.
public enum TeamPart: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    case obstetrician, anaesthetist, theatreNurse, newbornDoctor, midwife, other

    /// Those whose interval from call to arrival is measured.
    public static let measured: [TeamPart] = [.obstetrician, .anaesthetist, .theatreNurse, .newbornDoctor]

    public var label: Phrase {
        switch self {
        case .obstetrician: Phrase(en: "obstetrician", zhHans: "产科医师")
        case .anaesthetist: Phrase(en: "anaesthetist", zhHans: "麻醉医师")
        case .theatreNurse: Phrase(en: "theatre nurse", zhHans: "手术室护士")
        case .newbornDoctor: Phrase(en: "newborn doctor", zhHans: "新生儿科医师")
        case .midwife: Phrase(en: "midwife", zhHans: "助产士")
        case .other: Phrase(en: "other", zhHans: "其他")
        }
    }
}

/// A line of tonight's on-call list, in the order in which it is shown.
public enum OnCallSlot: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    case firstLine, secondLine, thirdLine, anaesthesia, newborn, theatre, bloodBank, generalDuty

    public var label: Phrase {
        switch self {
        case .firstLine: Phrase(en: "1st line", zhHans: "一线")
        case .secondLine: Phrase(en: "2nd line", zhHans: "二线")
        case .thirdLine: Phrase(en: "3rd line", zhHans: "三线")
        case .anaesthesia: Phrase(en: "anaesthesia", zhHans: "麻醉")
        case .newborn: Phrase(en: "newborn", zhHans: "新生儿")
        case .theatre: Phrase(en: "theatre", zhHans: "手术室")
        case .bloodBank: Phrase(en: "blood bank", zhHans: "输血科")
        case .generalDuty: Phrase(en: "general duty", zhHans: "总值班")
        }
    }

    /// What somebody who comes from there is on the team; nil where nobody is expected in theatre.
    public var part: TeamPart? {
        switch self {
        case .firstLine, .secondLine, .thirdLine: .obstetrician
        case .anaesthesia: .anaesthetist
        case .newborn: .newbornDoctor
        case .theatre: .theatreNurse
        case .bloodBank, .generalDuty: nil
        }
    }
}
