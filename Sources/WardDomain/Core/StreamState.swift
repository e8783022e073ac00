/// The folded state of one stream.
public enum StreamState: Hashable, Sendable {
    case ward(WardPlan)
    case roster(Roster)
    case admission(Admission)
    case checklist(ChecklistRun)
    case finding(Finding)
    case rhythm(HeldRhythm)
    case kitCheck(KitCheck)
    case headCount(HeadCount)
    case shift(ShiftRecord)
    /// The access log folds to nothing.
    case access

    /// The version of the folded form; an older stored one is thrown away and folded anew.
    public static let schema = 13

    /// The state of a stream before its first entry.
    public init(empty stream: StreamID) {
        switch stream {
        case .ward: self = .ward(WardPlan())
        case .roster: self = .roster(Roster())
        case .admission(let id): self = .admission(Admission(id: id))
        case .drill(let id): self = .checklist(ChecklistRun(id: id, nature: .drill))
        case .response(let id): self = .checklist(ChecklistRun(id: id, nature: .response))
        case .finding(let id): self = .finding(Finding(id: id))
        case .rhythm(let id): self = .rhythm(HeldRhythm(id: id))
        case .kitCheck(let id): self = .kitCheck(KitCheck(id: id))
        case .headCount(let id): self = .headCount(HeadCount(id: id))
        case .shift(let id): self = .shift(ShiftRecord(id: id))
        case .access: self = .access
        }
    }

    /// The state after a stream's entries, corrections in their places.
    ///
    /// - Parameter each: is shown every entry that counts, and the state behind it.
    /// - Throws: `UnfoldableStory`, naming the entry that can't follow those before it.
    public init(
        folding entries: [Entry], of stream: StreamID, each: (Entry, StreamState) -> Void = { _, _ in }
    ) throws(UnfoldableStory) {
        self.init(empty: stream)
        var next: Entry?
        do throws(FoldFault) {
            for entry in try Corrections.resolved(entries) {
                next = entry
                try apply(entry)
                each(entry, self)
            }
        } catch {
            throw UnfoldableStory(entry: next, fault: error)
        }
        guard case .admission(var admission) = self else { return }
        admission.rememberStruckBands(entries)
        self = .admission(admission)
    }

    /// Takes in one more entry.
    ///
    /// - Throws: `FoldFault.needsRefold` for a correction, other faults when the entry can't follow.
    public mutating func apply(_ entry: Entry) throws(FoldFault) {
        switch (self, entry.fact) {
        case (_, is EntryCorrected): throw .needsRefold
        case (.ward(var plan), let fact as any WardPlanFact):
            try fact.fold(into: &plan, entry.stamp)
            self = .ward(plan)
        case (.roster(var roster), let fact as any RosterFact):
            try fact.fold(into: &roster, entry.stamp)
            self = .roster(roster)
        case (.admission(var admission), let fact as any AdmissionFact):
            try admission.take(fact, entry.stamp)
            self = .admission(admission)
        case (.checklist(var run), let fact as any ChecklistFact):
            try run.take(fact, entry.stamp)
            self = .checklist(run)
        case (.finding(var finding), let fact as any FindingFact):
            try fact.fold(into: &finding, entry.stamp)
            self = .finding(finding)
        case (.rhythm(var held), let fact as any RhythmFact):
            try fact.fold(into: &held, entry.stamp)
            self = .rhythm(held)
        case (.kitCheck(var check), let fact as any KitFact):
            try fact.fold(into: &check, entry.stamp)
            self = .kitCheck(check)
        case (.headCount(var count), let fact as any HeadCountFact):
            try fact.fold(into: &count, entry.stamp)
            self = .headCount(count)
        case (.shift(var record), let fact as any ShiftFact):
            try fact.fold(into: &record, entry.stamp)
            self = .shift(record)
        case (.access, is any AccessFact): break
        default: throw .wrongStream(kind: type(of: entry.fact).kind, stream: entry.stream.rawValue)
        }
    }

    /// False when the story is over: a closed stream leaves the memory of every terminal.
    public var isOpen: Bool {
        switch self {
        case .ward, .roster: true
        case .admission(let admission): admission.isOpen
        case .checklist(let run): run.isOpen
        case .finding(let finding): finding.isOpen
        case .kitCheck(let check): check.isOpen
        case .headCount(let count): count.isOpen
        case .rhythm, .shift, .access: false
        }
    }
}
