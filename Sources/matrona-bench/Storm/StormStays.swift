import WardDomain

/// Random commands by which babies come and go, lose their bands and find their mothers.
extension StormCommands {
    /// Everybody whose story is open here, always in the same order.
    private var mothers: [Admission] {
        ward.admissions.values.filter { $0.mergedInto == nil }.sorted { $0.id.rawValue < $1.id.rawValue }
    }

    /// The next step of a stay: she comes, is banded, gives birth, her baby is banded twice. A full ward takes nobody in.
    mutating func grow() -> any WardCommand {
        let mothers = mothers
        let unbanded = mothers.filter { $0.band == nil && $0.isHere }
        if let mother = unbanded.randomElement(using: &random), chance(2) {
            return AttachMotherBand(admission: mother.id, band: fresh("M"))
        }
        let bare = babies.filter { $0.newborn.attachedBands.count < 2 && !$0.newborn.hasLostABand }
        if let baby = bare.randomElement(using: &random)?.newborn {
            let limb: Limb = baby.attachedBands.first?.limb == .leftWrist ? .rightAnkle : .leftWrist
            return AttachBand(newborn: baby.id, band: fresh("B"), limb: limb)
        }
        if let mother = mothers.filter({ $0.newborns.isEmpty && $0.isHere }).randomElement(using: &random), !chance(3) {
            return RecordBirth(admission: mother.id, mode: .vaginal, outcome: chance(30) ? .diedInLabour : .live)
        }
        let isFull = babies.count + mothers.count(where: \.newborns.isEmpty) >= wanted
        guard !isFull else { return ChangeDuty(on: Bool.random(using: &random)) }
        let identity =
            chance(4)
            ? MotherIdentity(label: fresh("unknown")) : MotherIdentity(name: fresh("Mother "), mrn: fresh("ZY"))
        return AdmitMother(identity: identity)
    }

    /// Home, with one who signs being mostly the one who has the baby; or its mother goes without it. One whose babies
    /// have all left goes too: the ward would fill with open stories.
    mutating func leave(_ mother: Admission, _ baby: Newborn) -> (any WardCommand, Badge?) {
        let alone = mothers.filter { $0.isHere && !$0.newborns.isEmpty && !$0.newborns.contains(where: \.isHere) }
        if let mother = alone.randomElement(using: &random), chance(2) {
            return (DepartMother(admission: mother.id, to: .postnatal, keepsBed: nil), by())
        }
        if chance(6) {
            let to = [MotherPlace.home, .icu, .died, .postnatal].randomElement(using: &random) ?? .home
            return (DepartMother(admission: mother.id, to: chance(4) ? to : .postnatal, keepsBed: nil), by())
        }
        let without = chance(4)
        let custodian: Badge = if case .staff(let badge) = baby.custody.custodian { badge } else { anybody() }
        let relative = mother.relatives.first
        return (
            DischargeNewborn(
                band: baby.attachedBands.first?.code ?? "-",
                otherBand: chance(8) ? nil : baby.attachedBands.last?.code,
                motherBand: without ? nil : scanned(of: mother),
                noMotherBand: without ? mother.place == .icu ? .intensiveCare : .adoption : nil, to: .home,
                collector: without ? relative?.name ?? "Office" : nil, relation: relative?.relation ?? "agency",
                documentKind: without ? .agencyLetter : nil, documentLast4: without ? "0042" : nil,
                second: chance(4) ? anybody() : custodian, signatureSeenBy: anybody(),
                medicalOffice: without ? "Office" : nil), without ? chargeNurse() : by()
        )
    }

    mutating func replace(_ mother: Admission, _ baby: Newborn) -> ReplaceBand {
        let limb = baby.attachedBands.randomElement(using: &random)?.limb ?? .leftWrist
        let other = baby.attachedBands.first { $0.limb != limb }?.code
        return ReplaceBand(
            newborn: baby.id, limb: chance(8) ? .rightWrist : limb, newBand: fresh("R"), second: anybody(),
            motherBand: scanned(of: mother), noMotherBandReason: chance(3) ? "asleep" : nil, otherBand: other,
            reason: "torn")
    }

