/// Another clock turned out to be the same caesarean: its times joined this run.
public struct CaesareansJoined: CaesareanFact {
    public static let kind = "caesareansJoined"
    public static let standsForEver = true
    public let run: CaesareanID
    /// The other run as it was.
    public let other: CaesareanRun
    public let from: AdmissionID
    public let reason: String?

    public var summary: Phrase { Phrase(en: "two clocks joined: one caesarean", zhHans: "两台计时合并为同一手术") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            if let end = run.end, end.at.isBefore(other.decidedAt) { throw .impossible("decided after the end") }
            run.absorb(other)
        }
        if let arrived = other.marks[.arrive] { admission.arriveInTheatre(arrived.at) }
    }
}

extension CaesareanRun {
    /// Takes in what another clock of the same caesarean recorded. The first decision stands; of two times the earlier.
    fileprivate mutating func absorb(_ other: CaesareanRun) {
        if other.decidedAt.isBefore(decidedAt) {
            decidedAt = other.decidedAt
            decidedPlace = other.decidedPlace ?? decidedPlace
            decidedReason = other.decidedReason ?? decidedReason
        }
        for grading in other.gradings where !gradings.contains(grading) {
            grade(grading.category, grading.at, target: grading.target)
        }
        marks.merge(other.marks) { mine, theirs in theirs.at.isBefore(mine.at) ? theirs : mine }
        notApplicable = notApplicable.union(other.notApplicable).subtracting(marks.keys)
        indication = indication ?? other.indication
        delays += other.delays.filter { delay in !delays.contains { $0.code == delay.code } }
        arrivals += other.arrivals.filter { arrival in
            !arrivals.contains { $0.badge == arrival.badge && $0.name == arrival.name }
        }
        calls += other.calls.filter { !calls.contains($0) }
        if let theirs = other.review { review = theirs.updated(by: review ?? CaesareanReview()) }
        arrest = arrest ?? other.arrest
        unsigned += other.unsigned.filter { !unsigned.contains($0) }
    }
}

/// `caesarean.join`: two clocks are one caesarean; this one goes into the other, times and all.
public struct JoinCaesareans: WardCommand, NamesCaesarean {
    public static let name = "caesarean.join"
    public static let summary = Phrase(en: "join two clocks of one caesarean", zhHans: "合并同一手术的两台计时")
    public static let permission = Permission.emergency
    public static let fields =
        caesareanFields + [CommandField("into", "id", required: true), CommandField("reason", "string")]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    /// The run that stays.
    public var into: CaesareanID
    public var reason: String?

    public init(run: CaesareanID, into: CaesareanID) {
        self.run = run
        self.into = into
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (source, run) = try caesarean(context)
        guard let (target, kept) = context.ward.caesarean(into) else { throw .caesareanUnknown }
        guard source.id != target.id else { throw .sameMother }
        if let end = run.end { throw .caesareanEnded(end.ending) }
        if let end = kept.end {
            guard end.ending == .delivered, !end.at.isBefore(run.decidedAt) else { throw .caesareanEnded(end.ending) }
        }
        let gone = CaesareanMovedAway(run: run.id, newborns: [], unsigned: [], to: target.id)
        let joined = CaesareansJoined(run: kept.id, other: run, from: source.id, reason: reason)
        let drafts = [
            context.draft(.admission(source.id), gone), context.draft(.admission(target.id), joined),
        ]
        guard source.wasAdmitted(by: run), source.newborns.isEmpty else { return drafts }
        var emptied = source
        emptied.runs.removeAll { $0.id == run.id }
        return drafts + (try MergeMother.drafts(source: emptied, target: target, context))
    }
}
