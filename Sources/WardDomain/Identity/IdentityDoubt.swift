/// Why nobody may say which of several babies this is: they were without a band at one place, at once.
public struct IdentityDoubt: Codable, Hashable, Sendable {
    /// The others it could be taken for.
    public let with: [NewbornID]
    public let place: Place
    public let since: Occurrence
}

/// Two babies without a band at one place: from now on nothing is done that needs to know which is which.
public struct IdentityDoubted: NewbornFact {
    public static let kind = "identityDoubted"
    public static let standsForEver = true
    public let newborn: NewbornID
    public let with: [NewbornID]
    public let place: Place

    public var summary: Phrase {
        Phrase(
            en: "STOP: \(with.count + 1) babies without a band at once, \(place.label.en)",
            zhHans: "停：\(place.label.zhHans)同时有\(with.count + 1)名新生儿无腕带")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby in
            baby.identityDoubt = IdentityDoubt(
                with: (baby.identityDoubt?.with ?? []) + with.filter { baby.identityDoubt?.with.contains($0) != true },
                place: place, since: baby.identityDoubt?.since ?? stamp.occurred)
        }
    }
}

/// Finds the babies that could be taken for one another.
enum IdentityDoubts {
    /// What follows when a baby is, or comes, without a band to a place where another is without one.
    static func drafts(
        for baby: Newborn, of admission: Admission, at place: Place, _ context: DecisionContext
    ) -> [Draft] {
        guard baby.outcome.raisesAlarms, place != .motherBed else { return [] }
        let others = context.ward.newbornsHere.filter {
            $0.newborn.id != baby.id && $0.newborn.isUnidentified && $0.newborn.custody.place == place
        }
        guard !others.isEmpty else { return [] }
        let own = context.draft(
            .admission(admission.id),
            IdentityDoubted(newborn: baby.id, with: others.map(\.newborn.id), place: place))
        return [own]
            + others.map { other in
                context.draft(
                    .admission(other.admission.id),
                    IdentityDoubted(newborn: other.newborn.id, with: [baby.id], place: place))
            }
    }
}

extension Newborn {
    /// True for a baby who wears no band and who was banded once, or was taken away before that with nothing that
    /// tells who it is.
    var isUnidentified: Bool {
        isHere && outcome.raisesAlarms && attachedBands.isEmpty
            && (bands.contains { $0.state == .void } || movedUnidentified)
    }

    /// Refuses whatever needs to know who the baby is, while nobody does.
    func checkIdentified() throws(Refusal) {
        guard identityDoubt == nil else { throw .identityInDoubt }
    }
}

extension WardState {
    /// Every newborn here with its story, in the order of their ids.
    var newbornsHere: [(admission: Admission, newborn: Newborn)] {
        admissions.values.filter { $0.mergedInto == nil }
            .flatMap { story in story.newborns.filter(\.isHere).map { (admission: story, newborn: $0) } }
            .sorted { $0.newborn.id.rawValue < $1.newborn.id.rawValue }
    }
}
