import WardDomain

/// One story as the audit sees it: a model of who has which baby, where, and what proves it, that shares nothing with
/// the program's folds. Each entry that it takes in is judged by what it knew before.
struct AuditedStory {
    /// What the audit knows of a baby.
    private struct Baby {
        var custodian: Custodian
        var place: Place
        var isAlive: Bool
        var hasLeft = false
        /// Rushed away and not handed over yet; by nobody signed in where the badge is nil.
        var isMoved = false
        var mover: Badge?
        /// Who caused the mismatch that waits; nil while none does, nil within for nobody signed in.
        var mismatchOf: Badge??
        var bands: [Limb: String] = [:]
        /// The codes that were found to be wrong: nothing goes while one is on, or none at all.
        var wrong: Set<String> = []
        var hasLostOne = false
        var isInDoubt = false
        var isAgreed = false
        var isReported = false

        var needsBands: Bool { !wrong.isEmpty && (bands.isEmpty || !wrong.isDisjoint(with: bands.values)) }

        func mayBeGiven(by giver: Custodian) -> Bool {
            if case .unsigned = custodian { return true }
            return giver == custodian || isMoved && mover.map { giver == .staff($0) } == true
        }
    }

    private var babies: [NewbornID: Baby] = [:]
    private var motherBand: String?
    private var motherBandSince: Occurrence?
    private var isMotherWrong = false
    private var hasMotherDied = false
    /// Codes that were taken off for ever.
    private var void: Set<String> = []
    /// What the entry that was taken in last broke.
    private(set) var faults: [String] = []

    /// Every code that was ever on somebody here.
    private(set) var codes: Set<String> = []
    var newborns: Set<NewbornID> { Set(babies.keys) }

    func custodian(of newborn: NewbornID) -> Custodian? { babies[newborn]?.custodian }

    mutating func take(_ entry: Entry, _ roles: [Badge: StaffRole]) {
        faults = []
        let by = entry.stamp.staff
        switch entry.fact {
        case let fact as NewbornBorn:
            expect(babies[fact.newborn] == nil, "born twice")
            babies[fact.newborn] = Baby(
                custodian: fact.custodian, place: fact.place, isAlive: fact.outcome == .live)
        case let fact as NewbornDied: change(fact.newborn) { $0.isAlive = false }
        case let fact as MotherBandAttached:
            attach(fact, by)
            motherBandSince = entry.stamp.occurred
        case let fact as MotherDeparted: hasMotherDied = hasMotherDied || fact.to == .died
        case let fact as BandAttached: attach(fact, by, roles)
        case let fact as BandLost: lose(fact.limb, of: fact.newborn)
        case let fact as BandReplaced:
            note(scans(of: fact.newborn, by, roles)?.faults(of: fact))
            lose(fact.limb, of: fact.newborn)
            put(fact.code, on: fact.limb, of: fact.newborn)
        case let fact as HandoverCompleted:
            note(scans(of: fact.newborn, by, roles)?.faults(of: fact))
            complete(fact, roles)
        case let fact as HandoverMismatched:
            change(fact.newborn) { $0.mismatchOf = .some(by) }
        case let fact as MismatchCleared: clear(fact, by, roles)
        case let fact as RebandingOrdered:
            change(fact.newborn) { $0.wrong.formUnion($0.bands.values) }
        case let fact as IdentityDoubted: change(fact.newborn) { $0.isInDoubt = true }
        case let fact as IdentityResolved:
            expect(fact.second != by, "a doubt was resolved by one alone")
            change(fact.newborn) { $0.isInDoubt = false }
        case let fact as NewbornMoved:
            expect(babies[fact.newborn]?.isAlive == true, "a child who died was rushed")
            change(fact.newborn) { ($0.place, $0.isMoved, $0.mover) = (fact.to, true, by) }
        case let fact as FarewellAgreed: change(fact.newborn) { $0.isAgreed = fact.wish != .notDecided }
        case let fact as DeathReported: change(fact.newborn) { $0.isReported = true }
        case let fact as NewbornDischarged:
            note(scans(of: fact.newborn, by, roles)?.faults(of: fact))
            discharge(fact, by)
        case let fact as ChildReleased: release(fact, by)
        case is EntriesSigned: if let by { sign(by) }
        default: break
        }
    }

