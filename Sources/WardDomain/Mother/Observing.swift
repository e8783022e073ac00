/// Something was observed in labour; only what was recorded is there.
public struct LabourObserved: AdmissionFact {
    public static let kind = "labourObserved"
    public static let correctable: Set = ["observation", "reason"]
    public let observation: LabourObservation
    public let reason: String?

    public var summary: Phrase {
        let parts = ObservationField.allCases.compactMap { field in observation.shortText(field).map { (field, $0) } }
        return Phrase(
            en: "observed: " + parts.map { "\($0.label.en) \($1.en)" }.joined(separator: ", "),
            zhHans: "观察：" + parts.map { "\($0.label.zhHans) \($1.zhHans)" }.joined(separator: "，"))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        for field in ObservationField.allCases where field.isRecorded(in: observation) {
            let isNewest = admission.observedAt[field].map { !stamp.occurred.isBefore($0) } ?? true
            guard isNewest else { continue }
            field.copy(from: observation, to: &admission.latest)
            admission.observedAt[field] = stamp.occurred
        }
        if let cervix = observation.cervix {
            admission.note(CervixFinding(centimetres: cervix, at: stamp.occurred))
        }
        if let loss = observation.bloodLossMillilitres {
            admission.totalBloodLossMillilitres = (admission.totalBloodLossMillilitres ?? 0) + loss
        }
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        try observation.check()
        for moment in [observation.membranesRupturedAt, observation.fullyDilatedAt].compactMap({ $0 }) {
            try WardRules.checkTyped(moment, context)
        }
    }
}

extension LabourObservation {
    /// One recorded value in words; nil where it was not recorded. Times are left to whoever knows the offset.
    public func shortText(_ field: ObservationField) -> Phrase? {
        switch field {
        case .liquor: return liquor?.label
        case .bloodLossMethod: return bloodLossMethod?.label
        case .placenta: return placenta?.label
        case .fundus: return fundus?.label
        case .note: return note.map { Phrase(en: $0, zhHans: $0) }
        case .membranesRupturedAt, .fullyDilatedAt:
            return field.isRecorded(in: self) ? Phrase(en: "recorded", zhHans: "已记录") : nil
        default:
            return field.number.flatMap { self[keyPath: $0] }.map(field.text).map { Phrase(en: $0, zhHans: $0) }
        }
    }
}

/// `labour.observe`: whatever was observed; at least one field.
public struct ObserveLabour: WardCommand, NamesMother {
    public static let name = "labour.observe"
    public static let summary = Phrase(en: "record an observation", zhHans: "记录产程观察")
    public static let permission = Permission.care
    public static let fields =
        motherFields
        + ObservationField.allCases.map { CommandField($0.rawValue, form(of: $0)) }
        + [CommandField("reason", "string")]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var observation: LabourObservation
    public var membranesRupturedAt: Timestamp?
    public var fullyDilatedAt: Timestamp?
    public var reason: String?

    public init(admission: AdmissionID, observation: LabourObservation, reason: String? = nil) {
        self.admission = admission
        self.observation = observation
        self.observation.membranesRupturedAt = nil
        self.observation.fullyDilatedAt = nil
        membranesRupturedAt = observation.membranesRupturedAt.map(Timestamp.moment)
        fullyDilatedAt = observation.fullyDilatedAt.map(Timestamp.moment)
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        try mother.checkHere(context)
        var checked = observation
        checked.membranesRupturedAt = try membranesRupturedAt?.moment(context, "membranesRupturedAt")
        checked.fullyDilatedAt = try fullyDilatedAt?.moment(context, "fullyDilatedAt")
        checked.note = checked.note?.unlessBlank
        try checked.check()
        return [context.draft(.admission(mother.id), LabourObserved(observation: checked, reason: reason))]
    }

    private static func form(of field: ObservationField) -> String {
        if let range = field.range { return "integer \(TextRules.form(of: range))" }
        switch field {
        case .liquor: return Liquor.codes
        case .bloodLossMethod: return LossMethod.codes
        case .placenta: return PlacentaState.codes
        case .fundus: return FundusState.codes
        case .note: return "string"
        default: return "time"
        }
    }
}

extension LabourObservation {
    /// Refuses an empty observation, and values that no command may record.
    func check() throws(Refusal) {
        guard ObservationField.allCases.contains(where: { $0.isRecorded(in: self) }) else { throw .nothingToRecord }
        for field in ObservationField.allCases {
            guard let number = field.number, let range = field.range else { continue }
            try TextRules.check(self[keyPath: number], range, field.rawValue)
        }
        if let systolic, let diastolic, diastolic >= systolic {
            throw .outOfRange(field: ObservationField.diastolic.rawValue, allowed: "< \(systolic)")
        }
        guard (bloodLossMillilitres == nil) == (bloodLossMethod == nil) else {
            throw .fieldMissing(bloodLossMethod == nil ? "bloodLossMethod" : "bloodLossMillilitres")
        }
        if let note { _ = try TextRules.note(note, field: "note") }
    }
}

/// The observation's fields stand beside the mother's in the JSON object.
extension ObserveLabour {
    private enum CodingKeys: String, CodingKey {
        case mrn, admission, label, membranesRupturedAt, fullyDilatedAt, reason
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        mrn = try container.decodeIfPresent(String.self, forKey: .mrn)
        admission = try container.decodeIfPresent(AdmissionID.self, forKey: .admission)
        label = try container.decodeIfPresent(String.self, forKey: .label)
        membranesRupturedAt = try container.decodeIfPresent(Timestamp.self, forKey: .membranesRupturedAt)
        fullyDilatedAt = try container.decodeIfPresent(Timestamp.self, forKey: .fullyDilatedAt)
        reason = try container.decodeIfPresent(String.self, forKey: .reason)
        observation = try LabourObservation(withoutTimesFrom: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try observation.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(mrn, forKey: .mrn)
        try container.encodeIfPresent(admission, forKey: .admission)
        try container.encodeIfPresent(label, forKey: .label)
        try container.encodeIfPresent(membranesRupturedAt, forKey: .membranesRupturedAt)
        try container.encodeIfPresent(fullyDilatedAt, forKey: .fullyDilatedAt)
        try container.encodeIfPresent(reason, forKey: .reason)
    }
}

extension LabourObservation {
    /// Reads everything but the two times, which a command may write as text.
    fileprivate init(withoutTimesFrom decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: ObservationField.self)
        self.init()
        for field in ObservationField.allCases {
            guard let number = field.number else { continue }
            self[keyPath: number] = try container.decodeIfPresent(Int.self, forKey: field)
        }
        liquor = try container.decodeIfPresent(Liquor.self, forKey: .liquor)
        bloodLossMethod = try container.decodeIfPresent(LossMethod.self, forKey: .bloodLossMethod)
        placenta = try container.decodeIfPresent(PlacentaState.self, forKey: .placenta)
        fundus = try container.decodeIfPresent(FundusState.self, forKey: .fundus)
        note = try container.decodeIfPresent(String.self, forKey: .note)
    }
}

extension ObservationField: CodingKey {}
