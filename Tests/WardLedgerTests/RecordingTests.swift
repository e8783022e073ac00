import Foundation
import Testing
import WardDomain

@testable import WardLedger

@Suite struct RecordingTests {
    let folder: TestFolder
    let terminal: Terminal
    var ledger: WardLedger { terminal.ledger }

    init() throws {
        folder = try TestFolder()
        terminal = try Terminal(folder.store).setUp()
    }

    @Test func anEntrySaysWhoWhereWhenAndWhat() throws {
        let frozen = terminal.clock.reading
        terminal.clock.seconds += 90
        let made = try terminal.give(DecideCaesarean(label: "unknown woman 1"), by: nil, time: .frozen(frozen))
        #expect(made.map(\.sequence) == [6, 7])
        #expect(made.map(\.stamp.id.rawValue) == ["T-01-6", "T-01-6#2"])
        let read = try ledger.entries(after: 5).map { try $0.entry() }
        #expect(read.map(\.stamp) == made.map(\.stamp))
        let stamp = try #require(read.last).stamp
        #expect(stamp.occurred == Occurrence(frozen))
        #expect(stamp.recorded == terminal.clock.reading)
        #expect(stamp.terminal == "T-01")
        #expect(stamp.staff == nil)
        #expect(stamp.origin == .screen)
    }

    @Test func aTypedTimeReadsBackAsItWasReckoned() throws {
        terminal.clock.seconds += 3600
        let moment = terminal.clock.reading.moment.advanced(seconds: -599)
        let made = try terminal.give(AddBed(bed: "x1"), time: .typed(moment))
        let read = try #require(try ledger.entries(after: 5).first).entry()
        #expect(read.stamp.occurred == made.first?.stamp.occurred)
        #expect(read.stamp.occurred.derived)
        #expect(read.stamp.occurred.moment == moment)
    }

    /// Beside the fact, inside what the chain protects; the fact reads as it did.
    @Test func whyATimeIsTypedLateReadsBackAndStandsInTheChain() throws {
        terminal.clock.seconds += 3600
        let moment = terminal.clock.reading.moment.advanced(seconds: -1200)
        let time = CommandEnvelope.Time.typed(moment, reason: "“power” was out")
        let made = try #require(try terminal.give(AddBed(bed: "x1"), time: time).first)
        let stored = try #require(try ledger.entries(after: 5).first)
        #expect(made.stamp.reasonOfTime == "“power” was out")
        #expect(try stored.entry().stamp == made.stamp)
        #expect(try stored.entry().fact as? BedAdded == made.fact as? BedAdded)
        #expect(stored.payload.contains(#""reasonOfTime":"“power” was out""#))
        #expect(WardLedger.verify(folder.store).isWhole)
    }

    /// A fact that itself speaks of the words is not misread.
    @Test func aTextThatNamesTheFieldIsNoReason() throws {
        let made = try terminal.give(AdmitMother(identity: MotherIdentity(name: "reasonOfTime"), bed: "1"))
        #expect(made.allSatisfy { $0.stamp.reasonOfTime == nil })
    }

