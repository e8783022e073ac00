import Foundation
import Testing
import WardDomain
import WardLedger
import WardPanes

@testable import matrona

/// What the loop's orders become in a real store, and what comes back for the screen.
@Suite struct LedgerDeskTests {
    let folder: TemporaryFolder
    let ledger: WardLedger
    let desk: LedgerDesk

    init() throws {
        folder = try TemporaryFolder()
        ledger = try WardLedger(opening: folder.path + "/ward.db", creating: true)
        desk = LedgerDesk(ledger, rules: ClinicalRules(), terminal: "T-01")
        _ = desk.record(order(SetUpWard(name: "Ward", beds: [BedLabel("1")]), ticket: 0), at: reading(0))
    }

    private var store: String { ledger.path }

    private func reading(_ seconds: Int64) -> ClockReading {
        ClockReading(
            moment: Moment(milliseconds: (1_795_000_000 + seconds) * 1000), bootID: "boot",
            uptime: (1000 + seconds) * 1_000_000_000)
    }

    private func order(_ command: any WardCommand, ticket: Int = 1) -> RecordOrder {
        RecordOrder(
            ticket: ticket, id: CommandID("order-\(ticket)"), by: nil, time: .now, givenAt: reading(0), command: command
        )
    }

    @Test func whatWasRecordedIsInTheWardBeforeItsOrderIsAnswered() throws {
        let inputs = desk.record(order(NoteClockStep(seconds: 60), ticket: 7), at: reading(1))

        try #require(inputs.count == 2)
        guard case .ward(let ward, let news) = inputs[0], case .recorded(7, .committed(let entries)) = inputs[1] else {
            Issue.record("\(inputs)")
            return
        }
        #expect(ward == ledger.ward)
        #expect(news.map(\.stamp.id) == entries.map(\.stamp.id))
        #expect(entries.map { $0.stamp.terminal } == ["T-01"])
    }

    @Test func aRefusalChangesNothing() {
        let before = ledger.head
        let inputs = desk.record(order(SetUpWard(name: "Again", beds: [BedLabel("1")])), at: reading(1))

        guard inputs.count == 1, case .recorded(1, .refused) = inputs[0] else {
            Issue.record("\(inputs)")
            return
        }
        #expect(ledger.head == before)
    }

    @Test(.enabled(if: StoreHolder.isHere))
    func anOrderThatABusyStoreDidNotTakeIsRecordedOnceUnderItsID() throws {
        let holder = try StoreHolder(store)
        holder.run("BEGIN IMMEDIATE;")
        let step = order(NoteClockStep(seconds: 60), ticket: 2)
        for second: Int64 in 1...2 {
            guard case .recorded(2, .notSaved)? = desk.record(step, at: reading(second)).first else {
                Issue.record("saved in a store that another process holds")
                return
            }
        }
        holder.run("ROLLBACK;")
        let before = ledger.head.sequence

        guard case .recorded(2, .committed(let entries))? = desk.record(step, at: reading(60)).last else {
            Issue.record("not saved in a free store")
            return
        }
        #expect(entries.count == 1 && ledger.head.sequence == before + 1)
        #expect(entries[0].stamp.id == EntryID(step.id, ordinal: 1))
        guard case .recorded(2, .committed(let again))? = desk.record(step, at: reading(61)).last else {
            Issue.record("the same order is refused")
            return
        }
        #expect(again.map(\.stamp.id) == entries.map(\.stamp.id) && ledger.head.sequence == before + 1)
    }

    @Test func whatAnotherTerminalRecordedComesWithTheNextLook() throws {
        #expect(desk.catchUp().isEmpty)
        let other = LedgerDesk(
            try WardLedger(opening: store), rules: ClinicalRules(), terminal: "T-02")
        _ = other.record(order(NoteClockStep(seconds: 60)), at: reading(1))

        let inputs = desk.catchUp()
        guard inputs.count == 1, case .ward(let ward, let news) = inputs[0] else {
            Issue.record("\(inputs)")
            return
        }
        #expect(ward == ledger.ward && news.map(\.stamp.terminal) == ["T-02"])
        #expect(desk.catchUp().isEmpty)
    }

    @Test func aStoreThatIsGoneIsSaidUntilItIsBack() throws {
        try FileManager.default.moveItem(atPath: store, toPath: store + ".away")
        for _ in 1...2 {
            guard desk.catchUp().count == 1, case .storeFault(.some)? = desk.catchUp().first else {
                Issue.record("the missing store is not said")
                return
            }
        }
        guard case .recorded(_, .notSaved)? = desk.record(order(NoteClockStep(seconds: 60)), at: reading(1)).first
        else {
            Issue.record("recorded into a store that is gone")
            return
        }
        try FileManager.default.moveItem(atPath: store + ".away", toPath: store)

        guard case .storeFault(.none)? = desk.catchUp().first else {
            Issue.record("the store is back, and nobody says so")
            return
        }
        #expect(desk.catchUp().isEmpty)
    }

    @Test(.enabled(if: StoreHolder.isHere))
    func aQuestionThatTheStoreCanNotAnswerIsAskedAgain() throws {
        let holder = try StoreHolder(store)
        holder.run("ALTER TABLE handover RENAME TO away;")
        guard case .standing(.unanswered, .some)? = desk.ask(.handovers(HistorySpan())).first else {
            Issue.record("nobody says that the past is not answered")
            return
        }
        #expect(desk.askAgain().isEmpty, "said once, as long as it is so")
        holder.run("ALTER TABLE away RENAME TO handover;")

        let inputs = desk.askAgain()
        guard inputs.count == 2, case .answer(.handovers) = inputs[0], case .standing(.unanswered, .none) = inputs[1]
        else {
            Issue.record("\(inputs)")
            return
        }
        #expect(desk.askAgain().isEmpty)
    }

    @Test func aPINIsCheckedAgainstItsVerifierAlone() throws {
        let cheap = PINVerifier.Cost(logarithm: 4, blockSize: 8, parallelism: 1)
        try ledger.setPIN(try PINVerifier("2468", cost: cheap).text, for: Badge("W1"))

        for (badge, pin, expected) in [("W1", "2468", true), ("W1", "2469", false), ("W2", "2468", false)] {
            guard case .pinChecked(Badge(badge), let matches)? = desk.check(Badge(badge), pin: pin).first else {
                Issue.record("no answer for \(badge)")
                return
            }
            #expect(matches == expected, "\(badge) \(pin)")
        }
    }
}
