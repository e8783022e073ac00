import Foundation
import Testing
import WardDomain

@testable import WardLedger

@Suite struct CorrectionTests {
    let folder: TestFolder
    let terminal: Terminal
    var ledger: WardLedger { terminal.ledger }

    init() throws {
        folder = try TestFolder()
        terminal = try Terminal(folder.store).setUp()
    }

    /// Memory, folded state on disk, and the entries alone must say the same.
    private func expectOneTruth() throws {
        #expect(try ledger.wardFromEntries() == ledger.ward)
        #expect(try WardLedger(opening: folder.store).ward == ledger.ward)
        let (rows, lists) = (try ledger.readModelRows(), try ledger.lists())
        try ledger.rebuild()
        #expect(try ledger.readModelRows() == rows)
        #expect(try ledger.lists() == lists)
        #expect(WardLedger.verify(folder.store, against: ledger.head).isWhole)
    }

    @Test func aStruckEntryNoLongerCounts() throws {
        let admission = try terminal.admit("Li Na", bed: "3")
        let graded = try terminal.give(GradeRisk(admission: admission, grade: .red, infectious: nil, factors: []))
        let entry = try #require(graded.first).stamp.id
        try terminal.give(CorrectEntry(entry: entry, reason: "wrong mother", strike: true))
        #expect(ledger.ward.admissions[admission]?.risk == nil)
        try expectOneTruth()
        guard case .story(_, let lines) = try ledger.answer(.story(.admission(admission))) else { return }
        #expect(lines.map(\.struck) == [false, true, false])
        #expect(lines[1].correctedBy == lines[2].entry.stamp.id)
        #expect(lines[1].entry.fact is RiskGraded)
    }

    @Test func aChangedFieldCountsAtItsOldPlace() throws {
        let admission = try terminal.admit("Li Na", bed: "3")
        let planned = try terminal.give(WritePlan(admission: admission, text: "watch"))
        try terminal.give(GradeRisk(admission: admission, grade: .red, infectious: nil, factors: []))
        let entry = try #require(planned.first).stamp.id
        try terminal.give(CorrectEntry(entry: entry, reason: "typing", change: ["text": .string("watch closely")]))
        #expect(ledger.ward.admissions[admission]?.planLine == "watch closely")
        #expect(ledger.ward.admissions[admission]?.risk == .red)
        try expectOneTruth()
    }

