import Foundation
import Testing
import WardDomain

@testable import WardLedger

@Suite struct HistoryTests {
    let folder: TestFolder
    let terminal: Terminal
    var ledger: WardLedger { terminal.ledger }

    init() throws {
        folder = try TestFolder()
        terminal = try Terminal(folder.store).setUp()
    }

    @Test func rowsSayWhatTheStateSays() throws {
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        try terminal.give(GradeRisk(admission: admission, grade: .orange, infectious: true, factors: ["x"]))
        try terminal.give(DecideCaesarean(admission: admission, category: .one))
        try terminal.give(RecordBirth(admission: admission, mode: .caesarean, outcome: .live))
        try terminal.give(RecordBirth(admission: admission, mode: .caesarean, outcome: .live))
        let state = try #require(ledger.ward.admissions[admission])
        let lists = try ledger.lists()
        #expect(lists.mothers == [MotherRow(state)])
        #expect(lists.newborns == state.newborns.map { NewbornRow($0, of: state) }.reversed())
        #expect(lists.caesareans == state.runs.map { CaesareanRow($0, of: state) })
        #expect(lists.caesareans.first?.run.decisionToDelivery?.seconds == 1)
    }

    @Test func whatWaitedAboutABabyIsFoundByWhenItEndedAlsoWhenItsStoryIsClosed() throws {
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        _ = try terminal.bearAndBand(admission)
        terminal.clock.seconds += 60
        try terminal.give(
            DischargeNewborn(
                band: "B1L-\(admission)", otherBand: "B1R-\(admission)", motherBand: "M-\(admission)", to: .home,
                collector: nil, relation: nil, second: "W2", signatureSeenBy: "W2"))
        let left = terminal.clock.reading.moment
        func found(since: Moment) throws -> [EndedWaitRow] {
            guard case .endedWaits(let waits) = try ledger.answer(.endedWaits(since: since)) else { return [] }
            return waits
        }
        let all = try found(since: Moment(milliseconds: 0))
        #expect(all.map(\.ended.wait.kind).contains(.newbornUnbanded))
        let last = try found(since: left)
        #expect(!last.isEmpty && last.count < all.count)
        #expect(last.allSatisfy { $0.story == ledger.ward.admissions[admission] })

        try terminal.give(DepartMother(admission: admission, to: .home, keepsBed: false))

        #expect(ledger.ward.admissions.isEmpty)
        #expect(try found(since: left).map(\.ended) == last.map(\.ended))
        #expect(try found(since: left).allSatisfy { $0.story.id == admission && !$0.story.isOpen })
        #expect(try found(since: left.advanced(seconds: 1)).isEmpty)
    }

    @Test func theNewestActsOfAccessAreFoundOverMidnight() throws {
        func acts(newest: Int) throws -> [AccessNoted.Act?] {
            guard case .access(let entries) = try ledger.answer(.access(newest: newest)) else { return [] }
            return entries.map { ($0.fact as? AccessNoted)?.act }
        }
        #expect(try acts(newest: 10).isEmpty)
        try terminal.give(NoteAccess(act: .wrongPIN, badge: "W2"), by: nil)
        try terminal.give(NoteAccess(act: .signedIn))
        terminal.clock.seconds += 24 * 3600
        try terminal.give(NoteAccess(act: .namesRevealed))
        _ = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")

        #expect(try acts(newest: 10) == [.wrongPIN, .signedIn, .namesRevealed])
        #expect(try acts(newest: 2) == [.signedIn, .namesRevealed])
    }

    @Test func whatEndedInAnUnnamedWomansStoryIsFoundInHers() throws {
        let came = try terminal.give(AdmitMother(identity: MotherIdentity(label: "unknown woman 1"), bed: "3"))
        let unnamed = AdmissionID(came[0].stamp.id.rawValue)
        _ = try terminal.bearAndBand(unnamed)
        let known = try terminal.admit("Li Na", mrn: "ZY1", bed: "4")
        try terminal.give(MergeMother(admission: unnamed, into: known))

        guard case .endedWaits(let waits) = try ledger.answer(.endedWaits(since: Moment(milliseconds: 0))) else {
            throw LedgerFault.corrupt("answer")
        }
        #expect(!waits.isEmpty)
        #expect(waits.allSatisfy { $0.story.id == known })
    }

    @Test func aStrikeTakesAwayWhatItEnded() throws {
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        let baby = NewbornID(admission, order: 1)
        try terminal.give(RecordBirth(admission: admission, mode: .vaginal, outcome: .live))
        let banding = try terminal.give(AttachBand(newborn: baby, band: "B1L-1", limb: .leftWrist))
        func kinds() throws -> [String] { try ledger.texts("SELECT kind FROM endedWait") }
        #expect(try kinds() == ["newbornUnbanded"])

        try terminal.give(CorrectEntry(entry: banding[0].stamp.id, reason: "not on", strike: true))

        #expect(try kinds().isEmpty)
    }

