import SeededNumbers
import Testing
import WardDomain

@testable import WardLedger

/// Drills in the store: their numbers, their own list, and nothing of anybody's touched.
@Suite struct DrillLedgerTests {
    let folder: TestFolder
    let terminal: Terminal
    var ledger: WardLedger { terminal.ledger }

    init() throws {
        folder = try TestFolder()
        terminal = try Terminal(folder.store).setUp()
    }

    private func run(_ entries: [Entry]) throws -> ChecklistID {
        ChecklistID(try #require(entries.first).stamp.id.rawValue)
    }

    @Test func everyDrillHasItsOwnNumberOverAllTerminalsAndForEver() throws {
        let other = try Terminal(folder.store, label: "T-02", creating: false)
        let first = try run(try terminal.give(StartChecklist<Drill>(drillProtocol: "pph")))
        try terminal.give(StartChecklist<Response>(drillProtocol: "pph"), by: nil)
        let second = try run(try other.give(StartChecklist<Drill>(drillProtocol: "pph")))
        try other.give(VoidChecklist<Drill>(run: second, reason: "wrong key"))
        try terminal.give(FinishChecklist<Drill>(run: first))
        try ledger.rebuild()
        try terminal.give(StartChecklist<Drill>(drillProtocol: "pph"))

        guard case .drills(let drills) = try ledger.answer(.drills(HistorySpan())),
            case .responses(let responses) = try ledger.answer(.responses(HistorySpan()))
        else { throw LedgerFault.io("an answer of another kind") }
        #expect(drills.compactMap(\.run.number).sorted() == [1, 2, 3])
        #expect(drills.allSatisfy { $0.run.isDrill })
        #expect(responses.map(\.run.number) == [nil])
        #expect(responses.allSatisfy { !$0.run.isDrill })
    }

    @Test func whatAResponseAddsStandsOnHerPageAlsoAfterAMerger() throws {
        let mother = try terminal.admit("Li Na", mrn: "ZY1")
        let unknown = AdmissionID(
            try #require(try terminal.give(AdmitMother(identity: MotherIdentity(label: "unknown 1"))).first).stamp.id
                .rawValue)
        let response = try run(
            try terminal.give(StartChecklist<Response>(drillProtocol: "pph", admission: unknown), by: nil))
        try terminal.give(MarkStep<Response>(run: response, step: "call", result: .done), by: nil)
        let drill = try run(try terminal.give(StartChecklist<Drill>(drillProtocol: "pph")))
        try terminal.give(NoteChecklist<Drill>(run: drill, text: "x"))
        try terminal.give(MergeMother(admission: unknown, into: mother))
        try terminal.give(FinishChecklist<Response>(run: response))

        guard case .responseStories(_, let lines) = try ledger.answer(.responseStories(mother)) else {
            throw LedgerFault.io("an answer of another kind")
        }
        #expect(lines.map { type(of: $0.entry.fact).kind } == ["checklistStarted", "stepMarked", "checklistFinished"])
        #expect(lines.allSatisfy { $0.entry.stream == .response(response) })
    }

    /// A whole drill, and every table of mothers, babies, registers and indicators as it was.
    @Test func aWholeDrillLeavesEveryOtherTableAsItWas() throws {
        let mother = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        _ = try terminal.bearAndBand(mother)
        let before = try others()
        let open = ledger.ward.openEnds(now: terminal.clock.reading, rules: terminal.rules)

        let drill = try run(try terminal.give(StartChecklist<Drill>(drillProtocol: "pph")))
        try terminal.give(MarkStep<Drill>(run: drill, step: "call", result: .done))
        try terminal.give(MarkStep<Drill>(run: drill, step: "drug", result: .done, dose: "10 IU"))
        try terminal.give(ArriveAtChecklist<Drill>(run: drill, badge: "W2", role: "LEAD"))
        try terminal.give(GiveInject(run: drill, text: "x"))
        try terminal.give(NoteChecklist<Drill>(run: drill, text: "x"))
        try terminal.give(PauseDrill(run: drill))
        try terminal.give(ResumeDrill(run: drill))
        try terminal.give(SuspendDrill(run: drill, reason: "x"))
        let debrief = ChecklistRun.Debrief(wentWell: "x", change: nil, actions: [])
        try terminal.give(FinishChecklist<Drill>(run: drill, debrief: debrief))
        try terminal.give(WriteDebrief<Drill>(run: drill, debrief: debrief))

        #expect(try others() == before)
        let now = ledger.ward.openEnds(now: terminal.clock.reading, rules: terminal.rules)
        #expect(now.map(\.kind) == open.map(\.kind))
        guard case .story(_, let story) = try ledger.answer(.story(.drill(drill))) else {
            throw LedgerFault.io("an answer of another kind")
        }
        let said = story.map(\.entry.fact.summary)
        #expect(said.count == 12)
        #expect(said.allSatisfy { $0.en.hasPrefix("DRILL 演练") })
        #expect(said.allSatisfy { $0.zhHans.hasPrefix("演练 DRILL") })
        let payloads = try ledger.texts("SELECT payload FROM entry WHERE stream = 'drill/\(drill)'")
        #expect(payloads.allSatisfy { $0.contains(#""drill":true"#) })
    }

    /// Every row of every table but the drills' own, as text.
    private func others() throws -> [String] {
        try ModelTable.all.filter { ![.drill, .drillStep, .drillMember].contains($0) }.flatMap { table in
            try ledger.texts("SELECT json_array(\(table.quotedColumns.joined(separator: ", "))) FROM \(table.name)")
        }
    }

    /// Two terminals that see each other's marks now and then, and press as they please.
    @Test func fiveHundredRandomTicksFromTwoTerminalsLoseNoneAndDoubleNone() throws {
        let terminals = [terminal, try Terminal(folder.store, label: "T-02", creating: false)]
        for each in terminals { each.rules.protocols = [TestProtocol.long] }
        let drill = try run(try terminal.give(StartChecklist<Drill>(drillProtocol: "long")))
        _ = try ledger.catchUp()
        _ = try terminals[1].ledger.catchUp()
        terminals[1].clock = terminal.clock
        var random = SeededRandom(seed: 20_261_126)
        var accepted: [String: [Int]] = [:]
        var refused: [String: Int] = [:]
        for _ in 0..<500 {
            let each = terminals[Int.random(in: 0..<2, using: &random)]
            if Int.random(in: 0..<4, using: &random) == 0 { _ = try each.ledger.catchUp() }
            let steps = TestProtocol.long.steps
            let step = steps[Int.random(in: 0..<steps.count, using: &random)]
            let seen = each.ledger.ward.checklists[drill]?.timesMarked[step.id] ?? 0
            let mark = MarkStep<Drill>(run: drill, step: step.id, result: .done, dose: "1", seen: seen)
            do {
                try each.give(mark)
                accepted[step.id, default: []].append(seen)
            } catch {
                refused[refusalCode(error), default: 0] += 1
            }
        }
        _ = try ledger.catchUp()
        let folded = try #require(ledger.ward.checklists[drill])
        for (step, seen) in accepted {
            #expect(Set(seen).count == seen.count, "\(step) was marked twice from one look")
            #expect(folded.timesMarked[step] == seen.count)
            #expect(folded.marksInOrder(of: step).count == seen.count)
        }
        let single = TestProtocol.long.steps.filter { !$0.mayBeRepeated }
        #expect(single.allSatisfy { folded.marksInOrder(of: $0.id).count == 1 })
        #expect(Set(refused.keys).isSubset(of: ["stepChangedSince", "stepAlreadyMarked"]), "\(refused)")
        #expect((refused["stepChangedSince"] ?? 0) > 0, "the terminals never got into each other's way")
        let taken = accepted.values.map(\.count).reduce(0, +)
        let turnedAway = refused.values.reduce(0, +)
        #expect(taken + turnedAway == 500)
    }

    private func refusalCode(_ error: any Error) -> String {
        guard case .refused(let refusal)? = error as? RecordFault else { return "\(error)" }
        return refusal.code
    }
}

extension TestProtocol {
    /// Forty steps: most are done once, some repeat, some take a dose.
    static let long = DrillProtocol(
        id: "long", version: "1", en: "long", zhHans: "长", momentZeroEn: "start", momentZeroZhHans: "开始",
        roles: [TeamRole(code: "LEAD", en: "leader", zhHans: "组长")],
        steps: (1...40).map { number in
            ProtocolStep(
                id: "s\(number)", targetSeconds: number * 10, repeatSeconds: number % 8 == 0 ? 60 : nil, role: "LEAD",
                critical: true, en: "step \(number)", zhHans: "步骤\(number)", takesDose: number % 9 == 0,
                source: Source(.verified, "test"))
        },
        source: Source(.verified, "test"))
}
