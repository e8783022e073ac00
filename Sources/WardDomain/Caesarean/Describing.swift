/// The category was given or changed.
public struct CategoryGiven: CaesareanFact {
    public static let kind = "categoryGiven"
    public static let correctable: Set = ["category", "reason"]
    public let run: CaesareanID
    public let category: CaesareanCategory
    public let reason: String?
    /// Seconds that the library in force gave for the category.
    public let target: Int?

    public var summary: Phrase { category.label }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            guard !stamp.occurred.isBefore(run.decidedAt) else {
                throw .impossible("the category lies before the decision")
            }
            run.grade(category, stamp.occurred, target: target)
        }
    }
}

/// The indication was given or changed.
public struct IndicationGiven: CaesareanFact {
    public static let kind = "indicationGiven"
    public static let correctable: Set = ["indication"]
    public let run: CaesareanID
    public let indication: String

    public var summary: Phrase { Phrase(en: "indication \(indication)", zhHans: "适应证 \(indication)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in run.indication = indication }
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        guard context.rules.indication(indication) != nil else {
            throw .codeUnknown(field: "indication", code: indication)
        }
    }
}

/// A reason for delay was given.
public struct DelayGiven: CaesareanFact {
    public static let kind = "delayGiven"
    public static let correctable: Set = ["code", "text"]
    public let run: CaesareanID
    public let code: String
    public let text: String?

    public var summary: Phrase {
        let text = text.map { " \($0)" } ?? ""
        return Phrase(en: "delay \(code)\(text)", zhHans: "延误原因 \(code)\(text)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            run.delays.removeAll { $0.code == code }
            run.delays.append(CaesareanRun.Delay(code: code, text: text))
        }
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        guard let term = context.rules.delayReason(code) else { throw .codeUnknown(field: "delay", code: code) }
        guard !term.needsText || text?.isBlank == false else { throw .fieldMissing("text") }
    }
}

/// `caesarean.category`: 1 to 4.
public struct GiveCategory: WardCommand, NamesCaesarean {
    public static let name = "caesarean.category"
    public static let summary = Phrase(en: "give or change the category", zhHans: "设定紧急度类别")
    public static let permission = Permission.emergency
    public static let fields =
        caesareanFields + [CommandField("category", "integer 1-4", required: true), CommandField("reason", "string")]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var category: CaesareanCategory
    public var reason: String?

    public init(run: CaesareanID, category: CaesareanCategory, reason: String? = nil) {
        self.run = run
        self.category = category
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        guard run.end?.ending != .void else { throw .caesareanEnded(.void) }
        guard run.category != category else { throw .sameCategory }
        guard !context.occurred.isBefore(run.decidedAt) else { throw .milestoneBeforeDecision }
        let given = CategoryGiven(
            run: run.id, category: category, reason: reason, target: context.rules.target(of: category))
        return [context.draft(.admission(admission.id), given)]
    }
}

/// `caesarean.indication`: a code of the library.
public struct GiveIndication: WardCommand, NamesCaesarean {
    public static let name = "caesarean.indication"
    public static let summary = Phrase(en: "give the indication", zhHans: "填写适应证")
    public static let permission = Permission.emergency
    public static let fields = caesareanFields + [CommandField("indication", "code", required: true)]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var indication: String

    public init(run: CaesareanID, indication: String) {
        self.run = run
        self.indication = indication
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        guard context.rules.indication(indication) != nil else {
            throw .codeUnknown(field: "indication", code: indication)
        }
        guard run.indication != indication else { throw .nothingToRecord }
        return [context.draft(.admission(admission.id), IndicationGiven(run: run.id, indication: indication))]
    }
}

/// `caesarean.delay`: a delay code, with free text where the code asks for it.
public struct GiveDelay: WardCommand, NamesCaesarean {
    public static let name = "caesarean.delay"
    public static let summary = Phrase(en: "give a reason for delay", zhHans: "填写延误原因")
    public static let permission = Permission.emergency
    public static let fields =
        caesareanFields + [CommandField("delay", "code", required: true), CommandField("text", "string")]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var delay: String
    public var text: String?

    public init(run: CaesareanID, delay: String, text: String? = nil) {
        self.run = run
        self.delay = delay
        self.text = text
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        guard let term = context.rules.delayReason(delay) else { throw .codeUnknown(field: "delay", code: delay) }
        let text = text?.unlessBlank
        guard !term.needsText || text != nil else { throw .fieldMissing("text") }
        if let text { _ = try TextRules.note(text, field: "text") }
        return [context.draft(.admission(admission.id), DelayGiven(run: run.id, code: delay, text: text))]
    }
}