    @Test func theCasebookKeepsTheWaysFromAnArrest() throws {
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        try terminal.give(DecideCaesarean(admission: admission, category: .one))
        let run = try #require(ledger.ward.admissions[admission]?.runs.first?.id)
        try terminal.give(NoteArrest(run: run, onTheSpot: true))
        try terminal.give(CallTeam(run: run, slot: .newborn))
        terminal.clock.seconds += 99
        try terminal.give(ArriveAtCaesarean(run: run, name: "He", part: .newbornDoctor))
        terminal.clock.seconds += 98
        try terminal.give(MarkMilestone(run: run, milestone: .incision))
        terminal.clock.seconds += 59
        try terminal.give(RecordBirth(admission: admission, mode: .caesarean, outcome: .live))
        guard case .casebook(let briefs) = try ledger.answer(.casebook(HistorySpan())) else {
            throw LedgerFault.corrupt("answer")
        }
        #expect(briefs.map(\.newbornDoctor) == [NewbornDoctorTimes(seconds: 100, beforeBirth: true)])
        #expect(briefs.map(\.arrest) == [ArrestTimes(toIncision: 200, toBirth: 260, onTheSpot: true)])
    }

    @Test func theCasebookAndTheCaseSayWhatTheRunSays() throws {
        let fetalDistress = Phrase(en: "fetal compromise", zhHans: "胎儿窘迫")
        terminal.rules.indications = [.init(code: "FHR", text: fetalDistress, source: Source(.recall, "test"))]
        let transfer = Phrase(en: "transfer to theatre", zhHans: "转运延迟")
        terminal.rules.delayReasons = [.init(code: "D04", text: transfer, source: Source(.recall, "test"))]
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        try terminal.give(DecideCaesarean(admission: admission, category: .one, indication: "FHR"))
        let run = try #require(ledger.ward.admissions[admission]?.runs.first)
        try terminal.give(MarkMilestone(run: run.id, milestone: .arrive))
        try terminal.give(GiveDelay(run: run.id, delay: "D04"))
        let baby = try terminal.bearAndBand(admission, .caesarean)
        try terminal.give(
            HandOver(band: "B1R-\(admission)", motherBand: "M-\(admission)", giver: "W1", receiver: "W2", to: .nicu))
        let handed = terminal.clock.reading.moment
        let state = try #require(ledger.ward.admissions[admission])
        guard case .casebook(let briefs) = try ledger.answer(.casebook(HistorySpan())) else {
            throw LedgerFault.corrupt("answer")
        }
        #expect(briefs == state.runs.map { CaesareanBrief($0, of: admission) })
        #expect(briefs.first?.delays == ["D04"])
        guard case .caesareanCase(let found) = try ledger.answer(.caesareanCase(run.id)) else {
            throw LedgerFault.corrupt("answer")
        }
        let shown = try #require(found)
        #expect(shown.run == state.runs.first)
        #expect(shown.babies.map(\.newborn.id) == [baby])
        #expect(shown.babies.first?.intensiveCareSince == handed)
        guard case .caesareanCase(let unknown) = try ledger.answer(.caesareanCase(CaesareanID("none"))) else {
            throw LedgerFault.corrupt("answer")
        }
        #expect(unknown == nil)
    }

    /// A list of cases says the same as each case asked for alone: twins, a mother with two runs, one without a baby.
    @Test func allCasesTogetherSayWhatEachSaysAlone() throws {
        let twins = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        try terminal.give(RecordBirth(admission: twins, mode: .vaginal, outcome: .live))
        try terminal.give(DecideCaesarean(admission: twins, category: .one))
        for _ in 1...2 { try terminal.give(RecordBirth(admission: twins, mode: .caesarean, outcome: .live)) }
        let other = try terminal.admit("Zhang", mrn: "ZY2", bed: "4")
        try terminal.give(DecideCaesarean(admission: other, category: .two))
        let reversed = try #require(ledger.ward.admissions[other]?.runs.first?.id)
        try terminal.give(StandDownCaesarean(run: reversed, reason: "trace recovered"))
        try terminal.give(DecideCaesarean(admission: other, category: .one))
        let baby = try terminal.bearAndBand(other, .caesarean)
        try terminal.give(
            HandOver(band: "B1R-\(other)", motherBand: "M-\(other)", giver: "W1", receiver: "W2", to: .nicu))

        guard case .caesareanCases(let all) = try ledger.answer(.caesareanCases(HistorySpan())) else {
            throw LedgerFault.corrupt("answer")
        }
        #expect(all.map(\.babies.count) == [1, 0, 2])
        #expect(all.first?.babies.first?.newborn.id == baby)
        #expect(all.first?.babies.first?.intensiveCareSince != nil)
        #expect(all.last?.babies.map(\.newborn.order) == [2, 3])
        for found in all {
            guard case .caesareanCase(let alone) = try ledger.answer(.caesareanCase(found.run.id)) else {
                throw LedgerFault.corrupt("answer")
            }
            #expect(alone == found)
        }
    }

