/// Where a caesarean was decided.
public enum DecisionPlace: String, Codable, CaseIterable, Sendable {
    case labourWard, ward, emergencyDepartment, clinic, icu

    public var label: Phrase {
        switch self {
        case .labourWard: Phrase(en: "labour ward", zhHans: "产房")
        case .ward: Phrase(en: "ward", zhHans: "病房")
        case .emergencyDepartment: Phrase(en: "emergency department", zhHans: "急诊")
        case .clinic: Phrase(en: "clinic", zhHans: "门诊")
        case .icu: Phrase(en: "ICU", zhHans: "重症监护室")
        }
    }

    /// What a place of the house means here; nil where it means none of these.
    init?(_ place: Place?) {
        switch place {
        case .deliveryRoom: self = .labourWard
        case .ward, .postnatal: self = .ward
        case .emergency: self = .emergencyDepartment
        default: return nil
        }
    }
}

/// How a caesarean was made painless.
public enum AnaesthesiaMethod: String, Codable, CaseIterable, Sendable {
    case spinal, epidural, combinedSpinalEpidural, general, local

    public var label: Phrase {
        switch self {
        case .spinal: Phrase(en: "spinal", zhHans: "腰麻")
        case .epidural: Phrase(en: "epidural", zhHans: "硬膜外")
        case .combinedSpinalEpidural: Phrase(en: "combined spinal-epidural", zhHans: "腰硬联合")
        case .general: Phrase(en: "general", zhHans: "全身麻醉")
        case .local: Phrase(en: "local", zhHans: "局部浸润")
        }
    }
}

/// Who consented. Where no opinion can be had in an emergency, an officer whom the hospital authorised may approve the
/// operation (Civil Code of the PRC, art. 1220).
public enum ConsentGiver: String, Codable, CaseIterable, Sendable {
    case herself, relative, refused, authorisedOfficer

    public var label: Phrase {
        switch self {
        case .herself: Phrase(en: "herself", zhHans: "本人")
        case .relative: Phrase(en: "relative", zhHans: "近亲属")
        case .refused: Phrase(en: "refused", zhHans: "拒绝")
        case .authorisedOfficer:
            Phrase(en: "authorised hospital officer (Civil Code 1220)", zhHans: "授权负责人批准（民法典1220条）")
        }
    }

    /// Whether it must be said who that was.
    public var needsName: Bool { self == .relative || self == .authorisedOfficer }
}

/// How a volume of blood was found.
public enum BloodLossMethod: String, Codable, CaseIterable, Sendable {
    case measured, estimated

    public var label: Phrase {
        switch self {
        case .measured: Phrase(en: "measured", zhHans: "称量")
        case .estimated: Phrase(en: "estimated", zhHans: "估计")
        }
    }
}

/// How the mother was after the operation.
public enum MotherOutcome: String, Codable, CaseIterable, Sendable {
    case well, complication, icu, transferred, died

    public var label: Phrase {
        switch self {
        case .well: Phrase(en: "well", zhHans: "平稳")
        case .complication: Phrase(en: "complication", zhHans: "并发症")
        case .icu: Phrase(en: "ICU", zhHans: "转入ICU")
        case .transferred: Phrase(en: "transferred", zhHans: "转院")
        case .died: Phrase(en: "died", zhHans: "死亡")
        }
    }
}

/// What the case review asks of a run; whatever is nil is not recorded. People are a badge, or a name as typed.
public struct CaesareanReview: Codable, Hashable, Sendable {
    public var decidingDoctor: String?
    public var place: DecisionPlace?
    /// Beats a minute at the decision.
    public var fetalHeartRate: Int?
    /// Centimetres at the decision, 0-10.
    public var cervix: Int?
    public var surgeon: String?
    public var anaesthetist: String?
    public var anaesthesia: AnaesthesiaMethod?
    /// What the anaesthesia was converted to; nil where it was not, or nobody said.
    public var convertedTo: AnaesthesiaMethod?
    public var consent: ConsentGiver?
    /// Which relative or officer.
    public var consentName: String?
    public var familyTold: Bool?
    public var bloodLossMillilitres: Int?
    public var bloodLossMethod: BloodLossMethod?
    public var motherOutcome: MotherOutcome?
    public var motherNote: String?

    public init() {}

    var isEmpty: Bool { self == CaesareanReview() }

    /// What is newly known laid over what was known.
    func updated(by news: CaesareanReview) -> CaesareanReview {
        var merged = self
        merged.decidingDoctor = news.decidingDoctor ?? decidingDoctor
        merged.place = news.place ?? place
        merged.fetalHeartRate = news.fetalHeartRate ?? fetalHeartRate
        merged.cervix = news.cervix ?? cervix
        merged.surgeon = news.surgeon ?? surgeon
        merged.anaesthetist = news.anaesthetist ?? anaesthetist
        merged.anaesthesia = news.anaesthesia ?? anaesthesia
        merged.convertedTo = news.convertedTo ?? convertedTo
        merged.consent = news.consent ?? consent
        // The name belongs to the consent that it came with.
        merged.consentName = news.consent == nil ? news.consentName ?? consentName : news.consentName
        merged.familyTold = news.familyTold ?? familyTold
        merged.bloodLossMillilitres = news.bloodLossMillilitres ?? bloodLossMillilitres
        merged.bloodLossMethod = news.bloodLossMethod ?? bloodLossMethod
        merged.motherOutcome = news.motherOutcome ?? motherOutcome
        merged.motherNote = news.motherNote ?? motherNote
        return merged
    }

    /// Ranges, lengths, and what can only be said together.
    func checked() throws(Refusal) -> CaesareanReview {
        try TextRules.check(fetalHeartRate, 0...300, "fetalHeartRate")
        try TextRules.check(cervix, 0...10, "cervix")
        try TextRules.check(bloodLossMillilitres, 0...20000, "bloodLossMillilitres")
        var clean = self
        clean.decidingDoctor = try TextRules.name(decidingDoctor, field: "decidingDoctor")
        clean.surgeon = try TextRules.name(surgeon, field: "surgeon")
        clean.anaesthetist = try TextRules.name(anaesthetist, field: "anaesthetist")
        clean.consentName = try TextRules.name(consentName, field: "consentName")
        if let motherNote { clean.motherNote = try TextRules.note(motherNote, field: "motherNote") }
        return clean
    }

    /// What one field alone would leave half said: a volume without its method, an officer without a name.
    func checkWhole() throws(Refusal) {
        guard (bloodLossMillilitres == nil) == (bloodLossMethod == nil) else {
            throw .fieldMissing(bloodLossMethod == nil ? "bloodLossMethod" : "bloodLossMillilitres")
        }
        guard consent?.needsName != true || consentName != nil else { throw .fieldMissing("consentName") }
        guard convertedTo == nil || anaesthesia != nil else { throw .fieldMissing("anaesthesia") }
        guard convertedTo == nil || convertedTo != anaesthesia else {
            throw .outOfRange(field: "convertedTo", allowed: "!= anaesthesia")
        }
    }
}

extension CaesareanRun {
    /// Where it was decided: as the review says, else as the decision itself said; nil while neither did.
    public var placeOfDecision: DecisionPlace? { review?.place ?? DecisionPlace(decidedPlace) }
}
