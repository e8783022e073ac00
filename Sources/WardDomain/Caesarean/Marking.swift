/// A milestone was reached at this entry's time; marked anew, the newest mark counts.
public struct MilestoneMarked: CaesareanFact {
    public static let kind = "milestoneMarked"
    public static let correctable: Set = ["reason"]
    public let run: CaesareanID
    public let milestone: Milestone
    public let reason: String?

    public var summary: Phrase { milestone.label }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        var replaced: CaesareanRun.Mark?
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            guard !stamp.occurred.isBefore(run.decidedAt) else {
                throw .impossible("\(milestone.rawValue) lies before the decision")
            }
            replaced = run.marks[milestone]
            run.marks[milestone] = CaesareanRun.Mark(at: stamp.occurred, staff: stamp.staff, reason: reason)
            run.notApplicable.remove(milestone)
        }
        guard milestone == .arrive else { return }
        if let replaced { admission.leaveTheatre(arrivedAt: replaced.at) }
        admission.arriveInTheatre(stamp.occurred)
    }
}

/// A milestone does not come in this run.
public struct MilestoneNotApplicable: CaesareanFact {
    public static let kind = "milestoneNotApplicable"
    public let run: CaesareanID
    public let milestone: Milestone

    public var summary: Phrase {
        Phrase(en: "\(milestone.label.en): not applicable", zhHans: "\(milestone.label.zhHans)：不适用")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            guard run.marks[milestone] == nil else { throw .impossible("\(milestone.rawValue) is marked") }
            run.notApplicable.insert(milestone)
        }
    }
}

/// A mark was taken back, with a reason; the mark stays readable in the ledger.
public struct MilestoneStruck: CaesareanFact {
    public static let kind = "milestoneStruck"
    public let run: CaesareanID
    public let milestone: Milestone
    public let reason: String

    public var summary: Phrase {
        Phrase(en: "\(milestone.label.en) taken back: \(reason)", zhHans: "撤销\(milestone.label.zhHans)：\(reason)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        var struck: CaesareanRun.Mark?
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            guard let mark = run.marks[milestone] else {
                throw .impossible("\(milestone.rawValue) is not marked")
            }
            struck = mark
            run.marks[milestone] = nil
        }
        if milestone == .arrive, let struck { admission.leaveTheatre(arrivedAt: struck.at) }
    }
}

/// Where somebody was, since when, and when that was last said.
struct PlaceKnown: Codable, Hashable {
    let place: MotherPlace
    let since: Occurrence?
    let saidAt: Occurrence?
}

extension Admission {
    /// The mark of her arrival puts her in theatre, unless she has been moved since.
    mutating func arriveInTheatre(_ at: Occurrence) {
        let before = PlaceKnown(place: place, since: placeSince, saidAt: saidAt[.place])
        guard place == .ward || place == .theatre, takesNewest(.place, at) else { return }
        placeBeforeTheatre = before
        place = .theatre
        placeSince = at
    }

    /// The mark of her arrival was a mistake: she is where she was before it, unless she has been moved since. A story
    /// that was merged in an older form does not say where: then on the ward.
    mutating func leaveTheatre(arrivedAt: Occurrence) {
        guard place == .theatre, placeSince == arrivedAt else { return }
        let before = placeBeforeTheatre
        place = before?.place ?? .ward
        placeSince = before?.since
        saidAt[.place] = before?.saidAt
        placeBeforeTheatre = nil
    }
}

/// `caesarean.mark`: a milestone now, at a time, or not applicable. The decision's own time is set by DECISION.
public struct MarkMilestone: WardCommand, NamesCaesarean {
    public static let name = "caesarean.mark"
    public static let summary = Phrase(en: "mark a milestone", zhHans: "标记节点")
    public static let permission = Permission.emergency
    public static let fields =
        caesareanFields + [
            CommandField("milestone", Milestone.codes, required: true),
            CommandField("notApplicable", "true"), CommandField("reason", "string"),
        ]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var milestone: Milestone
    public var notApplicable: Bool?
    public var reason: String?

    public init(run: CaesareanID, milestone: Milestone, notApplicable: Bool? = nil, reason: String? = nil) {
        self.run = run
        self.milestone = milestone
        self.notApplicable = notApplicable
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        guard milestone != .delivery else { throw .milestoneIsBirth }
        if let end = run.end, end.ending != .delivered { throw .caesareanEnded(end.ending) }
        let stream = StreamID.admission(admission.id)
        if milestone == .decision { return [context.draft(stream, try retiming(run, context))] }
        let isMarked = run.marks[milestone] != nil
        if notApplicable == true {
            guard !isMarked else { throw .milestoneAlreadyMarked }
            return [context.draft(stream, MilestoneNotApplicable(run: run.id, milestone: milestone))]
        }
        guard !context.occurred.isBefore(run.decidedAt) else { throw .milestoneBeforeDecision }
        let isDeliberate = context.occurred.derived || reason?.isBlank == false
        guard !isMarked || isDeliberate else { throw .milestoneAlreadyMarked }
        if run.breaksOrder(milestone, at: context.occurred), reason?.isBlank != false { throw .outOfOrder(milestone) }
        return [context.draft(stream, MilestoneMarked(run: run.id, milestone: milestone, reason: reason))]
    }

    private func retiming(_ run: CaesareanRun, _ context: DecisionContext) throws(Refusal) -> DecisionRetimed {
        guard notApplicable != true else { throw .milestoneIsDecision }
        if let first = run.firstAfterDecision, first.isBefore(context.occurred) { throw .milestoneBeforeDecision }
        return DecisionRetimed(run: run.id, reason: try TextRules.reason(reason))
    }
}

/// `caesarean.strike`: takes a mark back, with a reason.
public struct StrikeMilestone: WardCommand, NamesCaesarean {
    public static let name = "caesarean.strike"
    public static let summary = Phrase(en: "take a milestone back", zhHans: "撤销节点")
    public static let permission = Permission.emergency
    public static let fields =
        caesareanFields + [
            CommandField("milestone", Milestone.codes, required: true),
            CommandField("reason", "string", required: true),
        ]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var milestone: Milestone
    public var reason: String?

    public init(run: CaesareanID, milestone: Milestone, reason: String) {
        self.run = run
        self.milestone = milestone
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        guard milestone != .decision else { throw .milestoneIsDecision }
        guard milestone != .delivery else { throw .milestoneIsBirth }
        guard run.marks[milestone] != nil else { throw .milestoneNotMarked }
        let struck = MilestoneStruck(run: run.id, milestone: milestone, reason: try TextRules.reason(reason))
        return [context.draft(.admission(admission.id), struck)]
    }
}
