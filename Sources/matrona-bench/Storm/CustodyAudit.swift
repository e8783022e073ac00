import WardDomain

/// The promise, checked at every entry by a model of its own, which shares nothing with the program's folds.
///
/// At every moment each newborn has exactly one custodian and one place; whoever gave it had it and whoever took it is
/// another; no handover is completed by a band that is not on the baby, by another mother's band, or while a mismatch
/// waits; a mismatch moves nothing and is cleared by a second person with authority alone.
struct CustodyAudit {
    private struct Baby {
        let mother: StreamID
        var custodian: Custodian
        var place: Place
        var mover: Badge?
        /// Who caused the mismatch that waits; nil while none does, nil within for nobody signed in.
        var mismatchOf: Badge??
        var bands: [Limb: String] = [:]
    }

    private var babies: [NewbornID: Baby] = [:]
    private var motherBands: [StreamID: String] = [:]
    private var roles: [Badge: StaffRole] = [:]
    private(set) var completed = 0
    private(set) var stopped = 0
    private(set) var cleared = 0
    private(set) var violations: [String] = []

    mutating func take(_ entry: Entry) {
        switch entry.fact {
        case let fact as StaffAdded: roles[fact.badge] = fact.role
        case let fact as MotherBandAttached: motherBands[entry.stream] = fact.code
        case let fact as NewbornBorn:
            babies[fact.newborn] = Baby(mother: entry.stream, custodian: fact.custodian, place: fact.place)
        case let fact as BandAttached: babies[fact.newborn]?.bands[fact.limb] = fact.code
        case let fact as BandReplaced: babies[fact.newborn]?.bands[fact.limb] = fact.code
        case let fact as HandoverCompleted: complete(fact, entry)
        case let fact as HandoverMismatched: stop(fact, entry)
        case let fact as MismatchCleared: clear(fact, entry)
        case let fact as NewbornMoved: move(fact, entry)
        case let fact as GroupHandedOver: check(fact, entry)
        default: break
        }
    }

    private mutating func complete(_ fact: HandoverCompleted, _ entry: Entry) {
        completed += 1
        guard let baby = babies[fact.newborn] else { return violate(entry, "a baby that nobody bore") }
        let byMover = baby.mover.map { fact.giver == .staff($0) } ?? false
        expect(fact.giver == baby.custodian || byMover, entry, "given by \(fact.giver), with \(baby.custodian)")
        expect(fact.giver != fact.receiver, entry, "giver and receiver are one")
        expect(baby.bands.values.contains(fact.band), entry, "the band \(fact.band) is not on the baby")
        if let band = fact.motherBand {
            expect(band == motherBands[baby.mother], entry, "another mother's band \(band)")
        }
        expect(baby.mismatchOf == nil, entry, "completed while a mismatch waits")
        expect(fact.from == baby.place, entry, "from \(fact.from), was at \(baby.place)")
        if case .staff(let badge) = fact.receiver { expect(roles[badge] != nil, entry, "taken by nobody known") }
        babies[fact.newborn]?.custodian = fact.receiver
        babies[fact.newborn]?.place = fact.to
        babies[fact.newborn]?.mover = nil
    }

    private mutating func stop(_ fact: HandoverMismatched, _ entry: Entry) {
        stopped += 1
        guard let baby = babies[fact.newborn] else { return violate(entry, "a mismatch about nobody") }
        expect(fact.scanned != motherBands[baby.mother], entry, "a mismatch with what belongs")
        babies[fact.newborn]?.mismatchOf = .some(entry.stamp.staff)
    }

    private mutating func clear(_ fact: MismatchCleared, _ entry: Entry) {
        cleared += 1
        guard let by = babies[fact.newborn]?.mismatchOf else { return violate(entry, "cleared, and there was none") }
        expect(entry.stamp.staff != nil && entry.stamp.staff != by, entry, "cleared by whoever caused it")
        let role = entry.stamp.staff.flatMap { roles[$0] }
        expect(role == .chargeNurse || role == .doctor, entry, "cleared without authority")
        babies[fact.newborn]?.mismatchOf = nil
    }

    private mutating func move(_ fact: NewbornMoved, _ entry: Entry) {
        expect(babies[fact.newborn] != nil, entry, "a move of nobody")
        babies[fact.newborn]?.place = fact.to
        babies[fact.newborn]?.mover = entry.stamp.staff
    }

    /// A shift change says no more than the babies' own entries, which stand before it.
    private mutating func check(_ fact: GroupHandedOver, _ entry: Entry) {
        for newborn in fact.newborns {
            expect(babies[newborn]?.custodian == .staff(fact.receiver), entry, "\(newborn) did not go with its group")
        }
        for exception in fact.exceptions where exception.why == .notScanned {
            expect(babies[exception.newborn]?.custodian == .staff(fact.giver), entry, "an exception moved")
        }
    }

    private mutating func expect(_ holds: Bool, _ entry: Entry, _ otherwise: @autoclosure () -> String) {
        if !holds { violate(entry, otherwise()) }
    }

    private mutating func violate(_ entry: Entry, _ what: String) {
        violations.append("\(entry.sequence) \(entry.stamp.id): \(what)")
    }
}