    /// Another story's mother turned out to be this one; the band that was put on last is hers.
    mutating func absorb(_ other: AuditedStory) {
        faults = []
        let isContested = motherBand != nil && other.motherBand != nil
        void.formUnion(other.void)
        if let theirs = other.motherBand, let since = other.motherBandSince {
            let isNewer = motherBandSince.map { !since.isBefore($0) } ?? true
            if let mine = motherBand { void.insert(isNewer ? mine : theirs) }
            if isNewer { (motherBand, motherBandSince) = (theirs, since) }
        }
        expect(newborns.isDisjoint(with: other.newborns), "a baby is in two stories")
        babies.merge(other.babies) { mine, _ in mine }
        codes.formUnion(other.codes)
        let isCompared = babies.values.contains { !$0.hasLeft }
        isMotherWrong = isMotherWrong || other.isMotherWrong || isContested && isCompared
    }

    // MARK: Bands

    private mutating func attach(_ fact: MotherBandAttached, _ by: Badge?) {
        expect(motherBand == nil || fact.second != nil && fact.second != by, "a mother was banded anew by one alone")
        if let motherBand { void.insert(motherBand) }
        expect(isFree(fact.code), "the code \(fact.code) was void or on somebody")
        (motherBand, isMotherWrong) = (fact.code, false)
        codes.insert(fact.code)
    }

    /// A band of a baby was struck out: what it wore meanwhile nobody knows.
    mutating func strikeBand(of newborn: NewbornID) {
        faults = []
        babies[newborn]?.hasLostOne = true
    }

    /// What is known before an entry of whoever it is about.
    private func scans(of newborn: NewbornID, _ by: Badge?, _ roles: [Badge: StaffRole]) -> AuditedScans? {
        babies[newborn].map {
            AuditedScans(by: by, roles: roles, bands: $0.bands, wrong: $0.wrong, motherBand: motherBand)
        }
    }

    private mutating func note(_ found: [String]?) { faults += found ?? [] }

    private mutating func attach(_ fact: BandAttached, _ by: Badge?, _ roles: [Badge: StaffRole]) {
        if babies[fact.newborn]?.hasLostOne == true {
            note(scans(of: fact.newborn, by, roles)?.faults(ofBandAfterLoss: fact))
        }
        put(fact.code, on: fact.limb, of: fact.newborn)
    }

    private mutating func put(_ code: String, on limb: Limb, of newborn: NewbornID) {
        expect(isFree(code), "the code \(code) was void or on somebody")
        expect(babies[newborn]?.bands[limb] == nil, "two bands on the \(limb)")
        expect(babies[newborn]?.isInDoubt == false, "a band on a baby whose identity is in doubt")
        change(newborn) { $0.bands[limb] = code }
        codes.insert(code)
    }

    private mutating func lose(_ limb: Limb, of newborn: NewbornID) {
        guard let code = babies[newborn]?.bands[limb] else { return expect(false, "no band on the \(limb)") }
        void.insert(code)
        change(newborn) {
            $0.bands[limb] = nil
            $0.hasLostOne = true
        }
    }

    private func isFree(_ code: String) -> Bool {
        !void.contains(code) && code != motherBand && !babies.values.contains { $0.bands.values.contains(code) }
    }

    // MARK: Custody

    private mutating func complete(_ fact: HandoverCompleted, _ roles: [Badge: StaffRole]) {
        guard let baby = babies[fact.newborn] else { return expect(false, "a baby that nobody bore") }
        checkGoes(baby, band: fact.band, mother: fact.motherBand)
        expect(baby.mayBeGiven(by: fact.giver), "given by \(fact.giver), with \(baby.custodian)")
        expect(fact.giver != fact.receiver, "giver and receiver are one")
        if fact.giver == .mother || fact.receiver == .mother {
            expect(!isMotherWrong && !hasMotherDied, "by a mother whose band proves nothing")
        }
        if case .staff(let badge) = fact.receiver { expect(roles[badge] != nil, "taken by nobody known") }
        expect(fact.group == nil || baby.isAlive, "a child who died went with a group")
        change(fact.newborn) {
            ($0.custodian, $0.place, $0.isMoved, $0.mover) = (fact.receiver, fact.to, false, nil)
        }
    }

