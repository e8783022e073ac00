import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// A drill or a response that runs: keys in, screen and ledger out.
struct RunningTests {
    @Test func aDrillStartsInFourKeysFromTheBoard() throws {
        var ward = DrillFixture()
        ward.press(.character("4"), .character("n"), .character("h"), .enter)
        let run = try #require(ward.run)
        #expect(run.isDrill && run.isRunning)
        #expect(ward.pane()[0].contains("DRILL 演练 no. 1 Haemorrhage v3"))
    }

    @Test func oneKeyMarksOneStepAtTheInstantOfThePress() throws {
        var ward = DrillFixture()
        ward.startDrill()
        for second in [20, 40] {
            ward.advance(toSecond: second)
            ward.tap(.character(" "))
        }
        let run = try #require(ward.run)
        #expect(run.marks.keys.sorted() == ["call", "leader"])
        #expect(run.marks["call"].flatMap { run.startedAt?.interval(to: $0.at).seconds } == 20)
        #expect(ward.words().contains("00:20 / 00:30"))
        #expect(ward.words().contains("00:40 / ~01:00"))
    }

    @Test(arguments: [(30, "by 00:30"), (31, "LATE 00:01 / 00:30"), (45, "LATE 00:15 / 00:30")])
    func aStepIsLateAfterItsTarget(second: Int, reads: String) {
        var ward = DrillFixture()
        ward.startDrill()
        ward.advance(toSecond: second)
        #expect(ward.words().contains(reads))
    }

    @Test(arguments: [(30, "00:30 / 00:30"), (31, "00:31 / 00:30 late 00:01")])
    func aDoneStepKeepsHowLateItWas(second: Int, reads: String) {
        var ward = DrillFixture()
        ward.startDrill()
        ward.advance(toSecond: second)
        ward.tap(.character(" "))
        ward.advance(seconds: 30)
        #expect(ward.words().contains(reads))
        #expect(ward.words().contains("late") == (second == 31))
    }

    @Test func theSameKeyTwiceAtOnceMarksOneStep() {
        var ward = DrillFixture()
        ward.startDrill()
        ward.tap(.character(" "))
        ward.advance(milliseconds: 299)
        ward.tap(.character(" "))
        #expect(ward.run?.marks.count == 1)
        ward.advance(milliseconds: 300)
        ward.tap(.character(" "))
        #expect(ward.run?.marks.count == 2)
    }

    @Test func missedAndNotApplicableAreOneKeyEach() {
        var ward = DrillFixture()
        ward.startDrill()
        ward.press(.character("m"), .character("-"))
        #expect(ward.run?.marks["call"]?.result == .missed)
        #expect(ward.run?.marks["leader"]?.result == .notApplicable)
        #expect(ward.words().contains("[m] C MW Call for help missed"))
        #expect(ward.words().contains("n/a"))
    }

    @Test func theArrowsChooseAStepAndSpaceGoesOnFromThere() {
        var ward = DrillFixture()
        ward.startDrill()
        ward.press(.down, .down, .down, .character(" "))
        #expect(ward.run?.marks.keys.sorted() == ["kit"])
        ward.press(.character(" "), .character(" "))
        #expect(ward.run?.marks.keys.sorted() == ["call", "kit", "reconcile"])
    }

    @Test func aDoneStepMarkedAgainKeepsItsTime() {
        var ward = DrillFixture()
        ward.startDrill()
        ward.advance(toSecond: 10)
        ward.press(.character(" "))
        ward.advance(toSecond: 50)
        ward.press(.home, .character(" "))
        #expect(ward.words().contains("00:10 / 00:30"))
        #expect(ward.screen().contains("Recorded already"))
        #expect(ward.entries.count { $0.fact is StepMarked } == 1)
    }

    @Test func aDrugStepAsksForDoseGiverAndEnter() throws {
        var ward = DrillFixture()
        ward.startDrill()
        ward.press(.character(" "), .character(" "), .character(" "))
        #expect(ward.run?.marks["drug"] == nil)
        #expect(ward.screen().contains("250 mcg IM"))
        #expect(ward.screen().contains("250 mcg IM [R section 6.3] CAUTION: Not with asthma"))
        #expect(ward.screen().contains("W1001"))
        ward.press(.enter)
        #expect(ward.run?.marks["drug"] == nil)
        #expect(ward.screen().contains("This is needed."))
        ward.type("250 mcg")
        ward.press(.enter)
        let dose = try #require(ward.run?.marks["drug"]?.dose)
        #expect(dose.text == "250 mcg")
        #expect(dose.giver == Badge("W1001"))
        #expect(ward.words().contains("given: 00:01 250 mcg, 王敏"))
    }

    @Test func inAResponseAnUnconfirmedDoseReadsHospitalProtocol() {
        var ward = DrillFixture()
        ward.startResponse()
        #expect(ward.words().contains("dose: hospital protocol 按本院方案"))
        #expect(!ward.words().contains("250 mcg"))
        ward.press(.down, .down)
        #expect(ward.words().contains("CAUTION: Not with asthma"))
        ward.tap(.character(" "))
        #expect(!ward.screen().contains("250 mcg"))
        ward.press(.escape, .character("o"))
        #expect(!ward.screen().contains("250 mcg"))
        ward.press(.escape)
        ward.record(ConfirmStep(drillProtocol: "haem", step: "drug"), by: Badge("D2001"))
        #expect(ward.words().contains("dose: 250 mcg IM [R] (confirmed here: Dr Ma)"))
    }

