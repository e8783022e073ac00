import SeededNumbers
import WardDomain

/// Random commands about newborns: right ones, wrong bands, wrong people, second thoughts.
struct StormCommands {
    let ward: WardState
    private let stories: [AdmissionID]
    /// Every baby that is here, with its mother; few commands look at all of them.
    lazy var babies = stories.compactMap { ward.admissions[$0] }.filter { $0.mergedInto == nil }
        .flatMap { mother in mother.newborns.filter(\.isHere).map { (mother: mother, newborn: $0) } }
    /// What this process recorded last: it may think better of it.
    let recent: [Entry]
    /// How many babies the ward should have.
    let wanted: Int
    var random: SeededRandom

    init(_ ward: WardState, wanted: Int, recent: [Entry], _ random: SeededRandom) {
        self.ward = ward
        self.wanted = wanted
        self.recent = recent
        self.random = random
        stories = ward.admissions.keys.sorted { $0.rawValue < $1.rawValue }
    }

    /// One of the babies that are here; nil when there is none.
    mutating func anyBaby() -> (mother: Admission, newborn: Newborn)? {
        let start = stories.isEmpty ? 0 : Int.random(in: 0..<stories.count, using: &random)
        for id in stories[start...] + stories[..<start] {
            guard let mother = ward.admissions[id], mother.mergedInto == nil else { continue }
            if let newborn = mother.newborns.filter(\.isHere).randomElement(using: &random) { return (mother, newborn) }
        }
        return nil
    }

    /// The next command, and who gives it.
    mutating func next() -> (any WardCommand, Badge?) {
        guard let (mother, baby) = anyBaby() else { return (grow(), by()) }
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<38: return (handOver(mother, baby), by())
        case 38..<44: return mend()
        case 44..<49: return (MoveNewborn(newborn: baby.id, to: place()), chance(6) ? nil : by())
        case 49..<57: return (clear(), chargeNurse())
        case 57..<59: return (RefuseHandover(newborn: baby.id, receiver: anybody(), to: place(), reason: "full"), by())
        case 59..<62: return (replace(mother, baby), by())
        case 62..<65: return (check(mother, baby), by())
        case 65..<68: return (group(baby), by())
        case 68..<70: return (ChangeDuty(on: Bool.random(using: &random), badge: anybody()), chargeNurse())
        case 70..<73: return headCount(baby)
        case 73..<74: return (answer(baby), by())
        case 74..<82: return (grow(), by())
        case 82..<85: return leave(mother, baby)
        case 85..<87: return farewell(baby)
        case 87..<90: return (bands(mother, baby), by())
        case 90..<92: return (motherBand(mother, baby), by())
        case 92..<94: return (family(mother, baby), chargeNurse())
        case 94..<95: return (merge(), by())
        case 95..<98: return correct()
        case 98..<99: return (sign(mother), by())
        default: return (HandOver(band: "X\(by())", motherBand: nil, giver: "S101", receiver: "S102", to: .nicu), by())
        }
    }

    mutating func anybody() -> Badge { StormWard.staff.randomElement(using: &random) ?? Badge("") }
    mutating func chargeNurse() -> Badge { StormWard.chargeNurses.randomElement(using: &random) ?? Badge("") }
    mutating func by() -> Badge { chance(8) ? chargeNurse() : anybody() }
    mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }
    mutating func fresh(_ prefix: String) -> String { "\(prefix)\(UInt64.random(in: 0...UInt64.max, using: &random))" }

    private mutating func place() -> Place {
        [.nicu, .postnatal, .motherBed, .bath, .hearing, .theatre].randomElement(using: &random) ?? .nicu
    }

    private mutating func band(_ baby: Newborn) -> String {
        let any = chance(40) ? baby.bands : baby.attachedBands
        return any.randomElement(using: &random)?.code ?? "-"
    }

    /// The mother's own band mostly, else somebody's.
    mutating func scanned(of mother: Admission) -> String? {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: anyBaby()?.mother.band?.code
        case 1: nil
        case 2: anyBaby()?.newborn.attachedBands.first?.code
        case 3: mother.voidBands.randomElement(using: &random)?.code ?? mother.band?.code
        default: mother.band?.code
        }
    }

    mutating func handOver(_ mother: Admission, _ baby: Newborn) -> HandOver {
        let giver: String =
            switch baby.custody.custodian {
            case .staff(let badge) where !chance(12): baby.pendingMove?.movedBy?.rawValue ?? badge.rawValue
            case .mother: mother.band?.code ?? "-"
            case .relative where !chance(12): baby.custody.custodian.code
            default: anybody().rawValue
            }
        let relative = mother.relatives.randomElement(using: &random)?.custodian.code
        let hers = chance(4) ? relative ?? mother.band?.code : mother.band?.code
        let receiver = chance(6) ? hers ?? "-" : anybody().rawValue
        let back = chance(2) ? StormWard.now().moment.advanced(seconds: 600) : nil
        return HandOver(
            band: band(baby), motherBand: scanned(of: mother),
            noMotherBandReason: Bool.random(using: &random) ? "asleep" : nil, giver: giver, receiver: receiver,
            to: place(), expectedBack: back)
    }

    /// One of the mismatches that wait, whatever it was.
    private mutating func clear() -> ClearMismatch {
        let stopped = babies.filter { $0.newborn.mismatch != nil }.randomElement(using: &random)
        let newborn = (stopped ?? anyBaby())?.newborn.id ?? NewbornID("-")
        let finding = chance(6) ? MismatchFinding.allCases.randomElement(using: &random) : nil
        return ClearMismatch(newborn: newborn, finding: finding ?? .wrongScan, reason: "looked again")
    }

    private mutating func check(_ mother: Admission, _ baby: Newborn) -> CheckMotherBand {
        CheckMotherBand(band: band(baby), motherBand: scanned(of: mother) ?? "-")
    }

    /// Some of the babies of whoever has one.
    private mutating func group(_ baby: Newborn) -> any WardCommand {
        guard case .staff(let giver) = baby.custody.custodian else { return MoveNewborn(newborn: baby.id, to: place()) }
        let hers = babies.filter { $0.newborn.custody.custodian == .staff(giver) && $0.newborn.outcome == .live }
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
