/// What stands on a newborn's band for people to read: the NPSA set, with the hospital's number.
///
/// Source: NPSA Safer Practice Notice 24 (V); TJC for the distinct name (V). Neither bed nor room is on it.
public struct BandText: Hashable, Sendable {
    /// The lines from the top, none of which may be cut.
    public let lines: [Phrase]

    public init(_ newborn: Newborn, of admission: Admission, _ offset: LocalOffset) {
        let notRecorded = Phrase(en: "not recorded", zhHans: "未记录")
        let born = newborn.birthTimeKnown ? LocalTime(newborn.bornAt.moment, offset) : nil
        let time = born.map { "\($0.day) \($0.hourMinute)" }
        let number = newborn.number ?? admission.identity.mrn
        var lines = [
            DistinctName(newborn, of: admission).phrase,
            Phrase(en: "BABY \(newborn.sex.npsa)", zhHans: "新生儿 \(newborn.sex?.label.zhHans ?? "性别未记录")"),
            Phrase(en: "born \(time ?? notRecorded.en)", zhHans: "出生 \(time ?? notRecorded.zhHans)"),
            Phrase(en: "no. \(number ?? notRecorded.en)", zhHans: "住院号 \(number ?? notRecorded.zhHans)"),
        ]
        if let multiple = MultipleBirth(order: newborn.order, of: admission.babiesExpected) {
            lines.append(multiple.phrase)
        }
        self.lines = lines
    }
}

/// A child's place among several of one birth: `TWIN I`.
public struct MultipleBirth: Hashable, Sendable {
    public let order: Int
    public let all: Int

    /// Nil for an only child.
    public init?(order: Int, of all: Int) {
        guard all > 1 else { return nil }
        self.order = order
        self.all = all
    }

    private static let romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]

    public var phrase: Phrase {
        let roman = MultipleBirth.romans[min(max(order, 1), 9) - 1]
        switch all {
        case 2: return Phrase(en: "TWIN \(roman)  \(order)/2", zhHans: "双胎 \(roman)  \(order)/2")
        case 3: return Phrase(en: "TRIPLET \(roman)  \(order)/3", zhHans: "三胎 \(roman)  \(order)/3")
        default: return Phrase(en: "MULTIPLE \(roman)  \(order)/\(all)", zhHans: "多胎 \(roman)  \(order)/\(all)")
        }
    }
}

extension NewbornSex? {
    fileprivate var npsa: String {
        switch self {
        case .female: "GIRL"
        case .male: "BOY"
        case .undetermined: "(sex undetermined)"
        case nil: "(sex not recorded)"
        }
    }
}