    @Test func aChangedTimeMovesTheMilestone() throws {
        let admission = try terminal.admit("Li Na", bed: "3")
        let decided = try terminal.give(DecideCaesarean(admission: admission, category: .one))
        let run = CaesareanID(try #require(decided.first).stamp.id.rawValue)
        terminal.clock.seconds += 600
        let marked = try terminal.give(MarkMilestone(run: run, milestone: .arrive))
        let earlier = terminal.clock.reading.moment.advanced(seconds: -60)
        try terminal.give(
            CorrectEntry(entry: try #require(marked.first).stamp.id, reason: "late key", newTime: earlier))
        #expect(ledger.ward.caesarean(run)?.run.elapsed(to: .arrive)?.seconds == 541)
        #expect(try ledger.texts("SELECT elapsedSeconds FROM milestone WHERE milestone = 'ARRIVE'") == ["541"])
        try expectOneTruth()
    }

    @Test func aCorrectionThatMakesALaterEntryImpossibleNamesIt() throws {
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        let born = try terminal.give(RecordBirth(admission: admission, mode: .vaginal, outcome: .live))
        try terminal.give(
            ScoreApgar(newborn: NewbornID(admission, order: 1), minute: 1, score: ApgarScore(totalOnly: 9)))
        let head = ledger.head
        let entry = try #require(born.first).stamp.id
        let found = refusal { try terminal.give(CorrectEntry(entry: entry, reason: "mistake", strike: true)) }
        #expect(found?.code == "correctionImpossible")
        #expect(found?.text.en.contains("Apgar") == true)
        #expect(ledger.head == head)
        try expectOneTruth()
    }

    @Test func theRegisterFollowsACorrection() throws {
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        _ = try terminal.bearAndBand(admission)
        let band = "B1L-\(admission)"
        let first = try terminal.give(
            HandOver(
                band: band, motherBand: "M-\(admission)", giver: "W1", receiver: "W2", to: .nicu, reason: "observation")
        )
        try terminal.give(
            HandOver(band: band, motherBand: "M-\(admission)", giver: "W2", receiver: "W3", to: .theatre))
        let entry = try #require(first.first).stamp.id
        try terminal.give(CorrectEntry(entry: entry, reason: "typing", change: ["reason": .string("cold")]))
        let rows = try ledger.lists().handovers
        #expect(rows.map(\.handover.reason) == [nil, "cold", "observation"])
        try expectOneTruth()
    }

    @Test func aClosedStoryIsCorrectedAndMayOpenAgain() throws {
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        try terminal.give(GradeRisk(admission: admission, grade: .red, infectious: nil, factors: []))
        let departed = try terminal.give(DepartMother(admission: admission, to: .home, keepsBed: false))
        #expect(ledger.ward.admissions[admission] == nil)
        let other = try Terminal(folder.store, label: "T-02")
        #expect(other.ledger.ward.admissions[admission] == nil)
        let entry = try #require(departed.first).stamp.id
        try terminal.give(CorrectEntry(entry: entry, reason: "still here", strike: true))
        #expect(ledger.ward.occupant(of: "3")?.id == admission)
        #expect(try other.ledger.catchUp().entries.count == 1)
        #expect(other.ledger.ward == ledger.ward)
        try expectOneTruth()
    }

    @Test func aCommandReachesAClosedStory() throws {
        let started = try terminal.give(StartChecklist<Drill>(drillProtocol: "pph"))
        let run = ChecklistID(try #require(started.first).stamp.id.rawValue)
        try terminal.give(MarkStep<Drill>(run: run, step: "call", result: .done))
        try terminal.give(FinishChecklist<Drill>(run: run))
        #expect(ledger.ward.checklists.isEmpty)
        let other = try Terminal(folder.store, label: "T-02")
        let debrief = ChecklistRun.Debrief(wentWell: "calm", change: nil, actions: [])
        try other.give(WriteDebrief<Drill>(run: run, debrief: debrief))
        #expect(try ledger.catchUp().entries.count == 1)
        #expect(ledger.ward.checklists.isEmpty)
        let drills = try ledger.lists().drills
        #expect(drills.map(\.run.debrief) == [debrief])
        #expect(drills.first?.score.criticalInTime == 1)
        try expectOneTruth()
    }

    @Test func anUnknownWomansStoryJoinsItsMotherOnce() throws {
        let known = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        let decided = try terminal.give(DecideCaesarean(label: "unknown woman 1"), by: nil)
        let unknown = AdmissionID(try #require(decided.first).stamp.id.rawValue)
        try terminal.give(RecordBirth(admission: unknown, mode: .caesarean, outcome: .live))
        try terminal.give(AttachMotherBand(admission: unknown, band: "M-unknown"))
        try terminal.give(MergeMother(admission: unknown, into: known))
        let lists = try ledger.lists()
        #expect(lists.caesareans.map(\.admission) == [known])
        #expect(lists.newborns.map(\.admission) == [known])
        #expect(lists.newborns.map(\.mother.name) == ["Li Na"])
        #expect(lists.mothers.map(\.mergedInto) == [known, nil])
        #expect(
            refusal { try terminal.give(AttachMotherBand(admission: known, band: "M-unknown", reason: "x")) } != nil)
        try expectOneTruth()
    }

    /// The register's rows for one baby: what each said, what it stands for, and whether it still holds.
    private func registered() throws -> [(reason: String?, supersedes: EntryID?, holds: Bool, struck: Bool)] {
        guard case .register(let rows) = try ledger.answer(.register(HistorySpan())) else { return [] }
        return rows.map(\.row.handover).sorted { $0.entry.rawValue < $1.entry.rawValue }.map {
            ($0.reason, $0.correction?.supersedes, $0.correction?.supersededBy == nil, $0.correction?.struck == true)
        }
    }

    @Test func aCorrectedHandoverStaysInTheRegisterAndEachCorrectionAddsARow() throws {
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        _ = try terminal.bearAndBand(admission)
        let given = try terminal.give(
            HandOver(
                band: "B1R-\(admission)", motherBand: "M-\(admission)", giver: "W1", receiver: "W2", to: .nicu,
                reason: "grunting"))
        let first = try #require(given.first).stamp.id
        #expect(try registered().map(\.reason) == ["grunting"])

        let changed = try terminal.give(
            CorrectEntry(entry: first, reason: "typing", change: ["reason": .string("groaning")]))
        let second = try #require(changed.first).stamp.id
        let afterOne = try registered()
        #expect(afterOne.map(\.reason) == ["grunting", "groaning"])
        #expect(afterOne.map(\.supersedes) == [nil, first])
        #expect(afterOne.map(\.holds) == [false, true])
        try expectOneTruth()

        try terminal.give(CorrectEntry(entry: first, reason: "another baby", strike: true))
        let afterTwo = try registered()
        #expect(afterTwo.map(\.reason) == ["grunting", "groaning", "groaning"])
        #expect(afterTwo.map(\.supersedes) == [nil, first, second])
        #expect(afterTwo.map(\.holds) == [false, false, true])
        #expect(afterTwo.map(\.struck) == [false, false, true])
        try expectOneTruth()
    }

    @Test func aCorrectionOfAnotherEntryLeavesTheRegisterAsItIs() throws {
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        _ = try terminal.bearAndBand(admission)
        let planned = try terminal.give(WritePlan(admission: admission, text: "watch"))
        try terminal.give(
            HandOver(
                band: "B1R-\(admission)", motherBand: "M-\(admission)", giver: "W1", receiver: "W2", to: .nicu,
                reason: "grunting", purpose: .nicu))
        try terminal.give(
            CorrectEntry(entry: try #require(planned.first).stamp.id, reason: "typing", change: ["text": .string("w")]))

        #expect(try registered().map(\.reason) == ["grunting"])
        guard case .register(let rows) = try ledger.answer(.register(HistorySpan())) else { return }
        #expect(rows[0].row.handover.purpose == .nicu)
        #expect(rows[0].row.handover.band == "B1R-\(admission)")
        #expect(rows[0].baby?.attachedBands.count == 2)
        try expectOneTruth()
    }
}
