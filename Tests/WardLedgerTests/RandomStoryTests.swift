import Foundation
import SeededNumbers
import Testing
import WardDomain

@testable import WardLedger

/// Random evenings on two terminals: whichever way the state is come by, it is the same.
@Suite struct RandomStoryTests {
    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func stateIsTheSameHoweverItIsComeBy(_ seed: UInt64) throws {
        let folder = try TestFolder()
        var evening = try RandomEvening(folder.store, seed: seed)
        for _ in 1...12 {
            for _ in 1...15 { try evening.step() }
            try evening.expectOneTruth(folder.store)
        }
        #expect(evening.recorded > 60, "the evening was too quiet to show anything")
        #expect(evening.kinds.count > 12, "\(evening.kinds)")
        let ledger = evening.terminals[0].ledger
        let (rows, lists, ward) = (try ledger.readModelRows(), try ledger.lists(), ledger.ward)
        try ledger.rebuild()
        #expect(try ledger.readModelRows() == rows)
        #expect(try ledger.lists() == lists)
        #expect(ledger.ward == ward)
        #expect(WardLedger.verify(folder.store, against: ledger.head).isWhole)
    }
}

/// Two terminals and a stream of commands that mostly make sense.
private struct RandomEvening {
    let terminals: [Terminal]
    var recorded = 0
    var kinds: Set<String> = []
    private var random: SeededRandom
    private var mothers = 0

    init(_ store: String, seed: UInt64) throws {
        random = SeededRandom(seed: seed)
        terminals = [try Terminal(store).setUp(), try Terminal(store, label: "T-02")]
    }

    mutating func step() throws {
        let terminal = terminals.randomElement(using: &random)!
        terminal.clock.seconds = (terminals.map(\.clock.seconds).max() ?? 0) + Int64.random(in: 0...120, using: &random)
        let badge: Badge? = ["W1", "W2", "W3", nil].randomElement(using: &random)!
        guard let command = try command(terminal) else { return }
        do {
            let made = try terminal.give(command, by: badge, time: time(terminal))
            recorded += made.count
            kinds.formUnion(made.map { type(of: $0.fact).kind })
        } catch RecordFault.refused {
            return
        }
    }

    private mutating func time(_ terminal: Terminal) -> CommandEnvelope.Time {
        let reading = terminal.clock.reading
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return .frozen(reading)
        case 1: return .typed(reading.moment.advanced(seconds: -Int.random(in: 0...600, using: &random)))
        default: return .now
        }
    }

    private mutating func command(_ terminal: Terminal) throws -> (any WardCommand)? {
        let ward = terminal.ledger.ward
        let admission = ward.admissions.keys.sorted { $0.rawValue < $1.rawValue }.randomElement(using: &random)
        guard let admission, Int.random(in: 0..<8, using: &random) > 0 else { return admit() }
        let run = ward.admissions[admission]?.runs.last?.id
        let baby = ward.admissions[admission]?.newborns.randomElement(using: &random)
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return GradeRisk(admission: admission, grade: pick(RiskGrade.allCases), infectious: nil, factors: [])
        case 1: return WritePlan(admission: admission, text: "plan \(recorded)")
        case 2: return MoveMother(admission: admission, bed: bed())
        case 3: return DepartMother(admission: admission, to: pick(MotherPlace.allCases), keepsBed: false)
        case 4: return DecideCaesarean(admission: admission, category: .two)
        case 5: return DecideCaesarean()
        case 6: return run.map { MarkMilestone(run: $0, milestone: pick(Milestone.allCases)) }
        case 7: return run.map { StandDownCaesarean(run: $0, reason: "better") }
        case 8, 9: return RecordBirth(admission: admission, mode: pick(BirthMode.allCases), outcome: .live)
        case 10: return AttachMotherBand(admission: admission, band: "M\(recorded)", reason: "lost")
        case 11, 12: return baby.map { AttachBand(newborn: $0.id, band: "B\(recorded)", limb: pick(Limb.allCases)) }
        case 13, 14: return baby.flatMap { handOver($0, ward, admission) }
        case 15: return baby.map { MoveNewborn(newborn: $0.id, to: .nicu) }
        case 16: return try checklist(ward)
        case 17: return merge(ward)
        case 18: return SignEntries(admission: admission)
        default: return try correction(terminal)
        }
    }

    private mutating func admit() -> any WardCommand {
        mothers += 1
        return AdmitMother(identity: MotherIdentity(name: "Mother \(mothers)", mrn: "ZY\(mothers)"), bed: bed())
    }

    private mutating func bed() -> BedLabel { BedLabel("\(Int.random(in: 1...6, using: &random))") }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements.randomElement(using: &random)! }

    private mutating func handOver(_ baby: Newborn, _ ward: WardState, _ admission: AdmissionID) -> (any WardCommand)? {
        guard baby.mismatch == nil else { return ClearMismatch(newborn: baby.id, reason: "looked") }
        let bands = ward.admissions.values.compactMap(\.band?.code).sorted()
        guard let band = baby.attachedBands.first, let scanned = bands.randomElement(using: &random),
            case .staff(let giver) = baby.custody.custodian
        else { return nil }
        let own = ward.admissions[admission]?.band?.code
        return HandOver(
            band: band.code, motherBand: Bool.random(using: &random) ? own ?? scanned : scanned,
            giver: giver.rawValue, receiver: pick(["W1", "W2", "W3"]), to: pick([.nicu, .postnatal, .motherBed]))
    }

    private mutating func checklist(_ ward: WardState) throws -> any WardCommand {
        guard let run = ward.checklists.values.first(where: { $0.nature == .drill }) else {
            return StartChecklist<Drill>(drillProtocol: "pph")
        }
        return Bool.random(using: &random)
            ? MarkStep<Drill>(run: run.id, step: "call", result: pick(StepResult.allCases))
            : FinishChecklist<Drill>(run: run.id)
    }

    private func merge(_ ward: WardState) -> (any WardCommand)? {
        let mothers = ward.admissions.values.sorted { $0.id.rawValue < $1.id.rawValue }
        guard let unknown = mothers.first(where: { !$0.identity.isNamed }),
            let known = mothers.first(where: { $0.identity.isNamed })
        else { return nil }
        return MergeMother(admission: unknown.id, into: known.id)
    }

    private mutating func correction(_ terminal: Terminal) throws -> (any WardCommand)? {
        let entries = try terminal.ledger.entries(after: 5)
        guard let target = entries.randomElement(using: &random) else { return nil }
        return Bool.random(using: &random)
            ? CorrectEntry(entry: target.id, reason: "mistake", strike: true)
            : CorrectEntry(
                entry: target.id, reason: "late", newTime: target.occurred.moment.advanced(seconds: -30))
    }

    /// Folded step by step, caught up with, read back from the disk, and folded from the entries: one state.
    func expectOneTruth(_ store: String) throws {
        for terminal in terminals { _ = try terminal.ledger.catchUp() }
        let ward = terminals[0].ledger.ward
        #expect(terminals[1].ledger.ward == ward)
        #expect(try WardLedger(opening: store).ward == ward)
        #expect(try terminals[0].ledger.wardFromEntries() == ward)
    }
}
