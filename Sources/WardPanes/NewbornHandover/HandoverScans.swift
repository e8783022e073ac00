import WardDomain

/// The four scans of a handover, in any order: which is which is found by who it is.
struct HandoverScans: Hashable, Sendable {
    var baby: String?
    var mother: String?
    var giver: String?
    var receiver: String?

    /// Puts a code in its place; answers why, when it has none.
    mutating func take(_ code: String, in ward: WardState) -> Phrase? {
        let scanned = ScannedCode(code, in: ward)
        if let refusal = scanned.refusal { return refusal }
        switch scanned {
        case .newborn(_, let newborn): return takeBaby(code, newborn, in: ward)
        case .mother where mother == nil: mother = code
        default: return takePerson(code, in: ward)
        }
        return nil
    }

    private mutating func takeBaby(_ code: String, _ newborn: Newborn, in ward: WardState) -> Phrase? {
        if let baby, ward.newborn(wearing: baby)?.newborn.id != newborn.id { return NewbornHandoverText.secondBaby }
        baby = code
        sortPeople(in: ward)
        return nil
    }

    /// A badge, or the mother's band once more: the one who gives or the one who takes.
    private mutating func takePerson(_ code: String, in ward: WardState) -> Phrase? {
        guard giver != code, receiver != code else { return NewbornHandoverText.scannedAlready }
        if giver == nil {
            giver = code
        } else if receiver == nil {
            receiver = code
        } else {
            return NewbornHandoverText.bothScanned
        }
        sortPeople(in: ward)
        return nil
    }

    /// The one who has the baby gives; nobody is asked for what is known.
    private mutating func sortPeople(in ward: WardState) {
        guard let gives = giversTest(in: ward) else { return }
        let giverIsWrong = giver.map { !gives($0) } ?? true
        let receiverIsWrong = receiver.map(gives) ?? true
        if giverIsWrong, receiverIsWrong { swap(&giver, &receiver) }
    }

    /// Tells who may give the baby; nil while the baby, or its custodian, is not known.
    private func giversTest(in ward: WardState) -> ((String) -> Bool)? {
        guard let baby, let found = ward.newborn(wearing: baby) else { return nil }
        let (custody, mover) = (found.newborn.custody, found.newborn.pendingMove?.movedBy)
        if case .unsigned = custody.custodian, mover == nil { return nil }
        return { code in
            if let mover, mover == Badge(code) { return true }
            switch custody.custodian {
            case .staff(let badge): return badge == Badge(code)
            case .mother: return found.admission.band?.code == code
            case .relative:
                let pass = found.admission.relatives.first { $0.custodian == custody.custodian }?.pass
                return custody.custodian.code == code || pass == code
            case .unsigned: return false
            }
        }
    }

    /// True when a band was scanned that belongs to somebody else's mother or baby: nothing may follow but STOP.
    func isMismatch(in ward: WardState) -> Bool {
        guard let baby, let found = ward.newborn(wearing: baby) else { return false }
        return [mother, giver, receiver].compactMap { $0 }.contains { code in
            switch ScannedCode(code, in: ward) {
            case .mother(let mother), .relative(let mother, _): mother.id != found.admission.id
            case .newborn: true
            case .staff, .bandNotWorn, .unknown: false
            }
        }
    }
}

extension WardState {
    /// The newborn that wears a band now, and its mother.
    func newborn(wearing code: String) -> (admission: Admission, newborn: Newborn)? {
        guard case .newborn(let admission, let newborn) = wearer(of: code) else { return nil }
        return (admission, newborn)
    }
}
