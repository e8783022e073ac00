import WardDomain

/// A column of a mothers' list, by the names that hospital systems give it.
enum MotherColumn: String, CaseIterable {
    case mrn, name, birthDate, gravida, para, dueDate, bed, fetuses, admittedAt

    /// Headings, as `normalized` leaves them.
    var headings: Set<String> {
        switch self {
        case .mrn: ["mrn", "hospitalnumber", "patientnumber", "住院号", "病案号", "病历号", "住院号码"]
        case .name: ["name", "mother", "mothername", "姓名", "孕妇姓名", "产妇姓名", "孕产妇姓名", "患者姓名"]
        case .birthDate: ["birthdate", "dateofbirth", "dob", "born", "出生日期", "出生年月", "生日"]
        case .gravida: ["gravida", "g", "孕次", "孕"]
        case .para: ["para", "p", "产次", "产"]
        case .dueDate: ["duedate", "edd", "edc", "estimateddateofdelivery", "预产期"]
        case .bed: ["bed", "bednumber", "床号", "床位", "床位号", "床"]
        case .fetuses: ["fetuses", "fetalnumber", "babies", "胎数", "胎儿数", "胎儿个数"]
        case .admittedAt: ["admittedat", "admissiontime", "admitted", "入院时间", "入院日期时间"]
        }
    }

    /// What a message calls it.
    var label: Phrase {
        switch self {
        case .mrn: Phrase(en: "hospital number", zhHans: "住院号")
        case .name: Phrase(en: "name", zhHans: "姓名")
        case .birthDate: Phrase(en: "birth date", zhHans: "出生日期")
        case .gravida: Phrase(en: "gravida", zhHans: "孕次")
        case .para: Phrase(en: "para", zhHans: "产次")
        case .dueDate: Phrase(en: "due date", zhHans: "预产期")
        case .bed: Phrase(en: "bed", zhHans: "床号")
        case .fetuses: Phrase(en: "fetuses", zhHans: "胎数")
        case .admittedAt: Phrase(en: "admission time", zhHans: "入院时间")
        }
    }

    /// The column of a heading; nil for one that is not used.
    init?(heading: String) {
        let normalized = Self.normalized(heading)
        guard let column = Self.allCases.first(where: { $0.headings.contains(normalized) }) else { return nil }
        self = column
    }

    /// Small letters without spaces, joining marks and what stands in brackets.
    private static func normalized(_ heading: String) -> String {
        let plain = heading.prefix { !"(（[【".contains($0) }
        return plain.lowercased().filter { !$0.isWhitespace && !"_-*:：".contains($0) }
    }

    /// The column that a refusal is about; nil where it is about the whole row.
    init?(of refusal: Refusal) {
        switch refusal.field {
        case nil: return nil
        case "at", "time": self = .admittedAt
        case let field?: self.init(rawValue: field)
        }
    }
}
