/// Fields of the case review were filled in or changed.
public struct CaesareanReviewed: CaesareanFact {
    public static let kind = "caesareanReviewed"
    public static let correctable: Set = ["review"]
    public let run: CaesareanID
    /// Only what was said now.
    public let review: CaesareanReview

    public var summary: Phrase {
        let fields = Mirror(reflecting: review).children.count { "\($0.value)" != "nil" }
        return Phrase(en: "case review, \(fields) fields", zhHans: "病例回顾 \(fields) 项")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            run.review = (run.review ?? CaesareanReview()).updated(by: review)
        }
    }

    public func check(_ context: DecisionContext) throws(Refusal) { _ = try review.checked() }
}

/// `caesarean.review`: what the case review asks, in one act; what is left out stays as it was.
public struct ReviewCaesarean: WardCommand, NamesCaesarean {
    public static let name = "caesarean.review"
    public static let summary = Phrase(en: "fill in the case review", zhHans: "填写病例回顾")
    public static let permission = Permission.care
    public static let backDating = BackDating.free
    public static let fields =
        caesareanFields + [
            CommandField("decidingDoctor", "badge or name"),
            CommandField("place", DecisionPlace.codes),
            CommandField("fetalHeartRate", "integer 0-300"), CommandField("cervix", "integer 0-10"),
            CommandField("surgeon", "badge or name"), CommandField("anaesthetist", "badge or name"),
            CommandField("anaesthesia", AnaesthesiaMethod.codes),
            CommandField("convertedTo", AnaesthesiaMethod.codes),
            CommandField("consent", ConsentGiver.codes),
            CommandField("consentName", "string"), CommandField("familyTold", "true|false"),
            CommandField("bloodLossMillilitres", "integer 0-20000"),
            CommandField("bloodLossMethod", BloodLossMethod.codes),
            CommandField("motherOutcome", MotherOutcome.codes),
            CommandField("motherNote", "string"),
        ]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var review: CaesareanReview

    public init(run: CaesareanID, review: CaesareanReview) {
        self.run = run
        self.review = review
    }

    private enum CodingKeys: String, CodingKey {
        case run, mrn, admission, label
    }

    /// The review's fields stand beside the run's, as a person writes them.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        run = try container.decodeIfPresent(CaesareanID.self, forKey: .run)
        mrn = try container.decodeIfPresent(String.self, forKey: .mrn)
        admission = try container.decodeIfPresent(AdmissionID.self, forKey: .admission)
        label = try container.decodeIfPresent(String.self, forKey: .label)
        review = try CaesareanReview(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(run, forKey: .run)
        try container.encodeIfPresent(mrn, forKey: .mrn)
        try container.encodeIfPresent(admission, forKey: .admission)
        try container.encodeIfPresent(label, forKey: .label)
        try review.encode(to: encoder)
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        guard run.end?.ending != .void else { throw .caesareanEnded(.void) }
        let news = try review.checked()
        let whole = (run.review ?? CaesareanReview()).updated(by: news)
        guard !news.isEmpty, whole != run.review else { throw .nothingToRecord }
        try whole.checkWhole()
        return [context.draft(.admission(admission.id), CaesareanReviewed(run: run.id, review: news))]
    }
}
