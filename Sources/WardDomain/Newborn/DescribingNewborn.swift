/// What was found of a newborn after the birth was recorded: sex, weight, length, clamps, features, its own name.
public struct NewbornDescribed: NewbornFact {
    public static let kind = "newbornDescribed"
    public static let correctable: Set = ["sex", "weightGrams", "details", "reason"]
    public let newborn: NewbornID
    public let sex: NewbornSex?
    public let weightGrams: Int?
    public let reason: String?
    public var details: NewbornDetails?

    public var summary: Phrase {
        let weight = weightGrams.map { Phrase(en: "\($0) g", zhHans: "\($0) g") }
        let parts = [sex?.label, weight].compactMap { $0 } + (details?.parts ?? [])
        return Phrase(
            en: parts.map(\.en).joined(separator: ", "), zhHans: parts.map(\.zhHans).joined(separator: "，"))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby in
            baby.sex = sex ?? baby.sex
            baby.weightGrams = weightGrams ?? baby.weightGrams
            details?.fold(into: &baby)
        }
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        try TextRules.check(weightGrams, RecordBirth.weightRange, "weightGrams")
    }
}

/// `newborn.describe`: what the birth was recorded without or with a wrong one, and the name that the family registers.
public struct DescribeNewborn: WardCommand, NamesNewborn {
    public static let name = "newborn.describe"
    public static let summary = Phrase(
        en: "record a newborn's sex, weight, length, clamps, features or registered name",
        zhHans: "补记新生儿性别、体重、身长、脐带夹、特征或登记姓名")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [
            CommandField("sex", NewbornSex.codes),
            CommandField("weightGrams", "integer \(TextRules.form(of: RecordBirth.weightRange))"),
        ] + NewbornDetails.fields + [CommandField("reason", "string")]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var sex: NewbornSex?
    public var weightGrams: Int?
    public var lengthMillimetres: Int?
    public var cordClamps: Int?
    public var features: String?
    public var registeredName: String?
    public var number: String?
    public var reason: String?

    public init(
        newborn: NewbornID, sex: NewbornSex? = nil, weightGrams: Int? = nil, details: NewbornDetails = NewbornDetails(),
        reason: String? = nil
    ) {
        self.newborn = newborn
        self.sex = sex
        self.weightGrams = weightGrams
        lengthMillimetres = details.lengthMillimetres
        cordClamps = details.cordClamps
        features = details.features
        registeredName = details.registeredName
        number = details.number
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        try TextRules.check(weightGrams, RecordBirth.weightRange, "weightGrams")
        let details = try NewbornDetails(
            lengthMillimetres: lengthMillimetres, cordClamps: cordClamps, features: features,
            registeredName: registeredName, number: number
        ).checked(order: baby.order)
        try context.ward.checkFree(childsNumber: details?.number, of: baby.id, mother: admission.id)
        var described = baby
        described.sex = sex ?? baby.sex
        described.weightGrams = weightGrams ?? baby.weightGrams
        details?.fold(into: &described)
        guard described != baby else { throw .nothingToRecord }
        let fact = NewbornDescribed(
            newborn: baby.id, sex: sex, weightGrams: weightGrams, reason: reason, details: details)
        return [context.draft(.admission(admission.id), fact)]
    }
}
