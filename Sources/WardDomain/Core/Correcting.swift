/// `entry.correct`: strikes out an earlier entry, or replaces its time or some of its fields at its original place.
public struct CorrectEntry: WardCommand {
    public static let name = "entry.correct"
    public static let summary = Phrase(en: "correct an earlier entry", zhHans: "更正记录")
    public static let permission = Permission.own
    public static let fields = [
        CommandField("entry", "id", required: true), CommandField("reason", "string", required: true),
        CommandField("strike", "true"), CommandField("newTime", "time"),
        CommandField("change", "object of fields; which, by the kind of the entry, is listed below"),
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
        let known = context.answers.streams[entry] ?? []
        guard let stream = known.first(where: { $0.stamp.id == entry })?.stream else { throw .entryUnknown }
        let entries = known.filter { $0.stream == stream }
        guard let target = try resolved(entries).first(where: { $0.stamp.id == entry }) else {
            throw entries.contains { $0.isCorrection(of: entry) } ? .entryAlreadyStruck : .notCorrectable
        }
        try checkMayCorrect(target, entries, context)
        guard strike != true || !known.restOnBand(of: target) else { throw .notCorrectable }
        guard strike != true || !isReceiver(of: target, context.by) else { throw .receiverStrikes }
        let draft = context.draft(stream, try correction(of: target, context))
        let corrected = entries + [draft.provisionalEntry(context)]
        try checkStillFits(corrected, stream, context)
        try checkKeepsPromise(of: entries, in: corrected)
        return [draft] + (try carriedOn(from: corrected, of: stream, known, context))
    }

    private func correction(of target: Entry, _ context: DecisionContext) throws(Refusal) -> EntryCorrected {
        let reason = try TextRules.reason(reason)
        guard strike != true else {
            guard !(target.fact is StaffAdded) else { throw .notCorrectable }
            return EntryCorrected(target: entry, reason: reason, payload: nil, occurred: nil, struck: true)
        }
        let time = try newTime?.moment(context, "newTime").occurrence(context)
        let fact = try changed(target, at: time, context)
        guard fact != nil || time != nil else { throw .nothingToRecord }
        return EntryCorrected(
            target: entry, reason: reason, payload: try fact.map { fact throws(Refusal) in try text(of: fact) },
            occurred: time, struck: false)
    }

    /// The fact as it should have been; nil when only its time changes.
    private func changed(
        _ target: Entry, at time: Occurrence?, _ context: DecisionContext
    ) throws(Refusal) -> (any Fact)? {
        if change == nil, let time, let admitted = target.fact as? MotherAdmitted { return admitted.moved(to: time) }
        guard let change else { return nil }
        let fixed = change.keys.filter { !type(of: target.fact).correctable.contains($0) }.sorted()
        guard fixed.isEmpty else { throw .codeUnknown(change: fixed, of: type(of: target.fact)) }
        let fact: any Fact
        do {
            fact = try FactKinds.changed(target.fact, by: change)
        } catch {
            throw .codeUnknown(field: "change", code: change.keys.sorted().joined(separator: ", "))
        }
        try fact.check(context)
        return try text(of: fact) == text(of: target.fact) ? nil : fact
    }

    func text(of fact: any Fact) throws(Refusal) -> String {
        do {
            return try FactKinds.encode(fact)
        } catch {
            throw .codeUnknown(field: "change", code: "\(error)")
        }
    }

    func resolved(_ entries: [Entry]) throws(Refusal) -> [Entry] {
        do throws(FoldFault) {
            return try Corrections.resolved(entries)
        } catch {
            throw .codeUnknown(field: "change", code: "\(error)")
        }
    }

    /// The state of a story; refused where a correction makes a later entry impossible.
    func folded(_ entries: [Entry], of stream: StreamID) throws(Refusal) -> StreamState {
        do throws(UnfoldableStory) {
            return try StreamState(folding: entries, of: stream)
        } catch {
            guard let entry = error.entry else { throw .codeUnknown(field: "change", code: "\(error.fault)") }
            throw .correctionImpossible(entry)
        }
    }

    /// Whoever took a baby does not give it back by her own word: the giver, or somebody in charge, strikes the handover.
    private func isReceiver(of target: Entry, _ by: Badge?) -> Bool {
        guard let handover = target.fact as? HandoverCompleted, let by else { return false }
        return handover.receiver == .staff(by)
    }

    private func checkMayCorrect(
        _ target: Entry, _ entries: [Entry], _ context: DecisionContext
    ) throws(Refusal) {
        guard !type(of: target.fact).standsForEver, !entries.hasGoneElsewhere(target.fact) else {
            throw .notCorrectable
        }
        if target.stamp.staff == context.by { return }
        let isUnsigned = target.stamp.staff == nil
        let needed: Permission =
            switch target.stream {
            case .roster: .staff
            case .ward: .ward
            default: isUnsigned ? .care : .clearMismatch
            }
        guard context.actor?.role.may(needed) == true else { throw .notYourEntry }
    }

    /// The story must fold with the correction in its place, and must not take another's bed or number.
    func checkStillFits(
        _ entries: [Entry], _ stream: StreamID, _ context: DecisionContext
    ) throws(Refusal) {
        guard case .admission(let admission) = try folded(entries, of: stream) else { return }
        if let bed = admission.bed { try context.ward.checkFree(bed, except: admission.id) }
        if let mrn = admission.identity.mrn, admission.isOpen, let other = context.ward.admission(mrn: mrn),
            other.id != admission.id
        {
            throw .numberInUse(mrn)
        }
    }
}

extension Entry {
    /// Whether it may be corrected or struck out at all: an act that stands for ever, and what is kept of access, may not.
    public var isCorrectable: Bool { !type(of: fact).standsForEver && !(fact is any AccessFact) }
}

extension [Entry] {
    /// Whether what a fact is about went on in another story: what was carried over is not changed by a correction here.
    fileprivate func hasGoneElsewhere(_ fact: any Fact) -> Bool {
        contains { entry in
            guard let moved = entry.fact as? CaesareanMovedAway else { return false }
            if let caesarean = fact as? any CaesareanFact { return caesarean.run == moved.run }
            if let newborn = fact as? any NewbornFact { return moved.newborns.contains(newborn.newborn) }
            return false
        }
    }
}

extension Entry {
    fileprivate func isCorrection(of entry: EntryID) -> Bool {
        (fact as? EntryCorrected)?.target == entry
    }
}

extension Moment {
    fileprivate func occurrence(_ context: DecisionContext) -> Occurrence {
        Occurrence(typed: self, reckonedFrom: context.now)
    }
}

extension Draft {
    /// The entry that a draft would become, as one of a command's entries.
    func provisionalEntry(_ context: DecisionContext, ordinal: Int = 1) -> Entry {
        let stamp = EntryStamp(
            id: EntryID(context.id, ordinal: ordinal), occurred: occurred, recorded: context.now,
            terminal: context.terminal,
            staff: context.by, origin: context.origin)
        return Entry(sequence: .max, stream: stream, stamp: stamp, fact: fact)
    }
}