    @Test func inADrillTheFigureStandsWithItsMark() {
        var ward = DrillFixture()
        ward.startDrill()
        #expect(ward.words().contains("dose: 250 mcg IM [R]"))
        #expect(ward.words().contains("Name the leader [R]"))
        #expect(ward.words().contains("Give the drug [V*]"))
    }

    @Test func theSourceIsOneKeyAway() {
        var ward = DrillFixture()
        ward.startDrill()
        ward.press(.down, .character("o"))
        #expect(ward.screen().contains("Source: [R] recall, unconfirmed: section 7.0"))
        #expect(ward.screen().contains("a choice of the drill's design"))
    }

    @Test(arguments: [Language.english, .chinese], [Size(columns: 78, rows: 19), Size(columns: 52, rows: 13)])
    func aDrillSaysSoOnEveryRowAndAResponseOnNone(language: Language, size: Size) {
        var ward = DrillFixture(language: language)
        ward.startDrill()
        ward.press(.character(" "))
        #expect(ward.pane(size.columns, size.rows).allSatisfy { $0.contains("DRILL") })
        #expect(ward.pane(size.columns, size.rows).joined().contains("演练"))
        ward.press(.character("f"), .character("f"))
        #expect(ward.pane(size.columns, size.rows).allSatisfy { $0.contains("DRILL") })
        ward.startResponse()
        #expect(!ward.pane(size.columns, size.rows).joined().contains("DRILL"))
        ward.press(.character("f"), .character("f"))
        #expect(!ward.pane(size.columns, size.rows).joined().contains("DRILL"))
    }

    @Test func aScannedBadgeArrivesInARole() throws {
        var ward = DrillFixture()
        ward.startDrill()
        ward.advance(toSecond: 42)
        ward.scan("D2001")
        ward.advance(seconds: 3)
        ward.press(.character("1"))
        let person = try #require(ward.run?.participants.first)
        #expect(person.role == "LEAD")
        #expect(ward.words().contains("LEAD Dr Ma 00:42"))
    }

    @Test func anExpectedBadgeArrivesWithoutAQuestion() {
        var ward = DrillFixture()
        ward.press(.character("4"), .character("n"), .character("h"))
        ward.scan("D2001")
        ward.press(.enter)
        #expect(ward.words().contains("LEAD Dr Ma expected"))
        ward.scan("D2001")
        #expect(ward.words().contains("team here 1/1"))
        #expect(ward.terminals[0].dialogs.isEmpty)
    }

    @Test func aRealEmergencySuspendsTheDrillUntilItGoesOn() {
        var ward = DrillFixture()
        ward.startDrill()
        ward.startResponse()
        #expect(ward.pane()[0].contains("REAL RESPONSE"))
        ward.press(.escape, .down, .enter)
        #expect(ward.words().contains("SUSPENDED"))
        ward.press(.character(" "))
        #expect(ward.runs.values.allSatisfy { $0.marks.isEmpty })
        ward.press(.character("g"), .character(" "))
        #expect(ward.runs.values.first { $0.isDrill }?.marks.count == 1)
    }

    @Test func aResponseRunsUnsignedAndIsSignedAfterwards() {
        var ward = DrillFixture()
        ward.signOut()
        ward.startResponse()
        ward.press(.character(" "))
        #expect(ward.run?.marks.count == 1)
        #expect(ward.words().contains("UNSIGNED 2: w signs"))
        ward.press(.character("f"), .character("f"))
        #expect(ward.words().contains("UNSIGNED 3"))
        #expect(!ward.words().contains("critical steps in time"))
        ward.signIn()
        ward.press(.character("w"))
        #expect(ward.run?.unsigned.isEmpty == true)
        #expect(ward.words().contains("REAL RESPONSE Haemorrhage"))
    }

    @Test func aMarkThatIsNotSavedStandsAtOnceAndSaysSo() throws {
        var ward = DrillFixture()
        ward.startResponse()
        ward.storeIsBusy = true
        ward.advance(toSecond: 12)
        ward.tap(.character(" "))
        #expect(ward.words().contains("[x] C MW Call for help NOT SAVED 未保存"))
        ward.storeIsBusy = false
        ward.advance(seconds: 60)
        #expect(ward.words().contains("00:12 / 00:30"))
    }

    @Test func voidingAsksWhyAndCountsNothing() {
        var ward = DrillFixture()
        ward.startDrill()
        ward.press(.character("x"), .enter)
        #expect(ward.run?.isRunning == true)
        ward.type("wrong key")
        ward.press(.enter)
        #expect(ward.run?.voided == true)
        #expect(ward.words().contains("Q4 2026: drills done 0/1"))
    }

    @Test func aRepeatingStepKeepsItsFirstTimeAndSaysWhenItIsDueAgain() {
        var ward = DrillFixture()
        ward.startDrill()
        ward.advance(toSecond: 20)
        ward.press(.end, .character(" "))
        #expect(ward.words().contains("again by 05:20"))
        ward.advance(toSecond: 322)
        #expect(ward.words().contains("AGAIN since 05:20"))
        ward.press(.end, .character(" "))
        #expect(ward.words().contains("00:20 / end x2 again by 10:22"))
    }

    @Test func aSecondDoseLeavesTheFirstInItsPlace() {
        var ward = DrillFixture()
        ward.startDrill()
        for second in [50, 300] {
            ward.advance(toSecond: second)
            ward.press(.home, .down, .down)
            ward.tap(.character(" "))
            ward.type("\(second) mcg")
            ward.press(.enter)
        }
        #expect(ward.words().contains("given: 00:51 50 mcg, 王敏 given: 05:01 300 mcg, 王敏"))
        #expect(ward.run?.marks["drug"]?.dose?.text == "50 mcg")
    }
}
