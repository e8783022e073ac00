/// A newborn went from one custodian and place to another: both said so, and every scan matched.
public struct HandoverCompleted: RegisterFact {
    public static let kind = "handoverCompleted"
    public static let correctable: Set = ["reason", "expectedBack", "noMotherBandReason"]
    public let newborn: NewbornID
    public let band: String
    public let motherBand: String?
    /// Why the mother's band was not scanned, where it was not.
    public let noMotherBandReason: String?
    public let giver: Custodian
    public let receiver: Custodian
    public let from: Place
    public let to: Place
    public let reason: String?
    public let expectedBack: Moment?
    public let retrospective: Bool
    public var purpose: HandoverPurpose?
    /// Who of the two confirmed with a PIN, where the site asks for it.
    public var pinChecked: [Badge]?
    /// The shift change that it was part of; nil for a handover of its own.
    public var group: ShiftID?

    public var summary: Phrase {
        Phrase(
            en: "handed over, match: \(from.label.en) -> \(to.label.en)" + (retrospective ? ", retrospective" : ""),
            zhHans: "交接相符：\(from.label.zhHans) -> \(to.label.zhHans)" + (retrospective ? "（补记）" : ""))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        let bed = admission.bed
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            guard baby.mayBeGiven(by: giver) else { throw .impossible("the baby was with somebody else") }
            try baby.checkNewest(stamp)
            guard baby.mismatch == nil else { throw .impossible("a mismatch is not cleared") }
            baby.register(
                Newborn.Handover(
                    entry: stamp.id, giver: giver, receiver: receiver, from: from, to: to, reason: reason,
                    at: stamp.occurred, retrospective: retrospective, result: .match, purpose: purpose, band: band,
                    motherBand: motherBand, noMotherBandReason: noMotherBandReason, pinChecked: pinChecked,
                    expectedBack: expectedBack), bed: bed)
            baby.custody = Newborn.Custody(
                custodian: receiver, place: to, since: stamp.occurred, expectedBack: expectedBack)
            baby.takenAt = stamp.occurred
            baby.pendingMove = nil
            if motherBand != nil { baby.motherBandCheckedAt = stamp.occurred }
        }
    }
}

/// The receiver did not take the baby: custody stays where it was.
public struct HandoverRefused: RegisterFact {
    public static let kind = "handoverRefused"
    public static let correctable: Set = ["reason"]
    public let newborn: NewbornID
    public let receiver: Custodian
    public let to: Place
    public let reason: String

    public var summary: Phrase { Phrase(en: "handover refused: \(reason)", zhHans: "拒绝接收：\(reason)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        let bed = admission.bed
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            baby.register(
                Newborn.Handover(
                    entry: stamp.id, giver: baby.custody.custodian, receiver: receiver, from: baby.custody.place,
                    to: to, reason: reason, at: stamp.occurred, retrospective: false, result: .refused), bed: bed)
        }
    }
}

/// The baby was rushed away: the place is known, the handover is owed.
public struct NewbornMoved: NewbornFact {
    public static let kind = "newbornMoved"
    public let newborn: NewbornID
    public let to: Place
    public let reason: String?
    /// What tells who the baby is, where it had no band on: a cord clamp tag, a label, the mother beside it (ID-15).
    public var identifiedBy: String?

    public var summary: Phrase {
        Phrase(en: "moved to \(to.label.en), not yet handed over", zhHans: "已转至\(to.label.zhHans)，尚未交接")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            try baby.checkNewest(stamp)
            baby.pendingMove = Newborn.PendingMove(place: to, since: stamp.occurred, movedBy: stamp.staff)
            baby.movedUnidentified = baby.attachedBands.isEmpty && identifiedBy == nil
            baby.custody = Newborn.Custody(
                custodian: baby.custody.custodian, place: to, since: stamp.occurred, expectedBack: nil)
        }
    }
}

extension Newborn {
    /// Whether somebody can give the baby away: the custodian, or whoever rushed her or him away. A birth that nobody
    /// signed for has no custodian to ask.
    func mayBeGiven(by giver: Custodian) -> Bool {
        if case .unsigned = custody.custodian { return true }
        if let mover = pendingMove?.movedBy, giver == .staff(mover) { return true }
        return giver == custody.custodian
    }

    /// Custody can't be back-dated past its newest change, and ends where the baby has left.
    func checkNewest(_ stamp: EntryStamp) throws(FoldFault) {
        guard isHere else { throw .impossible("the baby has left") }
        guard !stamp.occurred.isBefore(custody.since) else { throw .impossible("custody changed since") }
    }
}
