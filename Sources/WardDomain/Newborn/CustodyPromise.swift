/// The promise of the custody chain, as what an entry may not do.
///
/// At every moment each newborn has exactly one custodian and one place; whoever held the baby and whoever took it both
/// said so; and nothing is completed against a mismatch, which is only ever cleared, by a second person.
public enum CustodyPromise {
    /// What an entry broke in its story; empty when it kept the promise. A correction is judged by its outcome alone.
    public static func broken(by entry: Entry, before: Admission?, after: Admission) -> [String] {
        let known = Dictionary((before?.newborns ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return after.newborns.flatMap { baby in
            known[baby.id].map { step(entry, $0, baby, mother: before) } ?? []
        }
    }

    /// What is broken in what is open: a baby in two stories, or a band on two people.
    public static func broken(in ward: WardState) -> [String] {
        let stories = ward.admissions.values.filter { $0.mergedInto == nil }
        let babies = stories.flatMap { $0.newborns.map(\.id) }
        let bands =
            stories.compactMap(\.band?.code)
            + stories.flatMap(\.newborns).filter(\.isHere).flatMap { Set($0.attachedBands.map(\.code)) }
        return (Set(babies).count == babies.count ? [] : ["a baby is in two stories"])
            + (Set(bands).count == bands.count ? [] : ["a band is on two people"])
    }

    private static func step(_ entry: Entry, _ old: Newborn, _ new: Newborn, mother: Admission?) -> [String] {
        var faults: [String] = []
        let moved = old.custody.custodian != new.custody.custodian || old.custody.place != new.custody.place
        switch entry.fact {
        case is EntryCorrected: return []
        case let fact as HandoverCompleted where fact.newborn == new.id:
            faults += handover(fact, old, new, mother: mother)
        case let fact as NewbornDischarged where fact.newborn == new.id:
            faults += leaving(old, band: fact.band, motherBand: fact.motherBand, mother: mother)
            if !fact.givers(signedBy: entry.stamp.staff).contains(where: old.mayBeGiven) {
                faults.append("left without the word of whoever had it")
            }
            if !new.custody.place.isAway || fact.second == entry.stamp.staff { faults.append("left without a second") }
        case let fact as NewbornMoved where fact.newborn == new.id:
            if old.custody.custodian != new.custody.custodian { faults.append("rushed away and given away at once") }
            if new.pendingMove == nil { faults.append("rushed away and nothing owed") }
        case let fact as MismatchCleared where fact.newborn == new.id:
            if moved { faults.append("a clearing moved the baby") }
            if entry.stamp.staff == nil || entry.stamp.staff == old.mismatch?.by {
                faults.append("cleared by whoever caused it")
            }
        case let fact as ChildReleased where fact.newborn == new.id:
            if old.outcome.raisesAlarms { faults.append("a living child was released") }
            if [nil, .notDecided].contains(old.farewell.agreement?.wish) { faults.append("released, nothing agreed") }
            if old.farewell.reports.isEmpty { faults.append("released, the death not reported") }
            faults += leaving(old, band: fact.band, motherBand: fact.motherBand, mother: mother)
            if fact.second == entry.stamp.staff { faults.append("released without a second") }
            if !fact.givers(signedBy: entry.stamp.staff, old.custody.custodian).contains(where: old.mayBeGiven) {
                faults.append("released without the word of whoever had it")
            }
        case is EntriesSigned:
            if case .unsigned = old.custody.custodian {} else if moved { faults.append("a signature moved the baby") }
        default:
            if moved { faults.append("moved by \(type(of: entry.fact).kind)") }
        }
        if old.mismatch != nil, new.mismatch == nil, !(entry.fact is MismatchCleared) {
            faults.append("a mismatch went by itself")
        }
        return faults.map { "\(new.id): \($0)" }
    }

    /// What holds for a baby that leaves, alive or not.
    private static func leaving(_ old: Newborn, band: String?, motherBand: String?, mother: Admission?) -> [String] {
        var faults: [String] = []
        if old.mismatch != nil { faults.append("left against a mismatch") }
        if old.identityDoubt != nil { faults.append("left while its identity was in doubt") }
        if old.needsRebanding { faults.append("left with wrong bands") }
        if old.pendingMove != nil { faults.append("left while a handover was owed") }
        if let band, !old.wears(band) { faults.append("left by a band that it does not wear") }
        if let motherBand, !motherBand.isBlank, motherBand != mother?.band?.code {
            faults.append("left by a band that its mother does not wear")
        }
        return faults
    }

    private static func handover(
        _ fact: HandoverCompleted, _ old: Newborn, _ new: Newborn, mother: Admission?
    ) -> [String] {
        var faults: [String] = []
        if !old.mayBeGiven(by: fact.giver) { faults.append("given by somebody who had not the baby") }
        if fact.giver == fact.receiver { faults.append("given to the giver") }
        if new.custody.custodian != fact.receiver || new.custody.place != fact.to { faults.append("went elsewhere") }
        if old.mismatch != nil { faults.append("handed over against a mismatch") }
        if old.identityDoubt != nil { faults.append("handed over while its identity was in doubt") }
        if old.needsRebanding { faults.append("handed over with wrong bands") }
        if !old.wears(fact.band) { faults.append("handed over by a band that it does not wear") }
        let isByHer = [fact.giver, fact.receiver].contains(.mother) || fact.motherBand?.isBlank == false
        if [fact.giver, fact.receiver].contains(.mother), mother?.place == .died {
            faults.append("handed over by a mother who died")
        }
        if isByHer, mother?.motherNeedsRebanding == true { faults.append("handed over by a mother's wrong band") }
        if let scanned = fact.motherBand, !scanned.isBlank, scanned != mother?.band?.code {
            faults.append("handed over by a band that its mother does not wear")
        }
        if fact.motherBand?.isBlank != false, fact.noMotherBandReason?.isBlank != false {
            faults.append("handed over without the mother's band or a reason")
        }
        return faults
    }
}
