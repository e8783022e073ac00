/// An Apgar score was given, by sign or in total.
public struct ApgarScored: NewbornFact {
    public static let kind = "apgarScored"
    public static let correctable: Set = ["minute", "score", "reason"]
    public let newborn: NewbornID
    public let minute: Int
    public let score: ApgarScore
    public let reason: String?

    public var summary: Phrase {
        let total = score.total.map(String.init) ?? "-"
        return Phrase(en: "Apgar \(minute) min: \(total)", zhHans: "\(minute) 分钟Apgar评分：\(total)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { $0.apgar[minute] = score }
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        guard ApgarScore.minutes.contains(minute), score.isValid else { throw .apgarInvalid }
    }
}

/// `newborn.apgar`: a score by sign or in total.
public struct ScoreApgar: WardCommand, NamesNewborn {
    public static let name = "newborn.apgar"
    public static let summary = Phrase(en: "score Apgar", zhHans: "Apgar评分")
    public static let permission = Permission.emergency
    public static let fields =
        newbornFields + [
            CommandField("minute", "1|5|10|15|20", required: true), CommandField("appearance", "integer 0-2"),
            CommandField("pulse", "integer 0-2"), CommandField("grimace", "integer 0-2"),
            CommandField("activity", "integer 0-2"), CommandField("respiration", "integer 0-2"),
            CommandField("total", "integer 0-10"), CommandField("reason", "string"),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var minute: Int
    public var appearance: Int?
    public var pulse: Int?
    public var grimace: Int?
    public var activity: Int?
    public var respiration: Int?
    public var total: Int?
    public var reason: String?

    public init(newborn: NewbornID, minute: Int, score: ApgarScore, reason: String? = nil) {
        self.newborn = newborn
        self.minute = minute
        appearance = score.appearance
        pulse = score.pulse
        grimace = score.grimace
        activity = score.activity
        respiration = score.respiration
        total = score.totalOnly
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.outcome.wasLive else { throw .notLive }
        guard ApgarScore.minutes.contains(minute) else { throw .outOfRange(field: "minute", allowed: "1|5|10|15|20") }
        let score = ApgarScore(
            appearance: appearance, pulse: pulse, grimace: grimace, activity: activity, respiration: respiration,
            totalOnly: total)
        guard score.isValid else { throw .apgarInvalid }
        let scored = ApgarScored(newborn: baby.id, minute: minute, score: score, reason: reason)
        return [context.draft(.admission(admission.id), scored)]
    }
}
