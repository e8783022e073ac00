/// What is recorded of a newborn beside sex and weight.
public struct NewbornDetails: Codable, Hashable, Sendable {
    /// 200-700.
    public var lengthMillimetres: Int?
    public var cordClamps: Int?
    public var features: String?
    public var registeredName: String?
    /// The child's own hospital number.
    public var number: String?

    public init(
        lengthMillimetres: Int? = nil, cordClamps: Int? = nil, features: String? = nil, registeredName: String? = nil,
        number: String? = nil
    ) {
        self.lengthMillimetres = lengthMillimetres
        self.cordClamps = cordClamps
        self.features = features
        self.registeredName = registeredName
        self.number = number
    }

    static let lengthRange = 200...700
    static let fields = [
        CommandField("lengthMillimetres", "integer \(TextRules.form(of: lengthRange))"),
        CommandField("cordClamps", "integer 1-9, the birth order"), CommandField("features", "string"),
        CommandField("registeredName", "string"), CommandField("number", "string"),
    ]

    /// The details with texts trimmed; nil where there are none.
    func checked(order: Int) throws(Refusal) -> NewbornDetails? {
        var details = self
        try TextRules.check(lengthMillimetres, Self.lengthRange, "lengthMillimetres")
        try CordClamps.check(cordClamps, order: order)
        details.features = features?.isBlank == false ? try TextRules.note(features ?? "", field: "features") : nil
        details.registeredName = try TextRules.name(registeredName, field: "registeredName")
        details.number = try TextRules.name(number.map(TextRules.number), field: "number")
        return details == NewbornDetails() ? nil : details
    }

    /// What is newly known laid over what was known.
    func fold(into baby: inout Newborn) {
        baby.lengthMillimetres = lengthMillimetres ?? baby.lengthMillimetres
        baby.cordClamps = cordClamps ?? baby.cordClamps
        baby.features = features ?? baby.features
        baby.registeredName = registeredName ?? baby.registeredName
        baby.number = number ?? baby.number
    }

    /// Each detail in a few words.
    var parts: [Phrase] {
        [
            lengthMillimetres.map { Phrase(en: "\($0) mm", zhHans: "身长 \($0) mm") },
            cordClamps.map { Phrase(en: "\($0) cord clamps", zhHans: "脐带夹 \($0) 枚") },
            registeredName.map { Phrase(en: "registered as \($0)", zhHans: "登记姓名 \($0)") },
            number.map { Phrase(en: "no. \($0)", zhHans: "住院号 \($0)") },
            features.map { Phrase(en: $0, zhHans: $0) },
        ].compactMap { $0 }
    }
}

extension WardState {
    /// Refuses a hospital number for a child that another child here has, or a mother who is not its own: the band prints
    /// it as one of two identifiers (ID-7).
    func checkFree(childsNumber number: String?, of newborn: NewbornID?, mother: AdmissionID?) throws(Refusal) {
        guard let number else { return }
        let isAnothers = newbornsHere.contains { $0.newborn.number == number && $0.newborn.id != newborn }
        let isAnotherMothers = admission(mrn: number).map { $0.id != mother } ?? false
        guard !isAnothers, !isAnotherMothers else { throw .numberInUse(number) }
    }
}

/// The clamps on a cord say the order of birth: one for twin I, two for twin II, three for three (NPSA, V).
enum CordClamps {
    static func check(_ count: Int?, order: Int) throws(Refusal) {
        guard let count, count != order else { return }
        throw .cordClampsDisagree(expected: order)
    }
}
