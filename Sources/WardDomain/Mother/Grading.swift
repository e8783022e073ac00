/// Her risk was graded. Infectious disease stands beside the colour and never hides it.
public struct RiskGraded: AdmissionFact {
    public static let kind = "riskGraded"
    public static let correctable: Set = ["grade", "infectious", "factors", "reason"]
    public let grade: RiskGrade
    public let infectious: Bool?
    public let factors: [String]
    public let reason: String?

    public var summary: Phrase {
        let purple = infectious == true ? RiskGrade.infectiousMark : Phrase(en: "", zhHans: "")
        return Phrase(
            en: "risk \(grade.rawValue)\(purple.en)" + factors.map { ", \($0)" }.joined(),
            zhHans: "风险\(grade.mark.zhHans)\(purple.zhHans)" + factors.map { "，\($0)" }.joined())
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        if admission.takesNewest(.risk, stamp.occurred) {
            admission.risk = grade
            admission.riskFactors = factors
        }
        if let infectious, admission.takesNewest(.infectious, stamp.occurred) { admission.infectious = infectious }
    }
}

/// `risk.grade`: one of four colours, and infectious or not beside it. A lower one than before needs a reason.
public struct GradeRisk: WardCommand, NamesMother {
    public static let name = "risk.grade"
    public static let summary = Phrase(en: "grade a mother's risk", zhHans: "妊娠风险分级")
    public static let permission = Permission.grade
    public static let fields =
        motherFields + [
            CommandField("grade", RiskGrade.codes, required: true),
            CommandField("infectious", "true|false"), CommandField("factors", "array of string"),
            CommandField("reason", "string"),
        ]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var grade: RiskGrade
    public var infectious: Bool?
    public var factors: [String]?
    public var reason: String?

    public init(admission: AdmissionID, grade: RiskGrade, infectious: Bool?, factors: [String], reason: String? = nil) {
        self.admission = admission
        self.grade = grade
        self.infectious = infectious
        self.factors = factors
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        try mother.checkHere(context)
        var checked: [String] = []
        for factor in factors ?? [] where !factor.isBlank {
            checked.append(try TextRules.note(factor, field: "factors"))
        }
        let reason = try reason?.unlessBlank.map { text throws(Refusal) in try TextRules.reason(text) }
        if let before = mother.risk, let said = mother.saidAt[.risk], grade < before,
            !context.occurred.isBefore(said), reason == nil
        {
            throw .riskLoweredWithoutReason(before)
        }
        return [
            context.draft(
                .admission(mother.id),
                RiskGraded(grade: grade, infectious: infectious, factors: checked, reason: reason))
        ]
    }
}
