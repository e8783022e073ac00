/// `entry.correct`: strikes out an earlier entry, or replaces its time or some of its fields at its original place.
public struct CorrectEntry: WardCommand {
    public static let name = "entry.correct"
    public static let summary = Phrase(en: "correct an earlier entry", zhHans: "更正记录")
    public static let permission = Permission.own
    public static let fields = [
        CommandField("entry", "id", required: true), CommandField("reason", "string", required: true),
        CommandField("strike", "true"), CommandField("newTime", "time"), CommandField("change", "object of fields"),
    ]

    public var entry: EntryID
    public var reason: String?
    public var strike: Bool?
    public var newTime: Timestamp?
    /// The payload's fields that change; null takes a field away.
    public var change: [String: JSONValue]?

    public init(
        entry: EntryID, reason: String, strike: Bool? = nil, newTime: Moment? = nil, change: [String: JSONValue]? = nil
    ) {
        self.entry = entry
        self.reason = reason
        self.strike = strike
        self.newTime = newTime.map(Timestamp.moment)
        self.change = change
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        [.stream(of: entry)]
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let entries = context.answers.streams[entry] ?? []
        guard let target = entries.first(where: { $0.stamp.id == entry }) else { throw .entryUnknown }
        try checkMayCorrect(target, entries, context)
        let correction = EntryCorrected(
            target: entry, reason: try TextRules.reason(reason), payload: try payload(of: target),
            occurred: try newTime?.moment(context).occurrence(context), struck: strike == true)
        guard correction.struck || correction.payload != nil || correction.occurred != nil else {
            throw .nothingToRecord
        }
        let draft = context.draft(target.stream, correction)
        try checkStillFolds(entries + [draft.provisionalEntry(context)], target.stream)
        return [draft]
    }

    private func checkMayCorrect(
        _ target: Entry, _ entries: [Entry], _ context: DecisionContext
    ) throws(Refusal) {
        switch target.fact {
        case is EntryCorrected, is MotherMerged, is StoryAbsorbed, is CaesareanMovedAway, is CaesareanMovedHere,
            is any AccessFact,
            is HandoverMismatched, is MismatchCleared, is EntriesSigned:
            throw .notCorrectable
        default: break
        }
        let struck = entries.contains { ($0.fact as? EntryCorrected).map { $0.target == entry && $0.struck } ?? false }
        guard !struck else { throw .entryAlreadyStruck }
        guard let staff = target.stamp.staff, staff != context.by else { return }
        guard context.actor?.role.may(.clearMismatch) == true else { throw .notYourEntry }
    }

    private func payload(of target: Entry) throws(Refusal) -> String? {
        guard let change, strike != true else { return nil }
        do {
            return try FactKinds.changed(target.fact, by: change)
        } catch {
            throw .codeUnknown(field: "change", code: "\(change.keys.sorted().joined(separator: ", "))")
        }
    }

    private func checkStillFolds(_ entries: [Entry], _ stream: StreamID) throws(Refusal) {
        var state = StreamState(empty: stream)
        let resolved: [Entry]
        do {
            resolved = try Corrections.resolved(entries)
        } catch {
            throw .codeUnknown(field: "change", code: "\(error)")
        }
        for entry in resolved {
            do throws(FoldFault) {
                try state.apply(entry)
            } catch {
                throw .correctionImpossible(entry: "\(entry.fact.summary.en) (\(entry.stamp.id))")
            }
        }
    }
}

extension Moment {
    fileprivate func occurrence(_ context: DecisionContext) -> Occurrence {
        Occurrence(typed: self, reckonedFrom: context.now)
    }
}

extension Draft {
    fileprivate func provisionalEntry(_ context: DecisionContext) -> Entry {
        let stamp = EntryStamp(
            id: EntryID(context.id, ordinal: 1), occurred: occurred, recorded: context.now, terminal: context.terminal,
            staff: context.by, origin: context.origin)
        return Entry(sequence: .max, stream: stream, stamp: stamp, fact: fact)
    }
}
