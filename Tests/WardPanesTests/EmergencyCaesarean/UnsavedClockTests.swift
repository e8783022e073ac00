import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// A clock that was started while the store takes nothing is hers at once: no key meets another woman's.
@Suite struct UnsavedClockTests {
    /// The clock of bed 3 runs, and the store takes nothing; then a clock is started for bed 2.
    private func second(busy: Bool = true) -> CaesareanFixture {
        var fixture = CaesareanFixture()
        fixture.decide("3")
        fixture.wait(60)
        fixture.signIn()
        fixture.press("1")
        fixture.press(.down)
        fixture.storeIsBusy = busy
        fixture.press("!c")
        return fixture
    }

    private func header(_ fixture: CaesareanFixture) -> String {
        String(fixture.pane(columns: 78, rows: 19).plainText().prefix { $0 != "\n" })
    }

    private func row2(_ fixture: CaesareanFixture) -> String {
        String(fixture.screen.split(separator: "\n", omittingEmptySubsequences: false)[1])
    }

    @Test func thePaneTurnsToItAtOnceAndSpaceMarksHers() {
        var fixture = second()
        #expect(header(fixture) == "bed 2  陈*  NOT SAVED 未保存  2/2 [ ]")
        fixture.wait(3)
        #expect(row2(fixture).contains("NOT SAVED 未保存 DDI ? 00:03 29:57 left bed 2 陈*"))
        fixture.press(" ")
        fixture.wait(2)
        #expect(fixture.run("3").marks.isEmpty)
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("NOT SAVED: team called"))
        fixture.storeIsBusy = false
        fixture.wait(1)
        #expect(fixture.run("2").elapsed(to: .call)?.seconds == 3)
        #expect(fixture.run("3").marks.isEmpty)
        #expect(header(fixture) == "bed 2  陈*  2/2 [ ]")
        #expect(fixture.app.notSaved.isEmpty)
    }

    @Test func withinTwoSecondsOfTheStartSpaceMarksNothingAndSaysWhy() {
        var fixture = second()
        fixture.wait(1.9)
        fixture.press(" ")
        #expect(fixture.app.notSaved.count == 1)
        #expect(fixture.screen.contains("has just changed:"))
        fixture.wait(0.1)
        fixture.press(" ")
        #expect(fixture.app.notSaved.count == 2)
    }

    /// Keys wait a moment for what may be a scan, and their orders with them.
    @Test func beforeItsOrderIsAnsweredNoKeyMeetsTheOtherClock() {
        var fixture = second(busy: false)
        fixture.press("[")
        fixture.wait(61)
        var app = fixture.app
        for key in "!c" { _ = app.receive(.terminal(.key(.character(key))), now: fixture.now) }
        let later = Now(
            ClockReading(
                moment: fixture.now.moment.advanced(seconds: 3), bootID: "boot",
                uptime: fixture.now.reading.uptime + 3_000_000_000), CaesareanFixture.offset)
        #expect(!app.draw(now: later).plainText().contains("NOT SAVED"))
        for key in [Key.character(" "), .function(5)] { _ = app.receive(.terminal(.key(key)), now: later) }
        let runs = app.orders.all.compactMap { ($0.command as? any NamesCaesarean)?.run }
        #expect(runs.count == 2)
        #expect(!runs.contains(fixture.run("3").id) && !runs.contains(fixture.run("2").id))
    }

    @Test func marksCallsAndArrivalsWaitBehindTheStartWithTheirTimes() throws {
        var fixture = CaesareanFixture()
        fixture.storeIsBusy = true
        fixture.press("!c")
        fixture.wait(10)
        fixture.press(" ")
        fixture.wait(10)
        fixture.scan("W1")
        fixture.wait(10)
        fixture.press(.function(5))
        fixture.press("c1")
        #expect(
            fixture.app.notSaved.dropFirst().map(\.words.en) == [
                "team called", "arrived: W1", "called anaesthesia", CaesareanCategory.one.label.en,
            ])
        let screen = fixture.pane(columns: 118, rows: 33).plainText()
        #expect(screen.contains("NOT SAVED: team called 00:10, arrived:"))
        #expect(!screen.contains("here:"), "who came is no fact yet")
        fixture.storeIsBusy = false
        fixture.press(" ")
        #expect(fixture.entries.allSatisfy { !($0.fact is MilestoneMarked) }, "never before its clock's start")
        fixture.wait(1)
        let run = try #require(fixture.ward.admissions.values.flatMap(\.runs).first)
        #expect(run.elapsed(now: fixture.now.reading).seconds == 31)
        #expect(run.elapsed(to: .call)?.seconds == 10)
        #expect(run.elapsed(to: run.marks.keys.first { $0 != .call } ?? .call)?.seconds == 30)
        #expect(run.arrivals.map { run.decidedAt.interval(to: $0.at).seconds } == [20])
        #expect(run.calls.map { run.decidedAt.interval(to: $0.at).seconds } == [30])
        #expect(run.category == .one)
        #expect(fixture.app.notSaved.isEmpty)
    }

    @Test func theStoryKeepsItsOrderThroughTheRetry() {
        var fixture = CaesareanFixture()
        fixture.decide("3", nil)
        fixture.storeIsBusy = true
        fixture.press("c1")
        fixture.wait(0.3)
        fixture.press("c2")
        fixture.wait(0.3)
        fixture.storeIsBusy = false
        fixture.wait(1)
        #expect(fixture.run().gradings.map(\.category) == [.one, .two])
    }

    @Test func whatDoesNotApplyIsNotSavedEitherAndIsSkipped() {
        var fixture = CaesareanFixture()
        fixture.decide("3")
        fixture.storeIsBusy = true
        fixture.press(.enter)
        fixture.press("n")
        let screen = fixture.pane(columns: 78, rows: 19).plainText()
        #expect(screen.contains("! team called"))
        #expect(screen.contains("NOT SAVED: team called n/a"))
        fixture.wait(3)
        fixture.press(" ")
        fixture.storeIsBusy = false
        fixture.wait(1)
        #expect(fixture.run().notApplicable == [.call])
        #expect(fixture.run().marks.keys.map(\.rawValue) == ["LEAVE"])
    }

    /// The other terminal's start was saved first: hers comes on the screen, and what was marked here is named.
    @Test func aMarkWhoseStartIsRefusedIsSaid() {
        var fixture = second()
        fixture.wait(3)
        fixture.press(" ")
        fixture.record(DecideCaesarean(admission: fixture.mother("2").id), terminal: "T-02")
        let other = fixture.run("2").id
        fixture.storeIsBusy = false
        fixture.wait(1)
        #expect(fixture.run("2").id == other && fixture.run("2").marks.isEmpty)
        #expect(fixture.app.notSaved.isEmpty)
        let screen = fixture.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(screen.contains("NOT RECORDED, enter it again: decide an emergency caesarean"))
        #expect(screen.contains("team called 18:01:03"))
        #expect(header(fixture).hasPrefix("bed 2  陈*"))
        fixture.press(" ")
        #expect(fixture.run("2").marks.isEmpty, "the clock on the screen has just changed")
        fixture.wait(55)
        #expect(fixture.screen.contains("NOT RECORDED"))
        fixture.wait(5)
        #expect(!fixture.screen.contains("NOT RECORDED"))
    }

    @Test func aLateStartTakesNobodyAwayFromAnotherClock() {
        var fixture = second()
        fixture.wait(3)
        fixture.press("[")
        #expect(header(fixture).hasPrefix("bed 3"))
        fixture.storeIsBusy = false
        fixture.wait(1)
        #expect(fixture.run("2").isRunning)
        #expect(header(fixture).hasPrefix("bed 3  李*  ") && header(fixture).hasSuffix("  1/2 [ ]"))
    }

    @Test func aSecondEmergencyForHerJoinsTheClockThatIsNotSaved() {
        var fixture = second()
        fixture.press("1")
        fixture.press("!c")
        #expect(fixture.app.notSaved.count == 1)
        #expect(header(fixture).hasPrefix("bed 2"))
    }

    /// A category is a fact: it stands in the list of what is not saved until it is recorded.
    @Test func aCategoryThatIsNotSavedIsNamedAndNotShownAsAFact() {
        var fixture = CaesareanFixture()
        fixture.decide("3", .one)
        fixture.storeIsBusy = true
        fixture.press("c2")
        let screen = fixture.pane(columns: 78, rows: 19).plainText()
        #expect(!screen.contains("1:15:00"))
        #expect(screen.contains("NOT SAVED: cat 2"))
        fixture.storeIsBusy = false
        fixture.wait(1)
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("1:15:00"))
    }
}
