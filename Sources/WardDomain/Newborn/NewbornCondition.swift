/// How a newborn was found, as the register asks for it; what is blank is not recorded.
///
/// Source: clinical reference 8.2.
public struct NewbornCondition: Codable, Hashable, Sendable {
    /// What is said in words.
    public enum Field: String, CaseIterable, Sendable {
        case colour, skin, feeding, urine, stool, lines, medications

        public var label: Phrase {
            switch self {
            case .colour: Phrase(en: "colour", zhHans: "肤色")
            case .skin: Phrase(en: "skin", zhHans: "皮肤")
            case .feeding: Phrase(en: "feeding", zhHans: "喂养")
            case .urine: Phrase(en: "urine", zhHans: "小便")
            case .stool: Phrase(en: "stool", zhHans: "大便")
            case .lines: Phrase(en: "lines", zhHans: "管路")
            case .medications: Phrase(en: "medications given", zhHans: "已用药物")
            }
        }
    }

    /// Tenths of a degree Celsius, 250-450.
    public var temperatureTenths: Int?
    /// %, 0-100.
    public var oxygenSaturation: Int?
    private var texts: [String: String] = [:]

    public init() {}

    public subscript(field: Field) -> String? {
        get { texts[field.rawValue] }
        set { texts[field.rawValue] = newValue }
    }

    public static let temperatureRange = ObservationField.temperatureTenths.range ?? 250...450
    public static let saturationRange = ObservationField.oxygenSaturation.range ?? 0...100

    /// The condition with texts trimmed and blanks left out.
    ///
    /// - Throws: `nothingToRecord` where nothing is said, `outOfRange`.
    func checked() throws(Refusal) -> NewbornCondition {
        var condition = self
        try TextRules.check(temperatureTenths, Self.temperatureRange, "temperatureTenths")
        try TextRules.check(oxygenSaturation, Self.saturationRange, "oxygenSaturation")
        for field in Field.allCases {
            guard let text = self[field] else { continue }
            condition[field] = text.isBlank ? nil : try TextRules.note(text.trimmed, field: field.rawValue)
        }
        guard condition != NewbornCondition() else { throw .nothingToRecord }
        return condition
    }

    /// Each thing that was found, in a few words.
    public var parts: [Phrase] {
        let temperature = temperatureTenths.map { "\($0 / 10).\($0 % 10)" }
        return [
            temperature.map { Phrase(en: "\($0) C", zhHans: "体温 \($0)") },
            oxygenSaturation.map { Phrase(en: "SpO2 \($0) %", zhHans: "血氧 \($0) %") },
        ].compactMap { $0 }
            + Field.allCases.compactMap { field in
                self[field].map {
                    Phrase(en: "\(field.label.en): \($0)", zhHans: "\(field.label.zhHans)：\($0)")
                }
            }
    }
}

/// A newborn's condition with when and by whom it was found.
public struct FoundCondition: Codable, Hashable, Sendable {
    public let condition: NewbornCondition
    public let at: Occurrence
    public let by: Badge?
}

/// How a newborn was found: its temperature, colour, skin, feeding, lines and what it was given.
public struct NewbornConditionFound: NewbornFact {
    public static let kind = "newbornConditionFound"
    public static let correctable: Set = ["condition", "reason"]
    public let newborn: NewbornID
    public let condition: NewbornCondition
    public let reason: String?

    public var summary: Phrase {
        Phrase(
            en: condition.parts.map(\.en).joined(separator: ", "),
            zhHans: condition.parts.map(\.zhHans).joined(separator: "，"))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby in
            baby.found = FoundCondition(condition: condition, at: stamp.occurred, by: stamp.staff)
        }
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        _ = try condition.checked()
    }
}

/// A band that was on a baby when it was handed over.
public struct WornBand: Codable, Hashable, Sendable {
    public let code: String
    public let limb: Limb?
}

extension Newborn {
    /// Adds a row to the register: with the mother's bed, the bands that are on, and what was found of the baby since
    /// it was taken over last.
    mutating func register(_ handover: Handover, bed: BedLabel?) {
        var row = handover
        row.bed = bed
        row.bands = attachedBands.map { WornBand(code: $0.code, limb: $0.limb) }
        row.found = found.flatMap { found in takenAt.map { found.at.isBefore($0) } == true ? nil : found }
        lastHandover = row
    }
}

/// `newborn.condition`: how the baby was found, before it is handed over; the row of the register keeps it.
public struct NoteCondition: WardCommand, NamesNewborn {
    public static let name = "newborn.condition"
    public static let summary = Phrase(
        en: "how a newborn was found, for the register", zhHans: "记录新生儿状况，供交接登记")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [
            CommandField("temperatureTenths", "integer \(TextRules.form(of: NewbornCondition.temperatureRange))"),
            CommandField("oxygenSaturation", "integer \(TextRules.form(of: NewbornCondition.saturationRange))"),
        ] + NewbornCondition.Field.allCases.map { CommandField($0.rawValue, "string") } + [
            CommandField("reason", "string")
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var temperatureTenths: Int?
    public var oxygenSaturation: Int?
    public var colour: String?
    public var skin: String?
    public var feeding: String?
    public var urine: String?
    public var stool: String?
    public var lines: String?
    public var medications: String?
    public var reason: String?

    public init(newborn: NewbornID, _ condition: NewbornCondition, reason: String? = nil) {
        self.newborn = newborn
        self.reason = reason
        temperatureTenths = condition.temperatureTenths
        oxygenSaturation = condition.oxygenSaturation
        (colour, skin, feeding) = (condition[.colour], condition[.skin], condition[.feeding])
        (urine, stool) = (condition[.urine], condition[.stool])
        (lines, medications) = (condition[.lines], condition[.medications])
    }

    private var condition: NewbornCondition {
        var condition = NewbornCondition()
        condition.temperatureTenths = temperatureTenths
        condition.oxygenSaturation = oxygenSaturation
        (condition[.colour], condition[.skin], condition[.feeding]) = (colour, skin, feeding)
        (condition[.urine], condition[.stool]) = (urine, stool)
        (condition[.lines], condition[.medications]) = (lines, medications)
        return condition
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        guard baby.outcome.raisesAlarms else { throw .notLive }
        let fact = NewbornConditionFound(newborn: baby.id, condition: try condition.checked(), reason: reason)
        return [context.draft(.admission(admission.id), fact)]
    }
}
