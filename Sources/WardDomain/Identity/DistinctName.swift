/// What a newborn is called until it has a name of its own: its mother's name, its sex, and its letter among several.
///
/// `LOPEZ, Maria Girl A`, `李娜之女A`. The name that the family registers stands beside it and never in its place. It is
/// made whole or not at all: no part of it is ever cut.
public struct DistinctName: Hashable, Sendable {
    /// The mother's name as this place may show it, or the label that stands for it.
    let mother: String
    let sex: NewbornSex?
    /// Nil for an only child.
    let letter: String?
    /// True where nobody knows the mother: then no child of somebody is named.
    let isFoundling: Bool

    /// - Parameter mother: her name as it may be shown here, such as a masked one; else the whole name.
    public init(_ newborn: Newborn, of admission: Admission, mother: String? = nil) {
        self.init(
            order: newborn.order, of: admission.babiesExpected, sex: newborn.sex,
            mother: mother ?? admission.identity.called, isFoundling: newborn.arrival?.how == .foundling)
    }

    public init(order: Int, of all: Int, sex: NewbornSex?, mother: String, isFoundling: Bool = false) {
        self.mother = mother
        self.sex = sex
        letter = all > 1 || order > 1 ? Newborn.letter(order: order) : nil
        self.isFoundling = isFoundling
    }

    /// The name in both languages.
    public var phrase: Phrase {
        let among = letter.map { " \($0)" } ?? ""
        let child = isFoundling ? " \(sex.childZhHans)" : "之\(sex.childZhHans)"
        return Phrase(
            en: "\(DistinctName.surnameFirst(mother)) \(sex.childEn)\(among)",
            zhHans: "\(DistinctName.surnameFirst(mother))\(child)\(letter ?? "")")
    }

    /// `LOPEZ, Maria` for a name in Latin letters; one in characters has its surname first already.
    public static func surnameFirst(_ name: String) -> String {
        guard !name.unicodeScalars.contains(where: \.properties.isIdeographic) else { return name }
        if let comma = name.firstIndex(of: ",") {
            return name[..<comma].uppercased() + name[comma...]
        }
        let words = name.split(separator: " ").map(String.init)
        guard words.count > 1, let surname = words.last, !surname.contains(where: \.isNumber) else { return name }
        return "\(surname.uppercased()), \(words.dropLast().joined(separator: " "))"
    }
}

extension NewbornSex? {
    fileprivate var childEn: String {
        switch self {
        case .female: "Girl"
        case .male: "Boy"
        case .undetermined, nil: "Baby"
        }
    }

    fileprivate var childZhHans: String {
        switch self {
        case .female: "女"
        case .male: "子"
        case .undetermined, nil: "婴"
        }
    }
}

extension Newborn {
    /// `A` for the first born, `B` for the second.
    public static func letter(order: Int) -> String {
        String(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(max(order, 1), 26) - 1)))
    }
}

extension Admission {
    /// How many babies there are, or are expected: the `2` of `1/2`.
    public var babiesExpected: Int {
        max(newborns.map(\.order).max() ?? 1, identity.fetuses ?? 1)
    }
}
