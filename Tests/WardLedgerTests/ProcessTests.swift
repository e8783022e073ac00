import Foundation
import Testing
import WardDomain

@testable import WardLedger

@Suite struct ProcessTests {
    let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test(arguments: [1, 2, 7, 30])
    func whatACommandReturnedSurvivesAKill(_ lines: Int) throws {
        try Terminal(folder.store).setUp()
        let child = try ChildProcess(part: "recordUntilKilled", store: folder.store)
        var head: LedgerHead?
        for _ in 1...lines { head = LedgerHead(try #require(child.hear())) }
        child.kill()
        let result = WardLedger.verify(folder.store, against: head)
        #expect(result.isWhole)
        let ledger = try WardLedger(opening: folder.store)
        #expect(ledger.head.sequence >= Int64(5 + lines))
        #expect(try ledger.wardFromEntries() == ledger.ward)
        let rows = try ledger.readModelRows()
        try ledger.rebuild()
        #expect(try ledger.readModelRows() == rows)
    }

    @Test func ofSeveralProcessesOneGetsTheBed() throws {
        let terminal = try Terminal(folder.store).setUp()
        let children = try (1...3).map { _ in try ChildProcess(part: "raceForABed", store: folder.store) }
        for child in children { #expect(child.hear() == "ready") }
        for child in children { try child.go() }
        let outcomes = children.map { $0.hear() }
        for child in children { child.process.waitUntilExit() }
        #expect(outcomes.compactMap { Int($0 ?? "") }.reduce(0, +) == 6)
        _ = try terminal.ledger.catchUp()
        #expect(terminal.ledger.ward.admissions.count == 6)
        #expect(Set(terminal.ledger.ward.admissions.values.map(\.bed)).count == 6)
        #expect(WardLedger.verify(folder.store, against: terminal.ledger.head).isWhole)
    }

    /// A child's part: records until it is killed, and says each head that a record returned with.
    @Test(.enabled(if: ChildProcess.store != nil))
    func recordUntilKilled() throws {
        let terminal = try Terminal(try #require(ChildProcess.store), label: "T-child")
        var admission = try terminal.admit("Li Na", bed: "3")
        while true {
            ChildProcess.say(terminal.ledger.head.description)
            try terminal.give(GradeRisk(admission: admission, grade: .red, infectious: nil, factors: []))
            ChildProcess.say(terminal.ledger.head.description)
            try terminal.give(DepartMother(admission: admission, to: .home, keepsBed: false))
            admission = try terminal.admit("Li Na", bed: "3")
        }
    }

    /// A child's part: tries to put a mother into every bed, and says how many it got.
    @Test(.enabled(if: ChildProcess.store != nil))
    func raceForABed() throws {
        let terminal = try Terminal(
            try #require(ChildProcess.store), label: "T-\(ProcessInfo.processInfo.processIdentifier)")
        ChildProcess.say("ready")
        _ = readLine()
        var won = 0
        for bed in 1...6 {
            var isAnswered = false
            while !isAnswered {
                do {
                    _ = try terminal.admit("Mother", bed: BedLabel("\(bed)"))
                    won += 1
                    isAnswered = true
                } catch RecordFault.refused(let refusal) where refusal.code == "bedOccupied" {
                    isAnswered = true
                } catch RecordFault.ledger(.busy) {
                    isAnswered = false
                }
            }
        }
        ChildProcess.say("\(won)")
    }
}
