import WardDomain

/// Random commands that put right what keeps babies from going on. Without them a long storm's ward fills with those whom
/// nobody may hand over, and refuses nearly all that is tried.
extension StormCommands {
    /// A mother or a baby with wrong bands is banded anew, or what is owed for a baby that was rushed away follows.
    mutating func mend() -> (any WardCommand, Badge?) {
        if let (mother, baby) = babies.filter(\.mother.motherNeedsRebanding).randomElement(using: &random) {
            let band = baby.attachedBands.first?.code
            let anew = AttachMotherBand(
                admission: mother.id, band: fresh("M"), second: anybody(), babyBand: band,
                noBabyBandReason: band == nil ? "none is on" : nil, reason: "wrong")
            return (anew, by())
        }
        if let (mother, baby) = babies.filter(\.newborn.needsRebanding).randomElement(using: &random) {
            return (renew(mother, baby), by())
        }
        guard let (mother, baby) = babies.filter({ $0.newborn.pendingMove != nil }).randomElement(using: &random) else {
            return (grow(), by())
        }
        return (handOver(mother, baby), by())
    }

    /// One of the bands of a baby that wears wrong ones, or the one that it should wear and does not.
    private mutating func renew(_ mother: Admission, _ baby: Newborn) -> any WardCommand {
        let motherBand = mother.band?.code
        let noMotherBand = motherBand == nil ? "none is on" : nil
        guard let wrong = baby.attachedBands.min(by: { $0.issue < $1.issue }), let limb = wrong.limb else {
            return AttachBand(
                newborn: baby.id, band: fresh("L"), limb: .leftWrist, second: anybody(), motherBand: motherBand,
                noMotherBandReason: noMotherBand, reason: "wrong")
        }
        return ReplaceBand(
            newborn: baby.id, limb: limb, newBand: fresh("R"), second: anybody(), motherBand: motherBand,
            noMotherBandReason: noMotherBand, otherBand: baby.attachedBands.first { $0.limb != limb }?.code,
            reason: "wrong")
    }

    /// A baby dies, seldom; what follows is agreed, reported, and by two. Now and then a step is left out.
    mutating func farewell(_ baby: Newborn) -> (any WardCommand, Badge?) {
        let dead = babies.filter { !$0.newborn.outcome.raisesAlarms }
        guard let (mother, child) = dead.randomElement(using: &random), !chance(8) else {
            return (RecordNewbornDeath(newborn: baby.id), by())
        }
        if child.farewell.agreement == nil, !chance(8) {
            return (AgreeFarewell(newborn: child.id, wish: .familyTakes, with: "x", relation: "father"), by())
        }
        if child.farewell.reports.isEmpty, !chance(8) {
            return (ReportDeath(newborn: child.id, to: "office"), by())
        }
        if child.pendingMove != nil { return (handOver(mother, child), by()) }
        let custodian: Badge = if case .staff(let badge) = child.custody.custodian { badge } else { anybody() }
        let code = chance(10) ? baby.attachedBands.first?.code : child.attachedBands.first?.code
        let release = ReleaseChild(
            newborn: child.id, band: code, to: "x", relation: "father", documentKind: .passport, documentLast4: "1234",
            second: chance(4) ? anybody() : custodian, signatureSeenBy: anybody())
        return (release, by())
    }
}
