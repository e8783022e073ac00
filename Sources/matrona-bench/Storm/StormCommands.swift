import WardDomain

/// Random commands about newborns: right ones, wrong bands, wrong people, second thoughts.
struct StormCommands {
    private let ward: WardState
    private let babies: [(mother: Admission, newborn: Newborn)]
    private(set) var random: StormRandom

    init(_ ward: WardState, _ random: StormRandom) {
        self.ward = ward
        self.random = random
        babies = ward.admissions.values.flatMap { mother in mother.newborns.map { (mother, $0) } }
            .sorted { $0.newborn.id.rawValue < $1.newborn.id.rawValue }
    }

    /// The next command, and who gives it.
    mutating func next() -> (any WardCommand, Badge?) {
        guard let (mother, baby) = babies.randomElement(using: &random) else {
            return (ChangeDuty(on: true, badge: anybody()), anybody())
        }
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<58: return (handOver(mother, baby), by())
        case 58..<64: return (MoveNewborn(newborn: baby.id, to: place()), by())
        case 64..<74: return (ClearMismatch(newborn: baby.id, reason: "looked again"), chargeNurse())
        case 74..<77: return (RefuseHandover(newborn: baby.id, receiver: anybody(), to: place(), reason: "full"), by())
        case 77..<81: return (replace(mother, baby), by())
        case 81..<86: return (check(mother, baby), by())
        case 86..<89: return (group(baby), by())
        case 89..<91: return (ChangeDuty(on: Bool.random(using: &random), badge: anybody()), chargeNurse())
        case 91..<97: return headCount(baby)
        case 97..<98: return (answer(baby), by())
        default: return (HandOver(band: "X\(by())", motherBand: nil, giver: "S101", receiver: "S102", to: .nicu), by())
        }
    }

    private mutating func anybody() -> Badge { StormWard.staff.randomElement(using: &random) ?? Badge("") }
    private mutating func chargeNurse() -> Badge { StormWard.chargeNurses.randomElement(using: &random) ?? Badge("") }
    private mutating func by() -> Badge { Int.random(in: 0..<8, using: &random) == 0 ? chargeNurse() : anybody() }

    private mutating func place() -> Place {
        [.nicu, .postnatal, .motherBed, .bath, .hearing, .theatre].randomElement(using: &random) ?? .nicu
    }

    private mutating func band(_ baby: Newborn) -> String {
        let any = Int.random(in: 0..<40, using: &random) == 0 ? baby.bands : baby.attachedBands
        return any.randomElement(using: &random)?.code ?? "-"
    }

    /// The mother's own band mostly, else somebody's.
    private mutating func motherBand(_ mother: Admission) -> String? {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: babies.randomElement(using: &random)?.mother.band?.code
        case 1: nil
        case 2: babies.randomElement(using: &random)?.newborn.attachedBands.first?.code
        default: mother.band?.code
        }
    }

    private mutating func handOver(_ mother: Admission, _ baby: Newborn) -> HandOver {
        let giver: String =
            switch baby.custody.custodian {
            case .staff(let badge) where Int.random(in: 0..<12, using: &random) > 0: badge.rawValue
            case .mother: mother.band?.code ?? "-"
            default: anybody().rawValue
            }
        let receiver = Int.random(in: 0..<6, using: &random) == 0 ? mother.band?.code ?? "-" : anybody().rawValue
        return HandOver(
            band: band(baby), motherBand: motherBand(mother),
            noMotherBandReason: Bool.random(using: &random) ? "asleep" : nil, giver: giver, receiver: receiver,
            to: place())
    }

    private mutating func replace(_ mother: Admission, _ baby: Newborn) -> ReplaceBand {
        let limb = Limb.allCases.randomElement(using: &random) ?? .leftWrist
        let code = "R\(UInt32.random(in: 0...UInt32.max, using: &random))"
        let other = baby.attachedBands.first { $0.limb != limb }?.code
        return ReplaceBand(
            newborn: baby.id, limb: limb, newBand: code, second: anybody(), motherBand: motherBand(mother),
            otherBand: other, reason: "torn")
    }

    private mutating func check(_ mother: Admission, _ baby: Newborn) -> CheckMotherBand {
        CheckMotherBand(band: band(baby), motherBand: motherBand(mother) ?? "-")
    }

    /// Some of the babies of whoever has one.
    private mutating func group(_ baby: Newborn) -> any WardCommand {
        guard case .staff(let giver) = baby.custody.custodian else { return MoveNewborn(newborn: baby.id, to: place()) }
        let hers = babies.filter { $0.newborn.custody.custodian == .staff(giver) }
        let bands = hers.compactMap { $0.newborn.attachedBands.first?.code }.shuffled(using: &random)
        let left = Bool.random(using: &random) ? 0 : 1
        return HandOverGroup(
            bands: Array(bands.dropFirst(left)), giver: giver, receiver: anybody(),
            reason: Bool.random(using: &random) ? "end of shift" : nil)
    }

    private mutating func headCount(_ baby: Newborn) -> (any WardCommand, Badge?) {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: (StartHeadCount(), nil)
        case 1: (FinishHeadCount(reason: Bool.random(using: &random) ? "counted" : nil), chargeNurse())
        default: (CountNewborn(band: band(baby)), nil)
        }
    }

    private mutating func answer(_ baby: Newborn) -> any WardCommand {
        let kind = OpenEnd.Kind.allCases.randomElement(using: &random) ?? .newbornLate
        return Bool.random(using: &random)
            ? AcknowledgeAlarm(kind: kind, about: baby.id.rawValue)
            : SnoozeAlarm(kind: kind, about: baby.id.rawValue, minutes: 5, reason: "busy")
    }
}
