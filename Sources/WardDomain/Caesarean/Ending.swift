/// The decision was reversed: counted, never in the denominator.
public struct CaesareanStoodDown: AdmissionFact {
    public static let kind = "caesareanStoodDown"
    public let run: CaesareanID
    public let reason: String

    public var summary: Phrase { Phrase(en: "stood down: \(reason)", zhHans: "取消手术：\(reason)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            guard run.isRunning else { throw .impossible("the run has ended") }
            run.end = CaesareanRun.End(ending: .stoodDown, at: stamp.occurred, reason: reason)
        }
    }
}

/// The clock was started by mistake: void, not counted.
public struct CaesareanVoided: AdmissionFact {
    public static let kind = "caesareanVoided"
    public let run: CaesareanID
    public let reason: String

    public var summary: Phrase { Phrase(en: "void, started by mistake: \(reason)", zhHans: "误启动，作废：\(reason)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            guard run.isRunning else { throw .impossible("the run has ended") }
            run.end = CaesareanRun.End(ending: .void, at: stamp.occurred, reason: reason)
        }
    }
}

/// The run belongs to another mother and went on there.
public struct CaesareanMovedAway: AdmissionFact {
    public static let kind = "caesareanMovedAway"
    public let run: CaesareanID
    public let newborns: [NewbornID]
    public let to: AdmissionID

    public var summary: Phrase { Phrase(en: "clock moved to the right mother", zhHans: "计时移至正确的孕产妇") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        admission.runs.removeAll { $0.id == run }
        admission.newborns.removeAll { newborns.contains($0.id) }
    }
}

/// A run came here from the admission it had been started for; its times stay.
public struct CaesareanMovedHere: AdmissionFact {
    public static let kind = "caesareanMovedHere"
    public let run: CaesareanRun
    public let newborns: [Newborn]
    public let from: AdmissionID

    public var summary: Phrase { Phrase(en: "clock moved here", zhHans: "计时移入") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard admission.runs.allSatisfy({ $0.id != run.id }) else { throw .impossible("the run \(run.id) is here") }
        admission.runs.append(run)
        admission.newborns += newborns
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
    public var reason: String?

    public init(run: CaesareanID, reason: String) {
        self.run = run
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        if let end = run.end { throw .caesareanEnded(end.ending) }
        var drafts = [
            context.draft(.admission(admission.id), CaesareanVoided(run: run.id, reason: try TextRules.reason(reason)))
        ]
        if admission.isOnlyACaesarean {
            drafts.append(context.draft(.admission(admission.id), MotherDeparted(to: .home, keepsBed: false)))
        }
        return drafts
    }
}

extension Admission {
    /// True for a woman whom only the start of a clock admitted: nobody knows more of her.
    var isOnlyACaesarean: Bool {
        !identity.isNamed && identity.mrn == nil && newborns.isEmpty && runs.count == 1 && bed == nil
            && observedAt.isEmpty && risk == nil
    }
}

/// `caesarean.move`: the clock belongs to another mother; it goes there with the babies born in it, times and all.
public struct MoveCaesarean: WardCommand, NamesCaesarean {
    public static let name = "caesarean.move"
    public static let summary = Phrase(en: "move a clock to the right mother", zhHans: "将计时移至正确的孕产妇")
    public static let permission = Permission.emergency
    public static let fields =
        caesareanFields + [CommandField("toMrn", "string"), CommandField("to", "id")]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var toMrn: String?
    public var to: AdmissionID?

    public init(run: CaesareanID, to: AdmissionID) {
        self.run = run
        self.to = to
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (source, run) = try caesarean(context)
        let target = try context.ward.mother(mrn: toMrn, admission: to, label: nil)
        if !source.identity.isNamed { return try MergeMother.drafts(source: source, target: target, context) }
        guard source.id != target.id else { throw .sameMother }
        if run.isRunning, let running = target.runningCaesarean { throw .caesareanAlreadyRunning(running.id) }
        let babies = source.newborns.filter { $0.mode == .caesarean && !$0.bornAt.isBefore(run.decidedAt) }
        guard babies.isEmpty || target.newborns.isEmpty else { throw .mergeWouldMixBabies }
        return [
            context.draft(
                .admission(source.id), CaesareanMovedAway(run: run.id, newborns: babies.map(\.id), to: target.id)),
            context.draft(.admission(target.id), CaesareanMovedHere(run: run, newborns: babies, from: source.id)),
        ]
    }
}
