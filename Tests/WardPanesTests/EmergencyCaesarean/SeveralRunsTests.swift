import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

@Suite struct SeveralRunsTests {
    @Test func bracketsTurnBetweenTheRuns() {
        var fixture = CaesareanFixture()
        fixture.decide("3")
        fixture.wait(60)
        fixture.decide("2")
        #expect(header(fixture) == "bed 2  陈*  cat 1  fetal compromise  2/2 [ ]")
        fixture.press("[")
        #expect(header(fixture) == "bed 3  李*  cat 1  fetal compromise  1/2 [ ]")
        fixture.press("]")
        #expect(header(fixture) == "bed 2  陈*  cat 1  fetal compromise  2/2 [ ]")
    }

    @Test func aClockFromElsewhereNeverTakesTheScreen() {
        var fixture = CaesareanFixture()
        fixture.decide("3")
        fixture.wait(600)
        fixture.record(DecideCaesarean(admission: fixture.mother("2").id), terminal: "T-02")
        #expect(header(fixture) == "bed 3  李*  cat 1  fetal compromise  1/2 [ ]")
        fixture.press(" ")
        #expect(fixture.run("2").marks.isEmpty)
        #expect(fixture.run("3").marks[.call] != nil)
    }

    @Test func spaceRestsAfterTheScreenChangedItself() {
        var fixture = CaesareanFixture()
        fixture.decide("3")
        fixture.record(VoidCaesarean(run: fixture.run("3").id, reason: "mistake"))
        fixture.wait(120)
        fixture.record(DecideCaesarean(admission: fixture.mother("2").id), terminal: "T-02")
        #expect(header(fixture).hasPrefix("bed 2"))
        fixture.wait(1.9)
        fixture.press(" ")
        #expect(fixture.run("2").marks.isEmpty)
        #expect(fixture.screen.contains("has just changed: press again"))
        fixture.wait(0.1)
        fixture.press(" ")
        #expect(fixture.run("2").marks[.call] != nil)
    }

    @Test func aWrongMothersClockMovesWithItsTimes() {
        var fixture = CaesareanFixture()
        fixture.decide("3")
        fixture.mark(.call)
        fixture.press("nb2")
        fixture.press(.enter)
        #expect(fixture.mother("3").runs.isEmpty)
        #expect(fixture.run("2").elapsed(to: .call)?.seconds == 60)
        #expect(header(fixture) == "bed 2  陈*  cat 1  fetal compromise")
    }

    @Test func twoClocksOfOneCaesareanAreJoinedByTwoKeys() {
        var fixture = CaesareanFixture()
        fixture.record(DecideCaesarean(label: "unknown 1", category: .one))
        fixture.wait(60)
        fixture.decide("3")
        fixture.wait(60)
        fixture.press("[n")
        #expect(fixture.screen.contains("same caesarean as 3"))
        fixture.press("1")
        #expect(fixture.run().elapsed(now: fixture.now.reading).seconds == 120, "the first decision stands")
        #expect(fixture.ward.admissions.values.flatMap(\.runs).count == 1)
    }

    @Test func anUnknownWomanIsAMotherWhoIsHere() {
        var fixture = CaesareanFixture()
        fixture.press("!c")
        fixture.wait(600)
        #expect(header(fixture).hasPrefix("unknown woman 18:00:00"))
        fixture.press("nb3")
        fixture.press(.enter)
        #expect(header(fixture) == "bed 3  李*")
        #expect(fixture.run("3").elapsed(now: fixture.now.reading).seconds == 600)
    }

    @Test func withoutARunItSaysHowToStart() {
        let fixture = CaesareanFixture()
        #expect(fixture.screen.contains("No caesarean is open here."))
        #expect(fixture.screen.contains("! then c"))
        #expect(fixture.screen.contains("No past case."))
    }

    @Test(arguments: [(78, 19), (100, 30)]) func everyBabyHasItsInterval(columns: Int, rows: Int) {
        var fixture = CaesareanFixture()
        fixture.decide("3")
        for _ in 1...2 {
            fixture.wait(900)
            fixture.record(RecordBirth(admission: fixture.mother("3").id, mode: .caesarean, outcome: .live))
        }
        fixture.wait(600)
        let screen = fixture.pane(columns: columns, rows: rows).plainText()
        #expect(screen.contains("baby A 15:00"))
        #expect(screen.contains("baby B 30:00 +15:00"))
    }

    private func header(_ fixture: CaesareanFixture) -> String {
        String(fixture.pane(columns: 78, rows: 19).plainText().prefix { $0 != "\n" })
    }
}
