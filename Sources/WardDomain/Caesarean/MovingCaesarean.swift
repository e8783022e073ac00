/// The run belongs to another mother and went on there.
public struct CaesareanMovedAway: AdmissionFact {
    public static let kind = "caesareanMovedAway"
    public static let standsForEver = true
    public let run: CaesareanID
    public let newborns: [NewbornID]
    /// Entries about those newborns that wait for a signature, now at the other mother's.
    public let unsigned: [EntryID]
    public let to: AdmissionID

    public var summary: Phrase { Phrase(en: "clock moved to the right mother", zhHans: "计时移至正确的孕产妇") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard let index = admission.runs.firstIndex(where: { $0.id == run }) else {
            throw .impossible("there is no run \(run)")
        }
        let moved = admission.runs.remove(at: index)
        if let arrived = moved.marks[.arrive] { admission.leaveTheatre(arrivedAt: arrived.at) }
        admission.newborns.removeAll { newborns.contains($0.id) }
        admission.newbornsMovedAway += newborns
        admission.unsigned.removeAll(where: unsigned.contains)
    }
}

/// A run came here from the admission it had been started for; its times stay.
public struct CaesareanMovedHere: AdmissionFact {
    public static let kind = "caesareanMovedHere"
    public static let standsForEver = true
    public let run: CaesareanRun
    public let newborns: [Newborn]
    public let unsigned: [EntryID]
    public let from: AdmissionID

    public var summary: Phrase { Phrase(en: "clock moved here", zhHans: "计时移入") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard admission.runs.allSatisfy({ $0.id != run.id }) else { throw .impossible("the run \(run.id) is here") }
        admission.runs.append(run)
        admission.newborns += newborns
        admission.unsigned += unsigned
        if let arrived = run.marks[.arrive] { admission.arriveInTheatre(arrived.at) }
    }
}

/// `caesarean.move`: the clock belongs to another mother; it goes there with the babies born in it, times and all. Bands
/// that they wear say the wrong mother, and lead to new ones only.
public struct MoveCaesarean: WardCommand, NamesCaesarean {
    public static let name = "caesarean.move"
    public static let summary = Phrase(en: "move a clock to the right mother", zhHans: "将计时移至正确的孕产妇")
    public static let permission = Permission.emergency
    public static let fields =
        caesareanFields + [
            CommandField("toMrn", "string"), CommandField("to", "id"), CommandField("withBabies", "true|false"),
        ]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var toMrn: String?
    public var to: AdmissionID?
    /// Whether the babies born after the decision are the other mother's too. Left out, they are where one of them
    /// was delivered by this caesarean; where a birth of another mode ended the clock, it must be said.
    public var withBabies: Bool?

    public init(run: CaesareanID, to: AdmissionID, withBabies: Bool? = nil) {
        self.run = run
        self.to = to
        self.withBabies = withBabies
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (source, run) = try caesarean(context)
        let target = try context.ward.mother(mrn: toMrn, admission: to, label: nil)
        guard !target.isWithoutMother else { throw .motherNotHere }
        guard source.id != target.id else { throw .sameMother }
        if source.wasAdmitted(by: run) { return try MergeMother.drafts(source: source, target: target, context) }
        let babies = try babies(of: source, run)
        guard babies.isEmpty || target.newborns.isEmpty else { throw .mergeWouldMixBabies }
        let moved = babies.isEmpty ? run.withoutBirth : run
        if moved.isRunning, target.runningCaesarean != nil { throw .caesareanAlreadyRunning }
        let unsigned = babies.isEmpty ? [] : source.unsigned
        return [
            context.draft(
                .admission(source.id),
                CaesareanMovedAway(run: run.id, newborns: babies.map(\.id), unsigned: unsigned, to: target.id)),
            context.draft(
                .admission(target.id),
                CaesareanMovedHere(run: moved, newborns: babies, unsigned: unsigned, from: source.id)),
        ] + (moved.isRunning ? target.end(of: moved.id, decidedAt: moved.decidedAt) : [])
            + babies.filter { !$0.attachedBands.isEmpty }.map { banded in
                context.draft(
                    .admission(target.id),
                    RebandingOrdered(newborn: banded.id, reason: OwnWords.bandsOfAnotherMother.recorded()))
            }
    }

    private func babies(of source: Admission, _ run: CaesareanRun) throws(Refusal) -> [Newborn] {
        let born = source.newborns.filter { !$0.bornAt.isBefore(run.decidedAt) }
        switch (run.end?.ending, withBabies) {
        case (.delivered, nil), (_, true): return born
        case (.bornBeforeCaesarean, nil) where !born.isEmpty: throw .fieldMissing("withBabies")
        default: return []
        }
    }
}

extension CaesareanRun {
    /// The run as it was before a birth of the wrong mother's ended it: its clock runs on.
    fileprivate var withoutBirth: CaesareanRun {
        guard end?.ending == .delivered || end?.ending == .bornBeforeCaesarean else { return self }
        var running = self
        running.end = nil
        return running
    }
}
