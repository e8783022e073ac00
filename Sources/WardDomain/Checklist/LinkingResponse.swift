/// A real response was found to be for a mother, a baby, or for another one than was thought. Its times stay.
public struct ResponseLinked: ChecklistFact {
    public static let kind = "responseLinked"
    public let admission: AdmissionID
    public let newborn: NewbornID?
    public let reason: String?

    public var summary: Phrase {
        newborn == nil
            ? Phrase(en: "response is for this mother", zhHans: "应急响应对象：本孕产妇")
            : Phrase(en: "response is for this mother's baby", zhHans: "应急响应对象：本孕产妇的新生儿")
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard !run.isDrill else { throw .impossible("a drill touches no mother") }
        run.admission = admission
        run.newborn = newborn
    }
}

/// Whom a real response is for.
struct ResponsePatient: Hashable, Sendable {
    let admission: AdmissionID
    /// Her baby, where the response is for the baby.
    let newborn: NewbornID?
}

extension NamesNewborn {
    /// Whether a mother or a baby is named at all.
    var namesSomebody: Bool { namesMother || newborn != nil || band != nil || order != nil }

    /// The mother, and her baby where a baby is named.
    func patient(_ context: DecisionContext) throws(Refusal) -> ResponsePatient {
        guard newborn != nil || band != nil || order != nil else {
            return ResponsePatient(admission: try mother(context).id, newborn: nil)
        }
        let (admission, baby) = try baby(context)
        return ResponsePatient(admission: admission.id, newborn: baby.id)
    }
}

/// `response.link`: a real response is for this mother or baby, or for another one than was thought. Its times stay.
public struct LinkResponse: WardCommand, NamesChecklist, NamesNewborn {
    typealias Kind = Response
    public static let name = "response.link"
    public static let summary = Phrase(en: "say whom a real response is for", zhHans: "确认应急响应对象")
    public static let permission = Permission.emergency
    public static let fields =
        [CommandField("run", "id", required: true)] + newbornFields + [CommandField("reason", "string")]

    public var run: ChecklistID
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var newborn: NewbornID?
    public var band: String?
    public var order: Int?
    public var reason: String?

    public init(run: ChecklistID, admission: AdmissionID?, newborn: NewbornID? = nil, reason: String? = nil) {
        self.run = run
        self.admission = admission
        self.newborn = newborn
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { [.checklist(run, .response)] + motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let run = try checklist(context, finished: true)
        let patient = try patient(context)
        guard run.admission != patient.admission || run.newborn != patient.newborn else { throw .nothingToRecord }
        if run.admission != nil, reason?.isBlank != false { throw .reasonNeeded }
        let linked = ResponseLinked(
            admission: patient.admission, newborn: patient.newborn, reason: try reason.map(TextRules.reason))
        return [context.draft(run.stream, linked)]
    }
}
