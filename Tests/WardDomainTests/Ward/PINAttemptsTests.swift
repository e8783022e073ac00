import Testing
import WardDomain

/// When a badge waits after wrong PINs, as the access log tells it.
@Suite struct PINAttemptsTests {
    private func entry(
        _ act: AccessNoted.Act, _ badge: Badge = .nurse, at seconds: Int64, boot: String = "boot",
        origin: Origin = .screen
    ) throws -> Entry {
        let reading = reading(at: seconds, boot: boot)
        let stamp = EntryStamp(
            id: EntryID("e\(seconds)"), occurred: Occurrence(reading), recorded: reading, terminal: "T-01", staff: nil,
            origin: origin)
        let note = NoteAccess(act: act, badge: badge)
        var ward = WardFixture()
        let fact = try ward.record(note, by: nil)[0].fact
        return Entry(sequence: seconds, stream: .access(CalendarDay("2026-11-22")!), stamp: stamp, fact: fact)
    }

    private func reading(at seconds: Int64, boot: String = "boot") -> ClockReading {
        ClockReading(
            moment: Moment(milliseconds: seconds * 1000), bootID: boot, uptime: seconds * 1_000_000_000)
    }

    private func wait(_ entries: [Entry], at seconds: Int64, boot: String = "boot") -> Int {
        PINAttempts(entries).secondsToWait(.nurse, now: reading(at: seconds, boot: boot))
    }

    @Test func theThirdInARowWaitsThirtySeconds() throws {
        let three = try [100, 110, 120].map { try entry(.wrongPIN, at: $0) }
        #expect(wait(Array(three.prefix(2)), at: 111) == 0)
        for (at, left) in [(120, 30), (149, 1), (150, 0), (9999, 0)] as [(Int64, Int)] {
            #expect(wait(three, at: at) == left, "\(at)")
        }
        #expect(PINAttempts(three).secondsToWait(.midwife, now: reading(at: 120)) == 0)
    }

    @Test func afterTheWaitThreeMoreMayBeTried() throws {
        let times: [Int64] = [100, 110, 120, 160, 161, 162]
        let all = try times.map { try entry(.wrongPIN, at: $0) }
        #expect(wait(Array(all.prefix(5)), at: 161) == 0)
        #expect(wait(all, at: 162) == 30)
    }

    @Test func aSignInForgivesAndSoDoesAQuarterOfAnHour() throws {
        let two = try [100, 110].map { try entry(.wrongPIN, at: $0) }
        #expect(try wait(two + [entry(.signedIn, at: 115), entry(.wrongPIN, at: 120)], at: 120) == 0)
        #expect(try wait(two + [entry(.locked, at: 115), entry(.wrongPIN, at: 120)], at: 120) == 30)
        #expect(try wait(two + [entry(.wrongPIN, at: 110 + 900)], at: 1010) == 30)
        #expect(try wait(two + [entry(.wrongPIN, at: 110 + 901)], at: 1011) == 0)
    }

    @Test func whatAScriptNotesMakesNobodyWaitAndForgivesNobody() throws {
        let script = Origin(.apply, account: "root")
        let three = try [100, 110, 120].map { try entry(.wrongPIN, at: $0) }
        #expect(try wait([100, 110, 120].map { try entry(.wrongPIN, at: $0, origin: script) }, at: 120) == 0)
        #expect(try wait(three + [entry(.signedIn, at: 121, origin: script)], at: 121) == 29)
    }

    @Test func aRestartOfTheMachineKeepsTheWaitAndAClockSetBackEndsIt() throws {
        let three = try [100, 110, 120].map { try entry(.wrongPIN, at: $0) }
        #expect(wait(three, at: 130, boot: "next") == 20)
        #expect(wait(three, at: 90, boot: "next") == 0)
    }
}
