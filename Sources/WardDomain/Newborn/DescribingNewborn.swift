/// What was found of a newborn after the birth was recorded: the sex, the weight.
public struct NewbornDescribed: NewbornFact {
    public static let kind = "newbornDescribed"
    public let newborn: NewbornID
    public let sex: NewbornSex?
    public let weightGrams: Int?
    public let reason: String?

    public var summary: Phrase {
        let weight = weightGrams.map { "\($0) g" }
        return Phrase(
            en: [sex?.label.en, weight].compactMap { $0 }.joined(separator: ", "),
            zhHans: [sex?.label.zhHans, weight].compactMap { $0 }.joined(separator: "，"))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby in
            baby.sex = sex ?? baby.sex
            baby.weightGrams = weightGrams ?? baby.weightGrams
        }
    }
}

/// `newborn.describe`: the sex or the weight, where the birth was recorded without it or with a wrong one.
public struct DescribeNewborn: WardCommand, NamesNewborn {
    public static let name = "newborn.describe"
    public static let summary = Phrase(en: "record a newborn's sex or weight", zhHans: "补记新生儿性别或体重")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [
            CommandField("sex", NewbornSex.allCases.map(\.rawValue).joined(separator: "|")),
            CommandField("weightGrams", "integer \(TextRules.form(of: RecordBirth.weightRange))"),
            CommandField("reason", "string"),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var sex: NewbornSex?
    public var weightGrams: Int?
    public var reason: String?

    public init(newborn: NewbornID, sex: NewbornSex? = nil, weightGrams: Int? = nil, reason: String? = nil) {
        self.newborn = newborn
        self.sex = sex
        self.weightGrams = weightGrams
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        try TextRules.check(weightGrams, RecordBirth.weightRange, "weightGrams")
        guard (sex ?? baby.sex) != baby.sex || (weightGrams ?? baby.weightGrams) != baby.weightGrams else {
            throw .nothingToRecord
        }
        let fact = NewbornDescribed(newborn: baby.id, sex: sex, weightGrams: weightGrams, reason: reason)
        return [context.draft(.admission(admission.id), fact)]
    }
}