    @Test func theSameIdIsRecordedOnce() throws {
        let first = try terminal.give(DecideCaesarean(label: "unknown woman 1"), id: "same")
        let head = ledger.head
        let again = try terminal.give(DecideCaesarean(label: "unknown woman 1"), id: "same")
        #expect(again.map(\.stamp) == first.map(\.stamp))
        #expect(again.count == 2)
        #expect(ledger.head == head)
        let other = try Terminal(folder.store, label: "T-02")
        #expect(
            try other.give(DecideCaesarean(label: "unknown woman 1"), id: "same").map(\.stamp) == first.map(\.stamp))
        #expect(other.ledger.head == head)
    }

    /// Who sends the same again may be told that it is recorded; who sends something else may not.
    @Test func anIdThatStandsForSomethingElseIsRefused() throws {
        let mother = try terminal.admit("Li Na", bed: "3")
        let plan = try terminal.give(WritePlan(admission: mother, text: "first"), id: "same")
        let head = ledger.head
        let others: [(any WardCommand, Badge?)] = [
            (WritePlan(admission: mother, text: "second"), "W1"), (AddBed(bed: "x9"), "W1"),
            (WritePlan(admission: mother, text: "first"), "W2"), (WritePlan(admission: mother, text: "first"), nil),
        ]
        for (command, by) in others {
            #expect(refusal { try terminal.give(command, by: by, id: "same") } == .idInUse("same"))
        }
        #expect(
            try terminal.give(WritePlan(admission: mother, text: "first"), id: "same").map(\.stamp) == plan.map(\.stamp)
        )
        #expect(ledger.head == head)
    }

    @Test func anIdThatBeginsLikeAnotherIsItsOwn() throws {
        try terminal.give(AddBed(bed: "x1"), id: "one")
        try terminal.give(AddBed(bed: "x2"), id: "one-2")
        try terminal.give(AddBed(bed: "x3"), id: "on")
        #expect(ledger.ward.plan.beds.count == 9)
    }

    @Test(arguments: ["", "a#2", "a/b", "a b", "a\nb", "甲", String(repeating: "x", count: 65)])
    func anIdThatCouldBeAnothersIsRefused(_ id: String) {
        #expect(refusal { try terminal.give(AddBed(bed: "x1"), id: CommandID(id)) }?.code == "outOfRange")
        #expect(ledger.head.sequence == 5)
    }

    @Test func textThatSQLiteWouldCutIsRefused() throws {
        let zero = CommandEnvelope(
            id: "zero", by: "W1", terminal: "T\0X", command: AddBed(bed: "x1"))
        let found = refusal {
            _ = try ledger.record(
                zero, rules: terminal.rules, now: terminal.clock.reading, offset: Terminal.offset)
        }
        #expect(found?.code == "codeUnreadable")
        #expect(WardLedger.verify(folder.store, against: ledger.head).isWhole)
    }

    @Test func aRefusedCommandLeavesNothing() throws {
        let head = ledger.head
        let ward = ledger.ward
        let rows = try ledger.readModelRows()
        #expect(refusal { try terminal.give(AddBed(bed: "1")) } == .bedExists("1"))
        #expect(ledger.head == head)
        #expect(ledger.ward == ward)
        #expect(try ledger.readModelRows() == rows)
        #expect(try ledger.entries(after: head.sequence).isEmpty)
    }

    @Test func anotherTerminalSeesItAtItsNextLook() throws {
        let other = try Terminal(folder.store, label: "T-02")
        #expect(try other.ledger.catchUp().entries.isEmpty)
        let admission = try terminal.admit("Li Na", bed: "3")
        let seen = try other.ledger.catchUp()
        #expect(seen.entries.map(\.sequence) == [6])
        #expect(!seen.isReadAnew)
        #expect(other.ledger.ward == ledger.ward)
        #expect(other.ledger.head == ledger.head)
        #expect(try other.ledger.catchUp().entries.isEmpty)
        #expect(other.ledger.ward.occupant(of: "3")?.id == admission)
    }

    @Test func whatCameInWithACommandIsReportedToo() throws {
        let other = try Terminal(folder.store, label: "T-02")
        _ = try terminal.admit("Li Na", bed: "3")
        _ = try other.admit("Zhang", bed: "4")
        #expect(other.ledger.ward.admissions.count == 2)
        #expect(try other.ledger.catchUp().entries.map(\.sequence) == [6])
        #expect(try ledger.catchUp().entries.map(\.sequence) == [7])
        #expect(other.ledger.ward == ledger.ward)
    }

    @Test func oneOfTwoGetsTheBed() throws {
        let other = try Terminal(folder.store, label: "T-02")
        _ = try terminal.admit("Li Na", bed: "3")
        #expect(refusal { _ = try other.admit("Zhang", bed: "3") } == .bedOccupied("3"))
    }

    @Test func oneOfTwoGetsTheBaby() throws {
        let baby = try terminal.bearAndBand(terminal.admit("Li Na", mrn: "ZY1", bed: "3"))
        let mother = AdmissionID(String(baby.rawValue.dropLast(2)))
        let other = try Terminal(folder.store, label: "T-02")
        other.clock = terminal.clock
        let handOver = HandOver(
            band: "B1L-\(mother)", motherBand: "M-\(mother)", giver: "W1", receiver: "W2", to: .nicu)
        try terminal.give(handOver)
        let second = HandOver(
            band: "B1L-\(mother)", motherBand: "M-\(mother)", giver: "W1", receiver: "W3", to: .theatre)
        #expect(refusal { try other.give(second) } == .giverNotCustodian(.staff("W2")))
        #expect(other.ledger.ward.newborn(baby)?.newborn.custody.place == .nicu)
    }

    @Test func aBusyStoreSaysSoAndTakesItAfterwards() throws {
        let other = try WardLedger(opening: folder.store)
        try other.queue.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect(fault { try terminal.give(AddBed(bed: "x1"), id: "x1") } == .busy)
            #expect(try ledger.catchUp().entries.isEmpty)
            try db.execute(sql: "ROLLBACK")
        }
        try terminal.give(AddBed(bed: "x1"), id: "x1")
        #expect(ledger.ward.plan.has("x1"))
    }

    @Test func aFullDiskLosesNothing() throws {
        try ledger.sql("PRAGMA wal_checkpoint(TRUNCATE)")
        let pages = try #require(Int(try ledger.texts("SELECT page_count FROM pragma_page_count").first ?? ""))
        try ledger.sql("PRAGMA max_page_count = \(pages)")
        let note = String(repeating: "x", count: 1900)
        let admission = try terminal.admit("Li Na", bed: "3")
        var recorded: [CommandID] = []
        var found: LedgerFault?
        for number in 1...200 where found == nil {
            let before = (ledger.ward, ledger.head)
            let id = CommandID("note-\(number)")
            found = fault {
                try terminal.give(WritePlan(admission: admission, text: "\(number) \(note)"), id: id)
                recorded.append(id)
            }
            if found != nil { #expect((ledger.ward, ledger.head) == before) }
        }
        #expect(found == .diskFull)
        #expect(!recorded.isEmpty)
        #expect(WardLedger.verify(folder.store, against: ledger.head).isWhole)
        try ledger.sql("PRAGMA max_page_count = 1000000")
        try terminal.give(
            WritePlan(admission: admission, text: "room again"), id: CommandID("note-\(recorded.count + 1)"))
        #expect(try WardLedger(opening: folder.store).ward == ledger.ward)
    }

    @Test func anEntryOfANewerProgramStopsTheFoldAndIsNamed() throws {
        let other = try Terminal(folder.store, label: "T-02")
        try terminal.give(AddBed(bed: "x1"))
        try ledger.sql(
            """
            INSERT INTO entry SELECT 7, 'newer', stream, 'bedPainted', schema, occurredAt, occurredBootID,
                occurredUptime, occurredDerived, recordedAt, bootID, uptime, terminal, staff, origin, account, payload,
                previousDigest, digest FROM entry WHERE sequence = 6;
            UPDATE ledgerHead SET sequence = 7;
            """)
        let expected = LedgerFault.foldFault(sequence: 7, .unknown(kind: "bedPainted", schema: 1))
        #expect(fault { _ = try other.ledger.catchUp() } == expected)
        #expect(other.ledger.head.sequence == 6)
        #expect(other.ledger.ward.plan.has("x1"))
        #expect(fault { try other.give(AddBed(bed: "x2")) } == expected)
        #expect(try other.ledger.entries(after: 6).map(\.kind) == ["bedPainted"])
    }

    @Test func farBehindReadsWhatIsOpenAnew() throws {
        let other = try Terminal(folder.store, label: "T-02")
        let commands = (1...2100).map { terminal.envelope(NoteAccess(act: .signedIn), id: CommandID("note-\($0)")) }
        let outcomes = ledger.recordAll(
            commands, rules: terminal.rules, offset: Terminal.offset, uptime: { 0 },
            now: { terminal.clock.reading })
        #expect(outcomes.allSatisfy { (try? $0.get()) != nil })
        try terminal.give(AddBed(bed: "x1"))
        let seen = try other.ledger.catchUp()
        #expect(seen.isReadAnew)
        #expect(!seen.restored)
        #expect(other.ledger.ward == ledger.ward)
        #expect(other.ledger.head == ledger.head)
        #expect(try !other.ledger.catchUp().isReadAnew)
    }

    @Test func bulkRecordsRefusesAndKnowsEachCommandByItself() throws {
        let commands = [
            terminal.envelope(AdmitMother(identity: MotherIdentity(name: "Li", mrn: "ZY1"), bed: "1"), id: "a"),
            terminal.envelope(AdmitMother(identity: MotherIdentity(name: "Wu", mrn: "ZY1"), bed: "2"), id: "b"),
            terminal.envelope(AdmitMother(identity: MotherIdentity(name: "Wu", mrn: "ZY2"), bed: "1"), id: "c"),
            terminal.envelope(AdmitMother(identity: MotherIdentity(name: "Li", mrn: "ZY1"), bed: "1"), id: "a"),
            terminal.envelope(
                GradeRisk(admission: AdmissionID("a"), grade: .orange, infectious: nil, factors: []), id: "d"),
        ]
        let outcomes = ledger.recordAll(
            commands, rules: terminal.rules, offset: Terminal.offset, uptime: { 0 },
            now: { terminal.clock.reading })
        #expect(try outcomes[0].get().map(\.sequence) == [6])
        #expect(throws: RecordFault.refused(.numberInUse("ZY1"))) { try outcomes[1].get() }
        #expect(throws: RecordFault.refused(.bedOccupied("1"))) { try outcomes[2].get() }
        #expect(try outcomes[3].get().map(\.sequence) == [6])
        #expect(try outcomes[4].get().map(\.sequence) == [7])
        #expect(try ledger.wardFromEntries() == ledger.ward)
        #expect(try WardLedger(opening: folder.store).ward == ledger.ward)
    }

    /// An index that refuses a command amid a bulk, after its entries were written, takes none of its neighbours along.
    @Test func anIndexRefusesOneCommandOfABulkAndNoOther() throws {
        _ = try terminal.admit("Li", bed: "1")
        try ledger.sql("UPDATE admission SET bed = '2'")
        let commands = [
            terminal.envelope(AddBed(bed: "x1"), id: "a"),
            terminal.envelope(AdmitMother(identity: MotherIdentity(name: "Wu"), bed: "2"), id: "b"),
            terminal.envelope(AddBed(bed: "x2"), id: "c"),
        ]
        let outcomes = ledger.recordAll(
            commands, rules: terminal.rules, offset: Terminal.offset, uptime: { 0 },
            now: { terminal.clock.reading })
        #expect(try outcomes[0].get().map(\.sequence) == [7])
        #expect(refusal { _ = try outcomes[1].get() }?.code == "bedOccupied")
        #expect(try outcomes[2].get().map(\.sequence) == [8])
        #expect(WardLedger.verify(folder.store).isWhole)
        #expect(try ledger.texts("SELECT id FROM entry WHERE id = 'b'").isEmpty)
    }

    /// What the rules might let through, the indexes do not.
    @Test func theIndexesAreTheNetUnderTheRules() throws {
        let first = try terminal.admit("Li", mrn: "ZY1", bed: "1")
        try ledger.sql("UPDATE admission SET bed = '5' WHERE id = '\(first)'")
        #expect(refusal { _ = try terminal.admit("Wu", bed: "5") }?.code == "bedOccupied")
        #expect(WardLedger.verify(folder.store, against: ledger.head).isWhole)
        let band = "INSERT INTO band VALUES ('a', 'WEARER', 1, NULL, 'M1', 'band', 1, 'attached', NULL, 0, 1)"
        try ledger.sql(band.replacing("WEARER", with: "one"))
        #expect(throws: (any Error).self) { try ledger.sql(band.replacing("WEARER", with: "another")) }
    }

    @Test func aPINIsStoredAndSaidToBeSetTogetherOrNotAtAll() throws {
        func set(_ badge: Badge, by: Badge, _ id: CommandID) throws {
            let note = CommandEnvelope(id: id, by: by, terminal: "T-01", command: NotePIN(badge: badge))
            try ledger.setPIN(
                "verifier of \(badge)", by: note, rules: terminal.rules, now: terminal.clock.reading,
                offset: .fixed(seconds: 28800))
        }
        #expect(throws: RecordFault.self) { try set("nobody", by: "A1", "pin-1") }
        #expect(try ledger.pinVerifier(for: "nobody") == nil)
        #expect(refusal { try terminal.give(NotePIN(badge: "W1"), by: "A1") }?.code == "pinNotSet")

        try set("W1", by: "A1", "pin-2")

        #expect(try ledger.pinVerifier(for: "W1") == "verifier of W1")
        #expect(ledger.ward.roster["W1"]?.hasPIN == true)
    }

    @Test func aPINVerifierIsReplacedAndLeavesNoEntry() throws {
        #expect(try ledger.pinVerifier(for: "W1") == nil)
        try ledger.setPIN("first", for: "W1")
        try ledger.setPIN("second", for: "W1")
        #expect(try ledger.pinVerifier(for: "W1") == "second")
        #expect(ledger.head.sequence == 5)
        #expect(try ledger.entries().allSatisfy { !$0.payload.contains("second") })
    }
}
