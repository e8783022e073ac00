/// The mother's cardiac arrest that a caesarean answers: its clock runs from the arrest, not from the decision.
public struct MaternalArrest: Codable, Hashable, Sendable {
    public let at: Occurrence
    /// True where the caesarean was done where she lay, and not in theatre; nil while nobody said.
    public let onTheSpot: Bool?
}

/// The mother's arrest was timed.
public struct ArrestNoted: CaesareanFact {
    public static let kind = "arrestNoted"
    public static let correctable: Set = ["onTheSpot", "reason"]
    public let run: CaesareanID
    public let onTheSpot: Bool?
    public let reason: String?

    public var summary: Phrase {
        let place = onTheSpot.map {
            $0 ? Phrase(en: ", on the spot", zhHans: "，就地手术") : Phrase(en: ", in theatre", zhHans: "，手术室手术")
        }
        return Phrase(
            en: "maternal cardiac arrest\(place?.en ?? "")", zhHans: "孕产妇心脏骤停\(place?.zhHans ?? "")")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            if let end = run.end, end.at.isBefore(stamp.occurred) { throw .impossible("the arrest lies after the end") }
            run.arrest = MaternalArrest(at: stamp.occurred, onTheSpot: onTheSpot ?? run.arrest?.onTheSpot)
        }
    }
}

/// `caesarean.arrest`: the mother's cardiac arrest at this time; the indication becomes MATARR.
public struct NoteArrest: WardCommand, NamesCaesarean {
    public static let name = "caesarean.arrest"
    public static let summary = Phrase(en: "time the mother's cardiac arrest", zhHans: "记录孕产妇心脏骤停时间")
    public static let permission = Permission.emergency
    public static let fields =
        caesareanFields + [CommandField("onTheSpot", "true|false"), CommandField("reason", "string")]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var onTheSpot: Bool?
    public var reason: String?

    public init(run: CaesareanID, onTheSpot: Bool? = nil, reason: String? = nil) {
        self.run = run
        self.onTheSpot = onTheSpot
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        if let end = run.end {
            guard end.ending == .delivered else { throw .caesareanEnded(end.ending) }
            guard !end.at.isBefore(context.occurred) else { throw .babyAlreadyBorn }
        }
        let stream = StreamID.admission(admission.id)
        let noted = context.draft(stream, ArrestNoted(run: run.id, onTheSpot: onTheSpot, reason: reason))
        let code = CaesareanRun.arrestIndication
        guard run.indication != code, context.rules.indication(code) != nil else { return [noted] }
        return [noted, context.draft(stream, IndicationGiven(run: run.id, indication: code))]
    }
}

extension CaesareanRun {
    /// The code of a mother's cardiac arrest among the indications (clinical reference 2.4).
    public static let arrestIndication = "MATARR"

    /// True for a caesarean at a mother's cardiac arrest: timed from the arrest, and reported apart.
    public var isForArrest: Bool { arrest != nil || indication == Self.arrestIndication }

    /// From the arrest to a milestone; nil while either has no time, and where the milestone came first.
    public func elapsedSinceArrest(to milestone: Milestone) -> Interval? {
        guard let arrest, let at = time(of: milestone), !at.isBefore(arrest.at) else { return nil }
        return arrest.at.interval(to: at)
    }

    /// What the casebook keeps of the arrest; nil for any other caesarean.
    public var arrestTimes: ArrestTimes? {
        guard isForArrest else { return nil }
        return ArrestTimes(
            toIncision: elapsedSinceArrest(to: .incision)?.seconds, toBirth: elapsedSinceArrest(to: .delivery)?.seconds,
            onTheSpot: arrest?.onTheSpot)
    }
}
