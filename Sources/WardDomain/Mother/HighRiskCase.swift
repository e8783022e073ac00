/// What is done for a high-risk case, each once: 国卫妇幼发〔2018〕9号, annex 1, article 5 (clinical reference 1, R5).
public enum HighRiskStep: String, Codable, CaseIterable, Sendable {
    case found, registered, reported, managed, treated

    public var label: Phrase {
        switch self {
        case .found: Phrase(en: "found", zhHans: "发现")
        case .registered: Phrase(en: "registered", zhHans: "登记")
        case .reported: Phrase(en: "reported", zhHans: "报告")
        case .managed: Phrase(en: "managed", zhHans: "管理")
        case .treated: Phrase(en: "treated", zhHans: "救治")
        }
    }
}

/// That one step of a high-risk case was done, when, and by whom it was recorded.
public struct HighRiskTick: Codable, Hashable, Sendable {
    public let step: HighRiskStep
    public let at: Occurrence
    public let by: Badge?
}

extension Admission {
    /// Orange, red or infectious: a case of its own care (clinical reference 1, R4). A grade that nobody gave makes none.
    public var isHighRiskCase: Bool {
        risk.map { $0 >= .orange } == true || infectious == true
    }

    /// The steps that nobody has recorded; empty where she is no high-risk case.
    public var highRiskGap: [HighRiskStep] {
        isHighRiskCase ? HighRiskStep.allCases.filter { step in !highRiskTicks.contains { $0.step == step } } : []
    }

    /// By when her grade is to be reported, counted from its newest word; nil where the library names no time, and once
    /// it is reported.
    public func riskReportDue(_ rules: ClinicalRules) -> (moment: Moment, source: Source)? {
        guard highRiskGap.contains(.reported), let grade = risk, let graded = saidAt[.risk],
            let limit = rules.riskReports[grade]
        else { return nil }
        return (graded.moment.advanced(seconds: limit.seconds), limit.source)
    }
}

/// A step of her high-risk case was done.
public struct HighRiskStepDone: AdmissionFact {
    public static let kind = "highRiskStepDone"
    public static let correctable: Set = ["step", "note"]
    public let step: HighRiskStep
    public let note: String?

    public var summary: Phrase {
        Phrase(
            en: "high-risk case \(step.label.en)" + (note.map { ": \($0)" } ?? ""),
            zhHans: "高危专案：已\(step.label.zhHans)" + (note.map { "，\($0)" } ?? ""))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        admission.highRiskTicks.append(HighRiskTick(step: step, at: stamp.occurred, by: stamp.staff))
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        if let note { _ = try TextRules.note(note, field: "note") }
    }
}

/// `risk.step`: one of the five steps of a high-risk case was done.
public struct TickHighRiskStep: WardCommand, NamesMother {
    public static let name = "risk.step"
    public static let summary = Phrase(en: "a step of a high-risk case is done", zhHans: "高危专案步骤已完成")
    public static let permission = Permission.grade
    public static let fields =
        motherFields + [
            CommandField("step", HighRiskStep.codes, required: true), CommandField("note", "string"),
        ]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var step: HighRiskStep
    public var note: String?

    public init(admission: AdmissionID, step: HighRiskStep, note: String? = nil) {
        self.admission = admission
        self.step = step
        self.note = note
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        try mother.checkAdmitted(context)
        guard mother.isHighRiskCase else { throw .noHighRiskCase }
        guard mother.highRiskGap.contains(step) else { throw .highRiskStepDone(step) }
        let note = try note?.unlessBlank.map { note throws(Refusal) in try TextRules.note(note, field: "note") }
        return [context.draft(.admission(mother.id), HighRiskStepDone(step: step, note: note))]
    }
}