    @Test func everyHandoverStaysInTheRegister() throws {
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        let baby = try terminal.bearAndBand(admission)
        let other = try terminal.admit("Zhang", mrn: "ZY2", bed: "4")
        try terminal.give(AttachMotherBand(admission: other, band: "M-other"))
        let band = "B1R-\(admission)"
        try terminal.give(
            HandOver(band: band, motherBand: "M-\(admission)", giver: "W1", receiver: "W2", to: .nicu))
        try terminal.give(RefuseHandover(newborn: baby, receiver: "W3", to: .theatre, reason: "full"))
        try terminal.give(HandOver(band: band, motherBand: "M-other", giver: "W2", receiver: "W3", to: .theatre))
        let rows = try ledger.lists().handovers
        #expect(rows.map(\.handover.result) == [.mismatch, .refused, .match])
        #expect(Set(rows.map(\.newborn)) == [baby])
        #expect(rows.first == ledger.ward.newborn(baby).flatMap { HandoverRow($0.newborn, of: $0.admission) })
    }

    @Test func aSpanIsFromUntilNewestFirstAndLimited() throws {
        var moments: [Moment] = []
        for bed in 1...5 {
            _ = try terminal.admit("Mother \(bed)", mrn: "ZY\(bed)", bed: BedLabel("\(bed)"))
            moments.append(terminal.clock.reading.moment)
        }
        func numbers(_ span: HistorySpan) throws -> [String?] {
            guard case .mothers(let rows) = try ledger.answer(.mothers(span)) else { return [] }
            return rows.map(\.identity.mrn)
        }
        #expect(try numbers(HistorySpan()) == ["ZY5", "ZY4", "ZY3", "ZY2", "ZY1"])
        #expect(try numbers(HistorySpan(from: moments[1], to: moments[3])) == ["ZY3", "ZY2"])
        #expect(try numbers(HistorySpan(limit: 2)) == ["ZY5", "ZY4"])
        #expect(try numbers(HistorySpan(limit: 0)).isEmpty)
    }

    /// A list must not read the whole history.
    @Test(arguments: [
        ("admission", HistoryQuery.mothers), ("newborn", HistoryQuery.newborns),
        ("caesarean", HistoryQuery.caesareans), ("handover", HistoryQuery.handovers), ("drill", HistoryQuery.drills),
    ])
    func everyListIsFoundByAnIndexOfTime(_ table: String, _ query: String) throws {
        let plan = try ChildProcess.output("sqlite3", [folder.store, "EXPLAIN QUERY PLAN " + query])
        #expect(plan.contains("SEARCH \(table) USING INDEX \(table)ByTime"), "\(plan)")
        #expect(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "\(plan)")
    }

    @Test func drillsAndResponsesAreToldApart() throws {
        let drill = try terminal.give(StartChecklist<Drill>(drillProtocol: "pph"))
        let response = try terminal.give(StartChecklist<Response>(drillProtocol: "pph"), by: nil)
        let run = ChecklistID(try #require(response.first).stamp.id.rawValue)
        try terminal.give(MarkStep<Response>(run: run, step: "drug", result: .done, dose: "10 IU", giver: "W2"))
        let rows = try ledger.lists().drills
        #expect(rows.map(\.run.nature) == [.drill, .response])
        #expect(rows.first?.run.id.rawValue == drill.first?.stamp.id.rawValue)
        #expect(try ledger.texts("SELECT dose || ' ' || giver FROM drillStep") == ["10 IU W2"])
    }

    @Test func anybodyMayAskTheTables() throws {
        _ = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        #expect(try ledger.texts("SELECT name || ' ' || bed FROM admission WHERE open") == ["Li Na 3"])
        #expect(try ledger.texts("SELECT count(*) FROM bed") == ["6"])
        #expect(try ledger.texts("SELECT name FROM staff WHERE role = 'midwife'") == ["Zhao"])
    }

    @Test func entriesComeInPagesAndByStream() throws {
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        #expect(try ledger.entries(after: 2, limit: 2).map(\.sequence) == [3, 4])
        #expect(try ledger.entries(of: .admission(admission)).map(\.sequence) == [6])
        #expect(try ledger.entries(after: 6).isEmpty)
        #expect(
            try ledger.entries().map(\.previousDigestText).dropFirst() == ledger.entries().map(\.digestText).dropLast())
    }
}