    /// What holds for every baby that changes hands.
    private mutating func checkGoes(_ baby: Baby, band: String?, mother: String?) {
        expect(!baby.hasLeft, "after it had left")
        if let band { expect(baby.bands.values.contains(band), "the band \(band) is not on the baby") }
        if let mother { expect(mother == motherBand && !isMotherWrong, "\(mother) is not its mother's band") }
        expect(baby.mismatchOf == nil, "completed while a mismatch waits")
        expect(!baby.needsBands, "completed with wrong bands")
        expect(!baby.isInDoubt, "completed while nobody knows which baby it is")
    }

    private mutating func clear(_ fact: MismatchCleared, _ by: Badge?, _ roles: [Badge: StaffRole]) {
        guard let baby = babies[fact.newborn], let cause = baby.mismatchOf else {
            return expect(false, "cleared, and there was none")
        }
        expect(by != nil && by != cause, "cleared by whoever caused it")
        let role = by.flatMap { roles[$0] }
        expect(role == .chargeNurse || role == .doctor, "cleared without authority")
        change(fact.newborn) { $0.mismatchOf = nil }
        if fact.finding == .wrongMotherBand { isMotherWrong = true }
    }

    private mutating func discharge(_ fact: NewbornDischarged, _ by: Badge?) {
        guard let baby = babies[fact.newborn] else { return expect(false, "a baby that nobody bore") }
        checkGoes(baby, band: fact.band, mother: fact.motherBand)
        expect(baby.isAlive, "a child who died was discharged")
        expect(!baby.isMoved, "it left while a handover was owed")
        let staff = [by, fact.second, fact.signatureSeenBy].compactMap { $0.map(Custodian.staff) }
        let family = [Custodian.relative(name: fact.collector, relation: fact.relation)]
        let says = staff + family + (fact.motherBand == nil ? [] : [.mother])
        expect(says.contains { baby.mayBeGiven(by: $0) }, "it left without the word of \(baby.custodian)")
        leave(fact.newborn, to: fact.to)
    }

    private mutating func release(_ fact: ChildReleased, _ by: Badge?) {
        guard let baby = babies[fact.newborn] else { return expect(false, "a baby that nobody bore") }
        checkGoes(baby, band: fact.band, mother: fact.motherBand)
        expect(!baby.isAlive && baby.isAgreed && baby.isReported, "released alive, not agreed or not reported")
        expect(!baby.isMoved, "released while a handover was owed")
        expect(fact.second != by, "released by one alone")
        if case .staff(let badge) = baby.custodian {
            expect([by, fact.second, fact.signatureSeenBy].contains(badge), "released without the word of \(badge)")
        }
        leave(fact.newborn, to: .released)
    }

    private mutating func leave(_ newborn: NewbornID, to place: Place) {
        change(newborn) {
            $0.hasLeft = true
            $0.place = place
        }
    }

    /// Whoever signs stands for whoever was not known.
    private mutating func sign(_ signer: Badge) {
        for newborn in newborns {
            change(newborn) { baby in
                if case .unsigned = baby.custodian { baby.custodian = .staff(signer) }
                if baby.isMoved, baby.mover == nil { baby.mover = signer }
            }
        }
    }

    private mutating func change(_ newborn: NewbornID, _ act: (inout Baby) -> Void) {
        guard var baby = babies[newborn] else { return expect(false, "about a baby that nobody bore") }
        act(&baby)
        babies[newborn] = baby
    }

    private mutating func expect(_ holds: Bool, _ otherwise: @autoclosure () -> String) {
        if !holds { faults.append(otherwise()) }
    }
}
