/// Somebody signed for entries that had been recorded by nobody signed in.
public struct EntriesSigned: Fact, AdmissionFact, ChecklistFact {
    public static let kind = "entriesSigned"
    public static let standsForEver = true
    public let entries: [EntryID]

    public var summary: Phrase {
        Phrase(en: "signed for \(entries.count)", zhHans: "补签 \(entries.count) 条")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        for index in admission.runs.indices {
            admission.runs[index].unsigned.removeAll(where: entries.contains)
        }
        admission.unsigned.removeAll(where: entries.contains)
        guard admission.unsigned.isEmpty, let signer = stamp.staff else { return }
        for index in admission.newborns.indices {
            admission.newborns[index].standIn(signer)
        }
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        guard !run.isDrill else { throw .impossible("nothing in a drill waits for a signature") }
        run.unsigned.removeAll(where: entries.contains)
    }
}

extension Newborn {
    /// True when it is not known who has the baby, or who rushed it away.
    fileprivate var awaitsSigner: Bool {
        if case .unsigned = custody.custodian { return true }
        return pendingMove.map { $0.movedBy == nil } ?? false
    }

    /// Whoever signs takes the place of the one who was not known.
    fileprivate mutating func standIn(_ signer: Badge) {
        if case .unsigned = custody.custodian {
            custody = Custody(
                custodian: .staff(signer), place: custody.place, since: custody.since,
                expectedBack: custody.expectedBack)
        }
        if let move = pendingMove, move.movedBy == nil {
            pendingMove = PendingMove(place: move.place, since: move.since, movedBy: signer)
        }
    }
}

/// `entry.sign`: signs for whatever is unsigned in a mother's story, or in a response.
public struct SignEntries: WardCommand, NamesMother {
    public static let name = "entry.sign"
    public static let summary = Phrase(en: "sign for what was recorded unsigned", zhHans: "补签未签名记录")
    public static let permission = Permission.own
    public static let fields =
        motherFields + [CommandField("response", "id")]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var response: ChecklistID?

    public init(admission: AdmissionID) {
        self.admission = admission
    }

    public init(response: ChecklistID) {
        self.response = response
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        if let response {
            guard let run = context.ward.checklists[response] else { throw .checklistUnknown }
            guard !run.unsigned.isEmpty else { throw .nothingUnsigned }
            return [context.draft(run.stream, EntriesSigned(entries: run.unsigned))]
        }
        let mother = try mother(context)
        let entries = mother.runs.flatMap(\.unsigned) + mother.unsigned
        guard !entries.isEmpty else { throw .nothingUnsigned }
        try Self.checkMayStandIn(for: mother.newborns, context)
        return [context.draft(.admission(mother.id), EntriesSigned(entries: entries))]
    }

    /// Whoever signs for an unsigned birth or move has the baby from then on: only a role that may have one signs it.
    private static func checkMayStandIn(for newborns: [Newborn], _ context: DecisionContext) throws(Refusal) {
        guard newborns.contains(where: \.awaitsSigner), let role = context.actor?.role else { return }
        guard role.may(.custody) else { throw .notAllowed(role) }
    }
}