    /// A band is lost, a new one put on; or somebody finds out which baby is which.
    mutating func bands(_ mother: Admission, _ baby: Newborn) -> any WardCommand {
        if let doubted = babies.filter({ $0.newborn.identityDoubt != nil }).randomElement(using: &random) {
            return ResolveIdentity(
                newborn: doubted.newborn.id, means: .footprint, finding: "left foot", second: anybody(),
                escalatedTo: "office")
        }
        let lost = babies.filter { $0.newborn.hasLostABand }.randomElement(using: &random)
        guard let lost, !chance(2) else {
            let loses = lost?.newborn ?? baby
            return LoseBand(newborn: loses.id, limb: loses.attachedBands.last?.limb ?? .leftWrist, reason: "bath")
        }
        let taken = lost.newborn.attachedBands.compactMap(\.limb)
        let limb = Limb.allCases.first { !taken.contains($0) } ?? .leftWrist
        return AttachBand(
            newborn: lost.newborn.id, band: chance(10) ? lost.newborn.bands.first?.code ?? "-" : fresh("L"), limb: limb,
            second: anybody(), motherBand: scanned(of: lost.mother), noMotherBandReason: "asleep",
            otherBand: lost.newborn.attachedBands.first?.code, reason: "lost")
    }

    mutating func motherBand(_ mother: Admission, _ baby: Newborn) -> AttachMotherBand {
        let other = anyBaby()?.newborn.attachedBands.first?.code
        return AttachMotherBand(
            admission: mother.id, band: chance(8) ? mother.voidBands.last?.code ?? "-" : fresh("M"), second: anybody(),
            babyBand: chance(10) ? other : baby.attachedBands.first?.code,
            noBabyBandReason: chance(3) ? "in the NICU" : nil, reason: "torn")
    }

    /// What nobody signed for gets its signature.
    mutating func sign(_ mother: Admission) -> SignEntries {
        let unsigned = mothers.filter { !$0.unsigned.isEmpty }.randomElement(using: &random)
        return SignEntries(admission: (unsigned ?? mother).id)
    }

    mutating func family(_ mother: Admission, _ baby: Newborn) -> any WardCommand {
        if let relative = mother.relatives.first, chance(2) {
            return WithdrawRelative(
                admission: mother.id, name: relative.name, relation: relative.relation, reason: "asked")
        }
        return AuthoriseRelative(
            admission: mother.id, name: fresh("R"), relation: "father", pass: chance(2) ? fresh("P") : nil,
            motherBand: scanned(of: mother))
    }

    /// An unnamed woman is one of those who are known.
    mutating func merge() -> any WardCommand {
        let mothers = mothers
        guard let unnamed = mothers.filter({ !$0.identity.isNamed }).randomElement(using: &random) else {
            return AdmitMother(identity: MotherIdentity(label: fresh("unknown")))
        }
        let known = mothers.filter { $0.identity.isNamed && ($0.newborns.isEmpty || unnamed.newborns.isEmpty) }
        guard let known = known.randomElement(using: &random) else { return ChangeDuty(on: true) }
        return MergeMother(admission: unnamed.id, into: known.id)
    }

    /// What was recorded a moment ago was wrong: struck out, at another time, or in another word; mostly by whoever
    /// recorded it.
    mutating func correct() -> (any WardCommand, Badge?) {
        let entry = recent.filter { $0.fact is any AdmissionFact }.randomElement(using: &random)
        let id = entry?.stamp.id ?? EntryID(rawValue: "-")
        let by = chance(6) ? by() : entry?.stamp.staff
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            let time = StormWard.now().moment.advanced(seconds: -1)
            return (CorrectEntry(entry: id, reason: "wrong", newTime: time), by)
        case 1:
            let change: [String: JSONValue] =
                entry?.fact is NewbornBorn ? ["place": .string("released")] : ["reason": .string("other")]
            return (CorrectEntry(entry: id, reason: "wrong", change: change), by)
        default: return (CorrectEntry(entry: id, reason: "wrong", strike: true), by)
        }
    }
}
