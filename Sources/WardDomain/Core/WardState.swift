/// Everything that is open on the ward now, folded from the ledger.
public struct WardState: Hashable, Sendable {
    public private(set) var plan = WardPlan()
    public private(set) var roster = Roster()
    public private(set) var admissions: [AdmissionID: Admission] = [:]
    public private(set) var checklists: [ChecklistID: ChecklistRun] = [:]
    public private(set) var findings: [FindingID: Finding] = [:]
    public private(set) var kitChecks: [KitCheckID: KitCheck] = [:]

    public private(set) var headCounts: [HeadCountID: HeadCount] = [:]
    /// In whose story somebody wears a band with each code.
    private var stories: [String: AdmissionID] = [:]

    public init() {}

    /// The state of a stream; nil when it is not open.
    public subscript(stream: StreamID) -> StreamState? {
        switch stream {
        case .ward: .ward(plan)
        case .roster: .roster(roster)
        case .admission(let id): admissions[id].map(StreamState.admission)
        case .drill(let id), .response(let id): checklists[id].map(StreamState.checklist)
        case .finding(let id): findings[id].map(StreamState.finding)
        case .kitCheck(let id): kitChecks[id].map(StreamState.kitCheck)
        case .headCount(let id): headCounts[id].map(StreamState.headCount)
        case .rhythm, .shift: nil
        case .access: .access
        }
    }

    /// Puts a stream's state in place, or lets it go when it is closed (unless `keepingClosed`, for one decision).
    public mutating func put(_ state: StreamState, keepingClosed: Bool = false) {
        let kept = state.isOpen || keepingClosed
        switch state {
        case .ward(let plan): self.plan = plan
        case .roster(let roster): self.roster = roster
        case .admission(let admission): put(admission, kept: kept)
        case .checklist(let run): checklists[run.id] = kept ? run : nil
        case .finding(let finding): findings[finding.id] = kept ? finding : nil
        case .kitCheck(let check): kitChecks[check.id] = kept ? check : nil
        case .headCount(let count): headCounts[count.id] = kept ? count : nil
        case .rhythm, .shift, .access: break
        }
    }

    /// A code of somebody who is here goes before the same code in a stay that is over.
    private mutating func put(_ admission: Admission, kept: Bool) {
        let known = admissions[admission.id]?.wornCodes ?? []
        for code in known where stories[code] == admission.id { stories[code] = nil }
        admissions[admission.id] = kept ? admission : nil
        guard kept else { return }
        for code in admission.wornCodes where admission.isOpen || stories[code] == nil {
            stories[code] = admission.id
        }
    }

    /// Whose band a code is now.
    public func wearer(of code: String) -> BandWearer? {
        guard let story = stories[code].flatMap({ admissions[$0] }) else { return nil }
        if story.band?.code == code { return .mother(story) }
        return story.newborn(wearing: code).map { .newborn(story, $0) }
    }

    /// Takes in an entry that is not a correction; the ledger refolds those from the stream's entries.
    ///
    /// - Throws: `FoldFault.needsRefold` also for an entry of a story that is closed, and so not at hand.
    public mutating func apply(_ entry: Entry) throws(FoldFault) {
        guard var state = self[entry.stream] ?? opening(entry) else { throw .needsRefold }
        try state.apply(entry)
        put(state)
    }

    /// The empty story that an entry begins; nil when the entry begins none.
    private func opening(_ entry: Entry) -> StreamState? {
        switch entry.fact {
        case is MotherAdmitted, is NewbornAdmitted, is ChecklistStarted, is FindingOpened, is RhythmHeld,
            is KitCheckBegun, is KitSealChecked, is KitCaredFor, is KitPosted, is HeadCountStarted, is GroupHandedOver,
            is ShiftHandedOver:
            StreamState(empty: entry.stream)
        default: nil
        }
    }
}
