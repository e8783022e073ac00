import Foundation
import Testing
import WardDomain

@testable import WardLedger

/// Findings, rhythms and checks in the store: read back, looked up, migrated, rebuilt.
@Suite struct QualityHistoryTests {
    let folder: TestFolder
    let terminal: Terminal
    var ledger: WardLedger { terminal.ledger }

    init() throws {
        folder = try TestFolder()
        terminal = try Terminal(folder.store).setUp()
        terminal.rules.readiness.kits = [
            Kit(
                id: "cart", version: "1", en: "cart", zhHans: "急救车",
                items: [Kit.Item(id: "bag", en: "bag", zhHans: "复苏囊", source: Source(.recall, "test"))],
                source: Source(.recall, "test"))
        ]
    }

    private var today: CalendarDay { terminal.clock.reading.moment.localDay(Terminal.offset) }

    private func findings() throws -> [Finding] {
        guard case .findings(let found) = try ledger.answer(.findings(HistorySpan())) else { return [] }
        return found
    }

    private func duties() throws -> DutyHistory {
        let since = Moment(milliseconds: 0)
        guard case .duties(let history) = try ledger.answer(.duties(casesSince: since)) else { return DutyHistory() }
        return history
    }

    private func drill(by badge: Badge = "W2") throws -> ChecklistID {
        let made = try terminal.give(
            StartChecklist<Drill>(
                drillProtocol: "pph", participants: [ChecklistRun.Participant(badge: badge, role: "LEAD")]))
        let run = ChecklistID(made[0].stamp.id.rawValue)
        let action = ChecklistRun.Debrief.Action(what: "key", owner: "W2", due: today)
        try terminal.give(
            FinishChecklist<Drill>(
                run: run, debrief: ChecklistRun.Debrief(wentWell: "x", change: nil, actions: [action])))
        return run
    }

    @Test func aClosedFindingStaysInTheHistoryWithItsWord() throws {
        let run = try drill()
        let open = try #require(ledger.ward.findings.values.first)
        #expect(open.origin?.run == run)
        try terminal.give(CloseFinding(finding: open.id, how: "hangs there"), by: "W1")

        #expect(ledger.ward.findings.isEmpty)
        #expect(try findings().map { $0.closing?.how } == ["hangs there"])
        #expect(try ledger.texts("SELECT how FROM finding") == ["hangs there"])
        #expect(refusal { try terminal.give(CloseFinding(finding: open.id, how: "again")) } == .findingClosed)
    }

    @Test func anOpenFindingIsThereAfterTheProgramIsOpenedAgain() throws {
        _ = try drill()

        let again = try WardLedger(opening: folder.store)

        #expect(again.ward.findings == ledger.ward.findings)
        #expect(again.ward.findings.count == 1)
    }

    @Test func theCadenceIsReckonedFromEveryDrillAndTheRecentCases() throws {
        let run = try drill()
        try terminal.give(
            VoidChecklist<Drill>(
                run: ChecklistID(
                    try terminal.give(StartChecklist<Drill>(drillProtocol: "pph"))[0].stamp.id.rawValue), reason: "x"))
        try terminal.give(StartChecklist<Response>(drillProtocol: "pph"))
        try terminal.give(HoldRhythm(rhythm: .jointMeeting, participants: ["W1", "W2"], minutes: 40))
        let admission = try terminal.admit("Li Na", mrn: "ZY1", bed: "3")
        try terminal.give(DecideCaesarean(admission: admission, category: .one))
        try terminal.give(RecordBirth(admission: admission, mode: .caesarean, outcome: .live))

        let history = try duties()

        #expect(history.drills.map(\.run) == [run])
        #expect(history.drills.first?.team == ["W2"])
        #expect(history.rhythms.map(\.participants) == [["W1", "W2"]])
        #expect(history.responses.map(\.drillProtocol) == ["pph"])
        #expect(history.caesareans.map(\.seconds) == [1])
        #expect(history.wardSince == Moment(milliseconds: 1_795_000_001_000))
        guard
            case .duties(let none) = try ledger.answer(
                .duties(casesSince: terminal.clock.reading.moment.advanced(seconds: 1)))
        else { return }
        #expect(none.responses.isEmpty && none.caesareans.isEmpty && none.drills.count == 1)
    }

    @Test func aSealIsComparedWithTheOneOfTheLastFullCheck() throws {
        #expect(refusal { try terminal.give(CheckKitSeal(kit: "cart", seal: "S1")) } == .kitNeverSealed)
        for seal in ["S1", "S2"] {
            let check = KitCheckID(try terminal.give(BeginKitCheck(kit: "cart"))[0].stamp.id.rawValue)
            try terminal.give(CheckKitItem(check: check, item: "bag", result: .inOrder))
            try terminal.give(FinishKitCheck(check: check, seal: seal))
        }
        try terminal.give(CheckKitSeal(kit: "cart", seal: "S1"))
        try terminal.give(CheckKitSeal(kit: "cart", seal: "S2"))

        guard case .readiness(let history) = try ledger.answer(.readiness(since: Moment(milliseconds: 0))) else {
            return
        }
        #expect(history.checks.map(\.isSound) == [true, false, true, true])
        #expect(history.lastFull["cart"]?.seal == "S2")
        guard case .kitChecks(let checks) = try ledger.answer(.kitChecks(HistorySpan(limit: 1))) else { return }
        #expect(checks.first?.kit?.items.isEmpty == true)
    }

    @Test func aStoreOfTheFirstVersionLearnsWhoDrilled() throws {
        _ = try drill()
        let tables = [
            "finding", "rhythm", "rhythmMember", "drillMember", "kitCheck", "onCall", "casebook", "upkeep", "endedWait",
        ]
        let before = try ledger.texts("SELECT run || badge || role FROM drillMember")
        for table in tables { try ledger.sql("DROP TABLE \(table)") }
        try ledger.sql("PRAGMA user_version = 1")

        let migrated = try WardLedger(opening: folder.store)

        #expect(try migrated.texts("SELECT run || badge || role FROM drillMember") == before)
        try migrated.rebuild()
        #expect(try migrated.texts("SELECT what FROM finding") == ["key"])
        #expect(migrated.ward.findings == ledger.ward.findings)
    }

    @Test func aRebuildMakesTheSameRows() throws {
        _ = try drill()
        try terminal.give(HoldRhythm(rhythm: .skillsTraining, participants: ["W1"], minutes: 40, topic: "bag"))
        let check = KitCheckID(try terminal.give(BeginKitCheck(kit: "cart"))[0].stamp.id.rawValue)
        try terminal.give(CheckKitItem(check: check, item: "bag", result: .gap, note: "torn"))
        try ledger.sql("INSERT INTO rhythmMember VALUES ('stray', 'W9')")
        try ledger.sql("DELETE FROM finding")

        try ledger.rebuild()

        #expect(try ledger.texts("SELECT count(*) || '' FROM finding") == ["2"])
        #expect(try ledger.texts("SELECT badge FROM rhythmMember") == ["W1"])
        #expect(ledger.ward.kitChecks.count == 1)
    }

    private func refusal(_ body: () throws -> [Entry]) -> Refusal? {
        do {
            _ = try body()
            return nil
        } catch RecordFault.refused(let refusal) {
            return refusal
        } catch {
            return nil
        }
    }
}
