/// Her plan line was written anew; an empty one takes the old away.
public struct PlanWritten: AdmissionFact {
    public static let kind = "planWritten"
    public static let correctable: Set = ["text"]
    public let text: String?

    public var summary: Phrase { Phrase(en: "plan: \(text ?? "-")", zhHans: "计划：\(text ?? "-")") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        if admission.takesNewest(.plan, stamp.occurred) { admission.planLine = text }
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        if let text { _ = try TextRules.note(text, field: "text") }
    }
}

/// What runs or was stopped: epidural, oxytocin.
public struct TherapyRecorded: AdmissionFact {
    public static let kind = "therapyRecorded"
    public static let correctable: Set = ["epidural", "oxytocin", "reason"]
    public let epidural: TherapyState?
    public let oxytocin: TherapyState?
    public let reason: String?

    public var summary: Phrase {
        let parts = [("epidural", "硬膜外镇痛", epidural), ("oxytocin", "缩宫素", oxytocin)].compactMap { part in
            part.2.map { (en: "\(part.0) \($0.label.en)", zhHans: "\(part.1)\($0.label.zhHans)") }
        }
        return Phrase(en: parts.map(\.en).joined(separator: ", "), zhHans: parts.map(\.zhHans).joined(separator: "，"))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        if let epidural, admission.takesNewest(.epidural, stamp.occurred) { admission.epidural = epidural }
        if let oxytocin, admission.takesNewest(.oxytocin, stamp.occurred) { admission.oxytocin = oxytocin }
    }
}

/// Somebody took charge of her.
public struct ChargeTaken: AdmissionFact {
    public static let kind = "chargeTaken"
    public static let correctable: Set = ["staff"]
    public let staff: Badge

    public var summary: Phrase { Phrase(en: "in charge: \(staff)", zhHans: "负责人：\(staff)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        if admission.takesNewest(.charge, stamp.occurred) { admission.inCharge = staff }
    }

    public func check(_ context: DecisionContext) throws(Refusal) { _ = try context.atWork(staff) }
}

/// `mother.plan`: one free line.
public struct WritePlan: WardCommand, NamesMother {
    public static let name = "mother.plan"
    public static let summary = Phrase(en: "write the plan line", zhHans: "填写计划")
    public static let permission = Permission.care
    public static let fields =
        motherFields + [CommandField("text", "string", required: true)]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var text: String

    public init(admission: AdmissionID, text: String) {
        self.admission = admission
        self.text = text
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        let text = try TextRules.note(text.trimmed, field: "text")
        guard text != mother.planLine ?? "" else { throw .nothingToRecord }
        return [context.draft(.admission(mother.id), PlanWritten(text: text.isEmpty ? nil : text))]
    }
}

/// `labour.therapy`: epidural and oxytocin, each running, stopped or none.
public struct RecordTherapy: WardCommand, NamesMother {
    public static let name = "labour.therapy"
    public static let summary = Phrase(en: "record epidural and oxytocin", zhHans: "记录硬膜外镇痛与缩宫素")
    public static let permission = Permission.care
    private static let states = TherapyState.codes
    public static let fields =
        motherFields + [
            CommandField("epidural", states), CommandField("oxytocin", states),
            CommandField("reason", "string"),
        ]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var epidural: TherapyState?
    public var oxytocin: TherapyState?
    public var reason: String?

    public init(admission: AdmissionID, epidural: TherapyState?, oxytocin: TherapyState?, reason: String? = nil) {
        self.admission = admission
        self.epidural = epidural
        self.oxytocin = oxytocin
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        try mother.checkHere(context)
        guard epidural != nil || oxytocin != nil else { throw .nothingToRecord }
        let fact = TherapyRecorded(epidural: epidural, oxytocin: oxytocin, reason: reason)
        return [context.draft(.admission(mother.id), fact)]
    }
}

/// `mother.assign`: who is in charge of her.
public struct TakeCharge: WardCommand, NamesMother {
    public static let name = "mother.assign"
    public static let summary = Phrase(en: "say who is in charge", zhHans: "指定负责人")
    public static let permission = Permission.care
    public static let fields =
        motherFields + [CommandField("staff", "badge", required: true)]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var staff: Badge

    public init(admission: AdmissionID, staff: Badge) {
        self.admission = admission
        self.staff = staff
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        _ = try context.atWork(staff)
        return [context.draft(.admission(mother.id), ChargeTaken(staff: staff))]
    }
}
