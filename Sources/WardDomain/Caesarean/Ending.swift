/// The decision was reversed: counted, never in the denominator.
public struct CaesareanStoodDown: CaesareanFact {
    public static let kind = "caesareanStoodDown"
    public static let correctable: Set = ["reason"]
    public let run: CaesareanID
    public let reason: String

    public var summary: Phrase { Phrase(en: "stood down: \(reason)", zhHans: "取消手术：\(reason)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            try run.finish(.stoodDown, stamp.occurred, reason)
        }
    }
}

/// The clock was started by mistake: void, not counted.
public struct CaesareanVoided: CaesareanFact {
    public static let kind = "caesareanVoided"
    public static let correctable: Set = ["reason"]
    public let run: CaesareanID
    public let reason: String

    public var summary: Phrase { Phrase(en: "void, started by mistake: \(reason)", zhHans: "误启动，作废：\(reason)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            try run.finish(.void, stamp.occurred, reason)
        }
    }
}

/// `caesarean.standDown`: the decision is reversed, with a reason.
public struct StandDownCaesarean: WardCommand, NamesCaesarean {
    public static let name = "caesarean.standDown"
    public static let summary = Phrase(en: "stand down: the decision is reversed", zhHans: "取消手术")
    public static let permission = Permission.emergency
    public static let fields = caesareanFields + [CommandField("reason", "string", required: true)]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var reason: String?

    public init(run: CaesareanID, reason: String) {
        self.run = run
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        if let end = run.end { throw .caesareanEnded(end.ending) }
        guard !context.occurred.isBefore(run.decidedAt) else { throw .milestoneBeforeDecision }
        let fact = CaesareanStoodDown(run: run.id, reason: try TextRules.reason(reason))
        return [context.draft(.admission(admission.id), fact)]
    }
}

/// `caesarean.void`: started by mistake; the run is not counted.
public struct VoidCaesarean: WardCommand, NamesCaesarean {
    public static let name = "caesarean.void"
    public static let summary = Phrase(en: "void: the clock was started by mistake", zhHans: "误启动，作废")
    public static let permission = Permission.emergency
    public static let fields = caesareanFields + [CommandField("reason", "string", required: true)]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var reason: String?

    public init(run: CaesareanID, reason: String) {
        self.run = run
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        if let end = run.end { throw .caesareanEnded(end.ending) }
        guard !context.occurred.isBefore(run.decidedAt) else { throw .milestoneBeforeDecision }
        let fact = CaesareanVoided(run: run.id, reason: try TextRules.reason(reason))
        return [context.draft(.admission(admission.id), fact)]
    }
}
